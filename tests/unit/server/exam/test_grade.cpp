#include <limits>
#include <vector>

#include "server/exam/grade.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/sample_paper.hpp"

namespace certamen::exam {
namespace {

using wire::QuestionKind;

struct Row {
  wire::Answer answer;
  bool fits = false;
  bool right = false;
};

wire::Answer choose(std::vector<wire::OptionIndex> options) {
  return wire::ChoiceAnswer{std::move(options)};
}

wire::Answer number(std::int64_t micros) {
  return wire::NumericAnswer{micros};
}

void check(const Question& question, const std::vector<Row>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(i);
    CHECK(fits(question, rows[i].answer) == rows[i].fits);
    if (rows[i].fits) CHECK(is_right(question, rows[i].answer) == rows[i].right);
  }
}

}  // namespace

TEST_CASE("single choice takes one of its options") {
  check(server_test::sample_question(QuestionKind::SingleChoice, 1), {{choose({0}), true, false},
                                                                      {choose({1}), true, true},
                                                                      {choose({2}), true, false},
                                                                      {choose({3}), true, false},
                                                                      {choose({4}), false, false},
                                                                      {choose({7}), false, false},
                                                                      {choose({}), false, false},
                                                                      {choose({0, 1}), false, false},
                                                                      {number(1), false, false}});
}

TEST_CASE("true or false takes one of two") {
  check(server_test::sample_question(QuestionKind::TrueFalse, 1), {{choose({0}), true, false},
                                                                   {choose({1}), true, true},
                                                                   {choose({2}), false, false},
                                                                   {choose({0, 1}), false, false},
                                                                   {choose({}), false, false},
                                                                   {number(0), false, false}});
}

TEST_CASE("multiple response is right when exactly the right options are chosen") {
  check(server_test::sample_question(QuestionKind::MultipleResponse, 1), {{choose({0, 2}), true, true},
                                                                          {choose({0}), true, false},
                                                                          {choose({2}), true, false},
                                                                          {choose({1}), true, false},
                                                                          {choose({0, 1}), true, false},
                                                                          {choose({1, 3}), true, false},
                                                                          {choose({0, 1, 2}), false, false},
                                                                          {choose({0, 1, 2, 3}), false, false},
                                                                          {choose({0, 4}), false, false},
                                                                          {choose({}), false, false},
                                                                          {number(2), false, false}});
}

