#include <algorithm>

#include "client/model/queries.hpp"
#include "client/model/step.hpp"

namespace certamen::model {

namespace {

void give(Step& step, wire::Answer answer, std::optional<wire::Certainty> certainty = std::nullopt) {
  Room& room = *step.model.room;
  room.own.refused.reset();
  room.own.pending =
      PendingAnswer{room.asked->number, std::move(answer), server_now(step.model, step.now), 0, {}, certainty,
                    room.asked->vote};
  deliver_answer(step);
  if (!step.online()) step.notify(Remark::AnswerKept);
}

void toggle_pick(Room& room, wire::OptionIndex option) {
  auto& picks = room.own.picks;
  const auto picked = std::find(picks.begin(), picks.end(), option);
  room.own.too_many_picks = false;
  if (picked != picks.end()) {
    picks.erase(picked);
  } else if (picks.size() < room.asked->choose) {
    picks.push_back(option);
  } else {
    room.own.too_many_picks = true;
  }
}

}  // namespace

void on_give(Step& step, const GiveAnswer& given) {
  if (can_answer(step.model, step.now)) give(step, given.answer, given.certainty);
}

void on_toggle(Step& step, wire::OptionIndex option) {
  if (!can_answer(step.model, step.now) || !has_board(*step.model.room)) return;
  Room& room = *step.model.room;
  if (option >= room.asked->options.size()) return;
  switch (room.announced->kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::TrueFalse: give(step, wire::ChoiceAnswer{{option}}); return;
    case wire::QuestionKind::MultipleResponse:
      room.own.refused.reset();
      toggle_pick(room, option);
      return;
    case wire::QuestionKind::Numeric:
    case wire::QuestionKind::Ordering:
    case wire::QuestionKind::Matching:
    case wire::QuestionKind::ShortText: return;
  }
}

void on_numeric_text(Step& step, std::string text) {
  if (!can_answer(step.model, step.now)) return;
  Room& room = *step.model.room;
  if (room.announced->kind != wire::QuestionKind::Numeric) return;
  room.own.numeric_text = std::move(text);
  room.own.numeric_error.reset();
  room.own.refused.reset();
}

void on_confirm(Step& step) {
  if (!can_answer(step.model, step.now) || !has_board(*step.model.room)) return;
  Room& room = *step.model.room;
  if (room.announced->kind == wire::QuestionKind::Numeric) {
    const auto number = parse_number(room.own.numeric_text);
    if (!number) {
      room.own.numeric_error = number.error();
      return;
    }
    give(step, wire::NumericAnswer{*number});
  } else if (can_confirm(step.model, step.now)) {
    wire::ChoiceAnswer answer{room.own.picks};
    std::sort(answer.options.begin(), answer.options.end());
    give(step, std::move(answer));
  }
}

void deliver_answer(Step& step) {
  if (!step.model.room || !step.online()) return;
  Room& room = *step.model.room;
  auto& pending = room.own.pending;
  const bool open = room.phase == wire::Phase::Asking && !room.paused && !room.resuming;
  if (!pending || !open || pending->sent_on_connection == step.model.connection.number) return;
  pending->sent_on_connection = step.model.connection.number;
  pending->resend_at_local.reset();
  step.send(wire::SubmitAnswer{pending->question_number, pending->answer, pending->chosen_at, pending->certainty,
                               pending->vote});
}

void answer_locked(Step& step, const wire::AnswerLocked& locked) {
  Room& room = *step.model.room;
  if (!room.announced || room.announced->number != locked.question_number) return;
  if (room.phase == wire::Phase::Discussing || (room.asked && locked.vote < room.asked->vote)) room.first_answer = locked;
  if (room.asked && locked.vote < room.asked->vote) return;
  room.own = OwnAnswer{};
  room.own.locked = locked;
}

void answer_refused(Step& step, const wire::Rejected& rejected) {
  if (!step.model.room) return;
  Room& room = *step.model.room;
  auto& pending = room.own.pending;
  if (!pending || pending->question_number != rejected.question_number) return;
  // Sent twice over a reconnection: the first one counts and its AnswerLocked is on the way.
  if (rejected.reason == wire::Refusal::AlreadyAnswered) return;
  if (rejected.reason == wire::Refusal::WrongPhase && room.paused) {
    pending->sent_on_connection = 0;  // crossed the pause on its way; leaves again when the room goes on
    return;
  }
  step.notify(rejected.reason);
  if (rejected.reason == wire::Refusal::StorageFailing || rejected.reason == wire::Refusal::TooFast) {
    retry_answer(step, resend_delay);
    return;
  }
  room.own.refused = rejected.reason;
  pending.reset();
}

void retry_answer(Step& step, Duration delay) {
  auto& pending = step.model.room->own.pending;
  pending->sent_on_connection = 0;
  pending->resend_at_local = step.now + delay;
}

void answer_tick(Step& step) {
  if (!step.model.room || !step.model.room->own.pending) return;
  auto& pending = *step.model.room->own.pending;
  if (!pending.resend_at_local || step.now < *pending.resend_at_local) return;
  pending.resend_at_local.reset();
  deliver_answer(step);
}

void give_up_answer(Step& step) {
  Room& room = *step.model.room;
  if (room.own.pending) {
    room.own.pending.reset();
    step.notify(Remark::AnswerLost);
  }
}

}  // namespace certamen::model
