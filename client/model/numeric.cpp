#include "client/model/numeric.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "client/model/address.hpp"

namespace certamen::model {

namespace {

constexpr std::int64_t micros_per_one = 1'000'000;
constexpr std::size_t decimals_max = 6;
constexpr std::string_view typographic_minus = "\u2212";
constexpr std::string_view narrow_space = "\u202F";

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

// Rewrites the typographic forms as ASCII, so that the rest reads one alphabet.
std::string plain(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> forms{
      {{typographic_minus, '-'}, {narrow_space, ' '}, {"\u00A0", ' '}, {"\u2009", ' '}, {"\u2007", ' '}}};
  std::string result;
  while (!text.empty()) {
    const auto* form =
        std::find_if(forms.begin(), forms.end(), [&](const auto& each) { return text.starts_with(each.first); });
    if (form != forms.end()) {
      result.push_back(form->second);
      text.remove_prefix(form->first.size());
    } else {
      result.push_back(text.front() == ',' ? '.' : text.front());
      text.remove_prefix(1);
    }
  }
  return result;
}

// The digits of a whole part whose thousands may be set apart; nothing when the groups are not of three.
tl::expected<std::string, NumberError> whole_digits(std::string_view text) {
  std::string digits;
  std::size_t since_space = 0;
  bool grouped = false;
  for (const char letter : text) {
    if (letter == ' ') {
      const bool first_group = !grouped && since_space >= 1 && since_space <= 3;
      const bool later_group = grouped && since_space == 3;
      if (!first_group && !later_group) return tl::unexpected(NumberError::Malformed);
      grouped = true;
      since_space = 0;
    } else if (is_digit(letter)) {
      digits.push_back(letter);
      ++since_space;
    } else {
      return tl::unexpected(NumberError::Malformed);
    }
  }
  if (grouped && since_space != 3) return tl::unexpected(NumberError::Malformed);
  return digits;
}

tl::expected<std::int64_t, NumberError> micros_of(std::string_view whole, std::string_view decimals) {
  while (decimals.size() > decimals_max && decimals.back() == '0') decimals.remove_suffix(1);
  if (decimals.size() > decimals_max) return tl::unexpected(NumberError::TooPrecise);
  std::int64_t value = 0;
  for (const char digit : whole) {
    value = value * 10 + (digit - '0');
    if (value > wire::numeric_micros_max / micros_per_one) return tl::unexpected(NumberError::OutOfRange);
  }
  for (std::size_t place = 0; place < decimals_max; ++place) {
    value = value * 10 + (place < decimals.size() ? decimals[place] - '0' : 0);
  }
  if (value > wire::numeric_micros_max) return tl::unexpected(NumberError::OutOfRange);
  return value;
}

}  // namespace

tl::expected<std::int64_t, NumberError> parse_number(std::string_view text) {
  const std::string simple = plain(text);
  std::string_view rest = trimmed(simple);
  if (rest.empty()) return tl::unexpected(NumberError::Missing);

  const bool negative = rest.front() == '-';
  if (negative || rest.front() == '+') rest = trimmed(rest.substr(1));

  const auto point = rest.find('.');
  const auto whole = whole_digits(rest.substr(0, point));
  if (!whole) return tl::unexpected(whole.error());
  const std::string_view decimals = point == std::string_view::npos ? std::string_view{} : rest.substr(point + 1);
  if (!std::all_of(decimals.begin(), decimals.end(), is_digit)) return tl::unexpected(NumberError::Malformed);
  if (whole->empty() && decimals.empty()) return tl::unexpected(NumberError::Malformed);

  const auto value = micros_of(*whole, decimals);
  if (!value) return value;
  return negative ? -*value : *value;
}

std::string format_number(std::int64_t micros, wire::Language language) {
  const auto magnitude = micros < 0 ? 0 - static_cast<std::uint64_t>(micros) : static_cast<std::uint64_t>(micros);
  constexpr auto one = static_cast<std::uint64_t>(micros_per_one);
  const std::string whole = std::to_string(magnitude / one);
  std::string decimals = std::to_string(one + magnitude % one).substr(1);
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();

  std::string text{micros < 0 ? typographic_minus : std::string_view{}};
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0 && whole.size() >= 5) text += narrow_space;
    text.push_back(whole[i]);
  }
  if (!decimals.empty()) text += (language == wire::Language::Spanish ? ',' : '.') + decimals;
  return text;
}

}  // namespace certamen::model
