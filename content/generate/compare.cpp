#include "content/generate/compare.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

Text written_value(const Column& column, const Cell& cell) {
  if (cell.text) return *cell.text;
  const Text place{Words{"", cell.place}, Words{"", cell.place}};
  return in_each_language(place, [&](Language language) {
    return written_quantity(cell.micros, words_in(column.unit, language).text, language);
  });
}

// Options of one column look alike: with capitals where that spoils none of the values.
void write_options(std::vector<Entry>& entries) {
  for (const Language language : all_languages) {
    const bool with_capital = std::all_of(entries.begin(), entries.end(), [language](const Entry& entry) {
      return may_be_capitalised(words_in(entry.value, language).text);
    });
    for (Entry& entry : entries) {
      const Words& value = words_in(entry.value, language);
      words_in(entry.option, language) = Words{with_capital ? capitalised(value.text) : value.text, value.place};
    }
  }
}

}  // namespace

Comparison compare(const Table& table, const Column& column) {
  Comparison comparison{&table, &column, {}};
  for (const Row& row : table.rows) {
    const auto cell = row.cells.find(column.id.text);
    if (cell == row.cells.end()) continue;
    Entry entry;
    entry.row = &row;
    entry.micros = cell->second.micros;
    entry.value = written_value(column, cell->second);
    entry.fact = sentence(column.state, &row, &entry.value);
    if (const auto because = row.because.find(column.id.text); because != row.because.end()) {
      entry.because = because->second;
    }
    comparison.entries.push_back(std::move(entry));
  }
  write_options(comparison.entries);
  return comparison;
}

std::string id_of(const Comparison& comparison, std::string_view rest) {
  return fmt::format("table-{}-{}{}{}", comparison.table->id.text, comparison.column->id.text, rest.empty() ? "" : "-",
                     rest);
}

Text sentence(const Text& pattern, const Row* row, const Text* value) {
  const auto filling = [](const Text* text, Language language, bool keep_case) {
    return text == nullptr ? Filling{} : Filling{words_in(*text, language).text, keep_case};
  };
  const Text* name = nullptr;
  if (row != nullptr) name = row->phrase ? &*row->phrase : &row->name;
  return in_each_language(pattern, [&](Language language) {
    return filled(words_in(pattern, language).text, filling(name, language, row != nullptr && row->keep_case),
                  filling(value, language, false), language);
  });
}

Text joined(const Text& first, const Text& second) {
  return in_each_language(
      first, [&](Language language) { return joined(words_in(first, language).text, words_in(second, language).text); });
}

bool fits(const Text& text, std::size_t characters_max) {
  return characters(text.en.text) <= characters_max && characters(text.es.text) <= characters_max;
}

Text listed(const Comparison& comparison, const Entry& entry) {
  // Beside a name of one word a number needs no dash.
  const bool dashed = comparison.column->type == ColumnType::Text ||
                      std::any_of(comparison.entries.begin(), comparison.entries.end(), [](const Entry& each) {
                        const Text& name = each.row->name;
                        return name.en.text.find(' ') != std::string::npos || name.es.text.find(' ') != std::string::npos;
                      });
  return in_each_language(entry.value, [&](Language language) {
    return words_in(entry.row->name, language).text + (dashed ? " – " : " ") + words_in(entry.value, language).text;
  });
}

Listing listing(const Comparison& comparison, const std::vector<const Entry*>& entries, std::size_t characters_max) {
  const Text& label = comparison.column->label;
  Text list = in_each_language(label, [&](Language language) { return words_in(label, language).text + ":"; });
  std::size_t count = 0;
  for (const Entry* entry : entries) {
    const Text next = listed(comparison, *entry);
    Text longer = in_each_language(label, [&](Language language) {
      return words_in(list, language).text + (count > 0 ? "; " : " ") + words_in(next, language).text;
    });
    // One more for the full stop. The first stays, however long: what is too long is reported, not hidden.
    if (count > 0 && !fits(longer, characters_max - 1)) break;
    list = std::move(longer);
    ++count;
  }
  return {in_each_language(label, [&](Language language) { return words_in(list, language).text + "."; }), count};
}

}  // namespace certamen::content
