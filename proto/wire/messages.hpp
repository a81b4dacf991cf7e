// Every message of protocol 1 as plain structs. Client messages are wishes, server messages are facts.
//
// A RoomEvent carries the room's sequence: join and resume answer with a Snapshot at some sequence, each event after it
// is one higher, and a gap means that the client must resume. Private facts (SeatEvent) carry the sequence of the last
// RoomEvent before them and do not count up. What a client may see of an open question has no field for its key.
#pragma once

#include "proto/wire/orders.hpp"
#include "proto/wire/exam_messages.hpp"
#include "proto/wire/types.hpp"

namespace certamen::wire {

// ---- what a client wishes ----

struct Hello {
  std::uint32_t protocol_min = protocol_version_min;
  std::uint32_t protocol_max = protocol_version_max;
  std::string client_version;
  Language language = Language::English;
  std::string server_password{};  // empty: none given
  bool operator==(const Hello&) const = default;
};
// A client answers each Pong it waited for with another Ping that has only an echo, at once: so the server measures the
// round trip itself. An echo gets no Pong. Nonces are not zero.
struct Ping {
  std::uint64_t nonce = 0;
  std::uint64_t echo = 0;  // the nonce of a Pong just received; 0: none
  bool operator==(const Ping&) const = default;
};
struct ChooseLanguage {
  Language language = Language::English;
  bool operator==(const ChooseLanguage&) const = default;
};
struct BrowseTopics {
  bool operator==(const BrowseTopics&) const = default;
};
// The opener becomes the host; `name` matters only when settings.host_plays. A password is asked of everyone who joins;
// no server message has a field for it.
struct OpenRoom {
  RoomSettings settings;
  std::string name;
  std::string password{};  // empty: none
  bool operator==(const OpenRoom&) const = default;
};
// A wish repeated with the same nonce, code, name and role is the same wish: when its answer was lost with the connection,
// the repetition gets the seat that was given, with a new ticket. The nonce is as secret as a ticket.
struct JoinRoom {
  RoomCode code;
  std::string name;
  Role role = Role::Player;  // Player or Spectator
  std::optional<Ticket> nonce{};
  std::string password{};  // of the room; empty: none given
  bool operator==(const JoinRoom&) const = default;
};
struct ResumeSeat {
  RoomCode code;
  Ticket ticket;
  bool operator==(const ResumeSeat&) const = default;
};
struct LeaveRoom {
  bool operator==(const LeaveRoom&) const = default;
};
struct SubmitAnswer {
  std::uint32_t question_number = 0;  // from 1
  Answer answer;
  Instant chosen_at{};                   // the client's clock, synchronised to the server's timeline; believed within bounds
  std::optional<Certainty> certainty{};  // present exactly where the scoring asks for it
  bool operator==(const SubmitAnswer&) const = default;
};
struct CommandRoom {
  Order command = Command::Start;
  Ticket host_ticket;  // or the co-host's
  bool operator==(const CommandRoom&) const = default;
};
// Asks for every question of a finished match again, with the own answers.
struct ReviewMatch {
  bool operator==(const ReviewMatch&) const = default;
};

using ClientMessage = std::variant<Hello, Ping, ChooseLanguage, BrowseTopics, OpenRoom, JoinRoom, ResumeSeat, LeaveRoom,
                                   SubmitAnswer, CommandRoom, ReviewMatch, FetchPaper, FlagQuestion, HandIn>;

// ---- facts for everyone in a room (RoomEvent) ----

struct RosterEntry {
  SeatId seat;
  std::string name;
  Role role = Role::Player;
  bool plays = true;  // counts as a player; a host plays only by the setting host_plays
  bool connected = true;
  bool cohost = false;
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
  Instant continues_at{};  // as in QuestionRevealed
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
                              MatchFinished, RoomPaused, RoomResumed, QuestionExtended, QuestionSkipped,
                              RankingCorrected, RoomLockChanged, ExamOpened>;
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
  std::uint32_t rank = 0;
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
  bool operator==(const FairnessRow&) const = default;
};
struct FairnessReported {
  std::vector<FairnessRow> rows;    // at most ranking_rows_max on the wire
  std::uint32_t ranks_changed = 0;  // players who would stand elsewhere without credit
  std::uint32_t quota_ms = 0;       // the credit a player may use in the whole match
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

using SeatFact = std::variant<AnswerLocked, OwnResult, ProgressCounted, QuestionReviewed, FairnessReported, RightsChanged,
                              PaperQuestion, QuestionFlagged, PaperHandedIn, ExamResult>;
struct SeatEvent {
  std::uint64_t sequence = 0;
  SeatFact fact;
  bool operator==(const SeatEvent&) const = default;
};

// ---- the whole room at one sequence ----

// How points work in a room, one line a rule, so that a client can print it and needs no formula. P: the points possible.
enum class Rule : std::uint8_t {
  Right,            // a right answer is worth `first`
  RightAtOnce,      // a right answer within `second` tenths of a second is worth `first`
  RightAtLast,      // from there its worth falls evenly to `first` at the end of the time
  Wrong,            // an answer that earns nothing is worth `first`, at most 0; a blank is always worth 0
  LowCertainty,     // right is worth `first`, wrong `second`
  MiddleCertainty,  // likewise
  HighCertainty,    // likewise
  PartialMultiple,  // right picks less wrong picks, of all right ones; questions with fewer than `first` wrong options
                    // excepted
  PartialOrdering,  // the share of pairs in the right order
  PartialMatching,  // the share of options with their match
  StreakBonus,      // each right answer after the first in a row adds `first` more, up to `second`
  TiesByTime,       // equal points and equal numbers right: the shorter total time of the right answers is ahead, their mean
                    // taken in whole steps of `first` tenths
};
struct PointsRule {
  Rule rule = Rule::Right;
  std::int64_t first = 0;
  std::int64_t second = 0;
  bool operator==(const PointsRule&) const = default;
};

struct Snapshot {
  std::uint64_t sequence = 0;
  RoomSettings settings;
  Phase phase = Phase::Gathering;
  std::optional<RoomPaused> paused;
  std::vector<RosterEntry> roster;
  std::optional<QuestionAnnounced> announced;  // from Reading on
  std::optional<QuestionAsked> asked;          // from Asking on
  std::optional<AnswerLocked> own_answer;      // to the question in `announced`
  std::optional<QuestionRevealed> revealed;    // from Revealing on
  std::optional<OwnResult> own_result;         // of the last revealed question
  std::optional<RankingShown> ranking;         // in Ranking
  std::optional<MatchFinished> finished;       // in Finished
  std::vector<PointsRule> points_rules;        // in the order to be told
  std::optional<FairnessReported> fairness;    // in Finished, for hosts
  bool locked = false;
  std::optional<ExamOpened> exam;              // in Examining
  std::optional<OwnExam> own_exam;             // in Examining, for players
  std::optional<ExamResult> exam_result;       // in Finished, for players of an exam
  bool operator==(const Snapshot&) const = default;
};

// ---- facts for one session ----

struct Welcome {
  std::uint32_t protocol = 0;
  std::string server_version;
  std::string bank_hash;  // of the content, hexadecimal
  std::uint32_t bank_question_count = 0;
  bool operator==(const Welcome&) const = default;
};
// Server processing time lies between received_at and sent_at and is not part of the round trip.
struct Pong {
  std::uint64_t nonce = 0;
  Instant received_at{};
  Instant sent_at{};
  bool operator==(const Pong&) const = default;
};
struct TopicSummary {
  std::string id;
  std::string title;
  ExamDomain domain = ExamDomain::Secure;
  std::uint32_t question_count = 0;
  bool operator==(const TopicSummary&) const = default;
};
struct TopicsListed {
  std::vector<TopicSummary> topics;
  bool operator==(const TopicsListed&) const = default;
};
// Answers OpenRoom, JoinRoom, ResumeSeat, and ChooseLanguage when seated (then with the same ticket left empty).
struct RoomJoined {
  RoomCode code;
  SeatId seat;
  Role role = Role::Player;
  bool plays = true;
  std::optional<Ticket> ticket;       // present when the seat is new
  std::optional<Ticket> host_ticket;  // for the opener, once; for others with rights until they used a ticket of theirs
  Snapshot snapshot;
  bool operator==(const RoomJoined&) const = default;
};
struct RoomLeft {
  bool operator==(const RoomLeft&) const = default;
};
enum class Refusal : std::uint8_t {
  RoomNotFound,
  RoomFull,
  RoomClosedToJoins,
  NameTaken,
  NameInvalid,
  TicketInvalid,
  NotHost,
  NotSeated,
  AlreadySeated,
  WrongPhase,
  TooEarly,
  TooLate,
  AlreadyAnswered,
  AnswerInvalid,
  NotAPlayer,
  TooFewQuestions,
  SettingsInvalid,
  TooManyRooms,
  StorageFailing,
  TooFast,
  RoomPasswordNeeded = 49,
  RoomPasswordWrong,
  ServerPasswordNeeded,  // to open a room, where only those who know the server's password may
  RoomLocked,
  Banned,
  MemberInvalid,  // a command about somebody who is not there, or of whom this cannot be
  KeyInvalid,     // not a key of this question's kind
  TooLong,        // the question has been extended as far as may be
};
struct Rejected {
  Refusal reason = Refusal::WrongPhase;
  std::uint32_t question_number = 0;  // for a refused answer
  std::string suggestion{};           // with NameTaken: a name like it that was free; may be empty
  bool operator==(const Rejected&) const = default;
};
enum class Farewell : std::uint8_t {
  ServerStopping,
  ProtocolError,
  VersionUnsupported,
  TooSlow,
  SeatTakenOver,
  RoomClosed,
  ServerFull,
  Silent,
  TlsNeeded,  // said in plain text, to one who speaks plain text
  Kicked = 19,
  Banned,
  ServerPasswordWrong = 49,  // or not given where it is needed
};
struct Goodbye {
  Farewell reason = Farewell::ServerStopping;
  std::uint32_t protocol_min = 0;  // what this server speaks, for VersionUnsupported
  std::uint32_t protocol_max = 0;
  bool operator==(const Goodbye&) const = default;
};

using ServerMessage =
    std::variant<Welcome, Pong, TopicsListed, RoomJoined, RoomLeft, RoomEvent, SeatEvent, RoomTroubled, Rejected, Goodbye>;

}  // namespace certamen::wire
