// What one player's program knows: of the server, of its room, and of what the person is doing.
//
// Plain values, no I/O, no clock, one owner, no threads. Only update() of update.hpp changes a Model; screens read it,
// with the small questions of queries.hpp for everything that is not a plain field. `local` instants are the program's
// own monotonic timeline (the `now` of every call); all other instants are the server's timeline.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "client/model/clock.hpp"
#include "client/model/console.hpp"
#include "client/model/found.hpp"
#include "client/model/numeric.hpp"
#include "client/model/profile.hpp"
#include "client/model/random.hpp"
#include "client/model/rehearsal.hpp"
#include "proto/wire/messages.hpp"

namespace certamen::model {

using wire::Duration;
using wire::Instant;

// ---- where the person is ----

// What the person chose to look at. Room shows the room's phase; Settings may lie over a running room.
enum class Screen : std::uint8_t { Start, Solo, Join, Host, Settings, Room, Review };

// What is drawn, which also depends on the room and on time: ask stage() of queries.hpp.
enum class Stage : std::uint8_t {
  Start,  // three doors: practise alone, join, host
  Solo,   // forms
  Join,
  Host,
  Settings,
  Entering,    // a wish to enter a room is on its way: connecting, or waiting for the server's word
  Lobby,       // players gather
  Drawing,     // the paper is being drawn
  Reading,     // the prompt alone, until the options open
  Asking,      // the board
  Discussing,  // the board stands still while the teams talk
  Examining,   // an exam's paper: any question, in any order, under one clock
  Revealing,   // key, distribution, explanation
  Ranking,     // scoreboard
  Podium,      // the match is over
  Review,      // every question again
};

// ---- connection ----

enum class Link : std::uint8_t {
  Offline,     // nobody asked for a connection, or it was given up
  Connecting,  // the first attempt, or another one while `lost_since_local` is set
  Greeting,    // connected, the server's Welcome is awaited
  Online,
  Lost,  // broken; tries again at `retry_at_local`
};

inline constexpr Duration reconnect_delay_min = std::chrono::milliseconds{250};
inline constexpr Duration resend_delay = std::chrono::seconds{1};
inline constexpr Duration reconnect_delay_max = std::chrono::seconds{5};
inline constexpr Duration silence_max = std::chrono::seconds{8};  // without a word, pongs included: the line is dead

// What a person must decide before a connection can be: trying again would not help.
enum class Trouble : std::uint8_t {
  CertificateChanged,  // `certificate_shown` is not the one this address is known by
  CertificateUnknown,  // it is not known, and strangers are not believed
  NotEncrypted,        // the server speaks plain text
};

struct Connection {
  Link link = Link::Offline;
  std::string address;                      // HOST:PORT of the server in use; empty before the first connection
  std::uint64_t number = 0;                 // of the attempt; facts that carry another number are of a dead connection
  std::uint32_t failures = 0;               // attempts in a row that did not lead where they should
  std::optional<Instant> lost_since_local;  // set while a connection that once was is missed: the banner is due
  std::optional<Instant> retry_at_local;    // with Link::Lost
  Instant heard_at_local{};                 // the last word from the server
  std::string why;                          // why the last attempt or connection ended; English, for details
  std::optional<Trouble> trouble{};         // until the next attempt
  std::string certificate_shown{};          // with a trouble of certificates: the fingerprint the server showed
  std::string certificate{};                // of the server in use; empty where the connection is plain
  std::optional<wire::Farewell> farewell;   // the server's reason for hanging up, until the next Welcome
  std::optional<wire::Welcome> welcome;     // of the server in use
  bool operator==(const Connection&) const = default;
};

// ---- what the person is about to ask for ----

enum class FieldError : std::uint8_t {
  NameMissing,
  NameTooLong,
  NameTaken,    // by the server's word
  NameInvalid,  // by the server's word
  CodeInvalid,  // not six letters and digits
  CodeUnknown,  // no such room, by the server's word
  AddressInvalid,
  PasswordNeeded,  // by the server's word
  PasswordWrong,   // by the server's word
};

// The forms. The name is Profile::name, shared by all three; the address is the same for all, too.
struct Draft {
  std::string address;  // HOST:PORT
  std::string code;     // as typed
  bool spectate = false;
  wire::RoomSettings host;
  wire::RoomSettings solo;
  std::optional<FieldError> name_error;  // errors appear when a form is sent and vanish when its field is edited
  std::optional<FieldError> code_error;
  std::optional<FieldError> address_error;
  std::string password{};  // of the room to join or to open; kept nowhere else
  std::optional<FieldError> password_error{};
  std::string name_suggested{};  // by the server with NameTaken; free when it was said
  bool operator==(const Draft&) const = default;
};

// The latest wish to join, kept until it led somewhere: asked again, it is the same wish, and gets the seat that was given
// when only the answer was lost.
struct JoinTry {
  std::string address;
  wire::JoinRoom wish;
  bool operator==(const JoinTry&) const = default;
};

// ---- the room ----

// An answer that was given and is not yet acknowledged. It shows as pressed at once.
struct PendingAnswer {
  std::uint32_t question_number = 0;
  wire::Answer answer;
  Instant chosen_at{};                       // server timeline; the moment of the press, kept over reconnections
  std::uint64_t sent_on_connection = 0;      // number of the connection it last left on; 0: not sent, or sent in vain
  std::optional<Instant> resend_at_local{};  // after a refusal that passes
  std::optional<wire::Certainty> certainty{};
  std::uint32_t vote = 1;
  bool operator==(const PendingAnswer&) const = default;
};

// What the person has put on the open question's board.
struct OwnAnswer {
  std::vector<wire::OptionIndex> picks;  // canonical, in the order they were picked; not yet given
  std::string numeric_text;              // as typed, not yet given
  std::optional<NumberError> numeric_error;
  std::vector<wire::OptionIndex> order{};                   // ordering, once something was moved; empty: untouched
  std::vector<std::optional<wire::OptionIndex>> matches{};  // matching: by option; empty: none yet
  std::string text{};                                       // short text, as typed
  std::optional<wire::Certainty> certainty{};               // where the scoring asks for one
  bool certainty_missing = false;                           // the last confirmation lacked it
  bool too_many_picks = false;                              // the last press asked for more options than the question wants
  std::optional<PendingAnswer> pending;                     // given
  std::optional<wire::AnswerLocked> locked;                 // acknowledged: it counts
  std::optional<wire::Refusal> refused;  // why the server did not take the last one given to this question
  bool operator==(const OwnAnswer&) const = default;
};

// What an exam's paper needs beside what the server keeps of it.
struct ExamDesk {
  std::uint32_t number = 1;                         // the question looked at; Room::own is its board
  std::map<std::uint32_t, OwnAnswer> sheets;        // the boards of the others, as they were left
  std::map<std::uint32_t, bool> flags;              // wished and not yet acknowledged
  bool hand_in = false;                             // wished; it leaves when every answer has arrived
  std::uint64_t hand_in_sent_on = 0;                // number of the connection it last left on
  std::optional<Instant> hand_in_again_at_local{};  // after a refusal that passes
  bool operator==(const ExamDesk&) const = default;
};

// One row on its way from its old place to its new one; positions count from 0, the best row first.
struct RowMotion {
  wire::SeatId seat;
  std::size_t from_position = 0;
  std::size_t to_position = 0;
  std::int64_t from_points = 0;
  std::int64_t to_points = 0;
  bool operator==(const RowMotion&) const = default;
};

// The scoreboard and, as data, its motion: screens interpolate from `since_local` on.
struct Standings {
  wire::RankingShown shown;
  std::vector<RowMotion> motion;  // aligned with shown.rows
  Instant since_local{};
  bool operator==(const Standings&) const = default;
};

// After a freeze the last questions are resolved place by place, from the last one up; then comes the podium.
struct Resolving {
  std::size_t done = 0;   // steps of MatchFinished::resolver that were shown
  Instant since_local{};  // of the last one, or of the beginning
  bool operator==(const Resolving&) const = default;
};

struct Room {
  wire::RoomCode code;
  wire::SeatId seat;  // one's own
  wire::Role role = wire::Role::Player;
  bool plays = true;                 // false for spectators and for hosts that only host
  std::uint32_t first_question = 1;  // that one is asked
  wire::Ticket ticket;
  std::optional<wire::Ticket> host_ticket;  // or a co-host's

