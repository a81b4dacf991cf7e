#include "content/app/json.hpp"

#include "content/model/names.hpp"
#include "content/report/find_part.hpp"

namespace certamen::content {
namespace {

using nlohmann::json;

std::string_view name_of(Mark mark) {
  switch (mark) {
    case Mark::Right: return "right";
    case Mark::Wrong: return "wrong";
    case Mark::Part: return "part";
  }
  return {};
}

}  // namespace

json json_of(const Both& text) {
  json object = json::object();
  const auto add = [&](const char* tag, const std::string& words) {
    if (!words.empty()) object[tag] = words;
  };
  add("en", text[wire::index_of(wire::Language::English)]);
  add("es", text[wire::index_of(wire::Language::Spanish)]);
  return object;
}

json json_of(const SheetNote& note) {
  json object{{"id", note.id}, {"lines", note.lines}, {"text", json_of(note.text)}};
  if (!note.as_of_date.empty()) object["as_of"] = json{{"date", note.as_of_date}, {"text", json_of(note.as_of)}};
  return object;
}

json json_of(const Sheet& sheet) {
  json object{{"id", sheet.id},
              {"topic", json_of(sheet.topic_title)},
              {"kind", content::name_of(sheet.kind)},
              {"difficulty", sheet.difficulty},
              {"domain", content::name_of(sheet.domain)},
              {"origin", content::name_of(sheet.origin)},
              {"draft", sheet.draft},
              {"prompt", json_of(sheet.prompt)},
              {"explanation", json_of(sheet.explanation)},
              {"rows", json::array()},
              {"notes", json::array()}};
  if (sheet.seconds) object["seconds"] = *sheet.seconds;
  for (const SheetRow& row : sheet.rows) {
    json part{{"mark", name_of(row.mark)}, {"text", json_of(row.text)}, {"reason", json_of(row.reason)}};
    if (!row.label.empty()) part["label"] = row.label;
    object["rows"].push_back(std::move(part));
  }
  for (const SheetNote& note : sheet.notes) object["notes"].push_back(json_of(note));
  return object;
}

json json_of(const Topic& topic, const Note& note) {
  json object = json_of(sheet_of(topic, note));
  object["exercised_by"] = citing(topic, note);
  return object;
}

json json_of(const Topic& topic) {
  json object{{"id", topic.id.text},
              {"title", json_of(both_of(topic.title))},
              {"domain", content::name_of(topic.domain)},
              {"origin", content::name_of(topic.origin)},
              {"lines", topic.source.text},
              {"notes", json::array()},
              {"questions", json::array()}};
  for (const Note& note : topic.notes) object["notes"].push_back(json_of(topic, note));
  for (const Question& question : topic.questions) object["questions"].push_back(json_of(sheet_of(topic, question)));
  return object;
}

}  // namespace certamen::content
