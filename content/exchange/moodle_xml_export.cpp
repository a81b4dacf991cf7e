#include <fmt/core.h>

#include <algorithm>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "content/exchange/category.hpp"
#include "content/exchange/exchange.hpp"
#include "content/exchange/leaving.hpp"
#include "content/exchange/moodle_xml.hpp"
#include "content/model/measures.hpp"
#include "content/model/names.hpp"
#include "content/model/words_in.hpp"

namespace certamen::content {
namespace {

using pugi::xml_node;

void add(xml_node parent, const char* name, const std::string& value) {
  parent.append_child(name).text().set(value.c_str());
}

// Our texts are plain, so Moodle may show them as they are.
xml_node add_text(xml_node parent, const char* name, const std::string& text) {
  xml_node node = parent.append_child(name);
  node.append_attribute("format").set_value("plain_text");
  add(node, "text", text);
  return node;
}

// Percent of the mark, with the five decimals that Moodle's list of fractions has.
std::string fraction(double percent) {
  std::string text = fmt::format("{:.5f}", percent);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

struct Answer {
  std::string text;
  std::string fraction;
  std::string feedback;
  const char* format = "plain_text";
};

xml_node add_answer(xml_node question, const Answer& answer) {
  xml_node node = question.append_child("answer");
  node.append_attribute("fraction").set_value(answer.fraction.c_str());
  node.append_attribute("format").set_value(answer.format);
  add(node, "text", answer.text);
  add_text(node, "feedback", answer.feedback);
  return node;
}

// An asterisk of ours is one asterisk; Moodle's stands for anything.
std::string spelling(const std::string& text) {
  std::string escaped;
  for (const char letter : text) {
    if (letter == moodle_wildcard) escaped.push_back('\\');
    escaped.push_back(letter);
  }
  return escaped;
}

// One question's elements that depend on its kind.
struct BodyElements {
  xml_node node;
  wire::Language language;
  Leaving& leaving;
  bool single;

  [[nodiscard]] const std::string& in(const Text& text) const { return words_in(text, language); }

  void operator()(const std::monostate&) const {}
  void operator()(const Choice& choice) const {
    add(node, "single", single ? "true" : "false");
    add(node, "shuffleanswers", "true");
    add(node, "answernumbering", "abc");
    const auto right =
        std::count_if(choice.options.begin(), choice.options.end(), [](const Option& option) { return option.correct; });
    const auto wrong = static_cast<std::ptrdiff_t>(choice.options.size()) - right;
    for (const Option& option : choice.options) {
      const double share = 100.0 / static_cast<double>(option.correct ? right : wrong);
      // Whoever ticks everything earns nothing.
      const std::string percent = option.correct ? fraction(share) : single ? "0" : fraction(-share);
      add_answer(node, {in(option.text), percent, in(option.reason)});
    }
  }
  void operator()(const Statement& statement) const {
    for (const bool value : {true, false}) {
      const bool right = value == statement.holds;
      add_answer(node,
                 {value ? "true" : "false", right ? "100" : "0", right ? "" : in(statement.reason), "moodle_auto_format"});
    }
  }
  void operator()(const Number& number) const {
    const xml_node key = add_answer(node, {decimal_of(number.micros), "100", "", "moodle_auto_format"});
    add(key, "tolerance", decimal_of(number.tolerance_micros));
    for (const NumericMistake& mistake : number.mistakes) {
      const xml_node wrong = add_answer(node, {decimal_of(mistake.micros), "0", in(mistake.reason), "moodle_auto_format"});
      add(wrong, "tolerance", "0");
    }
    if (in(number.unit).empty()) return;
    xml_node question = node;
    const xml_node unit = question.append_child("units").append_child("unit");
    add(unit, "multiplier", "1");
    add(unit, "unit_name", in(number.unit));
    // Writing the unit is optional, and it stands behind the number.
    add(node, "unitgradingtype", "0");
    add(node, "showunits", "0");
    add(node, "unitsleft", "0");
  }
  void operator()(const Ordering& ordering) const {
    add(node, "layouttype", "VERTICAL");
    add(node, "selecttype", "ALL");
    add(node, "selectcount", std::to_string(ordering.items.size()));
    add(node, "gradingtype", "ABSOLUTE_POSITION");
    add(node, "showgrading", "SHOW");
    add(node, "numberingstyle", "none");
    for (std::size_t i = 0; i < ordering.items.size(); ++i) {
      const Item& item = ordering.items[i];
      add_answer(node, {in(item.text), std::to_string(i + 1), in(item.reason)});
    }
  }
  void operator()(const Matching& matching) const {
    add(node, "shuffleanswers", "true");
    for (const Pair& pair : matching.pairs) {
      xml_node part = add_text(node, "subquestion", in(pair.left));
      add(part.append_child("answer"), "text", in(pair.right));
      if (!in(pair.reason).empty()) leaving.count("reason of a pair", "reasons of pairs");
    }
  }
  void operator()(const ShortText& short_text) const {
    add(node, "usecase", "0");
    for (const Words& accepted : short_text.accepted) {
      add_answer(node, {spelling(accepted.text), "100", "", "moodle_auto_format"});
    }
    for (const Misspelling& mistake : short_text.mistakes) {
      add_answer(node, {spelling(mistake.text.text), "0", in(mistake.reason), "moodle_auto_format"});
    }
  }
};

const char* type_of(Kind kind) {
  switch (kind) {
    case Kind::Single:
    case Kind::Multiple: return "multichoice";
    case Kind::TrueFalse: return "truefalse";
    case Kind::Numeric: return "numerical";
    case Kind::Ordering: return "ordering";
    case Kind::Matching: return "matching";
    case Kind::ShortText: return "shortanswer";
  }
  return "";
}

void add_tags(xml_node node, const Topic& topic, const Question& question) {
  xml_node tags = node.append_child("tags");
  const auto tag = [&tags](const std::string& words) { add(tags.append_child("tag"), "text", words); };
  tag(fmt::format("{}{}", kind_tag, name_of(question.kind)));
  tag(fmt::format("{}{}", difficulty_tag, question.difficulty));
  tag(fmt::format("{}{}", domain_tag, name_of(question.domain.value_or(topic.domain))));
  if (question.seconds) tag(fmt::format("{}{}", seconds_tag, *question.seconds));
  if (question.draft) tag(std::string(draft_tag));
}

// Two categories of one name would become one in Moodle; `names` are those before.
void add_category(xml_node quiz, const Topic& topic, wire::Language language, std::set<std::string>& names) {
  xml_node node = quiz.append_child("question");
  node.append_attribute("type").set_value("category");
  std::string name = words_in(topic.title, language);
  if (!names.insert(name).second) name += id_mark(topic.id.text);
  add(node.append_child("category"), "text", "$course$/top/" + category_name(name));
  add(node, "idnumber", topic.id.text);
}

void add_question(xml_node quiz, const Topic& topic, const Question& question, wire::Language language, Leaving& leaving) {
  xml_node node = quiz.append_child("question");
  node.append_attribute("type").set_value(type_of(question.kind));
  add(node.append_child("name"), "text", question.id.text);
  add_text(node, "questiontext", words_in(question.prompt, language));
  add_text(node, "generalfeedback", words_in(question.explanation, language));
  add(node, "defaultgrade", "1");
  add(node, "penalty", "0.3333333");
  add(node, "hidden", "0");
  add(node, "idnumber", question.id.text);
  std::visit(BodyElements{node, language, leaving, question.kind == Kind::Single}, question.body);
  add_tags(node, topic, question);
}

}  // namespace

Export export_moodle_xml(const std::vector<Topic>& topics, wire::Language language) {
  Leaving leaving("Moodle XML has no place for them");
  pugi::xml_document document;
  xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("UTF-8");
  xml_node quiz = document.append_child("quiz");
  std::set<std::string> names;
  for (const Topic* topic : leaving.topics_in(topics, language)) {
    add_category(quiz, *topic, language, names);
    leaving.count_notes(*topic);
    for (const Question& question : topic->questions) add_question(quiz, *topic, question, language, leaving);
  }
  std::ostringstream out;
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
  return Export{out.str(), leaving.remarks()};
}

}  // namespace certamen::content
