#include "content/exchange/csv_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "content/model/limits.hpp"
#include "content/model/measures.hpp"
#include "content/model/names.hpp"

namespace certamen::content {
namespace {

struct KindWord {
  std::string_view word;  // folded, words parted by a space
  std::optional<Kind> kind;
};
constexpr std::array kind_words{
    KindWord{"choice", std::nullopt},
    KindWord{"multichoice", std::nullopt},
    KindWord{"multiple choice", std::nullopt},
    KindWord{"mc", std::nullopt},
    KindWord{"opcion multiple", std::nullopt},
    KindWord{"seleccion multiple", std::nullopt},
    KindWord{"test", std::nullopt},
    KindWord{"single choice", Kind::Single},
    KindWord{"unica", Kind::Single},
    KindWord{"multiple response", Kind::Multiple},
    KindWord{"checkbox", Kind::Multiple},
    KindWord{"respuesta multiple", Kind::Multiple},
    KindWord{"true false", Kind::TrueFalse},
    KindWord{"truefalse", Kind::TrueFalse},
    KindWord{"boolean", Kind::TrueFalse},
    KindWord{"tf", Kind::TrueFalse},
    KindWord{"verdadero falso", Kind::TrueFalse},
    KindWord{"vf", Kind::TrueFalse},
    KindWord{"numeric", Kind::Numeric},
    KindWord{"numerical", Kind::Numeric},
    KindWord{"number", Kind::Numeric},
    KindWord{"numerica", Kind::Numeric},
    KindWord{"order", Kind::Ordering},
    KindWord{"ordenar", Kind::Ordering},
    KindWord{"match", Kind::Matching},
    KindWord{"relacionar", Kind::Matching},
    KindWord{"short text", Kind::ShortText},
    KindWord{"short answer", Kind::ShortText},
    KindWord{"shortanswer", Kind::ShortText},
    KindWord{"respuesta corta", Kind::ShortText},
};

std::string joined_tokens(std::string_view cell) {
  std::string words;
  for (const std::string& token : tokens(cell)) words += (words.empty() ? "" : " ") + token;
  return words;
}

std::vector<std::string> split(std::string_view cell, std::string_view separators) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= cell.size();) {
    const std::size_t to = std::min(cell.find_first_of(separators, from), cell.size());
    std::string part = folded(cell.substr(from, to - from));
    part.erase(0, std::min(part.find_first_not_of(' '), part.size()));
    part.erase(part.find_last_not_of(' ') + 1);
    if (!part.empty()) parts.push_back(std::move(part));
    from = to + 1;
  }
  return parts;
}

// The option whose column has the number or letter.
std::optional<std::size_t> position(std::string_view word, const CsvRow& row) {
  std::size_t number = 0;
  const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
  if (read.ec != std::errc() || read.ptr != word.data() + word.size()) {
    if (word.size() != 1 || word.front() < 'a' || word.front() > 'z') return std::nullopt;
    number = static_cast<std::size_t>(word.front() - 'a') + 1;
  }
  for (std::size_t i = 0; i < row.options.size(); ++i) {
    if (row.options[i].number == number) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> option_saying(const std::string& text, const CsvRow& row) {
  for (std::size_t i = 0; i < row.options.size(); ++i) {
    const Text& option = row.options[i].text;
    if (text == folded(option.en.text) || text == folded(option.es.text)) return i;
  }
  return std::nullopt;
}

// All of them, or none.
template <class Find>
std::vector<std::size_t> every_one_of(const std::vector<std::string>& parts, const CsvRow& row, Find find) {
  std::vector<std::size_t> found;
  for (const std::string& part : parts) {
    const auto index = find(part, row);
    if (!index) return {};
    if (std::find(found.begin(), found.end(), *index) == found.end()) found.push_back(*index);
  }
  return found;
}

}  // namespace

KindWish kind_word(std::string_view cell) {
  const std::string words = joined_tokens(cell);
  for (const KindName& each : kind_names) {
    if (joined_tokens(each.name) == words) return {each.kind, true};
  }
  for (const KindWord& each : kind_words) {
    if (each.word == words) return {each.kind, true};
  }
  return {};
}

std::optional<bool> truth_word(std::string_view cell) {
  const std::string word = joined_tokens(cell);
  for (const std::string_view yes : {"true", "t", "yes", "y", "verdadero", "cierto", "v", "si"}) {
    if (word == yes) return true;
  }
  for (const std::string_view no : {"false", "f", "no", "n", "falso"}) {
    if (word == no) return false;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> difficulty_word(std::string_view cell) {
  const std::string word = joined_tokens(cell);
  for (const std::string_view easy : {"easy", "facil", "baja", "bajo"}) {
    if (word == easy) return difficulty_min;
  }
  for (const std::string_view middle : {"medium", "media", "medio"}) {
    if (word == middle) return (difficulty_min + difficulty_max) / 2;
  }
  for (const std::string_view hard : {"hard", "dificil", "alta", "alto"}) {
    if (word == hard) return difficulty_max;
  }
  if (word.size() != 1 || word.front() < '0' || word.front() > '9') return std::nullopt;
  const auto number = static_cast<std::uint32_t>(word.front() - '0');
  return number >= difficulty_min && number <= difficulty_max ? std::optional(number) : std::nullopt;
}

std::optional<wire::ExamDomain> domain_word(std::string_view cell) {
  for (const DomainName& each : domain_names) {
    if (joined_tokens(each.name) == joined_tokens(cell)) return each.domain;
  }
  return std::nullopt;
}

std::optional<std::int64_t> number_word(std::string_view cell) {
  std::string digits(cell);
  if (digits.find('.') == std::string::npos) std::replace(digits.begin(), digits.end(), ',', '.');
  return micros(digits);
}

std::vector<std::size_t> key_words(std::string_view cell, const CsvRow& row) {
  const auto said = option_saying(folded(cell), row);
  if (said && row.lettered) return {*said};
  // A list of positions may be parted by anything; texts may hold commas and spaces of their own.
  auto found = every_one_of(split(cell, ";,|/& \t\n"), row, position);
  if (found.empty() && said) found = {*said};
  if (found.empty()) found = every_one_of(split(cell, ";|\n"), row, option_saying);
  if (found.empty()) found = every_one_of(split(cell, ";,|\n"), row, option_saying);
  if (!found.empty()) return found;
  std::vector<std::string> letters;
  for (const char letter : folded(cell)) letters.emplace_back(1, letter);
  return every_one_of(letters, row, position);
}

}  // namespace certamen::content
