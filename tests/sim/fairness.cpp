#include "tests/sim/fairness.hpp"

#include <algorithm>
#include <memory>

#include "server/room/fair_time.hpp"
#include "tests/sim/scene.hpp"

namespace certamen::sim {
namespace {

constexpr Duration lie = 1s;  // what liars add; more than any cap
constexpr std::uint32_t answer_seconds = 10;

bool delays_echoes(Strategy strategy) {
  return strategy == Strategy::DelayEchoes || strategy == Strategy::DelayAndForge ||
         strategy == Strategy::DelayForgeAtTheEnd || strategy == Strategy::LookDelayForge;
}
bool looks_early(Strategy strategy) {
  return strategy == Strategy::LookEarly || strategy == Strategy::LookDelayForge;
}
bool forges(Strategy strategy, bool second_half) {
  switch (strategy) {
    case Strategy::ForgeStamps:
    case Strategy::DelayAndForge:
    case Strategy::LookDelayForge: return true;
    case Strategy::DelayForgeAtTheEnd: return second_half;
    case Strategy::Honest:
    case Strategy::DelayEchoes:
    case Strategy::PretendAsymmetry:
    case Strategy::LookEarly: break;
  }
  return false;
}

// One person at one program for one match.
class Runner {
 public:
  Runner(Scene& scene, Contestant contestant, std::uint32_t questions)
      : contestant_(std::move(contestant)), questions_(questions), scene_(scene) {
    scene.simulation().network().plan_route(contestant_.route);
    program_ = &scene.join(contestant_.name);
    if (contestant_.strategy != Strategy::Honest) {
      program_->on_send([this](const wire::ClientMessage& message) { send(message); });
    }
  }
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;

  // Presses so long after the options of the question that is being asked appear on this screen. Requires that it was sent.
  void react(Duration reaction) {
    World& world = scene_.simulation().world();
    const wire::QuestionAsked& asked = *room_of_program().asked;
    const Instant opens = program_->world_at(model::to_local(program_->model().clock, asked.opens_at));
    Instant seen = std::max(opens, world.now());
    if (looks_early(contestant_.strategy)) seen = world.now();
    const Instant pressed = seen + reaction;
    world.at(pressed, [this, number = asked.number] { press(number); });
  }

  void count(const room::Answered& answered, const room::Given& given, Instant opens_at, Duration reaction) {
    const Duration advantage = reaction - (answered.received_at - given.time_credit - opens_at);
    advantage_total_ += advantage;
    result_.advantage_most = result_.answers == 0 ? advantage : std::max(result_.advantage_most, advantage);
    result_.advantage_least = result_.answers == 0 ? advantage : std::min(result_.advantage_least, advantage);
    ++result_.answers;
  }

  [[nodiscard]] RaceResult result(const room::Member& member, const wire::FairnessReported& report) const {
    RaceResult result = result_;
    result.contestant = contestant_;
    if (result.answers > 0) result.advantage_mean = advantage_total_ / static_cast<std::int64_t>(result.answers);
    result.points = member.standing.points;
    result.rank = member.rank;
    for (const wire::FairnessRow& row : report.rows) {
      if (row.seat == member.id) result.told = row;
    }
    return result;
  }

  [[nodiscard]] const model::Room& room_of_program() const { return *program_->model().room; }
  [[nodiscard]] const Program& program() const { return *program_; }

 private:
  void press(std::uint32_t number) {
    const model::Room& room = room_of_program();
    if (!room.asked || room.asked->number != number || room.phase != wire::Phase::Asking) return;
    scene_.answer(*program_, true);
  }

  // A modified program: what it sends is not what its model wanted, or not when.
  void send(const wire::ClientMessage& message) {
    World& world = scene_.simulation().world();
    if (const auto* ping = std::get_if<wire::Ping>(&message)) {
      const bool delayed =
          ping->echo != 0 ? delays_echoes(contestant_.strategy) : contestant_.strategy == Strategy::PretendAsymmetry;
      if (delayed) return world.after(lie, [this, message] { program_->say(message); });
    } else if (const auto* submit = std::get_if<wire::SubmitAnswer>(&message)) {
      wire::SubmitAnswer forged = *submit;
      if (forges(contestant_.strategy, submit->question_number > questions_ / 2)) forged.chosen_at -= lie;
      return program_->say(forged);
    }
    program_->say(message);
  }

