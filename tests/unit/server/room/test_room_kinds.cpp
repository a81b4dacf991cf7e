#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

// Every kind of question and every scoring, played in a room.
namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Certainty;
using wire::Language;
using wire::Phase;
using wire::QuestionKind;
using wire::Refusal;
using wire::Rule;
using wire::Scoring;

wire::RoomSettings scored_by(Scoring scoring) {
  wire::RoomSettings settings = match_settings();
  settings.question_count = wire::question_kind_count;
  settings.scoring = scoring;
  return settings;
}

// Four players at the first open question of a paper with every kind.
struct Match {
  explicit Match(const wire::RoomSettings& settings = scored_by(Scoring::Accuracy)) : world(settings) {
    for (const char* name : {"ana", "leo", "mia", "zoe"}) players.push_back(world.join(name));
    world.tick();
    world.start(wire::question_kind_count);
    world.open_question();
  }
  // Plays on to the question of this kind; nobody answers what lies between.
  void go_to(QuestionKind kind) {
    while (world.question().kind != kind) world.open_question();
  }
  Effects reveal() { return world.phase() == Phase::Asking ? world.command(wire::Command::Next) : Effects{}; }
  wire::OwnResult result(std::size_t player) {
    return *world.room().snapshot(players[player], Language::English).own_result;
  }

  RoomWorld world;
  std::vector<wire::SeatId> players;
};

std::string in(const std::string& words, Language language) {
  return words + (language == Language::English ? " [en]" : " [es]");
}

constexpr std::array languages = {Language::English, Language::Spanish};

}  // namespace

TEST_CASE("a question of every kind is asked, answered, marked and revealed") {
  Match at;
  for (std::uint32_t number = 1; number <= wire::question_kind_count; ++number) {
    CAPTURE(number);
    REQUIRE(at.world.room().question_number() == number);
    REQUIRE(at.world.question().kind == static_cast<QuestionKind>(number - 1));
    REQUIRE(replied<wire::AnswerLocked>(at.world.answer(at.players[0], at.world.right())) ==
            std::vector{wire::AnswerLocked{number, at.world.right(), 0}});
    REQUIRE(recorded(at.world.answer(at.players[1], at.world.wrong())));
    const auto revealed = told<wire::QuestionRevealed>(at.reveal()).at(0);
    CHECK(revealed.answered_count == 2);
    CHECK(revealed.right_count == 1);
    CHECK(at.result(0).right);
    CHECK(at.result(0).credit_thousandths == 1000);
    CHECK(at.result(0).points_gained == 1000);
    CHECK_FALSE(at.result(1).right);
    CHECK(at.result(1).points_gained == 0);
    CHECK(at.result(2).credit_thousandths == 0);
    if (number < wire::question_kind_count) at.world.open_question();
  }
  CHECK(at.result(0).points == 7000);
}

TEST_CASE("an ordering shows its items and reveals their order and who stood right") {
  Match at;
  at.go_to(QuestionKind::Ordering);  // right: 2 0 3 1
  const wire::QuestionAsked asked = at.world.asked();
  CHECK(asked.options.size() == 4);
  CHECK(asked.matches.empty());
  CHECK(asked.choose == 1);
  at.world.answer(at.players[0], wire::OrderAnswer{{2, 0, 3, 1}});
  at.world.answer(at.players[1], wire::OrderAnswer{{2, 3, 0, 1}});
  at.world.answer(at.players[2], wire::OrderAnswer{{0, 2, 1, 3}});
  const auto revealed = told<wire::QuestionRevealed>(at.reveal()).at(0);
  CHECK(revealed.key == std::vector<wire::OptionIndex>{2, 0, 3, 1});
  CHECK(revealed.picks_by_option == std::vector<std::uint32_t>{1, 2, 2, 1});
  CHECK(revealed.reasons.size() == 4);
  CHECK(at.result(1).credit_thousandths == 833);  // five of six pairs
  CHECK(at.result(2).credit_thousandths == 667);
}

