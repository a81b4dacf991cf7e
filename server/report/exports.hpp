// A game's results in the forms in which they leave: tables for spreadsheets, JSON for programs, a page for people.
//
// Pure. Texts of strangers harm nobody who opens a result: formulas are disarmed in tables, markup is escaped in pages,
// bytes that are no UTF-8 are replaced in JSON.
#pragma once

#include <string>

#include "server/report/results.hpp"

namespace certamen::report {

// One table a file (RFC 4180, UTF-8, points as decimal signs, English column names).
enum class Table {
  Players,    // a row a player: rank, points, right, times
  Answers,    // a row a player and question asked, blanks included
  Questions,  // a row a question: texts, key, item statistics
  Choices,    // a row an option or answer: who chose it, by thirds
  Fairness,   // a row a player: round trips, credit used, the rank without it; empty where rooms measure none
};
// A text that a spreadsheet would run begins with an apostrophe instead.
[[nodiscard]] std::string csv(const GameResults& results, Table table);

[[nodiscard]] std::string json(const GameResults& results);

// One whole page in the language of the results: no script, nothing loaded from elsewhere, made to be printed on A4.
[[nodiscard]] std::string html(const GameResults& results);

// "single_choice", "high_performing" and so on: the same in every language, for programs.
[[nodiscard]] std::string name_of(wire::QuestionKind kind);
[[nodiscard]] std::string name_of(wire::ExamDomain domain);
[[nodiscard]] std::string name_of(wire::Scoring scoring);
[[nodiscard]] std::string name_of(wire::Certainty certainty);
[[nodiscard]] std::string name_of(Thin thin);

}  // namespace certamen::report
