// The words both programs share: identities, kinds, settings, answers. Plain values whose ranges the codec has checked.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "proto/wire/limits.hpp"
#include "proto/wire/time.hpp"

namespace certamen::wire {

enum class Language : std::uint8_t { English, Spanish };
inline constexpr std::size_t language_count = 2;
[[nodiscard]] constexpr std::size_t index_of(Language language) {
  return static_cast<std::size_t>(language);
}

enum class QuestionKind : std::uint8_t { SingleChoice, MultipleResponse, TrueFalse, Numeric, Ordering, Matching, ShortText };
inline constexpr std::size_t question_kind_count = 7;
// General: of no exam in particular, as questions that a teacher brings.
enum class ExamDomain : std::uint8_t { Secure, Resilient, HighPerforming, CostOptimized, General };
inline constexpr std::size_t exam_domain_count = 5;
enum class Mode : std::uint8_t { Competition, Solo, ExamSimulation, TeamPractice };
// In every pacing a question closes when everyone connected has answered it, at its time at the latest. Then the host goes
// on; or a time does, which waits for a missing host; or, where the players' answers are the pace, it waits for no host.
enum class Pacing : std::uint8_t { HostPaced, Automatic, WhenAnswered };
enum class Scoring : std::uint8_t { Speed, Accuracy, Certainty, Exam };
// How sure a player is of an answer; asked for by Scoring::Certainty only.
enum class Certainty : std::uint8_t { Low, Middle, High };
enum class Role : std::uint8_t { Player, Host, Spectator };

// What a room is doing, as its members see it.
enum class Phase : std::uint8_t {
  Gathering,
  Drawing,
  Reading,
  Asking,
  Revealing,
  Ranking,
  Finished,
  Examining,
  Discussing,  // between the two votes on a question
};
enum class PauseReason : std::uint8_t { HostAsked, HostGone, ServerRestarted, StorageFailing };

// A member of a room for as long as the room lives; never reused inside a room. Zero is nobody.
struct SeatId {
  std::uint32_t value = 0;
  auto operator<=>(const SeatId&) const = default;
};

// Teams have numbers from 1; 0 is no team.
using TeamNumber = std::uint32_t;
// Who decides which player is in which team; whoever has none when the match begins is put in a small one.
enum class TeamForming : std::uint8_t { ByPlayers, ByHost, Balanced };

// Six letters and digits without look-alikes, upper case.
using RoomCode = std::string;

// 128 random bits that prove a seat or the host's rights. Whoever holds the bytes holds the right.
struct Ticket {
  std::array<std::uint8_t, ticket_bytes> bytes{};
  auto operator<=>(const Ticket&) const = default;
};

struct RoomSettings {
  Mode mode = Mode::Competition;
  Pacing pacing = Pacing::HostPaced;
  Scoring scoring = Scoring::Speed;
  std::uint32_t question_count = 10;  // 1 to questions_per_match_max
  std::uint32_t capacity = 200;       // players, 1 to players_per_room_max
  std::uint32_t answer_seconds = 0;   // 0: each question's own time; else 2 to 300
  std::uint32_t reading_seconds = 3;  // 1 to 30, prompt alone before the options open
  std::uint32_t reveal_seconds = 8;   // 1 to 120, not of host pacing
  std::uint32_t ranking_seconds = 5;  // 1 to 60, not of host pacing
  std::uint32_t difficulty_min = 1;   // 1 to 5
  std::uint32_t difficulty_max = 5;   // difficulty_min to 5
  bool late_join = true;
  bool host_plays = false;
  bool shuffle_per_player = false;  // each player sees the options in an order of their own
  std::vector<std::string> topics;  // topic ids; empty means all
  std::vector<ExamDomain> domains;  // empty means all
  // Options of speed and accuracy scoring; certainty and exam scoring know none.
  bool streak_bonus = false;
  std::uint32_t penalty_percent = 0;  // of the points possible, for an answer that earns nothing; 0 to 100
  bool partial_credit = false;
  std::vector<QuestionKind> kinds;  // empty means all
  bool generated_names = false;     // players get friendly names instead of those they type
  bool listed = false;              // shown to everyone on the local network while it takes joins
  // How much of an answer's way the server may give back at most, in milliseconds; 0: nothing, receipt decides. To 1000.
  std::uint32_t credit_cap_ms = 300;
  // Exam simulation only: the one clock of the whole paper. 0: exam_seconds_per_question each; else exam_seconds_min to
  // exam_seconds_max.
  std::uint32_t exam_seconds = 0;
  // Exam simulation only: so many of the questions are asked but count for nothing, nobody knows which before the end, as
  // real exams try out new questions; 0 to question_count - 1.
  std::uint32_t exam_unscored_count = 0;
  // Teams and votes; not in solo rounds and exams.
  std::uint32_t team_count = 0;  // 0: no teams; else teams_min to teams_max
  TeamForming team_forming = TeamForming::ByPlayers;
  // 0: one vote. Else everyone votes, talks for so long (discuss_seconds_min to discuss_seconds_max), and votes again.
  std::uint32_t discuss_seconds = 0;
  // After so many of the last questions players go on seeing the standings of before; 0 to questions_per_match_max.
  std::uint32_t freeze_questions = 0;
  // Played by simulated players to try out server and network: nothing of it is kept, and it ends when the last one leaves.
  bool rehearsal = false;
  bool operator==(const RoomSettings&) const = default;
};

// Options are named by their index in the question's canonical order, whatever order a player sees.
using OptionIndex = std::uint8_t;

struct ChoiceAnswer {
  std::vector<OptionIndex> options;  // ascending, distinct, at least one
  bool operator==(const ChoiceAnswer&) const = default;
};
struct NumericAnswer {
  std::int64_t micros = 0;  // the number times 1,000,000; within +-numeric_micros_max
  bool operator==(const NumericAnswer&) const = default;
};
struct OrderAnswer {
  std::vector<OptionIndex> options;  // each of the question's options once, in the order the player gives
  bool operator==(const OrderAnswer&) const = default;
};
struct MatchAnswer {
  std::vector<OptionIndex> matches;  // for each option the index of its match; two options may share one
  bool operator==(const MatchAnswer&) const = default;
};
struct TextAnswer {
  std::string text;  // as typed; 1 to text_answer_bytes_max
  bool operator==(const TextAnswer&) const = default;
};
using Answer = std::variant<ChoiceAnswer, NumericAnswer, OrderAnswer, MatchAnswer, TextAnswer>;

}  // namespace certamen::wire
