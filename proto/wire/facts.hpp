// What is told of a room: to all of its members (RoomEvent) and to one seat (SeatEvent).
//
// Plain values; ranges were checked by the codec.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "proto/wire/exam_messages.hpp"
#include "proto/wire/team_messages.hpp"
#include "proto/wire/types.hpp"

namespace certamen::wire {

// ---- facts for everyone in a room (RoomEvent) ----

struct RosterEntry {
  SeatId seat;
  std::string name;
  Role role = Role::Player;
  bool plays = true;  // counts as a player; a host plays only by the setting host_plays
  bool connected = true;
  bool cohost = false;
  TeamNumber team = 0;  // 0: none, or none yet
  bool operator==(const RosterEntry&) const = default;
};
// Joins, leaves and lost connections since the last change, coalesced. An entry replaces the one of the same seat.
struct RosterChanged {
  std::vector<RosterEntry> changed;
  std::vector<SeatId> gone;
  bool operator==(const RosterChanged&) const = default;
};
struct MatchStarted {  // the paper is being drawn
  bool operator==(const MatchStarted&) const = default;
};
// The prompt alone, to be read before the options open.
struct QuestionAnnounced {
  std::uint32_t number = 0;  // from 1
  std::uint32_t total = 0;
  QuestionKind kind = QuestionKind::SingleChoice;
  ExamDomain domain = ExamDomain::Secure;
  std::uint32_t difficulty = 1;
  std::string topic_title;
  std::string prompt;
  Instant opens_at{};
  std::optional<Language> only_in{};  // the one language in which the bank has this question's texts; none: it has both
  bool operator==(const QuestionAnnounced&) const = default;
};
// Sent a short lead before opens_at, so that all screens open together.
struct QuestionAsked {
  std::uint32_t number = 0;
  std::vector<std::string> options;  // canonical order; empty for numeric and short text
  std::uint32_t choose = 1;          // how many options are right (multiple response says so)
  std::string unit;                  // numeric only
  Instant opens_at{};
  Instant closes_at{};
  std::uint32_t points_possible = 0;
  std::uint64_t shuffle_seed = 0;    // for settings.shuffle_per_player
  std::vector<std::string> matches;  // matching only: the right-hand sides, canonical order
  std::uint32_t vote = 1;            // 2: asked again, after the discussion
  bool operator==(const QuestionAsked&) const = default;
};
struct NoteShown {
  std::string text;
  std::string as_of;       // empty where the original note still holds
  std::string as_of_date;  // YYYY-MM, empty with as_of
  std::string lines;       // of the original notes
  bool operator==(const NoteShown&) const = default;
};
struct NumericCount {
  std::int64_t micros = 0;
  std::uint32_t count = 0;
  std::string reason;  // why this value is wrong, where the author says so
  bool operator==(const NumericCount&) const = default;
};
// An answer in words, as folded for comparison.
struct TextCount {
  std::string text;
  std::uint32_t count = 0;
  std::string reason;  // as in NumericCount
  bool operator==(const TextCount&) const = default;
};
struct QuestionRevealed {
  std::uint32_t number = 0;
  // Choices: the right options. Ordering: all options in the right order. Matching: for each option the index of its match.
  // Empty for numeric and short text.
  std::vector<OptionIndex> key;
  std::int64_t numeric_key_micros = 0;  // numeric only
  std::int64_t numeric_tolerance_micros = 0;
  // Aligned with options. Choices: how many picked it; ordering and matching: how many put it in its right place.
  std::vector<std::uint32_t> picks_by_option;
  std::vector<NumericCount> numeric_picks;  // numeric only; most frequent first, at most options_max
  std::vector<std::string> reasons;         // aligned with options
  std::uint32_t answered_count = 0;
  std::uint32_t right_count = 0;
  std::uint32_t player_count = 0;
  std::string explanation;
  std::vector<NoteShown> notes;
  Instant continues_at{};             // automatic pacing: when the ranking follows; zero when the host decides
  std::vector<std::string> text_key;  // short text only: accepted spellings, at most spellings_max
  std::vector<TextCount> text_picks;  // short text only; most frequent first, at most options_max
  bool voided = false;                // nobody gets points from it
  bool key_corrected = false;         // after it was first revealed
  // Where there were two votes, how the first one went; all the other counts are of the last.
  std::vector<std::uint32_t> first_picks_by_option{};
  std::uint32_t first_answered_count = 0;
  std::uint32_t first_right_count = 0;
  bool unscored = false;  // asked in an exam without counting for anybody
  bool operator==(const QuestionRevealed&) const = default;
};
struct RankingRow {
  SeatId seat;
  std::string name;
  std::uint32_t rank = 0;           // from 1; equal ranks are ties
  std::uint32_t previous_rank = 0;  // 0 before the first question
  std::int64_t points = 0;
  std::int64_t points_gained = 0;  // by the last question
  std::uint32_t right_count = 0;
  bool operator==(const RankingRow&) const = default;
};
struct RankingShown {
  std::uint32_t after_question = 0;
  std::vector<RankingRow> rows;  // best first, at most ranking_rows_max
  std::uint32_t player_count = 0;
  Instant continues_at{};        // as in QuestionRevealed
  std::vector<TeamRow> teams{};  // best first; empty without teams
  bool frozen = false;           // the standings after later questions are kept back until the end
  bool operator==(const RankingShown&) const = default;
};
struct MatchFinished {
  std::vector<RankingRow> rows;  // as in RankingShown
  std::uint32_t player_count = 0;
  std::uint32_t question_count = 0;
  SeatId fastest_seat;               // who gave the fastest right answer; nobody if none
  std::uint32_t fastest_tenths = 0;  // its time in tenths of a second
  SeatId streak_seat;                // who had the longest run of right answers; nobody if none
  std::uint32_t streak_length = 0;
  std::vector<std::uint32_t> voided{};  // question numbers, ascending
  std::vector<std::uint32_t> key_corrected{};
  std::vector<std::uint32_t> skipped{};
  std::vector<TeamRow> teams{};          // as in RankingShown
  std::vector<ResolverStep> resolver{};  // after a freeze: from the last place up, of the rows above
  bool operator==(const MatchFinished&) const = default;
};
// The question that is open closes later.
struct QuestionExtended {
  std::uint32_t number = 0;
  Instant closes_at{};
  bool operator==(const QuestionExtended&) const = default;
};
struct QuestionSkipped {
  std::uint32_t number = 0;
  bool operator==(const QuestionSkipped&) const = default;
};
enum class Correction : std::uint8_t { Voided, KeyCorrected };
struct CorrectedRow {
  SeatId seat;
  std::uint32_t old_rank = 0;  // 0: not ranked before
  std::int64_t old_points = 0;
  std::uint32_t rank = 0;
  std::int64_t points = 0;
  bool operator==(const CorrectedRow&) const = default;
};
// All points and ranks were computed again. A ranking or podium on the screens is told again after this.
struct RankingCorrected {
  std::uint32_t question_number = 0;
  Correction correction = Correction::Voided;
  std::vector<CorrectedRow> rows;  // whose rank or points changed, best first, at most ranking_rows_max
  QuestionRevealed revealed;       // the question as it stands now
  bool operator==(const RankingCorrected&) const = default;
};
struct RoomLockChanged {
  bool locked = false;
  bool operator==(const RoomLockChanged&) const = default;
};
// The room's clock stands still; deadlines move by the length of the pause.
struct RoomPaused {
  PauseReason reason = PauseReason::HostAsked;
  Instant since{};
  bool operator==(const RoomPaused&) const = default;
};
// The clock runs again; an open question has these new times, otherwise they are zero.
struct RoomResumed {
  Instant opens_at{};
  Instant closes_at{};
  Instant continues_at{};  // an automatic reveal's or ranking's new end
  bool operator==(const RoomResumed&) const = default;
};
// The server cannot write its journal: nothing is acknowledged until it can. Not part of the match's story.
struct RoomTroubled {
  bool storage_failing = false;
  bool operator==(const RoomTroubled&) const = default;
};

using RoomFact = std::variant<RosterChanged, MatchStarted, QuestionAnnounced, QuestionAsked, QuestionRevealed, RankingShown,
                              MatchFinished, RoomPaused, RoomResumed, QuestionExtended, QuestionSkipped, RankingCorrected,
                              RoomLockChanged, ExamOpened, DiscussionOpened>;
struct RoomEvent {
  std::uint64_t sequence = 0;
  RoomFact fact;
  bool operator==(const RoomEvent&) const = default;
};

// ---- facts for one seat (SeatEvent) ----

// Exam simulation: the answer is kept, and another may still take its place; the time is that since the exam opened.
struct AnswerLocked {
  std::uint32_t question_number = 0;
  Answer answer;
  std::uint32_t answer_tenths = 0;  // the time that counts, in tenths of a second, rounded down
  std::optional<Certainty> certainty{};
  std::uint32_t vote = 1;
  bool operator==(const AnswerLocked&) const = default;
};
struct OwnResult {
  std::uint32_t question_number = 0;
  bool answered = false;
  bool right = false;
  std::uint32_t answer_tenths = 0;
  std::int64_t points_gained = 0;
  std::int64_t points = 0;
  std::uint32_t streak = 0;  // right answers in a row up to here
  std::uint32_t rank = 0;    // that of the last ranking shown while standings are kept back; 0: none was shown
  std::uint32_t player_count = 0;
  std::uint32_t right_count = 0;
  std::uint32_t credit_thousandths =
      0;                   // of a whole right answer, rounded half up; what scoring makes of it is in the points
  std::int64_t bonus = 0;  // the streak's part of points_gained
  std::optional<Certainty> certainty{};
  bool operator==(const OwnResult&) const = default;
};
// To hosts and spectators only, coalesced. During an exam question 0, and `answered` counts the papers handed in.
struct ProgressCounted {
  std::uint32_t question_number = 0;
  std::uint32_t answered = 0;
  std::uint32_t players_connected = 0;
  bool operator==(const ProgressCounted&) const = default;
};
struct QuestionReviewed {
  QuestionAnnounced announced;
  QuestionAsked asked;
  QuestionRevealed revealed;
  std::optional<Answer> own_answer;
  std::optional<OwnResult> own_result;
  std::optional<Answer> own_first_answer{};  // where there were two votes
  bool operator==(const QuestionReviewed&) const = default;
};

// How fair the time of a finished match was, for the host: milliseconds, best player first.
struct FairnessRow {
  SeatId seat;
  std::uint32_t answers = 0;
  std::uint32_t credited = 0;           // answers whose instant is earlier than their receipt
  std::uint32_t credit_ms = 0;          // of all answers together
  std::uint32_t stamps_outside = 0;     // claimed a time that could not be believed
  std::uint32_t round_trip_p50_ms = 0;  // of the round trips measured last before each answer; 0: none was
  std::uint32_t round_trip_p95_ms = 0;
  std::uint32_t rank = 0;
  std::uint32_t rank_without_credit = 0;
  std::uint32_t measured = 0;  // answers before which a round trip had been measured
  bool operator==(const FairnessRow&) const = default;
};
struct FairnessReported {
  std::vector<FairnessRow> rows;    // at most ranking_rows_max on the wire
  std::uint32_t ranks_changed = 0;  // players who would stand elsewhere without credit
  std::uint32_t quota_ms = 0;       // the credit a player may use in the whole match
  std::uint32_t player_count = 0;   // of whom the rows are the best
  std::uint32_t error_ms = 0;       // the stated error of one answer's time; 0: not said
  bool operator==(const FairnessReported&) const = default;
};

// What this seat may command from now on, and the ticket that proves it.
enum class Rights : std::uint8_t { None, Cohost, Host };
struct RightsChanged {
  Rights rights = Rights::None;
  std::optional<Ticket> ticket;  // absent with None
  bool operator==(const RightsChanged&) const = default;
};

// One question of an exam's paper; its times are zero.
struct PaperQuestion {
  QuestionAnnounced announced;
  QuestionAsked asked;
  bool operator==(const PaperQuestion&) const = default;
};
// What a player has on the paper.
struct OwnExam {
  std::vector<AnswerLocked> answers;  // by question number
  std::vector<std::uint32_t> flags;   // question numbers, ascending
  bool handed_in = false;
  bool operator==(const OwnExam&) const = default;
};

// How one's own team voted first, during the discussion. Ordering and matching are only counted: to say which places are
// right would tell the key.
struct TeamVotes {
  std::uint32_t number = 0;
  TeamNumber team = 0;
  std::uint32_t member_count = 0;  // who were asked
  std::uint32_t answered_count = 0;
  std::vector<std::uint32_t> picks_by_option;  // choices only
  std::vector<NumericCount> numeric_picks;     // numeric only; as in QuestionRevealed, without reasons
  std::vector<TextCount> text_picks;           // short text only; likewise
  bool operator==(const TeamVotes&) const = default;
};
// The true standings of a frozen ranking: to hosts that do not play.
struct FrozenRanking {
  RankingShown ranking;
  bool operator==(const FrozenRanking&) const = default;
};

using SeatFact =
    std::variant<AnswerLocked, OwnResult, ProgressCounted, QuestionReviewed, FairnessReported, RightsChanged, PaperQuestion,
                 QuestionFlagged, PaperHandedIn, ExamResult, TeamVotes, AllowanceChanged, FrozenRanking, ClassReported>;
struct SeatEvent {
  std::uint64_t sequence = 0;
  SeatFact fact;
  bool operator==(const SeatEvent&) const = default;
};

}  // namespace certamen::wire
