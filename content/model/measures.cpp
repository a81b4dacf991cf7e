#include "content/model/measures.hpp"

#include <fmt/core.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "proto/wire/limits.hpp"

namespace certamen::content {
namespace {

// ICU cuts off at 2 GiB, far above topic_file_bytes_max.
int32_t length_of(std::string_view text) {
  return static_cast<int32_t>(text.size());
}

// ICU's macro narrows its own values; the warnings are about its text, not ours.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
UChar32 next_character(std::string_view text, int32_t& at) {
  UChar32 character = 0;
  U8_NEXT(text.data(), at, length_of(text), character);
  return character;
}
#pragma GCC diagnostic pop

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), length_of(text)));
}

std::string narrow(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

// The ICU singletons come from data inside the library; if that is missing the text is taken as it is.
icu::UnicodeString normalised(const icu::UnicodeString& text, const icu::Normalizer2* form, UErrorCode& status) {
  if (U_FAILURE(status)) return text;
  return form->normalize(text, status);
}

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

// The length of a separator inside a number at `at`: "." or "," before a digit, or a space before exactly three digits.
std::size_t separator_bytes(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const auto digits_from = [rest](std::size_t from) {
    std::size_t digits = 0;
    while (from + digits < rest.size() && is_digit(rest[from + digits])) ++digits;
    return digits;
  };
  if ((rest.front() == '.' || rest.front() == ',') && digits_from(1) > 0) return 1;
  for (const std::string_view space : {" ", "\u00A0", "\u202F"}) {
    if (rest.starts_with(space) && digits_from(space.size()) == 3) return space.size();
  }
  return 0;
}

// Letters added, dropped, replaced or swapped with their neighbour (optimal string alignment).
std::size_t distance(std::string_view left, std::string_view right) {
  std::vector<std::vector<std::size_t>> cost(left.size() + 1, std::vector<std::size_t>(right.size() + 1));
  for (std::size_t i = 0; i <= left.size(); ++i) {
    for (std::size_t j = 0; j <= right.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      const std::size_t replaced = cost[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0U : 1U);
      cost[i][j] = std::min({replaced, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[left.size()][right.size()];
}

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view bytes) {
  int32_t at = 0;
  while (at < length_of(bytes)) {
    const int32_t start = at;
    if (next_character(bytes, at) < 0) return static_cast<std::size_t>(start);
  }
  return std::nullopt;
}

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return narrow(normalised(wide(text), icu::Normalizer2::getNFCInstance(status), status));
}

std::string folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString cased = normalised(wide(text), icu::Normalizer2::getNFKCCasefoldInstance(status), status);
  const icu::UnicodeString split = normalised(cased, icu::Normalizer2::getNFDInstance(status), status);
  icu::UnicodeString kept;
  for (int32_t at = 0; at < split.length(); at = split.moveIndex32(at, 1)) {
    const UChar32 character = split.char32At(at);
    if (u_charType(character) != U_NON_SPACING_MARK) kept.append(character);
  }
  return narrow(kept);
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (int32_t at = 0; at < length_of(text); ++count) next_character(text, at);
  return count;
}

std::optional<std::uint32_t> first_invisible(std::string_view text) {
  for (int32_t at = 0; at < length_of(text);) {
    const UChar32 character = next_character(text, at);
    const int8_t type = u_charType(character);
    if (type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR) {
      return static_cast<std::uint32_t>(character);
    }
  }
  return std::nullopt;
}

std::vector<std::string> tokens(std::string_view text) {
  const std::string plain = folded(text);
  std::vector<std::string> all;
  bool inside = false;
  for (int32_t at = 0; at < length_of(plain);) {
    const int32_t start = at;
    const bool part = u_isalnum(next_character(plain, at)) != 0;
    if (part && !inside) all.emplace_back();
    if (part) all.back().append(plain, static_cast<std::size_t>(start), static_cast<std::size_t>(at - start));
    inside = part;
  }
  return all;
}

std::set<std::string> figures(std::string_view text) {
  std::set<std::string> found;
  bool in_name = false;
  for (int32_t at = 0; at < length_of(text);) {
    const auto start = static_cast<std::size_t>(at);
    const UChar32 character = next_character(text, at);
    if (character < '0' || character > '9') {
      in_name = u_isalpha(character) != 0 || (in_name && (character == '.' || character == '-'));
      continue;
    }
    std::string digits;
    std::size_t end = start;
    while (end < text.size()) {
      if (is_digit(text[end])) {
        digits.push_back(text[end++]);
      } else if (const std::size_t separator = separator_bytes(text, end); separator > 0 && !in_name) {
        end += separator;
      } else {
        break;
      }
    }
    if (!in_name) found.insert(digits);
    at = static_cast<int32_t>(end);
  }
  return found;
}

unsigned likeness_percent(const std::set<std::string>& left, const std::set<std::string>& right) {
  std::size_t shared = 0;
  for (const std::string& word : left) shared += right.count(word);
  const std::size_t all = left.size() + right.size() - shared;
  return all == 0 ? 0U : static_cast<unsigned>(shared * 100 / all);
}

std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t word_letters_max = 64;
  if (word.size() > word_letters_max) return std::nullopt;
  std::optional<std::string_view> best;
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t apart = distance(word, candidate);
    if (apart >= best_distance) continue;
    best = candidate;
    best_distance = apart;
  }
  return best;
}

