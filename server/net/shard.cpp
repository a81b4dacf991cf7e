#include "server/net/shard.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <chrono>
#include <utility>

namespace certamen::net {
namespace {

using boost::system::error_code;

constexpr std::size_t read_buffer_bytes = std::size_t{16} * 1024;
constexpr std::size_t unflushed_bytes_max = std::size_t{256} * 1024;
constexpr std::chrono::milliseconds goodbye_time{300};  // for the last frames to leave at a stop

// All zero when the peer is gone already: then the connection ends before it matters.
hub::AddressKey address_of(const Socket& socket) {
  error_code error;
  const auto peer = socket.remote_endpoint(error);
  if (error) return {};
  if (peer.address().is_v4()) return hub::address_key(peer.address().to_v4().to_bytes());
  return hub::address_key(peer.address().to_v6().to_bytes());
}

}  // namespace

Shard::Shard(hub::Config config, const ServerClock& clock, Post post, std::optional<tls::Context> encryption)
    : work_(context_.get_executor()),
      timer_(context_),
      farewell_(context_),
      clock_(clock),
      post_(std::move(post)),
      encryption_(std::move(encryption)),
      hub_(std::move(config)),
      read_buffer_(read_buffer_bytes) {
  callbacks_.traffic = &traffic_;
  callbacks_.received = [this](std::uint64_t session, std::span<const std::byte> bytes) {
    traffic_.bytes_received += bytes.size();
    step(hub::Received{session, bytes});
  };
  callbacks_.closed = [this](std::uint64_t session) {
    connections_.erase(session);
    step(hub::Closed{session});
  };
}

void Shard::restore(const wire::RoomCode& code, hub::GameId game, room::Room room, std::uint64_t entry_count) {
  carry_out(hub_.restore(code, game, std::move(room), entry_count, clock_.now()));
}

void Shard::start() {
  boost::asio::post(context_, [this] { arm_timer(); });
  thread_ = std::thread([this] { context_.run(); });
}

void Shard::post(Letter letter) {
  boost::asio::post(context_,
                    [this, letter = std::move(letter)] { std::visit([this](const auto& one) { step(one); }, letter); });
}

void Shard::adopt(Socket socket) {
  boost::asio::post(context_, [this, socket = std::move(socket)]() mutable {
    const std::uint64_t session = ++sessions_seen_;
    const hub::AddressKey address = address_of(socket);
    const auto connection = std::make_shared<Connection>(std::move(socket), session, callbacks_, read_buffer_, encryption_);
    connections_.emplace(session, connection);
    connection->start();
    step(hub::Opened{session, address});
  });
}

void Shard::step(const hub::Input& input) {
  carry_out(hub_.step(input, clock_.now()));
  arm_timer();
}

void Shard::carry_out(std::vector<hub::Output> outputs) {
  for (hub::Output& output : outputs) {
    if (const auto* message = std::get_if<hub::Transmit>(&output)) {
      for (const std::uint64_t session : message->sessions) transmit(session, message->frame);
    } else if (const auto* disconnect = std::get_if<hub::Disconnect>(&output)) {
      const auto found = connections_.find(disconnect->session);
      if (found != connections_.end()) found->second->close_when_sent();
    } else if (auto* letter = std::get_if<hub::PostShard>(&output)) {
      post_.to_shard(letter->shard, std::move(letter->letter));
    } else if (auto* wish = std::get_if<hub::PostDisk>(&output)) {
      post_to_disk(std::move(wish->letter));
    }
  }
  flush();
}

void Shard::transmit(std::uint64_t session, const wire::Frame& frame) {
  const auto found = connections_.find(session);
  if (found == connections_.end()) return;
  Connection& connection = *found->second;
  // With something in its outbox it is in the list, or waits for its socket or the end of its handshake.
  if (connection.outbox_bytes() == 0) unflushed_.push_back(&connection);
  // A long reply, as a review is, must not count as a reader's slowness before the socket was asked.
  if (connection.outbox_bytes() > unflushed_bytes_max) connection.flush();
  connection.send(frame);
}

// All that one step says to somebody leaves in one write. No connection goes while it is in the list: they are closed by
// handlers of their own.
void Shard::flush() {
  if (unflushed_.empty()) return;
  constexpr std::size_t stride = 7919;  // a prime, so that everybody's turn to be first comes
  flush_turn_ += stride;
  const auto first = unflushed_.begin() + static_cast<std::ptrdiff_t>(flush_turn_ % unflushed_.size());
  std::for_each(first, unflushed_.end(), [](Connection* connection) { connection->flush(); });
  std::for_each(unflushed_.begin(), first, [](Connection* connection) { connection->flush(); });
  unflushed_.clear();
}

// Behind whatever the loop has ready: the answers that came together go to the disk together.
void Shard::post_to_disk(hub::DiskWish wish) {
  for_disk_.push_back(std::move(wish));
  if (for_disk_.size() > 1) return;
  boost::asio::post(context_, [this] { post_.to_disk(std::exchange(for_disk_, {})); });
}

void Shard::arm_timer() {
  const auto deadline = hub_.deadline();
  if (deadline == timer_set_to_) return;
  timer_set_to_ = deadline;
  if (!deadline) {
    timer_.cancel();
    return;
  }
  timer_.expires_at(clock_.steady(*deadline));
  timer_.async_wait([this](const error_code& error) {
    if (error) return;
    timer_set_to_.reset();
    step(hub::Tick{});
  });
}

void Shard::begin_stop() {
  boost::asio::post(context_, [this] {
    carry_out(hub_.stop());
    say_farewell();
  });
}

void Shard::join() {
  thread_.join();
}

void Shard::drain() {
  boost::asio::post(context_, [this] {
    hub_.drain();
    arm_timer();
  });
}

void Shard::count(std::function<void(hub::ShardCounts)> tell) {
  boost::asio::post(context_, [this, tell = std::move(tell)] { tell(counts()); });
}

void Shard::list(std::function<void(hub::Listing)> tell) {
  boost::asio::post(context_, [this, tell = std::move(tell)] { tell(hub_.listing()); });
}

hub::ShardCounts Shard::counts() const {
  hub::ShardCounts counts{hub_.counts(), traffic_, connections_.size(), 0};
  for (const auto& [session, connection] : connections_) counts.outbox_bytes += connection->outbox_bytes();
  return counts;
}

void Shard::say_farewell() {
  farewell_.expires_after(goodbye_time);
  farewell_.async_wait([this](const error_code&) {
    for (const auto& [session, connection] : connections_) connection->close();
    connections_.clear();
    if (!for_disk_.empty()) post_.to_disk(std::exchange(for_disk_, {}));
    context_.stop();
  });
}

}  // namespace certamen::net
