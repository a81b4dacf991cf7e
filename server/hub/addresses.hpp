// What each network address may still do here: open connections, open rooms, and be wrong about room codes and tickets.
//
// Pure; one per shard, owned by its Hub. A whole school may sit behind one address, so every limit has a large burst, and
// a try with the right code costs nothing. Connections and rooms are dealt out to the shards in turn and codes name their
// shard by a hash, so each shard guards its share of a limit and no shard asks another. Memory is bounded: an address is
// remembered while it has connections or rooms and for Limits::address_memory after; of more than Limits::addresses_max
// the one idle for longest is forgotten first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "server/hub/address.hpp"
#include "server/hub/limits.hpp"
#include "server/hub/token_bucket.hpp"

namespace certamen::hub {

class Addresses {
 public:
  // `limits` must outlive this.
  Addresses(const Limits& limits, std::uint32_t shard_count);

  // Counts a new connection, or refuses it: too many open, or too many of late.
  [[nodiscard]] bool admit_session(const AddressKey& address, wire::Instant now);
  // An admitted connection is gone.
  void session_gone(const AddressKey& address, wire::Instant now);

  // Counts a new room, or refuses it.
  [[nodiscard]] bool admit_room(const AddressKey& address, wire::Instant now);
  void room_gone(const AddressKey& address, wire::Instant now);

  // Whether a code or a ticket may be tried at all. `failed_before`: this connection has tried since it last had a seat;
  // then it may not use what is kept for the first tries of others behind the same address. While the whole shard sees
  // too many failures, only addresses without a failure in memory are heard.
  [[nodiscard]] bool may_try(const AddressKey& address, bool failed_before, wire::Instant now);
  // The code or the ticket was wrong.
  void tried_in_vain(const AddressKey& address, wire::Instant now);

  [[nodiscard]] std::size_t remembered() const { return records_.size(); }

 private:
  struct Record {
    std::size_t sessions = 0;
    std::size_t rooms = 0;
    TokenBucket new_sessions;
    TokenBucket new_rooms;
    TokenBucket failures;
    std::optional<wire::Instant> failed_at{};
    std::optional<wire::Instant> idle_since{};  // its place in idle_
  };

  [[nodiscard]] std::size_t share(std::size_t limit) const;
  [[nodiscard]] std::int64_t share(std::int64_t limit) const;
  [[nodiscard]] TokenBucket bucket(std::int64_t burst, std::int64_t per_minute, wire::Instant now) const;
  Record& record(const AddressKey& address, wire::Instant now);
  // Puts the record into its place among the idle ones, or takes it out.
  void touched(const AddressKey& address, Record& record, wire::Instant now);
  void forget_old(wire::Instant now);

  const Limits& limits_;
  std::uint32_t shard_count_;
  std::map<AddressKey, Record> records_;
  std::set<std::pair<wire::Instant, AddressKey>> idle_;
  std::optional<TokenBucket> all_failures_;
};

}  // namespace certamen::hub
