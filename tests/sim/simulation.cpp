#include "tests/sim/simulation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace certamen::sim {
namespace {

constexpr Duration probe_interval = 2300ms;
constexpr Duration end_limit = 55min;  // after the chaos; a deserted room lives for half an hour
constexpr std::uint64_t steps_max = 4'000'000;

}  // namespace

Simulation::Simulation(const Options& options)
    : plan_(options.plan ? *options.plan : make_plan(options.seed, options.shards)),
      world_(options.verbose),
      saboteur_(options.sabotage, papers_),
      network_(world_, plan_.network, Dice(saboteur_.luck(plan_.seed, options.second_run), "network")),
      disk_(world_, plan_.disk, papers_, Dice(plan_.seed, "disk")),
      findings_(world_),
      server_({world_, network_, disk_, papers_, stories_, attendance_, watch_, saboteur_}, plan_),
      crashes_(world_, server_, plan_),
      company_{{world_, network_, attendance_, watch_}, papers_, plan_, {}, {}},
      sight_{world_, network_, disk_, server_, stories_, attendance_, company_.programs, findings_},
      key_secrecy_(sight_),
      counted_answers_(sight_),
      board_(sight_),
      model_equals_room_(sight_),
      room_isolation_(sight_),
      everything_ends_(sight_, plan_),
      limits_(sight_, plan_),
      replay_(sight_, saboteur_),
      remaining_time_(sight_, plan_),
      admission_(sight_),
      succession_(sight_),
      teams_(sight_) {
  for (Watcher* checker : std::initializer_list<Watcher*>{&key_secrecy_, &counted_answers_, &board_, &model_equals_room_,
                                                          &room_isolation_, &everything_ends_, &limits_, &replay_,
                                                          &remaining_time_, &admission_, &succession_, &teams_}) {
    watch_.add(*checker);
  }
  watch_.add(coverage_);
  watch_.add(crashes_);
  server_.start(plan_.shards);
  world_.after(probe_interval, [this] { probe(); });
}

Simulation::~Simulation() = default;

void Simulation::bring_people() {
  Dice dice(plan_.seed, "people");
  std::uint32_t guests = 0;
  for (std::uint32_t room = 0; room < plan_.rooms; ++room) {
    const std::uint32_t players = dice.between(1, plan_.players_max);
    people_.push_back(std::make_unique<Host>(company_, room, players, Dice(plan_.seed, "host", room)));
    people_.back()->come_at(Instant{dice.between(0s, 15s)});
    for (std::uint32_t i = 0; i < players; ++i) {
      ++guests;
      people_.push_back(std::make_unique<Guest>(company_, fmt::format("Guest {}", guests), room, false,
                                                Dice(plan_.seed, "guest", guests)));
      people_.back()->come_at(Instant{dice.between(0s, dice.chance(80) ? 20s : 50s)});
    }
  }
  for (std::uint32_t i = 0; i < plan_.spectators; ++i) {
    const auto room = static_cast<std::uint32_t>(dice.below(plan_.rooms));
    people_.push_back(
        std::make_unique<Guest>(company_, fmt::format("Watcher {}", i), room, true, Dice(plan_.seed, "watcher", i)));
    people_.back()->come_at(Instant{dice.between(2s, 30s)});
  }
  for (std::uint32_t i = 0; i < plan_.soloists; ++i) {
    people_.push_back(std::make_unique<Soloist>(company_, i, Dice(plan_.seed, "soloist", i)));
    people_.back()->come_at(Instant{dice.between(0s, 40s)});
  }
  for (std::uint32_t i = 0; i < plan_.strangers; ++i) {
    strangers_.push_back(std::make_unique<Stranger>(company_, i, Dice(plan_.seed, "stranger", i)));
    strangers_.back()->come_at(Instant{dice.between(0s, 60s)});
  }
}

void Simulation::probe() {
  watch_.each([](Watcher& watcher) { watcher.probe(); });
  if (!over_) world_.after(probe_interval, [this] { probe(); });
}

bool Simulation::everybody_is_home() const {
  const bool people = std::all_of(people_.begin(), people_.end(), [](const auto& person) { return person->done(); });
  const bool strangers = std::all_of(strangers_.begin(), strangers_.end(), [](const auto& one) { return one->done(); });
  if (!people || !strangers || !server_.up() || world_.now() < Instant{plan_.chaos}) return false;
  return std::all_of(server_.hubs().begin(), server_.hubs().end(),
                     [](const auto& hub) { return hub->rooms().count() == 0 && hub->session_count() == 0; });
}

