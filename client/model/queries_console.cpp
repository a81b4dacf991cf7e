#include <algorithm>

#include "client/model/queries.hpp"

namespace certamen::model {

wire::Rights own_rights(const Model& model) {
  if (!is_host(model)) return wire::Rights::None;
  return model.room->role == wire::Role::Host ? wire::Rights::Host : wire::Rights::Cohost;
}

bool has_console(const Model& model) {
  return is_host(model) && model.room->settings.mode != wire::Mode::Solo;
}

bool host_is_here(const Model& model) {
  if (!model.room) return false;
  const auto& roster = model.room->roster;
  return std::any_of(roster.begin(), roster.end(),
                     [](const auto& each) { return each.second.role == wire::Role::Host && each.second.connected; });
}

std::vector<wire::RosterEntry> members(const Model& model) {
  std::vector<wire::RosterEntry> all;
  if (!model.room) return all;
  for (const auto& [seat, entry] : model.room->roster) all.push_back(entry);
  const auto place = [](const wire::RosterEntry& entry) {
    return entry.role == wire::Role::Host ? 0 : entry.cohost ? 1 : entry.plays ? 2 : 3;
  };
  std::stable_sort(all.begin(), all.end(), [&](const auto& left, const auto& right) {
    return std::pair{place(left), left.name} < std::pair{place(right), right.name};
  });
  return all;
}

const wire::RosterEntry* chosen_member(const Model& model) {
  if (!model.room) return nullptr;
  const auto found = model.room->roster.find(model.room->console.member);
  return found == model.room->roster.end() ? nullptr : &found->second;
}

wire::Allowance allowance_of(const Room& room, wire::SeatId seat) {
  const auto found = room.allowances.find(seat);
  return found == room.allowances.end() ? wire::Allowance::Whole : found->second;
}

bool can_extend(const Model& model, Instant now) {
  return has_console(model) && model.room->phase == wire::Phase::Asking && model.room->asked &&
         server_now(model, now) < model.room->asked->closes_at;
}

bool can_skip(const Model& model) {
  if (!has_console(model) || model.room->paused) return false;
  const wire::Phase phase = model.room->phase;
  return phase == wire::Phase::Reading || phase == wire::Phase::Asking || phase == wire::Phase::Discussing;
}

bool can_remove(const Model& model, const wire::RosterEntry& member) {
  if (!has_console(model) || model.room->phase == wire::Phase::Finished) return false;
  if (member.role == wire::Role::Host || member.seat == model.room->seat) return false;
  return !member.cohost || own_rights(model) == wire::Rights::Host;
}

std::optional<QuestionToRule> question_to_rule(const Model& model) {
  if (!has_console(model)) return std::nullopt;
  const Room& room = *model.room;
  if (model.screen == Screen::Review) {
    const wire::QuestionReviewed* question = reviewed(model);
    if (question == nullptr) return std::nullopt;
    return QuestionToRule{&question->announced, &question->asked, &question->revealed};
  }
  const bool revealed = room.phase == wire::Phase::Revealing || room.phase == wire::Phase::Ranking;
  if (!revealed || !room.announced || !room.asked || !room.revealed) return std::nullopt;
  return QuestionToRule{&*room.announced, &*room.asked, &*room.revealed};
}

namespace {

bool is_present_number(const Correction& correction) {
  const auto number = parse_number(correction.number);
  const auto tolerance = parse_number(correction.tolerance.empty() ? "0" : correction.tolerance);
  return number && tolerance && *number == correction.revealed.numeric_key_micros &&
         *tolerance == correction.revealed.numeric_tolerance_micros;
}

}  // namespace

bool can_give_orders(const Model& model) {
  return model.room && model.room->host_ticket && !model.room->resuming && model.connection.link == Link::Online;
}

bool can_send_correction(const Model& model) {
  if (!is_host(model) || !model.room->console.correction) return false;
  const Correction& correction = *model.room->console.correction;
  if (correction.sent || correction.outcome) return false;
  switch (correction.announced.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::MultipleResponse:
    case wire::QuestionKind::TrueFalse:
    case wire::QuestionKind::Ordering:
    case wire::QuestionKind::Matching: return !correction.key.empty() && correction.key != correction.revealed.key;
    case wire::QuestionKind::Numeric: return !correction.number.empty() && !is_present_number(correction);
    case wire::QuestionKind::ShortText: {
      const auto& known = correction.revealed.text_key;
      return !correction.spelling.empty() && known.size() < wire::spellings_max &&
             std::find(known.begin(), known.end(), correction.spelling) == known.end();
    }
  }
  return false;
}

bool can_rehearse(const Model& model) {
  const auto& room = model.room;
  return room && room->phase == wire::Phase::Gathering && room->settings.mode != wire::Mode::Solo &&
         own_rights(model) == wire::Rights::Host && can_give_orders(model);
}

std::uint32_t rehearsal_bots_most(const Model& model) {
  return model.room ? std::clamp(model.room->settings.capacity, 1U, rehearsal_bots_max) : rehearsal_bots_max;
}

}  // namespace certamen::model
