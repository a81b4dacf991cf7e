#include <algorithm>

#include "server/journal/journal.hpp"
#include "tests/sim/sabotage.hpp"

// Orders that a room does not obey, as the checkers must see them.
namespace certamen::sim {
namespace {

template <class Order>
const Order* order_in(const journal::Entry& entry) {
  const auto* commanded = std::get_if<room::Commanded>(&entry.event);
  return commanded == nullptr ? nullptr : std::get_if<Order>(&commanded->command);
}

journal::Entry with_order(journal::Entry entry, const wire::Order& order) {
  std::get<room::Commanded>(entry.event).command = order;
  return entry;
}

wire::CorrectKey with_another_key(wire::CorrectKey key, const exam::Question& question) {
  if (!question.arrangement.empty()) {
    std::rotate(key.options.begin(), key.options.begin() + 1, key.options.end());
    return key;
  }
  for (wire::OptionIndex& option : key.options) {
    option = static_cast<wire::OptionIndex>((option + 1U) % question.options.size());
  }
  std::sort(key.options.begin(), key.options.end());
  key.numeric_micros += 1'000'000;
  key.spellings = {"what nobody types"};
  return key;
}

}  // namespace

journal::Entry Saboteur::ordered(const Story& story, const journal::Entry& entry) {
  const auto* commanded = std::get_if<room::Commanded>(&entry.event);
  if (commanded == nullptr || !story.room) return entry;
  std::optional<journal::Entry> other;
  if (const auto* lock = order_in<wire::LockRoom>(entry); lock != nullptr && kind_ == Sabotage::OpenTheDoor) {
    other = with_order(entry, wire::LockRoom{true});
  } else if (const auto* remove = order_in<wire::RemoveMember>(entry);
             remove != nullptr && kind_ == Sabotage::ReadmitBanned) {
    other = with_order(entry, wire::RemoveMember{remove->seat, true});
  } else if (const auto* rename = order_in<wire::RenameMember>(entry); rename != nullptr && kind_ == Sabotage::KeepRemoved) {
    other = with_order(entry, wire::RemoveMember{rename->seat, false});
  } else if (const auto* extend = order_in<wire::ExtendQuestion>(entry);
             extend != nullptr && kind_ == Sabotage::ExtendLess) {
    other = with_order(entry, wire::ExtendQuestion{extend->seconds + 1});
  } else if (kind_ == Sabotage::ObeyAnybody && !acted_) {
    other = entry;
    std::get<room::Commanded>(other->event).host_digest.front() ^= 1U;
  }
  if (!other) return entry;
  acted_ = true;
  return *other;
}

journal::Entry Saboteur::obeyed(const Story& story, const journal::Entry& entry) {
  if (const auto* opened = std::get_if<room::Opened>(&entry.event); opened && kind_ == Sabotage::FreezeUnasked) {
    acted_ = acted_ || opened->settings.freeze_questions > 0;
    journal::Entry open = entry;
    std::get<room::Opened>(open.event).settings.freeze_questions = 0;
    return open;
  }
  if (const auto* opened = std::get_if<room::Opened>(&entry.event); opened && kind_ == Sabotage::ScoreUnscored) {
    acted_ = acted_ || opened->settings.exam_unscored_count > 0;
    journal::Entry open = entry;
    std::get<room::Opened>(open.event).settings.exam_unscored_count = 0;
    return open;
  }
  const auto* commanded = std::get_if<room::Commanded>(&entry.event);
  if (commanded == nullptr) return entry;
  std::optional<journal::Entry> other;
  const auto* allow = order_in<wire::SetAllowance>(entry);
  if (allow != nullptr && allow->allowance == wire::Allowance::Whole && kind_ == Sabotage::IgnoreAllowance) {
    other = with_order(entry, wire::SetAllowance{allow->seat, wire::Allowance::Twice});
  }
  if (const auto* extend = order_in<wire::ExtendQuestion>(entry); extend != nullptr && kind_ == Sabotage::ScoreUnextended) {
    other = with_order(entry, wire::ExtendQuestion{extend->seconds + 10});
  } else if (order_in<wire::VoidQuestion>(entry) != nullptr && kind_ == Sabotage::KeepVoided) {
    other = with_order(entry, wire::LockRoom{});
  } else if (const auto* key = order_in<wire::CorrectKey>(entry); key != nullptr && kind_ == Sabotage::KeepOldKey) {
    other = with_order(entry, with_another_key(*key, story.room->paper().questions.at(key->question_number - 1)));
  } else if (kind_ == Sabotage::SnatchHost && order_in<wire::LockRoom>(entry) != nullptr) {
    const auto commander = story.room->members().find(commanded->seat);
    const bool host = commander != story.room->members().end() && commander->second.role == wire::Role::Host;
    if (host && commander->second.connected) other = with_order(entry, wire::TakeOver{});
  }
  if (!other) return entry;
  acted_ = true;
  return *other;
}

}  // namespace certamen::sim