TEST_CASE("a number is right within its tolerance, bounds included") {
  const Question question = server_test::sample_question(QuestionKind::Numeric, 1);
  check(question, {{number(1'200'000'000), true, true},
                   {number(1'200'500'000), true, true},
                   {number(1'199'500'000), true, true},
                   {number(1'200'500'001), true, false},
                   {number(1'199'499'999), true, false},
                   {number(0), true, false},
                   {number(-1'200'000'000), true, false},
                   {number(wire::numeric_micros_max), true, false},
                   {number(-wire::numeric_micros_max), true, false},
                   {choose({0}), false, false}});
}

TEST_CASE("without tolerance only the number itself is right") {
  Question question = server_test::sample_question(QuestionKind::Numeric, 1);
  question.numeric.tolerance_micros = 0;
  check(question,
        {{number(1'200'000'000), true, true}, {number(1'200'000'001), true, false}, {number(1'199'999'999), true, false}});
}

TEST_CASE("the ends of the numeric range are graded like any number") {
  Question question = server_test::sample_question(QuestionKind::Numeric, 1);
  question.numeric.micros = wire::numeric_micros_max;
  question.numeric.tolerance_micros = 2 * wire::numeric_micros_max;
  check(question, {{number(wire::numeric_micros_max), true, true}, {number(-wire::numeric_micros_max), true, true}});
  question.numeric.tolerance_micros -= 1;
  check(question, {{number(-wire::numeric_micros_max), true, false}});
}

TEST_CASE("how many options are right") {
  CHECK(right_option_count(server_test::sample_question(QuestionKind::SingleChoice, 1)) == 1);
  CHECK(right_option_count(server_test::sample_question(QuestionKind::TrueFalse, 1)) == 1);
  CHECK(right_option_count(server_test::sample_question(QuestionKind::MultipleResponse, 1)) == 2);
  CHECK(right_option_count(server_test::sample_question(QuestionKind::Numeric, 1)) == 1);
}

TEST_CASE("an ordering wants every option once and is right in the right order alone") {
  const Question question = server_test::sample_question(QuestionKind::Ordering, 1);  // right: 2 0 3 1
  const auto order = [](std::vector<wire::OptionIndex> options) {
    return wire::Answer{wire::OrderAnswer{std::move(options)}};
  };
  check(question, {{order({2, 0, 3, 1}), true, true},
                   {order({0, 2, 3, 1}), true, false},
                   {order({2, 0, 3}), false, false},
                   {order({2, 0, 3, 3}), false, false},
                   {order({2, 0, 3, 1, 4}), false, false},
                   {order({2, 0, 3, 4}), false, false},
                   {choose({2}), false, false},
                   {number(2), false, false},
                   {wire::MatchAnswer{{2, 0, 3, 1}}, false, false}});
  CHECK(credit(question, order({2, 0, 3, 1})) == Credit{6, 6});
  CHECK(credit(question, order({0, 2, 3, 1})) == Credit{5, 6});
  CHECK(credit(question, order({2, 3, 1, 0})) == Credit{4, 6});
  CHECK(credit(question, order({1, 3, 0, 2})) == Credit{0, 6});
  CHECK(options_in_place(question, order({2, 3, 0, 1})) == std::vector<wire::OptionIndex>{2, 1});
}

TEST_CASE("an ordering of two, and of one, can be graded") {
  Question question = server_test::sample_question(QuestionKind::Ordering, 1);
  question.options.resize(2);
  question.arrangement = {1, 0};
  CHECK(credit(question, wire::OrderAnswer{{1, 0}}) == Credit{1, 1});
  CHECK(credit(question, wire::OrderAnswer{{0, 1}}) == Credit{0, 1});
  question.options.resize(1);
  question.arrangement = {0};
  CHECK(credit(question, wire::OrderAnswer{{0}}) == Credit{1, 1});
}

TEST_CASE("a matching wants a match for every option, and two may share one") {
  const Question question = server_test::sample_question(QuestionKind::Matching, 1);  // right: 1 2 0
  const auto match = [](std::vector<wire::OptionIndex> matches) {
    return wire::Answer{wire::MatchAnswer{std::move(matches)}};
  };
  check(question, {{match({1, 2, 0}), true, true},
                   {match({1, 1, 1}), true, false},
                   {match({1, 2}), false, false},
                   {match({1, 2, 0, 0}), false, false},
                   {match({1, 2, 3}), false, false},
                   {choose({1}), false, false},
                   {wire::OrderAnswer{{1, 2, 0}}, false, false}});
  CHECK(credit(question, match({1, 1, 1})) == Credit{1, 3});
  CHECK(credit(question, match({1, 2, 1})) == Credit{2, 3});
  CHECK(credit(question, match({0, 0, 1})) == Credit{0, 3});
  CHECK(options_in_place(question, match({1, 0, 0})) == std::vector<wire::OptionIndex>{0, 2});
}

TEST_CASE("a short text is compared folded") {
  const Question question = server_test::sample_question(QuestionKind::ShortText, 7);
  const auto text = [](std::string words) { return wire::Answer{wire::TextAnswer{std::move(words)}}; };
  check(question, {{text("Señal única of question 7"), true, true},
                   {text("  SENAL\u00A0  UNICA of Question 7\t"), true, true},
                   {text("sen\u0303al u\u0301nica of question 7"), true, true},
                   {text("Ｓｉｇｎａｌ of question 7"), true, true},
                   {text("Sig\u00ADnal of quest\u200Bion 7"), true, true},
                   {text("Signalof question 7"), true, false},
                   {text("Noise of question 7"), true, false},
                   {text(" \t\n"), false, false},
                   {text("\u200B\u0301"), false, false},
                   {text("\uFDFA\uFDFA\uFDFA\uFDFA\uFDFA\uFDFA\uFDFA\uFDFA\uFDFA"), false, false},  // unfolds to 297 bytes
                   {choose({0}), false, false},
                   {number(7), false, false}});
  CHECK(options_in_place(question, text("Signal of question 7")).empty());
}

TEST_CASE("a multiple response earns its right picks less its wrong ones") {
  Question question = server_test::sample_question(QuestionKind::MultipleResponse, 1);  // right: 0 and 2 of four
  CHECK(credit(question, choose({0, 2})) == Credit{2, 2});
  CHECK(credit(question, choose({0})) == Credit{1, 2});
  CHECK(credit(question, choose({0, 1})) == Credit{0, 2});
  CHECK(credit(question, choose({1, 3})) == Credit{0, 2});
  question.options.push_back(question.options[0]);  // a third right one: 0, 2 and 4 of five
  CHECK(credit(question, choose({0, 1, 2})) == Credit{1, 3});
  CHECK(credit(question, choose({0, 2})) == Credit{2, 3});
  question.options[1].right = true;  // 0, 1, 2 and 4 of five: blind picks would expect most of it
  CHECK(credit(question, choose({0, 1, 2})) == Credit{0, 4});
  CHECK(credit(question, choose({0, 1, 2, 4})) == Credit{4, 4});
}

TEST_CASE("what is right in one language is right in the other") {
  // Options, orders and matches are indexes, numbers are numbers, and spellings fold without any locale.
  Question turkish = server_test::sample_question(QuestionKind::ShortText, 1);
  turkish.text.accepted = {"IAM Identity"};
  CHECK(is_right(turkish, wire::TextAnswer{"iam identity"}));
  for (const Question& question : server_test::sample_paper(7).questions) {
    Question swapped = question;
    for (Option& option : swapped.options) std::swap(option.text.by_language[0], option.text.by_language[1]);
    for (LocalText& match : swapped.matches) std::swap(match.by_language[0], match.by_language[1]);
    CHECK(credit(swapped, server_test::right_answer(question)).full());
    CHECK(credit(swapped, server_test::wrong_answer(question)) == credit(question, server_test::wrong_answer(question)));
  }
}

TEST_CASE("the sample's own answers are what they say") {
  for (const Question& question : server_test::sample_paper(8).questions) {
    CAPTURE(question.id);
    REQUIRE(fits(question, server_test::right_answer(question)));
    REQUIRE(fits(question, server_test::wrong_answer(question)));
    CHECK(is_right(question, server_test::right_answer(question)));
    CHECK_FALSE(is_right(question, server_test::wrong_answer(question)));
  }
}

}  // namespace certamen::exam
