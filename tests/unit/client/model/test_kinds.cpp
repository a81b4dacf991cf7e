// Boards that are arranged or typed, and how sure one is.
#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;
using wire::QuestionKind;
using wire::SubmitAnswer;

namespace {

using Order = std::vector<wire::OptionIndex>;

wire::RoomSettings certain() {
  wire::RoomSettings settings;
  settings.scoring = wire::Scoring::Certainty;
  return settings;
}

wire::Answer only_answer(const Player& player) {
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  return player.sent<SubmitAnswer>().front().answer;
}

}  // namespace

TEST_CASE("an order is given by moving options, and what was not touched is not given") {
  Player player = asking_player(QuestionKind::Ordering);
  CHECK(board_order(player.model) == Order{0, 1, 2, 3});
  player.does(ConfirmAnswer{});
  CHECK(player.commands.empty());
  CHECK_FALSE(can_confirm(player.model, player.now));
  player.does(PlaceOption{3, 0});
  CHECK(board_order(player.model) == Order{3, 0, 1, 2});
  player.does(PlaceOption{0, 3});
  CHECK(board_order(player.model) == Order{3, 1, 2, 0});
  player.does(PlaceOption{0, 9});
  player.does(PlaceOption{9, 0});
  CHECK(board_order(player.model) == Order{3, 1, 2, 0});
  CHECK(player.commands.empty());
  player.does(ConfirmAnswer{});
  CHECK(only_answer(player) == wire::Answer{wire::OrderAnswer{{3, 1, 2, 0}}});
  player.does(PlaceOption{0, 0});
  CHECK(board_order(player.model) == Order{3, 1, 2, 0});
}

TEST_CASE("an order that is right as it came is meant by putting an option down where it was") {
  Player player = asking_player(QuestionKind::Ordering);
  player.does(PlaceOption{2, 2});
  CHECK(can_confirm(player.model, player.now));
  player.does(ConfirmAnswer{});
  CHECK(only_answer(player) == wire::Answer{wire::OrderAnswer{{0, 1, 2, 3}}});
}

TEST_CASE("an order is first the one the seat sees") {
  wire::RoomSettings shuffled;
  shuffled.shuffle_per_player = true;
  Player player = asking_player(QuestionKind::Ordering, 1, shuffled);
  const auto seen = display_order(player.model.room->settings, player.model.room->seat, *player.model.room->asked);
  CHECK(board_order(player.model) == seen);
  player.does(PlaceOption{seen[1], 0});
  CHECK(board_order(player.model) == Order{seen[1], seen[0], seen[2], seen[3]});
}

TEST_CASE("every item gets a match, two may share one, and a second press takes it off") {
  Player player = asking_player(QuestionKind::Matching);
  for (wire::OptionIndex option = 0; option < 3; ++option) player.does(MatchOption{option, 3});
  player.does(ConfirmAnswer{});
  CHECK(player.commands.empty());
  player.does(MatchOption{3, 1});
  CHECK(can_confirm(player.model, player.now));
  player.does(MatchOption{3, 1});
  CHECK_FALSE(can_confirm(player.model, player.now));
  CHECK_FALSE(board_matches(player.model)[3]);
  player.does(MatchOption{3, 0});
  player.does(MatchOption{1, 2});
  player.does(MatchOption{7, 0});
  player.does(MatchOption{0, 7});
  player.does(ConfirmAnswer{});
  CHECK(only_answer(player) == wire::Answer{wire::MatchAnswer{{3, 2, 3, 0}}});
}

TEST_CASE("words are given without the spaces around them, and nothing is no answer") {
  Player player = asking_player(QuestionKind::ShortText);
  for (const std::string& text : {std::string{}, std::string{"   "}, std::string(wire::text_answer_bytes_max + 1, 'x')}) {
    player.does(SetAnswerText{text});
    CHECK_FALSE(can_confirm(player.model, player.now));
    player.does(ConfirmAnswer{});
    CHECK(player.commands.empty());
  }
  player.does(SetAnswerText{"  Deep  Archive "});
  player.does(ConfirmAnswer{});
  CHECK(only_answer(player) == wire::Answer{wire::TextAnswer{"Deep  Archive"}});
}

TEST_CASE("where the scoring asks how sure one is, no kind is answered without") {
  for (const auto kind : {QuestionKind::SingleChoice, QuestionKind::MultipleResponse, QuestionKind::TrueFalse,
                          QuestionKind::Numeric, QuestionKind::Ordering, QuestionKind::Matching, QuestionKind::ShortText}) {
    Player player = asking_player(kind, 1, certain());
    player.does(ToggleOption{1});
    player.does(SetNumericText{"7"});
    player.does(PlaceOption{1, 0});
    for (wire::OptionIndex option = 0; option < 4; ++option) player.does(MatchOption{option, 1});
    player.does(SetAnswerText{"seven"});
    player.does(ConfirmAnswer{});
    CHECK(player.commands.empty());
    CHECK(player.model.room->own.certainty_missing);
    player.does(SetCertainty{wire::Certainty::Low});
    CHECK_FALSE(player.model.room->own.certainty_missing);
    player.does(SetCertainty{wire::Certainty::High});
    CHECK(player.commands.empty());
    CHECK(can_confirm(player.model, player.now));
    player.does(ConfirmAnswer{});
    REQUIRE(player.sent<SubmitAnswer>().size() == 1);
    CHECK(player.sent<SubmitAnswer>().front().certainty == wire::Certainty::High);
  }
}

TEST_CASE("a single choice can be changed until it is confirmed with a certainty") {
  Player player = asking_player(QuestionKind::SingleChoice, 1, certain());
  player.does(ToggleOption{1});
  player.does(ToggleOption{2});
  player.does(SetCertainty{wire::Certainty::Middle});
  player.does(ConfirmAnswer{});
  CHECK(only_answer(player) == wire::Answer{wire::ChoiceAnswer{{2}}});
}

TEST_CASE("a certainty that nobody asks for is not sent") {
  Player player = asking_player();
  player.does(SetCertainty{wire::Certainty::High});
  player.does(ToggleOption{1});
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  CHECK_FALSE(player.sent<SubmitAnswer>().front().certainty);
}
