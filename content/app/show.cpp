// certamen-bank show: one question, note or topic whole, both languages.
#include <fmt/core.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/app/command.hpp"
#include "content/app/json.hpp"
#include "content/app/output.hpp"
#include "content/app/sources.hpp"
#include "content/app/terminal.hpp"
#include "content/model/names.hpp"
#include "content/report/columns.hpp"
#include "content/report/find_part.hpp"
#include "content/report/sheet_text.hpp"

namespace certamen::content {
namespace {

struct Wish {
  std::string id;
  std::vector<std::string> sources;
  bool json = false;
};

std::string lines_or_none(const std::string& lines) {
  return lines.empty() ? "no lines of the notes" : "lines " + lines;
}

std::string text_of(const Topic& topic, const Note& note, const Terminal& terminal) {
  std::string out = format(sheet_of(topic, note), topic.languages, terminal) + "\nexercised by";
  const std::vector<std::string> ids = citing(topic, note);
  for (const std::string& id : ids) out += " " + id;
  return out + (ids.empty() ? " no question\n" : "\n");
}

// A topic's contents, a line a part; each part is shown whole by its own id.
std::string text_of(const Topic& topic, const Terminal& terminal) {
  std::string out = fmt::format("{}\n{}\n{} · {} · {} · {}\n\n", topic.id.text,
                                topic.languages.en ? topic.title.en.text : topic.title.es.text, name_of(topic.domain),
                                lines_or_none(topic.source.text), name_of(topic.origin), name_of(topic.languages));
  const auto line = [&](const std::string& id, std::string_view what, const Text& text) {
    const std::string& words = topic.languages.en ? text.en.text : text.es.text;
    const std::string head = fmt::format("  {}  {} ", padded(id, 26), padded(std::string(what), 10));
    constexpr std::size_t beside = 42;
    const std::size_t width = terminal.width > 2 * beside ? terminal.width - beside : beside;
    const std::vector<std::string> lines = wrapped(words, width);
    out += head + lines.front() + (lines.size() > 1 ? " …\n" : "\n");
  };
  out += counted(topic.notes.size(), "note") + '\n';
  for (const Note& note : topic.notes) line("#" + note.id.text, note.as_of ? "as of" : "", note.text);
  out += '\n' + counted(topic.questions.size(), "question") + '\n';
  for (const Question& question : topic.questions) line("/" + question.id.text, name_of(question.kind), question.prompt);
  return out;
}

void print(const FoundPart& found, bool json, std::ostream& out) {
  const Topic& topic = *found.topic;
  const Terminal terminal = standard_output();
  if (found.question != nullptr) {
    const Sheet sheet = sheet_of(topic, *found.question);
    out << (json ? json_of(sheet).dump(2) + "\n" : format(sheet, terminal));
  } else if (found.note != nullptr) {
    out << (json ? json_of(topic, *found.note).dump(2) + "\n" : text_of(topic, *found.note, terminal));
  } else {
    out << (json ? json_of(topic).dump(2) + "\n" : text_of(topic, terminal));
  }
}

int show(const Wish& wish, std::ostream& out, std::ostream& err) {
  const auto topics = load_topics(wish.sources, err);
  if (!topics) return topics.error();
  const FoundPart found = find_part(*topics, wish.id);
  if (found.topic != nullptr) {
    print(found, wish.json, out);
    return exit_done;
  }
  constexpr std::size_t suggestions_max = 5;
  std::string suggestions;
  for (const std::string& id : ids_like(*topics, wish.id, suggestions_max)) {
    suggestions += (suggestions.empty() ? "; did you mean " : ", ") + id;
  }
  if (suggestions.empty()) suggestions = "; certamen-bank search WORDS finds ids";
  complain(wire::Fault{fmt::format("there is no '{}'{}", wish.id, suggestions)}, err);
  return exit_usage_wrong;
}

}  // namespace

Command show_command(CLI::App& app) {
  auto wish = std::make_shared<Wish>();
  CLI::App* parser = app.add_subcommand("show", "Print one question, note or topic whole, in both languages");
  parser->add_option("id", wish->id, "TOPIC/QUESTION, TOPIC#NOTE, or TOPIC")->required();
  parser->add_option("source", wish->sources, source_help);
  parser->add_flag("--json", wish->json, "As JSON");
  return {parser, [wish](std::ostream& out, std::ostream& err) { return show(*wish, out, err); }};
}

}  // namespace certamen::content
