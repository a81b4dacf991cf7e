#include "server/exam/grade.hpp"

#include <algorithm>

namespace certamen::exam {
namespace {

bool fits_choice(const Question& question, const wire::ChoiceAnswer& choice) {
  if (choice.options.empty() || choice.options.back() >= question.options.size()) return false;
  return choice.options.size() <= right_option_count(question);
}

}  // namespace

std::uint32_t right_option_count(const Question& question) {
  if (question.kind == wire::QuestionKind::Numeric) return 1;
  return static_cast<std::uint32_t>(
      std::count_if(question.options.begin(), question.options.end(), [](const Option& option) { return option.right; }));
}

bool fits(const Question& question, const wire::Answer& answer) {
  switch (question.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::MultipleResponse:
    case wire::QuestionKind::TrueFalse: {
      const auto* choice = std::get_if<wire::ChoiceAnswer>(&answer);
      return choice != nullptr && fits_choice(question, *choice);
    }
    case wire::QuestionKind::Numeric: return std::holds_alternative<wire::NumericAnswer>(answer);
  }
  return false;
}

bool is_right(const Question& question, const wire::Answer& answer) {
  if (const auto* number = std::get_if<wire::NumericAnswer>(&answer)) {
    const std::int64_t distance = number->micros - question.numeric.micros;
    return distance <= question.numeric.tolerance_micros && -distance <= question.numeric.tolerance_micros;
  }
  const auto& chosen = std::get<wire::ChoiceAnswer>(answer).options;
  const bool all_right =
      std::all_of(chosen.begin(), chosen.end(), [&](wire::OptionIndex option) { return question.options[option].right; });
  return all_right && chosen.size() == right_option_count(question);
}

}  // namespace certamen::exam