  std::uint64_t sequence = 0;  // of the last RoomEvent applied
  bool resuming = false;       // a ResumeSeat is on its way: events wait for its snapshot
  wire::RoomSettings settings;
  std::vector<wire::PointsRule> points_rules{};  // how points work here, in the order to be told
  wire::Phase phase = wire::Phase::Gathering;
  std::optional<wire::RoomPaused> paused;
  std::map<wire::SeatId, wire::RosterEntry> roster;
  std::optional<wire::Command> command_sent;  // the host's, until its effect is seen; a second press does not repeat it
  bool locked = false;                        // takes no joins
  bool storage_failing = false;  // the server cannot write its journal; answers are not acknowledged until it can

  std::optional<wire::QuestionAnnounced> announced;
  std::optional<wire::QuestionAsked> asked;
  OwnAnswer own;
  std::optional<wire::ProgressCounted> progress;  // hosts and spectators only
  std::optional<wire::QuestionRevealed> revealed;
  std::optional<wire::OwnResult> own_result;  // of the last revealed question
  std::optional<Standings> standings;         // the last ranking shown, kept while later questions run
  std::optional<wire::MatchFinished> finished;
  std::optional<wire::FairnessReported> fairness;     // of the finished match; hosts only
  std::optional<wire::ClassReported> class_report{};  // of the finished exam; hosts only
  std::map<wire::SeatId, std::string> class_names{};  // of whom it tells, as they were called when it came
  Instant phase_since_local{};                        // when the present phase was first seen, for entrances

