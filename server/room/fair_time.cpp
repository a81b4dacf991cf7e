#include "server/room/fair_time.hpp"

#include <algorithm>
#include <chrono>

#include "server/exam/score.hpp"

namespace certamen::room {
namespace {

constexpr std::int64_t quota_numerator = 3;
constexpr std::int64_t quota_denominator = 4;

wire::Duration cap_of(const wire::RoomSettings& settings) {
  return std::chrono::milliseconds(settings.credit_cap_ms);
}

}  // namespace

wire::Duration one_way_bound(const RoundTrips& measured) {
  return measured.lowest / 2 + measured.jitter;
}

wire::Duration credit_quota(const wire::RoomSettings& settings, std::size_t question_count) {
  const wire::Duration cap = cap_of(settings);
  return std::max(cap, cap * static_cast<std::int64_t>(question_count) * quota_numerator / quota_denominator);
}

FairTime fair_time(const Answered& answered, const wire::RoomSettings& settings, wire::Instant opens_at,
                   wire::Duration quota_left) {
  const wire::Instant receipt = answered.received_at;
  const bool stamped = answered.chosen_at != wire::Instant{};
  if (settings.credit_cap_ms == 0 || !answered.round_trips || !stamped) return {receipt, {}, Stamp::Unused};
  const wire::Duration window = std::min(one_way_bound(*answered.round_trips), cap_of(settings));
  FairTime fair;
  const bool outside =
      answered.chosen_at < receipt - window - exam::time_step || answered.chosen_at > receipt + exam::time_step;
  fair.stamp = outside ? Stamp::Outside : Stamp::Believed;
  const wire::Instant earliest = std::max(receipt - std::min(window, quota_left), opens_at);
  fair.at = std::clamp(answered.chosen_at, std::min(earliest, receipt), receipt);
  fair.credit = receipt - fair.at;
  return fair;
}

}  // namespace certamen::room
