#include "content/check/likeness.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "content/check/in_language.hpp"
#include "content/check/rules.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

// Words as ascending numbers, so that two prompts are compared by one walk over both.
struct Prompt {
  const Topic* topic = nullptr;
  const Question* question = nullptr;
  std::vector<std::uint32_t> words;
};

std::vector<Prompt> prompts_of(const std::vector<Topic>& topics, Language language) {
  // Shorter prompts share words by chance.
  constexpr std::size_t words_min = 5;
  std::map<std::string, std::uint32_t> numbers;
  std::vector<Prompt> prompts;
  for (const Topic& topic : topics) {
    for (const Question& question : topic.questions) {
      Prompt prompt{&topic, &question, {}};
      for (const std::string& word : tokens((question.prompt.*language).text)) {
        prompt.words.push_back(numbers.emplace(word, static_cast<std::uint32_t>(numbers.size())).first->second);
      }
      std::sort(prompt.words.begin(), prompt.words.end());
      prompt.words.erase(std::unique(prompt.words.begin(), prompt.words.end()), prompt.words.end());
      if (prompt.words.size() >= words_min) prompts.push_back(std::move(prompt));
    }
  }
  // A table's question is the one that repeats a written one.
  std::stable_partition(prompts.begin(), prompts.end(), [](const Prompt& prompt) { return !prompt.question->drawn; });
  return prompts;
}

// The shared share of two sets in percent, as likeness_percent() has it.
std::size_t shared_percent(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right) {
  std::size_t shared = 0;
  for (auto l = left.begin(), r = right.begin(); l != left.end() && r != right.end();) {
    if (*l == *r) ++shared;
    const bool step_left = *l <= *r;
    if (*r <= *l) ++r;
    if (step_left) ++l;
  }
  return shared * 100 / (left.size() + right.size() - shared);
}

// Questions of one column of a table are meant to be alike.
bool of_one_column(const Question& left, const Question& right) {
  if (!left.drawn || !right.drawn) return false;
  return left.drawn->table == right.drawn->table && left.drawn->column == right.drawn->column;
}

// From how many shared words on two prompts are alike. Those of tables follow a few patterns: only the same words in two of
// them ask the same.
std::size_t alike_percent(const Question& left, const Question& right) {
  constexpr std::size_t written = 80;
  constexpr std::size_t drawn = 100;
  return left.drawn && right.drawn ? drawn : written;
}

}  // namespace

std::vector<Finding> check_likeness(const std::vector<Topic>& topics) {
  std::vector<Finding> found;
  for (const Language language : both_languages) {
    const std::vector<Prompt> prompts = prompts_of(topics, language);
    for (std::size_t later = 1; later < prompts.size(); ++later) {
      const Prompt& prompt = prompts[later];
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        const Prompt& twin = prompts[earlier];
        const std::size_t percent_min = alike_percent(*twin.question, *prompt.question);
        // What is shared is at most the smaller set.
        const std::size_t fewer = std::min(prompt.words.size(), twin.words.size());
        const std::size_t more = std::max(prompt.words.size(), twin.words.size());
        if (fewer * 100 < more * percent_min || of_one_column(*twin.question, *prompt.question)) continue;
        const std::size_t percent = shared_percent(prompt.words, twin.words);
        if (percent < percent_min) continue;
        found.push_back(finding_of(
            rules::near_duplicate, Promise{}, prompt.question->drawn ? prompt.question->drawn->path : prompt.topic->path,
            (prompt.question->prompt.*language).place,
            fmt::format("{}/{} shares {} % of its words with {}/{}", prompt.topic->id.text, prompt.question->id.text,
                        percent, twin.topic->id.text, twin.question->id.text)));
        break;
      }
    }
  }
  return found;
}

}  // namespace certamen::content
