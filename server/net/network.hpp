// The wires around the hubs: a listener and one thread per shard.
//
// Asio stays behind this header. Called from the main thread; letters for shards may be posted from any thread once
// start() has returned.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "proto/tls/channel.hpp"
#include "proto/wire/result.hpp"
#include "server/hub/hub.hpp"
#include "server/net/server_clock.hpp"

namespace certamen::net {

class Network {
 public:
  // One configuration per shard. `to_disk` is called on shard threads and must not block. `clock` must outlive this.
  // Without `encryption` connections are plain.
  Network(std::vector<hub::Config> configs, const ServerClock& clock,
          std::function<void(std::uint32_t shard, std::vector<hub::DiskWish>)> to_disk, std::optional<tls::Context> encryption);
  ~Network();

  // Binds; nobody is served yet. A fault says what is wrong with the address.
  [[nodiscard]] wire::Result<void> bind(const std::string& host, std::uint16_t port);
  [[nodiscard]] std::string address() const;

  // HOST:PORT for others on the network, the likeliest first. None when only this machine reaches the server, or when no
  // network is there; clients are told the same.
  [[nodiscard]] const std::vector<std::string>& reachable() const;
  // Whether others may reach the server, now or when a network is there.
  [[nodiscard]] bool serves_others() const;

  // Between bind() and start(): the server will tell the local network of itself, under this name, by beacons and by DNS-SD.
  // `server` is random. `to` is a HOST:PORT by number that is told instead of everyone, by beacons alone; a fault when it is
  // none.
  [[nodiscard]] wire::Result<void> announce(std::uint64_t server, std::string name, const std::string& to_host,
                                            std::uint16_t to_port);

  // Between bind() and start(): a room from its journal, on the shard its code names.
  void restore(const wire::RoomCode& code, hub::GameId game, room::Room room, std::uint64_t entry_count);

  void start();
  void post(std::uint32_t shard, hub::DiskLetter letter);
  void post_to_all(const hub::DiskLetter& letter);
  // What each shard has counted; nothing for one that does not answer in time. From any thread, between start() and stop().
  [[nodiscard]] std::vector<std::optional<hub::ShardCounts>> count(std::chrono::milliseconds patience) const;
  // Running questions go on to their end, nothing new begins.
  void drain();
  // Stops accepting, says goodbye to everyone and ends every thread.
  void stop();

 private:
  struct Wires;
  std::unique_ptr<Wires> wires_;
};

}  // namespace certamen::net
