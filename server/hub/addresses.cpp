#include "server/hub/addresses.hpp"

#include <algorithm>

namespace certamen::hub {
namespace {

// Buckets count sixtieths, so that rates may be given by the minute.
constexpr std::int64_t one = 60;

}  // namespace

AddressKey address_key(std::span<const std::uint8_t> address) {
  constexpr std::size_t v4_offset = 12;
  constexpr std::size_t v6_network_bytes = 8;
  constexpr std::array<std::uint8_t, v4_offset> v4_in_v6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  AddressKey key;
  if (address.size() == 4) {
    std::copy(v4_in_v6.begin(), v4_in_v6.end(), key.bytes.begin());
    std::copy(address.begin(), address.end(), key.bytes.begin() + v4_offset);
  } else {
    const bool holds_v4 = std::equal(v4_in_v6.begin(), v4_in_v6.end(), address.begin());
    std::copy_n(address.begin(), holds_v4 ? address.size() : v6_network_bytes, key.bytes.begin());
  }
  return key;
}

Addresses::Addresses(const Limits& limits, std::uint32_t shard_count) : limits_(limits), shard_count_(shard_count) {}

std::size_t Addresses::share(std::size_t limit) const {
  return (limit + shard_count_ - 1) / shard_count_;
}

std::int64_t Addresses::share(std::int64_t limit) const {
  return (limit + shard_count_ - 1) / shard_count_;
}

TokenBucket Addresses::bucket(std::int64_t burst, std::int64_t per_minute, wire::Instant now) const {
  return {share(burst) * one, share(per_minute), now};
}

Addresses::Record& Addresses::record(const AddressKey& address, wire::Instant now) {
  const auto found = records_.find(address);
  if (found != records_.end()) return found->second;
  forget_old(now);
  Record fresh{0, 0, bucket(limits_.new_sessions_per_address_burst, limits_.new_sessions_per_address_per_minute, now),
               bucket(limits_.new_rooms_per_address_burst, limits_.new_rooms_per_address_per_minute, now),
               bucket(limits_.failed_tries_per_address_burst, limits_.failed_tries_per_address_per_minute, now)};
  return records_.emplace(address, std::move(fresh)).first->second;
}

// A few at a time, so that no single connection pays for all; the bound holds at every moment.
void Addresses::forget_old(wire::Instant now) {
  constexpr int expired_at_once = 2;
  for (int i = 0; i < expired_at_once && !idle_.empty(); ++i) {
    const auto oldest = idle_.begin();
    const bool full = records_.size() >= limits_.addresses_max;
    if (!full && now - oldest->first < limits_.address_memory) return;
    records_.erase(oldest->second);
    idle_.erase(oldest);
  }
}

void Addresses::touched(const AddressKey& address, Record& record, wire::Instant now) {
  if (record.idle_since) idle_.erase({*record.idle_since, address});
  record.idle_since.reset();
  if (record.sessions > 0 || record.rooms > 0) return;
  record.idle_since = now;
  idle_.insert({now, address});
}

bool Addresses::admit_session(const AddressKey& address, wire::Instant now) {
  Record& known = record(address, now);
  const bool admitted =
      known.sessions < share(limits_.sessions_per_address_max) && known.new_sessions.take_if_there(one, now);
  if (admitted) ++known.sessions;
  touched(address, known, now);
  return admitted;
}

void Addresses::session_gone(const AddressKey& address, wire::Instant now) {
  Record& known = record(address, now);
  if (known.sessions > 0) --known.sessions;
  touched(address, known, now);
}

bool Addresses::admit_room(const AddressKey& address, wire::Instant now) {
  Record& known = record(address, now);
  const bool admitted = known.rooms < share(limits_.rooms_per_address_max) && known.new_rooms.take_if_there(one, now);
  if (admitted) ++known.rooms;
  touched(address, known, now);
  return admitted;
}

void Addresses::room_gone(const AddressKey& address, wire::Instant now) {
  Record& known = record(address, now);
  if (known.rooms > 0) --known.rooms;
  touched(address, known, now);
}

bool Addresses::may_try(const AddressKey& address, bool failed_before, wire::Instant now) {
  const auto found = records_.find(address);
  if (found == records_.end()) return true;
  Record& known = found->second;
  const std::int64_t kept = failed_before ? share(limits_.failed_tries_kept_for_first) * one : 0;
  if (!known.failures.has(one + kept, now)) return false;
  const bool failed_of_late = known.failed_at && now - *known.failed_at < limits_.address_memory;
  return !failed_of_late || !all_failures_ || all_failures_->has(one, now);
}

void Addresses::tried_in_vain(const AddressKey& address, wire::Instant now) {
  Record& known = record(address, now);
  known.failed_at = now;
  static_cast<void>(known.failures.take_if_there(one, now));
  if (!all_failures_) all_failures_ = bucket(limits_.failed_tries_burst, limits_.failed_tries_per_minute, now);
  static_cast<void>(all_failures_->take_if_there(one, now));
  touched(address, known, now);
}

}  // namespace certamen::hub
