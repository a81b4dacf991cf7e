#include "client/model/update.hpp"

#include <algorithm>
#include <utility>

#include "client/model/queries.hpp"
#include "client/model/step.hpp"

namespace certamen::model {

void Step::notify(decltype(Notice::about) about) {
  auto& notices = model.notices;
  std::erase_if(notices, [&](const Notice& notice) { return notice.about == about; });
  if (notices.size() == notices_max) notices.erase(notices.begin());
  notices.push_back({about, now});
}

Model make_model(Profile profile, std::string address, std::uint64_t seed) {
  Model model;
  model.jitter.state = seed;
  model.draft.address = std::move(address);
  if (model.draft.address.empty() && !profile.recent_servers.empty()) {
    model.draft.address = profile.recent_servers.front();
  }
  model.draft.solo.mode = wire::Mode::Solo;
  model.draft.solo.scoring = wire::Scoring::Accuracy;
  model.draft.solo.host_plays = true;
  model.profile = std::move(profile);
  return model;
}

namespace {

void receive(Step& step, const wire::ServerMessage& message) {
  const bool welcomed = step.online();
  // Before its Welcome a server has nothing to say but Welcome, Pong and Goodbye.
  std::visit(Overloaded{
                 [&](const wire::Welcome& welcome) { on_welcome(step, welcome); },
                 [&](const wire::Pong& pong) {
                   if (const auto echo = take(step.model.clock, pong, step.now)) step.send(*echo);
                 },
                 [&](const wire::Goodbye& goodbye) { on_goodbye(step, goodbye); },
                 [&](const wire::TopicsListed& listed) {
                   if (welcomed) step.model.topics = listed.topics;
                 },
                 [&](const wire::RoomJoined& joined) {
                   if (welcomed) on_room_joined(step, joined);
                 },
                 [&](const wire::RoomLeft&) {
                   if (welcomed) on_room_left(step);
                 },
                 [&](const wire::RoomEvent& event) {
                   if (welcomed) on_room_event(step, event);
                 },
                 [&](const wire::SeatEvent& event) {
                   if (welcomed) on_seat_event(step, event);
                 },
                 [&](const wire::RoomTroubled& troubled) {
                   if (welcomed) on_room_troubled(step, troubled);
                 },
                 [&](const wire::Rejected& rejected) {
                   if (welcomed) on_rejected(step, rejected);
                 },
             },
             message);
}

bool current(const Model& model, std::uint64_t connection) {
  const Link link = model.connection.link;
  return connection == model.connection.number && link != Link::Offline && link != Link::Lost;
}

void open_review(Step& step) {
  Model& model = step.model;
  if (!model.room || !model.room->finished) return;
  model.screen = Screen::Review;
  if (!model.room->review_asked) ask_review(step);
}

void show_reviewed(Model& model, std::uint32_t number) {
  if (!model.room || !model.room->finished) return;
  model.room->review_number = std::clamp(number, 1U, std::max(1U, model.room->finished->question_count));
}

template <class Intent>
concept OfConsole = requires(Step& step, const Intent& intent) {
  on_console(step, intent);
};

template <class Event>
concept OfRehearsal = requires(Step& step, const Event& event) {
  on_rehearsal(step, event);
};

void apply(Step& step, const Event& event) {
  Model& model = step.model;
  std::visit(Overloaded{
                 [&](const ChooseFound& intent) { choose_found(step, intent); },
                 [&](const BeaconHeard& fact) { on_beacon(step, fact); },
                 [&](const SetSpectate& intent) { model.draft.spectate = intent.spectate; },
                 [&](const SetHostSettings& intent) { model.draft.host = intent.settings; },
                 [&](const SetSoloSettings& intent) { model.draft.solo = intent.settings; },
                 [&](const AcceptCertificate&) { accept_certificate(step); },
                 [&](const RefuseCertificate&) { refuse_certificate(step); },
                 [&](const Leave&) { on_leave(step); },
                 [&](const Quit&) {
                   disconnect(step);
                   step.commands.emplace_back(ExitProgram{});
                 },
                 [&](const ToggleOption& intent) { on_toggle(step, intent.option); },
                 [&](const SetNumericText& intent) { on_numeric_text(step, intent.text); },
                 [&](const ConfirmAnswer&) { on_confirm(step); },
                 [&](const PlaceOption& intent) { on_place(step, intent); },
                 [&](const MatchOption& intent) { on_match(step, intent); },
                 [&](const SetAnswerText& intent) { on_answer_text(step, intent.text); },
                 [&](const SetCertainty& intent) { on_certainty(step, intent.certainty); },
                 [&](const ShowPaperQuestion& intent) { on_show_paper(step, intent.number); },
                 [&](const ToggleFlag&) { on_toggle_flag(step); },
                 [&](const HandInPaper&) { on_hand_in(step); },
                 [&](const HostCommand& intent) { on_host_command(step, intent.command); },
                 [&]<OfConsole Intent>(const Intent& intent) { on_console(step, intent); },
                 [&]<OfRehearsal Each>(const Each& each) { on_rehearsal(step, each); },
                 [&](const ResolveNext&) { resolve_next(step); },
                 [&](const ResolveAll&) { resolve_all(step); },
                 [&](const ChooseTeam& intent) { on_choose_team(step, intent.team); },
                 [&](const OpenReview&) { open_review(step); },
                 [&](const ShowReviewed& intent) { show_reviewed(model, intent.number); },
                 [&](const Connected& fact) {
                   if (current(model, fact.connection)) on_connected(step, fact);
                 },
                 [&](const Disconnected& fact) {
                   if (current(model, fact.connection)) connection_broke(step, fact);
                 },
                 [&](const Received& fact) {
                   if (!current(model, fact.connection)) return;
                   model.connection.heard_at_local = step.now;
                   receive(step, fact.message);
                 },
                 [&](const Tick&) {
                   connection_tick(step);
                   answer_tick(step);
                   exam_tick(step);
                   resolver_tick(step);
                   review_tick(step);
                 },
                 [&](const auto& intent) { on_form(step, intent); },
             },
             event);
}

// The next moment at which time alone changes what is drawn.
std::optional<Instant> stage_deadline(const Model& model) {
  if (!model.room || model.room->paused || !model.clock.synchronised) return std::nullopt;
  const Room& room = *model.room;
  if (room.phase == wire::Phase::Examining && room.exam) {
    const Duration own = own_time(room, room.exam->closes_at - room.exam->opens_at);
    for (const Instant boundary : {room.exam->opens_at, room.exam->opens_at + own}) {
      const Instant local = to_local(model.clock, boundary);
      if (local > model.updated_at_local) return local;
    }
    return std::nullopt;
  }
  if (room.phase != wire::Phase::Asking || !room.asked) return std::nullopt;
  for (const Instant boundary : {room.asked->opens_at, answers_close_at(room)}) {
    const Instant local = to_local(model.clock, boundary);
    if (local > model.updated_at_local) return local;
  }
  return std::nullopt;
}

void sooner(std::optional<Instant>& deadline, std::optional<Instant> other) {
  if (other && (!deadline || *other < *deadline)) deadline = other;
}

}  // namespace

std::vector<Command> update(Model& model, const Event& event, Instant now) {
  std::erase_if(model.notices, [&](const Notice& notice) { return now - notice.since_local >= notice_time; });
  forget_silent_servers(model, now);
  model.updated_at_local = now;
  Step step{model, now, {}};
  apply(step, event);
  rehearsal_watches(step);
  return std::move(step.commands);
}

std::optional<Instant> deadline(const Model& model) {
  auto next = connection_deadline(model);
  sooner(next, stage_deadline(model));
  sooner(next, resolver_deadline(model));
  if (model.room && model.room->own.pending) sooner(next, model.room->own.pending->resend_at_local);
  if (model.room) {
    for (const auto& [number, sheet] : model.room->desk.sheets) {
      if (sheet.pending) sooner(next, sheet.pending->resend_at_local);
    }
    sooner(next, model.room->desk.hand_in_again_at_local);
    sooner(next, model.room->review_again_at_local);
  }
  for (const Notice& notice : model.notices) sooner(next, notice.since_local + notice_time);
  for (const FoundServer& found : model.found) sooner(next, found.seen_local + found_time);
  return next;
}

}  // namespace certamen::model
