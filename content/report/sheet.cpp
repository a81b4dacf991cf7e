#include "content/report/sheet.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <type_traits>

#include "content/model/measures.hpp"
#include "content/model/names.hpp"
#include "server/bank/allowed_seconds.hpp"
#include "server/bank/names.hpp"

namespace certamen::content {
namespace {

// The number as a Spanish reader expects it.
std::string with_decimal_comma(std::string number) {
  std::replace(number.begin(), number.end(), '.', ',');
  return number;
}

// "500 tags", "99,9 ± 0,1 %"
Both number_text(std::int64_t micros, std::int64_t tolerance_micros, const Text& unit) {
  std::string number = decimal_of(micros);
  if (tolerance_micros > 0) number += " ± " + decimal_of(tolerance_micros);
  const auto with = [](const std::string& digits, const std::string& noun) {
    return noun.empty() ? digits : digits + " " + noun;
  };
  return {with(number, unit.en.text), with(with_decimal_comma(number), unit.es.text)};
}

std::string letter(std::size_t index) {
  return {static_cast<char>('A' + index)};
}

struct Rows {
  std::vector<SheetRow>& rows;

  void operator()(const std::monostate&) const {}
  void operator()(const Choice& choice) const {
    for (const Option& option : choice.options) {
      rows.push_back(
          {option.correct ? Mark::Right : Mark::Wrong, letter(rows.size()), both_of(option.text), both_of(option.reason)});
    }
  }
  void operator()(const Statement& statement) const {
    const Both reason = both_of(statement.reason);
    rows.push_back(
        {statement.holds ? Mark::Right : Mark::Wrong, "", {"True", "Verdadero"}, statement.holds ? Both{} : reason});
    rows.push_back({statement.holds ? Mark::Wrong : Mark::Right, "", {"False", "Falso"}, statement.holds ? reason : Both{}});
  }
  void operator()(const Number& number) const {
    rows.push_back({Mark::Right, "", number_text(number.micros, number.tolerance_micros, number.unit), {}});
    for (const NumericMistake& mistake : number.mistakes) {
      rows.push_back({Mark::Wrong, "", number_text(mistake.micros, 0, number.unit), both_of(mistake.reason)});
    }
  }
  void operator()(const Ordering& ordering) const {
    for (const Item& item : ordering.items) {
      rows.push_back({Mark::Part, std::to_string(rows.size() + 1), both_of(item.text), both_of(item.reason)});
    }
  }
  void operator()(const Matching& matching) const {
    const auto joined = [](const Words& left, const Words& right) {
      return left.text.empty() && right.text.empty() ? std::string() : left.text + " → " + right.text;
    };
    for (const Pair& pair : matching.pairs) {
      rows.push_back({Mark::Part,
                      std::to_string(rows.size() + 1),
                      {joined(pair.left.en, pair.right.en), joined(pair.left.es, pair.right.es)},
                      both_of(pair.reason)});
    }
  }
  void operator()(const ShortText& short_text) const {
    for (const Words& spelling : short_text.accepted) {
      rows.push_back({Mark::Right, "", {spelling.text, spelling.text}, {}});
    }
    for (const Misspelling& mistake : short_text.mistakes) {
      rows.push_back({Mark::Wrong, "", {mistake.text.text, mistake.text.text}, both_of(mistake.reason)});
    }
  }
};

// Words that come from here and not from the author exist in both languages; the topic may not.
void keep_languages(Sheet& sheet) {
  for (SheetRow& row : sheet.rows) {
    if (!sheet.languages.en) row.text[wire::index_of(wire::Language::English)].clear();
    if (!sheet.languages.es) row.text[wire::index_of(wire::Language::Spanish)].clear();
  }
}

// In a bank a text of one language stands for both.
exam::LocalText as_played(Both text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i].empty()) text[i] = text[text.size() - 1 - i];
  }
  return exam::LocalText{text};
}

std::optional<std::uint32_t> seconds_of(const Sheet& sheet) {
  const auto kind = bank::playable_kind(name_of(sheet.kind));
  if (!kind) return std::nullopt;
  exam::Question question;
  question.kind = *kind;
  question.prompt = as_played(sheet.prompt);
  if (*kind != wire::QuestionKind::Numeric) {
    for (const SheetRow& row : sheet.rows) question.options.push_back({as_played(row.text), {}, false});
  }
  return bank::allowed_seconds(question);
}

}  // namespace

Both both_of(const Text& text) {
  return {text.en.text, text.es.text};
}

SheetNote sheet_of(const Topic& topic, const Note& note) {
  SheetNote sheet{topic.id.text + "#" + note.id.text, note.lines.text, both_of(note.text), "", {}};
  if (note.as_of) {
    sheet.as_of_date = note.as_of->date;
    sheet.as_of = both_of(note.as_of->text);
  }
  return sheet;
}

Sheet sheet_of(const Topic& topic, const Question& question) {
  Sheet sheet;
  sheet.id = topic.id.text + "/" + question.id.text;
  sheet.topic_title = both_of(topic.title);
  sheet.languages = topic.languages;
  sheet.kind = question.kind;
  sheet.difficulty = question.difficulty;
  sheet.domain = question.domain.value_or(topic.domain);
  sheet.origin = question.origin;
  sheet.draft = question.draft;
  sheet.prompt = both_of(question.prompt);
  std::visit(Rows{sheet.rows}, question.body);
  sheet.explanation = both_of(question.explanation);
  sheet.seconds_written = question.seconds.has_value();
  sheet.seconds = question.seconds ? question.seconds : seconds_of(sheet);
  keep_languages(sheet);
  for (const Words& cited : question.notes) {
    const auto note = std::find_if(topic.notes.begin(), topic.notes.end(),
                                   [&cited](const Note& each) { return each.id.text == cited.text; });
    if (note != topic.notes.end()) sheet.notes.push_back(sheet_of(topic, *note));
  }
  return sheet;
}

std::string_view difficulty_name(std::uint32_t difficulty) {
  constexpr std::array<std::string_view, 6> names{"", "recall", "understand", "apply", "analyse", "expert"};
  return names.at(difficulty < names.size() ? difficulty : 0);
}

}  // namespace certamen::content
