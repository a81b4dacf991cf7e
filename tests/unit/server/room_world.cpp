#include "tests/unit/server/room_world.hpp"

#include <algorithm>

#include "proto/wire/codec.hpp"
#include "tests/support/catch.hpp"

namespace certamen::server_test {
namespace {

room::Opened opening(const wire::RoomSettings& settings) {
  room::Opened opened;
  opened.settings = settings;
  opened.seed = 20260101;
  opened.host_name = settings.host_plays ? "Host" : "";
  opened.host_name_key = settings.host_plays ? "host" : "";
  opened.seat_digest = ticket_digest(1);
  opened.host_digest = ticket_digest(host_rights);
  opened.awaits_host = true;
  opened.bounds_orders = true;
  return opened;
}

std::uint32_t question_revealed_by(const wire::ServerMessage& message) {
  const auto* event = std::get_if<wire::RoomEvent>(&message);
  const auto* fact = event == nullptr ? nullptr : std::get_if<wire::QuestionRevealed>(&event->fact);
  const auto* finished = event == nullptr ? nullptr : std::get_if<wire::MatchFinished>(&event->fact);
  if (finished != nullptr) return finished->question_count;  // an exam keeps every key until then
  return fact == nullptr ? 0 : fact->number;
}

// The question whose key a message tells; 0 for none.
std::uint32_t question_keyed_by(const wire::ServerMessage& message) {
  if (const auto* joined = std::get_if<wire::RoomJoined>(&message)) {
    const wire::Snapshot& snapshot = joined->snapshot;
    return std::max({snapshot.revealed ? snapshot.revealed->number : 0,
                     snapshot.own_result ? snapshot.own_result->question_number : 0,
                     snapshot.exam_result ? snapshot.exam_result->whole.question_count : 0});
  }
  const auto* event = std::get_if<wire::SeatEvent>(&message);
  if (event == nullptr) return question_revealed_by(message);
  if (const auto* result = std::get_if<wire::OwnResult>(&event->fact)) return result->question_number;
  if (const auto* reviewed = std::get_if<wire::QuestionReviewed>(&event->fact)) return reviewed->revealed.number;
  if (const auto* exam = std::get_if<wire::ExamResult>(&event->fact)) return exam->whole.question_count;
  return 0;
}

// What players typed themselves is no secret to them, though it may be the key.
wire::ServerMessage without_own_answer(wire::ServerMessage message) {
  if (auto* joined = std::get_if<wire::RoomJoined>(&message)) joined->snapshot.own_answer.reset();
  if (auto* joined = std::get_if<wire::RoomJoined>(&message)) joined->snapshot.own_exam.reset();
  auto* event = std::get_if<wire::SeatEvent>(&message);
  auto* locked = event == nullptr ? nullptr : std::get_if<wire::AnswerLocked>(&event->fact);
  if (locked != nullptr) locked->answer = wire::NumericAnswer{};
  return message;
}

std::string bytes_of(const wire::ServerMessage& message) {
  const wire::Frame frame = wire::encode(message);
  std::string text;
  for (const std::byte byte : frame.body()) text.push_back(static_cast<char>(byte));
  return text;
}

}  // namespace

room::TicketDigest ticket_digest(std::uint32_t number) {
  room::TicketDigest digest{};
  for (std::size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<std::uint8_t>(number >> (8 * (i % 4)));
  return digest;
}

wire::RoomSettings match_settings() {
  wire::RoomSettings settings;
  settings.question_count = 4;
  return settings;
}

wire::RoomSettings automatic_settings() {
  wire::RoomSettings settings = match_settings();
  settings.pacing = wire::Pacing::Automatic;
  return settings;
}

wire::RoomSettings solo_settings() {
  wire::RoomSettings settings = automatic_settings();
  settings.mode = wire::Mode::Solo;
  settings.scoring = wire::Scoring::Accuracy;
  settings.host_plays = true;
  return settings;
}

RoomWorld::RoomWorld(const wire::RoomSettings& settings)
    : opened_(opening(settings)),
      room_(room::Room::open(opened_, now_).first),
      shadow_(room::Room::open(opened_, now_).first),
      story_{{opened_, now_}} {}

Effects RoomWorld::step(const room::Event& event) {
  Effects effects = room_.step(event, now_);
  check_nothing_unrecorded(event, effects);
  check_secrets(effects);
  return effects;
}

void RoomWorld::check_nothing_unrecorded(const room::Event& event, const Effects& effects) {
  if (recorded(effects)) {
    story_.emplace_back(event, now_);
    (void)shadow_.step(event, now_);
  }
  INFO("event " << event.index() << " in phase " << name_of(room_.phase()) << " changed the room unrecorded");
  REQUIRE(shadow_.digest() == room_.digest());
}

void RoomWorld::check_secrets(const Effects& effects) {
  const std::vector<exam::Question>& questions = room_.paper().questions;
  for (const wire::ServerMessage& message : messages_of(effects)) {
    revealed_count_ = std::max(revealed_count_, question_revealed_by(message));
    // When it is over, what was skipped may be shown, too.
    if (phase() == wire::Phase::Finished) revealed_count_ = std::max(revealed_count_, snapshot().finished->question_count);
    INFO("message kind " << message.index());
    REQUIRE(question_keyed_by(message) <= revealed_count_);
    const std::string bytes = bytes_of(without_own_answer(message));
    for (std::size_t i = revealed_count_; i < questions.size(); ++i) {
      for (const std::string& secret : secrets_of(questions[i])) {
        INFO("the secret is: " << secret);
        REQUIRE(bytes.find(secret) == std::string::npos);
      }
    }
  }
}

Effects RoomWorld::command(wire::Command command) {
  return step(room::Commanded{host(), command, ticket_digest(host_rights)});
}

Effects RoomWorld::order(const wire::Order& order, wire::SeatId seat, std::uint32_t ticket) {
  room::Commanded commanded{seat, order, ticket_digest(ticket)};
  if (const auto* rename = std::get_if<wire::RenameMember>(&order)) commanded.name_key = rename->name;
  commanded.rights_digest = ticket_digest(next_ticket());
  return step(commanded);
}

Effects RoomWorld::answer(wire::SeatId seat, const wire::Answer& answer, std::optional<wire::Certainty> certainty) {
  return step(room::Answered{seat, room_.question_number(), answer, now_, now_, certainty});
}

Effects RoomWorld::answer_received(wire::SeatId seat, const wire::Answer& answer, wire::Instant received_at) {
  return step(room::Answered{seat, room_.question_number(), answer, received_at, received_at});
}

Effects RoomWorld::try_join(const std::string& name, wire::Role role) {
  const auto next_seat = static_cast<std::uint32_t>(story_.size()) + 1;  // any number that no ticket has yet
  return step(room::Joined{name, name, role, ticket_digest(next_seat), wire::Language::English});
}

wire::SeatId RoomWorld::join(const std::string& name, wire::Role role) {
  const auto seated = all<room::Seat>(try_join(name, role));
  REQUIRE(seated.size() == 1);
  return seated.front().seat;
}

Effects RoomWorld::resume(wire::SeatId seat) {
  return step(room::Resumed{member(seat).digest, wire::Language::English});
}

Effects RoomWorld::tick() {
  const auto deadline = room_.deadline();
  REQUIRE(deadline);
  now_ = std::max(now_, *deadline);
  return step(room::Tick{});
}

Effects RoomWorld::tick_until(wire::Instant until) {
  Effects effects;
  for (auto deadline = room_.deadline(); deadline && *deadline <= until; deadline = room_.deadline()) {
    const Effects more = tick();
    effects.insert(effects.end(), more.begin(), more.end());
  }
  now_ = std::max(now_, until);
  return effects;
}

Effects RoomWorld::start(std::uint32_t question_count) {
  REQUIRE(recorded(command(wire::Command::Start)));
  return step(room::PaperDrawn{sample_paper(question_count)});
}

void RoomWorld::play_to(wire::Phase phase) {
  while (room_.phase() != phase) {
    const std::uint64_t before = room_.sequence();
    if (room_.phase() == wire::Phase::Gathering) {
      start();
    } else if (room_.deadline()) {
      tick();
    } else {
      command(wire::Command::Next);
      REQUIRE(room_.sequence() > before);
    }
  }
}

void RoomWorld::open_question() {
  if (room_.phase() == wire::Phase::Asking && now_ >= asked().opens_at) play_to(wire::Phase::Revealing);
  play_to(wire::Phase::Asking);
  now_ = std::max(now_, asked().opens_at);
}

wire::Snapshot RoomWorld::snapshot(wire::Language language) const {
  return room_.snapshot(host(), language);
}

const exam::Question& RoomWorld::question() const {
  return room_.paper().questions.at(room_.question_number() - 1);
}

}  // namespace certamen::server_test
