// One thread of the server: an event loop, its hub, and the connections it accepted.
//
// Everything but post(), adopt(), begin_stop() and join() happens on the shard's own thread; those may be called from any
// thread.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <unordered_map>
#include <vector>

#include "server/hub/hub.hpp"
#include "server/net/connection.hpp"
#include "server/net/server_clock.hpp"

namespace certamen::net {

class Shard {
 public:
  using Letter = std::variant<hub::ShardLetter, hub::DiskLetter>;
  struct Post {
    std::function<void(std::uint32_t shard, hub::ShardLetter)> to_shard;
    std::function<void(std::vector<hub::DiskWish>)> to_disk;  // never with none
  };

  Shard(hub::Config config, const ServerClock& clock, Post post, std::optional<tls::Context> encryption);

  // Before start() only: a room from its journal.
  void restore(const wire::RoomCode& code, hub::GameId game, room::Room room, std::uint64_t entry_count);

  // Before start() only: where others reach this server.
  void reachable_at(const std::vector<std::string>& addresses) { hub_.reachable_at(addresses); }

  void start();
  void post(Letter letter);
  void adopt(Socket socket);
  // Says goodbye to everyone, lets the goodbyes leave and ends the thread.
  void begin_stop();
  // Lets running questions end and begins nothing new.
  void drain();
  // Calls `tell` on the shard's thread, soon.
  void count(std::function<void(hub::ShardCounts)> tell);
  // Likewise, with what the shard has to tell the local network.
  void list(std::function<void(hub::Listing)> tell);
  // Waits for the thread to end.
  void join();

  [[nodiscard]] boost::asio::io_context& context() { return context_; }

 private:
  void step(const hub::Input& input);
  void carry_out(std::vector<hub::Output> outputs);
  void transmit(std::uint64_t session, const wire::Frame& frame);
  void flush();
  void post_to_disk(hub::DiskWish wish);
  void arm_timer();
  void say_farewell();
  [[nodiscard]] hub::ShardCounts counts() const;

  boost::asio::io_context context_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
  boost::asio::steady_timer timer_;
  boost::asio::steady_timer farewell_;
  std::optional<wire::Instant> timer_set_to_;
  const ServerClock& clock_;
  Post post_;
  const std::optional<tls::Context> encryption_;
  hub::Hub hub_;
  hub::Traffic traffic_;
  Connection::Callbacks callbacks_;
  std::vector<std::byte> read_buffer_;
  std::unordered_map<std::uint64_t, std::shared_ptr<Connection>> connections_;
  std::vector<Connection*> unflushed_;  // during carry_out() only; each holds what it was given since
  std::size_t flush_turn_ = 0;          // who comes first changes, so that nobody is always last
  std::vector<hub::DiskWish> for_disk_;
  std::uint64_t sessions_seen_ = 0;
  std::thread thread_;
};

}  // namespace certamen::net