  std::map<std::uint32_t, wire::QuestionReviewed> review;  // by question number; fills while the server sends it
  bool review_asked = false;
  std::optional<Instant> review_again_at_local{};  // after a refusal that passes
  std::uint32_t review_number = 1;                 // the question looked at

  // Teams: two votes on a question with a discussion between them, each player's own time, standings kept back.
  std::optional<wire::DiscussionOpened> discussion;    // while it runs
  std::optional<wire::TeamVotes> team_votes;           // while it runs; of the own team
  std::optional<wire::AnswerLocked> first_answer;      // the own first vote on this question
  std::map<wire::SeatId, wire::Allowance> allowances;  // other than the whole time; one's own, for hosts everyone's
  std::optional<wire::RankingShown> frozen_ranking;    // the true one; hosts that do not play only

  HostConsole console{};
  std::optional<Resolving> resolving{};  // after a freeze, from the end of the match until the podium

  // Exam simulation.
  std::optional<wire::ExamOpened> exam;                // while it runs
  std::map<std::uint32_t, wire::PaperQuestion> paper;  // by question number; fills while the server sends it
  wire::OwnExam own_exam;                              // what the server keeps of it
  ExamDesk desk{};
  std::optional<wire::ExamResult> exam_result;
  bool operator==(const Room&) const = default;
};

// ---- short messages ----

enum class Remark : std::uint8_t {
  ConnectionFailed,  // the first attempt to reach a server failed
  Returned,          // back in the same seat after a lost connection
  AnswerKept,        // given while the connection is lost; it leaves by itself
  AnswerLost,        // it could not be delivered before the question closed
  ServerRemembered,  // a certificate was met for the first time and is known from now on
  RankingCorrected,  // a question was voided or its key corrected, and all points computed again
  RightsGiven,       // one may command the room from now on
  RightsTaken,       // and from now on no more
  SeatGone,          // the seat could not be resumed; the room is no more, or not ours
};

inline constexpr Duration notice_time = std::chrono::seconds{6};
inline constexpr std::size_t notices_max = 3;

// Something to tell the person once, in words the screens choose.
struct Notice {
  std::variant<wire::Refusal, wire::Farewell, Remark, OrderRefused> about;
  Instant since_local{};  // shown for notice_time
  bool operator==(const Notice&) const = default;
};

// ---- all of it ----

struct Model {
  Profile profile;  // language, own name, recent servers, seats kept
  Screen screen = Screen::Start;
  Connection connection;
  Clock clock;
  Draft draft;
  std::vector<wire::TopicSummary> topics;    // for the forms, in `profile.language`; empty until the server listed them
  std::optional<wire::ClientMessage> entry;  // OpenRoom, JoinRoom or ResumeSeat on its way into a room
  std::optional<JoinTry> join_try;
  bool leaving = false;     // the server has yet to let go of a seat given up; wishes wait for that
  bool leave_sent = false;  // with leaving: the server has been asked to
  std::optional<Room> room;
  std::string private_address{};     // HOST:PORT of a server that ends with this program, so it is not remembered
  std::vector<FoundServer> found{};  // on the local network, in the order they appeared
  std::uint32_t servers_found = 0;   // so far; numbers them
  std::vector<Notice> notices;       // oldest first, at most notices_max
  bool plain_allowed = false;        // plain text may be spoken anywhere, not only to this machine itself
  bool strangers_allowed = true;     // a certificate met for the first time is believed
  std::string server_password{};     // said to every server; empty: none
  Rehearsal rehearsal{};             // of simulated players, while a host waits for the real ones
  Random jitter;                     // spreads reconnections, and names wishes to join
  Instant updated_at_local{};        // the `now` of the last update
  bool operator==(const Model&) const = default;
};

// A model at the start screen. `seed` spreads reconnections and makes the
// nonces of joins, so where seats matter nobody may guess it; `address` may be empty, then the latest server of the
// profile stands in the forms.
[[nodiscard]] Model make_model(Profile profile, std::string address, std::uint64_t seed);

}  // namespace certamen::model
