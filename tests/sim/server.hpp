// The server of a simulation: real hubs, one a shard, with simulated threads, timers, letters and sockets around them.
//
// Letters between the same two correspondents are late but in order. A timer may ring late, never early. When the process
// dies, hubs, letters and what the disk had not written are gone; the next life begins with the journals.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "server/hub/hub.hpp"
#include "tests/sim/disk.hpp"
#include "tests/sim/network.hpp"
#include "tests/sim/sabotage.hpp"
#include "tests/sim/watch.hpp"

namespace certamen::sim {

class Server final : public ServerEnd {
 public:
  struct Surroundings {
    World& world;
    Network& network;
    Disk& disk;
    const PaperSource& papers;
    Stories& stories;
    Attendance& attendance;
    Watch& watch;
    Saboteur& saboteur;
  };
  Server(Surroundings around, const Plan& plan);

  // Begins a life with the rooms whose journals are on the disk.
  void start(std::uint32_t shard_count);
  // SIGTERM to a server that waits for its questions: they go on, nothing else begins.
  void drain();
  // SIGTERM: says goodbye, writes what can be written.
  void stop();
  // SIGKILL.
  void kill();

  [[nodiscard]] bool up() const { return !hubs_.empty(); }
  // On the server's timeline. Requires up().
  [[nodiscard]] Instant now() const { return begun_at_ + (around_.world.now() - begun_in_world_); }
  [[nodiscard]] std::uint32_t lives() const { return lives_; }
  // Told to let its questions end: other rooms rest until its next life.
  [[nodiscard]] bool draining() const { return draining_; }
  [[nodiscard]] Instant begun_at() const { return begun_at_; }
  [[nodiscard]] const std::vector<std::unique_ptr<hub::Hub>>& hubs() const { return hubs_; }
  [[nodiscard]] const room::Room* find_room(const wire::RoomCode& code) const;

  [[nodiscard]] std::size_t letters_on_their_way() const { return letters_on_their_way_; }
  // Entries that the hub recorded and does not yet know to be safe.
  [[nodiscard]] std::uint64_t entries_unsafe(hub::GameId game) const;
  [[nodiscard]] const std::map<hub::GameId, std::uint64_t>& entries_recorded() const { return recorded_; }
  [[nodiscard]] std::uint64_t digest() const { return digest_; }
  [[nodiscard]] std::uint64_t frames_sent() const { return frames_sent_; }

  // ---- ServerEnd ----
  void opened(ConnectionId connection) override;
  void received(ConnectionId connection, std::span<const std::byte> bytes) override;
  void closed(ConnectionId connection) override;

  void heard_from_disk(std::uint32_t shard, hub::DiskLetter letter);

 private:
  struct Place {
    std::uint32_t shard = 0;
    std::uint64_t session = 0;
  };
  struct Lane {
    Instant last_arrival{};
  };
  static constexpr std::uint32_t disk_lane = 1'000;

  void feed(std::uint32_t shard, const hub::Input& input);
  void carry_out(std::uint32_t shard, std::vector<hub::Output> outputs);
  void transmit(std::uint32_t shard, const hub::Transmit& transmit);
  void send(ConnectionId connection, const wire::Frame& frame, const wire::ServerMessage& message);
  void cut_off(ConnectionId connection);
  void disconnect(std::uint32_t shard, std::uint64_t session);
  void post_to_disk(std::uint32_t shard, hub::DiskWish wish);
  void post_later(std::uint32_t from, std::uint32_t to, std::function<void()> deliver);
  void arm(std::uint32_t shard);
  void restore(hub::GameId game, const Game& stored);
  void forget_everything();
  void mix(std::uint64_t value);

  Surroundings around_;
  const Plan plan_;
  Dice dice_;
  std::uint32_t lives_ = 0;
  Instant begun_at_{};
  Instant begun_in_world_{};
  Instant died_at_{};
  std::vector<std::unique_ptr<hub::Hub>> hubs_;
  std::vector<std::optional<Instant>> armed_for_;
  std::vector<std::uint64_t> sessions_seen_;
  std::uint32_t turn_ = 0;
  std::map<ConnectionId, Place> place_of_;
  std::map<std::pair<std::uint32_t, std::uint64_t>, ConnectionId> connection_of_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Lane> lanes_;
  std::size_t letters_on_their_way_ = 0;
  std::map<hub::GameId, std::uint64_t> recorded_;
  std::map<hub::GameId, std::uint64_t> known_safe_;
  bool draining_ = false;
  std::uint64_t digest_ = 0;
  std::uint64_t frames_sent_ = 0;
};

}  // namespace certamen::sim
