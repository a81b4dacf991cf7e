#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "proto/wire/codec.hpp"
#include "proto/wire/require.hpp"
#include "server/journal/journal.hpp"
#include "tests/fuzz/choices.hpp"
#include "tests/fuzz/entries.hpp"
#include "tests/fuzz/orders.hpp"
#include "tests/unit/server/sample_paper.hpp"

namespace certamen::fuzz {
namespace {

using namespace std::chrono_literals;

template <class Enum>
Enum one_of(Choices& choices, Enum last) {
  return static_cast<Enum>(choices.below(static_cast<std::size_t>(last) + 1));
}

room::TicketDigest digest_of(std::size_t number) {
  room::TicketDigest digest{};
  digest.front() = static_cast<std::uint8_t>(number);
  return digest;
}

constexpr std::size_t host_rights = 200;  // no seat has this number

// Any event, also one that no client could cause: the first byte says whether it is chosen or read from journal bytes.
class Events {
 public:
  explicit Events(std::span<const std::byte> bytes) : choices_(bytes) {}

  [[nodiscard]] bool over() const { return choices_.empty(); }

  room::Opened opening() {
    room::Opened opened;
    opened.settings.mode = one_of(choices_, wire::Mode::Solo);
    opened.settings.pacing = one_of(choices_, wire::Pacing::Automatic);
    opened.settings.scoring = one_of(choices_, wire::Scoring::Exam);
    opened.settings.question_count = 1 + static_cast<std::uint32_t>(choices_.below(8));
    opened.settings.capacity = 1 + static_cast<std::uint32_t>(choices_.below(4));
    const std::uint8_t flags = choices_.byte();
    opened.settings.late_join = (flags & 1U) != 0;
    opened.settings.host_plays = (flags & 2U) != 0 || opened.settings.mode == wire::Mode::Solo;
    opened.settings.streak_bonus = (flags & 4U) != 0;
    opened.settings.partial_credit = (flags & 8U) != 0;
    opened.settings.penalty_percent = (flags & 16U) != 0 ? 100 : 0;
    opened.releases_lobby_seats = (flags & 32U) != 0;
    opened.awaits_host = opened.releases_lobby_seats;
    if ((flags & 64U) != 0) opened.settings.mode = wire::Mode::ExamSimulation;
    if ((flags & 128U) != 0) opened.settings.pacing = wire::Pacing::WhenAnswered;
    choose_teams(flags, opened.settings);
    question_count_ = opened.settings.question_count;
    opened.host_name = opened.settings.host_plays ? "Host" : "";
    opened.host_name_key = opened.settings.host_plays ? "host" : "";
    opened.seat_digest = digest_of(1);
    opened.host_digest = digest_of(host_rights);
    return opened;
  }

  [[nodiscard]] wire::Duration wait() {
    static constexpr std::array<wire::Duration, 8> waits = {0us, 1us, 100ms, 500ms, 2s, 7s, 65s, 31min};
    return waits[choices_.below(waits.size())];
  }

  [[nodiscard]] std::optional<room::Event> next(wire::Instant now) {
    switch (choices_.below(30)) {
      case 0: return decoded();
      case 1: return room::Disconnected{seat()};
      case 2: return room::Left{seat()};
      case 3: return room::Resumed{digest_of(choices_.below(8)), one_of(choices_, wire::Language::Spanish)};
      case 4: return room::LanguageChosen{seat(), one_of(choices_, wire::Language::Spanish)};
      case 5: return room::ReviewAsked{seat(), one_of(choices_, wire::Language::Spanish)};
      case 6: return room::Recovered{};
      case 7: return room::StorageFailed{};
      case 8: return room::StorageReturned{};
      case 9: return room::PaperRefused{};
      case 10:
      case 11: return room::PaperDrawn{server_test::sample_paper(question_count_)};
      case 12:
      case 13:
      case 14: return joined();
      case 15:
      case 16:
      case 17:
        return room::Commanded{seat(), one_of(choices_, wire::Command::End),
                               digest_of(choices_.below(8) == 0 ? 0 : host_rights)};
      case 18: return room::Tick{};
      case 19: return room::Flagged{seat(), static_cast<std::uint32_t>(choices_.below(9)), choices_.below(2) == 0};
      case 20: return room::HandedIn{seat()};
      case 21: return room::PaperAsked{seat(), one_of(choices_, wire::Language::Spanish)};
      case 22: return room::TeamChosen{seat(), 1 + static_cast<std::uint32_t>(choices_.below(wire::teams_max))};
      case 23: return ordered(team_order_of(choices_));
      case 24:
      case 25:
      case 26:
      case 27: return ordered(order_of(choices_));
      default: return answered(now);  // numbers drawn from the input, not an enum
    }
  }

 private:
  wire::SeatId seat() { return {static_cast<std::uint32_t>(choices_.below(8))}; }

  room::Joined joined() {
    static constexpr std::array names = {"Ana", "Leo", "Eva", "José", "Zoe"};
    const std::string name = names[choices_.below(names.size())];
    room::Joined joined;
    joined.role = choices_.below(4) == 0 ? wire::Role::Spectator : wire::Role::Player;
    if (joined.role == wire::Role::Player) joined.name = joined.name_key = name;
    joined.seat_digest = digest_of(2 + choices_.below(6));
    if (const std::size_t nonce = choices_.below(4); nonce != 0) joined.nonce_digest = digest_of(100 + nonce);
    return joined;
  }

