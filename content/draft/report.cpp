#include "content/draft/report.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "content/draft/scan.hpp"
#include "content/model/finding.hpp"
#include "content/model/measures.hpp"
#include "content/model/names.hpp"

namespace certamen::content {
namespace {

std::size_t count_of(const DraftReport& report, LineClass line_class) {
  const auto found = report.line_counts.find(line_class);
  return found == report.line_counts.end() ? 0 : found->second;
}

// The beginning of a long line, so that one line of the report stays one.
std::string excerpt(const std::string& text) {
  constexpr std::size_t shown_max = 90;
  std::size_t at = 0;
  for (std::size_t shown = 0; shown < shown_max && at < text.size(); ++shown) static_cast<void>(next_code(text, at));
  return at < text.size() ? text.substr(0, at) + "..." : text;
}

}  // namespace

Understood understood(const DraftReport& report) {
  Understood share;
  for (const auto& [line_class, count] : report.line_counts) {
    if (line_class != LineClass::Blank && line_class != LineClass::Separator) share.told += count;
  }
  share.used = share.told - std::min(share.told, report.unused.size());
  return share;
}

std::string summary(const Draft& draft) {
  const DraftReport& report = draft.report;
  const Understood share = understood(report);
  std::size_t questions = 0;
  std::string kinds;
  for (const auto& [kind, count] : report.question_counts) {
    questions += count;
    kinds += fmt::format("{}{} {}", kinds.empty() ? "" : ", ", count, name_of(kind));
  }
  std::string text;
  for (const std::string& remark : report.remarks) text += remark + '\n';
  text += fmt::format("{} of {} lines with words were used ({} %)", share.used, share.told,
                      share.told == 0 ? 0 : share.used * 100 / share.told);
  for (const LineClassName& name : line_class_names) {
    const std::size_t count = count_of(report, name.line_class);
    if (count > 0) text += fmt::format("{}{} {}", text.ends_with(')') ? ": " : ", ", count, name.name);
  }
  text += fmt::format("\n{}, {}, {} of drafts{}{}\n", counted(draft.topics.size(), "topic"),
                      counted(report.note_count, "note"), counted(questions, "question"), kinds.empty() ? "" : ": ", kinds);
  return text;
}

std::string full_report(const Draft& draft, const std::string& notes_path) {
  const bool spanish = draft.report.language == wire::Language::Spanish;
  std::string text = fmt::format("Draft of {}\n\n{}", notes_path, summary(draft));
  text += fmt::format(
      "\nWhat to do next, topic by topic:\n"
      "  1. Read each question. A machine drafted it and cannot tell whether the notes are right, whether an option is\n"
      "     wrong beyond doubt, or whether anybody should know it. Mend it or delete it.\n"
      "  2. Where a line says '# missing', add what is missing: a reason, the {} texts (then write 'languages: [en, es]').\n"
      "  3. Take out 'draft: true' of what you have reviewed. `certamen-bank build` refuses the rest,\n"
      "     `certamen-bank build --include-drafts` takes it as it is.\n"
      "\nTopics:\n",
      spanish ? "English" : "Spanish");
  for (const Topic& topic : draft.topics) {
    const std::string& title = spanish ? topic.title.es.text : topic.title.en.text;
    text += fmt::format("  {} ({}): {}, {}; lines {}\n", topic.path, title, counted(topic.notes.size(), "note"),
                        counted(topic.questions.size(), "question"), topic.source.text);
  }
  text += fmt::format("\n{} not used:\n", counted(draft.report.unused.size(), "line"));
  for (const UnusedLine& line : draft.report.unused)
    text += fmt::format("  {}: {}: {}\n", line.line, line.reason, excerpt(line.text));
  return text;
}

}  // namespace certamen::content
