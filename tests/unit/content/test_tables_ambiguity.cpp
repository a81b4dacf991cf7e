// No question of a table has a second defensible answer.
#include <algorithm>
#include <set>

#include "content/model/measures.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample_table.hpp"

using namespace certamen::content;
using Lines = std::vector<std::string>;

namespace {

bool drawn(const std::string& table, const std::string& id) {
  const Lines ids = ids_of(drawn_from(table));
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// The options as texts, without the key's star and the reasons.
std::set<std::string> texts_of(const Question& question) {
  std::set<std::string> texts;
  for (const Option& option : std::get<Choice>(question.body).options) texts.insert(option.text.en.text);
  return texts;
}

Question drawn_question(const std::string& table, const std::string& id) {
  return question_of(drawn_from(table), id);
}

std::string use(const std::string& from, const std::string& english, const std::string& spanish) {
  const std::size_t at = sample_table().find("use: {en: " + from);
  REQUIRE(at != std::string::npos);
  const std::size_t end = sample_table().find('}', at);
  std::string table = sample_table();
  return table.replace(at, end - at + 1, "use: {en: \"" + english + "\", es: \"" + spanish + "\"}");
}

}  // namespace

TEST_CASE("a value that two rows have is no key of a row, and stands once among the options") {
  const std::string table = use("long archives", "old films", "películas viejas");
  CHECK_FALSE(drawn(table, "table-disks-use-slow-row"));
  CHECK_FALSE(drawn(table, "table-disks-use-tape-row"));
  CHECK(drawn(table, "table-disks-use-fast-row"));
  for (const std::string row : {"slow", "plain", "fast", "io9", "tape"}) {
    CHECK(texts_of(drawn_question(table, "table-disks-use-" + row + "-value")) ==
          std::set<std::string>{"Old films", "Boot files", "Busy databases", "Stock markets"});
  }
  const Question match = drawn_question(table, "table-disks-use-match");
  CHECK(std::get<Matching>(match.body).pairs.size() == 4);
}

TEST_CASE("values are equal when case, accents and spaces are all that tells them apart, in either language") {
  CHECK_FALSE(drawn(use("long archives", "OLD\u00A0films", "algo distinto"), "table-disks-use-slow-row"));
  CHECK_FALSE(drawn(use("long archives", "something else", "Peliculas viejas"), "table-disks-use-slow-row"));
  CHECK(drawn(use("long archives", "something else", "algo distinto"), "table-disks-use-slow-row"));
}

TEST_CASE("two numbers that are written alike are equal") {
  const std::string table =
      replaced(sample_table(), "cells: {speed: 16000,", "cells: {speed: {value: 16000, en: 500 reads, es: 500 lecturas},");
  CHECK_FALSE(drawn(table, "table-disks-speed-slow-row"));
  CHECK_FALSE(drawn(table, "table-disks-speed-plain-row"));
  CHECK(texts_of(drawn_question(table, "table-disks-speed-io9-value")) ==
        std::set<std::string>{"500 reads", "64,000.5 reads", "A quarter million"});
}

TEST_CASE("one number written in two ways is equal") {
  const std::string table = replaced(sample_table(), "cells: {speed: 16000,",
                                     "cells: {speed: {value: 500, en: half a thousand, es: medio millar},");
  CHECK_FALSE(drawn(table, "table-disks-speed-slow-row"));
  CHECK_FALSE(drawn(table, "table-disks-speed-plain-row"));
  CHECK(std::get<Ordering>(drawn_question(table, "table-disks-speed-order").body).items.size() == 3);
  CHECK(std::get<Number>(drawn_question(table, "table-disks-speed-slow-number").body).mistakes.size() == 2);
}

TEST_CASE("a value that says what another says is never offered beside it") {
  const std::string table = use("long archives", "old films and photographs", "películas viejas y fotografías");
  CHECK(texts_of(drawn_question(table, "table-disks-use-slow-value")).count("Old films and photographs") == 0);
  CHECK(texts_of(drawn_question(table, "table-disks-use-tape-value")).count("Old films") == 0);
  // Which disk is for old films? The tape is, too.
  CHECK(texts_of(drawn_question(table, "table-disks-use-slow-row")) ==
        std::set<std::string>{"Slow disk", "Plain disk", "Fast disk", "io9"});
  CHECK(std::get<Matching>(drawn_question(table, "table-disks-use-match").body).pairs.size() == 4);
}

TEST_CASE("a value that denies another stands beside it") {
  const std::string table = use("long archives", "not old films", "no películas viejas");
  CHECK(drawn(table, "table-disks-use-slow-row"));
}

TEST_CASE("a row without the cell plays no part in the column") {
  const Lines ids = ids_of(drawn_from(sample_table()));
  CHECK(
      std::none_of(ids.begin(), ids.end(), [](const std::string& id) { return id.starts_with("table-disks-speed-tape"); }));
  for (const Question& question : drawn_from(sample_table())) {
    if (question.drawn->column == "speed" && question.id.text.ends_with("-row"))
      CHECK(texts_of(question).count("Tape") == 0);
  }
  CHECK(ids_of(drawn_from(replaced(sample_table(), "cells: {use:", "cells: {speed: , use:"))) == ids);
}

TEST_CASE("a statement that fails never has a value equal to the row's own") {
  // All but one row share the value: the statements about them can only be wrong with that one's.
  std::string table = sample_table();
  for (const std::string value :
       {"en: boot files, es: archivos de arranque", "en: busy databases, es: bases de datos activas",
        "en: stock markets, es: bolsas de valores"}) {
    table = replaced(table, value, "en: old films, es: películas viejas");
  }
  for (const std::string pattern : {"    ask_value: {en: \"What is {row} for?\", es: \"¿Para qué es {row}?\"}\n",
                                    "    ask_match: {en: Match each disk with its use., es: Empareje cada disco con su "
                                    "uso.}\n"}) {
    table = replaced(table, pattern, "");
  }
  for (const Question& question : drawn_from(replaced(table, "    ask_statement: true\n    why", "    why"))) {
    const auto* statement = std::get_if<Statement>(&question.body);
    if (statement == nullptr) continue;
    const bool of_films = question.prompt.en.text.ends_with("is for old films.");
    const bool of_tape = question.id.text == "table-disks-use-tape-statement";
    CHECK(statement->holds == (of_films != of_tape));
  }
}

TEST_CASE("where all rows have one value every statement holds") {
  std::string table = sample_table();
  for (const std::string value :
       {"en: boot files, es: archivos de arranque", "en: busy databases, es: bases de datos activas",
        "en: stock markets, es: bolsas de valores", "en: long archives, es: archivos históricos"}) {
    table = replaced(table, value, "en: old films, es: películas viejas");
  }
  const Compiled compiled = compiled_with(table);
  int statements = 0;
  for (const Question& question : compiled.topics.front().questions) {
    if (!question.drawn || question.drawn->column != "use") continue;
    REQUIRE(std::holds_alternative<Statement>(question.body));
    CHECK(std::get<Statement>(question.body).holds);
    ++statements;
  }
  CHECK(statements == 5);
}

TEST_CASE("the key of a quantity is not always in the middle of its neighbours") {
  std::string table = sample_table();
  for (int i = 0; i < 12; ++i) {
    const std::string id = "d" + std::to_string(i);
    table +=
        "  - id: " + id + "\n    name: Disk " + id + "\n    cells: {speed: " + std::to_string(2000000 + 1000 * i) + "}\n";
  }
  std::set<std::size_t> places;
  for (const Question& question : drawn_from(replaced(table,
                                                      "    ask_order: {en: \"Order these disks by reads per second, "
                                                      "lowest first.\", es: \"Ordene estos discos por lecturas por "
                                                      "segundo, de menor a mayor.\"}\n",
                                                      ""))) {
    if (question.drawn->column != "speed" || !question.id.text.ends_with("-value")) continue;
    const std::vector<Option>& options = std::get<Choice>(question.body).options;
    const auto key = std::find_if(options.begin(), options.end(), [](const Option& option) { return option.correct; });
    places.insert(static_cast<std::size_t>(key - options.begin()));
    CHECK(options.size() == 4);
  }
  CHECK(places == std::set<std::size_t>{0, 1, 2, 3});
}
