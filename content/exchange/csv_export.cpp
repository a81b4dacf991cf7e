// One row a question, both languages side by side; content/README.md says what the columns mean for each kind.
#include <fmt/core.h>

#include <algorithm>

#include "content/exchange/csv_columns.hpp"
#include "content/exchange/csv_rows.hpp"
#include "content/exchange/exchange.hpp"
#include "content/exchange/leaving.hpp"
#include "content/model/measures.hpp"
#include "content/model/names.hpp"

namespace certamen::content {
namespace {

// So that spreadsheets read the accents.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct FlatOption {
  Text text;
  Text reason;
  Text match;
};

// A question of any kind as a row sees it.
struct Flat {
  std::vector<FlatOption> options;
  std::string correct;
  std::string tolerance;
  Text unit;
};

struct Flatten {
  Languages languages;
  Flat flat;

  // The same in the topic's languages.
  [[nodiscard]] Text same(const std::string& words) const {
    return {Words{languages.en ? words : "", {}}, Words{languages.es ? words : "", {}}};
  }
  void right(std::size_t index) { flat.correct += fmt::format("{}{}", flat.correct.empty() ? "" : ";", index + 1); }

  void operator()(const std::monostate&) {}
  void operator()(const Choice& choice) {
    for (std::size_t i = 0; i < choice.options.size(); ++i) {
      const Option& option = choice.options[i];
      flat.options.push_back({option.text, option.reason, {}});
      if (option.correct) right(i);
    }
  }
  void operator()(const Statement& statement) {
    flat.correct = statement.holds ? "true" : "false";
    flat.options.push_back({{}, statement.reason, {}});
  }
  void operator()(const Number& number) {
    flat.correct = decimal_of(number.micros);
    if (number.tolerance_micros != 0) flat.tolerance = decimal_of(number.tolerance_micros);
    flat.unit = number.unit;
    for (const NumericMistake& mistake : number.mistakes) {
      flat.options.push_back({same(decimal_of(mistake.micros)), mistake.reason, {}});
    }
  }
  void operator()(const Ordering& ordering) {
    for (std::size_t i = 0; i < ordering.items.size(); ++i) {
      flat.options.push_back({ordering.items[i].text, ordering.items[i].reason, {}});
      right(i);
    }
  }
  void operator()(const Matching& matching) {
    for (const Pair& pair : matching.pairs) flat.options.push_back({pair.left, pair.reason, pair.right});
  }
  void operator()(const ShortText& short_text) {
    for (std::size_t i = 0; i < short_text.accepted.size(); ++i) {
      flat.options.push_back({same(short_text.accepted[i].text), {}, {}});
      right(i);
    }
    for (const Misspelling& mistake : short_text.mistakes) {
      flat.options.push_back({same(mistake.text.text), mistake.reason, {}});
    }
  }
};

Flat flat_of(const Topic& topic, const Question& question) {
  Flatten flatten{topic.languages, {}};
  std::visit(flatten, question.body);
  return std::move(flatten.flat);
}

// Which columns the file needs.
struct Shape {
  std::size_t options = 0;
  std::size_t matches = 0;
  bool drafts = false;
};

Shape shape_of(const std::vector<Topic>& topics) {
  Shape shape;
  for (const Topic& topic : topics) {
    for (const Question& question : topic.questions) {
      const std::size_t options = flat_of(topic, question).options.size();
      shape.options = std::max(shape.options, options);
      if (question.kind == Kind::Matching) shape.matches = std::max(shape.matches, options);
      shape.drafts = shape.drafts || question.draft;
    }
  }
  return shape;
}

using Cells = std::vector<std::string>;

void add_names(Cells& cells, Column column, std::size_t number = 0) {
  const std::string name = name_of(column) + (number > 0 ? std::to_string(number) : "");
  cells.push_back(name + "_en");
  cells.push_back(name + "_es");
}

void add(Cells& cells, const Text& text) {
  cells.push_back(text.en.text);
  cells.push_back(text.es.text);
}

Cells header(const Shape& shape) {
  Cells cells{name_of(Column::Topic)};
  add_names(cells, Column::Title);
  for (const Column column : {Column::Id, Column::Kind, Column::Difficulty, Column::Domain, Column::Seconds}) {
    cells.push_back(name_of(column));
  }
  if (shape.drafts) cells.push_back(name_of(Column::Draft));
  add_names(cells, Column::Prompt);
  for (std::size_t number = 1; number <= shape.options; ++number) {
    add_names(cells, Column::Option, number);
    add_names(cells, Column::Reason, number);
    if (number <= shape.matches) add_names(cells, Column::Match, number);
  }
  cells.push_back(name_of(Column::Correct));
  cells.push_back(name_of(Column::Tolerance));
  add_names(cells, Column::Unit);
  add_names(cells, Column::Explanation);
  return cells;
}

Cells row_of(const Topic& topic, const Question& question, const Shape& shape) {
  Cells cells{topic.id.text};
  add(cells, topic.title);
  cells.push_back(question.id.text);
  cells.emplace_back(name_of(question.kind));
  cells.push_back(std::to_string(question.difficulty));
  cells.emplace_back(name_of(question.domain.value_or(topic.domain)));
  cells.push_back(question.seconds ? std::to_string(*question.seconds) : "");
  if (shape.drafts) cells.emplace_back(question.draft ? "true" : "");
  add(cells, question.prompt);
  Flat flat = flat_of(topic, question);
  flat.options.resize(shape.options);
  for (std::size_t i = 0; i < shape.options; ++i) {
    add(cells, flat.options[i].text);
    add(cells, flat.options[i].reason);
    if (i < shape.matches) add(cells, flat.options[i].match);
  }
  cells.push_back(flat.correct);
  cells.push_back(flat.tolerance);
  add(cells, flat.unit);
  add(cells, question.explanation);
  return cells;
}

}  // namespace

Export export_csv(const std::vector<Topic>& topics) {
  Leaving leaving("a table of questions has no place for them");
  const Shape shape = shape_of(topics);
  std::string bytes = std::string(byte_order_mark) + written_row(header(shape));
  for (const Topic& topic : topics) {
    leaving.count_notes(topic);
    for (const Question& question : topic.questions) bytes += written_row(row_of(topic, question, shape));
  }
  return Export{std::move(bytes), leaving.remarks()};
}

}  // namespace certamen::content
