#include "tests/sim/sabotage.hpp"

#include <algorithm>

#include "server/journal/journal.hpp"
#include "tests/sim/server.hpp"
#include "tests/support/toy_passwords.hpp"

namespace certamen::sim {
namespace {

template <class Fact>
const Fact* fact_in(const wire::ServerMessage& message) {
  const auto* event = std::get_if<wire::RoomEvent>(&message);
  return event == nullptr ? nullptr : std::get_if<Fact>(&event->fact);
}

}  // namespace

std::vector<wire::Frame> Saboteur::instead_of(const wire::Frame& frame, const wire::ServerMessage& message,
                                              ConnectionId connection, const Presence& presence) {
  switch (kind_) {
    case Sabotage::LeakExplanation: return leak_explanation(frame, message);
    case Sabotage::LeakSpelling: return leak_spelling(frame, message);
    case Sabotage::LeakOrder: return leak_order(frame, message, presence);
    case Sabotage::LeakToTeam: return leak_to_team(frame, message, presence);
    case Sabotage::LeakHostTicket: return leak_host_ticket(frame, message);
    case Sabotage::DropFrame: return drop_frame(frame, message);
    case Sabotage::StrayFrame: return stray_frame(frame, message, connection, presence);
    case Sabotage::SkewClock: return skew_clock(frame, message, connection);
    case Sabotage::LieOfResult: return lie_of_result(frame, message);
    case Sabotage::LieOfExam: return lie_of_exam(frame, message);
    case Sabotage::TellOtherTeam: return tell_other_team(frame, message, presence);
    case Sabotage::TwistVotes: return twist_votes(frame, message);
    case Sabotage::TellKeptBack: return tell_kept_back(frame, message, presence);
    case Sabotage::MiscountTeams:
    case Sabotage::FreezeUnasked:
    case Sabotage::IgnoreAllowance:
    case Sabotage::OpenTheDoor:
    case Sabotage::ReadmitBanned:
    case Sabotage::KeepRemoved:
    case Sabotage::ForgetPassword:
    case Sabotage::ObeyAnybody:
    case Sabotage::ExtendLess:
    case Sabotage::ScoreUnextended:
    case Sabotage::KeepVoided:
    case Sabotage::ScoreUnscored:
    case Sabotage::KeepOldKey:
    case Sabotage::SnatchHost:
    case Sabotage::None:
    case Sabotage::AcknowledgeEarly:
    case Sabotage::ForgeReceipt:
    case Sabotage::DoubleResults:
    case Sabotage::LoseTimers:
    case Sabotage::NeverCutOff:
    case Sabotage::LoseEntry:
    case Sabotage::Diverge:
    case Sabotage::RestoreLate: break;
  }
  return {frame};
}

// In a message that the client keeps and nobody compares.
std::vector<wire::Frame> Saboteur::leak_explanation(const wire::Frame& frame, const wire::ServerMessage& message) {
  const auto* announced = fact_in<wire::QuestionAnnounced>(message);
  const exam::Question* question = announced == nullptr ? nullptr : papers_.with_prompt(announced->prompt);
  if (question == nullptr || acted_) return {frame};
  acted_ = true;
  const std::string& secret = question->explanation.in(wire::Language::English);
  return {frame, wire::encode(wire::ServerMessage{wire::TopicsListed{{{"topic", secret, question->domain, 1}}}})};
}

std::vector<wire::Frame> Saboteur::leak_spelling(const wire::Frame& frame, const wire::ServerMessage& message) {
  const auto* announced = fact_in<wire::QuestionAnnounced>(message);
  const exam::Question* question = announced == nullptr ? nullptr : papers_.with_prompt(announced->prompt);
  if (question == nullptr || question->text.accepted.empty() || acted_) return {frame};
  acted_ = true;
  return {frame, wire::encode(wire::ServerMessage{
                     wire::TopicsListed{{{"topic", question->text.accepted.front(), question->domain, 1}}}})};
}

// As a text, whose bytes are those of the list it hides.
std::vector<wire::Frame> Saboteur::leak_order(const wire::Frame& frame, const wire::ServerMessage& message,
                                              const Presence& presence) {
  if (!presence.place || acted_) return {frame};
  const exam::Question*& question = announced_[presence.place->code];
  if (const auto* announced = fact_in<wire::QuestionAnnounced>(message)) question = papers_.with_prompt(announced->prompt);
  const auto* asked = fact_in<wire::QuestionAsked>(message);
  if (asked == nullptr || question == nullptr || question->kind != wire::QuestionKind::Ordering) return {frame};
  std::string order;
  for (const exam::Option& option : question->options) {
    for (std::size_t place = 0; place < asked->options.size(); ++place) {
      const auto& texts = option.text.by_language;
      if (std::find(texts.begin(), texts.end(), asked->options[place]) != texts.end())
        order.push_back(static_cast<char>(place));
    }
  }
  acted_ = true;
  return {frame, wire::encode(wire::ServerMessage{wire::TopicsListed{{{order, "topic", question->domain, 1}}}})};
}

std::vector<wire::Frame> Saboteur::leak_host_ticket(const wire::Frame& frame, const wire::ServerMessage& message) {
  const auto* joined = std::get_if<wire::RoomJoined>(&message);
  if (joined == nullptr) return {frame};
  if (joined->host_ticket) host_tickets_[joined->code] = *joined->host_ticket;
  const auto known = host_tickets_.find(joined->code);
  if (acted_ || joined->role != wire::Role::Player || known == host_tickets_.end()) return {frame};
  acted_ = true;
  wire::RoomJoined leaking = *joined;
  leaking.host_ticket = known->second;
  return {wire::encode(wire::ServerMessage{leaking})};
}

// Events that nobody waits for; what follows shows the gap and the client asks for a snapshot, but only then.
std::vector<wire::Frame> Saboteur::drop_frame(const wire::Frame& frame, const wire::ServerMessage& message) {
  constexpr std::uint32_t dropped_max = 30;
  if (fact_in<wire::RosterChanged>(message) == nullptr || dropped_ == dropped_max) return {frame};
  acted_ = true;
  ++dropped_;
  return {};
}

// An old event, which the member's model leaves aside.
std::vector<wire::Frame> Saboteur::stray_frame(const wire::Frame& frame, const wire::ServerMessage& message,
                                               ConnectionId connection, const Presence& presence) {
  if (const auto* joined = std::get_if<wire::RoomJoined>(&message)) sequence_of_[connection] = joined->snapshot.sequence;
  const auto* event = std::get_if<wire::RoomEvent>(&message);
  if (event == nullptr || !presence.place) return {frame};
  sequence_of_[connection] = event->sequence;
  if (stray_.empty()) {
    stray_ = frame;
    stray_sequence_ = event->sequence;
    stray_from_ = presence.place->code;
  }
  if (acted_ || presence.place->code == stray_from_ || sequence_of_[connection] < stray_sequence_) return {frame};
  acted_ = true;
  return {frame, stray_};
}

// Before the true one, which the model keeps.
std::vector<wire::Frame> Saboteur::lie_of_result(const wire::Frame& frame, const wire::ServerMessage& message) {
  const auto* event = std::get_if<wire::SeatEvent>(&message);
  const auto* result = event == nullptr ? nullptr : std::get_if<wire::OwnResult>(&event->fact);
  if (result == nullptr || acted_) return {frame};
  acted_ = true;
  wire::OwnResult better = *result;
  better.points += 1;
  return {wire::encode(wire::ServerMessage{wire::SeatEvent{event->sequence, better}}), frame};
}

std::vector<wire::Frame> Saboteur::lie_of_exam(const wire::Frame& frame, const wire::ServerMessage& message) {
  const auto* event = std::get_if<wire::SeatEvent>(&message);
  const auto* result = event == nullptr ? nullptr : std::get_if<wire::ExamResult>(&event->fact);
  if (result == nullptr || result->scaled_estimate == 0 || acted_) return {frame};
  acted_ = true;
  wire::ExamResult better = *result;
  better.scaled_estimate = better.scaled_estimate < 1000 ? better.scaled_estimate + 1 : better.scaled_estimate - 1;
  return {wire::encode(wire::ServerMessage{wire::SeatEvent{event->sequence, better}}), frame};
}

std::vector<wire::Frame> Saboteur::skew_clock(const wire::Frame& frame, const wire::ServerMessage& message,
                                              ConnectionId connection) {
  const auto* pong = std::get_if<wire::Pong>(&message);
  if (victim_ == 0) victim_ = connection;
  if (pong == nullptr || victim_ != connection) return {frame};
  acted_ = true;
  const wire::Pong skewed{pong->nonce, pong->received_at + 3s, pong->sent_at + 3s};
  return {wire::encode(wire::ServerMessage{skewed})};
}

void Saboteur::tamper(hub::ShardLetter& letter) {
  auto* wish = std::get_if<hub::RoomWish>(&letter);
  if (kind_ != Sabotage::ForgeReceipt || wish == nullptr || !std::holds_alternative<wire::SubmitAnswer>(wish->wish)) return;
  acted_ = true;
  wish->received_at -= 1500us;
}

void Saboteur::tamper(hub::DiskWish& wish) {
  if (auto* verify = std::get_if<hub::VerifyPassword>(&wish); verify != nullptr && kind_ == Sabotage::ForgetPassword) {
    const std::string right = verify->hash.substr(std::string_view(test::toy_hash_begin).size());
    acted_ = acted_ || verify->password != right;
    verify->password = right;
  }
  auto* store = std::get_if<hub::StoreResults>(&wish);
  if (kind_ != Sabotage::DoubleResults || store == nullptr || store->results.rows.empty()) return;
  acted_ = true;
  store->results.rows.front().points += std::max<std::int64_t>(store->results.rows.front().points_gained, 500);
}

// Only where the entry does nothing but acknowledge, so that no other promise is broken with it.
bool Saboteur::acknowledges(const hub::AppendEntry& append, const Server& server) {
  if (kind_ != Sabotage::AcknowledgeEarly || server.entries_unsafe(append.game) != 1) return false;
  const auto entry = journal::decode(append.bytes);
  const room::Room* room = server.find_room(append.code);
  if (!entry || !std::holds_alternative<room::Answered>(entry->event)) return false;
  if (room == nullptr || room->phase() != wire::Phase::Asking) return false;
  acted_ = true;
  return true;
}

bool Saboteur::loses_tick() const {
  if (kind_ != Sabotage::LoseTimers) return false;
  acted_ = true;
  return true;
}

bool Saboteur::cuts_off() const {
  if (kind_ != Sabotage::NeverCutOff) return true;
  acted_ = true;
  return false;
}

Instant Saboteur::restart_at(Instant proper, Instant died_at) const {
  if (kind_ != Sabotage::RestoreLate || died_at == Instant{}) return proper;
  acted_ = true;
  return died_at + 2s;
}

std::uint64_t Saboteur::luck(std::uint64_t seed, bool second_run) const {
  if (kind_ != Sabotage::Diverge || !second_run) return seed;
  acted_ = true;
  return ~seed;
}

void Saboteur::tamper(std::vector<std::string>& entries) const {
  if (kind_ != Sabotage::LoseEntry || entries.size() < 4) return;
  acted_ = true;
  entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(entries.size() / 2));
}

}  // namespace certamen::sim
