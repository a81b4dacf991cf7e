// Anki's text form: header lines that say what the columns are, then a card a line.
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "content/exchange/exchange.hpp"
#include "content/exchange/leaving.hpp"
#include "content/model/measures.hpp"
#include "content/model/names.hpp"
#include "content/model/words_in.hpp"

namespace certamen::content {
namespace {

// What the cards say beside the question's own words.
struct Labels {
  std::string_view answer;
  std::string_view is_true;
  std::string_view is_false;
  std::string_view true_or_false;
  std::string_view put_in_order;
  std::string_view match;
  std::string_view wrong;
  std::string_view note;
  std::string_view as_of;
};
constexpr Labels english{"Answer", "True", "False", "True or false?", "Put in order:", "Match:", "Wrong", "Note", "As of"};
constexpr Labels spanish{
    "Respuesta", "Verdadero", "Falso", "¿Verdadero o falso?", "Ponga en orden:", "Relacione:", "Mal", "Nota", "A fecha de"};

// A field that begins with a quote would end at the next one, so quotes are escaped too.
std::string html(std::string_view text) {
  constexpr std::string_view special = "&<>\"\t";
  constexpr std::array<std::string_view, special.size()> written{"&amp;", "&lt;", "&gt;", "&quot;", " "};
  std::string escaped;
  for (const char letter : text) {
    const std::size_t index = special.find(letter);
    if (index == std::string_view::npos) {
      escaped.push_back(letter);
    } else {
      escaped += written[index];
    }
  }
  return escaped;
}

std::string italic(const std::string& text) {
  return text.empty() ? "" : fmt::format(" <i>{}</i>", html(text));
}

std::string list(std::string_view tag, const std::vector<std::string>& entries) {
  std::string lines;
  for (const std::string& entry : entries) lines += fmt::format("<li>{}</li>", entry);
  return entries.empty() ? "" : fmt::format("<{}>{}</{}>", tag, lines, tag);
}

// Both sides of a card, below the prompt and above the explanation.
struct Sides {
  const Labels& labels;
  wire::Language language;
  std::string front;
  std::string back;

  [[nodiscard]] const std::string& in(const Text& text) const { return words_in(text, language); }
  void key(const std::string& answer) { back += fmt::format("{}: <b>{}</b>", labels.answer, answer); }
  void mistakes(const std::vector<std::string>& entries) {
    if (!entries.empty()) back += fmt::format("<br>{}:{}", labels.wrong, list("ul", entries));
  }
  // In the order of their texts: as they are written, the order would be the answer.
  void shuffled(std::string_view tag, std::vector<std::string> entries) {
    std::sort(entries.begin(), entries.end());
    front += list(tag, entries);
  }