std::string capitalised(std::string_view text) {
  int32_t at = 0;
  if (text.empty()) return {};
  const UChar32 first = next_character(text, at);
  icu::UnicodeString capital(u_totitle(first));
  return narrow(capital).append(text.substr(static_cast<std::size_t>(at)));
}

bool may_be_capitalised(std::string_view text) {
  constexpr std::size_t part_letters_min = 2;
  std::string_view word = text.substr(0, text.find_first_of(" ,;"));
  while (word.ends_with(':') || word.ends_with('.')) word.remove_suffix(1);
  int32_t at = 0;
  if (word.empty() || u_islower(next_character(word, at)) == 0) return true;
  const bool alone = static_cast<std::size_t>(at) == word.size();  // "a", "y"
  std::size_t letters = 1;
  while (at < length_of(word)) {
    const UChar32 character = next_character(word, at);
    if (character == '-' && letters >= part_letters_min) {
      letters = 0;
    } else if (u_islower(character) != 0) {
      ++letters;
    } else {
      return false;
    }
  }
  return alone || letters >= part_letters_min;
}

std::optional<std::int64_t> micros(std::string_view decimal) {
  constexpr std::size_t decimals_max = 6;
  const bool negative = decimal.starts_with('-');
  if (negative) decimal.remove_prefix(1);
  const std::size_t point = decimal.find('.');
  const std::string_view whole = decimal.substr(0, point);
  std::string_view fraction;
  if (point != std::string_view::npos) fraction = decimal.substr(point + 1);
  if (whole.empty() || fraction.size() > decimals_max) return std::nullopt;
  if (point != std::string_view::npos && fraction.empty()) return std::nullopt;

  std::string digits(whole);
  digits.append(fraction);
  digits.append(decimals_max - fraction.size(), '0');
  std::int64_t value = 0;
  for (const char digit : digits) {
    if (!is_digit(digit)) return std::nullopt;
    value = value * 10 + (digit - '0');
    if (value > wire::numeric_micros_max) return std::nullopt;
  }
  return negative ? -value : value;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos) return text.substr(text.size());
  return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

std::string decimal_of(std::int64_t micros) {
  constexpr std::int64_t one = 1'000'000;
  const std::int64_t size = micros < 0 ? -micros : micros;
  std::string text = fmt::format("{}{}", micros < 0 ? "-" : "", size / one);
  if (size % one == 0) return text;
  text += fmt::format(".{:06}", size % one);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

}  // namespace certamen::content