TEST_CASE("a matching shows both sides in each language and reveals the pairs") {
  Match at;
  at.go_to(QuestionKind::Matching);  // right: 1 2 0
  for (const Language language : languages) {
    const wire::QuestionAsked asked = *at.world.snapshot(language).asked;
    CHECK(asked.options.size() == 3);
    REQUIRE(asked.matches.size() == 3);
    CHECK(asked.matches[1] == in("Match 1 of question 6", language));
  }
  at.world.answer(at.players[0], wire::MatchAnswer{{1, 2, 0}});
  at.world.answer(at.players[1], wire::MatchAnswer{{1, 1, 1}});
  at.world.answer(at.players[2], wire::MatchAnswer{{0, 2, 0}});
  const auto revealed = told<wire::QuestionRevealed>(at.reveal()).at(0);
  CHECK(revealed.key == std::vector<wire::OptionIndex>{1, 2, 0});
  CHECK(revealed.picks_by_option == std::vector<std::uint32_t>{2, 2, 2});
  CHECK(at.result(1).credit_thousandths == 333);
}

TEST_CASE("a short text reveals its spellings and what was written, folded and counted") {
  Match at;
  at.go_to(QuestionKind::ShortText);
  CHECK(at.world.asked().options.empty());
  at.world.answer(at.players[0], wire::TextAnswer{"NOISE of  question 7"});
  at.world.answer(at.players[1], wire::TextAnswer{" noise of question 7 "});
  at.world.answer(at.players[2], wire::TextAnswer{"SENAL unica of question 7"});
  const Effects effects = at.reveal();
  for (const Language language : languages) {
    const auto revealed = told<wire::QuestionRevealed>(effects, language).at(0);
    CHECK(revealed.key.empty());
    CHECK(revealed.text_key == std::vector<std::string>{"Señal única of question 7", "Signal of question 7"});
    CHECK(revealed.text_picks ==
          std::vector<wire::TextCount>{{"noise of question 7", 2, in("Mistake of question 7", language)},
                                       {"senal unica of question 7", 1, ""}});
    CHECK(revealed.right_count == 1);
  }
  CHECK(at.result(2).right);
}

TEST_CASE("an answer of another kind is refused at every question") {
  Match at;
  const std::vector<wire::Answer> answers = {wire::ChoiceAnswer{{0}}, wire::NumericAnswer{1}, wire::OrderAnswer{{0, 1}},
                                             wire::MatchAnswer{{0, 0}}, wire::TextAnswer{" "}};
  for (std::uint32_t number = 1; number <= wire::question_kind_count; ++number) {
    const QuestionKind kind = at.world.question().kind;
    for (const wire::Answer& answer : answers) {
      const bool choice = std::holds_alternative<wire::ChoiceAnswer>(answer) && number <= 3;
      if (choice || (kind == QuestionKind::Numeric && std::holds_alternative<wire::NumericAnswer>(answer))) continue;
      CAPTURE(number, answer.index());
      CHECK(refusal(at.world.answer(at.players[0], answer)) == Refusal::AnswerInvalid);
    }
    if (number < wire::question_kind_count) at.world.open_question();
  }
}

TEST_CASE("certainty is wanted where the scoring asks for it, and nowhere else") {
  for (const Scoring scoring : {Scoring::Speed, Scoring::Accuracy, Scoring::Exam}) {
    Match at(scored_by(scoring));
    CHECK(refusal(at.world.answer(at.players[0], at.world.right(), Certainty::Low)) == Refusal::AnswerInvalid);
    CHECK_FALSE(refusal(at.world.answer(at.players[0], at.world.right())));
    CHECK(at.world.asked().points_possible == 1000);
  }
  Match at(scored_by(Scoring::Certainty));
  CHECK(at.world.asked().points_possible == 300);
  CHECK(refusal(at.world.answer(at.players[0], at.world.right())) == Refusal::AnswerInvalid);
  const wire::AnswerLocked locked{1, at.world.right(), 0, Certainty::Middle};
  CHECK(replied<wire::AnswerLocked>(at.world.answer(at.players[0], at.world.right(), Certainty::Middle)) ==
        std::vector{locked});
  // A repeat hears what stands, the certainty with it; so does a return to the seat.
  CHECK(replied<wire::AnswerLocked>(at.world.answer(at.players[0], at.world.wrong(), Certainty::High)) ==
        std::vector{locked});
  CHECK(at.world.room().snapshot(at.players[0], Language::English).own_answer == locked);
}

