#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;
using wire::ChoiceAnswer;
using wire::QuestionKind;
using wire::SubmitAnswer;

namespace {

// Loses the connection and is welcomed back, up to the moment before the server's RoomJoined.
void reconnects(Player& player) {
  if (player.model.connection.link != Link::Lost) player.loses_connection();
  player.waits_for_retry();
  player.gets_online();
}

}  // namespace

TEST_CASE("a press shows at once, carries its moment on the server's clock, and is confirmed later") {
  Player player = asking_player();
  REQUIRE(can_answer(player.model, player.now));
  player.does(ToggleOption{1});
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  CHECK(player.sent<SubmitAnswer>().front() == SubmitAnswer{1, ChoiceAnswer{{1}}, server(3500)});
  CHECK(answer_state(player.model) == AnswerState::Pending);
  CHECK(display_options(player.model)[1].picked);
  CHECK_FALSE(can_answer(player.model, player.now));

  player.at(3540);
  player.told(2, wire::AnswerLocked{1, ChoiceAnswer{{1}}, 5});
  CHECK(answer_state(player.model) == AnswerState::Locked);
  CHECK(locked_tenths(player.model) == 5U);
  CHECK(display_options(player.model)[1].picked);
}

TEST_CASE("who came too late for a question sees it and cannot answer it") {
  Player player = asking_player();
  player.model.room->first_question = player.model.room->announced->number + 1;
  CHECK(came_late(*player.model.room));
  CHECK_FALSE(can_answer(player.model, player.now));
  player.does(ToggleOption{1});
  CHECK(player.commands.empty());
  player.model.room->first_question = player.model.room->announced->number;
  CHECK_FALSE(came_late(*player.model.room));
  CHECK(can_answer(player.model, player.now));
}

TEST_CASE("a second press changes nothing") {
  Player player = asking_player();
  player.does(ToggleOption{1});
  player.does(ToggleOption{2});
  CHECK(player.commands.empty());
  CHECK(own_answer(player.model) == wire::Answer{ChoiceAnswer{{1}}});
}

TEST_CASE("presses count only while the question is open") {
  Player player = asking_player();
  for (const std::int64_t milliseconds : {2900, 2999, 13000, 20000}) {
    player.at(milliseconds);
    INFO(milliseconds);
    CHECK_FALSE(can_answer(player.model, player.now));
    player.does(ToggleOption{1});
    CHECK(player.commands.empty());
  }
  for (const std::int64_t milliseconds : {3000, 12999}) {
    player.at(milliseconds);
    CHECK(can_answer(player.model, player.now));
  }
}

TEST_CASE("an option the question does not have is no answer") {
  Player player = asking_player();
  player.does(ToggleOption{4});
  CHECK(player.commands.empty());
  CHECK(answer_state(player.model) == AnswerState::None);
}

TEST_CASE("nobody answers for a host who only hosts, or in a pause") {
  Player player = asking_player();
  SECTION("host") {
    player.model.room->plays = false;
  }
  SECTION("pause") {
    player.hears(3, wire::RoomPaused{wire::PauseReason::HostAsked, server(3500)});
  }
  CHECK_FALSE(can_answer(player.model, player.now));
  player.does(ToggleOption{1});
  CHECK(player.commands.empty());
}

TEST_CASE("multiple response takes as many picks as the question wants, then a confirmation") {
  Player player = asking_player(QuestionKind::MultipleResponse, 2);
  player.does(ToggleOption{3});
  CHECK(player.commands.empty());
  CHECK_FALSE(can_confirm(player.model, player.now));
  player.does(ConfirmAnswer{});
  CHECK(player.commands.empty());

  player.does(ToggleOption{1});
  CHECK(can_confirm(player.model, player.now));
  player.does(ToggleOption{2});
  CHECK(player.model.room->own.too_many_picks);
  player.does(ToggleOption{3});
  CHECK_FALSE(player.model.room->own.too_many_picks);
  player.does(ToggleOption{0});
  player.does(ConfirmAnswer{});
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  CHECK(player.sent<SubmitAnswer>().front().answer == wire::Answer{ChoiceAnswer{{0, 1}}});
}

