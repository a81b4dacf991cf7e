// Every message of protocol 1 as plain structs. Client messages are wishes, server messages are facts.
//
// A RoomEvent carries the room's sequence: join and resume answer with a Snapshot at some sequence, each event after it
// is one higher, and a gap means that the client must resume. Private facts (SeatEvent) carry the sequence of the last
// RoomEvent before them and do not count up. What a client may see of an open question has no field for its key.
#pragma once

#include "proto/wire/facts.hpp"
#include "proto/wire/orders.hpp"
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
  std::uint32_t vote = 1;                // of QuestionAsked
  bool operator==(const SubmitAnswer&) const = default;
};
struct CommandRoom {
  Order command = Command::Start;
  Ticket host_ticket;  // or the co-host's
  // Where the match stood for who gave it. A Next for another moment, a skip or more time for another question,
  // and an End of a match that has ended are late: nothing happens. Without it they mean whatever the room is at when they
  // arrive.
  std::optional<Moment> at{};
  bool operator==(const CommandRoom&) const = default;
};
// Asks for every question of a finished match again, with the own answers.
struct ReviewMatch {
  bool operator==(const ReviewMatch&) const = default;
};

using ClientMessage = std::variant<Hello, Ping, ChooseLanguage, BrowseTopics, OpenRoom, JoinRoom, ResumeSeat, LeaveRoom,
                                   SubmitAnswer, CommandRoom, ReviewMatch, FetchPaper, FlagQuestion, HandIn, ChooseTeam>;

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
  SecondVote,  // a question is voted on twice, with `first` seconds to talk; the second vote counts, and who does not vote
               // again stands by the first
  TeamMean,    // each question adds to a team the mean of its members' points
  UnscoredItems,  // `first` of the exam's questions count for nothing; which ones is told after the end
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
  std::optional<ExamOpened> exam;                // in Examining
  std::optional<OwnExam> own_exam;               // in Examining, for players
  std::optional<ExamResult> exam_result;         // in Finished, for players of an exam
  std::optional<DiscussionOpened> discussion{};  // in Discussing
  std::optional<TeamVotes> team_votes{};         // in Discussing, for players in a team
  std::optional<AnswerLocked> first_answer{};    // from Discussing on: what one's own first vote was
  std::vector<AllowanceChanged> allowances{};    // other than the whole time: one's own, for hosts everyone's
  std::optional<RankingShown> frozen_ranking{};  // in a frozen Ranking, for hosts that do not play
  std::uint32_t first_question = 1;              // that one is asked: who came later was not asked those before
  std::optional<ClassReported> class_report{};   // in Finished, for hosts of an exam
  bool operator==(const Snapshot&) const = default;
};

// ---- facts for one session ----

struct Welcome {
  std::uint32_t protocol = 0;
  std::string server_version;
  std::string bank_hash;  // of the content, hexadecimal
  std::uint32_t bank_question_count = 0;
  // HOST:PORT at which others on the network reach the server, the likeliest first; none when only its own machine does.
  std::vector<std::string> reachable{};
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
  RoomLocked,
  Banned,
  MemberInvalid,  // a command about somebody who is not there, or of whom this cannot be
  KeyInvalid,     // not a key of this question's kind
  TooLong,        // the question has been extended as far as may be
  RoomPasswordNeeded = 49,
  RoomPasswordWrong,
  ServerPasswordNeeded,  // to open a room, where only those who know the server's password may
  TeamInvalid = 89,      // there is no such team, or it is not the player's to choose
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
