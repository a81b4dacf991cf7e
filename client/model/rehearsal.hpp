// A rehearsal: simulated players play a short match in a room of their own on the server that the host is connected to, and
// what was measured is judged.
//
// Plain values, and the judgement, which is pure: measures in, go or no-go out. Who runs it is client/rehearsal.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "proto/wire/messages.hpp"

namespace certamen::model {

inline constexpr std::uint32_t rehearsal_bots_usual = 30;  // a class
inline constexpr std::uint32_t rehearsal_bots_max = 200;   // of one machine
inline constexpr std::uint32_t rehearsal_questions_max = 3;

// What the measures are held against. Everybody who joins at the bell is in before the first question:
inline constexpr wire::Duration join_time_bound{5'000'000};
// options travel so long before they open, so within it all screens open together:
inline constexpr wire::Duration opening_spread_bound{300'000};
// a press shows at once, but after a second without the server's word people press again:
inline constexpr wire::Duration acknowledgement_bound{1'000'000};

// So far.
struct RehearsalProgress {
  std::uint32_t joined = 0;
  std::uint32_t answered = 0;
  std::uint32_t acknowledged = 0;
  std::uint32_t finished = 0;
  bool operator==(const RehearsalProgress&) const = default;
};

struct RehearsalMeasures {
  std::uint32_t wanted = 0;       // simulated players
  std::uint32_t turned_away = 0;  // of these, by the server's limits for one address
  std::uint32_t joined = 0;
  wire::Duration slowest_join{};
  wire::Duration opening_spread{};  // of a question's options, from the first player to the last; the widest
  wire::Duration acknowledgement_p50{};
  wire::Duration acknowledgement_p95{};
  wire::Duration acknowledgement_p99{};
  std::uint32_t answered = 0;
  std::uint32_t acknowledged = 0;
  std::uint32_t lost = 0;      // acknowledged, and missing at the end
  std::uint32_t finished = 0;  // players that saw the end and every result
  bool timed_out = false;
  bool reached = true;                     // the server answered at all
  std::optional<wire::Refusal> refused{};  // why there was no room, or no paper
  bool operator==(const RehearsalMeasures&) const = default;
};

enum class RehearsalCheck : std::uint8_t { Joining, Opening, Acknowledging, Answers, Results };
struct RehearsalFinding {
  RehearsalCheck check = RehearsalCheck::Joining;
  bool holds = false;
  bool operator==(const RehearsalFinding&) const = default;
};
struct RehearsalVerdict {
  bool go = false;
  std::vector<RehearsalFinding> findings;  // one a check, in their order; none where there was no match
  bool operator==(const RehearsalVerdict&) const = default;
};
// Go when every check holds. Players that the limits for one address turned away are not missed, while at least half of
// those wanted came in: real players come from elsewhere, and the host is told how many were measured.
[[nodiscard]] RehearsalVerdict verdict_on(const RehearsalMeasures& measures);

// The host's settings with a short paper and short waits, for a room that keeps nothing.
[[nodiscard]] wire::RoomSettings rehearsal_settings(wire::RoomSettings settings, std::uint32_t bots);

enum class RehearsalStage : std::uint8_t { Idle, Running, Cancelling, Ended };
struct Rehearsal {
  std::uint32_t bots = rehearsal_bots_usual;
  RehearsalStage stage = RehearsalStage::Idle;
  std::uint64_t run = 0;  // numbers them; what an earlier one still tells is not heard
  RehearsalProgress progress{};
  std::optional<RehearsalMeasures> measures{};  // of the last one that ended by itself
  bool operator==(const Rehearsal&) const = default;
};

}  // namespace certamen::model