TEST_CASE("a number is given as typed, or its mistake is said") {
  Player player = asking_player(QuestionKind::Numeric);
  player.does(SetNumericText{"12,x"});
  player.does(ConfirmAnswer{});
  CHECK(player.commands.empty());
  CHECK(player.model.room->own.numeric_error == NumberError::Malformed);
  player.does(SetNumericText{"12,5"});
  CHECK_FALSE(player.model.room->own.numeric_error);
  player.does(ConfirmAnswer{});
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  CHECK(player.sent<SubmitAnswer>().front().answer == wire::Answer{wire::NumericAnswer{12'500'000}});
}

TEST_CASE("an answer given while the connection is lost is kept with its moment and leaves after the return") {
  Player player = asking_player();
  player.loses_connection();
  player.at(3600);
  player.does(ToggleOption{2});
  CHECK(player.commands.empty());
  CHECK(answer_state(player.model) == AnswerState::Kept);
  CHECK(player.noticed(Remark::AnswerKept));

  player.now = local(5000);
  reconnects(player);
  CHECK(player.sent<SubmitAnswer>().empty());  // not before the room says that the question is still open
  player.hears(Player::joined(asking_snapshot()));
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  CHECK(player.sent<SubmitAnswer>().front() == SubmitAnswer{1, ChoiceAnswer{{2}}, server(3600)});
  CHECK(answer_state(player.model) == AnswerState::Pending);
}

TEST_CASE("an answer sent into a dying connection is sent again, once, with the same moment") {
  Player player = asking_player();
  player.does(ToggleOption{2});
  reconnects(player);
  player.hears(Player::joined(asking_snapshot()));
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  CHECK(player.sent<SubmitAnswer>().front() == SubmitAnswer{1, ChoiceAnswer{{2}}, server(3500)});
  player.does(Tick{});
  CHECK(player.sent<SubmitAnswer>().empty());
}

TEST_CASE("an answer that had arrived before the connection broke is not sent again") {
  Player player = asking_player();
  player.does(ToggleOption{2});
  reconnects(player);
  auto snapshot = asking_snapshot();
  snapshot.own_answer = wire::AnswerLocked{1, ChoiceAnswer{{2}}, 5};
  player.hears(Player::joined(snapshot));
  CHECK(player.sent<SubmitAnswer>().empty());
  CHECK(answer_state(player.model) == AnswerState::Locked);
}

TEST_CASE("an answer that could not be delivered in time is said to be lost") {
  Player player = asking_player();
  player.loses_connection();
  player.does(ToggleOption{2});
  reconnects(player);
  auto snapshot = asking_snapshot();
  snapshot.phase = wire::Phase::Revealing;
  snapshot.revealed = revealed(1);
  player.hears(Player::joined(snapshot));
  CHECK(player.sent<SubmitAnswer>().empty());
  CHECK(player.noticed(Remark::AnswerLost));
  CHECK(answer_state(player.model) == AnswerState::None);
}

TEST_CASE("an answer never lands on the next question") {
  Player player = asking_player();
  player.loses_connection();
  player.does(ToggleOption{2});
  reconnects(player);
  player.hears(Player::joined(asking_snapshot(2)));
  CHECK(player.sent<SubmitAnswer>().empty());
  CHECK(player.noticed(Remark::AnswerLost));
  CHECK(can_answer(player.model, player.now));
}

TEST_CASE("in a pause a kept answer waits, and its moment moves with the question") {
  Player player = asking_player();
  player.loses_connection();
  player.does(ToggleOption{2});
  reconnects(player);
  auto snapshot = asking_snapshot();
  snapshot.paused = wire::RoomPaused{wire::PauseReason::ServerRestarted, server(4000)};
  player.hears(Player::joined(snapshot));
  CHECK(player.sent<SubmitAnswer>().empty());
  player.hears(3, wire::RoomResumed{server(9000), server(19000), {}});
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  CHECK(player.sent<SubmitAnswer>().front().chosen_at == server(9500));
}

TEST_CASE("picks not yet given survive a reconnection and a change of language") {
  Player player = asking_player(QuestionKind::MultipleResponse, 2);
  player.does(ToggleOption{3});
  auto snapshot = asking_snapshot();
  snapshot.announced->kind = QuestionKind::MultipleResponse;
  player.hears(Player::joined(snapshot));
  CHECK(player.model.room->own.picks == std::vector<wire::OptionIndex>{3});
}

