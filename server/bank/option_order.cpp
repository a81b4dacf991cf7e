#include "server/bank/option_order.hpp"

#include <numeric>
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

namespace {

constexpr std::size_t least_avoidable = 3;  // of two, leaving one order out would tell the other

using Places = std::vector<wire::OptionIndex>;

Places in_order(std::size_t count) {
  Places places(count);
  std::iota(places.begin(), places.end(), wire::OptionIndex{0});
  return places;
}

// places[new] = old, turned into inverse[old] = new.
Places inverse(const Places& places) {
  Places back(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) back[places[i]] = static_cast<wire::OptionIndex>(i);
  return back;
}

template <class T>
std::vector<T> arranged(const std::vector<T>& values, const Places& places) {
  std::vector<T> moved;
  for (const wire::OptionIndex place : places) moved.push_back(values[place]);
  return moved;
}

void shuffle_items(exam::Question& question, exam::Random& random) {
  const Places right = in_order(question.options.size());
  const Places turned(right.rbegin(), right.rend());
  Places places = right;
  Places key;
  do {
    random.shuffle(places);
    key = arranged(inverse(places), question.arrangement);
  } while (places.size() >= least_avoidable && (key == right || key == turned));
  question.options = arranged(question.options, places);
  question.arrangement = std::move(key);
}

void shuffle_pairs(exam::Question& question, exam::Random& random) {
  const Places side_by_side = in_order(question.options.size());
  Places left = side_by_side;
  Places right = in_order(question.matches.size());
  Places key;
  do {
    random.shuffle(left);
    random.shuffle(right);
    key = arranged(inverse(right), arranged(question.arrangement, left));
  } while (left.size() >= least_avoidable && key == side_by_side);
  question.options = arranged(question.options, left);
  question.matches = arranged(question.matches, right);
  question.arrangement = std::move(key);
}

}  // namespace

void order_options(exam::Question& question, exam::Random& random) {
  switch (question.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::MultipleResponse:
      if (!is_ascending_scale(question.options)) random.shuffle(question.options);
      return;
    case wire::QuestionKind::Ordering: shuffle_items(question, random); return;
    case wire::QuestionKind::Matching: shuffle_pairs(question, random); return;
    case wire::QuestionKind::TrueFalse:
    case wire::QuestionKind::Numeric:
    case wire::QuestionKind::ShortText: return;
  }
}

}  // namespace certamen::bank
