#include "client/model/queries.hpp"
#include "client/model/step.hpp"

namespace certamen::model {

namespace {

// A later question, a started match, a snapshot: nobody looks at the settings of a form any more, but Settings and
// Review stay open until the person closes them.
void show_room(Model& model) {
  if (model.screen != Screen::Settings && model.screen != Screen::Review) model.screen = Screen::Room;
}

// The tickets of a room just entered: new ones from the server, or those kept from before.
void take_tickets(Step& step, const wire::RoomJoined& joined) {
  Room& room = *step.model.room;
  for (const SeatKept& seat : step.model.profile.seats) {
    if (seat.address != step.model.connection.address || seat.code != joined.code) continue;
    if (!joined.ticket) room.host_ticket = seat.host_ticket;
  }
  if (const auto* resume = std::get_if<wire::ResumeSeat>(&*step.model.entry)) room.ticket = resume->ticket;
  if (joined.ticket) room.ticket = *joined.ticket;
  if (joined.host_ticket) room.host_ticket = joined.host_ticket;
}

// What the person had on the board survives a snapshot of the same, still unanswered question.
void carry_own(Step& step, const wire::Snapshot& snapshot) {
  Room& room = *step.model.room;
  if (room.phase == wire::Phase::Examining && snapshot.phase == wire::Phase::Examining) return;  // boards of a paper
  if (room.phase == wire::Phase::Examining) close_paper(step);
  const std::uint32_t before = room.announced ? room.announced->number : 0;
  const std::uint32_t after = snapshot.announced ? snapshot.announced->number : 0;
  const bool same_vote = !room.asked || !snapshot.asked || room.asked->vote == snapshot.asked->vote;
  const bool still_open = before == after && same_vote && snapshot.phase <= wire::Phase::Asking;
  if (snapshot.own_answer) {
    room.own = {};
  } else if (!still_open) {
    give_up_answer(step);
    room.own = {};
  }
  // While the teams talk the board shows how one voted.
  room.own.locked = snapshot.phase == wire::Phase::Discussing ? snapshot.first_answer : snapshot.own_answer;
}

void apply_snapshot(Step& step, const wire::Snapshot& snapshot) {
  Room& room = *step.model.room;
  carry_own(step, snapshot);
  const std::uint32_t before = room.announced ? room.announced->number : 0;
  const std::uint32_t after = snapshot.announced ? snapshot.announced->number : 0;
  const bool was_playing = room.phase != wire::Phase::Gathering && room.phase != wire::Phase::Finished;
  if (room.phase != snapshot.phase || before != after) enter_phase(step, snapshot.phase);
  room.sequence = snapshot.sequence;
  room.settings = snapshot.settings;
  room.points_rules = snapshot.points_rules;
  room.paused = snapshot.paused;
  room.roster.clear();
  for (const auto& entry : snapshot.roster) room.roster[entry.seat] = entry;
  const bool on_paper = snapshot.phase == wire::Phase::Examining;  // then the paper brings them, in its language
  if (!on_paper || !room.exam) {
    room.announced = snapshot.announced;
    room.asked = snapshot.asked;
  }
  room.revealed = snapshot.revealed;
  room.own_result = snapshot.own_result;
  if (before != after) room.progress.reset();
  if (snapshot.ranking) room.standings = make_standings(*snapshot.ranking, room.standings, step.now);
  room.finished = snapshot.finished;
  if (was_playing && room.phase == wire::Phase::Finished) begin_resolving(step);
  room.fairness = snapshot.fairness;
  room.class_report.reset();
  if (snapshot.class_report) class_reported(room, *snapshot.class_report);
  room.exam = snapshot.exam;
  room.paper.clear();  // the snapshot may be in another language
  room.own_exam = snapshot.own_exam.value_or(wire::OwnExam{});
  room.exam_result = snapshot.exam_result;
  room.locked = snapshot.locked;
  room.first_question = snapshot.first_question;
  room.discussion = snapshot.discussion;
  room.team_votes = snapshot.team_votes;
  room.first_answer = snapshot.first_answer;
  room.frozen_ranking = snapshot.frozen_ranking;
  room.allowances.clear();
  for (const auto& [seat, allowance] : snapshot.allowances) room.allowances[seat] = allowance;
  const auto own = room.roster.find(room.seat);
  const bool commands = own == room.roster.end() || own->second.role == wire::Role::Host || own->second.cohost;
  if (commands || !room.host_ticket) return;
  room.host_ticket.reset();  // given to another meanwhile
  rights_lost(step);
}

}  // namespace

void remember_seat(Step& step) {
  Model& model = step.model;
  const Room& room = *model.room;
  Profile& profile = model.profile;
  const std::string& address = model.connection.address;
  if (address == model.private_address) return step.save_profile();
  std::erase_if(profile.seats, [&](const SeatKept& seat) { return seat.address == address && seat.code == room.code; });
  profile.seats.insert(profile.seats.begin(), {address, room.code, profile.name, room.ticket, room.host_ticket});
  if (profile.seats.size() > seats_kept_max) profile.seats.resize(seats_kept_max);
  std::erase(profile.recent_servers, address);
  profile.recent_servers.insert(profile.recent_servers.begin(), address);
  if (profile.recent_servers.size() > recent_servers_max) profile.recent_servers.resize(recent_servers_max);
  step.save_profile();
}

void on_room_joined(Step& step, const wire::RoomJoined& joined) {
  Model& model = step.model;
  // Granted after the person had gone back, or wanted no more: a seat that nobody sits in would block others.
  if (model.leaving || (!model.room && !model.entry)) return give_seat_back(step);
  const bool entered = !model.room;
  if (entered) {
    model.room.emplace();
    model.room->phase_since_local = step.now;
    take_tickets(step, joined);
  }
  Room& room = *model.room;
  room.code = joined.code;
  room.seat = joined.seat;
  room.role = joined.role;
  room.plays = joined.plays;
  room.resuming = false;
  model.connection.failures = 0;
  room.command_sent.reset();
  room.console.order_sent.reset();
  if (room.console.correction && !room.console.correction->outcome) room.console.correction->sent = false;
  apply_snapshot(step, joined.snapshot);
  if (entered) {
    model.entry.reset();
    model.join_try.reset();
    remember_seat(step);
  } else if (joined.host_ticket) {
    room.host_ticket = joined.host_ticket;  // the first one may have been lost on the way
    remember_seat(step);
  }
  if (model.connection.lost_since_local) {
    model.connection.lost_since_local.reset();
    step.notify(Remark::Returned);
  }
  show_room(model);
  deliver_answer(step);
  if (room.phase == wire::Phase::Examining) resume_paper(step);
  if (room.review_asked && room.review.size() < review_total(model)) ask_review(step);
  const bool solo_waits = room.settings.mode == wire::Mode::Solo && room.phase == wire::Phase::Gathering;
  if (solo_waits) on_host_command(step, wire::Command::Start);
}

}  // namespace certamen::model
