#include "server/report/answers.hpp"

#include <fmt/format.h>

#include <variant>
#include <vector>

namespace certamen::report {
namespace {

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

std::vector<std::string> options_in(const exam::Question& question, const std::vector<wire::OptionIndex>& indexes,
                                    wire::Language language) {
  std::vector<std::string> texts;
  for (const wire::OptionIndex index : indexes) texts.push_back(question.options.at(index).text.in(language));
  return texts;
}

std::string pairs_in(const exam::Question& question, const std::vector<wire::OptionIndex>& matches,
                     wire::Language language) {
  std::vector<std::string> pairs;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    pairs.push_back(question.options.at(i).text.in(language) + " = " + question.matches.at(matches[i]).in(language));
  }
  return joined(pairs, "; ");
}

std::string with_unit(std::string number, const exam::Question& question, wire::Language language) {
  const std::string& unit = question.numeric.unit.in(language);
  return unit.empty() ? number : number + " " + unit;
}

}  // namespace

std::string decimal(std::int64_t micros) {
  constexpr std::uint64_t one = 1'000'000;
  const bool negative = micros < 0;
  const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(micros) : static_cast<std::uint64_t>(micros);
  std::string text = fmt::format("{}{}.{:06}", negative ? "-" : "", size / one, size % one);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::uint32_t percent_of(wire::Allowance allowance) {
  constexpr wire::Duration whole{100'000'000};
  return static_cast<std::uint32_t>(wire::own_window(whole, allowance) * 100 / whole);
}

std::string answer_words(const exam::Question& question, const wire::Answer& answer, wire::Language language) {
  struct Words {
    const exam::Question& question;
    wire::Language language;
    std::string operator()(const wire::ChoiceAnswer& choice) const {
      return joined(options_in(question, choice.options, language), " + ");
    }
    std::string operator()(const wire::NumericAnswer& number) const {
      return with_unit(decimal(number.micros), question, language);
    }
    std::string operator()(const wire::OrderAnswer& order) const {
      return joined(options_in(question, order.options, language), " > ");
    }
    std::string operator()(const wire::MatchAnswer& match) const { return pairs_in(question, match.matches, language); }
    std::string operator()(const wire::TextAnswer& text) const { return text.text; }
  };
  return std::visit(Words{question, language}, answer);
}

std::string key_words(const exam::Question& question, wire::Language language) {
  switch (question.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::MultipleResponse:
    case wire::QuestionKind::TrueFalse: {
      std::vector<std::string> right;
      for (const exam::Option& option : question.options) {
        if (option.right) right.push_back(option.text.in(language));
      }
      return joined(right, " + ");
    }
    case wire::QuestionKind::Numeric: {
      std::string number = decimal(question.numeric.micros);
      if (question.numeric.tolerance_micros > 0) number += " ± " + decimal(question.numeric.tolerance_micros);
      return with_unit(std::move(number), question, language);
    }
    case wire::QuestionKind::Ordering: return joined(options_in(question, question.arrangement, language), " > ");
    case wire::QuestionKind::Matching: return pairs_in(question, question.arrangement, language);
    case wire::QuestionKind::ShortText: return joined(question.text.accepted, " / ");
  }
  return {};
}

}  // namespace certamen::report
