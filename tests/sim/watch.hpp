// Those who look on: what a checker may hear of a running simulation, and where it reports what is wrong.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/sim/attendance.hpp"
#include "tests/sim/story.hpp"
#include "tests/sim/world.hpp"

namespace certamen::sim {

class Disk;
class Network;
class Program;
class Server;

struct Finding {
  std::string checker;
  std::string what;
};

class Findings {
 public:
  explicit Findings(World& world) : world_(world) {}
  void report(std::string_view checker, std::string what);
  [[nodiscard]] const std::vector<Finding>& all() const { return findings_; }
  // The first finding's place in the story is what a reader wants to see; the notes as they were then.
  [[nodiscard]] const std::vector<std::string>& notes_at_first() const { return notes_; }

 private:
  static constexpr std::size_t kept_max = 20;
  World& world_;
  std::vector<Finding> findings_;
  std::vector<std::string> notes_;
};

// One frame handed to the network for one connection.
struct FrameSent {
  ConnectionId connection = 0;
  const wire::Frame& frame;
  const wire::ServerMessage& message;
  const Presence& presence;  // before this frame
};

class Watcher {
 public:
  virtual ~Watcher() = default;
  virtual void frame_sent(const FrameSent&) {}
  virtual void bytes_heard(ConnectionId) {}  // by the server, now
  virtual void entry_next(const Story&, const journal::Entry&) {}
  virtual void entry_committed(const Story&, const journal::Entry&, const std::vector<room::Effect>&) {}
  virtual void results_kept(hub::GameId, const wire::MatchFinished&) {}
  virtual void model_changed(const Program&) {}
  virtual void server_dies() {}                                                       // just before
  virtual void server_starts() {}                                                     // just after, its rooms restored
  virtual void room_replayed(const Story&, const room::Room&) {}                      // from its journal, at a start
  virtual void journal_refused(const wire::RoomCode&, const std::string& /*why*/) {}  // likewise
  virtual void frame_refused(const std::string& /*why*/) {}                           // no client can decode it
  virtual void probe() {}                                                             // every now and then
  virtual void over() {}  // at the end, when nothing moves any more
};

class Watch {
 public:
  void add(Watcher& watcher) { watchers_.push_back(&watcher); }
  template <class Tell>  // Tell: Watcher& -> void
  void each(const Tell& tell) {
    for (Watcher* watcher : watchers_) tell(*watcher);
  }

 private:
  std::vector<Watcher*> watchers_;
};

// What all checkers may look at.
struct Sight {
  World& world;
  const Network& network;
  const Disk& disk;
  const Server& server;
  const Stories& stories;
  const Attendance& attendance;
  const std::vector<Program*>& programs;
  Findings& findings;
};

}  // namespace certamen::sim
