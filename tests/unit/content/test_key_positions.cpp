// Where keys come to stand once the server has ordered the options.
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "server/bank/option_order.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;

namespace {

exam::Question question_of(std::size_t options, std::size_t key) {
  exam::Question question;
  question.kind = wire::QuestionKind::SingleChoice;
  for (std::size_t i = 0; i < options; ++i) {
    const std::string text(1, static_cast<char>('A' + i));
    question.options.push_back(exam::Option{exam::LocalText{{text, text}}, {}, i == key});
  }
  return question;
}

std::size_t key_position(const exam::Question& question) {
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (question.options[i].right) return i;
  }
  return question.options.size();
}

// Of `seeds` shuffles, how often the key stands at each position.
std::vector<std::size_t> positions(std::size_t options, std::size_t key, std::size_t seeds) {
  std::vector<std::size_t> counts(options, 0);
  for (std::size_t seed = 0; seed < seeds; ++seed) {
    exam::Question question = question_of(options, key);
    exam::Random random(seed);
    bank::order_options(question, random);
    ++counts.at(key_position(question));
  }
  return counts;
}

}  // namespace

TEST_CASE("a shuffled key stands at every position as often, wherever it was written") {
  constexpr std::size_t seeds = 12'000;
  for (std::size_t options = 3; options <= 6; ++options) {
    const double share = 1.0 / static_cast<double>(options);
    const double mean = share * seeds;
    // Four standard deviations of a fair shuffle; the seeds are fixed, so this passes always or never.
    const double bound = 4 * std::sqrt(mean * (1 - share));
    for (std::size_t key = 0; key < options; ++key) {
      for (const std::size_t count : positions(options, key, seeds)) {
        INFO(options << " options, key written at " << key);
        CHECK(std::abs(static_cast<double>(count) - mean) < bound);
      }
    }
  }
}

TEST_CASE("two shuffled questions of one paper do not stand alike") {
  constexpr std::size_t seeds = 16'000;
  std::array<std::array<std::size_t, 4>, 4> pairs{};
  for (std::size_t seed = 0; seed < seeds; ++seed) {
    exam::Random random(seed);
    exam::Question first = question_of(4, 0);
    exam::Question second = question_of(4, 0);
    bank::order_options(first, random);
    bank::order_options(second, random);
    ++pairs.at(key_position(first)).at(key_position(second));
  }
  for (const auto& row : pairs) {
    for (const std::size_t count : row) CHECK(std::abs(static_cast<double>(count) - 1000.0) < 4 * std::sqrt(1000.0));
  }
}
