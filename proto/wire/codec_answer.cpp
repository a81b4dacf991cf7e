#include <array>

#include "proto/wire/codec_parts.hpp"

namespace certamen::wire::codec {
namespace {

void put_answer(const ChoiceAnswer& from, pb::Answer& to) {
  auto* message = to.mutable_choice();
  for (const OptionIndex option : from.options) message->add_options(option);
}
void put_answer(const NumericAnswer& from, pb::Answer& to) {
  to.mutable_numeric()->set_micros(from.micros);
}
void put_answer(const OrderAnswer& from, pb::Answer& to) {
  auto* message = to.mutable_order();
  for (const OptionIndex option : from.options) message->add_options(option);
}
void put_answer(const MatchAnswer& from, pb::Answer& to) {
  auto* message = to.mutable_match();
  for (const OptionIndex match : from.matches) message->add_matches(match);
}
void put_answer(const TextAnswer& from, pb::Answer& to) {
  to.mutable_text()->set_text(from.text);
}

template <class Indexes>
std::vector<OptionIndex> indexes(const Indexes& from, std::string_view field, Check& check) {
  std::vector<OptionIndex> to;
  if (!check.that(!from.empty() && static_cast<std::size_t>(from.size()) <= options_max, field)) return to;
  for (const std::uint32_t index : from) {
    to.push_back(static_cast<OptionIndex>(bounded(index, 0, options_max - 1, field, check)));
  }
  return to;
}

ChoiceAnswer take(const pb::ChoiceAnswer& from, Check& check) {
  ChoiceAnswer to{indexes(from.options(), "answer.options", check)};
  for (std::size_t i = 1; i < to.options.size(); ++i) check.that(to.options[i - 1] < to.options[i], "answer.options");
  return to;
}

NumericAnswer take(const pb::NumericAnswer& from, Check& check) {
  check.that(from.micros() >= -numeric_micros_max && from.micros() <= numeric_micros_max, "answer.micros");
  return {from.micros()};
}

OrderAnswer take(const pb::OrderAnswer& from, Check& check) {
  OrderAnswer to{indexes(from.options(), "answer.order", check)};
  std::array<bool, options_max> seen{};
  for (const OptionIndex option : to.options) {
    check.that(option < to.options.size() && !seen.at(option), "answer.order");
    seen.at(option) = true;
  }
  return to;
}

TextAnswer take(const pb::TextAnswer& from, Check& check) {
  check.that(!from.text().empty(), "answer.text");
  return {text(from.text(), text_answer_bytes_max, "answer.text", check)};
}

}  // namespace

void put(const Answer& from, pb::Answer& to) {
  std::visit([&to](const auto& answer) { put_answer(answer, to); }, from);
}

Answer take(const pb::Answer& from, Check& check) {
  using Kind = pb::Answer::AnswerCase;
  switch (from.answer_case()) {
    case Kind::kChoice: return take(from.choice(), check);
    case Kind::kNumeric: return take(from.numeric(), check);
    case Kind::kOrder: return take(from.order(), check);
    case Kind::kMatch: return MatchAnswer{indexes(from.match().matches(), "answer.matches", check)};
    case Kind::kText: return take(from.text(), check);
    case Kind::ANSWER_NOT_SET: break;
  }
  check.that(false, "answer");
  return NumericAnswer{};
}

}  // namespace certamen::wire::codec
