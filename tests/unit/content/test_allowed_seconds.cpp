#include "server/bank/allowed_seconds.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;

namespace {

exam::Question question_of(wire::QuestionKind kind, std::size_t english, std::size_t spanish) {
  exam::Question question;
  question.kind = kind;
  question.prompt = exam::LocalText{{std::string(english, 'x'), std::string(spanish, 'x')}};
  return question;
}

}  // namespace

TEST_CASE("time grows with the longer language and the kind, in steps of five") {
  using wire::QuestionKind;
  CHECK(bank::allowed_seconds(question_of(QuestionKind::SingleChoice, 200, 300)) == 25);  // 15 + 10
  CHECK(bank::allowed_seconds(question_of(QuestionKind::SingleChoice, 301, 300)) == 30);  // 16 + 10, rounded up
  CHECK(bank::allowed_seconds(question_of(QuestionKind::MultipleResponse, 300, 300)) == 30);
  CHECK(bank::allowed_seconds(question_of(QuestionKind::Numeric, 300, 300)) == 30);
  CHECK(bank::allowed_seconds(question_of(QuestionKind::TrueFalse, 300, 300)) == 20);
  CHECK(bank::allowed_seconds(question_of(QuestionKind::Ordering, 300, 300)) == 35);
  CHECK(bank::allowed_seconds(question_of(QuestionKind::Matching, 300, 300)) == 35);
  CHECK(bank::allowed_seconds(question_of(QuestionKind::ShortText, 300, 300)) == 30);
}

TEST_CASE("options are read too, in characters and not in bytes") {
  exam::Question question = question_of(wire::QuestionKind::SingleChoice, 100, 100);
  std::string accents;
  for (int i = 0; i < 50; ++i) accents += "é";
  for (int i = 0; i < 4; ++i) question.options.push_back(exam::Option{exam::LocalText{{"short", accents}}, {}, false});
  CHECK(bank::allowed_seconds(question) == 25);  // (100 + 4 * 50) / 20 + 10
}

TEST_CASE("time has a floor and a ceiling") {
  CHECK(bank::allowed_seconds(question_of(wire::QuestionKind::TrueFalse, 1, 1)) == bank::allowed_seconds_min);
  CHECK(bank::allowed_seconds(question_of(wire::QuestionKind::Numeric, 5000, 1)) == bank::allowed_seconds_max);
}
