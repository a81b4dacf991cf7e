// What of an answer's way to the server is given back to the player.
//
// Pure. The instant that counts is the player's stamp, believed only inside [receipt - credit, receipt]. The credit is at
// most the least of three: the way as the server itself measured it, the room's cap, what is left of the player's quota.
// So a lie about stamps or round trips is worth the cap at most, and the quota over a match; server/README.md has the
// arithmetic. Whether an answer counts at all is decided by its receipt alone.
#pragma once

#include <cstddef>

#include "server/room/event.hpp"

namespace certamen::room {

// The stated measurement error of one answer's time: the step in which it counts.
inline constexpr std::uint32_t error_tenths = 1;

// What became of a player's stamp.
enum class Stamp : std::uint8_t {
  Unused,    // the room gives no credit, or no round trip was measured, or there was no stamp
  Believed,  // inside the window, or beyond it by no more than the error
  Outside,   // further beyond; the window's nearer end counts
};

struct FairTime {
  wire::Instant at{};       // what counts: after the opening, not after the receipt
  wire::Duration credit{};  // from there to the receipt; zero unless the stamp was earlier
  Stamp stamp = Stamp::Unused;
  bool operator==(const FairTime&) const = default;
};

// The way to the server as measured: half the lowest round trip, and all of the jitter (that of both ways, so that an
// answer which met twice the mean of its own way is still covered).
[[nodiscard]] wire::Duration one_way_bound(const RoundTrips& measured);

// The credit one player may use in a match of so many questions: three quarters of the cap a question, once the cap at
// least.
[[nodiscard]] wire::Duration credit_quota(const wire::RoomSettings& settings, std::size_t question_count);

// Requires that the answer was received after `opens_at`; `quota_left` is not negative.
[[nodiscard]] FairTime fair_time(const Answered& answered, const wire::RoomSettings& settings, wire::Instant opens_at,
                                 wire::Duration quota_left);

}  // namespace certamen::room
