#include <algorithm>

#include "client/model/queries.hpp"
#include "client/model/step.hpp"

namespace certamen::model {

namespace {

void give(Step& step, wire::Answer answer) {
  Room& room = *step.model.room;
  room.own.refused.reset();
  room.own.pending = PendingAnswer{room.asked->number, std::move(answer), server_now(step.model, step.now), 0, {},
                                   room.own.certainty, room.asked->vote};
  deliver_answer(step);
  if (!step.online()) step.notify(Remark::AnswerKept);
}

// Every press on the board: what it replies to is out of date, and a paper saves what is whole. What is typed is saved when
// it is left.
void changed(Step& step) {
  OwnAnswer& own = step.model.room->own;
  own.refused.reset();
  own.certainty_missing = false;
  const wire::QuestionKind kind = step.model.room->announced->kind;
  const bool typed = kind == wire::QuestionKind::Numeric || kind == wire::QuestionKind::ShortText;
  if (step.model.room->phase == wire::Phase::Examining && !typed) save_board(step);
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

// The board in play, if it is of this kind and a press on it counts.
Room* board_of(Step& step, wire::QuestionKind kind) {
  if (!can_answer(step.model, step.now) || step.model.room->announced->kind != kind) return nullptr;
  return &*step.model.room;
}

}  // namespace

void on_toggle(Step& step, wire::OptionIndex option) {
  if (!can_answer(step.model, step.now)) return;
  Room& room = *step.model.room;
  if (option >= room.asked->options.size()) return;
  switch (room.announced->kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::TrueFalse:
      if (room.phase != wire::Phase::Examining && !asks_certainty(room)) return give(step, wire::ChoiceAnswer{{option}});
      room.own.picks = {option};
      changed(step);
      return;
    case wire::QuestionKind::MultipleResponse:
      toggle_pick(room, option);
      changed(step);
      return;
    case wire::QuestionKind::Numeric:
    case wire::QuestionKind::Ordering:
    case wire::QuestionKind::Matching:
    case wire::QuestionKind::ShortText: return;
  }
}

void on_numeric_text(Step& step, std::string text) {
  Room* room = board_of(step, wire::QuestionKind::Numeric);
  if (room == nullptr) return;
  room->own.numeric_text = std::move(text);
  room->own.numeric_error.reset();
  changed(step);
}

void on_answer_text(Step& step, std::string text) {
  Room* room = board_of(step, wire::QuestionKind::ShortText);
  if (room == nullptr) return;
  room->own.text = std::move(text);
  changed(step);
}

void on_place(Step& step, const PlaceOption& placed) {
  Room* room = board_of(step, wire::QuestionKind::Ordering);
  if (room == nullptr) return;
  auto order = board_order(step.model);
  const auto found = std::find(order.begin(), order.end(), placed.option);
  if (found == order.end() || placed.place >= order.size()) return;
  order.erase(found);
  order.insert(order.begin() + static_cast<std::ptrdiff_t>(placed.place), placed.option);
  room->own.order = std::move(order);
  changed(step);
}

void on_match(Step& step, const MatchOption& matched) {
  Room* room = board_of(step, wire::QuestionKind::Matching);
  if (room == nullptr) return;
  auto matches = board_matches(step.model);
  if (matched.option >= matches.size() || matched.match >= room->asked->matches.size()) return;
  auto& match = matches[matched.option];
  match = match == matched.match ? std::nullopt : std::optional{matched.match};
  room->own.matches = std::move(matches);
  changed(step);
}

void on_certainty(Step& step, wire::Certainty certainty) {
  if (!can_answer(step.model, step.now) || !asks_certainty(*step.model.room)) return;
  step.model.room->own.certainty = certainty;
  changed(step);
}

void on_confirm(Step& step) {
  if (!can_answer(step.model, step.now) || gives_at_once(*step.model.room)) return;
  Room& room = *step.model.room;
  if (room.phase == wire::Phase::Examining) return save_board(step);
  if (room.announced->kind == wire::QuestionKind::Numeric) {
    const auto number = parse_number(room.own.numeric_text);
    if (!number) {
      room.own.numeric_error = number.error();
      return;
    }
  }
  auto answer = board_answer(step.model);
  if (!answer) return;
  room.own.certainty_missing = asks_certainty(room) && !room.own.certainty;
  if (!room.own.certainty_missing) give(step, std::move(*answer));
}

void deliver_answer(Step& step) {
  if (!step.model.room || !step.online()) return;
  Room& room = *step.model.room;
  if (room.phase == wire::Phase::Examining) return exam_delivers(step);
  auto& pending = room.own.pending;
  const bool open = room.phase == wire::Phase::Asking && !room.paused && !room.resuming;
  if (!pending || !open || pending->sent_on_connection == step.model.connection.number) return;
  pending->sent_on_connection = step.model.connection.number;
  pending->resend_at_local.reset();
  step.send(
      wire::SubmitAnswer{pending->question_number, pending->answer, pending->chosen_at, pending->certainty, pending->vote});
}

void answer_locked(Step& step, const wire::AnswerLocked& locked) {
  Room& room = *step.model.room;
  if (!room.announced || room.announced->number != locked.question_number) return;
  if (room.phase == wire::Phase::Discussing || (room.asked && locked.vote < room.asked->vote)) room.first_answer = locked;
  if (room.asked && locked.vote < room.asked->vote) return;
  room.own = OwnAnswer{};
  room.own.locked = locked;
}

namespace {

// The board of this question, if an answer to it is on its way.
OwnAnswer* waiting_board(Room& room, std::uint32_t number) {
  if (room.own.pending && room.own.pending->question_number == number) return &room.own;
  const auto sheet = room.desk.sheets.find(number);
  return sheet != room.desk.sheets.end() && sheet->second.pending ? &sheet->second : nullptr;
}

}  // namespace

void answer_refused(Step& step, const wire::Rejected& rejected) {
  if (!step.model.room) return;
  Room& room = *step.model.room;
  OwnAnswer* board = waiting_board(room, rejected.question_number);
  if (board == nullptr) {
    if (room.desk.flags.erase(rejected.question_number) > 0) step.notify(rejected.reason);
    return;
  }
  // Sent twice over a reconnection: the first one counts and its AnswerLocked is on the way.
  if (rejected.reason == wire::Refusal::AlreadyAnswered) return;
  if (rejected.reason == wire::Refusal::WrongPhase && room.paused) {
    board->pending->sent_on_connection = 0;  // crossed the pause on its way; leaves again when the room goes on
    return;
  }
  // The server was down while the question opened for this player, and opens it again a little later.
  if (rejected.reason == wire::Refusal::TooEarly) return retry_answer(*board->pending, step.now);
  step.notify(rejected.reason);
  if (rejected.reason == wire::Refusal::StorageFailing || rejected.reason == wire::Refusal::TooFast) {
    retry_answer(*board->pending, step.now);
    return;
  }
  board->refused = rejected.reason;
  board->pending.reset();
}

void retry_answer(PendingAnswer& pending, Instant now) {
  pending.sent_on_connection = 0;
  pending.resend_at_local = now + resend_delay;
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
