#include "server/bank/option_order.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace certamen::bank {
namespace {

// A number and what stands around it, as "$1,000 per month" = 1000, "$ per month".
struct Quantity {
  std::int64_t micros = 0;
  std::string unit;
};

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

// English texts: commas group thousands, a point begins the decimals. Nothing when there is no number or more than one.
std::optional<Quantity> quantity_of(std::string_view text) {
  constexpr std::size_t digits_max = 9;
  constexpr std::size_t decimals_max = 6;
  Quantity quantity;
  std::size_t at = 0;
  while (at < text.size() && !is_digit(text[at])) quantity.unit.push_back(text[at++]);
  std::size_t digits = 0;
  std::size_t decimals = 0;
  bool after_point = false;
  for (; at < text.size(); ++at) {
    const bool digit_follows = at + 1 < text.size() && is_digit(text[at + 1]);
    if (is_digit(text[at])) {
      quantity.micros = quantity.micros * 10 + (text[at] - '0');
      ++(after_point ? decimals : digits);
    } else if (text[at] == '.' && !after_point && digit_follows) {
      after_point = true;
    } else if (text[at] != ',' || !digit_follows) {
      break;
    }
    if (digits > digits_max || decimals > decimals_max) return std::nullopt;
  }
  if (digits == 0) return std::nullopt;
  for (; decimals < decimals_max; ++decimals) quantity.micros *= 10;
  for (; at < text.size(); ++at) {
    if (is_digit(text[at])) return std::nullopt;
    quantity.unit.push_back(text[at]);
  }
  // "1 day" and "7 days" are of one unit.
  if (quantity.unit.ends_with('s')) quantity.unit.pop_back();
  return quantity;
}

}  // namespace

bool is_ascending_scale(const std::vector<exam::Option>& options) {
  std::optional<Quantity> before;
  for (const exam::Option& option : options) {
    auto quantity = quantity_of(option.text.in(wire::Language::English));
    if (!quantity) return false;
    if (before && (quantity->unit != before->unit || quantity->micros <= before->micros)) return false;
    before = std::move(quantity);
  }
  return !options.empty();
}

void order_options(exam::Question& question, exam::Random& random) {
  switch (question.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::MultipleResponse:
      if (!is_ascending_scale(question.options)) random.shuffle(question.options);
      return;
    case wire::QuestionKind::TrueFalse:
    case wire::QuestionKind::Numeric: return;
  }
}

}  // namespace certamen::bank