  void operator()(const std::monostate&) {}
  void operator()(const Choice& choice) {
    std::vector<std::string> options;
    std::vector<std::string> judged;
    for (const Option& option : choice.options) {
      options.push_back(html(in(option.text)));
      judged.push_back(fmt::format("{} {}{}", option.correct ? "✓" : "✗",
                                   option.correct ? fmt::format("<b>{}</b>", options.back()) : options.back(),
                                   italic(in(option.reason))));
    }
    shuffled("ul", std::move(options));
    back += list("ul", judged);
  }
  void operator()(const Statement& statement) {
    front += fmt::format("<br>{}", labels.true_or_false);
    key(std::string(statement.holds ? labels.is_true : labels.is_false));
    back += italic(in(statement.reason));
  }
  void operator()(const Number& number) {
    const std::string unit = in(number.unit).empty() ? "" : " " + html(in(number.unit));
    if (!unit.empty()) front += fmt::format("<br>({})", html(in(number.unit)));
    const std::string tolerance =
        number.tolerance_micros == 0 ? "" : fmt::format(" ± {}", decimal_of(number.tolerance_micros));
    key(decimal_of(number.micros) + tolerance + unit);
    std::vector<std::string> wrong;
    for (const NumericMistake& mistake : number.mistakes) {
      wrong.push_back(decimal_of(mistake.micros) + unit + italic(in(mistake.reason)));
    }
    mistakes(wrong);
  }
  void operator()(const Ordering& ordering) {
    std::vector<std::string> items;
    std::vector<std::string> judged;
    for (const Item& item : ordering.items) {
      items.push_back(html(in(item.text)));
      judged.push_back(items.back() + italic(in(item.reason)));
    }
    front += fmt::format("<br>{}", labels.put_in_order);
    shuffled("ul", std::move(items));
    back += list("ol", judged);
  }
  void operator()(const Matching& matching) {
    std::vector<std::string> lefts;
    std::vector<std::string> rights;
    std::vector<std::string> judged;
    for (const Pair& pair : matching.pairs) {
      lefts.push_back(html(in(pair.left)));
      rights.push_back(html(in(pair.right)));
      judged.push_back(fmt::format("{} → <b>{}</b>{}", lefts.back(), rights.back(), italic(in(pair.reason))));
    }
    front += fmt::format("<br>{}", labels.match);
    shuffled("ul", std::move(lefts));
    shuffled("ul", std::move(rights));
    back += list("ul", judged);
  }
  void operator()(const ShortText& short_text) {
    std::string accepted;
    for (const Words& spelling : short_text.accepted) accepted += (accepted.empty() ? "" : " / ") + html(spelling.text);
    key(accepted);
    std::vector<std::string> wrong;
    for (const Misspelling& mistake : short_text.mistakes) {
      wrong.push_back(html(mistake.text.text) + italic(in(mistake.reason)));
    }
    mistakes(wrong);
  }
};

std::string notes_of(const Topic& topic, const Question& question, const Labels& labels, wire::Language language) {
  std::string lines;
  for (const Words& cited : question.notes) {
    const auto note = std::find_if(topic.notes.begin(), topic.notes.end(),
                                   [&cited](const Note& each) { return each.id.text == cited.text; });
    if (note == topic.notes.end()) continue;
    lines += fmt::format("<br>{}: {}", labels.note, html(words_in(note->text, language)));
    if (!note->as_of) continue;
    lines += fmt::format(" ({} {}: {})", labels.as_of, note->as_of->date, html(words_in(note->as_of->text, language)));
  }
  return lines;
}

// Anki parts levels of decks and tags with two colons and tags with spaces.
std::string deck_of(const Topic& topic, wire::Language language) {
  std::string title = html(words_in(topic.title, language));
  for (std::size_t at = 0; (at = title.find("::", at)) != std::string::npos; ++at) title.replace(at, 2, ": ");
  return "Certamen::" + title;
}

std::string tags_of(const Topic& topic, const Question& question) {
  return fmt::format("domain::{} kind::{} difficulty::{}{}", name_of(question.domain.value_or(topic.domain)),
                     name_of(question.kind), question.difficulty, question.draft ? " draft" : "");
}

}  // namespace

Export export_anki(const std::vector<Topic>& topics, wire::Language language) {
  const bool in_spanish = language == wire::Language::Spanish;
  const Labels& labels = in_spanish ? spanish : english;
  Leaving leaving("Anki's cards have no place for them");
  std::string bytes = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n";
  for (const Topic* topic : leaving.topics_in(topics, language)) {
    for (const Question& question : topic->questions) {
      Sides sides{labels, language, html(words_in(question.prompt, language)), ""};
      std::visit(sides, question.body);
      const std::string& explanation = words_in(question.explanation, language);
      if (!explanation.empty()) sides.back += fmt::format("<br>{}", html(explanation));
      sides.back += notes_of(*topic, question, labels, language);
      bytes += fmt::format("certamen/{}/{}/{}\tBasic\t{}\t{}\t{}\t{}\n", in_spanish ? "es" : "en", topic->id.text,
                           question.id.text, deck_of(*topic, language), sides.front, sides.back, tags_of(*topic, question));
      if (question.seconds) leaving.count("time limit", "time limits");
    }
  }
  return Export{std::move(bytes), leaving.remarks()};
}

}  // namespace certamen::content
