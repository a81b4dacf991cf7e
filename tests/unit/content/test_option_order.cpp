#include <algorithm>
#include <set>

#include "server/bank/option_order.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;

namespace {

std::vector<exam::Option> options_of(const std::vector<std::string>& texts) {
  std::vector<exam::Option> options;
  for (const std::string& text : texts) options.push_back(exam::Option{exam::LocalText{{text, text}}, {}, false});
  return options;
}

}  // namespace

TEST_CASE("ascending numbers of one unit are a scale") {
  CHECK(bank::is_ascending_scale(options_of({"1 day", "7 days", "14 days", "35 days"})));
  CHECK(bank::is_ascending_scale(options_of({"3", "7", "15"})));
  CHECK(bank::is_ascending_scale(options_of({"3,000 IOPS", "16,000 IOPS", "256,000 IOPS"})));
  CHECK(bank::is_ascending_scale(options_of({"99.5 %", "99.9 %", "99.99 %"})));
  CHECK(bank::is_ascending_scale(options_of({"Up to 4 KB", "Up to 8 KB", "Up to 10 KB"})));
}

TEST_CASE("other options are no scale") {
  CHECK_FALSE(bank::is_ascending_scale(options_of({"7 days", "1 day", "14 days"})));
  CHECK_FALSE(bank::is_ascending_scale(options_of({"7 days", "7 days", "14 days"})));
  CHECK_FALSE(bank::is_ascending_scale(options_of({"1 day", "7 hours", "14 minutes"})));
  CHECK_FALSE(bank::is_ascending_scale(options_of({"1 to 3 days", "4 to 6 days", "7 to 9 days"})));
  CHECK_FALSE(bank::is_ascending_scale(options_of({"A bucket", "A queue", "A table"})));
  CHECK_FALSE(bank::is_ascending_scale(options_of({"1 day", "A week", "14 days"})));
  CHECK_FALSE(bank::is_ascending_scale(options_of({"12345678901234567890", "2"})));
  CHECK_FALSE(bank::is_ascending_scale({}));
}

TEST_CASE("items are shuffled with their order, never left right or turned around") {
  std::set<std::vector<wire::OptionIndex>> seen;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    exam::Question question;
    question.kind = wire::QuestionKind::Ordering;
    question.options = options_of({"a", "b", "c", "d"});
    question.arrangement = {0, 1, 2, 3};
    exam::Random random(seed);
    bank::order_options(question, random);
    std::string in_order;
    for (const wire::OptionIndex option : question.arrangement) {
      in_order += question.options.at(option).text.in(wire::Language::English);
    }
    REQUIRE(in_order == "abcd");
    seen.insert(question.arrangement);
  }
  CHECK(seen.size() == 22);  // of 24
  CHECK_FALSE(seen.contains({0, 1, 2, 3}));
  CHECK_FALSE(seen.contains({3, 2, 1, 0}));
}

TEST_CASE("pairs are shuffled on both sides with their key, never all side by side") {
  std::set<std::vector<wire::OptionIndex>> seen;
  std::set<std::string> lefts;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    exam::Question question;
    question.kind = wire::QuestionKind::Matching;
    question.options = options_of({"a", "b", "c"});
    for (const std::string text : {"A", "B", "C"}) question.matches.push_back({{text, text}});
    question.arrangement = {0, 1, 2};
    exam::Random random(seed);
    bank::order_options(question, random);
    std::string left;
    for (std::size_t i = 0; i < 3; ++i) {
      const std::string& text = question.options[i].text.in(wire::Language::English);
      REQUIRE(question.matches.at(question.arrangement.at(i)).in(wire::Language::English)[0] == text[0] - 'a' + 'A');
      left += text;
    }
    seen.insert(question.arrangement);
    lefts.insert(left);
  }
  CHECK(lefts.size() == 6);
  CHECK(seen.size() == 5);  // of 6
  CHECK_FALSE(seen.contains({0, 1, 2}));
}

TEST_CASE("of two items both orders are shown, for leaving one out would tell the other") {
  std::set<std::vector<wire::OptionIndex>> seen;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    exam::Question question;
    question.kind = wire::QuestionKind::Ordering;
    question.options = options_of({"a", "b"});
    question.arrangement = {0, 1};
    exam::Random random(seed);
    bank::order_options(question, random);
    seen.insert(question.arrangement);
  }
  CHECK(seen.size() == 2);
}

TEST_CASE("choices are shuffled, scales and statements keep their order") {
  using wire::QuestionKind;
  const auto shown = [](QuestionKind kind, const std::vector<std::string>& texts, std::uint64_t seed) {
    exam::Question question;
    question.kind = kind;
    question.options = options_of(texts);
    exam::Random random(seed);
    bank::order_options(question, random);
    std::vector<std::string> order;
    for (const exam::Option& option : question.options) order.push_back(option.text.in(wire::Language::English));
    return order;
  };
  const std::vector<std::string> letters{"a", "b", "c", "d", "e"};
  const std::vector<std::string> scale{"1 day", "2 days", "3 days"};
  int moved = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    CHECK(shown(QuestionKind::SingleChoice, scale, seed) == scale);
    CHECK(shown(QuestionKind::TrueFalse, letters, seed) == letters);
    std::vector<std::string> order = shown(QuestionKind::MultipleResponse, letters, seed);
    CHECK(order == shown(QuestionKind::MultipleResponse, letters, seed));
    if (order != letters) ++moved;
    std::sort(order.begin(), order.end());
    CHECK(order == letters);
  }
  CHECK(moved > 15);
}
