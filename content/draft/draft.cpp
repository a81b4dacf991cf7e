#include "content/draft/draft.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "content/draft/candidates.hpp"
#include "content/draft/ids.hpp"
#include "content/draft/note_text.hpp"
#include "content/draft/outline.hpp"
#include "content/draft/phrases.hpp"
#include "content/model/finding.hpp"
#include "content/model/limits.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

// Line numbers that a topic can cite.
constexpr std::size_t cited_line_max = 1'000'000;

std::string lines_of(std::size_t first, std::size_t last) {
  if (last > cited_line_max) return {};
  return first == last ? std::to_string(first) : fmt::format("{}-{}", first, last);
}

// Facts that become one topic: [first, last) of the outline.
struct Group {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t questions = 0;
};

class Composer {
 public:
  Composer(const Outline& outline, std::vector<std::vector<Question>> questions, wire::Language language)
      : outline_(outline), questions_(std::move(questions)), language_(language), phrases_(language) {}

  void compose(Draft& draft) {
    std::size_t left_out = 0;
    for (const Group& group : merged(pieces())) {
      if (group.questions == 0) {
        leave_out(group, "no question could be drafted near it", draft.report);
      } else if (draft.topics.size() == wire::topics_max) {
        leave_out(group, fmt::format("a bank has at most {} topics", wire::topics_max), draft.report);
        ++left_out;
      } else {
        draft.topics.push_back(topic_of(group, draft.report));
      }
    }
    if (left_out > 0) {
      draft.report.remarks.push_back(fmt::format("a bank has at most {} topics; {} more {} left out, split the notes",
                                                 wire::topics_max, left_out, left_out == 1 ? "was" : "were"));
    }
  }

 private:
  // One section each, or a part of one that is too large for a topic.
  [[nodiscard]] std::vector<Group> pieces() const {
    std::vector<Group> all;
    for (std::size_t fact = 0; fact < outline_.facts.size(); ++fact) {
      const std::size_t count = questions_[fact].size();
      const bool goes_on = !all.empty() && outline_.facts[all.back().first].section == outline_.facts[fact].section &&
                           fits(all.back(), Group{fact, fact + 1, count});
      if (!goes_on) all.push_back(Group{fact, fact, 0});
      all.back().last = fact + 1;
      all.back().questions += count;
    }
    return all;
  }

  [[nodiscard]] static bool fits(const Group& group, const Group& more) {
    return group.questions + more.questions <= questions_rule.max && more.last - group.first <= notes_rule.max;
  }

  // Small sections join the one before them, up to where the notes draw a line or a topic is large enough.
  [[nodiscard]] std::vector<Group> merged(const std::vector<Group>& pieces) const {
    constexpr std::size_t questions_few = 4;
    constexpr std::size_t questions_enough = 8;
    std::vector<Group> groups;
    for (const Group& piece : pieces) {
      const bool parted = outline_.sections[outline_.facts[piece.first].section].after_separator;
      const std::size_t wanted = parted ? questions_few : questions_enough;
      const bool joins = !groups.empty() && groups.back().questions < wanted && fits(groups.back(), piece);
      if (joins) {
        groups.back().last = piece.last;
        groups.back().questions += piece.questions;
      } else {
        groups.push_back(piece);
      }
    }
    const bool poor_end = groups.size() > 1 && groups.back().questions < questions_few;
    if (poor_end && fits(groups[groups.size() - 2], groups.back())) {
      const Group end = groups.back();
      groups.pop_back();
      groups.back().last = end.last;
      groups.back().questions += end.questions;
    }
    return groups;
  }

  void leave_out(const Group& group, const std::string& reason, DraftReport& report) const {
    for (std::size_t fact = group.first; fact < group.last; ++fact) {
      const Fact& left = outline_.facts[fact];
      if (left.items.empty()) report.unused.push_back(UnusedLine{left.first, left.line, reason});
      for (const std::string& item : left.items) report.unused.push_back(UnusedLine{left.first, item, reason});
    }
  }

