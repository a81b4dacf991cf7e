#include "server/exam/correct.hpp"

#include <algorithm>
#include <set>

#include "server/exam/fold.hpp"

namespace certamen::exam {
namespace {

bool picks(const Question& question, const std::vector<wire::OptionIndex>& options, std::size_t count_max) {
  const bool ascending = std::adjacent_find(options.begin(), options.end(), std::greater_equal<>()) == options.end();
  return !options.empty() && options.size() <= count_max && ascending && options.back() < question.options.size();
}

bool orders(const Question& question, const std::vector<wire::OptionIndex>& options) {
  const std::set<wire::OptionIndex> distinct(options.begin(), options.end());
  return options.size() == question.options.size() && distinct.size() == options.size() && !options.empty() &&
         *distinct.rbegin() < options.size();
}

bool matches(const Question& question, const std::vector<wire::OptionIndex>& options) {
  return !options.empty() && options.size() == question.options.size() &&
         std::all_of(options.begin(), options.end(),
                     [&question](wire::OptionIndex match) { return match < question.matches.size(); });
}

bool spells(const std::vector<std::string>& spellings) {
  return !spellings.empty() && std::all_of(spellings.begin(), spellings.end(), [](const std::string& spelling) {
    const std::string plain = folded(spelling);
    return !plain.empty() && plain.size() <= wire::text_answer_bytes_max;
  });
}

bool fits_kind(const Question& question, const wire::CorrectKey& key) {
  const bool numeric = question.kind == wire::QuestionKind::Numeric;
  if (!numeric && (key.numeric_micros != 0 || key.numeric_tolerance_micros != 0)) return false;
  if (question.kind != wire::QuestionKind::ShortText && !key.spellings.empty()) return false;
  switch (question.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::TrueFalse: return picks(question, key.options, 1);
    case wire::QuestionKind::MultipleResponse: return picks(question, key.options, question.options.size());
    case wire::QuestionKind::Numeric: return key.options.empty() && key.numeric_tolerance_micros >= 0;
    case wire::QuestionKind::Ordering: return orders(question, key.options);
    case wire::QuestionKind::Matching: return matches(question, key.options);
    case wire::QuestionKind::ShortText: return key.options.empty() && spells(key.spellings);
  }
  return false;
}

}  // namespace

std::optional<Question> with_key(Question question, const wire::CorrectKey& key) {
  if (!fits_kind(question, key)) return std::nullopt;
  switch (question.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::TrueFalse:
    case wire::QuestionKind::MultipleResponse:
      for (std::size_t i = 0; i < question.options.size(); ++i) {
        question.options[i].right = std::find(key.options.begin(), key.options.end(), i) != key.options.end();
      }
      break;
    case wire::QuestionKind::Numeric:
      question.numeric.micros = key.numeric_micros;
      question.numeric.tolerance_micros = key.numeric_tolerance_micros;
      break;
    case wire::QuestionKind::Ordering:
    case wire::QuestionKind::Matching: question.arrangement = key.options; break;
    case wire::QuestionKind::ShortText: question.text.accepted = key.spellings; break;
  }
  return question;
}

}  // namespace certamen::exam
