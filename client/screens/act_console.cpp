// A host's orders: this moment, members, a key to be corrected; and the finale's pace.
#include "client/screens/act_parts.hpp"
#include "client/screens/boards.hpp"

namespace certamen::screens {

namespace {

wire::SeatId seat_of(std::int64_t value) {
  return {static_cast<std::uint32_t>(std::max<std::int64_t>(0, value))};
}

wire::SeatId chosen(const Wish& wish) {
  return wish.model.room ? wish.model.room->console.member : wire::SeatId{};
}

void give(const Wish& wish, wire::Order order) {
  wish.want(model::GiveOrder{std::move(order)});
}

void show(const Wish& wish, Overlay overlay) {
  wish.state.overlay = overlay;
}

void ask(const Wish& wish, Overlay overlay) {
  wish.state.subject = wish.value;
  show(wish, overlay);
}

void remove(const Wish& wish, bool banned) {
  show(wish, Overlay::Members);
  give(wish, wire::RemoveMember{seat_of(wish.value), banned});
}

// The difference in the standings is shown where a correction shows its own.
void annul(const Wish& wish) {
  if (!model::can_give_orders(wish.model)) return;  // the connection is lost, and the screen says so
  show(wish, Overlay::Correct);
  wish.want(model::BeginCorrection{});
  give(wish, wire::VoidQuestion{static_cast<std::uint32_t>(std::max<std::int64_t>(0, wish.value))});
}

void correct(const Wish& wish) {
  show(wish, Overlay::Correct);
  wish.want(model::BeginCorrection{});
}

void match_key(const Wish& wish) {
  const std::int64_t value = std::max<std::int64_t>(0, wish.value);
  wish.want(model::SetKeyMatch{static_cast<wire::OptionIndex>(value / pair_base),
                               static_cast<wire::OptionIndex>(value % pair_base)});
}

void extend(const Wish& wish) {
  give(wish, wire::ExtendQuestion{static_cast<std::uint32_t>(std::max<std::int64_t>(1, wish.value))});
}

void rename(const Wish& wish) {
  if (wish.model.room) give(wish, wire::RenameMember{chosen(wish), wish.model.room->console.name});
}

}  // namespace

const Handlers& console_actions() {
  static const Handlers table{
      {"console",
       [](const Wish& wish) {
         show(wish, wish.value == 0 ? Overlay::Console : wish.value == 1 ? Overlay::Members : Overlay::Fairness);
       }},
      {"member", [](const Wish& wish) { wish.want(model::ChooseMember{seat_of(wish.value)}); }},
      {"correct", correct},
      {"ask.skip", [](const Wish& wish) { ask(wish, Overlay::AskSkip); }},
      {"ask.void", [](const Wish& wish) { ask(wish, Overlay::AskVoid); }},
      {"ask.remove", [](const Wish& wish) { ask(wish, Overlay::AskRemove); }},
      {"ask.ban", [](const Wish& wish) { ask(wish, Overlay::AskBan); }},
      {"ask.hand_over", [](const Wish& wish) { ask(wish, Overlay::AskHandOver); }},
      {"order.extend", extend},
      {"order.skip",
       [](const Wish& wish) {
         show(wish, Overlay::None);
         give(wish, wire::SkipQuestion{});
       }},
      {"order.void", annul},
      {"order.remove", [](const Wish& wish) { remove(wish, false); }},
      {"order.ban", [](const Wish& wish) { remove(wish, true); }},
      {"order.hand_over",
       [](const Wish& wish) {
         show(wish, Overlay::None);
         give(wish, wire::HandOver{seat_of(wish.value)});
       }},
      {"order.lock", [](const Wish& wish) { give(wish, wire::LockRoom{wish.value != 0}); }},
      {"order.take_over", [](const Wish& wish) { give(wish, wire::TakeOver{}); }},
      {"order.rename", rename},
      {"order.appoint",
       [](const Wish& wish) {
         give(wish, wire::AppointCohost{chosen(wish), wish.value != 0});
       }},
      {"order.team",
       [](const Wish& wish) {
         give(wish, wire::MoveToTeam{chosen(wish), static_cast<wire::TeamNumber>(wish.value)});
       }},
      {"order.allow",
       [](const Wish& wish) {
         const auto index = index_of(wish.value, wire::allowance_count);
         give(wish, wire::SetAllowance{chosen(wish), static_cast<wire::Allowance>(index)});
       }},
      {"key.option",
       [](const Wish& wish) { wish.want(model::ToggleKeyOption{static_cast<wire::OptionIndex>(wish.value)}); }},
      {"key.raise", [](const Wish& wish) { wish.want(model::RaiseKeyOption{static_cast<std::size_t>(wish.value)}); }},
      {"key.match", match_key},
      {"key.send", [](const Wish& wish) { wish.want(model::SendCorrection{}); }},
      {"resolve.next", [](const Wish& wish) { wish.want(model::ResolveNext{}); }},
      {"resolve.all", [](const Wish& wish) { wish.want(model::ResolveAll{}); }},
  };
  return table;
}

}  // namespace certamen::screens