  Contestant contestant_;
  std::uint32_t questions_;
  Scene& scene_;
  Program* program_ = nullptr;
  RaceResult result_;
  Duration advantage_total_{};
};

wire::RoomSettings settings_of(const Race& race) {
  wire::RoomSettings settings;
  settings.pacing = wire::Pacing::HostPaced;
  settings.question_count = race.questions;
  settings.answer_seconds = answer_seconds;
  settings.credit_cap_ms = race.credit_cap_ms;
  return settings;
}

Plan plan_of(const Race& race) {
  Plan plan = quiet_plan(race.seed, 2);
  plan.network.half_open_percent = 0;
  plan.network.cut_percent = 0;
  return plan;
}

using Runners = std::vector<std::unique_ptr<Runner>>;

// Everybody presses so long after the options appeared; the room reveals when the last answer is in.
void play_question(Scene& scene, Runners& runners, std::uint32_t number, Duration reaction) {
  std::vector<bool> ready(runners.size(), false);
  const auto all_ready = [&] {
    for (std::size_t i = 0; i < runners.size(); ++i) {
      const model::Room& room = runners[i]->room_of_program();
      if (ready[i] || room.phase != wire::Phase::Asking || !room.asked || room.asked->number != number) continue;
      ready[i] = true;
      runners[i]->react(reaction);
    }
    return std::all_of(ready.begin(), ready.end(), [](bool each) { return each; });
  };
  (void)scene.run_until(all_ready);
  (void)scene.reach(wire::Phase::Revealing, number);
}

void count_question(Scene& scene, Runners& runners, std::uint32_t number, Duration reaction) {
  for (const room::Answered& answered : scene.counted(number)) {
    for (const auto& runner : runners) {
      const model::Room& room = runner->room_of_program();
      if (room.seat != answered.seat || !room.asked) continue;
      const auto& given = scene.room().members().at(answered.seat).given.at(number - 1);
      if (given) runner->count(answered, *given, room.asked->opens_at, reaction);
    }
  }
}

std::int64_t spread_of(const std::vector<RaceResult>& results) {
  std::vector<std::int64_t> points;
  for (const RaceResult& result : results) {
    if (result.contestant.strategy == Strategy::Honest) points.push_back(result.points);
  }
  const auto [least, most] = std::minmax_element(points.begin(), points.end());
  return points.empty() ? 0 : *most - *least;
}

}  // namespace

std::string name_of(Strategy strategy) {
  switch (strategy) {
    case Strategy::Honest: return "honest";
    case Strategy::DelayEchoes: return "delays its echoes";
    case Strategy::ForgeStamps: return "forges its stamps";
    case Strategy::DelayAndForge: return "delays and forges";
    case Strategy::PretendAsymmetry: return "pretends an uneven way";
    case Strategy::DelayForgeAtTheEnd: return "saves its quota, then both";
    case Strategy::LookEarly: return "looks early";
    case Strategy::LookDelayForge: return "looks early and both";
  }
  return {};
}

RaceOutcome run_race(const Race& race) {
  Scene scene(plan_of(race));
  Dice dice(race.seed, "reactions");
  Program& host = scene.open(settings_of(race));
  Runners runners;
  for (const Contestant& contestant : race.contestants) {
    runners.push_back(std::make_unique<Runner>(scene, contestant, race.questions));
  }
  scene.run_for(8s);  // the ways are measured while people gather
  for (std::uint32_t number = 1; number <= race.questions; ++number) {
    scene.command(host, number == 1 ? wire::Command::Start : wire::Command::Next);
    const Duration reaction = dice.between(1200ms, 6s);
    play_question(scene, runners, number, reaction);
    count_question(scene, runners, number, reaction);
    scene.command(host, wire::Command::Next);
    scene.run_for(1s);
  }
  RaceOutcome outcome;
  const wire::FairnessReported report = scene.room().fairness();
  for (const auto& runner : runners) {
    outcome.results.push_back(runner->result(scene.room().members().at(runner->room_of_program().seat), report));
  }
  outcome.ranks_changed = report.ranks_changed;
  outcome.points_spread = spread_of(outcome.results);
  outcome.points_per_step = (exam::points_possible / 2 + answer_seconds * 10 - 1) / (answer_seconds * 10);
  outcome.findings = scene.conclude();
  return outcome;
}

std::vector<Contestant> unequal_honest() {
  return {{"next door", {2500us, 2500us, 0us, 0}}, {"cable", {10ms, 15ms, 4ms, 0}},
          {"old wifi", {20ms, 20ms, 40ms, 0}},     {"far away", {75ms, 75ms, 10ms, 0}},
          {"slow upload", {150ms, 30ms, 10ms, 0}}, {"slow download", {30ms, 150ms, 10ms, 0}},
          {"satellite", {190ms, 190ms, 20ms, 0}},  {"uneven", {250ms, 150ms, 0ms, 0}},
          {"uneven, too", {120ms, 260ms, 20ms, 0}}};
}

std::vector<Contestant> liars() {
  const Route route{15ms, 15ms, 4ms, 0};
  std::vector<Contestant> contestants;
  for (std::size_t i = 0; i < strategy_count; ++i) {
    const auto strategy = static_cast<Strategy>(i);
    contestants.push_back({"liar " + std::to_string(i), route, strategy});
  }
  contestants.front().name = "neighbour";
  return contestants;
}

}  // namespace certamen::sim
