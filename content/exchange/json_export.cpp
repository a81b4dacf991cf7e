#include <array>
#include <nlohmann/json.hpp>

#include "content/exchange/exchange.hpp"
#include "content/exchange/json_form.hpp"
#include "content/model/measures.hpp"
#include "content/model/names.hpp"
#include "content/model/words_in.hpp"

namespace certamen::content {
namespace {

using Json = nlohmann::ordered_json;

void put_languages(Json& object, const Text& text) {
  if (!text.en.text.empty()) object["en"] = text.en.text;
  if (!text.es.text.empty()) object["es"] = text.es.text;
}

void put(Json& object, const char* key, const Text& text) {
  if (!is_blank(text)) put_languages(object[key], text);
}

// A number where JSON's doubles keep it as it is, else its digits as a text.
Json number(std::int64_t micros) {
  const std::string digits = decimal_of(micros);
  if (digits.find('.') == std::string::npos) return Json(std::stoll(digits));
  const Json value(std::stod(digits));
  return value.dump() == digits ? value : Json(digits);
}

struct BodyKeys {
  Json& question;

  void operator()(const std::monostate&) const {}
  void operator()(const Choice& choice) const {
    Json& options = question["options"] = Json::array();
    for (const Option& option : choice.options) {
      Json object;
      put(object, "text", option.text);
      if (option.correct) object["correct"] = true;
      put(object, "reason", option.reason);
      options.push_back(std::move(object));
    }
  }
  void operator()(const Statement& statement) const {
    question["answer"] = statement.holds;
    put(question, "reason", statement.reason);
  }
  void operator()(const Number& key) const {
    Json& answer = question["answer"];
    answer["value"] = number(key.micros);
    if (key.tolerance_micros != 0) answer["tolerance"] = number(key.tolerance_micros);
    put(answer, "unit", key.unit);
    for (const NumericMistake& mistake : key.mistakes) {
      Json object;
      object["value"] = number(mistake.micros);
      put(object, "reason", mistake.reason);
      question["mistakes"].push_back(std::move(object));
    }
  }
  void operator()(const Ordering& ordering) const {
    Json& items = question["items"] = Json::array();
    for (const Item& item : ordering.items) {
      Json object;
      put(object, "text", item.text);
      put(object, "reason", item.reason);
      items.push_back(std::move(object));
    }
  }
  void operator()(const Matching& matching) const {
    Json& pairs = question["pairs"] = Json::array();
    for (const Pair& pair : matching.pairs) {
      Json object;
      put(object, "left", pair.left);
      put(object, "right", pair.right);
      put(object, "reason", pair.reason);
      pairs.push_back(std::move(object));
    }
  }
  void operator()(const ShortText& short_text) const {
    Json& accept = question["accept"] = Json::array();
    for (const Words& spelling : short_text.accepted) accept.push_back(spelling.text);
    for (const Misspelling& mistake : short_text.mistakes) {
      Json object;
      object["text"] = mistake.text.text;
      put(object, "reason", mistake.reason);
      question["mistakes"].push_back(std::move(object));
    }
  }
};

Json note_object(const Note& note) {
  Json object;
  object["id"] = note.id.text;
  if (!note.lines.text.empty()) object["lines"] = note.lines.text;
  put_languages(object, note.text);
  if (note.as_of) {
    Json& as_of = object["as_of"];
    as_of["date"] = note.as_of->date;
    put_languages(as_of, note.as_of->text);
  }
  return object;
}

Json question_object(const Question& question) {
  Json object;
  object["id"] = question.id.text;
  object["kind"] = name_of(question.kind);
  if (question.draft) object["draft"] = true;
  object["difficulty"] = question.difficulty;
  for (const Words& note : question.notes) object["notes"].push_back(note.text);
  if (question.seconds) object["seconds"] = *question.seconds;
  if (question.domain) object["domain"] = name_of(*question.domain);
  put(object, "prompt", question.prompt);
  std::visit(BodyKeys{object}, question.body);
  put(object, "explanation", question.explanation);
  for (const Defence& defence : question.defended) object["defended"][defence.rule.text] = defence.reason.text;
  return object;
}

Json topic_object(const Topic& topic) {
  Json object;
  object["topic"] = topic.id.text;
  put(object, "title", topic.title);
  Json& languages = object["languages"] = Json::array();
  if (topic.languages.en) languages.push_back("en");
  if (topic.languages.es) languages.push_back("es");
  object["origin"] = name_of(topic.origin);
  object["domain"] = name_of(topic.domain);
  if (!topic.source.text.empty()) object["source"] = topic.source.text;
  for (const Note& note : topic.notes) object["notes"].push_back(note_object(note));
  Json& questions = object["questions"] = Json::array();
  for (const Question& question : topic.questions) questions.push_back(question_object(question));
  return object;
}

}  // namespace

Export export_json(const std::vector<Topic>& topics) {
  Json file;
  file["format"] = json_format;
  file["version"] = json_version;
  Json& list = file["topics"] = Json::array();
  for (const Topic& topic : topics) list.push_back(topic_object(topic));
  // Texts that are not UTF-8 cannot reach a topic; a replaced letter beats an exception all the same.
  return Export{file.dump(1, ' ', false, Json::error_handler_t::replace) + "\n", {}};
}

}  // namespace certamen::content
