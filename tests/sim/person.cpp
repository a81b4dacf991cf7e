#include "tests/sim/person.hpp"

#include <algorithm>

namespace certamen::sim {

Person::Person(Company& company, std::string name, Dice dice) : company_(company), dice_(dice), name_(std::move(name)) {
  clock_.ahead = dice_.between(1s, 1'000'000s);
  const std::int64_t drift = company_.plan.drift_ppm_max;
  clock_.drift_ppm = static_cast<std::int64_t>(dice_.below(static_cast<std::uint64_t>(2 * drift + 1))) - drift;
  skill_percent_ = dice_.between(20, 95);
  mischievous_ = dice_.chance(company_.plan.mischief_percent);
  hasty_ = dice_.chance(40);
}

void Person::come_at(Instant when) {
  company_.around.world.at(when, [this] {
    model::Profile profile;
    profile.name = name_;
    profile.language = dice_.chance(50) ? wire::Language::Spanish : wire::Language::English;
    start_program(std::move(profile));
    keep_thinking();
  });
}

void Person::start_program(model::Profile profile) {
  programs_.push_back(std::make_unique<Program>(company_.around, name_, std::move(profile), clock_, dice_.bits()));
  program_ = programs_.back().get();
  program_->on_change([this, started = program_] {
    if (started == program_) look();
  });
  company_.programs.push_back(program_);
  progress_.reset();
  progressed_at_ = company_.now();
}

void Person::keep_thinking() {
  if (done_) return;
  if (returns_at_) {
    if (company_.now() >= *returns_at_) return_to_seat();
  } else {
    think();
  }
  company_.around.world.after(dice_.between(120ms, 700ms), [this] { keep_thinking(); });
}

void Person::close_and_return() {
  company_.around.world.note("{} closes the program", name_);
  kept_profile_ = program_->saved_profile();
  if (dice_.chance(50)) {
    intend(model::Quit{});
  } else {
    program_->quit();  // the machine was switched off
  }
  returns_at_ = company_.now() + dice_.between(200ms, 12s);
}

void Person::return_to_seat() {
  company_.around.world.note("{} opens the program again", name_);
  returns_at_.reset();
  start_program(kept_profile_);
  if (!model().profile.seats.empty()) intend(model::ReturnToSeat{0});
}

void Person::go_home() {
  company_.around.world.note("{} goes home", name_);
  intend(model::Quit{});
  for (const auto& forgotten : programs_) forgotten->quit();
  done_ = true;
}

bool Person::fidget() {
  if (stage() == model::Stage::Settings && model().room) {
    intend(model::GoBack{});
    return true;
  }
  if (dice_.rarely(8)) {
    const bool spanish = model().profile.language == wire::Language::Spanish;
    intend(model::ChooseLanguage{spanish ? wire::Language::English : wire::Language::Spanish});
    return true;
  }
  if (dice_.rarely(5)) {
    intend(model::ShowScreen{model::Screen::Settings});
    return true;
  }
  if (company_.calm()) return false;
  const auto& room = model().room;
  if (room && room->phase == wire::Phase::Gathering && room->settings.team_count > 0 && dice_.rarely(40)) {
    program_->say(wire::ChooseTeam{dice_.between(1, room->settings.team_count + (dice_.chance(5) ? 1U : 0U))});
    return true;
  }
  if (dice_.rarely(5)) {
    close_and_return();
    return true;
  }
  if (dice_.rarely(2) && !model().profile.seats.empty()) {
    // The same person on a second device, with what the first one had saved; the first one stays open.
    company_.around.world.note("{} goes on with a second device", name_);
    start_program(program_->saved_profile());
    intend(model::ReturnToSeat{0});
    return true;
  }
  return false;
}

void Person::look() {
  const auto& room = model().room;
  if (!room) return;
  remember();
  // A start whose paper cannot be drawn leads back to where it was.
  const bool drawing = room->phase == wire::Phase::Drawing;
  const Progress progress{drawing ? wire::Phase::Gathering : room->phase, room->announced ? room->announced->number : 0};
  if (progress_ != progress) {
    progress_ = progress;
    progressed_at_ = company_.now();
  }
  if (room->phase == wire::Phase::Examining && room->plays) sit_exam();
  const bool new_question =
      room->asked && room->plays &&
      (room->asked->number != question_seen_ || room->asked->vote != vote_seen_ || room->code != question_seen_in_);
  if (!new_question || room->phase != wire::Phase::Asking) return;
  question_seen_ = room->asked->number;
  vote_seen_ = room->asked->vote;
  question_seen_in_ = room->code;
  plan_answer(*room->asked);
}

}  // namespace certamen::sim
