#include "content/check/check.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "content/check/answers.hpp"
#include "content/check/check_question.hpp"
#include "content/check/check_text.hpp"
#include "content/check/cues.hpp"
#include "content/check/languages.hpp"
#include "content/check/likeness.hpp"
#include "content/check/repeats.hpp"
#include "content/check/rules.hpp"
#include "content/check/shares.hpp"
#include "content/check/stems.hpp"
#include "content/model/each_text.hpp"
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
      if (!cited.insert(note.text).second) {
        findings.report(rules::note_cited_twice, note.place, fmt::format("cites '{}' twice", note.text));
      }
      if (std::find(known.begin(), known.end(), note.text) != known.end()) continue;
      const auto guess = nearest(note.text, known);
      findings.report(rules::note_unknown, note.place, fmt::format("no note '{}' in this file", note.text),
                      guess ? fmt::format("did you mean '{}'?", *guess) : "");
    }
  }
  for (const Note& note : topic.notes) {
    if (note.id.text.empty() || exercised.count(note.id.text) > 0) continue;
    findings.report(rules::note_idle, note.id.place, fmt::format("no question exercises the note '{}'", note.id.text));
  }
}

void check_lines(const Topic& topic, Findings& findings) {
  const std::vector<LineRange> source = line_ranges(topic.source.text);
  if (source.empty()) return;
  for (const Note& note : topic.notes) {
    if (note.lines.text.empty() || covers(source, line_ranges(note.lines.text))) continue;
    findings.report(rules::lines_outside, note.lines.place,
                    fmt::format("'{}' is not all inside the topic's source '{}'", note.lines.text, topic.source.text));
  }
}

// What does not look into the words of a text.
void check_rules(const Topic& topic, Findings& findings) {
  DistinctIds notes("note", findings);
  for (const Note& note : topic.notes) notes.add(note.id);
  DistinctIds questions("question", findings);
  for (const Question& question : topic.questions) {
    questions.add(question.id);
    check_question(question, findings);
    // What a table draws follows its patterns and values, which check_table() sees; no question of it has words of its own
    // that could be mended. Shares over the bank count it like any other.
    if (question.drawn) continue;
    check_stem(question, findings);
    check_cues(question, findings);
    check_answers(question, findings);
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
      findings.report(rules::word_doubled, words->place, fmt::format("says '{0} {0}'", doubled));
    }
  });
}

void check_topic(const Topic& topic, Findings& findings) {
  check_rules(topic, findings);
  each_text(topic, [&findings](const Text& text) { check_languages(text, findings); });
}

std::vector<Finding> check_bank(const std::vector<Topic>& topics, std::string_view month) {
  std::vector<Finding> found;
  std::map<std::string, const Topic*> seen;
  for (const Topic& topic : topics) {
    if (topic.id.text.empty()) continue;
    const auto [entry, is_new] = seen.emplace(topic.id.text, &topic);
    if (is_new) continue;
    found.push_back(finding_of(rules::id_repeated, Promise{}, topic.path, topic.id.place,
                               fmt::format("the topic '{}' is already in {}", topic.id.text, entry->second->path)));
  }
  if (seen.size() > wire::topics_max) {
    found.push_back(finding_of(rules::topics_many, Promise{}, topics.back().path, Place{},
                               fmt::format("makes {} topics; a bank has at most {}", seen.size(), wire::topics_max)));
  }
  for (const auto& more :
       {check_likeness(topics), check_clangs(topics), check_remarks(topics, month), check_shares(topics)}) {
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

}  // namespace certamen::content
