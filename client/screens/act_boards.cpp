// What is done with a question, an exam's paper and the review.
#include <utility>

#include "client/screens/act_parts.hpp"
#include "client/screens/boards.hpp"

namespace certamen::screens {

namespace {

void reviewed(const Wish& wish) {
  wish.state.page = 0;
  wish.events.push_back(model::ShowReviewed{static_cast<std::uint32_t>(std::max<std::int64_t>(1, wish.value))});
}

// ---- boards that are arranged; an option and its place or match travel as one number ----

void take_card(const Wish& wish) {
  const std::vector<wire::OptionIndex> order = model::board_order(wish.model);
  const auto place = std::find(order.begin(), order.end(), static_cast<wire::OptionIndex>(wish.value));
  if (place == order.end()) return;
  std::int64_t& held = wish.state.held;
  if (held == 0) {
    held = wish.value + 1;
    return;
  }
  const auto option = static_cast<wire::OptionIndex>(held - 1);
  wish.events.push_back(model::PlaceOption{option, static_cast<std::size_t>(place - order.begin())});
  held = 0;
}

model::PlaceOption placed(const Wish& wish) {
  return {static_cast<wire::OptionIndex>(wish.value / pair_base), static_cast<std::size_t>(wish.value % pair_base)};
}

void place(const Wish& wish) {
  wish.state.held = 0;
  wish.events.push_back(placed(wish));
}

void pair(const Wish& wish, std::int64_t item, std::int64_t match) {
  wish.events.push_back(model::MatchOption{static_cast<wire::OptionIndex>(item), static_cast<wire::OptionIndex>(match)});
}

bool paired(const Wish& wish, std::int64_t item, std::int64_t match) {
  const auto matches = model::board_matches(wish.model);
  const auto index = static_cast<std::size_t>(item);
  return index < matches.size() && matches[index] == static_cast<wire::OptionIndex>(match);
}

void take_item(const Wish& wish) {
  std::int64_t& held = wish.state.held;
  const std::int64_t before = std::exchange(held, 0);
  if (before > 0 && before - 1 == wish.value) return;
  if (before >= 0) {
    held = wish.value + 1;
  } else if (!paired(wish, wish.value, -before - 1)) {
    pair(wish, wish.value, -before - 1);
  }
}

// The match of the item that is taken up, or of the one that the keys have walked to.
void take_match(const Wish& wish) {
  const std::int64_t before = std::exchange(wish.state.held, 0);
  const std::string& focused = wish.state.touch.focused;
  if (before > 0) return pair(wish, before - 1, wish.value);
  if (before == 0 && focused.starts_with("item.")) return pair(wish, std::stol(focused.substr(5)), wish.value);
  if (before != -(wish.value + 1)) wish.state.held = -(wish.value + 1);
}

void match(const Wish& wish) {
  wish.state.held = 0;
  const std::int64_t item = wish.value / pair_base;
  if (!paired(wish, item, wish.value % pair_base)) pair(wish, item, wish.value % pair_base);
}

void hand_in(const Wish& wish) {
  wish.state.overlay = Overlay::None;
  wish.events.push_back(model::HandInPaper{});
}

}  // namespace

const Handlers& board_actions() {
  static const Handlers table{
      {"reviewed", reviewed},
      {"confirm", [](const Wish& wish) { wish.events.push_back(model::ConfirmAnswer{}); }},
      {"review", [](const Wish& wish) { wish.events.push_back(model::OpenReview{}); }},
      {"choose",
       [](const Wish& wish) { wish.events.push_back(model::ToggleOption{static_cast<wire::OptionIndex>(wish.value)}); }},
      {"hold", take_card},
      {"place", place},
      {"shift", [](const Wish& wish) { wish.events.push_back(placed(wish)); }},
      {"item", take_item},
      {"partner", take_match},
      {"match", match},
      {"certainty",
       [](const Wish& wish) { wish.events.push_back(model::SetCertainty{static_cast<wire::Certainty>(wish.value)}); }},
      {"paper",
       [](const Wish& wish) {
         wish.events.push_back(model::ShowPaperQuestion{static_cast<std::uint32_t>(std::max<std::int64_t>(1, wish.value))});
       }},
      {"team",
       [](const Wish& wish) { wish.events.push_back(model::ChooseTeam{static_cast<wire::TeamNumber>(wish.value)}); }},
      {"flag", [](const Wish& wish) { wish.events.push_back(model::ToggleFlag{}); }},
      {"hand_in", hand_in},
      {"ask.hand_in", [](const Wish& wish) { wish.state.overlay = Overlay::AskHandIn; }},
  };
  return table;
}

}  // namespace certamen::screens