  // By the host or by one of the co-hosts, who have rights of their own.
  room::Commanded ordered(const wire::Order& order) {
    room::Commanded commanded{seat(), order, {}};
    const std::size_t shown = choices_.below(8);
    commanded.host_digest = digest_of(shown < 5 ? host_rights : host_rights + shown - 4);
    if (const auto* rename = std::get_if<wire::RenameMember>(&commanded.command)) commanded.name_key = rename->name;
    const std::size_t granted = choices_.below(5);  // none in a journal that was tampered with
    if (granted != 0) commanded.rights_digest = digest_of(host_rights + granted - 1);
    return commanded;
  }

  room::Answered answered(wire::Instant now) {
    room::Answered answered;
    answered.seat = seat();
    answered.question_number = static_cast<std::uint32_t>(choices_.below(9));
    answered.received_at = now - std::min<wire::Duration>(wait(), now.time_since_epoch());
    answered.chosen_at = answered.received_at - wait();
    if (const std::size_t sure = choices_.below(4); sure != 0) answered.certainty = static_cast<wire::Certainty>(sure - 1);
    const std::uint8_t choice = choices_.byte();
    if (choice >= 128) answered.vote = 2;
    switch (choice % 5) {
      case 0: answered.answer = wire::ChoiceAnswer{{static_cast<wire::OptionIndex>(choice / 5 % 5)}}; break;
      case 1: answered.answer = wire::NumericAnswer{1'200'000'000 + std::int64_t{choice} * 100'000}; break;
      case 2: answered.answer = wire::OrderAnswer{{2, 0, 3, 1}}; break;
      case 3: answered.answer = wire::MatchAnswer{{1, 2, static_cast<wire::OptionIndex>(choice / 5 % 4)}}; break;
      default: answered.answer = wire::TextAnswer{choice % 2 == 0 ? "Signal of question 7" : "\u200B"}; break;  // a number
    }
    return answered;
  }

  std::optional<room::Event> decoded() {
    const auto piece = choices_.bytes(choices_.byte());
    auto entry = journal::decode({reinterpret_cast<const char*>(piece.data()), piece.size()});
    if (!entry || std::holds_alternative<room::Opened>(entry->event)) return std::nullopt;
    return std::move(entry->event);
  }

  Choices choices_;
  std::uint32_t question_count_ = 0;
};

void encode_all(const room::Room& room, const std::vector<room::Effect>& effects) {
  for (const room::Effect& effect : effects) {
    if (const auto* broadcast = std::get_if<room::Broadcast>(&effect)) {
      for (const wire::ServerMessage& message : broadcast->by_language) (void)wire::encode(message);
    } else if (const auto* sent = std::get_if<room::SendSeat>(&effect)) {
      wire::require(room.members().contains(sent->seat), "only members are written to");
      (void)wire::encode(sent->message);
    } else if (const auto* own = std::get_if<room::SendResults>(&effect)) {
      for (const auto& [seat, result] : own->results) {
        wire::require(room.members().contains(seat), "only members are written to");
        (void)wire::encode(wire::ServerMessage{wire::SeatEvent{own->sequence, result}});
      }
    } else if (const auto* told = std::get_if<room::TellSeat>(&effect)) {
      wire::require(room.members().contains(told->seat), "only members are told");
      for (const wire::ServerMessage& message : told->by_language) (void)wire::encode(message);
    } else if (const auto* reply = std::get_if<room::Reply>(&effect)) {
      (void)wire::encode(reply->message);
    }
  }
  for (const auto& [seat, member] : room.members()) (void)room.snapshot(seat, wire::Language::Spanish);
}

bool records(const std::vector<room::Effect>& effects) {
  return std::any_of(effects.begin(), effects.end(),
                     [](const room::Effect& effect) { return std::holds_alternative<room::Record>(effect); });
}

}  // namespace

void fuzz_room(std::span<const std::byte> bytes) {
  constexpr std::size_t steps_max = 400;  // each costs a snapshot for every member
  Events events(bytes);
  wire::Instant now{2h};  // what the wire lets through lies after the timeline's beginning
  const room::Opened opened = events.opening();
  auto [room, effects] = room::Room::open(opened, now);
  std::vector<journal::Entry> story = {{opened, now}};
  for (std::size_t step = 0; step < steps_max && !events.over() && !room.closed(); ++step) {
    const wire::Instant then = now + events.wait();
    std::optional<room::Event> event;
    if (const auto due = room.deadline(); due && *due <= then) {
      now = std::max(now, *due);  // no shell lets a deadline pass
      event = room::Tick{};
    } else {
      now = then;
      event = events.next(now);
    }
    if (!event) continue;
    const std::uint64_t before = room.digest();
    effects = room.step(*event, now);
    encode_all(room, effects);
    if (records(effects)) {
      story.push_back({std::move(*event), now});
    } else {
      wire::require(room.digest() == before, "nothing changes that is not recorded");
    }
  }
  for (const journal::Entry& entry : story) {
    const std::string written = journal::encode(entry);  // without the language that somebody reads in
    const auto read = journal::decode(written);
    wire::require(read.has_value() && journal::encode(*read) == written, "what happens can be written down");
  }
  const auto again = journal::replay(story);
  wire::require(again.has_value() && again->digest() == room.digest(), "a journal gives the same room");
}

}  // namespace certamen::fuzz
