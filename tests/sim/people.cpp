#include "tests/sim/people.hpp"

#include <fmt/format.h>

#include <array>

#include "proto/wire/limits.hpp"
#include "proto/wire/presets.hpp"

namespace certamen::sim {
namespace {

constexpr Duration entering_patience = 15s;

std::vector<std::string> draw_topics(Dice& dice) {
  if (!dice.chance(20)) return {};
  return {fmt::format("topic-{}", dice.below(3)), fmt::format("topic-{}", 3 + dice.below(3))};
}

std::vector<wire::QuestionKind> draw_kinds(Dice& dice) {
  std::vector<wire::QuestionKind> kinds;
  for (std::size_t kind = 0; kind < wire::question_kind_count; ++kind) {
    if (dice.chance(60)) kinds.push_back(static_cast<wire::QuestionKind>(kind));
  }
  return kinds;
}

// What the host tells its guests, where its room has a password.
std::string password_of(std::uint32_t room_number) {
  return fmt::format("secret of {}", room_number);
}

}  // namespace

// ---- hosts ----

Host::Host(Company& company, std::uint32_t room_number, std::uint32_t guests_expected, Dice dice)
    : Person(company, fmt::format("Host {}", room_number), dice),
      room_number_(room_number),
      guests_expected_(guests_expected),
      start_patience_(dice_.between(6s, 22s)),
      linger_(dice_.between(1s, 15s)),
      wants_deputy_(dice_.chance(45)),
      faithless_(dice_.chance(wants_deputy_ ? 35 : 8)) {}

wire::RoomSettings Host::draw_settings() {
  wire::RoomSettings settings;
  settings.pacing = static_cast<wire::Pacing>(dice_.between(0, 2));
  if (wants_deputy_ && dice_.chance(40)) settings.pacing = wire::Pacing::Automatic;  // in which a missing host is missed
  settings.scoring = dice_.chance(55) ? wire::Scoring::Speed : static_cast<wire::Scoring>(dice_.between(1, 3));
  settings.streak_bonus = dice_.chance(35);
  settings.partial_credit = dice_.chance(50);
  settings.penalty_percent = dice_.chance(30) ? dice_.between(1, 100) : 0;
  settings.question_count = dice_.chance(4) ? 60 : dice_.between(2, 8);
  if (dice_.chance(20)) settings.kinds = draw_kinds(dice_);
  settings.capacity = dice_.chance(10) ? 2 : 200;
  settings.answer_seconds = dice_.chance(25) ? 0 : dice_.between(2, 6);
  settings.reading_seconds = dice_.between(1, 2);
  settings.reveal_seconds = dice_.between(1, 3);
  settings.ranking_seconds = dice_.between(1, 2);
  settings.late_join = dice_.chance(80);
  settings.host_plays = dice_.chance(30);
  settings.shuffle_per_player = dice_.chance(40);
  settings.topics = draw_topics(dice_);
  settings.generated_names = dice_.chance(20);
  settings.credit_cap_ms = std::array{300U, 8U, 0U, 1000U}.at((room_number_ + settings.question_count) % 4);
  if (dice_.chance(20)) {
    const wire::RoomSettings exam = wire::preset(wire::Mode::ExamSimulation);
    settings.mode = exam.mode;
    settings.scoring = exam.scoring;
    settings.exam_seconds = dice_.between(10, 30);
    if (settings.question_count % 2 == 0) settings.exam_unscored_count = dice_.between(1, 3);
  } else if (dice_.chance(30)) {
    settings.mode = wire::Mode::TeamPractice;
    settings.team_count = dice_.between(wire::teams_min, 4);
    settings.team_forming = static_cast<wire::TeamForming>(dice_.between(0, 2));
    if (dice_.chance(70)) settings.discuss_seconds = dice_.between(wire::discuss_seconds_min, 8);
  }
  if (dice_.chance(25)) settings.freeze_questions = dice_.between(1, 4);
  return settings;
}

void Host::think() {
  switch (stage()) {
    case model::Stage::Start:
    case model::Stage::Solo:
    case model::Stage::Join:
    case model::Stage::Host: open_room(); return;
    case model::Stage::Entering:
      if (!entering_since_) entering_since_ = company_.now();
      if (company_.now() - *entering_since_ > entering_patience) intend(model::GoBack{});
      return;
    case model::Stage::Lobby: gather(); return;
    case model::Stage::Settings:
    case model::Stage::Drawing:
    case model::Stage::Reading:
    case model::Stage::Asking:
    case model::Stage::Discussing:
    case model::Stage::Examining:
    case model::Stage::Revealing:
    case model::Stage::Ranking: conduct(); return;
    case model::Stage::Podium:
    case model::Stage::Review: close_match(); return;
  }
}

void Host::open_room() {
  entering_since_.reset();
  if (openings_left_ == 0 || (room_since_ && company_.calm())) return go_home();
  --openings_left_;
  room_since_.reset();
  podium_since_.reset();
  linger_ = dice_.between(1s, 15s);
  intend(model::ShowScreen{model::Screen::Host});
  intend(model::SetHostSettings{draw_settings()});
  intend(model::SetPassword{dice_.chance(25) ? password_of(room_number_) : ""});
  intend(model::HostRoom{});
}

bool Host::appoint_deputy() {
  const auto& room = model().room;
  if (!wants_deputy_ || !room || room->resuming || company_.calm() || !dice_.chance(20)) return false;
  if (room->role != wire::Role::Host || !room->host_ticket) return false;
  std::vector<wire::SeatId> others;
  for (const auto& [seat, member] : room->roster) {
    if (member.cohost) return false;
    if (member.role != wire::Role::Host && member.connected) others.push_back(seat);
  }
  if (others.empty() || model().connection.link != model::Link::Online) return false;
  program().say(wire::CommandRoom{wire::AppointCohost{dice_.pick(others), true}, *room->host_ticket});
  return true;
}

void Host::gather() {
  if (!room_since_) room_since_ = company_.now();
  company_.wall[room_number_] = model().room->code;
  if (appoint_deputy() || give_orders() || fidget()) return;
  if (!model::is_host(model())) {  // handed over, or taken over
    if (bored_for() > 60s) intend(model::Leave{});
    return;
  }
  const bool waited = company_.now() - *room_since_ > start_patience_;
  const bool complete = model::players_connected(model()) >= guests_expected_;
  if (start_was_refused() || company_.now() - *room_since_ > 2 * start_patience_ + 60s) {
    intend(model::HostCommand{wire::Command::End});
  } else if ((complete || waited) && model::host_action(model(), program().local_now()) == wire::Command::Start) {
    intend(model::HostCommand{wire::Command::Start});
  }
}

void Host::conduct() {
  if (faithless_ && !company_.calm() && dice_.rarely(15)) {
    company_.around.world.note("{} leaves the match", name());
    return intend(model::Leave{});
  }
  if (appoint_deputy() || give_orders() || fidget() || !model().room) return;
  const Instant local = program().local_now();
  const auto action = model::host_action(model(), local);
  if (action == wire::Command::Resume) {
    if (dice_.chance(25)) intend(model::HostCommand{wire::Command::Resume});
  } else if (action && dice_.chance(40)) {
    intend(model::HostCommand{*action});
  } else if (model::can_close_early(model(), local) && dice_.rarely(20)) {
    intend(model::HostCommand{wire::Command::Next});
  } else if (!company_.calm() && model::can_pause(model(), local) && dice_.rarely(15)) {
    intend(model::HostCommand{wire::Command::Pause});
  } else if (dice_.rarely(2)) {
    intend(model::HostCommand{wire::Command::End});
  } else if (bored_for() > 90s) {
    intend(model::Leave{});
  }
}

void Host::close_match() {
  if (!podium_since_) podium_since_ = company_.now();
  if (give_orders()) return;
  if (stage() == model::Stage::Podium && dice_.rarely(40)) intend(model::OpenReview{});
  if (company_.now() - *podium_since_ < linger_) return;
  if (model().connection.link == model::Link::Online && dice_.chance(40)) {
    intend(model::HostCommand{wire::Command::End});
    linger_ += 2s;  // to see it closed; then leave in any case
    if (company_.now() - *podium_since_ < 20s) return;
  }
  intend(model::Leave{});
}

// ---- guests ----

Guest::Guest(Company& company, std::string name, std::uint32_t room_number, bool watches, Dice dice)
    : Person(company, std::move(name), dice),
      room_number_(room_number),
      watches_(watches),
      visits_left_(dice_.between(1, 2)),
      patience_(dice_.between(35s, 70s)),
      linger_(dice_.between(500ms, 20s)) {}

void Guest::think() {
  switch (stage()) {
    case model::Stage::Start:
    case model::Stage::Solo:
    case model::Stage::Join:
    case model::Stage::Host: seek(); return;
    case model::Stage::Entering:
      if (!entering_since_) entering_since_ = company_.now();
      if (company_.now() - *entering_since_ > entering_patience) intend(model::GoBack{});
      return;
    case model::Stage::Settings:
    case model::Stage::Lobby:
    case model::Stage::Drawing:
    case model::Stage::Reading:
    case model::Stage::Asking:
    case model::Stage::Discussing:
    case model::Stage::Examining:
    case model::Stage::Revealing:
    case model::Stage::Ranking: sit(); return;
    case model::Stage::Podium:
    case model::Stage::Review: linger(); return;
  }
}

void Guest::seek() {
  entering_since_.reset();
  podium_since_.reset();
  if (gives_up_at_ == Instant{}) gives_up_at_ = company_.now() + patience_;
  if (visits_left_ == 0 || attempts_left_ == 0 || company_.now() > gives_up_at_) return go_home();
  if (try_old_seat()) return;
  const auto posted = company_.wall.find(room_number_);
  if (posted == company_.wall.end()) return;
  --attempts_left_;
  wire::RoomCode code = posted->second;
  if (dice_.chance(6)) code = dice_.chance(50) ? "ABCDEF" : "no code";
  std::string own_name = name();
  if (dice_.chance(5)) own_name = dice_.chance(50) ? "Guest 1" : "\u200B";  // somebody else's, and an invisible one
  intend(model::ShowScreen{model::Screen::Join});
  intend(model::SetName{own_name});
  intend(model::SetCode{code});
  intend(model::SetSpectate{watches_});
  intend(model::SetPassword{password_of(dice_.chance(5) ? room_number_ + 1 : room_number_)});
  intend(model::JoinRoom{});
}

void Guest::sit() {
  entering_since_.reset();
  if (bored_for() > patience_) return leave();
  if (succeed() || give_orders() || fidget() || !model().room || lead()) return;
  if (!company_.calm() && dice_.rarely(3)) leave();
}

void Guest::linger() {
  if (!podium_since_) podium_since_ = company_.now();
  if (succeed() || give_orders()) return;
  if (stage() == model::Stage::Podium && dice_.rarely(60)) {
    intend(model::OpenReview{});
  } else if (stage() == model::Stage::Review) {
    intend(model::ShowReviewed{dice_.between(0, 6)});
    if (dice_.chance(30)) intend(model::GoBack{});
  }
  if (company_.now() - *podium_since_ > linger_) leave();
}

void Guest::leave() {
  company_.around.world.note("{} leaves", name());
  intend(model::Leave{});
  if (visits_left_ > 0) --visits_left_;
  ++room_number_;
  gives_up_at_ = company_.now() + 10s;
}

// ---- people who practise alone ----

Soloist::Soloist(Company& company, std::uint32_t number, Dice dice)
    : Person(company, fmt::format("Soloist {}", number), dice), matches_left_(dice_.between(1, 2)) {}

void Soloist::begin() {
  entering_since_.reset();
  podium_since_.reset();
  if (matches_left_ == 0 || attempts_left_ == 0) return go_home();
  --attempts_left_;
  wire::RoomSettings settings = model().draft.solo;
  settings.question_count = dice_.chance(5) ? 50 : dice_.between(1, 4);
  settings.answer_seconds = dice_.between(2, 5);
  settings.reading_seconds = 1;
  settings.pacing = static_cast<wire::Pacing>(dice_.between(0, 2));
  settings.reveal_seconds = 1;
  settings.topics = draw_topics(dice_);
  if (dice_.chance(60)) settings.kinds.clear();  // a program with more boards than today's
  intend(model::ShowScreen{model::Screen::Solo});
  intend(model::SetSoloSettings{settings});
  intend(model::OpenSolo{});
}

void Soloist::think() {
  const model::Stage seen = stage();
  if (seen == model::Stage::Entering) {
    if (!entering_since_) entering_since_ = company_.now();
    if (company_.now() - *entering_since_ > entering_patience) intend(model::GoBack{});
    return;
  }
  if (!model().room) return begin();
  if (seen == model::Stage::Podium || seen == model::Stage::Review) {
    if (!podium_since_) podium_since_ = company_.now();
    if (dice_.rarely(80)) intend(model::OpenReview{});
    if (company_.now() - *podium_since_ < 4s) return;
    --matches_left_;
    return intend(model::Leave{});
  }
  if (bored_for() > 70s || (!company_.calm() && dice_.rarely(3))) {
    --matches_left_;
    return intend(model::Leave{});
  }
  if (fidget() || !model().room) return;
  const auto action = model::host_action(model(), program().local_now());
  if (action && dice_.chance(50)) intend(model::HostCommand{*action});
}

}  // namespace certamen::sim
