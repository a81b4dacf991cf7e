#include "content/check/check.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "content/check/check_question.hpp"
#include "content/model/each_text.hpp"
#include "content/model/limits.hpp"
#include "content/model/line_ranges.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

// Each id once; the line says where it was first used.
class Ids {
 public:
  Ids(std::string_view noun, Findings& findings) : noun_(noun), findings_(findings) {}
  void add(const Words& id) {
    if (id.text.empty()) return;
    const auto [entry, is_new] = lines_.emplace(id.text, id.place.line);
    if (is_new) return;
    findings_.error(id.place,
                    fmt::format("the {} '{}' is already on line {}; choose another id", noun_, id.text, entry->second));
  }

 private:
  std::string_view noun_;
  Findings& findings_;
  std::map<std::string, int> lines_;
};

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

void check_languages(const Text& text, Findings& findings) {
  if (text.es.text.find('?') != std::string::npos && text.es.text.find("¿") == std::string::npos) {
    findings.warning(text.es.place, "asks without an opening '¿'; add it");
  }
  if (text.en.text.empty() || text.es.text.empty()) return;
  const std::set<std::string> english = figures(text.en.text);
  const std::set<std::string> spanish = figures(text.es.text);
  if (english == spanish) return;
  findings.warning(text.es.place, fmt::format("the figures differ from the English ones: {{{}}} in en, {{{}}} in es",
                                              fmt::join(english, ", "), fmt::join(spanish, ", ")));
}

struct Prompt {
  const Topic* topic;
  const Question* question;
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
  return prompts;
}

void check_likeness(const std::vector<Topic>& topics, std::vector<Finding>& found) {
  constexpr unsigned likeness_percent_max = 80;
  const std::vector<Prompt> prompts = prompts_of(topics);
  for (std::size_t later = 1; later < prompts.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const unsigned percent = likeness_percent(prompts[earlier].words, prompts[later].words);
      if (percent < likeness_percent_max) continue;
      const Prompt& twin = prompts[earlier];
      found.push_back(Finding{Severity::Warning, prompts[later].topic->path, prompts[later].question->prompt.en.place,
                              fmt::format("shares {} % of its words with {}/{}; ask something else", percent,
                                          twin.topic->id.text, twin.question->id.text)});
      break;
    }
  }
}

}  // namespace

void check_topic(const Topic& topic, Findings& findings) {
  Ids notes("note", findings);
  for (const Note& note : topic.notes) notes.add(note.id);
  Ids questions("question", findings);
  for (const Question& question : topic.questions) {
    questions.add(question.id);
    check_question(question, findings);
  }
  check_citations(topic, findings);
  check_lines(topic, findings);
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
