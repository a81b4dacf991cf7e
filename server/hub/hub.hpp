// One shard's whole server, still without I/O: bytes and letters in, bytes and letters out.
//
// Pure and single-threaded; each shard thread owns one. Rooms live on the shard their code names, sessions where they
// were accepted; what crosses shards crosses as letters. Instants passed in never go backwards. The hub wants a Tick at
// deadline().
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "server/hub/addresses.hpp"
#include "server/hub/config.hpp"
#include "server/hub/listing.hpp"
#include "server/hub/output.hpp"
#include "server/hub/rooms.hpp"
#include "server/hub/sessions.hpp"

namespace certamen::hub {

struct Opened {
  std::uint64_t session = 0;  // never reused on this shard
  AddressKey address{};
};
struct Received {
  std::uint64_t session = 0;
  std::span<const std::byte> bytes;
};
struct Closed {
  std::uint64_t session = 0;
};
struct Tick {};
using Input = std::variant<Opened, Received, Closed, ShardLetter, DiskLetter, Tick>;

class Hub {
 public:
  explicit Hub(Config config);
  Hub(const Hub&) = delete;
  Hub& operator=(const Hub&) = delete;

  [[nodiscard]] std::vector<Output> step(const Input& input, wire::Instant now);

  // At start, before any other step: a room as its journal tells it.
  [[nodiscard]] std::vector<Output> restore(const wire::RoomCode& code, GameId game, room::Room room,
                                            std::uint64_t entry_count, wire::Instant now);

  // Says goodbye to everyone; rooms stay as they are in the journal.
  [[nodiscard]] std::vector<Output> stop();

  // Before a stop that waits: questions that run go on to their end, nothing else begins. Rooms stay open to their members
  // and to those who come back.
  void drain() { rooms_.drain(); }

  // At start, before any other step: where others reach this server, for those who ask to tell them.
  void reachable_at(const std::vector<std::string>& addresses) { sessions_.reachable_at(addresses); }
  // What this shard has to tell the local network.
  [[nodiscard]] Listing listing() { return {sessions_.question_count(), rooms_.listed()}; }

  [[nodiscard]] std::optional<wire::Instant> deadline() const;

  [[nodiscard]] const Rooms& rooms() const { return rooms_; }
  [[nodiscard]] Counts counts() const;
  [[nodiscard]] std::size_t session_count() const { return sessions_.count(); }

 private:
  void on(const ShardLetter& letter, wire::Instant now, Outputs& out);
  void on(const DiskLetter& letter, wire::Instant now, Outputs& out);
  void on(const Tick&, wire::Instant now, Outputs& out);
  [[nodiscard]] std::vector<Output> settle(Outputs& out, wire::Instant now);

  const Config config_;
  Counts counts_;
  Addresses addresses_;
  Sessions sessions_;
  Rooms rooms_;
  std::optional<wire::Instant> sweep_due_;
  std::optional<wire::Instant> heartbeat_due_;
};

}  // namespace certamen::hub
