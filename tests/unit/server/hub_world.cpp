#include "tests/unit/server/hub_world.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "proto/wire/codec.hpp"
#include "server/exam/random.hpp"
#include "server/journal/journal.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/toy_passwords.hpp"
#include "tests/unit/server/sample_paper.hpp"

namespace certamen::server_test {
namespace {

hub::Config config_of(std::uint32_t shard, std::uint32_t shard_count, const hub::Limits& limits) {
  hub::Config config;
  config.shard = shard;
  config.shard_count = shard_count;
  config.server_version = "test";
  config.bank.content_hash = "abcdef";
  config.bank.question_count = 42;
  config.bank.topics = {
      {{{"topic", "Topic", wire::ExamDomain::Secure, 42}}, {{"topic", "Tema", wire::ExamDomain::Secure, 42}}}};
  config.limits = limits;
  config.entropy = [random = exam::Random(1000 + shard)]() mutable { return random.next(); };
  return config;
}

}  // namespace

void fail_with(const std::string& what) {
  FAIL(what);
  throw std::logic_error("unreachable");  // Catch's FAIL has thrown already; its type does not say so
}

hub::Limits patient_limits() {
  hub::Limits limits;
  limits.silence_time = std::chrono::hours(24);
  return limits;
}

HubWorld::HubWorld(std::uint32_t shard_count, const hub::Limits& limits, const std::function<void(hub::Config&)>& change) {
  for (std::uint32_t shard = 0; shard < shard_count; ++shard) {
    hub::Config config = config_of(shard, shard_count, limits);
    if (change) change(config);
    hubs_.push_back(std::make_unique<hub::Hub>(std::move(config)));
  }
}

hub::SessionId HubWorld::connect(std::uint32_t shard) {
  return connect_from({}, shard);
}

hub::SessionId HubWorld::connect_from(const hub::AddressKey& address, std::uint32_t shard) {
  const hub::SessionId session{shard, ++sessions_opened_};
  step(shard, hub::Opened{session.number, address});
  return session;
}

hub::SessionId HubWorld::greet_from(const hub::AddressKey& address, std::uint32_t shard) {
  const hub::SessionId session = connect_from(address, shard);
  send(session, wire::Hello{1, 1, "test", wire::Language::English});
  only<wire::Welcome>(session);
  return session;
}

hub::SessionId HubWorld::greet(wire::Language language, std::uint32_t shard) {
  const hub::SessionId session = connect(shard);
  send(session, wire::Hello{1, 1, "test", language});
  only<wire::Welcome>(session);
  return session;
}

void HubWorld::send(const hub::SessionId& session, const wire::ClientMessage& message) {
  const wire::Frame frame = wire::encode(message);
  step(session.shard, hub::Received{session.number, frame.bytes()});
}

void HubWorld::send_bytes(const hub::SessionId& session, const std::string& bytes) {
  step(session.shard, hub::Received{session.number, std::as_bytes(std::span(bytes.data(), bytes.size()))});
}

void HubWorld::close(const hub::SessionId& session) {
  gone_.insert(session);
  step(session.shard, hub::Closed{session.number});
}

std::vector<wire::ServerMessage> HubWorld::heard(const hub::SessionId& session) {
  return std::exchange(heard_[session], {});
}

Seated HubWorld::open(const wire::RoomSettings& settings, wire::Language language, std::uint32_t shard) {
  const hub::SessionId session = greet(language, shard);
  send(session, wire::OpenRoom{settings, settings.host_plays ? "Host" : ""});
  const auto joined = only<wire::RoomJoined>(session);
  return {session, joined.code, joined.seat, joined.ticket.value(), joined.host_ticket.value()};
}

Seated HubWorld::join(const wire::RoomCode& code, const std::string& name, wire::Language language, std::uint32_t shard) {
  const hub::SessionId session = greet(language, shard);
  send(session, wire::JoinRoom{code, name, wire::Role::Player});
  const auto joined = only<wire::RoomJoined>(session);
  return {session, joined.code, joined.seat, joined.ticket.value(), {}};
}

void HubWorld::answer(const Seated& player, const wire::Answer& answer) {
  const std::uint32_t number = find(player.code)->question_number();
  send(player.session, wire::SubmitAnswer{number, answer, now_});
}

const room::Room* HubWorld::find(const wire::RoomCode& code) const {
  for (const auto& hub : hubs_) {
    if (const room::Room* room = hub->rooms().find(code)) return room;
  }
  return nullptr;
}

void HubWorld::step(std::uint32_t shard, const hub::Input& input) {
  take_in(shard, hubs_.at(shard)->step(input, now_));
}

void HubWorld::take_in(std::uint32_t shard, const std::vector<hub::Output>& outputs) {
  for (const hub::Output& output : outputs) take_in(shard, output);
  settle();
}

void HubWorld::take_in(std::uint32_t shard, const hub::Output& output) {
  if (const auto* transmit = std::get_if<hub::Transmit>(&output)) {
    const auto message = wire::decode_server(transmit->frame.body());
    if (!message) fail_with(message.error().what);
    for (const std::uint64_t number : transmit->sessions) {
      if (connected({shard, number})) heard_[{shard, number}].push_back(*message);
    }
  } else if (const auto* disconnect = std::get_if<hub::Disconnect>(&output)) {
    gone_.insert({shard, disconnect->session});
  } else if (const auto* letter = std::get_if<hub::PostShard>(&output)) {
    REQUIRE(letter->shard != shard);
    letters_.push_back({letter->shard, letter->letter});
  } else {
    const hub::DiskWish& wish = std::get<hub::PostDisk>(output).letter;
    if (const auto* entry = std::get_if<hub::AppendEntry>(&wish)) journals_[entry->game].push_back(*entry);
    disk_.push_back({shard, wish});
  }
}

void HubWorld::settle() {
  if (settling_) return;
  settling_ = true;
  while ((!letters_held_ && !letters_.empty()) || (!disk_held_ && !disk_.empty())) {
    if (!letters_held_ && !letters_.empty()) {
      const Letter next = std::move(letters_.front());
      letters_.pop_front();
      step(next.to, next.letter);
    } else {
      const DiskWork next = std::move(disk_.front());
      disk_.pop_front();
      do_disk(next.shard, next.wish);
    }
  }
  settling_ = false;
}

void HubWorld::do_disk(std::uint32_t shard, const hub::DiskWish& wish) {
  if (const auto word = test::toy_password_word(wish)) return step(shard, *word);
  if (const auto* entry = std::get_if<hub::AppendEntry>(&wish)) {
    step(shard, hub::DiskLetter{hub::EntriesCommitted{entry->game, entry->number}});
  } else if (const auto* draw = std::get_if<hub::DrawPaper>(&wish)) {
    step(shard, hub::DiskLetter{hub::PaperReady{draw->game, sample_paper(draw->spec.question_count)}});
  } else if (const auto* results = std::get_if<hub::StoreResults>(&wish)) {
    results_.push_back(*results);
  } else if (const auto* closed = std::get_if<hub::CloseGame>(&wish)) {
    closed_games_.push_back(*closed);
  } else {
    heartbeats_.push_back(std::get<hub::Heartbeat>(wish));
  }
}

void HubWorld::commit(std::size_t count) {
  REQUIRE(disk_.size() >= count);
  for (std::size_t i = 0; i < count; ++i) {
    const DiskWork next = std::move(disk_.front());
    disk_.pop_front();
    do_disk(next.shard, next.wish);
  }
}

void HubWorld::release_disk() {
  disk_held_ = false;
  settle();
}

void HubWorld::disk_fails(bool failing) {
  if (failing) hold_disk();
  for (std::uint32_t shard = 0; shard < hubs_.size(); ++shard) step(shard, hub::DiskLetter{hub::StorageTrouble{failing}});
  if (!failing) release_disk();
}

void HubWorld::release_letters() {
  letters_held_ = false;
  settle();
}

void HubWorld::check_journals() const {
  std::size_t live = 0;
  for (const auto& [game, bytes] : journals_) {
    std::vector<journal::Entry> entries;
    for (const hub::AppendEntry& entry : bytes) {
      REQUIRE(entry.number == entries.size() + 1);
      REQUIRE(entry.code == bytes.front().code);
      entries.push_back(journal::decode(entry.bytes).value());
    }
    const auto replayed = journal::replay(entries);
    if (!replayed) fail_with(replayed.error().what);
    const room::Room* room = find(bytes.front().code);
    if (room == nullptr) continue;
    ++live;
    REQUIRE(replayed->digest() == room->digest());
  }
  std::size_t rooms = 0;
  for (const auto& hub : hubs_) rooms += hub->rooms().count();
  REQUIRE(live == rooms);
}

void HubWorld::run_until(wire::Instant until) {
  for (;;) {
    std::optional<wire::Instant> soonest;
    for (const auto& hub : hubs_) {
      const auto deadline = hub->deadline();
      if (deadline && (!soonest || *deadline < *soonest)) soonest = deadline;
    }
    if (!soonest || *soonest > until) break;
    now_ = std::max(now_, *soonest);
    for (std::uint32_t shard = 0; shard < hubs_.size(); ++shard) {
      const auto deadline = hubs_[shard]->deadline();
      if (deadline && *deadline <= now_) step(shard, hub::Tick{});
    }
  }
  now_ = std::max(now_, until);
}

void HubWorld::play_to(const Seated& host, wire::Phase phase) {
  while (room(host).phase() != phase) {
    const wire::Phase before = room(host).phase();
    if (before == wire::Phase::Gathering) command(host, wire::Command::Start);
    for (int i = 0; i < 400 && room(host).phase() == before && room(host).deadline(); ++i) run_until(*room(host).deadline());
    if (room(host).phase() == before) command(host, wire::Command::Next);
    REQUIRE(room(host).phase() != before);
  }
}

void HubWorld::open_question(const Seated& host) {
  const auto asked = [&] { return room(host).snapshot(host.seat, wire::Language::English).asked.value(); };
  if (room(host).phase() == wire::Phase::Asking && now_ >= asked().opens_at) play_to(host, wire::Phase::Revealing);
  play_to(host, wire::Phase::Asking);
  run_until(asked().opens_at);
}

std::string names_of(const std::vector<wire::ServerMessage>& messages) {
  static constexpr std::array kinds = {"Welcome",   "Pong",      "TopicsListed", "RoomJoined", "RoomLeft",
                                       "RoomEvent", "SeatEvent", "RoomTroubled", "Rejected",   "Goodbye"};
  static constexpr std::array room_facts = {"RosterChanged",    "MatchStarted",     "QuestionAnnounced", "QuestionAsked",
                                            "QuestionRevealed", "RankingShown",     "MatchFinished",     "RoomPaused",
                                            "RoomResumed",      "QuestionExtended", "QuestionSkipped",   "RankingCorrected",
                                            "RoomLockChanged",  "ExamOpened",       "DiscussionOpened"};
  static constexpr std::array seat_facts = {"AnswerLocked",  "OwnResult",       "ProgressCounted", "QuestionReviewed",
                                            "FairnessReported", "RightsChanged", "PaperQuestion", "QuestionFlagged",
                                            "PaperHandedIn", "ExamResult",    "TeamVotes", "AllowanceChanged", "FrozenRanking"};
  std::string names;
  for (const wire::ServerMessage& message : messages) {
    if (!names.empty()) names += ' ';
    names += kinds.at(message.index());
    if (const auto* event = std::get_if<wire::RoomEvent>(&message))
      names += std::string(".") + room_facts.at(event->fact.index());
    if (const auto* event = std::get_if<wire::SeatEvent>(&message))
      names += std::string(".") + seat_facts.at(event->fact.index());
  }
  return names;
}

}  // namespace certamen::server_test
