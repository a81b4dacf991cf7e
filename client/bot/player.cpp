#include "client/bot/player.hpp"

#include <iterator>
#include <utility>

#include "client/bot/gestures.hpp"
#include "client/bot/words.hpp"
#include "client/model/queries.hpp"
#include "client/model/update.hpp"

namespace certamen::bot {

namespace {

constexpr wire::Duration paper_pace_max = std::chrono::seconds{2};

model::Model model_of(const Persona& persona, std::string address, wire::Language language) {
  model::Profile profile;
  profile.language = language;
  profile.name = persona.name;
  model::Random seed = persona.random;
  return model::make_model(std::move(profile), std::move(address), seed.next());
}

// What would let it connect, as certamen-bots is told.
std::string advice_for(model::Trouble trouble) {
  switch (trouble) {
    case model::Trouble::CertificateUnknown:
      return "; --trust FINGERPRINT believes this one, --trust-first whatever the server shows";
    case model::Trouble::CertificateChanged: return "; --trust wants the fingerprint that the server prints at its start";
    case model::Trouble::NotEncrypted: return "; --plain-text speaks to it all the same";
  }
  return {};
}

}  // namespace

Player::Player(Persona persona, Part part, std::string address, wire::Language language, const Safety& safety,
               const Passwords& passwords)
    : persona_(std::move(persona)), part_(std::move(part)), model_(model_of(persona_, address, language)) {
  if (!safety.fingerprint.empty()) model_.profile.known_servers.push_back({std::move(address), safety.fingerprint});
  model_.strangers_allowed = safety.strangers_allowed;
  model_.plain_allowed = safety.plain_allowed;
  model_.server_password = passwords.server;
  model_.draft.password = passwords.room;
}

std::vector<model::Command> Player::begin(wire::Instant now) {
  began_local_ = now;
  if (const auto* guest = std::get_if<Guest>(&part_)) {
    apply(model::SetCode{guest->code}, now);
    apply(model::JoinRoom{}, now);
  } else {
    apply(model::SetHostSettings{std::get<Host>(part_).settings}, now);
    apply(model::HostRoom{}, now);
  }
  return std::exchange(commands_, {});
}

std::vector<model::Command> Player::step(const model::Event& event, wire::Instant now) {
  apply(event, now);
  observe(now);
  react(now);
  return std::exchange(commands_, {});
}

std::vector<model::Command> Player::leave(wire::Instant now) {
  apply(model::Leave{}, now);
  apply(model::Quit{}, now);
  return std::exchange(commands_, {});
}

std::optional<wire::Instant> Player::deadline() const {
  std::optional<wire::Instant> next = model::deadline(model_);
  for (const auto other : {decision_local(), pace_local(), patience_local(), paper_due_local_}) {
    if (other && (!next || *other < *next)) next = other;
  }
  return next;
}

void Player::apply(const model::Event& event, wire::Instant now) {
  auto more = model::update(model_, event, now);
  commands_.insert(commands_.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void Player::react(wire::Instant now) {
  if (!model_.room || done()) return;
  host(now);
  answer(now);
  sit_exam(now);
  review(now);
}

void Player::observe(wire::Instant now) {
  observe_failure();
  if (!model_.room) return;
  const model::Room& room = *model_.room;
  if (!tally_.joined) tally_.joined_after = now - began_local_;
  tally_.joined = true;
  if (model_.connection.link == model::Link::Online && !model_.connection.lost_since_local) {
    if (connection_seen_ != 0 && connection_seen_ != model_.connection.number) tally_.reconnections += 1;
    connection_seen_ = model_.connection.number;
  }
  // Of a paper everybody gets every question at once, and looks at the later ones at a pace of their own.
  const bool opens_for_all = room.asked && (room.phase != wire::Phase::Examining || room.asked->number == 1);
  if (opens_for_all) tally_.asked_at.try_emplace({room.asked->number, room.asked->vote}, now);
  if (room.own.locked) {
    const Vote vote{room.own.locked->question_number, room.own.locked->vote};
    const auto pressed = tally_.pressed_at.find(vote);
    if (pressed != tally_.pressed_at.end()) {
      tally_.acknowledged.try_emplace(vote, Acknowledged{room.own.locked->answer, now - pressed->second});
    }
  }
  for (const wire::AnswerLocked& saved : room.own_exam.answers) {
    const auto pressed = tally_.pressed_at.find(Vote{saved.question_number, 1});
    if (pressed == tally_.pressed_at.end()) continue;
    const auto [place, fresh] =
        tally_.acknowledged.try_emplace(Vote{saved.question_number, 1}, Acknowledged{saved.answer, now - pressed->second});
    if (!fresh) place->second.answer = saved.answer;  // answers of a paper may change
  }
  if (room.revealed) tally_.revealed.insert(room.revealed->number);
}

// Out of the room, and nothing under way that would lead into it.
void Player::observe_failure() {
  if (model_.connection.trouble && tally_.failure.empty()) {
    tally_.failure = model_.connection.why + advice_for(*model_.connection.trouble);
  }
  if (model_.room || model_.entry || tally_.finished || !tally_.failure.empty()) return;
  tally_.failure = model_.notices.empty() ? "the connection failed: " + model_.connection.why
                                          : std::string{word_of(model_.notices.back())};
}

void Player::host(wire::Instant now) {
  const auto* part = std::get_if<Host>(&part_);
  if (part == nullptr) return;
  for (const auto& notice : model_.notices) {
    if (notice.about == decltype(notice.about){wire::Refusal::TooFewQuestions}) {
      tally_.failure = std::string{word_of(notice)};
      return;
    }
  }
  const auto action = model::host_action(model_, now);
  const std::size_t there = model::players_connected(model_);
  if (there != players_seen_) {
    players_seen_ = there;
    players_since_local_ = now;
  }
  const auto patience = patience_local();
  const bool enough = there >= part->players_awaited || (patience && now >= *patience);
  if (action == wire::Command::Start && enough) {
    apply(model::HostCommand{wire::Command::Start}, now);
  }
  const auto pace = pace_local();
  if (action == wire::Command::Next && pace && now >= *pace) apply(model::HostCommand{wire::Command::Next}, now);
}

void Player::answer(wire::Instant now) {
  const model::Room& room = *model_.room;
  if (!room.plays || !room.asked || !room.announced || room.phase != wire::Phase::Asking) return;
  const Vote vote{room.asked->number, room.asked->vote};
  if (!decision_ || Vote{decision_->question_number, decision_->vote} != vote) decision_ = decide(persona_, room);
  if (!decision_->answer || model::server_now(model_, now) < room.asked->opens_at + decision_->after) return;
  if (!model::can_answer(model_, now)) return;
  const wire::Answer given = *std::exchange(decision_->answer, std::nullopt);
  for (const model::Event& gesture : gestures_to(model_, given, decision_->certainty)) apply(gesture, now);
  tally_.pressed_at.try_emplace(vote, now);
}

// From the first question to the last in the first half of the time, and no faster than people read; then the paper is
// handed in.
void Player::sit_exam(wire::Instant now) {
  const model::Room& room = *model_.room;
  if (!room.plays || room.phase != wire::Phase::Examining || !room.exam || model::paper_closed(model_)) {
    paper_due_local_.reset();
    return;
  }
  if (!room.asked || !model::can_answer(model_, now)) return;
  const std::uint32_t total = room.exam->question_count;
  const wire::Duration pace =
      std::min<wire::Duration>((room.exam->closes_at - room.exam->opens_at) / (2 * total + 2), paper_pace_max);
  if (!paper_due_local_) paper_due_local_ = now + pace;
  if (now < *paper_due_local_) return;
  paper_due_local_ = now + pace;
  if (paper_number_ >= total) {
    apply(model::HandInPaper{}, now);
  } else if (room.paper.contains(paper_number_ + 1)) {
    work_on_paper(now);
  }
}

void Player::work_on_paper(wire::Instant now) {
  ++paper_number_;
  apply(model::ShowPaperQuestion{paper_number_}, now);
  const model::Room& room = *model_.room;
  if (!room.asked) return;
  const Decision decision = decide(persona_, room);
  if (!decision.answer) return;
  for (const model::Event& gesture : gestures_to(model_, *decision.answer, decision.certainty)) apply(gesture, now);
  tally_.pressed_at.try_emplace(Vote{paper_number_, 1}, now);
}

void Player::review(wire::Instant now) {
  const model::Room& room = *model_.room;
  if (!room.finished) return;
  if (!room.review_asked) apply(model::OpenReview{}, now);
  if (room.review.size() < model::review_total(model_)) return;
  check_review();
  tally_.finished = true;
}

void Player::check_review() {
  const bool twice = model_.room->settings.discuss_seconds != 0;
  for (const auto& [vote, acknowledged] : tally_.acknowledged) {
    const auto found = model_.room->review.find(vote.first);
    if (found == model_.room->review.end()) {
      tally_.lost += 1;
      continue;
    }
    const wire::QuestionReviewed& reviewed = found->second;
    const bool was_first = twice && vote.second == 1;
    const bool kept = (was_first ? reviewed.own_first_answer : reviewed.own_answer) == acknowledged.answer &&
                      reviewed.own_result && reviewed.own_result->answered;
    if (!kept) tally_.lost += 1;
  }
}

std::optional<wire::Instant> Player::decision_local() const {
  if (!decision_ || !decision_->answer || !model_.room || !model_.room->asked || model_.room->paused) return std::nullopt;
  const model::Room& room = *model_.room;
  const bool waits = room.phase == wire::Phase::Asking && room.asked->number == decision_->question_number &&
                     room.asked->vote == decision_->vote && model::answer_state(model_) == model::AnswerState::None;
  const wire::Instant at = model::to_local(model_.clock, room.asked->opens_at + decision_->after);
  return waits && at > model_.updated_at_local ? std::optional{at} : std::nullopt;
}

std::optional<wire::Instant> Player::patience_local() const {
  const auto* part = std::get_if<Host>(&part_);
  if (part == nullptr || part->patience == wire::Duration::zero() || players_seen_ == 0) return std::nullopt;
  if (!model_.room || model_.room->phase != wire::Phase::Gathering || model_.room->command_sent) return std::nullopt;
  return players_since_local_ + part->patience;
}

std::optional<wire::Instant> Player::pace_local() const {
  if (!std::holds_alternative<Host>(part_) || !model_.room) return std::nullopt;
  const model::Room& room = *model_.room;
  const bool waits = room.phase == wire::Phase::Revealing || room.phase == wire::Phase::Ranking;
  const bool free = room.settings.pacing == wire::Pacing::HostPaced && !room.paused && !room.command_sent;
  if (!waits || !free) return std::nullopt;
  return room.phase_since_local + host_look_time;
}

}  // namespace certamen::bot
