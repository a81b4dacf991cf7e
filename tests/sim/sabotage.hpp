// Breaking the rules on purpose, between the parts, to see that the checkers notice.
//
// Each kind breaks exactly one promise, so that exactly one checker has something to report. None leaves everything alone.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "server/hub/output.hpp"
#include "tests/sim/attendance.hpp"
#include "tests/sim/paper_source.hpp"
#include "tests/sim/story.hpp"

namespace certamen::sim {

class Server;

enum class Sabotage : std::uint8_t {
  None,
  LeakExplanation,   // a client hears the explanation of the open question
  LeakSpelling,      // a client hears how the open question is spelled
  LeakOrder,         // a client hears the right order, or the right matches, of the open question
  LeakToTeam,        // a team hears the explanation of the open question behind its votes
  LeakHostTicket,    // a player gets the host's ticket
  AcknowledgeEarly,  // answers are acknowledged before they are on the disk
  ForgeReceipt,      // a letter between shards says that an answer came earlier than it did
  DoubleResults,     // somebody's points count twice in the results that are kept
  DropFrame,         // whole frames vanish inside connections
  StrayFrame,        // a member of another room hears a room's event
  LoseTimers,        // rooms are no longer ticked
  NeverCutOff,       // readers that do not read are served for ever
  LoseEntry,         // a committed entry is gone when the journal is read
  Diverge,           // the second run of a seed has other luck
  RestoreLate,       // the server's timeline goes on while the server is down
  SkewClock,         // one client is told another time
  LieOfResult,       // a player is told more points than it has
  LieOfExam,         // a player is told a better exam than it wrote
  OpenTheDoor,       // a room lets people in after its host has locked it
  ReadmitBanned,     // a room lets somebody in again who was banned
  KeepRemoved,       // a seat goes on after it was removed
  ForgetPassword,    // any password is the right one
  ObeyAnybody,       // a room obeys an order with another ticket than its host's
  ExtendLess,        // a question stays open shorter than its host ordered
  ScoreUnextended,   // points of an extended question follow another time than its own
  KeepVoided,        // a question counts that its host has voided
  ScoreUnscored,     // a question of an exam counts that was to be asked without counting
  KeepOldKey,        // a question is scored by another key than the corrected one
  SnatchHost,        // somebody takes a room over whose host is there
  TellOtherTeam,     // a member hears how another team voted
  TwistVotes,        // a team hears of a vote that nobody gave
  TellKeptBack,      // a player hears the standings that are kept back
  FreezeUnasked,     // standings are kept back that everybody may see
  MiscountTeams,     // standings in a freeze show a team larger than it was
  IgnoreAllowance,   // a player with more time is scored on the time of the others
};

class Saboteur {
 public:
  Saboteur(Sabotage kind, const PaperSource& papers) : kind_(kind), papers_(papers) {}

  // What is sent in the place of a frame to this connection.
  [[nodiscard]] std::vector<wire::Frame> instead_of(const wire::Frame& frame, const wire::ServerMessage& message,
                                                    ConnectionId connection, const Presence& presence);
  // May change a letter to a shard or to the disk.
  void tamper(hub::ShardLetter& letter);
  void tamper(hub::DiskWish& wish);
  // What the checkers hear of an order before and after it is obeyed: a room that does something else than it was told
  // looks to them like one that does what it must, and was told something else.
  [[nodiscard]] journal::Entry ordered(const Story& story, const journal::Entry& entry);
  [[nodiscard]] journal::Entry obeyed(const Story& story, const journal::Entry& entry);
  // Likewise what the checkers hear of that a room tells.
  [[nodiscard]] std::vector<room::Effect> told(std::vector<room::Effect> effects);
  // Whether the hub hears at once that this entry is safe.
  [[nodiscard]] bool acknowledges(const hub::AppendEntry& append, const Server& server);
  [[nodiscard]] bool loses_tick() const;
  [[nodiscard]] bool cuts_off() const;
  [[nodiscard]] Instant restart_at(Instant proper, Instant died_at) const;
  // Other luck for the server's threads, in a second run.
  [[nodiscard]] std::uint64_t luck(std::uint64_t seed, bool second_run) const;
  // May change a journal that is read back at the end.
  void tamper(std::vector<std::string>& entries) const;

  // Whether there was an occasion.
  [[nodiscard]] bool acted() const { return acted_; }

 private:
  using Frames = std::vector<wire::Frame>;
  [[nodiscard]] Frames leak_explanation(const wire::Frame& frame, const wire::ServerMessage& message);
  [[nodiscard]] Frames leak_spelling(const wire::Frame& frame, const wire::ServerMessage& message);
  [[nodiscard]] Frames leak_order(const wire::Frame& frame, const wire::ServerMessage& message, const Presence& presence);
  [[nodiscard]] Frames leak_host_ticket(const wire::Frame& frame, const wire::ServerMessage& message);
  [[nodiscard]] Frames drop_frame(const wire::Frame& frame, const wire::ServerMessage& message);
  [[nodiscard]] Frames stray_frame(const wire::Frame& frame, const wire::ServerMessage& message, ConnectionId connection,
                                   const Presence& presence);
  [[nodiscard]] Frames lie_of_result(const wire::Frame& frame, const wire::ServerMessage& message);
  [[nodiscard]] Frames lie_of_exam(const wire::Frame& frame, const wire::ServerMessage& message);
  // sabotage_teams.cpp
  [[nodiscard]] Frames leak_to_team(const wire::Frame& frame, const wire::ServerMessage& message, const Presence& presence);
  [[nodiscard]] Frames tell_other_team(const wire::Frame& frame, const wire::ServerMessage& message,
                                       const Presence& presence);
  [[nodiscard]] Frames twist_votes(const wire::Frame& frame, const wire::ServerMessage& message);
  [[nodiscard]] Frames tell_kept_back(const wire::Frame& frame, const wire::ServerMessage& message,
                                      const Presence& presence);
  [[nodiscard]] Frames skew_clock(const wire::Frame& frame, const wire::ServerMessage& message, ConnectionId connection);

  Sabotage kind_;
  const PaperSource& papers_;
  mutable bool acted_ = false;
  std::uint32_t dropped_ = 0;
  ConnectionId victim_ = 0;
  wire::Frame stray_;
  std::uint64_t stray_sequence_ = 0;
  wire::RoomCode stray_from_;
  std::map<wire::RoomCode, wire::Ticket> host_tickets_;
  std::map<wire::RoomCode, const exam::Question*> announced_;  // as the papers know it: in the right order
  std::map<ConnectionId, std::uint64_t> sequence_of_;
  std::map<wire::RoomCode, wire::TeamVotes> votes_told_;  // last
};

}  // namespace certamen::sim
