#include <algorithm>
#include <utility>

#include "client/model/queries.hpp"
#include "client/model/step.hpp"

namespace certamen::model {

namespace {

// A pause moves the open question's times, and with them the moment of an answer that still waits to leave.
void move_times(Room& room, const wire::RoomResumed& resumed) {
  constexpr Instant none{};
  if (resumed.opens_at != none) {
    const bool asking = room.asked && !room.exam;
    if (asking && room.own.pending) room.own.pending->chosen_at += resumed.opens_at - room.asked->opens_at;
    if (room.announced && !room.exam) room.announced->opens_at = resumed.opens_at;
    if (asking) room.asked->opens_at = resumed.opens_at;
    if (room.exam) room.exam->opens_at = resumed.opens_at;
  }
  if (resumed.closes_at != none && room.exam) room.exam->closes_at = resumed.closes_at;
  if (resumed.closes_at != none && room.asked && !room.exam) room.asked->closes_at = resumed.closes_at;
  if (resumed.continues_at != none) {
    if (room.phase == wire::Phase::Discussing && room.discussion) room.discussion->continues_at = resumed.continues_at;
    if (room.phase == wire::Phase::Revealing && room.revealed) room.revealed->continues_at = resumed.continues_at;
    if (room.phase == wire::Phase::Ranking && room.standings) {
      room.standings->shown.continues_at = resumed.continues_at;
    }
  }
}

void apply(Step& step, const wire::RosterChanged& fact) {
  Room& room = *step.model.room;
  for (const auto& entry : fact.changed) room.roster[entry.seat] = entry;
  for (const auto& seat : fact.gone) room.roster.erase(seat);
  if (const auto own = room.roster.find(room.seat); own != room.roster.end()) room.role = own->second.role;
}
void apply(Step& step, const wire::MatchStarted& /*fact*/) {
  enter_phase(step, wire::Phase::Drawing);
}
void apply(Step& step, const wire::QuestionAnnounced& fact) {
  Room& room = *step.model.room;
  give_up_answer(step);
  room.announced = fact;
  room.asked.reset();
  room.revealed.reset();
  room.progress.reset();
  room.own = OwnAnswer{};
  room.discussion.reset();
  room.team_votes.reset();
  room.first_answer.reset();
  enter_phase(step, wire::Phase::Reading);
}
void apply(Step& step, const wire::QuestionAsked& fact) {
  Room& room = *step.model.room;
  if (fact.vote > 1) room.own = OwnAnswer{};
  room.asked = fact;
  room.discussion.reset();
  room.team_votes.reset();
  enter_phase(step, wire::Phase::Asking);
}
void apply(Step& step, const wire::DiscussionOpened& fact) {
  Room& room = *step.model.room;
  give_up_answer(step);
  room.own.picks.clear();
  room.first_answer = room.own.locked;
  room.discussion = fact;
  room.progress.reset();
  enter_phase(step, wire::Phase::Discussing);
}
void apply(Step& step, const wire::QuestionRevealed& fact) {
  Room& room = *step.model.room;
  give_up_answer(step);
  room.own.picks.clear();
  room.revealed = fact;
  enter_phase(step, wire::Phase::Revealing);
}
void apply(Step& step, const wire::RankingShown& fact) {
  Room& room = *step.model.room;
  room.standings = make_standings(fact, room.standings, step.now);
  room.frozen_ranking.reset();
  enter_phase(step, wire::Phase::Ranking);
}
void apply(Step& step, const wire::MatchFinished& fact) {
  if (step.model.room->phase == wire::Phase::Examining) close_paper(step);
  const bool over = step.model.room->phase == wire::Phase::Finished;  // told again after a correction
  step.model.room->finished = fact;
  step.model.room->paused.reset();
  if (over) return;
  enter_phase(step, wire::Phase::Finished);
  begin_resolving(step);
}
void apply(Step& step, const wire::RoomPaused& fact) {
  step.model.room->paused = fact;
  step.model.room->command_sent.reset();
}
void apply(Step& step, const wire::RoomResumed& fact) {
  Room& room = *step.model.room;
  room.paused.reset();
  room.command_sent.reset();
  move_times(room, fact);
  deliver_answer(step);
}
void apply(Step& step, const wire::QuestionExtended& fact) {
  Room& room = *step.model.room;
  if (room.asked && room.asked->number == fact.number) room.asked->closes_at = fact.closes_at;
}
void apply(Step& step, const wire::QuestionSkipped& /*fact*/) {
  give_up_answer(step);
}
void apply(Step& step, const wire::RankingCorrected& fact) {
  Room& room = *step.model.room;
  if (room.revealed && room.revealed->number == fact.question_number) room.revealed = fact.revealed;
  correction_seen(room, fact);
  step.notify(Remark::RankingCorrected);
  if (room.review_asked) ask_review(step);  // points and keys of every question may be others
}
void apply(Step& step, const wire::RoomLockChanged& fact) {
  step.model.room->locked = fact.locked;
}

void apply(Step& step, const wire::ExamOpened& fact) {
  Room& room = *step.model.room;
  room.exam = fact;
  room.paper.clear();
  room.own_exam = {};
  room.own = {};
  room.desk = {};
  room.announced.reset();
  room.asked.reset();
  enter_phase(step, wire::Phase::Examining);
  open_paper(step);
}

void apply(Step& step, const wire::RightsChanged& fact) {
  Room& room = *step.model.room;
  room.host_ticket = fact.ticket;
  room.command_sent.reset();
  if (fact.rights == wire::Rights::Host) room.role = wire::Role::Host;
  if (fact.rights == wire::Rights::None && room.role == wire::Role::Host) {
    room.role = room.plays ? wire::Role::Player : wire::Role::Spectator;
    room.fairness.reset();
    room.class_report.reset();
    room.class_names.clear();
    room.frozen_ranking.reset();
  }
  if (fact.rights == wire::Rights::None) {  // of others one knows no more from now on
    std::erase_if(room.allowances, [&](const auto& entry) { return entry.first != room.seat; });
  }
  remember_seat(step);
  room.console.order_sent.reset();
  if (fact.rights == wire::Rights::None) return rights_lost(step);
  step.notify(Remark::RightsGiven);
}
void apply(Step& step, const wire::AnswerLocked& fact) {
  if (step.model.room->phase == wire::Phase::Examining) {
    exam_answer_locked(step, fact);
  } else {
    answer_locked(step, fact);
  }
}
void apply(Step& step, const wire::PaperQuestion& fact) {
  on_paper_question(step, fact);
}
void apply(Step& step, const wire::QuestionFlagged& fact) {
  on_question_flagged(step, fact);
}
void apply(Step& step, const wire::PaperHandedIn& /*fact*/) {
  on_paper_handed_in(step);
}
void apply(Step& step, const wire::ExamResult& fact) {
  step.model.room->exam_result = fact;
}
void apply(Step& step, const wire::OwnResult& fact) {
  step.model.room->own_result = fact;
}
void apply(Step& step, const wire::ProgressCounted& fact) {
  step.model.room->progress = fact;
}
void apply(Step& step, const wire::QuestionReviewed& fact) {
  step.model.room->review[fact.announced.number] = fact;
}

void apply(Step& step, const wire::TeamVotes& fact) {
  step.model.room->team_votes = fact;
}
void apply(Step& step, const wire::AllowanceChanged& fact) {
  auto& sent = step.model.room->console.order_sent;
  if (sent && std::holds_alternative<wire::SetAllowance>(*sent)) sent.reset();
  if (fact.allowance == wire::Allowance::Whole) {
    step.model.room->allowances.erase(fact.seat);
  } else {
    step.model.room->allowances[fact.seat] = fact.allowance;
  }
}
void apply(Step& step, const wire::FrozenRanking& fact) {
  step.model.room->frozen_ranking = fact.ranking;
}
void apply(Step& step, const wire::FairnessReported& fact) {
  step.model.room->fairness = fact;
}

void apply(Step& step, const wire::ClassReported& fact) {
  class_reported(*step.model.room, fact);
}

// Its questions come one by one, so whatever is missing may still be on its way.
bool review_missing(const Model& model) {
  return model.room->review_asked && model.room->review.size() < review_total(model);
}

void lose_seat(Step& step) {
  Model& model = step.model;
  forget_seat(step, model.connection.address, model.room->code);
  model.connection.lost_since_local.reset();
  model.room->resuming = false;
  if (model.room->finished) return;  // the podium and what came of the review stay readable
  step.notify(Remark::SeatGone);
  drop_room(step);
}

void room_refused(Step& step, wire::Refusal reason) {
  Model& model = step.model;
  model.room->command_sent.reset();
  const bool passes = reason == wire::Refusal::TooFast || reason == wire::Refusal::StorageFailing;
  if (passes && model.room->own.pending) retry_answer(*model.room->own.pending, step.now);
  exam_refused(step, reason);
  if (passes && review_missing(model)) model.room->review_again_at_local = step.now + resend_delay;
  // That the bank has too little is the answer to the start, whatever was ordered beside it.
  const bool of_start = reason == wire::Refusal::TooFewQuestions;
  if (!of_start && order_refused(step, reason)) return;
  step.notify(reason);
  if (reason != wire::Refusal::TooFewQuestions || model.room->phase != wire::Phase::Drawing) return;
  if (model.room->settings.mode == wire::Mode::Solo) {
    on_leave(step);
    model.screen = Screen::Solo;  // to ask for less
  } else {
    enter_phase(step, wire::Phase::Gathering);
  }
}

void leave_refused(Step& step, wire::Refusal reason) {
  const bool passes = reason == wire::Refusal::TooFast || reason == wire::Refusal::StorageFailing;
  if (!step.model.leave_sent || reason == wire::Refusal::NotSeated) {
    on_room_left(step);  // the wish given up was not granted, or the seat was none
  } else if (passes) {
    hang_up(step, "the seat could not be given up now");
  }  // else the answer to something that was wished before
}

}  // namespace

void enter_phase(Step& step, wire::Phase phase) {
  step.model.room->phase = phase;
  step.model.room->phase_since_local = step.now;
  step.model.room->command_sent.reset();
  step.model.room->console.order_sent.reset();
}

void class_reported(Room& room, const wire::ClassReported& report) {
  room.class_report = report;
  for (const wire::ClassRow& row : report.rows) {
    const auto found = room.roster.find(row.seat);
    if (found != room.roster.end()) room.class_names[row.seat] = found->second.name;
  }
}

void resume_seat(Step& step) {
  Room& room = *step.model.room;
  room.resuming = true;
  step.send(wire::ResumeSeat{room.code, room.ticket});
}

void drop_room(Step& step) {
  if (step.model.room) step.model.screen = Screen::Start;
  step.model.room.reset();
}

void forget_seat(Step& step, std::string_view address, std::string_view code) {
  const auto forgotten = std::erase_if(step.model.profile.seats,
                                       [&](const SeatKept& seat) { return seat.address == address && seat.code == code; });
  if (forgotten > 0) step.save_profile();
}

void ask_review(Step& step) {
  Room& room = *step.model.room;
  room.review_asked = true;
  room.review_again_at_local.reset();
  if (!step.online() || room.resuming) return;  // asked again when back in the seat
  room.review.clear();
  step.send(wire::ReviewMatch{});
}

void review_tick(Step& step) {
  if (!step.model.room) return;
  auto& again = step.model.room->review_again_at_local;
  if (!again || step.now < *again) return;
  again.reset();
  if (review_missing(step.model)) ask_review(step);
}

void on_leave(Step& step) {
  Model& model = step.model;
  if (!model.room) {
    on_form(step, GoBack{});
    return;
  }
  forget_seat(step, model.connection.address, model.room->code);
  if (!step.online()) {
    disconnect(step);
  } else if (model.room->resuming) {
    model.leaving = true;  // given back when it is granted; asked at once, a refusal would be answered twice
  } else {
    give_seat_back(step);
  }
  drop_room(step);
  model.screen = Screen::Start;
}

void give_seat_back(Step& step) {
  step.model.leaving = true;
  if (std::exchange(step.model.leave_sent, true)) return;
  step.send(wire::LeaveRoom{});
}

// Either the answer to LeaveRoom, or word that the room is closed.
void on_room_left(Step& step) {
  Model& model = step.model;
  if (model.leaving) {
    model.leaving = false;
    model.leave_sent = false;
    send_entry(step);
  } else if (model.room) {
    forget_seat(step, model.connection.address, model.room->code);
    if (model.room->finished) return;  // what was played stays on screen for as long as the person likes
    step.notify(wire::Farewell::RoomClosed);
    drop_room(step);
  }
}

// The roster tells when it is so.
void on_choose_team(Step& step, wire::TeamNumber team) {
  const auto& room = step.model.room;
  if (!room || !room->plays || room->phase != wire::Phase::Gathering || !step.online() || room->resuming) return;
  const wire::RoomSettings& settings = room->settings;
  if (settings.team_forming != wire::TeamForming::ByPlayers || team == 0 || team > settings.team_count) return;
  step.send(wire::ChooseTeam{team});
}

void on_room_event(Step& step, const wire::RoomEvent& event) {
  if (!step.model.room) return;
  Room& room = *step.model.room;
  if (room.resuming || event.sequence <= room.sequence) return;
  if (event.sequence != room.sequence + 1) {
    resume_seat(step);
    return;
  }
  room.sequence = event.sequence;
  order_seen(room, event.fact);
  std::visit([&](const auto& fact) { apply(step, fact); }, event.fact);
}

void on_seat_event(Step& step, const wire::SeatEvent& event) {
  if (!step.model.room) return;
  Room& room = *step.model.room;
  if (room.resuming) return;
  if (event.sequence > room.sequence) {
    resume_seat(step);
    return;
  }
  std::visit([&](const auto& fact) { apply(step, fact); }, event.fact);
}

void on_room_troubled(Step& step, const wire::RoomTroubled& troubled) {
  if (!step.model.room) return;
  step.model.room->storage_failing = troubled.storage_failing;
  if (!troubled.storage_failing) deliver_answer(step);
}

void on_rejected(Step& step, const wire::Rejected& rejected) {
  Model& model = step.model;
  if (rejected.question_number != 0) {
    answer_refused(step, rejected);
  } else if (model.leaving) {
    leave_refused(step, rejected.reason);
  } else if (model.entry) {
    model.draft.name_suggested = rejected.suggestion;
    entry_refused(step, rejected.reason);
  } else if (model.room && model.room->resuming) {
    const bool gone = rejected.reason == wire::Refusal::RoomNotFound || rejected.reason == wire::Refusal::TicketInvalid ||
                      rejected.reason == wire::Refusal::Banned;
    if (gone) {
      lose_seat(step);
    } else {
      hang_up(step, "the seat could not be resumed now");
    }
  } else if (model.room && rejected.reason == wire::Refusal::NotSeated) {
    resume_seat(step);
  } else if (model.room) {
    room_refused(step, rejected.reason);
  } else {
    step.notify(rejected.reason);
  }
}

}  // namespace certamen::model
