#include <algorithm>

#include "tests/sim/answering.hpp"
#include "tests/sim/person.hpp"

namespace certamen::sim {

void Person::plan_answer(const wire::QuestionAsked& asked) {
  if (mischievous_ && !company_.calm() && dice_.chance(60)) plan_mischief(asked);
  const std::uint32_t habit = dice_.between(0, 99);
  if (habit < 6) return;  // has no idea
  const Duration allowed = model::answer_window(*model().room);
  const Instant chosen = habit < 14 ? asked.opens_at + allowed - dice_.between(0us, 40ms)  // at the last moment
                                    : asked.opens_at + dice_.between(80ms, std::max<Duration>(allowed * 8 / 10, 100ms));
  answer_at(program_->world_at(model::to_local(model().clock, chosen)), asked.number);
}

void Person::answer_at(Instant when, std::uint32_t number) {
  company_.around.world.at(when, [this, number, planned_with = program_] {
    if (planned_with == program_ && program_->running()) answer(number);
  });
}

void Person::answer(std::uint32_t number) {
  const auto& room = model().room;
  if (!room || !room->asked || room->asked->number != number || room->phase != wire::Phase::Asking) return;
  if (room->own.pending || room->own.locked) return;
  if (!model::can_answer(model(), program_->local_now())) {
    answer_at(company_.now() + dice_.between(100ms, 600ms), number);
    return;
  }
  const bool right = dice_.chance(skill_percent_);
  for (const model::Event& gesture : answer_gestures(model(), company_.papers, right, dice_)) intend(gesture);
}

void Person::plan_mischief(const wire::QuestionAsked& asked) {
  Instant when = company_.now() + dice_.between(0ms, 900ms);
  if (dice_.chance(40)) {
    // Around the deadline, as the server counts it.
    const Instant closes = program_->world_at(model::to_local(model().clock, asked.closes_at));
    when = closes + dice_.between(0ms, 60ms) - 20ms;
  }
  company_.around.world.at(when, [this, number = asked.number, options = asked.options.size(), planned_with = program_] {
    if (planned_with == program_ && program_->running() && model().room) misbehave(number, options);
  });
}

// What no honest program sends: twice, for other questions, in other forms, with a forged stamp, as the host.
void Person::misbehave(std::uint32_t number, std::size_t options) {
  wire::SubmitAnswer submit{number, wire::ChoiceAnswer{{0}}, Instant{dice_.between(0s, 500s)}};
  if (options == 0) submit.answer = wire::NumericAnswer{dice_.between(1, 50) * std::int64_t{1'000'000}};
  if (options > 0) submit.answer = wire::ChoiceAnswer{{static_cast<wire::OptionIndex>(dice_.below(options))}};
  if (dice_.chance(30)) submit.vote = dice_.between(1, 2);
  if (dice_.chance(15)) submit.certainty = static_cast<wire::Certainty>(dice_.below(3));
  switch (dice_.below(9)) {
    case 0: break;
    case 6: submit.answer = wire::OrderAnswer{{1, 0, 2, 4, 3}}; break;
    case 7: submit.answer = wire::MatchAnswer{{0, 0, 3, 3}}; break;
    case 8: submit.answer = wire::TextAnswer{dice_.chance(50) ? "\u200B" : "whatever"}; break;
    case 1: submit.question_number = number + 1; break;
    case 2: submit.question_number = std::max(1U, number - 1); break;
    case 3: submit.answer = wire::ChoiceAnswer{{wire::options_max - 1}}; break;
    case 4: submit.answer = wire::NumericAnswer{7}; break;
    case 5:
      program_->say(wire::CommandRoom{dice_.chance(50) ? wire::Order{wire::Command::Next} : draw_order(), wrong_ticket()});
      return;
  }
  company_.around.world.note("{} sends what no program sends, for question {}", name_, number);
  program_->say(submit);
  if (dice_.chance(50)) program_->say(submit);
}

}  // namespace certamen::sim
