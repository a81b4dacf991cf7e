#include "content/exchange/gift_answers.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "content/model/measures.hpp"
#include "proto/wire/limits.hpp"

namespace certamen::content {
namespace {

constexpr std::size_t shown_max = 40;  // characters of a text in a remark
constexpr double full_percent = 100;
constexpr double percent_slack = 0.1;  // thirds and sixths are written with a few decimals

bool is_full(double percent) {
  return std::abs(percent - full_percent) < percent_slack;
}

// A weight in front of an answer, "%-33.333%"; it is taken off.
std::optional<double> take_weight(std::string_view& text) {
  if (!text.starts_with('%')) return std::nullopt;
  const std::size_t end = text.find('%', 1);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view digits = text.substr(1, end - 1);
  double percent = 0;
  const auto [stop, problem] =
      std::from_chars(digits.data(), digits.data() + digits.size(), percent, std::chars_format::fixed);
  if (problem != std::errc() || stop != digits.data() + digits.size() || !std::isfinite(percent)) return std::nullopt;
  text.remove_prefix(end + 1);
  return percent;
}

// Moodle's "*" in a short answer, which stands for any letters; "\*" is a star.
bool has_wildcard(std::string_view words) {
  for (std::size_t at = words.find('*'); at != std::string_view::npos; at = words.find('*', at + 1)) {
    if (at == 0 || words[at - 1] != '\\') return true;
  }
  return false;
}

std::string without_star_escapes(std::string words) {
  for (std::size_t at = words.find("\\*"); at != std::string::npos; at = words.find("\\*", at + 1)) words.erase(at, 1);
  return words;
}

}  // namespace

std::optional<std::string> GiftAnswers::read(Question& question) {
  if (marked_.empty()) return "it is an essay, which only a person can grade";
  if (marked_.front() == '#') return read_number(question);
  if (marked_.find('~') != std::string_view::npos) return read_choice(question);
  if (marked_.find('=') != std::string_view::npos && marked_.find("->") != std::string_view::npos) {
    return read_matching(question);
  }
  if (is_truth()) return read_truth(question);
  return read_short_text(question);
}

bool GiftAnswers::is_truth() const {
  constexpr std::array<std::string_view, 4> names{"t", "true", "f", "false"};
  const std::string word = folded(trimmed(marked_.substr(0, marked_.find('#'))));
  return std::find(names.begin(), names.end(), word) != names.end();
}

// TRUE#for the wrong choice#for the right one
GiftAnswers::Why GiftAnswers::read_truth(Question& question) {
  const std::vector<std::string_view> parts = parts_of(marked_, '#');
  Statement statement;
  statement.holds = folded(parts.front()).starts_with('t');
  if (parts.size() > 1) statement.reason = text_of(parts[1], line_of(parts[1]));
  question.kind = Kind::TrueFalse;
  question.body = std::move(statement);
  if (parts.size() > 2) explain(question, Answer{line_of(parts[2]), full_percent, {}, parts[2]});
  if (parts.size() > 3) builder_.remark(line_of(parts[3]), "a third feedback of a true/false question is left out");
  return std::nullopt;
}

// Each answer begins with "=" (right) or "~" (wrong, or weighted).
GiftAnswers::Why GiftAnswers::read_choice(Question& question) {
  std::vector<Answer> answers;
  for (std::size_t at = 0; at < marked_.size();) {
    const bool marks = marked_[at] == '=' || marked_[at] == '~';
    std::size_t end = marked_.find_first_of("=~", marks ? at + 1 : at);
    if (end == std::string_view::npos) end = marked_.size();
    const std::string_view part = trimmed(marked_.substr(at + (marks ? 1 : 0), end - at - (marks ? 1 : 0)));
    const bool right = marked_[at] == '=';
    if (!marks) return fmt::format("'{}' stands before the first '=' or '~'", shortened(gift_words(part), shown_max));
    at = end;
    if (part.empty()) {
      const bool doubled = end < marked_.size() && marked_[end] == '=';  // "~=" is one mark to some writers
      if (!doubled) builder_.remark(line_of(part), "an option without words is left out");
      continue;
    }
    answers.push_back(answer_of(part, right ? full_percent : 0));
  }
  Choice choice;
  const std::size_t full = static_cast<std::size_t>(
      std::count_if(answers.begin(), answers.end(), [](const Answer& answer) { return is_full(answer.percent); }));
  for (const Answer& answer : answers) {
    Option option;
    option.text = text_of(answer.text, answer.line);
    if (answer.feedback) option.reason = text_of(*answer.feedback, answer.line);
    option.correct = full > 0 ? is_full(answer.percent) : answer.percent > 0;
    choice.options.push_back(std::move(option));
  }
  const auto right = static_cast<std::size_t>(
      std::count_if(choice.options.begin(), choice.options.end(), [](const Option& option) { return option.correct; }));
  if (full > 1) {
    builder_.remark(line_of(marked_),
                    fmt::format("{} answers are each fully right; the question now asks for all of them", full));
  }
  remark_weights(answers, full > 0 ? 0 : right);
  question.kind = right > 1 ? Kind::Multiple : Kind::Single;
  question.body = std::move(choice);
  return std::nullopt;
}

// A multiple response is right as a whole here: equal shares of the right options, and wrong ones that cost as much as a
// right one gains or gain nothing, say the same. Anything else is more than topics can say. `right` is the number of
// options that share; 0 where single options are fully right.
void GiftAnswers::remark_weights(const std::vector<Answer>& answers, std::size_t right) {
  const double share = right > 0 ? full_percent / static_cast<double>(right) : full_percent;
  for (const Answer& answer : answers) {
    const bool gains = std::abs(answer.percent - share) < percent_slack;
    const bool costs = std::abs(answer.percent + share) < percent_slack || is_full(-answer.percent);
    if (gains || answer.percent == 0 || (right > 0 && costs)) continue;
    const std::string words = shortened(gift_words(answer.text), shown_max);
    builder_.remark(answer.line, fmt::format("the weight {:g} % of '{}' is left out: an answer is right or wrong",
                                             answer.percent, words));
  }
}

// =left -> right
GiftAnswers::Why GiftAnswers::read_matching(Question& question) {
  Matching matching;
  for (const std::string_view part : parts_of(marked_, '=')) {
    const std::size_t line = line_of(part);
    const std::size_t arrow = part.find("->");
    if (arrow == std::string_view::npos) {
      return fmt::format("the pair '{}' of line {} has no '->'", shortened(gift_words(part), shown_max), line);
    }
    Pair pair;
    pair.left = text_of(part.substr(0, arrow), line);
    pair.right = text_of(part.substr(arrow + 2), line);
    if (trimmed(part.substr(0, arrow)).empty()) {
      const std::string words = shortened(gift_words(trimmed(part.substr(arrow + 2))), shown_max);
      builder_.remark(line, fmt::format("the right side '{}' is left out: nothing is matched with it", words));
    } else {
      matching.pairs.push_back(std::move(pair));
    }
  }
  question.kind = Kind::Matching;
  question.body = std::move(matching);
  return std::nullopt;
}

GiftAnswers::Why GiftAnswers::read_short_text(Question& question) {
  ShortText short_text;
  for (const std::string_view part : parts_of(marked_, '=')) {
    const Answer answer = answer_of(part, full_percent);
    const std::string words = words_of(answer.text, answer.line, Markup::Plain);
    const std::string shown = shortened(words, shown_max);
    if (has_wildcard(words)) {
      builder_.remark(answer.line, fmt::format("the answer '{}' is left out: its star stands for any letters", shown));
      continue;
    }
    const std::string spelling = without_star_escapes(words);
    if (is_full(answer.percent)) {
      short_text.accepted.push_back(Words{spelling, {}});
      explain(question, answer);
      continue;
    }
    if (answer.percent != 0) {
      builder_.remark(answer.line, fmt::format("the weight {:g} % of '{}' is left out: it is listed as a mistake",
                                               answer.percent, shown));
    }
    Misspelling mistake;
    mistake.text.text = spelling;
    if (answer.feedback) mistake.reason = text_of(*answer.feedback, answer.line);
    short_text.mistakes.push_back(std::move(mistake));
  }
  if (short_text.accepted.empty()) return "no answer of it is fully right";
  question.kind = Kind::ShortText;
  question.body = std::move(short_text);
  return std::nullopt;
}

// #value:tolerance, #low..high, or "=" answers with weights; "~#" tells everybody else something.
GiftAnswers::Why GiftAnswers::read_number(Question& question) {
  std::string_view marked = trimmed(marked_.substr(1));
  if (const std::size_t others = marked.find('~'); others != std::string_view::npos) {
    builder_.remark(line_of(marked.substr(others)), "the feedback for any other number is left out");
    marked = trimmed(marked.substr(0, others));
  }
  Number number;
  std::vector<FurtherNumber> further;
  bool has_key = false;
  for (const std::string_view part : parts_of(marked, '=')) {
    const Answer answer = answer_of(part, full_percent);
    const std::string words = words_of(answer.text, answer.line, Markup::Plain);
    if (words == "*") {
      builder_.remark(answer.line, "the feedback for any other number is left out");
      continue;
    }
    const auto interval = read_interval(words);
    if (!interval && is_too_large(words)) {
      return fmt::format("'{}' of line {} is too large; numbers go up to {}", shortened(words, shown_max), answer.line,
                         decimal_of(wire::numeric_micros_max));
    }
    if (!interval) {
      return fmt::format("'{}' of line {} is no number, value:tolerance or low..high (with a decimal point, not a comma)",
                         shortened(words, shown_max), answer.line);
    }
    if (interval->rounded) builder_.remark(answer.line, fmt::format("'{}' is kept with six decimals", words));
    if (has_key || !is_full(answer.percent)) {
      further.push_back(FurtherNumber{answer, words, *interval});
      continue;
    }
    has_key = true;
    number.micros = interval->micros;
    number.tolerance_micros = interval->tolerance_micros;
    explain(question, answer);
  }
  if (!has_key) return "no number of it is fully right";
  for (const FurtherNumber& each : further) add_further_number(each, number);
  question.kind = Kind::Numeric;
  question.body = std::move(number);
  return std::nullopt;
}

// A wrong number is a mistake with its reason; what grades in steps has no place.
void GiftAnswers::add_further_number(const FurtherNumber& further, Number& number) {
  const auto& [answer, words, interval] = further;
  const bool inside = std::abs(interval.micros - number.micros) <= number.tolerance_micros;
  if (is_full(answer.percent) || inside) {
    builder_.remark(answer.line, fmt::format("the answer '{}' of {:g} % is left out: a question has one right number", words,
                                             answer.percent));
    return;
  }
  if (answer.percent != 0 || interval.tolerance_micros != 0) {
    builder_.remark(answer.line, fmt::format("the answer '{}' of {:g} % is a mistake of the value {} now", words,
                                             answer.percent, decimal_of(interval.micros)));
  }
  NumericMistake mistake;
  mistake.micros = interval.micros;
  if (answer.feedback) mistake.reason = text_of(*answer.feedback, answer.line);
  number.mistakes.push_back(std::move(mistake));
}

GiftAnswers::Answer GiftAnswers::answer_of(std::string_view marked, double otherwise) {
  Answer answer;
  answer.line = line_of(marked);
  std::string_view text = trimmed(marked);
  answer.percent = take_weight(text).value_or(otherwise);
  const std::size_t hash = text.find('#');
  answer.text = trimmed(text.substr(0, hash));
  if (hash != std::string_view::npos) answer.feedback = trimmed(text.substr(hash + 1));
  return answer;
}

std::vector<std::string_view> GiftAnswers::parts_of(std::string_view marked, char separator) const {
  std::vector<std::string_view> parts;
  if (separator == '=' && trimmed(marked).starts_with('=')) marked.remove_prefix(marked.find('=') + 1);
  while (true) {
    const std::size_t end = marked.find(separator);
    parts.push_back(trimmed(marked.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    marked.remove_prefix(end + 1);
  }
}

// Counts from the last place it was asked for: a block may have thousands of answers.
std::size_t GiftAnswers::line_of(std::string_view part) {
  const char* const at = part.data();
  const auto lines = std::count(std::min(at, counted_to_), std::max(at, counted_to_), '\n');
  line_ = at < counted_to_ ? line_ - static_cast<std::size_t>(lines) : line_ + static_cast<std::size_t>(lines);
  counted_to_ = at;
  return line_;
}

std::string GiftAnswers::words_of(std::string_view part, std::size_t line, Markup markup) {
  const GiftText text = gift_text(part, markup);
  return builder_.words(line, gift_words(text.marked), text.markup);
}

Text GiftAnswers::text_of(std::string_view part, std::size_t line) {
  const GiftText text = gift_text(part, markup_);
  return builder_.text(line, gift_words(text.marked), text.markup);
}

void GiftAnswers::explain(Question& question, const Answer& answer) {
  if (!answer.feedback) return;
  Text text = text_of(*answer.feedback, answer.line);
  const std::string& words = text.en.text.empty() ? text.es.text : text.en.text;
  const std::string& given =
      question.explanation.en.text.empty() ? question.explanation.es.text : question.explanation.en.text;
  if (words.empty() || words == given) return;
  if (given.empty()) {
    question.explanation = std::move(text);
  } else {
    builder_.remark(answer.line, fmt::format("the feedback '{}' of a right answer is left out: the explanation is another",
                                             shortened(words, shown_max)));
  }
}

}  // namespace certamen::content
