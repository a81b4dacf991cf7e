#include <functional>
#include <string>
#include <vector>

#include "server/exam/correct.hpp"
#include "server/exam/grade.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using wire::Phase;

constexpr wire::SeatId ana{2};
constexpr wire::SeatId leo{3};

// Two players and four questions; ana answers right, leo wrong, to every question up to the present one.
struct Match {
  explicit Match(wire::RoomSettings settings = match_settings(), std::uint32_t question_count = 4) : world(settings) {
    world.join("ana");
    world.join("leo");
    world.start(question_count);
  }
  void play_question() {
    world.open_question();
    REQUIRE(recorded(world.answer(ana, world.right())));
    REQUIRE(recorded(world.answer(leo, world.wrong())));
    REQUIRE(world.phase() == Phase::Revealing);
  }
  RoomWorld world;
};

// A key by which this answer is right and no other.
wire::CorrectKey key_from(std::uint32_t number, const wire::Answer& answer) {
  wire::CorrectKey key{number, {}, 0, 0, {}};
  if (const auto* choice = std::get_if<wire::ChoiceAnswer>(&answer)) key.options = choice->options;
  if (const auto* order = std::get_if<wire::OrderAnswer>(&answer)) key.options = order->options;
  if (const auto* match = std::get_if<wire::MatchAnswer>(&answer)) key.options = match->matches;
  if (const auto* number_given = std::get_if<wire::NumericAnswer>(&answer)) key.numeric_micros = number_given->micros;
  if (const auto* words = std::get_if<wire::TextAnswer>(&answer)) key.spellings = {words->text};
  return key;
}

}  // namespace

TEST_CASE("after the match the host is told again how fair it was, and so is a new one") {
  Match at;
  at.play_question();
  at.world.play_to(Phase::Finished);
  const Effects voided = at.world.order(wire::VoidQuestion{1});
  const auto told_again = sent<wire::FairnessReported>(voided, at.world.host());
  REQUIRE(told_again.size() == 1);
  CHECK(told_again[0] == at.world.room().fairness());
  const Effects handed = at.world.order(wire::HandOver{ana});
  CHECK(sent<wire::FairnessReported>(handed, ana) == told_again);
  CHECK(sent<wire::FairnessReported>(handed, at.world.host()).empty());
}

TEST_CASE("a voided question gives nobody points, and everybody is told the difference") {
  Match at;
  at.play_question();
  at.play_question();
  const std::int64_t before = at.world.member(ana).standing.points;
  const std::int64_t second = at.world.member(ana).points_gained;
  const Effects effects = at.world.order(wire::VoidQuestion{1});
  const auto corrected = told<wire::RankingCorrected>(effects);
  REQUIRE(corrected.size() == 1);
  CHECK(corrected[0].correction == wire::Correction::Voided);
  CHECK(corrected[0].revealed.voided);
  REQUIRE(corrected[0].rows.size() == 1);  // leo had nothing and is second still
  CHECK(corrected[0].rows[0] == wire::CorrectedRow{ana, 1, before, 1, second});
  CHECK(at.world.member(ana).standing.points == second);
  CHECK(at.world.member(ana).standing.right_count == 1);
  CHECK(at.world.member(ana).points_gained == second);
  CHECK(at.world.member(ana).streak == 1);
  REQUIRE(sent<wire::OwnResult>(effects, ana).size() == 1);
  CHECK(sent<wire::OwnResult>(effects, ana)[0].points == second);
  CHECK(refusal(at.world.order(wire::VoidQuestion{1})) == wire::Refusal::WrongPhase);
  CHECK(refusal(at.world.order(wire::VoidQuestion{3})) == wire::Refusal::WrongPhase);
}

TEST_CASE("a voided question does not break a run of right answers") {
  wire::RoomSettings settings = match_settings();
  settings.streak_bonus = true;
  Match at(settings);
  at.play_question();
  at.world.open_question();
  at.world.answer(ana, at.world.wrong());
  at.world.answer(leo, at.world.wrong());
  at.play_question();
  CHECK(at.world.member(ana).streak == 1);
  at.world.order(wire::VoidQuestion{2});
  CHECK(at.world.member(ana).streak == 2);
  CHECK(at.world.member(ana).given[2]->earned.bonus == 100);
}