TEST_CASE("a refusal is kept in words and lets the person try again where that makes sense") {
  for (const auto reason :
       {wire::Refusal::TooLate, wire::Refusal::WrongPhase, wire::Refusal::AnswerInvalid, wire::Refusal::NotAPlayer}) {
    Player player = asking_player();
    player.does(ToggleOption{2});
    player.hears(wire::Rejected{reason, 1});
    CHECK(player.model.room->own.refused == reason);
    CHECK(player.noticed(reason));
    CHECK(answer_state(player.model) == AnswerState::None);
    CHECK_FALSE(display_options(player.model)[2].picked);
  }
}

TEST_CASE("a refusal for another question does not touch this one") {
  Player player = asking_player();
  player.does(ToggleOption{2});
  player.hears(wire::Rejected{wire::Refusal::TooLate, 7});
  CHECK(answer_state(player.model) == AnswerState::Pending);
}

TEST_CASE("told that the answer was there already, the model waits for its acknowledgement") {
  Player player = asking_player();
  player.does(ToggleOption{2});
  player.hears(wire::Rejected{wire::Refusal::AlreadyAnswered, 1});
  CHECK(answer_state(player.model) == AnswerState::Pending);
  player.told(2, wire::AnswerLocked{1, ChoiceAnswer{{2}}, 5});
  CHECK(answer_state(player.model) == AnswerState::Locked);
}

TEST_CASE("an answer the server cannot store leaves again when it can") {
  Player player = asking_player();
  player.hears(wire::RoomTroubled{true});
  CHECK(player.model.room->storage_failing);
  player.does(ToggleOption{2});
  player.hears(wire::Rejected{wire::Refusal::StorageFailing, 1});
  CHECK(answer_state(player.model) == AnswerState::Kept);
  player.hears(wire::RoomTroubled{false});
  CHECK_FALSE(player.model.room->storage_failing);
  REQUIRE(player.sent<SubmitAnswer>().size() == 1);
  CHECK(player.sent<SubmitAnswer>().front().chosen_at == server(3500));
}

TEST_CASE("an answer given before a restart put the opening off is kept until the server takes it") {
  Player player = asking_player();
  player.does(ToggleOption{1});
  const auto given = player.sent<SubmitAnswer>().front();
  player.hears(wire::Rejected{wire::Refusal::TooEarly, 1});
  CHECK(answer_state(player.model) != AnswerState::None);
  CHECK(player.model.notices.empty());
  player.now += resend_delay;
  player.does(Tick{});
  CHECK(player.sent<SubmitAnswer>() == std::vector{given});
}

TEST_CASE("an answer refused for haste leaves again a little later") {
  for (const std::uint32_t number : {0U, 1U}) {
    Player player = asking_player();
    player.does(ToggleOption{2});
    player.hears(wire::Rejected{wire::Refusal::TooFast, number});
    CHECK(player.commands.empty());
    CHECK(deadline(player.model) <= player.now + resend_delay);
    player.now += resend_delay;
    player.does(Tick{});
    REQUIRE(player.sent<SubmitAnswer>().size() == 1);
    CHECK(player.sent<SubmitAnswer>().front().chosen_at == server(3500));
    player.does(Tick{});
    CHECK(player.sent<SubmitAnswer>().empty());
  }
}

TEST_CASE("an answer that crossed a pause on its way leaves again when the room goes on") {
  Player player = asking_player();
  player.does(ToggleOption{2});
  player.hears(3, wire::RoomPaused{wire::PauseReason::StorageFailing, server(3400)});
  player.hears(wire::Rejected{wire::Refusal::WrongPhase, 1});
  CHECK(answer_state(player.model) == AnswerState::Kept);
  player.hears(4, wire::RoomResumed{server(5000), server(15000), {}});
  CHECK(player.sent<SubmitAnswer>().size() == 1);
}

TEST_CASE("an answer still unacknowledged at the reveal is said to be lost") {
  Player player = asking_player();
  player.does(ToggleOption{2});
  player.hears(3, revealed(1));
  CHECK(player.noticed(Remark::AnswerLost));
}

TEST_CASE("each question starts with an empty board") {
  Player player = asking_player();
  player.does(ToggleOption{2});
  player.told(2, wire::AnswerLocked{1, ChoiceAnswer{{2}}, 5});
  player.hears(3, revealed(1));
  player.hears(4, announced(2));
  player.hears(5, asked(2));
  CHECK(player.model.room->own == OwnAnswer{});
  CHECK(can_answer(player.model, player.now));
  player.told(5, wire::AnswerLocked{1, ChoiceAnswer{{2}}, 5});  // late word about the one before
  CHECK(answer_state(player.model) == AnswerState::None);
}