void Simulation::play_out() {
  bring_people();
  network_.rain_until(Instant{plan_.chaos});
  const Instant limit = Instant{plan_.chaos + end_limit};
  while (world_.step(limit) && !everybody_is_home()) {
    if (world_.steps() < steps_max) continue;
    findings_.report(EverythingEnds::name, "more happens than can be");
    return;
  }
  run_for(plan_.letter_max * 2 + plan_.disk.commit_max + 1s);
  for (const auto& person : people_) {
    if (!person->done()) findings_.report(EverythingEnds::name, person->name() + " never gets home");
  }
}

void Simulation::run_for(Duration length) {
  const Instant until = world_.now() + length;
  world_.at(until, [] {});
  while (world_.step(until)) {
  }
}

bool Simulation::run_until(const std::function<bool()>& come_true, Duration limit) {
  const Instant until = world_.now() + limit;
  while (!come_true()) {
    if (!world_.step(until)) return false;
  }
  return true;
}

Program& Simulation::add_program(const std::string& name, wire::Language language) {
  model::Profile profile;
  profile.name = name;
  profile.language = language;
  return add_program(std::move(profile));
}

Program& Simulation::add_program(model::Profile profile) {
  const std::uint64_t number = programs_.size() + 1;
  Dice dice(plan_.seed, "program", number);
  const std::string label = profile.name;
  programs_.push_back(std::make_unique<Program>(company_.around, label, std::move(profile),
                                                Program::Clock{dice.between(1s, 100'000s), 0}, dice.bits()));
  company_.programs.push_back(programs_.back().get());
  return *programs_.back();
}

Outcome Simulation::conclude() {
  over_ = true;
  watch_.each([](Watcher& watcher) { watcher.over(); });
  Outcome outcome{plan_, findings_.all(),    findings_.notes_at_first(), server_.digest(),
                  {},    coverage_.counts(), saboteur_.acted()};
  outcome.tally = {stories_.all().size(),
                   counted_answers_.count(),
                   board_.rankings_checked(),
                   board_.exams_checked(),
                   counted_answers_.changes(),
                   room_isolation_.events_checked(),
                   model_equals_room_.rests_checked(),
                   board_.corrections_checked(),
                   remaining_time_.extensions_checked(),
                   admission_.removals(),
                   admission_.refusals(),
                   admission_.passwords_checked(),
                   succession_.takeovers(),
                   board_.team_rankings_checked(),
                   board_.frozen_checked(),
                   teams_.votes_checked(),
                   succession_.goings_on(),
                   remaining_time_.resumptions_checked(),
                   remaining_time_.restarts_checked(),
                   replay_.replays(),
                   network_.deaths(),
                   server_.lives(),
                   server_.frames_sent(),
                   world_.steps(),
                   world_.now() - Instant{}};
  return outcome;
}

Outcome simulate(const Options& options) {
  Simulation simulation(options);
  simulation.play_out();
  return simulation.conclude();
}

Outcome simulate_twice(Options options) {
  Outcome first = simulate(options);
  options.second_run = true;
  options.verbose = false;
  const Outcome second = simulate(options);
  first.sabotaged = first.sabotaged || second.sabotaged;
  if (first.digest != second.digest) {
    first.findings.push_back(
        {same_seed, fmt::format("the digest was {:016x}, a second run gives {:016x}", first.digest, second.digest)});
    if (first.notes.empty()) first.notes = {"(two runs of one seed differ; compare them with --verbose)"};
  }
  return first;
}

std::string report(const Outcome& outcome, const Options& options) {
  if (outcome.findings.empty()) return {};
  std::string text = describe(outcome.plan) + "\n";
  for (const Finding& finding : outcome.findings) text += fmt::format("checker {}: {}\n", finding.checker, finding.what);
  text += "the last events before the first finding:\n";
  for (const std::string& note : outcome.notes) text += "  " + note + "\n";
  text += fmt::format("play it again: certamen-sim --seed {}", options.seed);
  if (options.shards) text += fmt::format(" --shards {}", *options.shards);
  return text + " --verbose\n";
}

}  // namespace certamen::sim
