#include "tests/sim/answering.hpp"
#include "tests/sim/person.hpp"

// People at an exam. They do what no board does, too, so they say their wishes themselves.
namespace certamen::sim {
namespace {

constexpr Duration paper_patience = 6s;  // a paper is dear: with several on their way the server hears nothing else

}  // namespace

void Person::sit_exam() {
  if (exam_program_ == program_) return;
  exam_program_ = program_;
  paper_asked_at_ = Instant{} - paper_patience;
  company_.around.world.after(dice_.between(50ms, 1500ms), [this, planned_with = program_] {
    if (planned_with == exam_program_) exam_turn();
  });
}

void Person::exam_turn() {
  const auto& room = model().room;
  if (exam_program_ != program_ || !program_->running() || !room || room->phase != wire::Phase::Examining) {
    exam_program_ = nullptr;
    return;
  }
  if (!room->resuming && model().connection.link == model::Link::Online) work_on_paper();
  company_.around.world.after(dice_.between(150ms, 1800ms), [this, planned_with = program_] {
    if (planned_with == exam_program_) exam_turn();
  });
}

void Person::work_on_paper() {
  const model::Room& room = *model().room;
  const auto number = static_cast<std::uint32_t>(1 + dice_.below(room.exam->question_count));
  const auto question = room.paper.find(number);
  if (question == room.paper.end()) {
    if (company_.now() - paper_asked_at_ < paper_patience) return;
    paper_asked_at_ = company_.now();
    program_->say(wire::FetchPaper{});
  } else if (mischievous_ && !company_.calm() && dice_.chance(30)) {
    misbehave(number, question->second.asked.options.size());
  } else if (dice_.chance(15)) {
    program_->say(wire::FlagQuestion{number, dice_.chance(70)});
  } else if (dice_.chance(4)) {
    program_->say(wire::HandIn{});
  } else if (const auto answer =
                 paper_answer(model(), company_.papers, question->second, dice_.chance(skill_percent_), dice_)) {
    program_->say(wire::SubmitAnswer{number, *answer, Instant{}});
  }
}

}  // namespace certamen::sim
