#include "content/exchange/moodle_questions.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "content/exchange/brought_lines.hpp"
#include "content/exchange/decimal.hpp"
#include "content/exchange/moodle_xml.hpp"
#include "content/model/measures.hpp"
#include "content/model/words_in.hpp"

namespace certamen::content {
namespace {

using pugi::xml_node;

constexpr double whole_percent = 100;
constexpr double percent_slack = 0.01;

struct Answer {
  xml_node node;
  double percent = 0;
  [[nodiscard]] bool whole() const { return percent > whole_percent - percent_slack; }
  [[nodiscard]] bool partial() const { return percent > 0 && !whole(); }
};

bool is_off(std::string_view value) {
  return value == "false" || value == "0";
}

// One reading of one question.
class Reading {
 public:
  Reading(xml_node node, Question& question, MoodleVoice& voice)
      : node_(node), question_(question), voice_(voice), markup_(markup_of(node.child("questiontext"), Markup::Html)) {
    for (const xml_node answer : node.children("answer")) {
      // Old files say it as an element, and as a part of one.
      const xml_node fraction = answer.child("fraction");
      answers_.push_back(
          {answer, fraction ? fraction.text().as_double() * whole_percent : answer.attribute("fraction").as_double()});
    }
  }

  wire::Result<Body> choice() {
    question_.kind = is_off(trimmed(node_.child_value("single"))) ? Kind::Multiple : Kind::Single;
    const bool single = question_.kind == Kind::Single;
    note_settings();
    Choice choice;
    for (const Answer& answer : answers_) {
      const bool correct = single ? answer.whole() : answer.percent > 0;
      if (single && answer.partial()) voice_.remark(fmt::format("an option of {} % counts as wrong here", answer.percent));
      choice.options.push_back({text_of(answer.node), feedback_of(answer.node), correct, {}});
    }
    const auto right =
        std::count_if(choice.options.begin(), choice.options.end(), [](const Option& option) { return option.correct; });
    if (right == 0) return wire::fault("no option is fully right");
    if (single && right > 1) return wire::fault("several options are each fully right");
    if (!single) compare_weights(100.0 / static_cast<double>(right));
    return choice;
  }

  wire::Result<Body> statement() {
    question_.kind = Kind::TrueFalse;
    if (answers_.size() != 2) return wire::fault("it does not have one answer for true and one for false");
    // Files of old say the words in the author's language, true first.
    const bool turned = trimmed(inner_text(answers_[0].node)) == "false";
    const Answer& if_true = answers_[turned ? 1 : 0];
    const Answer& if_false = answers_[turned ? 0 : 1];
    if (if_true.whole() == if_false.whole()) return wire::fault("it does not say whether it is true");
    const bool holds = if_true.whole();
    keep_feedback(feedback_of((holds ? if_true : if_false).node));
    return Statement{holds, feedback_of((holds ? if_false : if_true).node)};
  }

  wire::Result<Body> number() {
    question_.kind = Kind::Numeric;
    Number number;
    bool found = false;
    for (const Answer& answer : answers_) {
      const std::string digits(trimmed(inner_text(answer.node)));
      if (digits == std::string_view(&moodle_wildcard, 1)) {
        if (answer.percent > 0) return wire::fault("every number is right");
        leave_feedback(answer);
        continue;
      }
      const auto value = micros_of(digits);
      if (!value) {
        voice_.remark(fmt::format("the answer '{}' is left out: it is no number that fits", digits));
        continue;
      }
      if (answer.percent <= 0) {
        number.mistakes.push_back({*value, feedback_of(answer.node), {}});
      } else if (answer.partial() || found) {
        voice_.remark(fmt::format("the answer {} ({} %) is left out: one number is right here", digits, answer.percent));
      } else {
        found = true;
        number.micros = *value;
        number.tolerance_micros = micros_of(std::string(trimmed(answer.node.child_value("tolerance")))).value_or(0);
        keep_feedback(feedback_of(answer.node));
      }
    }
    if (!found) return wire::fault("no number is fully right");
    read_unit(number);
    return number;
  }

