// What each pattern of a comparison table draws.
#include <algorithm>
#include <set>

#include "content/compile/bank_image.hpp"
#include "content/compile/statistics.hpp"
#include "content/generate/choose.hpp"
#include "content/generate/sentences.hpp"
#include "content/yaml/parse_table.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample_table.hpp"

using namespace certamen::content;
using Lines = std::vector<std::string>;

namespace {

std::string number(std::int64_t micros, Language language) {
  return written_number(micros, language);
}

std::string spanish(const std::string& pattern, const std::string& row) {
  return filled(pattern, {row, false}, {"", false}, Language::Spanish);
}

std::string english(const std::string& pattern, const std::string& row, bool keep_case = false) {
  return filled(pattern, {row, keep_case}, {"one zone", false}, Language::English);
}

}  // namespace

TEST_CASE("a quantity is asked with its neighbours, in ascending order") {
  const Question question = question_of(drawn_from(sample_table()), "table-disks-speed-slow-value");
  CHECK(question.kind == Kind::Single);
  CHECK(question.origin == Origin::Table);
  CHECK(question.difficulty == 3);
  CHECK(question.prompt.en.text == "How many reads per second does a slow disk do at most?");
  CHECK(question.prompt.es.text == "¿Cuántas lecturas por segundo hace como máximo un disco lento?");
  CHECK(options_of(question) == Lines{"*500 reads [A slow disk does at most 500 reads. It has platters.]",
                                      "16,000 reads [A plain disk does at most 16,000 reads.]",
                                      "64,000.5 reads [A fast disk does at most 64,000.5 reads.]",
                                      "A quarter million [io9 does at most a quarter million.]"});
  const Option& spanish_option = std::get<Choice>(question.body).options[2];
  CHECK(spanish_option.text.es.text == "64\u00A0000,5 lecturas");
  CHECK(spanish_option.reason.es.text == "Un disco rápido hace como máximo 64\u00A0000,5 lecturas.");
  CHECK(question.explanation.en.text == "A slow disk does at most 500 reads. It has platters. Platters turn slowly.");
  REQUIRE(question.notes.size() == 1);
  CHECK(question.notes.front().text == "table-disks-speed");
}

TEST_CASE("a text is asked with others of its column") {
  const Question question = question_of(drawn_from(sample_table()), "table-disks-use-tape-value");
  CHECK(question.prompt.es.text == "¿Para qué es una cinta?");
  Lines options = options_of(question);
  CHECK(options.size() == 4);
  CHECK(std::count(options.begin(), options.end(), "*Long archives [A tape is for long archives.]") == 1);
  CHECK(question.explanation.es.text == "Una cinta es para archivos históricos.");
}

TEST_CASE("a row is asked by its value") {
  const Question question = question_of(drawn_from(sample_table()), "table-disks-speed-io9-row");
  CHECK(question.prompt.en.text == "Which disk has a maximum of exactly a quarter million?");
  Lines options = options_of(question);
  std::sort(options.begin(), options.end());
  CHECK(options ==
        Lines{"*io9 [io9 does at most a quarter million.]", "Fast disk [A fast disk does at most 64,000.5 reads.]",
              "Plain disk [A plain disk does at most 16,000 reads.]", "Slow disk [A slow disk does at most 500 reads.]"});
}

