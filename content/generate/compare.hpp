// One column of a table made ready to ask about: each row's value in words, and the true sentence about it.
//
// Pure. What is here points into the table, which outlives it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/generate/sentences.hpp"
#include "content/model/table.hpp"

namespace certamen::content {

// A row that has a value in the column.
struct Entry {
  const Row* row = nullptr;
  std::int64_t micros = 0;  // of a quantity
  Text value;               // within a sentence
  Text option;              // standing alone
  Text fact;                // the true sentence
  Text because;             // empty where the author wrote none
};

struct Comparison {
  const Table* table = nullptr;
  const Column* column = nullptr;
  std::vector<Entry> entries;  // in the order of the rows
};

[[nodiscard]] Comparison compare(const Table& table, const Column& column);

// "table-<table>-<column>", and with what follows it.
[[nodiscard]] std::string id_of(const Comparison& comparison, std::string_view rest = "");

// The pattern filled with the row, the value, or both; empty ones are not in the pattern.
[[nodiscard]] Text sentence(const Text& pattern, const Row* row, const Text* value);

// The words in both languages, one function call each; places are those of `like`.
template <class Write>
Text in_each_language(const Text& like, const Write& write) {
  Text text = like;
  for (const Language language : all_languages) words_in(text, language).text = write(language);
  return text;
}

[[nodiscard]] Text joined(const Text& first, const Text& second);

// Whether both languages keep the limit.
[[nodiscard]] bool fits(const Text& text, std::size_t characters_max);

// "gp2 16,000 IOPS", "Amazon S3 – objects": the row with its value, in a list.
[[nodiscard]] Text listed(const Comparison& comparison, const Entry& entry);

struct Listing {
  Text text;
  std::size_t count = 0;  // of the entries in it
};

// "<label>: gp2 16,000 IOPS; gp3 80,000 IOPS." with as many of the entries as keep the limit, and one at least.
[[nodiscard]] Listing listing(const Comparison& comparison, const std::vector<const Entry*>& entries,
                              std::size_t characters_max);

}  // namespace certamen::content
