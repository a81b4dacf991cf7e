// What is wrong with a table is named by line, field and mend; the rest is still checked.
#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/unit/content/sample_table.hpp"

using namespace certamen::content;
using Lines = std::vector<std::string>;

namespace {

Lines findings_after(const std::string& from, const std::string& to) {
  return table_findings_of(replaced(sample_table(), from, to));
}

std::string long_text(std::size_t characters) {
  std::string text;
  while (text.size() < characters) text += "a word ";
  return text.substr(0, characters - 1) + ".";
}

// The lines that are not about the rule.
Lines but_for(const std::string& rule, Lines lines) {
  const auto ends = [&rule](const std::string& line) { return line.ends_with("[" + rule + "]"); };
  lines.erase(std::remove_if(lines.begin(), lines.end(), ends), lines.end());
  return lines;
}

}  // namespace

TEST_CASE("the sample table passes") {
  CHECK(table_findings_of(sample_table()) == Lines{});
}

TEST_CASE("keys and types of a table are checked") {
  CHECK(findings_after("table: disks", "table: discs") ==
        Lines{"1: table: is 'discs', but the file is named 'disks.yaml'; make them equal"});
  CHECK(findings_after("as_of: \"2026-11\"", "as_of: November") ==
        Lines{"5: as_of: is not a month; write it as \"2026-11\""});
  CHECK(findings_after("as_of: \"2026-11\"\n", "") ==
        Lines{"1: as_of: missing; add when the cells were last known true, as \"2026-11\""});
  CHECK(findings_after("    type: text\n", "    type: words\n").front() ==
        "20: columns[1].type: is 'words'; known are quantity, text");
  CHECK(findings_after("    type: text\n", "    type: text\n    unit: GB\n") ==
        Lines{"21: columns[1].unit: is for quantities; take it out or write 'type: quantity'"});
  CHECK(findings_after("ask_match", "ask_macht") ==
        Lines{"26: columns[1]: unknown key 'ask_macht'; did you mean 'ask_match'?"});
  CHECK(findings_after("difficulty: 2", "difficulty: 6") ==
        Lines{"21: columns[1].difficulty: is '6'; write a whole number from 1 to 5"});
  CHECK(findings_after("keep_case: true", "keep_case: perhaps") ==
        Lines{"44: rows[3].keep_case: must be true or false, without quotes"});
  CHECK(findings_after("  - id: use\n", "  - id: use\n    topic: sample\n") ==
        Lines{"19: columns[1].source: missing; add the lines of the original notes, as \"161-179, 218\""});
}

TEST_CASE("cells are checked against their column") {
  CHECK(findings_after("speed: 16000", "speed: \"16,000\"") ==
        Lines{"37: rows[1].cells.speed: is '16,000'; write a decimal number with at most six decimals, as 1200 or -0.5"});
  CHECK(findings_after("speed: 16000", "sped: 16000") ==
        Lines{"37: rows[1].cells: unknown key 'sped'; did you mean 'speed'?"});
  CHECK(findings_after("{value: 256000, en: a quarter million,", "{value: 256000,") ==
        Lines{"45: rows[3].cells.speed.en: missing; add the English value"});
  CHECK(findings_after("use: {en: boot files, es: archivos de arranque}", "use: {en: boot files}") ==
        Lines{"37: rows[1].cells.use.es: missing; add the Spanish value"});
  CHECK(findings_after("phrase: {en: a tape, es: una cinta}",
                       "phrase: {en: a tape, es: una cinta}\n    because: {speed: Slow.}") ==
        Lines{"49: rows[4].because.speed: has no cell that it could explain; write the cell or take this out"});
}

TEST_CASE("blanks of a pattern are checked") {
  CHECK(findings_after("en: \"What is {row} for?\"", "en: \"What is it for?\"") ==
        Lines{"24: columns[1].ask_value.en: lacks {row}; write where it goes"});
  CHECK(findings_after("en: \"What is {row} for?\"", "en: \"What is {row} for, {value}?\"") ==
        Lines{"24: columns[1].ask_value.en: holds {value}, which has no meaning here; take it out"});
  CHECK(findings_after("en: \"What is {row} for?\"", "en: \"What is {rows} for?\"") ==
        Lines{"24: columns[1].ask_value.en: holds '{rows}'; the blanks are {row} and {value}"});
  CHECK(findings_after("es: \"{row} es para {value}.\"", "es: \"{row} es para {value.\"") ==
        Lines{"23: columns[1].state.es: holds '{value.'; the blanks are {row} and {value}"});
}

