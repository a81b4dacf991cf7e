#include "client/net/net_thread.hpp"

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "client/net/beacon_listener.hpp"
#include "client/net/connection.hpp"
#include "client/net/loop.hpp"

namespace certamen::client_net {

struct NetThread::Parts {
  explicit Parts(std::function<void()> wake_owner) : wake(std::move(wake_owner)) {}

  void deliver(const Fact& fact) {
    bool first = false;
    {
      const std::lock_guard lock{mutex};
      first = mailbox.empty();
      mailbox.push_back(fact);
    }
    arrived.notify_one();
    if (first && wake) wake();
  }

  void listen(std::uint16_t port) {
    beacons.emplace(loop.context(), [this](const Fact& fact) { deliver(fact); });
    static_cast<void>(beacons->begin(port));  // without beacons people type the address
  }

  // Closes what is open and stops once that has drained.
  void finish() {
    connection->handle(Close{last_connection});
    stop_by = local_now() + drain_time_max;
    drained.emplace(loop.context(), [this] { stop_when_drained(); });
    stop_when_drained();
  }

  void stop_when_drained() {
    if (connection->idle() || local_now() >= stop_by) return loop.stop();
    drained->set(local_now() + drain_check_interval);
  }

  static constexpr wire::Duration drain_check_interval = std::chrono::milliseconds{5};

  std::function<void()> wake;
  std::mutex mutex;
  std::condition_variable arrived;
  std::deque<Fact> mailbox;

  Loop loop;
  std::optional<Connection> connection;  // of the network's thread
  std::optional<BeaconListener> beacons;
  std::optional<Alarm> drained;
  wire::Instant stop_by{};
  std::uint64_t last_connection = 0;
  std::thread thread;
};

NetThread::NetThread(std::function<void()> wake) : parts_(std::make_unique<Parts>(std::move(wake))) {
  Parts& parts = *parts_;
  parts.connection.emplace(parts.loop.context(), [&parts](const Fact& fact) { parts.deliver(fact); });
  parts.thread = std::thread{[&parts] { parts.loop.run(); }};
}

NetThread::~NetThread() {
  parts_->loop.post([parts = parts_.get()] { parts->finish(); });
  parts_->thread.join();
}

void NetThread::post(Request request) {
  parts_->loop.post([parts = parts_.get(), request = std::move(request)] {
    if (const auto* wanted = std::get_if<Connect>(&request)) parts->last_connection = wanted->connection;
    if (const auto* listen = std::get_if<Listen>(&request)) return parts->listen(listen->port);
    parts->connection->handle(request);
  });
}

std::optional<Fact> NetThread::poll() {
  const std::lock_guard lock{parts_->mutex};
  if (parts_->mailbox.empty()) return std::nullopt;
  Fact fact = std::move(parts_->mailbox.front());
  parts_->mailbox.pop_front();
  return fact;
}

bool NetThread::wait(wire::Instant until) {
  const wire::Duration time = until - local_now();
  std::unique_lock lock{parts_->mutex};
  return parts_->arrived.wait_for(lock, time, [this] { return !parts_->mailbox.empty(); });
}

}  // namespace certamen::client_net
