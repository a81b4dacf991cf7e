// A whole simulation from one seed: the real hubs, the real codec and the real client models in one thread, under a virtual
// clock, with every checker looking on.
//
// simulate() plays the plan of a seed to its end. A test may also make a Simulation, put its own programs into it and play
// a scene by hand; the checkers look on just the same.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/sim/checkers/admission.hpp"
#include "tests/sim/checkers/board.hpp"
#include "tests/sim/checkers/counted_answers.hpp"
#include "tests/sim/checkers/everything_ends.hpp"
#include "tests/sim/checkers/key_secrecy.hpp"
#include "tests/sim/checkers/limits.hpp"
#include "tests/sim/checkers/model_equals_room.hpp"
#include "tests/sim/checkers/remaining_time.hpp"
#include "tests/sim/checkers/replay.hpp"
#include "tests/sim/checkers/room_isolation.hpp"
#include "tests/sim/checkers/succession.hpp"
#include "tests/sim/checkers/teams.hpp"
#include "tests/sim/coverage.hpp"
#include "tests/sim/crash.hpp"
#include "tests/sim/people.hpp"
#include "tests/sim/stranger.hpp"

namespace certamen::sim {

struct Options {
  std::uint64_t seed = 1;
  std::optional<std::uint32_t> shards;
  bool verbose = false;
  Sabotage sabotage = Sabotage::None;
  bool second_run = false;
  std::optional<Plan> plan;  // instead of the seed's own
};

// What there was to check; a simulation in which nothing happened proves nothing.
struct Tally {
  std::size_t rooms = 0;
  std::size_t answers = 0;
  std::size_t rankings = 0;
  std::size_t exams = 0;    // results of exams compared
  std::size_t changes = 0;  // answers of exams that took the place of others
  std::size_t events = 0;
  std::size_t rests = 0;
  std::size_t corrections = 0;  // voided questions and corrected keys compared
  std::size_t extensions = 0;
  std::size_t removals = 0;
  std::size_t refusals = 0;   // of those who were banned or found a locked door
  std::size_t passwords = 0;  // new seats in rooms that have one
  std::size_t takeovers = 0;
  std::size_t team_rankings = 0;
  std::size_t frozen_rankings = 0;
  std::size_t team_votes = 0;
  std::size_t goings_on = 0;  // takeovers of rooms that had paused for their host
  std::size_t resumptions = 0;
  std::size_t restarts = 0;  // of rooms whose times could be compared
  std::size_t replays = 0;
  std::uint64_t deaths = 0;
  std::uint32_t lives = 0;
  std::uint64_t frames = 0;
  std::uint64_t steps = 0;
  Duration length{};
};

struct Outcome {
  Plan plan;
  std::vector<Finding> findings;
  std::vector<std::string> notes;  // the last ones before the first finding
  std::uint64_t digest = 0;        // of everything that was sent and written
  Tally tally;
  Counts coverage;
  bool sabotaged = false;  // the saboteur found an occasion
};

class Simulation {
 public:
  explicit Simulation(const Options& options);
  ~Simulation();

  // The plan's people come, play and go home.
  void play_out();
  // The last look of all checkers.
  [[nodiscard]] Outcome conclude();

  // ---- for scenes played by hand ----
  Program& add_program(const std::string& name, wire::Language language);
  Program& add_program(model::Profile profile);
  void run_for(Duration length);
  // False when `come_true` did not within `limit`.
  [[nodiscard]] bool run_until(const std::function<bool()>& come_true, Duration limit);

  [[nodiscard]] World& world() { return world_; }
  [[nodiscard]] Network& network() { return network_; }
  [[nodiscard]] Server& server() { return server_; }
  [[nodiscard]] Disk& disk() { return disk_; }
  [[nodiscard]] const Stories& stories() const { return stories_; }
  [[nodiscard]] const PaperSource& papers() const { return papers_; }
  [[nodiscard]] Watch& watch() { return watch_; }
  // For a test that brings people of its own; they must be home before conclude().
  [[nodiscard]] Company& company() { return company_; }

 private:
  void bring_people();
  void probe();
  [[nodiscard]] bool everybody_is_home() const;

  const Plan plan_;
  World world_;
  PaperSource papers_;
  Saboteur saboteur_;
  Network network_;
  Disk disk_;
  Stories stories_;
  Attendance attendance_;
  Watch watch_;
  Findings findings_;
  Server server_;
  Crashes crashes_;
  Company company_;
  Sight sight_;
  KeySecrecy key_secrecy_;
  CountedAnswers counted_answers_;
  Board board_;
  ModelEqualsRoom model_equals_room_;
  RoomIsolation room_isolation_;
  EverythingEnds everything_ends_;
  Limits limits_;
  Replay replay_;
  RemainingTime remaining_time_;
  Admission admission_;
  Succession succession_;
  Teams teams_;
  Coverage coverage_;
  std::vector<std::unique_ptr<Person>> people_;
  std::vector<std::unique_ptr<Stranger>> strangers_;
  std::vector<std::unique_ptr<Program>> programs_;
  bool over_ = false;
};

// Plays the plan of a seed once.
[[nodiscard]] Outcome simulate(const Options& options);
// Plays it twice; a second story that differs from the first is a finding of "same seed".
[[nodiscard]] Outcome simulate_twice(Options options);

inline constexpr const char* same_seed = "same seed";

// What a failure tells: plan, findings, last notes, and the command that plays it again. Empty when nothing was found.
[[nodiscard]] std::string report(const Outcome& outcome, const Options& options);

}  // namespace certamen::sim
