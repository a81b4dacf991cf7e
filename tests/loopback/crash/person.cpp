#include "tests/loopback/crash/person.hpp"

#include <fmt/format.h>

#include <utility>

#include "tests/loopback/table.hpp"

namespace certamen::test {
namespace {

constexpr std::uint64_t dither_max_micros = 900'000;
constexpr std::chrono::milliseconds ask_again{400};  // after a wish that brought no answer
constexpr std::chrono::milliseconds too_soon{40};
constexpr std::chrono::milliseconds ping_interval{100};

wire::RoomSettings crash_settings() {
  wire::RoomSettings settings = quick_settings();
  settings.question_count = 4;
  return settings;
}

}  // namespace

CrashPerson::CrashPerson(CrashTable& table, Ledger& ledger, bool hosts, std::string name, std::uint64_t seed)
    : table_(table), ledger_(ledger), hosts_(hosts), name_(std::move(name)), random_(seed) {}

Steady::duration CrashPerson::up_to(int milliseconds) {
  return std::chrono::milliseconds(random_.below(static_cast<std::uint64_t>(milliseconds)));
}

void CrashPerson::connect(std::uint16_t port) {
  client_ = std::make_unique<WireClient>(port);
  greeted_ = entered_ = entering_ = paused_ = answered_ = false;
  phase_.reset();
  asked_.reset();
  clock_.reset();
  client_->send(wire::Hello{wire::protocol_version_min, wire::protocol_version_max, "crash test", wire::Language::English});
  client_->send(wire::Ping{1});
}

void CrashPerson::step(Steady::time_point now) {
  if (!client_) return;
  take_in(now);
  // Hosts keep an eye on the server's clock.
  if (hosts_ && greeted_ && now >= ping_at_) {
    client_->send(wire::Ping{2});
    ping_at_ = now + ping_interval;
  }
  if (now >= quiet_until_) act(now);
}

void CrashPerson::lose_server(Steady::time_point now) {
  if (client_) take_in(now);
  client_.reset();
  quiet_until_ = {};
}

void CrashPerson::take_in(Steady::time_point now) {
  while (auto message = client_->next(std::chrono::milliseconds(0))) on(*message, now);
}

void CrashPerson::on(const wire::ServerMessage& message, Steady::time_point now) {
  if (std::holds_alternative<wire::Welcome>(message)) {
    greeted_ = true;
  } else if (const auto* pong = std::get_if<wire::Pong>(&message)) {
    clock_ = {pong->sent_at, now};
    ledger_.pong(pong->sent_at, now);
  } else if (const auto* joined = std::get_if<wire::RoomJoined>(&message)) {
    on(*joined, now);
  } else if (const auto* event = std::get_if<wire::RoomEvent>(&message)) {
    on(*event, now);
  } else if (const auto* rejected = std::get_if<wire::Rejected>(&message)) {
    on(*rejected, now);
  } else if (const auto* own = std::get_if<wire::SeatEvent>(&message)) {
    if (const auto* lock = std::get_if<wire::AnswerLocked>(&own->fact)) locked(*lock);
  } else if (const auto* goodbye = std::get_if<wire::Goodbye>(&message)) {
    ledger_.broken(fmt::format("{} was told goodbye: {}", name_, static_cast<int>(goodbye->reason)));
  }
}

void CrashPerson::on(const wire::RoomJoined& joined, Steady::time_point now) {
  entered_ = true;
  entering_ = false;
  const bool back = ticket_.has_value() && !joined.ticket.has_value();
  if (joined.ticket) ticket_ = joined.ticket;
  if (joined.host_ticket) host_ticket_ = joined.host_ticket;
  if (!back) {
    seat_ = joined.seat;
    ledger_.seated(joined.code, seat_);
    if (hosts_) table_.code = joined.code;
    if (!hosts_) ++table_.seated;
  } else if (joined.seat != seat_) {
    ledger_.broken(fmt::format("{} came back to seat {} instead of {}", name_, joined.seat.value, seat_.value));
  }
  const wire::Snapshot& snapshot = joined.snapshot;
  if (back) ledger_.returned(joined.code, seat_, snapshot);
  paused_ = snapshot.paused.has_value();
  if (snapshot.asked && snapshot.phase == wire::Phase::Asking) asked(*snapshot.asked);
  if (snapshot.own_answer) locked(*snapshot.own_answer);
  if (snapshot.finished) table_.finished = true;
  phase_is(snapshot.phase, now);
}

void CrashPerson::on(const wire::RoomEvent& event, Steady::time_point now) {
  if (const auto* question = std::get_if<wire::QuestionAsked>(&event.fact)) {
    asked(*question);
    phase_is(wire::Phase::Asking, now);
  } else if (std::holds_alternative<wire::MatchStarted>(event.fact)) {
    phase_is(wire::Phase::Drawing, now);
  } else if (std::holds_alternative<wire::QuestionAnnounced>(event.fact)) {
    phase_is(wire::Phase::Reading, now);
  } else if (std::holds_alternative<wire::QuestionRevealed>(event.fact)) {
    phase_is(wire::Phase::Revealing, now);
  } else if (std::holds_alternative<wire::RankingShown>(event.fact)) {
    phase_is(wire::Phase::Ranking, now);
  } else if (const auto* finish = std::get_if<wire::MatchFinished>(&event.fact)) {
    ledger_.finished(*table_.code, *finish);
    table_.finished = true;
    phase_is(wire::Phase::Finished, now);
  } else if (std::holds_alternative<wire::RoomPaused>(event.fact)) {
    paused_ = true;
  } else if (const auto* resumed = std::get_if<wire::RoomResumed>(&event.fact)) {
    paused_ = false;
    if (asked_ && phase_ == wire::Phase::Asking) {
      asked_->opens_at = resumed->opens_at;
      asked_->closes_at = resumed->closes_at;
    }
  }
}

void CrashPerson::on(const wire::Rejected& rejected, Steady::time_point now) {
  switch (rejected.reason) {
    case wire::Refusal::RoomNotFound:
    case wire::Refusal::TicketInvalid:
      // Both were told to this person or to the host by this server.
      ledger_.broken(fmt::format("{} is refused with {} at room {}", name_, static_cast<int>(rejected.reason),
                                 table_.code.value_or("none")));
      break;
    case wire::Refusal::NameTaken:  // by a seat that was given and never told: the next try has another name
    case wire::Refusal::StorageFailing: entering_ = false; break;
    default: break;  // at the wrong moment, which a kill makes likely: tried again if it still makes sense
  }
  quiet_until_ = now + too_soon;
}

void CrashPerson::asked(const wire::QuestionAsked& question) {
  asked_ = question;
  answered_ = false;
  dither_ = wire::Duration(random_.below(dither_max_micros));
}

void CrashPerson::locked(const wire::AnswerLocked& answer) {
  ledger_.acknowledged(*table_.code, seat_, answer.question_number, answer.answer);
  if (asked_ && asked_->number == answer.question_number) answered_ = true;
}

void CrashPerson::phase_is(wire::Phase phase, Steady::time_point now) {
  phase_ = phase;
  quiet_until_ = now + up_to(120);
}

void CrashPerson::act(Steady::time_point now) {
  if (!greeted_) return;
  if (!entered_) {
    if (!entering_ && (hosts_ || table_.code)) enter();
  } else if (!paused_ && phase_) {
    if (hosts_) pace(now);
    if (!hosts_) answer(now);
  }
}

void CrashPerson::enter() {
  entering_ = true;
  if (ticket_) {
    client_->send(wire::ResumeSeat{*table_.code, *ticket_});
  } else if (hosts_) {
    client_->send(wire::OpenRoom{crash_settings(), ""});
  } else {
    client_->send(wire::JoinRoom{*table_.code, fmt::format("{} {}", name_, ++entries_tried_), wire::Role::Player});
  }
}

void CrashPerson::answer(Steady::time_point now) {
  if (phase_ != wire::Phase::Asking || answered_ || !asked_ || !clock_) return;
  const wire::Instant server = clock_->first + std::chrono::duration_cast<wire::Duration>(now - clock_->second);
  if (server < asked_->opens_at + dither_ || server >= asked_->closes_at) return;
  wire::Answer answer = Player::any_answer(*asked_);
  if (auto* choice = std::get_if<wire::ChoiceAnswer>(&answer)) {
    choice->options = {static_cast<wire::OptionIndex>(random_.below(asked_->options.size()))};
  }
  client_->send(wire::SubmitAnswer{asked_->number, answer, server});
  quiet_until_ = now + ask_again;
}

void CrashPerson::pace(Steady::time_point now) {
  wire::Command command = wire::Command::Next;
  if (phase_ == wire::Phase::Gathering) {
    if (table_.seated < table_.players) return;
    command = wire::Command::Start;
  } else if (phase_ != wire::Phase::Revealing && phase_ != wire::Phase::Ranking) {
    return;
  }
  client_->send(wire::CommandRoom{command, *host_ticket_});
  quiet_until_ = now + ask_again;
}

}  // namespace certamen::test
