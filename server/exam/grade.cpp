#include "server/exam/grade.hpp"

#include <algorithm>

#include "server/exam/fold.hpp"

namespace certamen::exam {
namespace {

bool fits_choice(const Question& question, const wire::ChoiceAnswer* choice) {
  if (choice == nullptr || choice->options.empty() || choice->options.back() >= question.options.size()) return false;
  return choice->options.size() <= right_option_count(question);
}

bool fits_order(const Question& question, const wire::OrderAnswer* order) {
  return order != nullptr && order->options.size() == question.options.size() &&
         std::is_permutation(order->options.begin(), order->options.end(), question.arrangement.begin(),
                             question.arrangement.end());
}

bool fits_match(const Question& question, const wire::MatchAnswer* match) {
  return match != nullptr && match->matches.size() == question.options.size() &&
         std::all_of(match->matches.begin(), match->matches.end(),
                     [&question](wire::OptionIndex index) { return index < question.matches.size(); });
}

bool fits_text(const wire::TextAnswer* text) {
  if (text == nullptr) return false;
  const std::string plain = folded(text->text);
  return !plain.empty() && plain.size() <= wire::text_answer_bytes_max;
}

Credit all_or_nothing(bool right) {
  return {right ? 1U : 0U, 1};
}

Credit credit_choice(const Question& question, const wire::ChoiceAnswer& choice) {
  const std::uint32_t whole = right_option_count(question);
  const auto right = static_cast<std::uint32_t>(
      std::count_if(choice.options.begin(), choice.options.end(),
                    [&question](wire::OptionIndex option) { return question.options[option].right; }));
  const auto wrong = static_cast<std::uint32_t>(choice.options.size()) - right;
  if (right == whole && wrong == 0) return {whole, whole};
  if (question.options.size() - whole < wrong_options_for_partial_credit || right <= wrong) return {0, whole};
  return {right - wrong, whole};
}

Credit credit_number(const NumericKey& key, const wire::NumericAnswer& number) {
  const std::int64_t distance = number.micros - key.micros;
  return all_or_nothing(distance <= key.tolerance_micros && -distance <= key.tolerance_micros);
}

Credit credit_order(const Question& question, const wire::OrderAnswer& order) {
  const std::vector<wire::OptionIndex>& key = question.arrangement;
  const auto place = [&key](wire::OptionIndex option) { return std::find(key.begin(), key.end(), option); };
  Credit credit{0, 0};
  for (std::size_t later = 1; later < order.options.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      ++credit.whole;
      if (place(order.options[earlier]) < place(order.options[later])) ++credit.part;
    }
  }
  return credit.whole == 0 ? all_or_nothing(true) : credit;
}

Credit credit_match(const Question& question, const wire::MatchAnswer& match) {
  Credit credit{0, static_cast<std::uint32_t>(question.options.size())};
  for (std::size_t option = 0; option < question.options.size(); ++option) {
    if (match.matches[option] == question.arrangement[option]) ++credit.part;
  }
  return credit;
}

Credit credit_text(const TextKey& key, const wire::TextAnswer& text) {
  const std::string plain = folded(text.text);
  return all_or_nothing(std::any_of(key.accepted.begin(), key.accepted.end(),
                                    [&plain](const std::string& spelling) { return folded(spelling) == plain; }));
}

}  // namespace

std::uint32_t right_option_count(const Question& question) {
  const auto count =
      std::count_if(question.options.begin(), question.options.end(), [](const Option& option) { return option.right; });
  return std::max(1U, static_cast<std::uint32_t>(count));
}

bool fits(const Question& question, const wire::Answer& answer) {
  switch (question.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::MultipleResponse:
    case wire::QuestionKind::TrueFalse: return fits_choice(question, std::get_if<wire::ChoiceAnswer>(&answer));
    case wire::QuestionKind::Numeric: return std::holds_alternative<wire::NumericAnswer>(answer);
    case wire::QuestionKind::Ordering: return fits_order(question, std::get_if<wire::OrderAnswer>(&answer));
    case wire::QuestionKind::Matching: return fits_match(question, std::get_if<wire::MatchAnswer>(&answer));
    case wire::QuestionKind::ShortText: return fits_text(std::get_if<wire::TextAnswer>(&answer));
  }
  return false;
}

Credit credit(const Question& question, const wire::Answer& answer) {
  struct Grade {
    const Question& question;
    Credit operator()(const wire::ChoiceAnswer& choice) const { return credit_choice(question, choice); }
    Credit operator()(const wire::NumericAnswer& number) const { return credit_number(question.numeric, number); }
    Credit operator()(const wire::OrderAnswer& order) const { return credit_order(question, order); }
    Credit operator()(const wire::MatchAnswer& match) const { return credit_match(question, match); }
    Credit operator()(const wire::TextAnswer& text) const { return credit_text(question.text, text); }
  };
  return std::visit(Grade{question}, answer);
}

bool is_right(const Question& question, const wire::Answer& answer) {
  return credit(question, answer).full();
}

std::vector<wire::OptionIndex> options_in_place(const Question& question, const wire::Answer& answer) {
  std::vector<wire::OptionIndex> in_place;
  if (const auto* order = std::get_if<wire::OrderAnswer>(&answer)) {
    for (std::size_t place = 0; place < order->options.size(); ++place) {
      if (order->options[place] == question.arrangement[place]) in_place.push_back(order->options[place]);
    }
  } else if (const auto* match = std::get_if<wire::MatchAnswer>(&answer)) {
    for (std::size_t option = 0; option < match->matches.size(); ++option) {
      if (match->matches[option] == question.arrangement[option]) in_place.push_back(static_cast<wire::OptionIndex>(option));
    }
  }
  return in_place;
}

}  // namespace certamen::exam
