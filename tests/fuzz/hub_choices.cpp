#include <algorithm>
#include <array>

#include "proto/wire/codec.hpp"
#include "tests/fuzz/hub_driver.hpp"
#include "tests/fuzz/orders.hpp"

namespace certamen::fuzz {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t sessions_max = 6;
constexpr std::array<wire::Duration, 10> waits = {1us, 20ms, 100ms, 300ms, 1s, 3s, 10s, 20s, 60s, 31min};

template <class Enum>
Enum one_of(Choices& choices, Enum last) {
  return static_cast<Enum>(choices.below(static_cast<std::size_t>(last) + 1));
}

}  // namespace

// One choice of many; sessions act most of the time.
void HubDriver::act() {
  const std::uint8_t choice = choices_.byte();
  switch (choice) {
    case 0: check_journals(); return;
    case 1: crash(); return;
    case 2: disk_held_ = true; return;
    case 3:
      disk_held_ = false;
      settle();
      return;
    case 4:
    case 5:
      for (std::uint32_t shard = 0; shard < hubs_.size(); ++shard) {
        step(shard, hub::DiskLetter{hub::StorageTrouble{choice == 4}});
      }
      return;
    case 6:
      if (disk_.empty()) return;
      {
        const DiskWork work = std::move(disk_.front());
        disk_.pop_front();
        do_disk(work);
      }
      return;
    default: break;  // not an enum: every other byte is one of the two below
  }
  if (choice < 32) return run_for(waits[choice % waits.size()]);
  if (sessions_.size() < sessions_max && (sessions_.empty() || choice < 48)) {
    sessions_.push_back({static_cast<std::uint32_t>(choice % 2), ++sessions_opened_});
    const hub::SessionId session = sessions_.back();
    step(session.shard, hub::Opened{session.number});
    if (choice % 4 >= 2) return;  // some do not greet by themselves
    const wire::Frame hello = wire::encode(wire::Hello{1, 1, "", static_cast<wire::Language>(choice % 2)});
    return step(session.shard, hub::Received{session.number, hello.bytes()});
  }
  session_acts(sessions_[choice % sessions_.size()]);
}

void HubDriver::session_acts(const hub::SessionId& session) {
  const std::uint8_t how = choices_.byte();
  if (how == 0) {
    std::erase(sessions_, hub::SessionId{session});
    return step(session.shard, hub::Closed{session.number});
  }
  if (how == 1) return step(session.shard, hub::Received{session.number, choices_.bytes(choices_.byte())});
  if (how == 2) {
    const auto body = choices_.bytes(choices_.byte());
    const wire::Frame frame = wire::Frame::from_body({reinterpret_cast<const char*>(body.data()), body.size()});
    return step(session.shard, hub::Received{session.number, frame.bytes()});
  }
  const wire::Frame frame = wire::encode(wish());
  if (how < 240) return step(session.shard, hub::Received{session.number, frame.bytes()});
  // In two pieces, with whatever else arrives between them left to the next choice.
  const std::size_t cut = how % frame.bytes().size();
  step(session.shard, hub::Received{session.number, frame.bytes().first(cut)});
  step(session.shard, hub::Received{session.number, frame.bytes().subspan(cut)});
}

wire::ClientMessage HubDriver::wish() {
  switch (choices_.below(23)) {
    case 0: return wire::Hello{1, 1, "", wire::Language::Spanish};
    case 1: return wire::Ping{choices_.byte()};
    case 2: return wire::ChooseLanguage{one_of(choices_, wire::Language::Spanish)};
    case 3: return wire::BrowseTopics{};
    case 4: return open_wish();
    case 5:
    case 6: return wire::JoinRoom{known().code, name(), choices_.below(4) == 0 ? wire::Role::Spectator : wire::Role::Player};
    case 7: {
      const Known seat = known();
      return wire::ResumeSeat{seat.code, seat.ticket};
    }
    case 8: return wire::LeaveRoom{};
    case 9:
    case 10:
    case 11: return answer_wish();
    case 12: return wire::ReviewMatch{};
    case 13: return wire::ChooseTeam{1 + static_cast<std::uint32_t>(choices_.below(wire::teams_max))};
    case 14: {
      wire::Order order = team_order_of(choices_);
      return wire::CommandRoom{std::move(order), known().host_ticket};
    }
    case 16: return wire::FetchPaper{};
    case 17: return wire::FlagQuestion{1 + static_cast<std::uint32_t>(choices_.below(8)), choices_.below(2) == 0};
    case 18: return wire::HandIn{};
    case 19:
    case 20:
    case 21:
    case 22: {
      wire::Order order = order_of(choices_);
      return wire::CommandRoom{std::move(order), known().host_ticket};
    }
    default:  // numbers drawn from the input, not an enum
      return wire::CommandRoom{one_of(choices_, wire::Command::End), known().host_ticket};  // most of what moves a room
  }
}

wire::OpenRoom HubDriver::open_wish() {
  wire::RoomSettings settings;
  settings.mode = one_of(choices_, wire::Mode::ExamSimulation);
  settings.pacing = one_of(choices_, wire::Pacing::WhenAnswered);
  settings.scoring = one_of(choices_, wire::Scoring::Exam);
  settings.question_count = 1 + static_cast<std::uint32_t>(choices_.below(6));
  settings.capacity = 1 + static_cast<std::uint32_t>(choices_.below(4));
  const std::uint8_t flags = choices_.byte();
  settings.late_join = (flags & 1U) != 0;
  settings.host_plays = (flags & 2U) != 0;
  settings.answer_seconds = (flags & 4U) != 0 ? 2 : 0;
  settings.streak_bonus = (flags & 8U) != 0;
  settings.partial_credit = (flags & 16U) != 0;
  settings.penalty_percent = (flags & 32U) != 0 ? 100 : 0;
  choose_teams(static_cast<std::uint8_t>(flags >> 1U), settings);
  return {settings, name()};
}

wire::SubmitAnswer HubDriver::answer_wish() {
  const std::uint8_t choice = choices_.byte();
  wire::Answer answer = wire::NumericAnswer{1'200'000'000 + std::int64_t{choice} * 10'000};
  if (choice < 200) {
    wire::ChoiceAnswer chosen;
    for (wire::OptionIndex option = 0; option < 4; ++option) {
      if ((choice >> option & 1U) != 0) chosen.options.push_back(option);
    }
    if (chosen.options.empty()) chosen.options.push_back(static_cast<wire::OptionIndex>(choice / 32));
    answer = chosen;
  }
  if (choice >= 240) answer = wire::TextAnswer{choice % 2 == 0 ? "Signal of question 7" : "\u200B"};
  if (choice >= 246) answer = wire::MatchAnswer{{1, 2, static_cast<wire::OptionIndex>(choice % 4)}};
  if (choice >= 251) answer = wire::OrderAnswer{{2, 0, 3, 1}};
  wire::SubmitAnswer submit{1 + static_cast<std::uint32_t>(choices_.below(7)), answer, now_};
  if (choice % 7 == 0) submit.vote = 2;
  if (choice % 3 == 0) submit.certainty = static_cast<wire::Certainty>(choice % 2);
  return submit;
}

HubDriver::Known HubDriver::known() {
  if (known_.empty()) return {"AAAAAA", {}, {}};
  return known_[choices_.below(std::min<std::size_t>(known_.size(), 256))];
}

std::string HubDriver::name() {
  static constexpr std::array names = {"Ana", "Leo", "ANA", "Eva", "", "\u200B", "🦉", "José"};
  return names[choices_.below(names.size())];
}

}  // namespace certamen::fuzz