TEST_CASE("ids, names and sentences of a table are checked") {
  CHECK(findings_after("- id: tape", "- id: slow") ==
        Lines{"46: rows[4].id: the row 'slow' is already on line 29; choose another id [id-repeated]"});
  CHECK(findings_after("- id: use", "- id: speed").front() ==
        "19: columns[1].id: the column 'speed' is already on line 7; choose another id [id-repeated]");
  CHECK(findings_after("es: Cinta}", "es: DISCO lento}") ==
        Lines{"47: rows[4].name.es: repeats the name of line 30; make every name different [option-repeated]"});
  CHECK(findings_after("{en: Platters turn slowly.,", "{en: Platters turn slowly,") ==
        Lines{"18: columns[0].why.en: is joined with other sentences; end it with a full stop [sentence-open]"});
  CHECK(findings_after("es: archivos de arranque", "es: 5 archivos de arranque") ==
        Lines{"37: warning: rows[1].cells.use.es: the figures differ from the English ones: {} in en, {5} in es; "
              "write the same figures in both [figures-differ]"});
  CHECK(findings_after("es: \"¿Para qué es {row}?\"", "es: \"Para qué es {row}?\"") ==
        Lines{"24: warning: columns[1].ask_value.es: asks without an opening '¿'; add it [question-mark]"});
}

TEST_CASE("a text that came out too long names its question and line") {
  const Lines all = findings_after("en: \"What is {row} for?\"", "en: \"" + long_text(400) + " What is {row} for?\"");
  const Lines long_prompt = but_for("spacing", but_for("length-differs", all));
  REQUIRE(long_prompt.size() == 5);
  CHECK(long_prompt.front() ==
        "24: table-disks-use-fast-value.prompt.en: the prompt has 425 characters; shorten it to at most 420");
  const Lines long_reason = but_for("length-differs", findings_after("es: \"{row} es para {value}.\"",
                                                                     "es: \"" + long_text(236) + " {row} es {value}.\""));
  REQUIRE(long_reason.size() == 5);
  CHECK(long_reason.front() ==
        "23: table-disks-use-fast-value.options[2].reason.es: the reason has 279 characters; shorten it to at most 260");
}

TEST_CASE("what no longer fits an explanation is left out and said") {
  const std::string table = replaced(replaced(sample_table(), "{en: It has platters.,", "{en: \"" + long_text(240) + "\","),
                                     "{en: Platters turn slowly.,", "{en: \"" + long_text(240) + "\",");
  const Compiled compiled = compiled_with(table);
  const auto left_out = std::find_if(compiled.findings.begin(), compiled.findings.end(),
                                     [](const Finding& finding) { return finding.rule.empty(); });
  REQUIRE(left_out != compiled.findings.end());
  CHECK(format(*left_out).find(
            "tables/disks.yaml:18: warning: table-disks-speed-slow-number.explanation: leaves out 'a word") == 0);
  for (const Finding& finding : compiled.findings) CHECK(finding.severity == Severity::Warning);
}

TEST_CASE("an id too long names the parts to shorten") {
  const Lines findings = findings_after("- id: tape", "- id: tape-of-a-very-long-name-that-goes-on-and-on-and-on");
  REQUIRE_FALSE(findings.empty());
  CHECK(findings.front() ==
        "19: columns[1]: draws 'table-disks-use-tape-of-a-very-long-name-that-goes-on-and-on-and-on-row', an id of 71 "
        "characters; shorten the ids of table, column and row until it has 64");
}

TEST_CASE("a pattern that draws nothing is a warning") {
  std::string table = sample_table();
  for (const std::string value : {"boot files, es: archivos de arranque", "busy databases, es: bases de datos activas",
                                  "stock markets, es: bolsas de valores"}) {
    table = replaced(table, value, "old films, es: películas viejas");
  }
  CHECK(
      table_findings_of(table) ==
      Lines{"24: warning: columns[1].ask_value.en: draws no question: it needs three values that exclude each other; change "
            "the cells or take 'ask_value' out",
            "26: warning: columns[1].ask_match.en: draws no question: it needs three rows whose values exclude each other; "
            "change the cells or take 'ask_match' out"});
}

