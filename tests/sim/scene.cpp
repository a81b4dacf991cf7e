#include "tests/sim/scene.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "proto/wire/require.hpp"
#include "tests/sim/answering.hpp"

namespace certamen::sim {
namespace {

Options options_of(const Plan& plan) {
  Options options;
  options.seed = plan.seed;
  options.plan = plan;
  return options;
}

}  // namespace

Scene::Scene(const Plan& plan) : simulation_(options_of(plan)), dice_(plan.seed, "scene") {
  simulation_.watch().add(*this);
}

void Scene::model_changed(const Program& program) {
  if (const wire::ServerMessage* message = program.message_heard()) heard_.emplace_back(&program, *message);
}

Program& Scene::open(const wire::RoomSettings& settings, wire::Language language) {
  Program& host = simulation_.add_program("Host", language);
  programs_.push_back(&host);
  host.happen(model::ShowScreen{model::Screen::Host});
  wire::RoomSettings wish = settings;
  using wire::QuestionKind;  // those that some_answer() knows to answer
  const std::vector simple{QuestionKind::SingleChoice, QuestionKind::MultipleResponse, QuestionKind::TrueFalse,
                           QuestionKind::Numeric};
  if (wish.kinds.empty()) wish.kinds = simple;
  host.happen(model::SetHostSettings{wish});
  host.happen(model::HostRoom{});
  if (run_until([&] { return host.model().room.has_value(); })) code_ = host.model().room->code;
  return host;
}

Program& Scene::join(const std::string& name, wire::Language language, wire::Role role) {
  Program& guest = simulation_.add_program(name, language);
  programs_.push_back(&guest);
  guest.happen(model::ShowScreen{model::Screen::Join});
  guest.happen(model::SetCode{code_});
  guest.happen(model::SetSpectate{role == wire::Role::Spectator});
  guest.happen(model::JoinRoom{});
  (void)run_until([&] { return guest.model().room.has_value() || !guest.model().entry; }, 10s);
  run_for(300ms);  // until everybody has heard
  return guest;
}

Program& Scene::reopen(const Program& closed) {
  Program& again = simulation_.add_program(closed.saved_profile());
  programs_.push_back(&again);
  again.happen(model::ReturnToSeat{0});
  return again;
}

void Scene::command(Program& host, wire::Command command) {
  host.happen(model::HostCommand{command});
}

bool Scene::reach(wire::Phase phase, std::uint32_t number) {
  return run_until([&] {
    return std::all_of(programs_.begin(), programs_.end(), [&](const Program* program) {
      const auto& room = program->model().room;
      if (!program->running() || !room || room->code != code_) return true;
      const bool there = number == 0 || !room->announced || phase == wire::Phase::Ranking ||
                         phase == wire::Phase::Finished || room->announced->number == number;
      return room->phase == phase && there;
    });
  });
}

bool Scene::open_question(std::uint32_t number) {
  return reach(wire::Phase::Asking, number) && run_until([&] {
           return std::all_of(programs_.begin(), programs_.end(), [&](const Program* program) {
             const bool sits = program->running() && program->model().room && program->model().room->code == code_;
             return !sits || model::stage(program->model(), program->local_now()) == model::Stage::Asking;
           });
         });
}

void Scene::answer(Program& program, bool right) {
  for (const model::Event& gesture : answer_gestures(program.model(), simulation_.papers(), right, dice_)) {
    program.happen(gesture);
  }
}

wire::SubmitAnswer Scene::some_answer(const Program& program, wire::OptionIndex option) {
  const model::Room& room = *program.model().room;
  if (room.announced->kind == wire::QuestionKind::Numeric) {
    return {room.announced->number, wire::NumericAnswer{1'000'000 + option}, {}};
  }
  return {room.announced->number, wire::ChoiceAnswer{{option}}, {}};
}

const room::Room& Scene::room() {
  const room::Room* room = simulation_.server().find_room(code_);
  wire::require(room != nullptr, "the scene's room is there");
  return *room;
}

std::vector<room::Answered> Scene::counted(std::uint32_t question_number) {
  std::vector<room::Answered> answers;
  for (const auto& [game, stored] : simulation_.disk().games()) {
    if (stored.code != code_) continue;
    for (const std::string& bytes : stored.entries) {
      const auto entry = journal::decode(bytes);
      const auto* answered = entry ? std::get_if<room::Answered>(&entry->event) : nullptr;
      if (answered != nullptr && answered->question_number == question_number) answers.push_back(*answered);
    }
  }
  return answers;
}

std::size_t Scene::entries() {
  const Story* story = simulation_.stories().find(code_);
  return story == nullptr ? 0 : story->entry_count;
}

std::size_t Scene::refusals(const Program& program, wire::Refusal reason) const {
  const auto all = heard<wire::Rejected>(program);
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [reason](const wire::Rejected& each) { return each.reason == reason; }));
}

std::string Scene::conclude() {
  for (Program* program : programs_) {
    if (program->running() && program->model().room) program->happen(model::Leave{});
  }
  run_for(5s);
  for (Program* program : programs_) program->quit();
  run_for(32min);
  std::string words;
  for (const Finding& finding : simulation_.conclude().findings) words += finding.checker + ": " + finding.what + "\n";
  return words;
}

}  // namespace certamen::sim