  // The headings of the group, as many as fit.
  [[nodiscard]] std::string title_of(const Group& group) const {
    constexpr std::size_t headings_max = 3;
    std::string title;
    std::size_t headings = 0;
    std::size_t section = static_cast<std::size_t>(-1);
    for (std::size_t fact = group.first; fact < group.last; ++fact) {
      if (outline_.facts[fact].section == section) continue;
      section = outline_.facts[fact].section;
      const std::string& heading = outline_.sections[section].title;
      if (heading.empty() || headings == headings_max) continue;
      const std::string longer = title.empty() ? heading : title + " · " + heading;
      if (characters(longer) > title_rule.characters_max) continue;
      title = longer;
      ++headings;
    }
    return title.empty() ? phrases_.untitled(outline_.facts[group.first].first) : title;
  }

  Topic topic_of(const Group& group, DraftReport& report) {
    Topic topic;
    const std::string title = title_of(group);
    topic.title = text_in(language_, title);
    topic.id.text = topic_ids_.take(id_of(title, 6));
    topic.path = topic.id.text + ".yaml";
    topic.languages = {language_ == wire::Language::English, language_ == wire::Language::Spanish};
    topic.origin = Origin::Draft;
    std::size_t last_line = 0;
    UniqueIds note_ids;
    UniqueIds question_ids;
    for (std::size_t at = group.first; at < group.last; ++at) {
      const Fact& fact = outline_.facts[at];
      last_line = std::max(last_line, fact.last);
      const std::string id = note_ids.take(id_of(fact.line, 6));
      topic.notes.push_back(Note{{id, {}}, {lines_of(fact.first, fact.last), {}}, text_in(language_, fact.text), {}, {}});
      for (Question& question : questions_[at]) {
        question.id.text = question_ids.take(fmt::format("{}-{}", prefix_of(question.kind), id));
        question.notes.push_back(Words{id, {}});
        ++report.question_counts[question.kind];
        topic.questions.push_back(std::move(question));
      }
    }
    report.note_count += topic.notes.size();
    topic.source.text = lines_of(outline_.facts[group.first].first, last_line);
    return topic;
  }

  [[nodiscard]] static std::string_view prefix_of(Kind kind) {
    switch (kind) {
      case Kind::Single: return "which";
      case Kind::Multiple: return "list";
      case Kind::Numeric: return "number";
      case Kind::ShortText: return "name";
      case Kind::TrueFalse:
      case Kind::Ordering:
      case Kind::Matching: return "ask";
    }
    return "ask";
  }

  const Outline& outline_;
  std::vector<std::vector<Question>> questions_;
  wire::Language language_;
  Phrases phrases_;
  UniqueIds topic_ids_;
};

void count_lines(const std::vector<NoteLine>& lines, DraftReport& report) {
  for (const NoteLine& line : lines) {
    ++report.line_counts[line.line_class];
    if (line.line_class == LineClass::Unread) report.unused.push_back(UnusedLine{line.first, line.text, line.reason});
  }
}

}  // namespace

wire::Result<Draft> draft_notes(std::string_view bytes, const DraftWish& wish) {
  auto notes = read_note_text(bytes);
  if (!notes) return tl::unexpected(notes.error());
  Draft draft;
  draft.report.remarks = std::move(notes->remarks);
  const LanguageGuess guess = language_of(notes->lines);
  draft.report.language = wish.language.value_or(guess.language);
  if (!wish.language && !guess.sure) {
    draft.report.remarks.emplace_back(
        "the notes seem to be in neither English nor Spanish; the questions around them are in English, --language es "
        "makes them Spanish");
  }
  std::vector<NoteLine> lines = classified(notes->lines);
  const Outline outline = outlined(lines);
  count_lines(lines, draft.report);
  Composer(outline, candidates_of(outline, draft.report.language), draft.report.language).compose(draft);
  std::stable_sort(draft.report.unused.begin(), draft.report.unused.end(),
                   [](const UnusedLine& left, const UnusedLine& right) { return left.line < right.line; });
  return draft;
}

}  // namespace certamen::content