  wire::Result<Body> short_text() {
    question_.kind = Kind::ShortText;
    if (trimmed(node_.child_value("usecase")) == "1") voice_.once("capital letters make no difference here");
    ShortText short_text;
    for (const Answer& answer : answers_) {
      const auto spelling = spelling_of(std::string(trimmed(inner_text(answer.node))));
      if (!spelling) {
        leave_feedback(answer);
      } else if (answer.whole()) {
        short_text.accepted.push_back({voice_.words(*spelling, Markup::Plain), {}});
        keep_feedback(feedback_of(answer.node));
      } else if (answer.partial()) {
        voice_.remark(
            fmt::format("the answer '{}' ({} %) is left out: an answer is right or wrong here", *spelling, answer.percent));
      } else {
        short_text.mistakes.push_back({{voice_.words(*spelling, Markup::Plain), {}}, feedback_of(answer.node)});
      }
    }
    if (short_text.accepted.empty()) return wire::fault("no answer is fully right");
    return short_text;
  }

  wire::Result<Body> matching() {
    question_.kind = Kind::Matching;
    note_settings();
    Matching matching;
    std::size_t without_partner = 0;
    for (const xml_node part : node_.children("subquestion")) {
      Pair pair{text_of(part), voice_.text(inner_text(part.child("answer")), Markup::Plain), {}};
      if (is_blank(pair.left)) {
        ++without_partner;
      } else {
        matching.pairs.push_back(std::move(pair));
      }
    }
    if (without_partner > 0) {
      voice_.remark(fmt::format("{} left out: every right side has a left one here",
                                without_partner == 1 ? "an answer without a partner is"
                                                     : fmt::format("{} answers without partners are", without_partner)));
    }
    return matching;
  }

  // In the order of the file, whatever the fractions say: so reads Moodle.
  wire::Result<Body> ordering() {
    question_.kind = Kind::Ordering;
    // Older versions have other names and numbers for it.
    const std::string select(trimmed(node_.child_value(node_.child("selecttype") ? "selecttype" : "logical")));
    if (!select.empty() && select != "ALL" && select != "EXACT" && select != "0") {
      voice_.once("Moodle shows some of the items of an ordering; here all of them are put in order");
    }
    Ordering ordering;
    for (const Answer& answer : answers_) ordering.items.push_back({text_of(answer.node), feedback_of(answer.node)});
    return ordering;
  }

 private:
  [[nodiscard]] Text text_of(xml_node node) { return voice_.text(inner_text(node), markup_of(node, markup_)); }

  [[nodiscard]] Text feedback_of(xml_node node) {
    const xml_node feedback = node.child("feedback");
    return feedback ? text_of(feedback) : voice_.text("", Markup::Plain);
  }

  void note_settings() {
    const xml_node shuffle = node_.child("shuffleanswers");
    if (shuffle && is_off(trimmed(shuffle.child_value())))
      voice_.once("options that Moodle keeps in order are shuffled here");
    const std::string numbering(trimmed(node_.child_value("answernumbering")));
    if (!numbering.empty() && numbering != "abc") voice_.once("options are not numbered as Moodle does it");
  }

  void compare_weights(double share) {
    const bool even = std::all_of(answers_.begin(), answers_.end(), [share](const Answer& answer) {
      return answer.percent <= 0 || std::abs(answer.percent - share) < percent_slack;
    });
    if (!even) voice_.remark("the right options weigh differently in Moodle; here they count the same");
  }

  // Feedback to the right answer is what we call the explanation.
  void keep_feedback(const Text& feedback) {
    if (is_blank(feedback)) return;
    if (is_blank(question_.explanation)) {
      question_.explanation = feedback;
    } else {
      voice_.remark("feedback to the right answer is left out: the question has its explanation");
    }
  }

