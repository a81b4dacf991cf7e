// The words that people put into cells for kinds, answers, truth and difficulty, in English and Spanish.
//
// Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "content/exchange/csv_questions.hpp"

namespace certamen::content {

// "choice" may mean one right option or several, so it names no kind.
struct KindWish {
  std::optional<Kind> kind;
  bool known = false;
};
[[nodiscard]] KindWish kind_word(std::string_view cell);
[[nodiscard]] std::optional<bool> truth_word(std::string_view cell);
[[nodiscard]] std::optional<std::uint32_t> difficulty_word(std::string_view cell);
[[nodiscard]] std::optional<wire::ExamDomain> domain_word(std::string_view cell);
// With a comma or a point.
[[nodiscard]] std::optional<std::int64_t> number_word(std::string_view cell);

// The indexes of the options that a cell names: "2", "1;3", "B", "a, c", "ACD", or an option's own text. Empty where it
// names none. Where a number is both an option's position and another option's text, lettered options are meant by their
// text and numbered ones by their position.
[[nodiscard]] std::vector<std::size_t> key_words(std::string_view cell, const CsvRow& row);

}  // namespace certamen::content