TEST_CASE("a corrected key of every kind turns right and wrong around") {
  for (std::uint32_t number = 1; number <= wire::question_kind_count; ++number) {
    Match at(match_settings(), wire::question_kind_count);
    for (std::uint32_t i = 0; i < number; ++i) at.play_question();
    const exam::Question before = at.world.room().paper().questions[number - 1];
    CAPTURE(static_cast<int>(before.kind));
    const wire::Answer wrong = wrong_answer(before);
    const auto choose = at.world.asked().choose;
    const Effects effects = at.world.order(key_from(number, wrong));
    REQUIRE(told<wire::RankingCorrected>(effects).size() == 1);
    CHECK(told<wire::RankingCorrected>(effects)[0].revealed.key_corrected);
    CHECK(at.world.asked().choose == choose);
    const exam::Question& after = at.world.room().paper().questions[number - 1];
    CHECK(exam::is_right(after, wrong));
    CHECK_FALSE(exam::is_right(after, right_answer(before)));
    CHECK(at.world.member(leo).given[number - 1]->right());
    CHECK_FALSE(at.world.member(ana).given[number - 1]->right());
    CHECK(at.world.member(leo).standing.right_count == 1);
    CHECK(at.world.member(ana).standing.right_count == number - 1);
  }
}

TEST_CASE("a key that is none of the question's kind is refused and changes nothing") {
  for (const exam::Question& question : sample_paper(12).questions) {
    const auto count = static_cast<wire::OptionIndex>(question.options.size());
    CAPTURE(static_cast<int>(question.kind));
    std::vector<wire::CorrectKey> keys = {{1, {count}, 0, 0, {}}, {1, {0, 0}, 0, 0, {}}, {1, {0}, 5, 0, {"word"}}};
    if (question.kind != wire::QuestionKind::Numeric) keys.push_back({1, {}, 5, 0, {}});
    if (question.kind != wire::QuestionKind::ShortText) keys.push_back({1, {}, 0, 0, {"word"}});
    if (question.kind == wire::QuestionKind::ShortText) keys.push_back({1, {}, 0, 0, {"\u200B"}});
    if (question.kind == wire::QuestionKind::SingleChoice) keys.push_back({1, {0, 1}, 0, 0, {}});
    for (const wire::CorrectKey& key : keys) CHECK_FALSE(exam::with_key(question, key));
  }
  Match at;
  at.play_question();
  CHECK(refusal(at.world.order(wire::CorrectKey{1, {}, 0, 0, {}})) == wire::Refusal::KeyInvalid);
}

TEST_CASE("points after corrections are those of a match that had its rulings from the beginning") {
  Match corrected;
  for (int i = 0; i < 3; ++i) corrected.play_question();
  const std::int64_t third = corrected.world.member(ana).points_gained;
  corrected.world.order(wire::VoidQuestion{2});
  corrected.world.order(key_from(1, wrong_answer(corrected.world.room().paper().questions[0])));
  // Of three, ana has the third alone; leo the first, by its new key.
  CHECK(corrected.world.member(ana).standing.points == third);
  CHECK(corrected.world.member(ana).standing.right_count == 1);
  CHECK(corrected.world.member(leo).standing.right_count == 1);
  CHECK(corrected.world.member(leo).standing.points == corrected.world.member(leo).given[0]->earned.points);
  CHECK(corrected.world.member(ana).rank + corrected.world.member(leo).rank <= 3);
}

TEST_CASE("a correction on the podium tells and keeps the standings anew") {
  Match at;
  at.play_question();
  at.world.command(wire::Command::End);
  REQUIRE(at.world.phase() == Phase::Finished);
  const Effects effects = at.world.order(wire::VoidQuestion{1});
  const auto finished = told<wire::MatchFinished>(effects);
  REQUIRE(finished.size() == 1);
  CHECK(finished[0].voided == std::vector<std::uint32_t>{1});
  CHECK(finished[0].rows.at(0).points == 0);
  CHECK(finished[0].rows.at(0).rank == finished[0].rows.at(1).rank);
  CHECK(finished[0].fastest_seat == wire::SeatId{});
  REQUIRE(all<room::KeepResults>(effects).size() == 1);
  CHECK(all<room::KeepResults>(effects)[0].results == finished[0]);
  const auto reviewed = replied<wire::QuestionReviewed>(at.world.step(room::ReviewAsked{ana, wire::Language::English}));
  CHECK(reviewed.at(0).revealed.voided);
}

TEST_CASE("a correction on the scoreboard shows it anew") {
  Match at;
  at.play_question();
  at.world.play_to(Phase::Ranking);
  const Effects effects = at.world.order(wire::VoidQuestion{1});
  REQUIRE(told<wire::RankingShown>(effects).size() == 1);
  CHECK(told<wire::RankingShown>(effects)[0].after_question == 1);
  CHECK(told<wire::RankingShown>(effects)[0].rows.at(0).points == 0);
}

}  // namespace certamen::server_test
