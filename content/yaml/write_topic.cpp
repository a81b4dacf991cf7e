#include "content/yaml/write_topic.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <string_view>

#include "content/model/measures.hpp"
#include "content/model/names.hpp"

namespace certamen::content {
namespace {

// A YAML text in double quotes. Control characters never reach a topic: parsing refuses them.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') out.push_back('\\');
    out.push_back(letter);
  }
  out.push_back('"');
  return out;
}

bool is_empty(const Text& text) {
  return text.en.text.empty() && text.es.text.empty();
}

std::string value_of(const Text& text) {
  if (!text.en.text.empty() && text.en.text == text.es.text) return quoted(text.en.text);
  if (text.es.text.empty()) return fmt::format("{{en: {}}}", quoted(text.en.text));
  if (text.en.text.empty()) return fmt::format("{{es: {}}}", quoted(text.es.text));
  return fmt::format("{{en: {}, es: {}}}", quoted(text.en.text), quoted(text.es.text));
}

// Lines of one file, and the gaps that they leave to the author.
class Writer {
 public:
  void line(int indent, const std::string& text) {
    out_.append(static_cast<std::size_t>(indent) * 2, ' ').append(text).push_back('\n');
  }
  void text(int indent, std::string_view key, const Text& value) {
    if (is_empty(value)) {
      line(indent, fmt::format("# missing: {}", key));
    } else {
      line(indent, fmt::format("{}: {}", key, value_of(value)));
    }
  }
  // A list entry: its first key follows the dash.
  void entry(int indent, std::string_view key, const Text& value) {
    line(indent, fmt::format("- {}: {}", key, value_of(value)));
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

struct BodyLines {
  Writer& out;

  void operator()(const std::monostate&) const {}
  void operator()(const Choice& choice) const {
    out.line(2, "options:");
    for (const Option& option : choice.options) {
      out.entry(3, "text", option.text);
      if (option.correct) out.line(4, "correct: true");
      out.text(4, "reason", option.reason);
    }
  }
  void operator()(const Statement& statement) const {
    out.line(2, fmt::format("answer: {}", statement.holds));
    out.text(2, "reason", statement.reason);
  }
  void operator()(const Number& number) const {
    std::string answer = fmt::format("value: {}", decimal_of(number.micros));
    if (number.tolerance_micros != 0) answer += fmt::format(", tolerance: {}", decimal_of(number.tolerance_micros));
    if (!is_empty(number.unit)) answer += fmt::format(", unit: {}", value_of(number.unit));
    out.line(2, fmt::format("answer: {{{}}}", answer));
    if (!number.mistakes.empty()) out.line(2, "mistakes:");
    for (const NumericMistake& mistake : number.mistakes) {
      out.line(3, fmt::format("- value: {}", decimal_of(mistake.micros)));
      out.text(4, "reason", mistake.reason);
    }
  }
  void operator()(const Ordering& ordering) const {
    out.line(2, "items:");
    for (const Item& item : ordering.items) {
      out.entry(3, "text", item.text);
      out.text(4, "reason", item.reason);
    }
  }
  void operator()(const Matching& matching) const {
    out.line(2, "pairs:");
    for (const Pair& pair : matching.pairs) {
      out.entry(3, "left", pair.left);
      out.text(4, "right", pair.right);
      out.text(4, "reason", pair.reason);
    }
  }
  void operator()(const ShortText& short_text) const {
    out.line(2, "accept:");
    for (const Words& spelling : short_text.accepted) out.line(3, "- " + quoted(spelling.text));
    if (!short_text.mistakes.empty()) out.line(2, "mistakes:");
    for (const Misspelling& mistake : short_text.mistakes) {
      out.line(3, "- text: " + quoted(mistake.text.text));
      out.text(4, "reason", mistake.reason);
    }
  }
};

// The keys `en` and `es` beside others.
void write_languages(int indent, const Text& text, Writer& out) {
  if (!text.en.text.empty()) out.line(indent, "en: " + quoted(text.en.text));
  if (!text.es.text.empty()) out.line(indent, "es: " + quoted(text.es.text));
}

void write_note(const Note& note, Writer& out) {
  out.line(1, "- id: " + note.id.text);
  if (!note.lines.text.empty()) out.line(2, "lines: " + quoted(note.lines.text));
  write_languages(2, note.text, out);
  if (!note.as_of) return;
  out.line(2, "as_of:");
  out.line(3, "date: " + quoted(note.as_of->date));
  write_languages(3, note.as_of->text, out);
}

void write_question(const Question& question, Writer& out) {
  out.line(1, "- id: " + question.id.text);
  out.line(2, fmt::format("kind: {}", name_of(question.kind)));
  if (question.draft) out.line(2, "draft: true");
  out.line(2, fmt::format("difficulty: {}", question.difficulty));
  std::vector<std::string_view> notes;
  for (const Words& note : question.notes) notes.emplace_back(note.text);
  if (!notes.empty()) out.line(2, fmt::format("notes: [{}]", fmt::join(notes, ", ")));
  if (question.seconds) out.line(2, fmt::format("seconds: {}", *question.seconds));
  if (question.domain) out.line(2, fmt::format("domain: {}", name_of(*question.domain)));
  out.text(2, "prompt", question.prompt);
  std::visit(BodyLines{out}, question.body);
  out.text(2, "explanation", question.explanation);
  if (!question.defended.empty()) out.line(2, "defended:");
  for (const Defence& defence : question.defended) {
    out.line(3, fmt::format("{}: {}", defence.rule.text, quoted(defence.reason.text)));
  }
}

}  // namespace

std::string write_topic(const Topic& topic) {
  Writer out;
  if (!topic.languages.en) out.line(0, "# missing: the English texts; add them and 'en' to the languages");
  if (!topic.languages.es) out.line(0, "# missing: the Spanish texts; add them and 'es' to the languages");
  out.line(0, "topic: " + topic.id.text);
  out.text(0, "title", topic.title);
  if (topic.languages != Languages{}) out.line(0, fmt::format("languages: [{}]", name_of(topic.languages)));
  if (topic.origin != Origin::Written) out.line(0, fmt::format("origin: {}", name_of(topic.origin)));
  out.line(0, fmt::format("domain: {}", name_of(topic.domain)));
  if (!topic.source.text.empty()) out.line(0, "source: " + quoted(topic.source.text));
  if (!topic.notes.empty()) out.line(0, "notes:");
  for (const Note& note : topic.notes) write_note(note, out);
  out.line(0, "questions:");
  for (const Question& question : topic.questions) write_question(question, out);
  return out.take();
}

}  // namespace certamen::content
