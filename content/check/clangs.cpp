// The rule of cues.hpp that reads the whole bank.
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "content/check/cues.hpp"
#include "content/check/rules.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

using Counts = std::map<std::string, std::size_t>;
using WordSet = std::set<std::string>;

constexpr std::size_t word_letters_min = 4;
// Six letters are a word's stem: "encrypt", "encrypted".
constexpr std::size_t stem_bytes = 6;

WordSet words_of(const std::string& text) {
  const std::vector<std::string> words = tokens(text);
  return {words.begin(), words.end()};
}

// In how many questions each word stands in prompt or options.
Counts counts_of(const std::vector<Topic>& topics, Language language) {
  Counts counts;
  for (const Topic& topic : topics) {
    for (const Question& question : topic.questions) {
      if (question.drawn) continue;
      WordSet words = words_of((question.prompt.*language).text);
      if (const auto* choice = std::get_if<Choice>(&question.body)) {
        for (const Option& option : choice->options) words.merge(words_of((option.text.*language).text));
      }
      for (const std::string& word : words) ++counts[word];
    }
  }
  return counts;
}

// The rare words that prompt and key share, unless a wrong option shares one too.
std::string clang_of(const Question& question, const Choice& choice, Language language, const Counts& counts,
                     std::size_t rare_max) {
  WordSet rare;
  for (const std::string& word : words_of((question.prompt.*language).text)) {
    const auto found = counts.find(word);
    const bool is_rare = found == counts.end() || found->second <= rare_max;
    if (is_rare && characters(word) >= word_letters_min) rare.insert(word);
  }
  std::string shared;
  for (const Option& option : choice.options) {
    for (const std::string& word : words_of((option.text.*language).text)) {
      if (option.correct && rare.contains(word)) shared = word;
      if (option.correct) continue;
      const bool echoed = std::any_of(rare.begin(), rare.end(), [&word](const std::string& each) {
        return each.substr(0, stem_bytes) == word.substr(0, stem_bytes);
      });
      if (echoed) return {};
    }
  }
  return shared;
}

}  // namespace

std::vector<Finding> check_clangs(const std::vector<Topic>& topics) {
  // A word of one question in a hundred says what this question is about.
  constexpr std::size_t rare_of = 100;
  std::size_t questions = 0;
  for (const Topic& topic : topics) {
    questions += static_cast<std::size_t>(
        std::count_if(topic.questions.begin(), topic.questions.end(), [](const Question& each) { return !each.drawn; }));
  }
  std::vector<Finding> found;
  if (questions < bank_questions_min) return found;
  std::map<bool, Counts> counts;
  for (const Language language : both_languages) counts[language == &Text::en] = counts_of(topics, language);
  for (const Topic& topic : topics) {
    for (const Question& question : topic.questions) {
      const auto* choice = std::get_if<Choice>(&question.body);
      // A table draws its names from the same few words again and again.
      if (choice == nullptr || question.kind != Kind::Single || question.drawn) continue;
      std::vector<std::string> clangs;
      bool everywhere = true;
      for (const Language language : both_languages) {
        if ((question.prompt.*language).text.empty()) continue;
        std::string clang = clang_of(question, *choice, language, counts[language == &Text::en], questions / rare_of);
        everywhere = everywhere && !clang.empty();
        clangs.push_back(std::move(clang));
      }
      if (!everywhere || clangs.empty()) continue;
      found.push_back(finding_of(rules::cue_clang, Promise{}, topic.path, choice->place,
                                 fmt::format("of all options only the key repeats '{}' from the prompt", clangs.front())));
    }
  }
  return found;
}

}  // namespace certamen::content