  void leave_feedback(const Answer& answer) {
    const std::string text(trimmed(inner_text(answer.node)));
    if (text == std::string_view(&moodle_wildcard, 1)) {
      if (!is_blank(feedback_of(answer.node))) voice_.remark("feedback to every other answer is left out");
    } else {
      voice_.remark(fmt::format("the answer '{}' is left out: asterisks stand for nothing here", text));
    }
  }

  void read_unit(Number& number) {
    const xml_node units = node_.child("units");
    xml_node chosen = units.child("unit");
    if (!chosen) return;
    std::size_t others = 0;
    for (const xml_node unit : units.children("unit")) {
      if (unit != chosen) ++others;
      if (unit.child("multiplier").text().as_double(1) == 1) chosen = unit;
    }
    number.unit = voice_.text(chosen.child_value("unit_name"), Markup::Plain);
    if (others > 0) voice_.remark("further units are left out: numbers are asked in one");
  }

  // Moodle's computers write numbers in more ways than we do.
  [[nodiscard]] std::optional<std::int64_t> micros_of(std::string digits) {
    if (digits.empty()) return std::nullopt;
    if (digits.find('.') == std::string::npos) std::replace(digits.begin(), digits.end(), ',', '.');
    if (const auto exact = micros(digits)) return exact;
    const auto decimal = read_decimal(digits);
    if (!decimal) return std::nullopt;
    if (decimal->rounded) voice_.remark(fmt::format("{} is rounded to {}", digits, decimal_of(decimal->micros)));
    return decimal->micros;
  }

  // Nothing where an asterisk stands for anything.
  [[nodiscard]] static std::optional<std::string> spelling_of(const std::string& answer) {
    std::string spelling;
    for (std::size_t i = 0; i < answer.size(); ++i) {
      if (answer[i] == moodle_wildcard) return std::nullopt;
      if (answer[i] == '\\' && i + 1 < answer.size() && answer[i + 1] == moodle_wildcard) ++i;
      spelling.push_back(answer[i]);
    }
    return spelling;
  }

  xml_node node_;
  Question& question_;
  MoodleVoice& voice_;
  Markup markup_;
  std::vector<Answer> answers_;
};

struct Type {
  std::string_view name;
  wire::Result<Body> (Reading::*read)();
};

constexpr std::array types{
    Type{"multichoice", &Reading::choice},     Type{"truefalse", &Reading::statement}, Type{"numerical", &Reading::number},
    Type{"shortanswer", &Reading::short_text}, Type{"matching", &Reading::matching},   Type{"match", &Reading::matching},
    Type{"ordering", &Reading::ordering},
};

}  // namespace

std::string inner_text(xml_node parent) {
  const xml_node text = parent.child("text");
  const xml_node holder = text ? text : parent;
  std::ostringstream out;
  for (const xml_node part : holder.children()) {
    const bool data = part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata;
    if (data) out << part.value();
    // Without <text> the other elements are Moodle's own.
    if (!data && text) part.print(out, "", pugi::format_raw);
  }
  return out.str();
}

Markup markup_of(xml_node node, Markup otherwise) {
  const std::string_view format = node.attribute("format").value();
  if (format == "html") return Markup::Html;
  if (format == "plain_text") return Markup::Plain;
  if (format == "markdown") return Markup::Markdown;
  if (format == "moodle_auto_format" || format == "wiki_like") return Markup::Moodle;
  return otherwise;
}

wire::Result<void> read_moodle_body(xml_node node, Question& question, MoodleVoice& voice) {
  const std::string_view name = node.attribute("type").value();
  const auto* const type = std::find_if(types.begin(), types.end(), [name](const Type& each) { return each.name == name; });
  if (type == types.end()) return wire::fault(fmt::format("questions of Moodle's type '{}' are not playable", name));
  Reading reading(node, question, voice);
  wire::Result<Body> body = (reading.*type->read)();
  if (!body) return tl::unexpected(body.error());
  question.body = std::move(*body);
  return {};
}

}  // namespace certamen::content
