#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "tests/sim/person.hpp"

// People who lead a room, and those who would like to.
namespace certamen::sim {

void Person::remember() {
  const model::Room& room = *model().room;
  if (room.host_ticket) old_rights_ = room.host_ticket;
  const auto& kept = program_->saved_profile().seats;
  const bool seated = !kept.empty() && kept.front().code == room.code;
  if (!seated || (old_profile_ && old_profile_->seats.front() == kept.front())) return;
  old_profile_ = program_->saved_profile();
}

bool Person::try_old_seat() {
  if (!old_profile_ || company_.calm() || !dice_.chance(20)) return false;
  company_.around.world.note("{} tries the ticket of an old seat", name_);
  const model::Profile profile = *std::exchange(old_profile_, std::nullopt);
  start_program(profile);
  intend(model::ReturnToSeat{0});
  return true;
}

wire::Ticket Person::wrong_ticket() {
  if (old_rights_ && dice_.chance(50)) return *old_rights_;
  wire::Ticket ticket = model().room->ticket;
  if (dice_.chance(30)) ticket.bytes.front() ^= 1U;
  return ticket;
}

bool Person::give_orders() {
  const auto& room = model().room;
  if (!room || room->resuming || model().connection.link != model::Link::Online || company_.calm()) return false;
  const bool leads = model::is_host(model());
  if (!leads && !mischievous_) return false;
  if (!dice_.rarely(leads ? 45 : 15)) return false;
  const wire::Order order = draw_order();
  company_.around.world.note("{} orders {}", name_, order.index());
  if (leads && !dice_.rarely(50)) {
    intend(model::GiveOrder{order});
  } else {
    program_->say(wire::CommandRoom{order, wrong_ticket()});
  }
  return true;
}

bool Person::succeed() {
  const auto& room = model().room;
  if (!room || room->resuming || model().connection.link != model::Link::Online) return false;
  if (!room->host_ticket || room->role == wire::Role::Host) return false;
  const bool host_there = std::any_of(room->roster.begin(), room->roster.end(), [](const auto& entry) {
    return entry.second.role == wire::Role::Host && entry.second.connected;
  });
  const bool will_pause = room->settings.pacing != wire::Pacing::HostPaced && room->phase != wire::Phase::Finished;
  const bool waits = will_pause && !hasty_ && !(room->paused && room->paused->reason == wire::PauseReason::HostGone);
  if (host_there || waits || !dice_.chance(50)) return false;
  company_.around.world.note("{} takes the host's place", name_);
  program_->say(wire::CommandRoom{wire::TakeOver{}, *room->host_ticket});
  return true;
}

bool Person::start_was_refused() const {
  return std::any_of(model().notices.begin(), model().notices.end(), [](const model::Notice& notice) {
    return notice.about == decltype(notice.about)(wire::Refusal::TooFewQuestions);
  });
}

bool Person::lead() {
  if (!model().room || !model::is_host(model())) return false;
  auto action = model::host_action(model(), program_->local_now());
  if (!action || !dice_.chance(25)) return false;
  if (action == wire::Command::Start && start_was_refused()) action = wire::Command::End;
  intend(model::HostCommand{*action});
  return true;
}

wire::SeatId Person::draw_member() {
  const auto& roster = model().room->roster;
  if (roster.empty() || dice_.chance(5)) return {static_cast<std::uint32_t>(dice_.below(20))};
  return std::next(roster.begin(), static_cast<std::ptrdiff_t>(dice_.below(roster.size())))->first;
}

wire::Order Person::draw_order() {
  const std::uint32_t teams = model().room->settings.team_count;
  if (teams > 0 && dice_.chance(15)) return wire::MoveToTeam{draw_member(), dice_.between(1, teams)};
  switch (dice_.below(28)) {
    case 0:
    case 1:
    case 2: return wire::ExtendQuestion{dice_.chance(5) ? wire::extension_seconds_max : dice_.between(1, 8)};
    case 3:
    case 4: return wire::SkipQuestion{};
    case 5:
    case 6: return wire::VoidQuestion{dice_.between(1, 6)};
    case 7:
    case 8:
    case 9:
    case 10:
    case 11: return draw_correction();
    case 12:
    case 13: return wire::RemoveMember{draw_member(), dice_.chance(50)};
    case 14:
    case 15: {
      const std::string wished = dice_.chance(10) ? "\u200B" : fmt::format("Renamed {}", dice_.below(6));
      return wire::RenameMember{draw_member(), wished};
    }
    case 16:
    case 17: return wire::LockRoom{dice_.chance(40)};
    case 18: return wire::HandOver{draw_member()};
    case 19:
    case 20:
    case 21: return draw_appointment();
    case 22:
    case 23: return wire::MoveToTeam{draw_member(), dice_.between(1, std::max(model().room->settings.team_count, 2U))};
    case 24:
    case 25: return wire::SetAllowance{draw_member(), static_cast<wire::Allowance>(dice_.below(wire::allowance_count))};
    default: return wire::TakeOver{};  // a number drawn from the dice, not an enum
  }
}

wire::Order Person::draw_appointment() {
  for (const auto& [seat, member] : model().room->roster) {
    if (member.cohost && dice_.chance(40)) return wire::AppointCohost{seat, false};
  }
  return wire::AppointCohost{draw_member(), dice_.chance(90)};
}

// Of the question on the board, of one of the review, or of one that is not due.
wire::Order Person::draw_correction() {
  const model::Room& room = *model().room;
  wire::CorrectKey key;
  key.question_number = dice_.between(1, 6);
  const wire::QuestionAnnounced* announced = room.announced ? &*room.announced : nullptr;
  const wire::QuestionAsked* asked = room.asked ? &*room.asked : nullptr;
  if (!room.review.empty()) {
    const auto place = static_cast<std::ptrdiff_t>(dice_.below(room.review.size()));
    const wire::QuestionReviewed& reviewed = std::next(room.review.begin(), place)->second;
    announced = &reviewed.announced;
    asked = &reviewed.asked;
  }
  if (announced == nullptr || asked == nullptr) return key;
  if (!dice_.chance(10)) key.question_number = announced->number;
  const std::size_t count = asked->options.size();
  for (std::size_t i = 0; i < count; ++i) key.options.push_back(static_cast<wire::OptionIndex>(i));
  switch (announced->kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::TrueFalse:
      key.options = {static_cast<wire::OptionIndex>(dice_.below(std::max<std::size_t>(count, 1)))};
      break;
    case wire::QuestionKind::MultipleResponse:
      std::erase_if(key.options, [this](wire::OptionIndex) { return dice_.chance(50); });
      break;
    case wire::QuestionKind::Numeric:
      key.numeric_micros = dice_.between(0, 40) * std::int64_t{250'000};
      key.numeric_tolerance_micros = dice_.between(0, 8) * std::int64_t{250'000};
      break;
    case wire::QuestionKind::Ordering: dice_.shuffle(key.options); break;
    case wire::QuestionKind::Matching:
      for (wire::OptionIndex& match : key.options) {
        match = static_cast<wire::OptionIndex>(dice_.below(std::max<std::size_t>(asked->matches.size(), 1)));
      }
      break;
    case wire::QuestionKind::ShortText: key.spellings = {"whatever", fmt::format("No idea {}", dice_.below(12))}; break;
  }
  return key;
}

}  // namespace certamen::sim
