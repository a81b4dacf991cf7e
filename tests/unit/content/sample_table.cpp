#include "tests/unit/content/sample_table.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

namespace certamen::content {

const std::string& sample_table() {
  static const std::string text = R"yaml(table: disks
title: {en: Disks, es: Discos}
topic: sample
source: "12-14"
as_of: "2026-11"
columns:
  - id: speed
    type: quantity
    unit: {en: reads, es: lecturas}
    difficulty: 3
    label: {en: Reads per second, es: Lecturas por segundo}
    state: {en: "{row} does at most {value}.", es: "{row} hace como máximo {value}."}
    ask_value: {en: "How many reads per second does {row} do at most?", es: "¿Cuántas lecturas por segundo hace como máximo {row}?"}
    ask_row: {en: "Which disk has a maximum of exactly {value}?", es: "¿Qué disco tiene un máximo de exactamente {value}?"}
    ask_order: {en: "Order these disks by reads per second, lowest first.", es: "Ordene estos discos por lecturas por segundo, de menor a mayor."}
    ask_number: {en: "What is the limit of {row}, in reads?", es: "¿Cuál es el límite de {row}, en lecturas?"}
    ask_statement: true
    why: {en: Platters turn slowly., es: Los platos giran despacio.}
  - id: use
    type: text
    difficulty: 2
    label: {en: Use, es: Uso}
    state: {en: "{row} is for {value}.", es: "{row} es para {value}."}
    ask_value: {en: "What is {row} for?", es: "¿Para qué es {row}?"}
    ask_row: {en: "Which disk is for {value}?", es: "¿Qué disco es para {value}?"}
    ask_match: {en: Match each disk with its use., es: Empareje cada disco con su uso.}
    ask_statement: true
rows:
  - id: slow
    name: {en: Slow disk, es: Disco lento}
    phrase: {en: a slow disk, es: un disco lento}
    cells: {speed: 500, use: {en: old films, es: películas viejas}}
    because: {speed: {en: It has platters., es: Tiene platos.}}
  - id: plain
    name: {en: Plain disk, es: Disco normal}
    phrase: {en: a plain disk, es: un disco normal}
    cells: {speed: 16000, use: {en: boot files, es: archivos de arranque}}
  - id: fast
    name: {en: Fast disk, es: Disco rápido}
    phrase: {en: a fast disk, es: un disco rápido}
    cells: {speed: 64000.5, use: {en: busy databases, es: bases de datos activas}}
  - id: io9
    name: io9
    keep_case: true
    cells: {speed: {value: 256000, en: a quarter million, es: un cuarto de millón}, use: {en: stock markets, es: bolsas de valores}}
  - id: tape
    name: {en: Tape, es: Cinta}
    phrase: {en: a tape, es: una cinta}
    cells: {use: {en: long archives, es: archivos históricos}}
)yaml";
  return text;
}

Compiled compiled_with(const std::string& table) {
  return compile({SourceFile{"topics/sample.yaml", sample()}, SourceFile{"tables/disks.yaml", table}});
}

std::vector<Question> drawn_from(const std::string& table) {
  const Compiled compiled = compiled_with(table);
  for (const Finding& finding : compiled.findings) FAIL(format(finding));
  std::vector<Question> drawn;
  for (const Question& question : compiled.topics.front().questions) {
    if (question.drawn) drawn.push_back(question);
  }
  return drawn;
}

std::vector<std::string> table_findings_of(const std::string& table) {
  std::vector<std::string> lines;
  for (const Finding& finding : compiled_with(table).findings) {
    CHECK(finding.path == "tables/disks.yaml");
    lines.push_back(format(finding).substr(finding.path.size() + 1));
  }
  return lines;
}

const Question& question_of(const std::vector<Question>& questions, const std::string& id) {
  const auto found =
      std::find_if(questions.begin(), questions.end(), [&id](const Question& question) { return question.id.text == id; });
  INFO(id);
  REQUIRE(found != questions.end());
  return *found;
}

std::vector<std::string> ids_of(const std::vector<Question>& questions) {
  std::vector<std::string> ids;
  for (const Question& question : questions) ids.push_back(question.id.text);
  return ids;
}

std::vector<std::string> options_of(const Question& question) {
  std::vector<std::string> options;
  for (const Option& option : std::get<Choice>(question.body).options) {
    options.push_back((option.correct ? "*" : "") + option.text.en.text + " [" + option.reason.en.text + "]");
  }
  return options;
}

}  // namespace certamen::content
