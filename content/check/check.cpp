#include "content/check/check.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "content/check/check_question.hpp"
#include "content/check/check_text.hpp"
#include "content/check/repeats.hpp"
#include "content/model/each_text.hpp"
#include "content/model/limits.hpp"
#include "content/model/line_ranges.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

void check_citations(const Topic& topic, Findings& findings) {
  std::vector<std::string_view> known;
  for (const Note& note : topic.notes) {
    if (!note.id.text.empty()) known.push_back(note.id.text);
  }
  std::set<std::string> exercised;
  for (const Question& question : topic.questions) {
    std::set<std::string> cited;
    for (const Words& note : question.notes) {
      if (note.text.empty()) continue;
      exercised.insert(note.text);
      if (!cited.insert(note.text).second) findings.error(note.place, fmt::format("cites '{}' twice; keep one", note.text));
      if (std::find(known.begin(), known.end(), note.text) != known.end()) continue;
      const auto guess = nearest(note.text, known);
      findings.error(note.place, fmt::format("no note '{}' in this file; {}", note.text,
                                             guess ? fmt::format("did you mean '{}'?", *guess) : "cite the id of a note"));
    }
  }
  for (const Note& note : topic.notes) {
    if (note.id.text.empty() || exercised.count(note.id.text) > 0) continue;
    findings.warning(note.id.place, fmt::format("no question exercises the note '{}'; ask one or merge it", note.id.text));
  }
}

void check_lines(const Topic& topic, Findings& findings) {
  const std::vector<LineRange> source = line_ranges(topic.source.text);
  if (source.empty()) return;
  for (const Note& note : topic.notes) {
    if (note.lines.text.empty() || covers(source, line_ranges(note.lines.text))) continue;
    findings.warning(note.lines.place, fmt::format("'{}' is not all inside the topic's source '{}'; correct one of them",
                                                   note.lines.text, topic.source.text));
  }
}

struct Prompt {
  const Topic* topic = nullptr;
  const Question* question = nullptr;
  std::set<std::string> words;
};

std::vector<Prompt> prompts_of(const std::vector<Topic>& topics) {
  // Shorter prompts share words by chance.
  constexpr std::size_t words_min = 5;
  std::vector<Prompt> prompts;
  for (const Topic& topic : topics) {
    for (const Question& question : topic.questions) {
      const std::vector<std::string> words = tokens(question.prompt.en.text);
      Prompt prompt{&topic, &question, {words.begin(), words.end()}};
      if (prompt.words.size() >= words_min) prompts.push_back(std::move(prompt));
    }
  }
  // A table's question is the one that repeats a written one.
  std::stable_partition(prompts.begin(), prompts.end(), [](const Prompt& prompt) { return !prompt.question->drawn; });
  return prompts;
}

// Questions of one column of a table are meant to be alike.
bool of_one_column(const Question& left, const Question& right) {
  if (!left.drawn || !right.drawn) return false;
  return left.drawn->table == right.drawn->table && left.drawn->column == right.drawn->column;
}

// From how many shared words on two prompts are alike. Those of tables follow a few patterns: only the same words in two of
// them ask the same.
unsigned alike_percent(const Question& left, const Question& right) {
  constexpr unsigned written = 80;
  constexpr unsigned drawn = 100;
  return left.drawn && right.drawn ? drawn : written;
}

// What can be shared is at most the smaller set, which spares most comparisons.
bool may_be_alike(const Prompt& left, const Prompt& right, unsigned percent_min) {
  const auto [fewer, more] = std::minmax({left.words.size(), right.words.size()});
  return fewer * 100 >= more * percent_min;
}

void check_likeness(const std::vector<Topic>& topics, std::vector<Finding>& found) {
  const std::vector<Prompt> prompts = prompts_of(topics);
  for (std::size_t later = 1; later < prompts.size(); ++later) {
    const Prompt& prompt = prompts[later];
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const Prompt& twin = prompts[earlier];
      const unsigned percent_min = alike_percent(*twin.question, *prompt.question);
      if (!may_be_alike(twin, prompt, percent_min) || of_one_column(*twin.question, *prompt.question)) continue;
      const unsigned percent = likeness_percent(twin.words, prompt.words);
      if (percent < percent_min) continue;
      const std::string& path = prompt.question->drawn ? prompt.question->drawn->path : prompt.topic->path;
      found.push_back(Finding{Severity::Warning, path, prompt.question->prompt.en.place,
                              fmt::format("shares {} % of its words with {}/{}; ask something else", percent,
                                          twin.topic->id.text, twin.question->id.text)});
      break;
    }
  }
}

// What does not look into the words of a text.
void check_rules(const Topic& topic, Findings& findings) {
  Ids notes("note", findings);
  for (const Note& note : topic.notes) notes.add(note.id);
  Ids questions("question", findings);
  for (const Question& question : topic.questions) {
    questions.add(question.id);
    check_question(question, findings);
  }
  check_citations(topic, findings);
  check_lines(topic, findings);
}

}  // namespace

void check_generated(const Topic& part, Findings& findings) {
  check_rules(part, findings);
  std::set<std::pair<int, std::string>> seen;
  each_text(part, [&](const Text& text) {
    for (const Words* words : {&text.en, &text.es}) {
      const std::string doubled = doubled_word(words->text);
      if (doubled.empty() || !seen.emplace(words->place.line, doubled).second) continue;
      findings.warning(words->place, fmt::format("says '{0} {0}'; change the pattern or what fills it", doubled));
    }
  });
}

void check_topic(const Topic& topic, Findings& findings) {
  check_rules(topic, findings);
  each_text(topic, [&findings](const Text& text) { check_languages(text, findings); });
}

std::vector<Finding> check_bank(const std::vector<Topic>& topics) {
  std::vector<Finding> found;
  std::map<std::string, const Topic*> seen;
  for (const Topic& topic : topics) {
    if (topic.id.text.empty()) continue;
    const auto [entry, is_new] = seen.emplace(topic.id.text, &topic);
    if (is_new) continue;
    found.push_back(
        Finding{Severity::Error, topic.path, topic.id.place,
                fmt::format("the topic '{}' is already in {}; choose another id", topic.id.text, entry->second->path)});
  }
  if (seen.size() > wire::topics_max) {
    found.push_back(
        Finding{Severity::Error, topics.back().path, Place{},
                fmt::format("makes {} topics; a bank has at most {}, merge some", seen.size(), wire::topics_max)});
  }
  check_likeness(topics, found);
  return found;
}

}  // namespace certamen::content
