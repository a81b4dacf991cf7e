#include <nlohmann/json.hpp>

#include "server/report/answers.hpp"
#include "server/report/exports.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/report/games.hpp"

namespace certamen::server_test {
namespace {

using report::GameResults;
using report::Table;
using wire::Language;

GameResults results(const report::Game& game, Language language = Language::English) {
  auto results = report::results_of(game, language);
  INFO((results ? "" : results.error().what));
  REQUIRE(results.has_value());
  return std::move(*results);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 2;
  }
  return lines;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Twelve players, of whom the last few know less and less; the fourth question is the last one revealed.
report::Game class_of_twelve(const std::string& first_name = "player 1") {
  RoomWorld world;
  std::vector<wire::SeatId> seats = {world.join(first_name)};
  for (int i = 2; i <= 12; ++i) seats.push_back(world.join("player " + std::to_string(i)));
  world.start(6);
  for (std::size_t number = 1; number <= 4; ++number) {
    world.open_question();
    world.wait(std::chrono::milliseconds(1'250));
    for (std::size_t i = 0; i < seats.size(); ++i) {
      if (i + 1 == seats.size() && number == 2) continue;  // one blank
      world.answer(seats[i], i < 3 * number ? world.right() : world.wrong());
    }
    world.play_to(wire::Phase::Revealing);
  }
  return game_of(world);
}

const std::string hostile = "<script>alert(\"1\")</script>";

}  // namespace

TEST_CASE("results have every revealed question, every answer and its timing") {
  const GameResults game = results(class_of_twelve());
  CHECK_FALSE(game.finished);
  CHECK(game.paper_questions == 6);
  REQUIRE(game.questions.size() == 4);
  REQUIRE(game.players.size() == 12);
  CHECK(game.players.front().row.rank == 1);
  CHECK(game.players.front().row.right_count == 4);
  const auto& answer = game.players.front().answers.at(0);
  REQUIRE(answer.has_value());
  CHECK(answer->words == "Text of question 1 option 1 [en]");
  CHECK(answer->tenths == 12);
  CHECK(answer->received == std::chrono::milliseconds(1'250));
  CHECK(answer->right);
  CHECK(game.questions[0].key == "Text of question 1 option 1 [en]");
  CHECK(game.questions[1].key == "Text of question 2 option 0 [en] + Text of question 2 option 2 [en]");
  CHECK(game.questions[3].key == "1200 ± 0.5 IOPS [en]");
  CHECK(game.questions[1].omitted.count == 1);
  CHECK(game.questions[0].statistics.right == 3);
  CHECK(*game.questions[0].statistics.facility.value == Approx(0.25));
}

TEST_CASE("who chose what is counted by thirds") {
  const GameResults game = results(class_of_twelve());
  REQUIRE(game.has_thirds);
  const report::QuestionResult& question = game.questions[0];
  REQUIRE(question.choices.size() == 4);
  CHECK(question.choices[1].right);
  CHECK(question.choices[1].count == 3);
  CHECK(question.choices[1].upper == 3);
  CHECK(question.choices[0].count == 9);
  CHECK(question.choices[0].upper + question.choices[0].middle + question.choices[0].lower == 9);
  // A number has no options: what was answered is listed.
  REQUIRE(game.questions[3].choices.size() == 1);
  CHECK(game.questions[3].choices[0].words == "1200 IOPS [en]");
  CHECK(game.questions[3].choices[0].count == 12);
}

TEST_CASE("orders and matchings are counted part by part") {
  const GameResults game = results(game_of(recorded_match().entries));
  const report::QuestionResult& ordering = game.questions.at(4);
  REQUIRE(ordering.kind == wire::QuestionKind::Ordering);
  std::size_t parts = 0;
  for (const report::Choice& choice : ordering.choices) parts += choice.count;
  CHECK(parts == 4 * ordering.statistics.answered);
  CHECK(ordering.choices.front().words.starts_with("1. Text of question 5 option "));
  const report::QuestionResult& matching = game.questions.at(5);
  REQUIRE(matching.kind == wire::QuestionKind::Matching);
  for (const report::Choice& choice : matching.choices) {
    if (choice.words == "Text of question 6 option 0 [en] = Match 1 of question 6 [en]") CHECK(choice.right);
    if (choice.words == "Text of question 6 option 0 [en] = Match 0 of question 6 [en]") CHECK_FALSE(choice.right);
  }
  CHECK(matching.choices.size() > 3);
}

TEST_CASE("results of a whole match agree with its last standings") {
  const RecordedMatch match = recorded_match();
  const GameResults game = results(game_of(match.entries));
  CHECK(game.finished);
  REQUIRE(game.questions.size() == 7);
  for (const report::PlayerResult& player : game.players) {
    std::int64_t points = 0;
    std::size_t right = 0;
    for (const auto& answer : player.answers) {
      if (!answer) continue;
      points += answer->points;
      if (answer->right) ++right;
    }
    CHECK(points == player.row.points);
    CHECK(right == player.row.right_count);
  }
  const auto late = std::find_if(game.players.begin(), game.players.end(),
                                 [](const report::PlayerResult& player) { return player.row.name == "late"; });
  REQUIRE(late != game.players.end());
  CHECK(late->asked_count == 5);
  CHECK_FALSE(late->asked.front());
}

TEST_CASE("a game that does not replay has no results but a reason") {
  report::Game game = recorded_game();
  game.missing_entry = 9;
  const auto broken = report::results_of(game, Language::English);
  REQUIRE_FALSE(broken.has_value());
  CHECK(has(broken.error().what, "entry 9"));
}

TEST_CASE("every table has the same number of cells in every row") {
  const GameResults game = results(class_of_twelve());
  const std::vector<std::pair<Table, std::size_t>> rows = {
      {Table::Players, 12}, {Table::Answers, 48}, {Table::Questions, 4}};
  for (const auto& [table, count] : rows) {
    const auto lines = lines_of(report::csv(game, table));
    REQUIRE(lines.size() == count + 1);
    const auto commas = std::count(lines[0].begin(), lines[0].end(), ',');
    for (const std::string& line : lines) CHECK(std::count(line.begin(), line.end(), ',') == commas);
  }
  const std::string players = report::csv(game, Table::Players);
  CHECK(has(players, "\r\n1,2,player 1,"));
  CHECK(has(report::csv(game, Table::Answers), "Text of question 1 option 1 [en],1,1.000,1.2,"));
  CHECK(has(report::csv(game, Table::Questions), ",too_few_players,\r\n"));  // D wants thirty
  CHECK(has(report::csv(game, Table::Choices), "2,topic/question-2,(omitted),0,0,0,1,1\r\n"));
}

TEST_CASE("a name that a spreadsheet would run is disarmed in tables, and quotes stay in their cell") {
  const auto name_cell = [](const std::string& name) {
    return lines_of(report::csv(results(class_of_twelve(name)), Table::Players)).at(1);
  };
  CHECK(has(name_cell("=1+1"), ",'=1+1,"));
  CHECK(has(name_cell("@cmd"), ",'@cmd,"));
  CHECK(has(name_cell("'=1"), ",''=1,"));
  CHECK(has(name_cell("-2+3"), ",'-2+3,"));
  CHECK(has(name_cell(R"(A "B", C)"), R"(,"A ""B"", C",)"));
  CHECK(has(name_cell(R"(=HYPERLINK("http://x"))"), R"cell(,"'=HYPERLINK(""http://x"")",)cell"));
}

TEST_CASE("a name with markup is text in the page, in both languages") {
  for (const Language language : {Language::English, Language::Spanish}) {
    const std::string page = report::html(results(class_of_twelve(hostile), language));
    CHECK_FALSE(has(page, "<script"));
    CHECK(has(page, "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"));
    CHECK_FALSE(has(page, "http"));  // nothing is loaded from elsewhere
    CHECK_FALSE(has(page, " src="));
    CHECK_FALSE(has(page, "url("));
    CHECK_FALSE(has(page, "@import"));
  }
}

TEST_CASE("the page speaks the language of the results") {
  const std::string english = report::html(results(class_of_twelve(), Language::English));
  CHECK(has(english, "<html lang=\"en\">"));
  CHECK(has(english, "Standings"));
  CHECK(has(english, "Prompt of question 1 [en]"));
  CHECK_FALSE(has(english, "[es]"));
  const std::string spanish = report::html(results(class_of_twelve(), Language::Spanish));
  CHECK(has(spanish, "<html lang=\"es\">"));
  CHECK(has(spanish, "Clasificación"));
  CHECK(has(spanish, "Prompt of question 1 [es]"));
  CHECK(has(spanish, "1,2 s"));
  CHECK_FALSE(has(spanish, "[en]"));
}

TEST_CASE("the page names thin evidence instead of numbers") {
  RoomWorld world;
  const wire::SeatId ana = world.join("ana");
  world.start(2);
  world.open_question();
  world.answer(ana, world.right());
  world.play_to(wire::Phase::Revealing);
  const GameResults game = results(game_of(world));
  CHECK_FALSE(game.has_thirds);
  CHECK_FALSE(game.questions.at(0).statistics.facility.value.has_value());
  const std::string page = report::html(game);
  CHECK(has(page, "too few players to tell"));
  CHECK(has(page, "1 of 1"));
  CHECK_FALSE(has(page, "Upper third"));
  CHECK(has(page, "It is told from 10 players and 8 questions on."));
}

TEST_CASE("a room in which nobody played or nothing was asked has a report all the same") {
  const RoomWorld world;
  const GameResults game = results(game_of(world));
  CHECK(game.players.empty());
  CHECK(has(report::html(game), "Nobody played."));
  CHECK(lines_of(report::csv(game, Table::Answers)).size() == 1);
  CHECK(nlohmann::json::parse(report::json(game)).at("questions").empty());
}

TEST_CASE("tables in the page have heads and captions, and charts have words") {
  const std::string page = report::html(results(class_of_twelve()));
  const auto count = [&page](const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = page.find(part); at != std::string::npos; at = page.find(part, at + 1)) ++found;
    return found;
  };
  CHECK(count("<table") == 1 + 1 + 4 + 12);
  CHECK(count("<caption>") == count("<table"));
  CHECK(count("<thead>") == count("<table"));
  CHECK(count("</table>") == count("<table"));
  CHECK(count("<svg class=\"chart\"") == 2);
  CHECK(count("role=\"img\" aria-label=\"") == 2);
  CHECK(count("<svg") == count("</svg>"));
  CHECK(has(page, "(right)"));  // not by colour alone
}

TEST_CASE("what the host ruled stands beside the question and the answers, in every format") {
  RoomWorld world;
  const auto ana = world.join("ana");
  world.join("leo");
  world.start(4);
  for (std::uint32_t number = 1; number <= 3; ++number) {
    world.open_question();
    if (number == 3) {
      REQUIRE(recorded(world.order(wire::SkipQuestion{})));
      continue;
    }
    world.answer(ana, world.right());
    world.play_to(wire::Phase::Revealing);
  }
  REQUIRE(recorded(world.order(wire::VoidQuestion{1})));
  const auto& second = world.room().paper().questions[1];
  REQUIRE(second.kind == wire::QuestionKind::MultipleResponse);
  REQUIRE(recorded(world.order(wire::CorrectKey{2, {{0}}, 0, 0, {}})));
  world.play_to(wire::Phase::Finished);
  const report::Game played = game_of(world);
  const GameResults game = results(played);

  CHECK(game.questions[0].ruling == "voided");
  CHECK(game.questions[1].ruling == "key corrected");
  CHECK(game.questions[2].ruling == "skipped");
  CHECK(game.questions[3].ruling.empty());
  REQUIRE(game.players[0].answers[0]);
  CHECK(game.players[0].answers[0]->points == 0);
  const auto answers = lines_of(report::csv(game, Table::Answers));
  REQUIRE(answers.size() == 1 + 2 * 3);  // what was skipped was asked of nobody
  CHECK(answers[0].ends_with(",ruling"));
  for (const std::size_t player : {0U, 3U}) {
    CHECK(answers[player + 1].ends_with(",voided"));
    CHECK(answers[player + 2].ends_with(",key corrected"));
    CHECK(answers[player + 3].ends_with(","));
  }
  const auto json = nlohmann::json::parse(report::json(game));
  CHECK(json.at("questions").at(0).at("ruling") == "voided");
  CHECK(json.at("questions").at(1).at("ruling") == "key corrected");
  CHECK(json.at("questions").at(2).at("ruling") == "skipped");
  CHECK(json.at("questions").at(3).at("ruling") == "");
  const std::string page = report::html(game);
  CHECK(has(page, "<td>right (voided)</td>"));
  CHECK(has(page, "<td>no answer (voided)</td>"));
  CHECK(has(page, " (key corrected)</td>"));
  CHECK(has(page, "<td>not asked (skipped)</td>"));
  CHECK(has(report::html(results(played, Language::Spanish)), "<td>acierto (anulada)</td>"));
}

TEST_CASE("both votes, teams and allowances are in every format") {
  wire::RoomSettings settings = match_settings();
  settings.team_count = 2;
  settings.team_forming = wire::TeamForming::ByHost;
  settings.discuss_seconds = 60;
  RoomWorld world(settings);
  const auto ana = world.join("ana");
  const auto leo = world.join("leo");
  world.order(wire::MoveToTeam{ana, 2});
  world.order(wire::MoveToTeam{leo, 2});
  world.order(wire::SetAllowance{ana, wire::Allowance::ThreeHalves});
  world.start(1);
  world.open_question();
  world.wait(std::chrono::seconds(2));
  world.answer(ana, world.wrong());
  world.answer(leo, world.right());
  REQUIRE(world.phase() == wire::Phase::Discussing);
  world.open_question();
  world.wait(std::chrono::seconds(5));
  world.step(room::Answered{ana, 1, world.right(), world.now(), world.now(), std::nullopt, std::nullopt, 2});
  world.play_to(wire::Phase::Finished);  // Leo stands by his first vote
  const report::Game played = game_of(world);
  const GameResults game = results(played);
  REQUIRE(game.teams.size() == 1);
  const std::string wrong = report::answer_words(world.room().paper().questions[0],
                                                 wrong_answer(world.room().paper().questions[0]), Language::English);
  const auto answers = lines_of(report::csv(game, Table::Answers));
  REQUIRE(answers.size() == 3);
  CHECK(answers[0].ends_with(",time_percent,first_answer,first_right,first_seconds,ruling"));
  const std::string& of_ana = answers[1].find("ana") != std::string::npos ? answers[1] : answers[2];
  const std::string& of_leo = &of_ana == &answers[1] ? answers[2] : answers[1];
  CHECK(of_ana.ends_with(",150," + wrong + ",0,2.0,"));
  CHECK(has(of_leo, ",100,"));
  CHECK(of_leo.ends_with(",1,2.0,"));
  CHECK(lines_of(report::csv(game, Table::Players))[1].ends_with(",2,0"));
  const auto json = nlohmann::json::parse(report::json(game));
  CHECK(json.at("teams").at(0).at("team") == 2);
  CHECK(json.at("teams").at(0).at("members") == 2);
  for (const auto& player : json.at("players")) {
    CHECK(player.at("team") == 2);
    CHECK(player.at("answers").at(0).at("first_vote").at("right") == (player.at("name") == "leo"));
    CHECK(player.at("answers").at(0).contains("time_percent") == (player.at("name") == "ana"));
  }
  const std::string page = report::html(game);
  CHECK(has(page, "first vote: "));
  CHECK(has(page, "150 % of the time"));
  CHECK(has(page, "Teams: each question adds"));
  CHECK(has(report::html(results(played, Language::Spanish)), "primer voto: "));
}

TEST_CASE("every format says which questions of an exam were asked without counting, and how many") {
  wire::RoomSettings settings;
  settings.mode = wire::Mode::ExamSimulation;
  settings.scoring = wire::Scoring::Exam;
  settings.question_count = 7;
  settings.exam_seconds = 600;
  settings.exam_unscored_count = 3;
  RoomWorld world(settings);
  const auto ana = world.join("ana");
  world.start(7);
  for (std::uint32_t number = 1; number <= 7; ++number) {
    const wire::Answer answer = right_answer(world.room().paper().questions[number - 1]);
    world.step(room::Answered{ana, number, answer, world.now(), world.now()});
  }
  world.step(room::HandedIn{ana});
  REQUIRE(world.phase() == wire::Phase::Finished);
  const GameResults game = results(game_of(world));
  REQUIRE(game.players.size() == 1);
  CHECK(game.players[0].asked_count == 7);
  CHECK(game.players[0].unscored_count == 3);
  CHECK(game.players[0].row.right_count == 4);
  const auto players = lines_of(report::csv(game, Table::Players));
  CHECK(players.at(0).ends_with(",unscored"));
  CHECK(players.at(1).ends_with(",3"));
  CHECK(nlohmann::json::parse(report::json(game)).at("players")[0].at("unscored") == 3);
  CHECK(has(report::html(game), "7 of 7, 3 without being scored"));
}

TEST_CASE("JSON has everything") {
  const auto json = nlohmann::json::parse(report::json(results(class_of_twelve())));
  CHECK(json.at("players").size() == 12);
  CHECK(json.at("questions").size() == 4);
  CHECK(json.at("questions").at(0).at("discrimination").at("unknown") == "too_few_questions");
  CHECK(json.at("questions").at(0).at("upper_lower_27").at("unknown") == "too_few_players");
  CHECK(json.at("questions").at(0).at("choices").at(1).at("thirds").at("upper") == 3);
  CHECK(json.at("players").at(0).at("answers").size() == 4);
  CHECK(json.at("players").at(11).at("omitted").size() == 1);
}

namespace {

struct MeasuredAnswer {
  wire::Duration time_credit{};
};
struct PlainAnswer {};
struct MeasuringRoom {
  struct Row {
    wire::SeatId seat;
    std::uint32_t answers, credited, credit_ms, stamps_outside, round_trip_p50_ms, round_trip_p95_ms, rank,
        rank_without_credit;
  };
  struct Reported {
    std::vector<Row> rows;
  };
  [[nodiscard]] Reported fairness() const { return {{{{2}, 4, 3, 120, 1, 40, 90, 1, 2}}}; }
};
struct PlainRoom {};

}  // namespace

TEST_CASE("time credit and fairness are told where a room measures them, and left out where not") {
  CHECK(report::time_credit_of(MeasuredAnswer{wire::Duration{1'500}}) == wire::Duration{1'500});
  CHECK_FALSE(report::time_credit_of(PlainAnswer{}).has_value());
  CHECK(report::fairness_of(PlainRoom{}).empty());
  GameResults game = results(class_of_twelve(hostile));
  game.fairness = report::fairness_of(MeasuringRoom{});
  REQUIRE(game.fairness.size() == 1);
  game.players.front().answers.front()->time_credit = wire::Duration{25'000};
  CHECK(lines_of(report::csv(game, Table::Fairness)).at(1) == "2,1,2,4,3,120,1,40,90");
  CHECK(has(report::csv(game, Table::Answers), ",0.025,100,,,,\r\n"));
  const auto json = nlohmann::json::parse(report::json(game));
  CHECK(json.at("fairness").at(0).at("credit_ms") == 120);
  CHECK(json.at("players").at(0).at("answers").at(0).at("time_credit_micros") == 25'000);
  CHECK(has(report::html(game), "Fair time"));
  CHECK(has(report::html(game), "120 ms"));
  game.fairness.clear();
  CHECK_FALSE(has(report::html(game), "Fair time"));
}

}  // namespace certamen::server_test
