#include <algorithm>
#include <set>

#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;

namespace {

wire::RoomSettings shuffled() {
  wire::RoomSettings settings;
  settings.shuffle_per_player = true;
  return settings;
}

std::vector<wire::OptionIndex> identity() {
  return {0, 1, 2, 3};
}

}  // namespace

TEST_CASE("without shuffling everyone sees the canonical order") {
  for (std::uint32_t seat = 1; seat < 20; ++seat) CHECK(display_order({}, {seat}, asked(1)) == identity());
}

TEST_CASE("with shuffling each seat has an order of its own, always the same") {
  std::set<std::vector<wire::OptionIndex>> orders;
  for (std::uint32_t seat = 1; seat <= 100; ++seat) {
    auto order = display_order(shuffled(), {seat}, asked(1));
    CHECK(order == display_order(shuffled(), {seat}, asked(1)));
    orders.insert(order);
    std::sort(order.begin(), order.end());
    CHECK(order == identity());
  }
  CHECK(orders.size() >= 20);  // of the 24 there are
}

TEST_CASE("another question is shuffled another way") {
  auto other = asked(2);
  other.shuffle_seed = 100;
  std::size_t different = 0;
  for (std::uint32_t seat = 1; seat <= 24; ++seat) {
    if (display_order(shuffled(), {seat}, asked(1)) != display_order(shuffled(), {seat}, other)) ++different;
  }
  CHECK(different >= 16);
}

TEST_CASE("after shuffling your pick is right: on the wire, at the reveal, and in the review") {
  for (std::uint32_t seat = 1; seat <= 30; ++seat) {
    Player player = asking_player(wire::QuestionKind::SingleChoice, 1, shuffled());
    player.model.room->seat = {seat};
    const auto shown = display_options(player.model);
    const auto& pressed = shown[3];  // the fourth card on screen
    player.does(ToggleOption{pressed.canonical});
    const wire::Answer answer = wire::ChoiceAnswer{{pressed.canonical}};
    CHECK(player.sent<wire::SubmitAnswer>().front().answer == answer);
    CHECK(asked(1).options[pressed.canonical] == pressed.text);

    player.told(2, wire::AnswerLocked{1, answer, 5});
    player.hears(3, revealed(1));
    const auto at_reveal = display_options(player.model);
    REQUIRE(at_reveal.size() == 4);
    for (std::size_t place = 0; place < 4; ++place) {
      CHECK(at_reveal[place].text == shown[place].text);
      CHECK(at_reveal[place].picked == (place == 3));
      CHECK(at_reveal[place].right == (at_reveal[place].canonical == 2));
      CHECK(at_reveal[place].pick_count == revealed(1).picks_by_option[at_reveal[place].canonical]);
      CHECK(at_reveal[place].reason == revealed(1).reasons[at_reveal[place].canonical]);
    }
    const wire::QuestionReviewed reviewed{announced(1), asked(1), revealed(1), answer, std::nullopt};
    CHECK(display_options(player.model, reviewed) == at_reveal);
  }
}

TEST_CASE("before the reveal no option says whether it is right") {
  const Player player = asking_player();
  for (const auto& option : display_options(player.model)) {
    CHECK_FALSE(option.right);
    CHECK(option.reason.empty());
  }
}