TEST_CASE("a table alone is checked, with a warning that its topic is not there") {
  const Compiled compiled = compile({SourceFile{"tables/disks.yaml", sample_table()}});
  REQUIRE(compiled.findings.size() == 1);
  CHECK(format(compiled.findings.front()) ==
        "tables/disks.yaml:3: warning: topic: the topic 'sample' is not among the files; its questions are checked without "
        "it");
  CHECK(compiled.topics.empty());
  REQUIRE(compiled.unplaced.size() == 1);
  CHECK(compiled.unplaced.front().questions.size() == 33);
}

TEST_CASE("a topic that is not among others is an error") {
  CHECK(findings_after("topic: sample", "topic: smaple") ==
        Lines{"3: topic: no topic 'smaple' among the files; did you mean 'sample'?"});
}

TEST_CASE("lines outside the topic's are a warning") {
  CHECK(findings_after("source: \"12-14\"", "source: \"12-24\"") ==
        Lines{"4: warning: source: '12-24' is not all inside the topic's source '10-20, 30'; correct one of them "
              "[lines-outside]"});
}

TEST_CASE("a written question in the way of a drawn one is an error") {
  const Compiled compiled =
      compile({SourceFile{"topics/sample.yaml", spoiled("- id: name-it", "- id: table-disks-use-match")},
               SourceFile{"tables/disks.yaml", sample_table()}});
  REQUIRE(compiled.findings.size() == 1);
  CHECK(format(compiled.findings.front()) ==
        "tables/disks.yaml:19: columns[1]: draws the question 'table-disks-use-match', which is already in the topic "
        "'sample'; choose another id");
}

TEST_CASE("a drawn question that repeats a written one is a warning, one that resembles its column is none") {
  const std::string written =
      spoiled("Which store keeps objects for a backup team?", "How many reads per second does a fast disk do at most?");
  const Compiled compiled =
      compile({SourceFile{"topics/sample.yaml", written}, SourceFile{"tables/disks.yaml", sample_table()}});
  Lines findings;
  for (const Finding& finding : compiled.findings) findings.push_back(format(finding));
  CHECK(findings ==
        Lines{"tables/disks.yaml:13: warning: table-disks-speed-fast-value.prompt.en: sample/table-disks-speed-fast-value "
              "shares 100 % of its words with "
              "sample/choose-one; ask something else [near-duplicate]",
              "tables/disks.yaml:13: warning: table-disks-speed-plain-value.prompt.en: sample/table-disks-speed-plain-value "
              "shares 84 % of its words with "
              "sample/choose-one; ask something else [near-duplicate]",
              "tables/disks.yaml:13: warning: table-disks-speed-slow-value.prompt.en: sample/table-disks-speed-slow-value "
              "shares 84 % of its words with "
              "sample/choose-one; ask something else [near-duplicate]"});
}

TEST_CASE("a value that names its row gives the answer away") {
  CHECK(findings_after("en: long archives", "en: archives on tape") ==
        Lines{"49: warning: rows[4].cells.use.en: holds 'Tape', the name of its row, which gives the answer away; write it "
              "without the name [value-names-row]"});
}

TEST_CASE("a word that comes out twice in a row is a warning") {
  CHECK(findings_after("en: long archives", "en: for long archives").front() ==
        "23: warning: table-disks-use-slow-value.options[2].reason.en: says 'for for'; change the pattern or what fills it "
        "[word-doubled]");
}

TEST_CASE("questions of two columns are alike only when they ask the same in the same words") {
  const auto warnings_with = [](const std::string& ask) {
    return but_for("length-differs", findings_after("en: \"What is {row} for?\"", "en: \"" + ask + "\""));
  };
  CHECK(warnings_with("How many reads per minute does {row} do at most?") == Lines{});
  const Lines same = warnings_with("At most, how many reads per second does {row} do?");
  REQUIRE(same.size() == 4);
  CHECK(
      same.front() ==
      "24: warning: table-disks-use-fast-value.prompt.en: sample/table-disks-use-fast-value shares 100 % of its words with "
      "sample/table-disks-speed-fast-value; ask something else [near-duplicate]");
}

TEST_CASE("any bytes are a finding, never more") {
  for (const std::string bytes :
       {"table:", "table: [", "table: x\ncolumns: 7\nrows: {a: b}\n", "table: x\nrows:\n  - 1\n  - 2\n", "table: \xFF\n",
        "table: x\n---\ntable: y\n", "table: {a: &a [*a]}\n"}) {
    INFO(bytes);
    CHECK(compile({SourceFile{"tables/x.yaml", bytes}}).findings.size() > 0);
  }
}
