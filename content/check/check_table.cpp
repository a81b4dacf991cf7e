#include "content/check/check_table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "content/check/languages.hpp"
#include "content/check/repeats.hpp"
#include "content/check/rules.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

class TableTexts {
 public:
  explicit TableTexts(Findings& findings) : findings_(findings) {}

  void text(const Text& text) const { check_languages(text, findings_); }
  void text(const std::optional<Text>& text) const {
    if (text) check_languages(*text, findings_);
  }
  // Sentences are joined with others.
  void sentence(const Text& sentence) const {
    text(sentence);
    for (const Words* words : {&sentence.en, &sentence.es}) {
      if (words->text.empty() || words->text.ends_with('.')) continue;
      findings_.report(rules::sentence_open, words->place, "is joined with other sentences");
    }
  }

 private:
  Findings& findings_;
};

void check_column(const Column& column, const TableTexts& texts) {
  texts.text(column.unit);
  texts.text(column.label);
  texts.sentence(column.state);
  texts.text(column.ask_value);
  texts.text(column.ask_row);
  texts.text(column.ask_order);
  texts.text(column.ask_match);
  texts.text(column.ask_number);
  if (column.why) texts.sentence(*column.why);
}

// A value that names its row answers its own question, where one is asked by it.
void check_giveaway(const Words& value, const Words& name, Findings& findings) {
  constexpr std::size_t letters_min = 2;  // the family I is not named by "I/O"
  if (name.text.size() < letters_min) return;
  const std::vector<std::string> value_words = tokens(value.text);
  const std::vector<std::string> name_words = tokens(name.text);
  if (name_words.empty()) return;
  const auto found = std::search(value_words.begin(), value_words.end(), name_words.begin(), name_words.end());
  if (found == value_words.end()) return;
  findings.report(rules::value_names_row, value.place,
                  fmt::format("holds '{}', the name of its row, which gives the answer away", name.text));
}

void check_row(const Row& row, const TableTexts& texts, Findings& findings) {
  texts.text(row.name);
  texts.text(row.phrase);
  for (const auto& [column, cell] : row.cells) {
    texts.text(cell.text);
    if (!cell.text) continue;
    check_giveaway(cell.text->en, row.name.en, findings);
    check_giveaway(cell.text->es, row.name.es, findings);
  }
  for (const auto& [column, sentence] : row.because) texts.sentence(sentence);
}

}  // namespace

void check_table(const Table& table, Findings& findings) {
  const TableTexts texts(findings);
  texts.text(table.title);
  DistinctIds columns("column", findings);
  for (const Column& column : table.columns) {
    columns.add(column.id);
    check_column(column, texts);
  }
  DistinctIds rows("row", findings);
  Distinct names("name", findings);
  Distinct phrases("phrase", findings);
  for (const Row& row : table.rows) {
    rows.add(row.id);
    names.add(row.name);
    if (row.phrase) phrases.add(*row.phrase);
    check_row(row, texts, findings);
  }
}

}  // namespace certamen::content
