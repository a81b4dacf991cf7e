#include "content/draft/numbers.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "content/draft/definitions.hpp"
#include "content/draft/scan.hpp"
#include "content/model/limits.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

constexpr std::string_view blank = "___";

constexpr std::array<std::string_view, 61> units{
    "%",    "b",    "kb",   "mb",   "gb",   "tb",     "pb",     "kib",    "mib",    "gib",   "tib",  "bits", "bytes",
    "bit",  "byte", "kbps", "mbps", "gbps", "gbit/s", "mbit/s", "mb/s",   "gb/s",   "mib/s", "iops", "ms",   "s",
    "seg",  "sec",  "secs", "segs", "min",  "mins",   "h",      "hs",     "hrs",    "dias",  "dia",  "days", "day",
    "anos", "ano",  "anio", "km",   "m",    "cm",     "mm",     "kg",     "g",      "mg",    "l",    "ml",   "v",
    "w",    "kw",   "hz",   "ghz",  "mhz",  "usd",    "eur",    "\u20AC", "\u00B0c"};

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool is_unit(std::string_view word) {
  return std::find(units.begin(), units.end(), word) != units.end();
}

// A number of a sentence: bytes [at, end), with the word behind it.
struct Figure {
  std::size_t at = 0;
  std::size_t end = 0;
  std::string unit;
  bool glued = false;  // "10Gbps"
};

std::size_t end_of_number(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const bool inside = (text[at] == '.' || text[at] == ',') && at + 1 < text.size() && is_digit(text[at + 1]);
    if (!is_digit(text[at]) && !inside) break;
    ++at;
  }
  return at;
}

// The word behind a number up to a blank, without punctuation at its end.
std::string word_at(std::string_view text, std::size_t at) {
  std::string_view word = text.substr(at, std::min(text.find(' ', at), text.size()) - at);
  const std::size_t last = word.find_last_not_of(".,;:)!?\"'");
  return std::string(last == std::string_view::npos ? std::string_view{} : word.substr(0, last + 1));
}

bool may_stand_before(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  return before == ' ' || before == '(' || before == '<' || before == '>' || before == '~' || before == '+';
}

std::vector<Figure> figures_in(std::string_view text) {
  std::vector<Figure> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    at = end_of_number(text, at);
    Figure figure{start, at, "", false};
    const bool stands_free = may_stand_before(text, start);
    if (!stands_free || at >= text.size()) {
      found.push_back(std::move(figure));
      continue;
    }
    figure.glued = text[at] != ' ';
    figure.unit = word_at(text, figure.glued ? at : at + 1);
    found.push_back(std::move(figure));
  }
  return found;
}

// "1,000" and "0.25" in the language's way of writing; nothing for what could be read in two ways.
std::optional<std::int64_t> value_of(std::string_view number, wire::Language language) {
  const char thousands = language == wire::Language::Spanish ? '.' : ',';
  std::string plain;
  std::size_t marks = 0;
  for (std::size_t at = 0; at < number.size(); ++at) {
    if (is_digit(number[at])) {
      plain.push_back(number[at]);
      continue;
    }
    const std::size_t digits = std::min(number.find_first_of(".,", at + 1), number.size()) - at - 1;
    ++marks;
    if (digits == 3 && number[at] == thousands && number.front() != '0') continue;
    if (digits == 3 || marks > 1) return std::nullopt;
    plain.push_back('.');
  }
  return micros(plain);
}

// One thing or several: what follows another number in the singular is no count of it ("503 error"). Other scripts have
// other plurals.
bool agrees(std::string_view number, const std::string& noun) {
  const bool latin = static_cast<unsigned char>(noun.back()) < 0x80U;
  return !latin || number == "1" || noun.back() == 's' || noun.back() == 'S';
}

bool can_count(const std::string& unit, bool glued) {
  constexpr std::size_t noun_letters_min = 4;
  const std::string word = folded(unit);
  if (unit.empty() || characters(unit) > unit_rule.characters_max) return false;
  if (is_unit(word)) return true;
  if (glued || letters_in(unit) != characters(unit)) return false;
  return letters_in(unit) >= noun_letters_min && !is_little_word(word);
}

// "1 to 6 hours", "100-200 ms", "5, 10": neither number can be asked for alone.
bool has_neighbour(std::string_view text, const std::vector<Figure>& all, std::size_t index) {
  constexpr std::size_t bytes_between_max = 3;
  const auto near = [&text](const Figure& left, const Figure& right) {
    const std::string_view between = trimmed(text.substr(left.end, right.at - left.end));
    return between.size() <= bytes_between_max;
  };
  return (index > 0 && near(all[index - 1], all[index])) || (index + 1 < all.size() && near(all[index], all[index + 1]));
}

bool is_joining(std::string_view word) {
  return word == "o" || word == "y" || word == "or" || word == "and";
}

bool is_year(std::string_view number) {
  return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
}

}  // namespace

std::optional<BlankedNumber> blanked_number(std::string_view sentence, wire::Language language) {
  constexpr std::size_t figures_max = 4;
  const std::vector<Figure> all = figures_in(sentence);
  // What begins with "or" is half of a sentence.
  const std::vector<std::string_view> words = words_in(sentence);
  if (words.empty() || is_joining(words.front()) || all.size() > figures_max) return std::nullopt;
  for (std::size_t index = 0; index < all.size(); ++index) {
    const Figure& figure = all[index];
    const std::string_view number = sentence.substr(figure.at, figure.end - figure.at);
    const bool known = is_unit(folded(figure.unit));
    if (!can_count(figure.unit, figure.glued) || has_neighbour(sentence, all, index)) continue;
    if (!known && (is_year(number) || !agrees(number, figure.unit))) continue;
    // "10s of nodes" is no number of seconds.
    if (figure.glued && sentence.substr(figure.end + figure.unit.size()).starts_with(" of ")) continue;
    const auto value = value_of(number, language);
    if (!value || (number.size() > 1 && number.front() == '0' && is_digit(number[1]))) continue;
    const bool told_twice = std::any_of(all.begin(), all.end(), [&](const Figure& other) {
      return other.at != figure.at && sentence.substr(other.at, other.end - other.at) == number;
    });
    if (told_twice) continue;
    std::string blanked(sentence.substr(0, figure.at));
    blanked.append(blank).append(figure.glued ? " " : "").append(sentence.substr(figure.end));
    return BlankedNumber{std::move(blanked), *value, figure.unit};
  }
  return std::nullopt;
}

}  // namespace certamen::content
