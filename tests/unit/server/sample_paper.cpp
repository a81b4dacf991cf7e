#include "tests/unit/server/sample_paper.hpp"

#include <set>

namespace certamen::server_test {
namespace {

void add_options(exam::Question& question, std::size_t count, const std::set<std::size_t>& right, const std::string& name) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::string suffix = name + " option " + std::to_string(i);
    question.options.push_back({in_both("Text of " + suffix), in_both("Reason of " + suffix), right.contains(i)});
  }
}

}  // namespace

exam::LocalText in_both(const std::string& words) {
  return {{words + " [en]", words + " [es]"}};
}

exam::Question sample_question(wire::QuestionKind kind, std::uint32_t number) {
  const std::string name = "question " + std::to_string(number);
  exam::Question question;
  question.id = "topic/question-" + std::to_string(number);
  question.kind = kind;
  question.domain = wire::ExamDomain::Resilient;
  question.difficulty = 1 + number % 5;
  question.seconds = 20;
  question.topic_title = in_both("Topic of " + name);
  question.prompt = in_both("Prompt of " + name);
  switch (kind) {
    case wire::QuestionKind::SingleChoice: add_options(question, 4, {1}, name); break;
    case wire::QuestionKind::MultipleResponse: add_options(question, 4, {0, 2}, name); break;
    case wire::QuestionKind::TrueFalse: add_options(question, 2, {1}, name); break;
    case wire::QuestionKind::Numeric:
      question.numeric = {1'200'000'000, 500'000, in_both("IOPS"), {{400'000'000, in_both("Mistake of " + name)}}};
      break;
    case wire::QuestionKind::Ordering:
      add_options(question, 4, {}, name);
      question.arrangement = {2, 0, 3, 1};
      break;
    case wire::QuestionKind::Matching:
      add_options(question, 3, {}, name);
      for (int i = 0; i < 3; ++i) question.matches.push_back(in_both("Match " + std::to_string(i) + " of " + name));
      question.arrangement = {1, 2, 0};
      break;
    case wire::QuestionKind::ShortText:
      question.text.accepted = {"Señal única of " + name, "Signal of " + name};
      question.text.mistakes = {{"Noise of " + name, in_both("Mistake of " + name)}};
      break;
  }
  question.explanation = in_both("Explanation of " + name);
  question.notes = {{in_both("Note of " + name), in_both("As-of remark of " + name), "2026-11", "165, 175"},
                    {in_both("Second note of " + name), {}, "", "218"}};
  return question;
}

exam::Paper sample_paper(std::uint32_t count) {
  exam::Paper paper;
  for (std::uint32_t number = 1; number <= count; ++number) {
    paper.questions.push_back(
        sample_question(static_cast<wire::QuestionKind>((number - 1) % wire::question_kind_count), number));
  }
  return paper;
}

wire::Answer right_answer(const exam::Question& question) {
  switch (question.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::MultipleResponse:
    case wire::QuestionKind::TrueFalse: break;
    case wire::QuestionKind::Numeric: return wire::NumericAnswer{question.numeric.micros};
    case wire::QuestionKind::Ordering: return wire::OrderAnswer{question.arrangement};
    case wire::QuestionKind::Matching: return wire::MatchAnswer{question.arrangement};
    case wire::QuestionKind::ShortText: return wire::TextAnswer{question.text.accepted.back()};
  }
  wire::ChoiceAnswer choice;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (question.options[i].right) choice.options.push_back(static_cast<wire::OptionIndex>(i));
  }
  return choice;
}

wire::Answer wrong_answer(const exam::Question& question) {
  switch (question.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::MultipleResponse:
    case wire::QuestionKind::TrueFalse: break;
    case wire::QuestionKind::Numeric: return wire::NumericAnswer{400'000'000};
    case wire::QuestionKind::Ordering:
      return wire::OrderAnswer{{question.arrangement.rbegin(), question.arrangement.rend()}};
    case wire::QuestionKind::Matching: return wire::MatchAnswer{{0, 0, 1}};
    case wire::QuestionKind::ShortText: return wire::TextAnswer{"Nothing"};
  }
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (!question.options[i].right) return wire::ChoiceAnswer{{static_cast<wire::OptionIndex>(i)}};
  }
  return wire::ChoiceAnswer{{0}};
}

std::vector<std::string> secrets_of(const exam::Question& question) {
  std::vector<exam::LocalText> texts = {question.explanation};
  for (const exam::Option& option : question.options) texts.push_back(option.reason);
  for (const exam::NumericMistake& mistake : question.numeric.mistakes) texts.push_back(mistake.reason);
  for (const exam::TextMistake& mistake : question.text.mistakes) texts.push_back(mistake.reason);
  for (const exam::Note& note : question.notes) {
    texts.push_back(note.text);
    texts.push_back(note.as_of);
  }
  std::vector<std::string> secrets = question.text.accepted;
  for (const exam::TextMistake& mistake : question.text.mistakes) secrets.push_back(mistake.spelling);
  for (const exam::LocalText& text : texts) {
    for (const std::string& words : text.by_language) {
      if (!words.empty()) secrets.push_back(words);
    }
  }
  return secrets;
}

}  // namespace certamen::server_test
