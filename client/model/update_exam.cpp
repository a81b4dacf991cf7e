#include <algorithm>
#include <utility>

#include "client/model/queries.hpp"
#include "client/model/step.hpp"

namespace certamen::model {

namespace {

// What the server keeps, put on the board so that it can be changed.
OwnAnswer board_from(const wire::AnswerLocked& saved, wire::Language language) {
  OwnAnswer board;
  board.certainty = saved.certainty;
  std::visit(Overloaded{
                 [&](const wire::ChoiceAnswer& choice) { board.picks = choice.options; },
                 [&](const wire::NumericAnswer& number) { board.numeric_text = format_number(number.micros, language); },
                 [&](const wire::OrderAnswer& order) { board.order = order.options; },
                 [&](const wire::MatchAnswer& match) { board.matches.assign(match.matches.begin(), match.matches.end()); },
                 [&](const wire::TextAnswer& text) { board.text = text.text; },
             },
             saved.answer);
  return board;
}

const wire::AnswerLocked* saved_answer(const Room& room, std::uint32_t number) {
  const auto& answers = room.own_exam.answers;
  const auto found = std::find_if(answers.begin(), answers.end(),
                                  [number](const wire::AnswerLocked& each) { return each.question_number == number; });
  return found == answers.end() ? nullptr : &*found;
}

OwnAnswer* sheet_of(Room& room, std::uint32_t number) {
  if (number == room.desk.number) return &room.own;
  const auto sheet = room.desk.sheets.find(number);
  return sheet == room.desk.sheets.end() ? nullptr : &sheet->second;
}

template <class Visit>
void each_sheet(Room& room, const Visit& visit) {
  visit(room.own);
  for (auto& [number, sheet] : room.desk.sheets) visit(sheet);
}

// The board looked at from now on: as it was left, or as the server keeps its answer.
void lay_out(Step& step) {
  Room& room = *step.model.room;
  const std::uint32_t number = room.desk.number;
  const auto question = room.paper.find(number);
  room.announced.reset();
  room.asked.reset();
  if (question == room.paper.end()) return;
  room.announced = question->second.announced;
  room.asked = question->second.asked;
  if (const auto left = room.desk.sheets.extract(number)) {
    room.own = std::move(left.mapped());
  } else if (const wire::AnswerLocked* saved = saved_answer(room, number)) {
    room.own = board_from(*saved, step.model.profile.language);
  } else {
    room.own = {};
  }
}

bool open_now(const Step& step) {
  const auto& room = step.model.room;
  return room && room->phase == wire::Phase::Examining && !room->paused && !room->resuming && step.online();
}

void send_hand_in(Step& step) {
  Room& room = *step.model.room;
  ExamDesk& desk = room.desk;
  if (!desk.hand_in || room.own_exam.handed_in || desk.hand_in_sent_on == step.model.connection.number) return;
  if (desk.hand_in_again_at_local) return;
  bool waits = false;
  each_sheet(room, [&](const OwnAnswer& sheet) { waits = waits || sheet.pending; });
  if (waits) return;
  desk.hand_in_sent_on = step.model.connection.number;
  step.send(wire::HandIn{});
}

}  // namespace

void open_paper(Step& step) {
  const Room& room = *step.model.room;
  if (room.plays && open_now(step)) step.send(wire::FetchPaper{});
}

void save_board(Step& step) {
  Room& room = *step.model.room;
  if (room.phase != wire::Phase::Examining || !can_answer(step.model, step.now)) return;
  if (asks_certainty(room) && !room.own.certainty) return;
  const auto answer = board_answer(step.model);
  if (!answer) {
    const auto number = parse_number(room.own.numeric_text);
    if (room.announced->kind == wire::QuestionKind::Numeric && !room.own.numeric_text.empty() && !number) {
      room.own.numeric_error = number.error();
    }
    return;
  }
  const wire::AnswerLocked* saved = saved_answer(room, room.desk.number);
  if (room.own.pending) {
    if (room.own.pending->answer == *answer && room.own.pending->certainty == room.own.certainty) return;
  } else if (saved != nullptr && saved->answer == *answer && saved->certainty == room.own.certainty) {
    return;
  }
  room.own.refused.reset();
  room.own.pending = PendingAnswer{room.desk.number, *answer, server_now(step.model, step.now), 0, {}, room.own.certainty};
  exam_delivers(step);
  if (!step.online()) step.notify(Remark::AnswerKept);
}

void on_show_paper(Step& step, std::uint32_t number) {
  if (!step.model.room || step.model.room->phase != wire::Phase::Examining || !step.model.room->exam) return;
  save_board(step);
  Room& room = *step.model.room;
  const std::uint32_t wanted = std::clamp(number, 1U, std::max(1U, room.exam->question_count));
  if (wanted == room.desk.number) return;
  const bool touched = room.own != OwnAnswer{} && room.asked;
  if (touched) room.desk.sheets[room.desk.number] = std::exchange(room.own, {});
  room.desk.number = wanted;
  lay_out(step);
}

void on_toggle_flag(Step& step) {
  if (!can_answer(step.model, step.now) || step.model.room->phase != wire::Phase::Examining) return;
  Room& room = *step.model.room;
  const std::uint32_t number = room.desk.number;
  const bool flagged = !paper_flagged(step.model, number);
  room.desk.flags[number] = flagged;
  if (open_now(step)) step.send(wire::FlagQuestion{number, flagged});
}

void on_hand_in(Step& step) {
  if (!step.model.room || step.model.room->phase != wire::Phase::Examining) return;
  save_board(step);
  Room& room = *step.model.room;
  if (!room.plays || paper_closed(step.model)) return;
  room.desk.hand_in = true;
  if (open_now(step)) send_hand_in(step);
}

void on_paper_question(Step& step, const wire::PaperQuestion& question) {
  Room& room = *step.model.room;
  const std::uint32_t number = question.announced.number;
  room.paper[number] = question;
  if (room.phase != wire::Phase::Examining || number != room.desk.number) return;
  if (!room.asked) return lay_out(step);
  room.announced = question.announced;  // the same question, perhaps in another language
  room.asked = question.asked;
}

void exam_answer_locked(Step& step, const wire::AnswerLocked& locked) {
  Room& room = *step.model.room;
  auto& answers = room.own_exam.answers;
  const auto place = std::lower_bound(
      answers.begin(), answers.end(), locked.question_number,
      [](const wire::AnswerLocked& answer, std::uint32_t number) { return answer.question_number < number; });
  if (place != answers.end() && place->question_number == locked.question_number) {
    *place = locked;
  } else {
    answers.insert(place, locked);
  }
  OwnAnswer* sheet = sheet_of(room, locked.question_number);
  if (sheet == nullptr || !sheet->pending) return;
  // The acknowledgement of an answer that was changed since says nothing of the later one.
  if (sheet->pending->answer != locked.answer || sheet->pending->certainty != locked.certainty) return;
  sheet->pending.reset();
  if (open_now(step)) send_hand_in(step);
}

void on_question_flagged(Step& step, const wire::QuestionFlagged& flagged) {
  Room& room = *step.model.room;
  auto& flags = room.own_exam.flags;
  const auto place = std::lower_bound(flags.begin(), flags.end(), flagged.question_number);
  const bool present = place != flags.end() && *place == flagged.question_number;
  if (flagged.flagged && !present) flags.insert(place, flagged.question_number);
  if (!flagged.flagged && present) flags.erase(place);
  const auto wished = room.desk.flags.find(flagged.question_number);
  if (wished != room.desk.flags.end() && wished->second == flagged.flagged) room.desk.flags.erase(wished);
}

void on_paper_handed_in(Step& step) {
  step.model.room->own_exam.handed_in = true;
}

void exam_delivers(Step& step) {
  if (!open_now(step)) return;
  Room& room = *step.model.room;
  const std::uint64_t connection = step.model.connection.number;
  each_sheet(room, [&](OwnAnswer& sheet) {
    auto& pending = sheet.pending;
    if (!pending || pending->sent_on_connection == connection || pending->resend_at_local) return;
    pending->sent_on_connection = connection;
    step.send(wire::SubmitAnswer{pending->question_number, pending->answer, pending->chosen_at, pending->certainty});
  });
  send_hand_in(step);
}

void exam_refused(Step& step, wire::Refusal reason) {
  Room& room = *step.model.room;
  if (room.phase != wire::Phase::Examining || room.desk.hand_in_sent_on == 0 || room.own_exam.handed_in) return;
  room.desk.hand_in_sent_on = 0;
  if (reason == wire::Refusal::TooFast || reason == wire::Refusal::StorageFailing) {
    room.desk.hand_in_again_at_local = step.now + resend_delay;
  } else if (reason != wire::Refusal::WrongPhase || !room.paused) {
    room.desk.hand_in = false;
  }
}

void exam_tick(Step& step) {
  if (!step.model.room || step.model.room->phase != wire::Phase::Examining) return;
  Room& room = *step.model.room;
  each_sheet(room, [&](OwnAnswer& sheet) {
    if (sheet.pending && sheet.pending->resend_at_local && step.now >= *sheet.pending->resend_at_local) {
      sheet.pending->resend_at_local.reset();
    }
  });
  auto& again = room.desk.hand_in_again_at_local;
  if (again && step.now >= *again) again.reset();
  exam_delivers(step);
}

// After a return: what the lost connection took along is wished again.
void resume_paper(Step& step) {
  open_paper(step);
  exam_delivers(step);
  if (!open_now(step)) return;
  for (const auto& [number, flagged] : step.model.room->desk.flags) step.send(wire::FlagQuestion{number, flagged});
}

void close_paper(Step& step) {
  Room& room = *step.model.room;
  bool lost = false;
  each_sheet(room, [&](const OwnAnswer& sheet) { lost = lost || sheet.pending; });
  if (lost) step.notify(Remark::AnswerLost);
  room.exam.reset();
  room.own = {};
  room.announced.reset();
  room.asked.reset();
  room.desk = {};
}

std::uint32_t paper_total(const Model& model) {
  return model.room && model.room->exam ? model.room->exam->question_count : 0;
}

PaperState paper_state(const Model& model, std::uint32_t number) {
  if (!model.room) return PaperState::Blank;
  const Room& room = *model.room;
  const bool looked_at = number == room.desk.number;
  const auto sheet = room.desk.sheets.find(number);
  const OwnAnswer* board = looked_at ? &room.own : sheet == room.desk.sheets.end() ? nullptr : &sheet->second;
  if (board != nullptr && board->pending) return PaperState::Sending;
  if (saved_answer(room, number) != nullptr) return PaperState::Saved;
  return board != nullptr && *board != OwnAnswer{} ? PaperState::Begun : PaperState::Blank;
}

bool paper_flagged(const Model& model, std::uint32_t number) {
  if (!model.room) return false;
  const auto wished = model.room->desk.flags.find(number);
  if (wished != model.room->desk.flags.end()) return wished->second;
  const auto& flags = model.room->own_exam.flags;
  return std::binary_search(flags.begin(), flags.end(), number);
}

std::uint32_t paper_blank_count(const Model& model) {
  std::uint32_t blank = 0;
  for (std::uint32_t number = 1; number <= paper_total(model); ++number) {
    const PaperState state = paper_state(model, number);
    if (state == PaperState::Blank || state == PaperState::Begun) ++blank;
  }
  return blank;
}

bool paper_closed(const Model& model) {
  return model.room && (model.room->own_exam.handed_in || model.room->desk.hand_in);
}

}  // namespace certamen::model
