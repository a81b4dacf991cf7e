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
