#include "client/net/loop.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <utility>

namespace certamen::client_net {

namespace {

using SteadyClock = std::chrono::steady_clock;

// One zero for the whole program; an hour early, so that no instant of the program's life is zero or before it.
SteadyClock::time_point zero() {
  static const SteadyClock::time_point start = SteadyClock::now() - std::chrono::hours{1};
  return start;
}

}  // namespace

wire::Instant local_now() {
  return wire::Instant{std::chrono::duration_cast<wire::Duration>(SteadyClock::now() - zero())};
}

struct Loop::Parts {
  boost::asio::io_context context{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{context.get_executor()};
};

Loop::Loop() : parts_(std::make_unique<Parts>()) {}
Loop::~Loop() = default;

void Loop::run() {
  parts_->context.restart();
  parts_->context.run();
}
void Loop::stop() {
  parts_->context.stop();
}
void Loop::post(std::function<void()> work) {
  boost::asio::post(parts_->context, std::move(work));
}
boost::asio::io_context& Loop::context() {
  return parts_->context;
}

struct Alarm::Parts {
  Parts(boost::asio::io_context& context, std::function<void()> callback) : timer(context), ring(std::move(callback)) {}
  boost::asio::steady_timer timer;
  std::function<void()> ring;
  std::uint64_t setting = 0;  // a ring already queued when the alarm is set anew must not be heard
};

Alarm::Alarm(boost::asio::io_context& context, std::function<void()> ring)
    : parts_(std::make_shared<Parts>(context, std::move(ring))) {}

Alarm::~Alarm() {
  clear();
}

void Alarm::set(wire::Instant at) {
  const std::uint64_t setting = ++parts_->setting;
  parts_->timer.expires_at(zero() + at.time_since_epoch());
  parts_->timer.async_wait([parts = parts_, setting](const boost::system::error_code& error) {
    if (!error && parts->setting == setting) parts->ring();
  });
}

void Alarm::clear() {
  ++parts_->setting;
  parts_->timer.cancel();
}

}  // namespace certamen::client_net