TEST_CASE("marks can be negative, and the ranking puts a blank above a rash answer") {
  Match at(scored_by(Scoring::Certainty));
  at.world.answer(at.players[0], at.world.right(), Certainty::High);
  at.world.answer(at.players[1], at.world.wrong(), Certainty::High);
  at.world.answer(at.players[2], at.world.wrong(), Certainty::Middle);
  at.reveal();
  CHECK(at.result(0).points == 300);
  CHECK(at.result(1).points == -600);
  CHECK(at.result(2).points == -200);
  CHECK(at.result(1).certainty == Certainty::High);
  CHECK_FALSE(at.result(3).certainty);
  const auto ranking = told<wire::RankingShown>(at.world.command(wire::Command::Next)).at(0);
  std::vector<std::pair<std::string, std::int64_t>> rows;
  for (const wire::RankingRow& row : ranking.rows) rows.emplace_back(row.name, row.points);
  CHECK(rows == std::vector<std::pair<std::string, std::int64_t>>{{"ana", 300}, {"zoe", 0}, {"mia", -200}, {"leo", -600}});
}

TEST_CASE("partial credit, penalty and streak bonus work where the host asks for them") {
  wire::RoomSettings settings = scored_by(Scoring::Accuracy);
  settings.partial_credit = true;
  settings.penalty_percent = 25;
  settings.streak_bonus = true;
  Match at(settings);
  at.world.answer(at.players[0], at.world.right());
  at.world.answer(at.players[1], at.world.wrong());
  at.reveal();
  CHECK(at.result(0).points_gained == 1000);
  CHECK(at.result(0).bonus == 0);
  CHECK(at.result(1).points_gained == -250);
  CHECK(at.result(2).points_gained == 0);  // a blank costs nothing
  at.world.open_question();                // multiple response, 0 and 2 of four
  at.world.answer(at.players[0], at.world.right());
  at.world.answer(at.players[1], wire::ChoiceAnswer{{0}});
  at.world.answer(at.players[2], wire::ChoiceAnswer{{0, 1}});
  at.reveal();
  CHECK(at.result(0).points_gained == 1100);
  CHECK(at.result(0).bonus == 100);
  CHECK(at.result(1).points_gained == 500);
  CHECK(at.result(1).credit_thousandths == 500);
  CHECK_FALSE(at.result(1).right);
  CHECK(at.result(1).streak == 0);
  CHECK(at.result(2).points_gained == -250);
}

TEST_CASE("exam scoring is all or nothing, whatever the options say") {
  wire::RoomSettings settings = scored_by(Scoring::Exam);
  settings.partial_credit = true;
  settings.penalty_percent = 100;
  settings.streak_bonus = true;
  Match at(settings);
  at.world.answer(at.players[0], at.world.right());
  at.world.answer(at.players[1], at.world.wrong());
  at.reveal();
  at.world.open_question();
  at.world.answer(at.players[0], at.world.right());
  at.world.answer(at.players[1], wire::ChoiceAnswer{{0}});
  at.reveal();
  CHECK(at.result(0).points == 2000);
  CHECK(at.result(1).points == 0);
}

TEST_CASE("everyone can read how points work in the room, from the beginning") {
  for (const Scoring scoring : {Scoring::Speed, Scoring::Accuracy, Scoring::Certainty, Scoring::Exam}) {
    wire::RoomSettings settings = scored_by(scoring);
    settings.penalty_percent = 10;
    RoomWorld world(settings);
    const wire::SeatId ana = world.join("ana");
    CHECK(world.room().snapshot(ana, Language::Spanish).points_rules == exam::Policy(settings).rules());
    CHECK_FALSE(exam::Policy(settings).rules().empty());
  }
}

TEST_CASE("a review shows every kind with the own answer and what it earned") {
  wire::RoomSettings settings = scored_by(Scoring::Accuracy);
  settings.partial_credit = true;
  Match at(settings);
  at.go_to(QuestionKind::Matching);
  at.world.answer(at.players[0], wire::MatchAnswer{{1, 1, 1}});
  at.reveal();
  at.world.command(wire::Command::End);
  const auto reviewed = replied<wire::QuestionReviewed>(at.world.step(room::ReviewAsked{at.players[0], Language::English}));
  REQUIRE(reviewed.size() == 6);
  CHECK(reviewed[5].own_answer == wire::Answer{wire::MatchAnswer{{1, 1, 1}}});
  CHECK(reviewed[5].own_result->credit_thousandths == 333);
  CHECK(reviewed[5].own_result->points_gained == 333);
  CHECK(reviewed[5].asked.matches.size() == 3);
  CHECK(reviewed[4].revealed.key == std::vector<wire::OptionIndex>{2, 0, 3, 1});
}

}  // namespace certamen::server_test