TEST_CASE("a number is typed, and siblings' numbers are mistakes") {
  const Question question = question_of(drawn_from(sample_table()), "table-disks-speed-fast-number");
  CHECK(question.kind == Kind::Numeric);
  const auto& key = std::get<Number>(question.body);
  CHECK(key.micros == 64'000'500'000);
  CHECK(key.tolerance_micros == 0);
  CHECK(key.unit.es.text == "lecturas");
  REQUIRE(key.mistakes.size() == 3);
  CHECK(key.mistakes.front().micros == 500'000'000);
  CHECK(key.mistakes.front().reason.en.text == "A slow disk does at most 500 reads.");
}

TEST_CASE("rows are ordered by a quantity, lowest first") {
  const Question question = question_of(drawn_from(sample_table()), "table-disks-speed-order");
  Lines items;
  for (const Item& item : std::get<Ordering>(question.body).items) items.push_back(item.text.es.text);
  CHECK(items == Lines{"Disco lento", "Disco normal", "Disco rápido", "io9"});
  CHECK(question.explanation.en.text ==
        "Reads per second: Slow disk – 500 reads; Plain disk – 16,000 reads; Fast disk – 64,000.5 reads; io9 – a quarter "
        "million. "
        "Platters turn slowly.");
}

TEST_CASE("rows are matched with their values") {
  const Question question = question_of(drawn_from(sample_table()), "table-disks-use-match");
  std::set<std::string> pairs;
  for (const Pair& pair : std::get<Matching>(question.body).pairs) {
    pairs.insert(pair.left.en.text + " = " + pair.right.en.text + " [" + pair.reason.en.text + "]");
  }
  CHECK(pairs == std::set<std::string>{"Slow disk = Old films [A slow disk is for old films.]",
                                       "Plain disk = Boot files [A plain disk is for boot files.]",
                                       "Fast disk = Busy databases [A fast disk is for busy databases.]",
                                       "io9 = Stock markets [io9 is for stock markets.]",
                                       "Tape = Long archives [A tape is for long archives.]"});
}

TEST_CASE("statements hold as often as not, and are wrong with a sibling's value") {
  int holding = 0;
  int failing = 0;
  for (const Question& question : drawn_from(sample_table())) {
    const auto* statement = std::get_if<Statement>(&question.body);
    if (statement == nullptr) continue;
    ++(statement->holds ? holding : failing);
    // The reason tells the truth about the row; a statement that fails says something else.
    CHECK((statement->reason.en.text.find(question.prompt.en.text) == 0) == statement->holds);
    CHECK(question.explanation.en.text.find(statement->reason.en.text) == 0);
  }
  CHECK(holding + failing == 9);
  CHECK(std::abs(holding - failing) == 1);
}

TEST_CASE("a column is one note with the month of the table") {
  const Compiled compiled = compiled_with(sample_table());
  const std::vector<Note>& notes = compiled.topics.front().notes;
  REQUIRE(notes.size() == 4);
  CHECK(notes[2].id.text == "table-disks-speed");
  CHECK(notes[2].lines.text == "12-14");
  CHECK(
      notes[2].text.es.text ==
      "Lecturas por segundo: Disco lento – 500 lecturas; Disco normal – 16\u00A0000 lecturas; Disco rápido – 64\u00A0000,5 "
      "lecturas; io9 – un cuarto de millón.");
  REQUIRE(notes[2].as_of);
  CHECK(notes[2].as_of->date == "2026-11");
  CHECK(notes[3].text.en.text ==
        "Use: Slow disk – old films; Plain disk – boot files; Fast disk – busy databases; io9 – "
        "stock markets; Tape – long archives.");
}

TEST_CASE("a number stands beside a name of one word without a dash") {
  std::string table = sample_table();
  for (const std::string words : {"Slow disk", "Plain disk", "Fast disk", "Disco lento", "Disco normal", "Disco rápido"}) {
    table = replaced(table, words, words.substr(words.find(' ') + 1) + words.substr(0, 1));
  }
  const Compiled compiled = compiled_with(table);
  CHECK(compiled.topics.front().notes[2].text.en.text ==
        "Reads per second: diskS 500 reads; diskP 16,000 reads; diskF 64,000.5 reads; io9 a quarter million.");
}

TEST_CASE("a comparison longer than a note becomes several, and questions cite the one that tells") {
  std::string table = sample_table();
  const std::string filler(90, 'x');
  for (const std::string use : {"en: old films", "en: boot files", "en: busy databases", "en: stock markets",
                                "en: long archives", "es: películas viejas", "es: archivos de arranque",
                                "es: bases de datos activas", "es: bolsas de valores", "es: archivos históricos"}) {
    table = replaced(table, use, use + " " + filler.substr(0, 62));
  }
  const std::vector<Question> questions = drawn_from(table);
  CHECK(question_of(questions, "table-disks-use-slow-value").notes.front().text == "table-disks-use");
  CHECK(question_of(questions, "table-disks-use-tape-value").notes.front().text == "table-disks-use-3");
  CHECK(question_of(questions, "table-disks-use-match").notes.size() == 3);
}

TEST_CASE("a column joins another topic with lines of its own") {
  const std::string table = replaced(sample_table(), "  - id: use\n", "  - id: use\n    topic: alpha\n    source: \"1\"\n");
  const std::vector<Topic> topics =
      topics_of({SourceFile{"topics/sample.yaml", sample()}, SourceFile{"topics/alpha.yaml", plain_topic("alpha", 1, 1)},
                 SourceFile{"tables/disks.yaml", table}});
  REQUIRE(topics.size() == 2);
  CHECK(topics[0].notes.back().id.text == "table-disks-use");
  CHECK(topics[0].notes.back().lines.text == "1");
  CHECK(topics[1].notes.back().id.text == "table-disks-speed");
  CHECK(ids_of(topics[0].questions).back() == "table-disks-use-tape-value");
}

TEST_CASE("numbers are written as each language does") {
  CHECK(number(1'000'000, Language::English) == "1");
  CHECK(number(999'000'000, Language::English) == "999");
  CHECK(number(1'000'000'000, Language::English) == "1,000");
  CHECK(number(1'000'000'000, Language::Spanish) == "1000");
  CHECK(number(16'000'000'000, Language::Spanish) == "16\u00A0000");
  CHECK(number(1'234'567'891'000, Language::English) == "1,234,567.891");
  CHECK(number(1'234'567'891'000, Language::Spanish) == "1\u00A0234\u00A0567,891");
  CHECK(number(-500'000, Language::Spanish) == "-0,5");
  CHECK(number(-16'000'000'000, Language::English) == "-16,000");
  CHECK(written_quantity(99'900'000, "%", Language::English) == "99.9%");
  CHECK(written_quantity(99'900'000, "%", Language::Spanish) == "99,9\u00A0%");
  CHECK(written_quantity(7'000'000, "", Language::English) == "7");
}

TEST_CASE("sentences begin with a capital, names that keep their case do not") {
  CHECK(english("{row} spans {value}. {value}: {row}.", "a disk") == "A disk spans one zone. One zone: a disk.");
  CHECK(english("{row} spans {value}.", "io9") == "io9 spans one zone.");
  CHECK(english("{row} spans {value}.", "eth", true) == "eth spans one zone.");
  CHECK(spanish("¿{row} llega a {row}?", "élite") == "¿Élite llega a élite?");
  CHECK(spanish("Si falla, ¿{row} sigue?", "una cinta") == "Si falla, ¿una cinta sigue?");
}

TEST_CASE("Spanish contracts the article") {
  CHECK(spanish("El límite de {row} llega a {row}.", "el disco") == "El límite del disco llega al disco.");
  CHECK(spanish("De {row} se lee.", "el disco") == "Del disco se lee.");
  CHECK(spanish("Cuida {row}, la nube {row} y desde {row}.", "el disco") ==
        "Cuida el disco, la nube el disco y desde el disco.");
  CHECK(english("de {row}", "el disco") == "de el disco");
}

TEST_CASE("options of a column get capitals unless that spoils a name") {
  const auto first_option = [](const std::string& table) {
    Lines options = options_of(question_of(drawn_from(table), "table-disks-use-slow-value"));
    return *std::find_if(options.begin(), options.end(), [](const std::string& option) { return option.front() == '*'; });
  };
  const std::string archives = "use: {en: long archives, es: archivos históricos}";
  CHECK(first_option(sample_table()).starts_with("*Old films"));
  for (const std::string name : {"io9 arrays", "aws:kms", "x-amz-acl", "iSCSI"}) {
    CHECK(first_option(replaced(sample_table(), archives, "use: \"" + name + "\"")).starts_with("*old films"));
  }
  for (const std::string plain : {"pay-as-you-go", "\"manual: copies\""}) {
    CHECK(first_option(replaced(sample_table(), archives, "use: " + plain)).starts_with("*Old films"));
  }
}

TEST_CASE("adding a row or a column changes no id") {
  const Lines before = ids_of(drawn_from(sample_table()));
  std::string table = sample_table() +
                      "  - id: ram\n    name: {en: Memory, es: Memoria}\n    cells: {speed: 1000000, use: {en: short work, "
                      "es: trabajo breve}}\n";
  table = replaced(table, "rows:\n",
                   "  - id: price\n    type: quantity\n    difficulty: 1\n    label: {en: Price, es: Precio}\n    state: "
                   "\"{row}: {value}.\"\n    ask_statement: true\nrows:\n");
  table = replaced(table, "cells: {speed: 500,", "cells: {price: 5, speed: 500,");
  const Lines after = ids_of(drawn_from(table));
  CHECK(after.size() == before.size() + 8);
  CHECK(std::includes(after.begin(), after.end(), before.begin(), before.end()));
}

TEST_CASE("a new row turns at most one statement of the others around") {
  const auto truths = [](const std::vector<Question>& questions) {
    std::map<std::string, bool> all;
    for (const Question& question : questions) {
      if (const auto* statement = std::get_if<Statement>(&question.body)) all[question.id.text] = statement->holds;
    }
    return all;
  };
  const auto before = truths(drawn_from(sample_table()));
  for (const std::string id : {"ram", "drum", "card", "film", "rom"}) {
    const auto after = truths(drawn_from(sample_table() + "  - id: " + id +
                                         "\n    name: {en: Memory, es: Memoria}\n    cells: {speed: 1000000}\n"));
    const auto turned = std::count_if(before.begin(), before.end(),
                                      [&after](const auto& entry) { return after.at(entry.first) != entry.second; });
    CHECK(turned <= 1);
  }
}

TEST_CASE("the same files in any order give the same bytes") {
  const SourceFile topic{"topics/sample.yaml", sample()};
  const SourceFile table{"tables/disks.yaml", sample_table()};
  const auto one = make_bank(compile({topic, table}).topics);
  const auto other = make_bank(compile({table, topic}).topics);
  REQUIRE(one);
  REQUIRE(other);
  CHECK(one->bytes == other->bytes);
}

TEST_CASE("the hash is the same on every machine") {
  CHECK(stable_hash("") == 0xEFD01F60BA992926ULL);
  CHECK(stable_hash("table-disks-use-match") == 0xCC6BC33A940FDC97ULL);
}

TEST_CASE("statistics count what each table draws") {
  const Statistics statistics = statistics_of(compiled_with(sample_table()).topics);
  CHECK(statistics.at("table.disks") == 33);
  CHECK(statistics.at("origin.table") == 33);
  CHECK(statistics.at("origin.written") == 7);
}

TEST_CASE("a table is a file that begins with its key") {
  CHECK(is_table(sample_table()));
  CHECK(is_table("# yaml-language-server: $schema=../schema/table.schema.json\r\n\n---\ntable: x\n"));
  CHECK(is_table("\xEF\xBB\xBFtable: x"));
  CHECK_FALSE(is_table(sample()));
  CHECK_FALSE(is_table(""));
  CHECK_FALSE(is_table("# only words"));
  CHECK_FALSE(is_table("title: x\ntable: y\n"));
}
