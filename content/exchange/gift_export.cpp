#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "content/exchange/category.hpp"
#include "content/exchange/exchange.hpp"
#include "content/exchange/gift_text.hpp"
#include "content/exchange/leaving.hpp"
#include "content/model/measures.hpp"
#include "content/model/names.hpp"

namespace certamen::content {
namespace {

// HTML that holds no "->", which GIFT would take for a pair.
std::string as_html(std::string_view text) {
  std::string html;
  for (const char letter : text) {
    constexpr std::string_view special = "&<>";
    constexpr std::array<std::string_view, special.size()> entities{"&amp;", "&lt;", "&gt;"};
    const std::size_t found = special.find(letter);
    html += found == std::string_view::npos ? std::string(1, letter) : std::string(entities[found]);
  }
  return html;
}

bool has_arrow(std::string_view text) {
  return text.find("->") != std::string_view::npos;
}

// A text of the answers. What begins like a weight or the name of a markup is named plain.
std::string answer_text(std::string_view text) {
  const bool guarded = text.starts_with('%') || text.starts_with('[');
  return fmt::format("{}{}", guarded ? "[plain]" : "", gift_escaped(text));
}

// The same where an arrow would make a pair of it.
std::string arrowless_text(std::string_view text) {
  return has_arrow(text) ? "[html]" + gift_escaped(as_html(text)) : answer_text(text);
}

std::string weight(double percent) {
  std::string digits = fmt::format("{:.5f}", percent);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  return fmt::format("%{}%", digits);
}

class GiftWriter {
 public:
  explicit GiftWriter(wire::Language language) : language_(language) {}

  void write(const std::vector<Topic>& topics) {
    for (const Topic* topic : leaving_.topics_in(topics, language_)) write(*topic);
  }

  Export take() {
    export_.remarks = leaving_.remarks();
    export_.remarks.insert(export_.remarks.end(), refused_.begin(), refused_.end());
    return std::move(export_);
  }

  // The lines between the braces; nothing where GIFT has no such question.
  std::optional<std::string> operator()(const std::monostate&) { return std::nullopt; }
  std::optional<std::string> operator()(const Ordering&) { return std::nullopt; }

  std::optional<std::string> operator()(const Choice& choice) {
    const auto right =
        std::count_if(choice.options.begin(), choice.options.end(), [](const Option& option) { return option.correct; });
    const std::string share = weight(100.0 / static_cast<double>(std::max<std::ptrdiff_t>(right, 1)));
    std::string lines;
    for (const Option& option : choice.options) {
      std::string mark = option.correct ? "=" : "~";
      // A wrong option costs what a right one gains, so that choosing everything gains nothing.
      if (right > 1) mark = option.correct ? "~" + share : "~%-" + share.substr(1);
      lines += fmt::format("\t{}{}{}\n", mark, answer_text(words(option.text)), feedback(option.reason));
    }
    return lines;
  }

  std::optional<std::string> operator()(const Statement& statement) {
    return fmt::format("\t{}{}\n", statement.holds ? "TRUE" : "FALSE", feedback(statement.reason));
  }

  std::optional<std::string> operator()(const Number& number) {
    if (!words(number.unit).empty()) leaving_.count("unit of a number", "units of numbers");
    std::string lines = fmt::format("\t={}:{}\n", decimal_of(number.micros), decimal_of(number.tolerance_micros));
    for (const NumericMistake& mistake : number.mistakes) {
      lines += fmt::format("\t=%0%{}:0{}\n", decimal_of(mistake.micros), feedback(mistake.reason));
    }
    return lines;
  }

  std::optional<std::string> operator()(const Matching& matching) {
    std::string lines;
    for (const Pair& pair : matching.pairs) {
      if (!words(pair.reason).empty()) leaving_.count("reason of a pair", "reasons of pairs");
      lines += fmt::format("\t={} -> {}\n", arrowless_text(words(pair.left)), answer_text(words(pair.right)));
    }
    return lines;
  }

  std::optional<std::string> operator()(const ShortText& short_text) {
    std::string lines;
    for (const Words& spelling : short_text.accepted) {
      if (has_arrow(spelling.text)) return std::nullopt;
      lines += fmt::format("\t=%100%{}\n", spelling_of(spelling.text));
    }
    for (const Misspelling& mistake : short_text.mistakes) {
      if (has_arrow(mistake.text.text)) return std::nullopt;
      const std::string reason = words(mistake.reason);
      lines +=
          fmt::format("\t=%0%{}{}\n", spelling_of(mistake.text.text), reason.empty() ? "" : "#" + arrowless_text(reason));
    }
    return lines;
  }

 private:
  void write(const Topic& topic) {
    std::string name = words(topic.title);
    if (!names_.insert(name).second) name += fmt::format(" ({})", topic.id.text);
    // Moodle takes a category as it is written: nothing is escaped there.
    export_.bytes += fmt::format("$CATEGORY: $course$/top/{}\n\n", category_name(name));
    leaving_.count("id of a topic", "ids of topics");
    leaving_.count_notes(topic);
    for (const Question& question : topic.questions) write(topic, question);
  }

  void write(const Topic& topic, const Question& question) {
    const auto answers = std::visit(*this, question.body);
    if (!answers) {
      const std::string_view why = question.kind == Kind::ShortText ? "an answer with '->'" : name_of(question.kind);
      refused_.push_back(
          {0, fmt::format("the question {}/{} is left out: GIFT has no form for {}", topic.id.text, question.id.text, why)});
      return;
    }
    leaving_.count("difficulty", "difficulties");
    leaving_.count("domain", "domains");
    if (question.seconds) leaving_.count("allowed time", "allowed times");
    if (question.draft) leaving_.count("mark of a draft", "marks of drafts");
    const std::string explanation = words(question.explanation);
    const std::string_view head = question.kind == Kind::Numeric ? "#\n" : "\n";
    export_.bytes +=
        fmt::format("::{}::[plain]{}{{{}{}{}}}\n\n", gift_escaped(question.id.text), gift_escaped(words(question.prompt)),
                    head, *answers, explanation.empty() ? "" : fmt::format("\t####{}\n", answer_text(explanation)));
  }

  // Moodle takes a star in a short answer for any letters.
  [[nodiscard]] static std::string spelling_of(std::string_view text) {
    std::string guarded;
    for (const char letter : text) {
      if (letter == '*') guarded.push_back('\\');
      guarded.push_back(letter);
    }
    return answer_text(guarded);
  }

  [[nodiscard]] const std::string& words(const Text& text) const {
    return (language_ == wire::Language::English ? text.en : text.es).text;
  }

  [[nodiscard]] std::string feedback(const Text& reason) const {
    const std::string& text = words(reason);
    return text.empty() ? text : "#" + answer_text(text);
  }

  wire::Language language_;
  Export export_;
  std::set<std::string> names_;
  Leaving leaving_{"GIFT has no place for them"};
  std::vector<Remark> refused_;
};

}  // namespace

Export export_gift(const std::vector<Topic>& topics, wire::Language language) {
  GiftWriter writer(language);
  writer.write(topics);
  return writer.take();
}

}  // namespace certamen::content
