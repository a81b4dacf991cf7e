#include "content/yaml/parse.hpp"

#include <array>

#include "content/model/names.hpp"
#include "content/yaml/parse_question.hpp"
#include "content/yaml/yaml_fields.hpp"

namespace certamen::content {
namespace {

AsOf parse_as_of(const Field& field, Findings& findings) {
  const Mapping mapping(field, {"date", "en", "es"}, findings);
  AsOf as_of;
  as_of.date = require_month(mapping, "date", "add when the remark was last known true, as \"2026-11\"");
  as_of.text = require_languages(mapping, as_of_rule);
  return as_of;
}

Note parse_note(const Field& field, Findings& findings) {
  const Mapping mapping(field, {"id", "lines", "en", "es", "as_of"}, findings);
  Note note;
  note.place = field.place;
  if (!field.node.IsMap()) return note;
  note.id = require_id(mapping, "id");
  note.lines = require_lines(mapping, "lines");
  note.text = require_languages(mapping, note_rule);
  if (const auto as_of = mapping.find("as_of")) note.as_of = parse_as_of(*as_of, findings);
  return note;
}

// Both, unless the file lists fewer.
Languages parse_languages(const Mapping& mapping) {
  const auto field = mapping.find("languages");
  if (!field) return {};
  Findings& findings = mapping.findings();
  Languages languages{false, false};
  for (const Field& entry : read_list(*field, languages_rule, findings)) {
    const auto index = read_choice(entry, {"en", "es"}, findings);
    if (index) (*index == 0 ? languages.en : languages.es) = true;
  }
  return languages.en || languages.es ? languages : Languages{};
}

Origin parse_origin(const Mapping& mapping) {
  const auto field = mapping.find("origin");
  if (!field) return Origin::Written;
  constexpr std::array origins{Origin::Written, Origin::Imported, Origin::Draft};
  std::vector<std::string_view> words;
  for (const Origin origin : origins) words.push_back(name_of(origin));
  const auto index = read_choice(*field, words, mapping.findings());
  return index ? origins[*index] : Origin::Written;
}

Topic parse_document(const YAML::Node& document, const std::string& path, Findings& findings) {
  Topic topic;
  topic.path = path;
  const Mapping mapping(Field{document, Place{}},
                        {"topic", "title", "languages", "origin", "domain", "source", "notes", "questions"}, findings);
  if (!document.IsMap()) return topic;
  // What the file promises is known before anything is read against it.
  topic.languages = parse_languages(mapping);
  topic.origin = parse_origin(mapping);
  const bool whole = topic.origin == Origin::Written;
  findings.set_promise(Promise{topic.languages, whole});
  topic.id = require_file_id(mapping, "topic", path);
  topic.title = require_text(mapping, "title", title_rule);
  const auto domain =
      whole ? mapping.require("domain", "add the exam domain of most of the questions") : mapping.find("domain");
  if (domain) topic.domain = read_domain(*domain, findings).value_or(topic.domain);
  topic.source = require_lines(mapping, "source");
  if (const auto notes = whole ? mapping.require("notes", "add the list of notes") : mapping.find("notes")) {
    const CountRule& rule = whole ? notes_rule : brought_notes_rule;
    for (const Field& entry : read_list(*notes, rule, findings)) topic.notes.push_back(parse_note(entry, findings));
  }
  if (const auto questions = mapping.require("questions", "add the list of questions")) {
    for (const Field& entry : read_list(*questions, questions_rule, findings)) {
      topic.questions.push_back(parse_question(entry, findings));
      topic.questions.back().origin = topic.origin;
    }
  }
  return topic;
}

}  // namespace

Topic parse_topic(std::string_view bytes, const std::string& path, Findings& findings) {
  Topic topic;
  topic.path = path;
  read_document(bytes, "topic", findings,
                [&](const YAML::Node& document) { topic = parse_document(document, path, findings); });
  return topic;
}

}  // namespace certamen::content
