#include "content/exchange/csv_questions.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "content/exchange/brought_lines.hpp"
#include "content/exchange/csv_words.hpp"
#include "content/model/limits.hpp"
#include "content/model/measures.hpp"
#include "content/model/names.hpp"
#include "content/model/words_in.hpp"

namespace certamen::content {
namespace {

const std::string& any(const Text& text) {
  return text.en.text.empty() ? text.es.text : text.en.text;
}

CsvOption& option_of(CsvRow& row, std::size_t number) {
  for (CsvOption& option : row.options) {
    if (option.number == number) return option;
  }
  row.options.push_back({number, {}, {}, {}});
  return row.options.back();
}

// One row's question, part by part.
class Reading {
 public:
  Reading(const CsvRow& row, const Languages& languages, Builder& builder)
      : row_(row), languages_(languages), builder_(builder), key_(row.value(Column::Correct)) {}

  wire::Result<Question> question() {
    Question question;
    question.kind = kind();
    question.id.text = row_.value(Column::Id);
    question.prompt = plain(Column::Prompt);
    question.explanation = plain(Column::Explanation);
    read_marks(question);
    wire::Result<Body> body = read_body(question.kind);
    if (!body) return tl::unexpected(body.error());
    question.body = std::move(*body);
    return question;
  }

 private:
  void remark(std::string what) { builder_.remark(row_.line, std::move(what)); }

  // In the languages of the topic, cleaned.
  [[nodiscard]] Text plain(const Text& text) {
    Text kept;
    if (languages_.en) kept.en.text = builder_.words(row_.line, text.en.text, Markup::Plain);
    if (languages_.es) kept.es.text = builder_.words(row_.line, text.es.text, Markup::Plain);
    return kept;
  }
  [[nodiscard]] Text plain(Column column) {
    const auto found = row_.texts.find(column);
    return plain(found == row_.texts.end() ? Text{} : found->second);
  }

  void read_marks(Question& question) {
    const auto read = [this](Column column, auto parse, auto& target, std::string_view mend) {
      const std::string cell = row_.value(column);
      if (cell.empty()) return;
      if (const auto value = parse(cell)) {
        target = *value;
      } else {
        remark(fmt::format("{} '{}' is left out: {}", name_of(column), cell, mend));
      }
    };
    const auto seconds = [](const std::string& cell) -> std::optional<std::uint32_t> {
      std::uint32_t value = 0;
      const auto read_to = std::from_chars(cell.data(), cell.data() + cell.size(), value);
      const bool whole = read_to.ec == std::errc() && read_to.ptr == cell.data() + cell.size();
      return whole && value >= seconds_min && value <= seconds_max ? std::optional(value) : std::nullopt;
    };
    read(Column::Difficulty, difficulty_word, question.difficulty, "it is a number from 1 to 5, or easy, medium, hard");
    read(Column::Domain, domain_word, question.domain, "the domains are listed in content/README.md");
    read(Column::Seconds, seconds, question.seconds, fmt::format("it is a number from {} to {}", seconds_min, seconds_max));
    read(Column::Draft, truth_word, question.draft, "it is true or false");
  }

  [[nodiscard]] Kind kind() {
    const std::string cell = row_.value(Column::Kind);
    const KindWish wish = kind_word(cell);
    if (wish.kind) return *wish.kind;
    if (!cell.empty() && !wish.known) remark(fmt::format("kind '{}' is not known; it is guessed from the answer", cell));
    if (std::any_of(row_.options.begin(), row_.options.end(),
                    [](const CsvOption& option) { return !is_blank(option.match); }))
      return Kind::Matching;
    const bool has_options = std::any_of(row_.options.begin(), row_.options.end(),
                                         [](const CsvOption& option) { return !is_blank(option.text); });
    if (!has_options) return truth_word(key_) ? Kind::TrueFalse : number_word(key_) ? Kind::Numeric : Kind::ShortText;
    const bool of_truth = row_.options.size() == 2 &&
                          std::all_of(row_.options.begin(), row_.options.end(),
                                      [](const CsvOption& option) { return truth_word(any(option.text)).has_value(); });
    if (of_truth) return Kind::TrueFalse;
    return key_words(key_, row_).size() > 1 ? Kind::Multiple : Kind::Single;
  }

  [[nodiscard]] wire::Result<Body> read_body(Kind kind) {
    switch (kind) {
      case Kind::Single:
      case Kind::Multiple: return choice();
      case Kind::TrueFalse: return statement();
      case Kind::Numeric: return number();
      case Kind::Ordering: return ordering();
      case Kind::Matching: return matching();
      case Kind::ShortText: return short_text();
    }
    return wire::fault("its kind is not known");
  }

  [[nodiscard]] wire::Result<std::vector<std::size_t>> keys() const {
    if (key_.empty()) return wire::fault("the cell of the right answer is empty");
    auto found = key_words(key_, row_);
    if (found.empty()) return wire::fault(fmt::format("its answer '{}' is none of the options", key_));
    return found;
  }

  [[nodiscard]] wire::Result<Body> choice() {
    const auto right = keys();
    if (!right) return tl::unexpected(right.error());
    Choice choice;
    for (const CsvOption& option : row_.options)
      choice.options.push_back({plain(option.text), plain(option.reason), false, {}});
    for (const std::size_t index : *right) choice.options[index].correct = true;
    return choice;
  }

  [[nodiscard]] wire::Result<Body> statement() {
    auto holds = truth_word(key_);
    const auto right = key_words(key_, row_);
    if (!holds && right.size() == 1) holds = truth_word(any(row_.options[right.front()].text));
    if (!holds) return wire::fault(fmt::format("its answer '{}' is neither true nor false", key_));
    Statement statement{*holds, {}};
    for (const CsvOption& option : row_.options) {
      // Of two options, true and false, the wrong one has the reason.
      if (truth_word(any(option.text)) != *holds && is_blank(statement.reason)) statement.reason = plain(option.reason);
    }
    return statement;
  }

  [[nodiscard]] wire::Result<Body> number() {
    const auto value = number_word(key_);
    if (!value) return wire::fault(fmt::format("its answer '{}' is no number of at most six decimals", key_));
    Number number;
    number.micros = *value;
    if (const std::string cell = row_.value(Column::Tolerance); !cell.empty()) {
      const auto tolerance = number_word(cell);
      if (!tolerance) return wire::fault(fmt::format("its tolerance '{}' is no number of at most six decimals", cell));
      number.tolerance_micros = *tolerance;
    }
    number.unit = plain(Column::Unit);
    for (const CsvOption& option : row_.options) {
      if (const auto mistake = number_word(any(option.text))) {
        number.mistakes.push_back({*mistake, plain(option.reason), {}});
      } else {
        remark(fmt::format("the wrong answer '{}' is left out: it is no number", any(option.text)));
      }
    }
    return number;
  }

  // As the columns stand, unless the answer gives their order: "3;1;2".
  [[nodiscard]] wire::Result<Body> ordering() {
    std::vector<std::size_t> order = key_words(key_, row_);
    if (!key_.empty() && order.size() != row_.options.size()) {
      return wire::fault(fmt::format("its answer '{}' does not name every item once", key_));
    }
    for (std::size_t i = 0; key_.empty() && i < row_.options.size(); ++i) order.push_back(i);
    Ordering ordering;
    for (const std::size_t index : order) {
      ordering.items.push_back({plain(row_.options[index].text), plain(row_.options[index].reason)});
    }
    return ordering;
  }

  [[nodiscard]] wire::Result<Body> matching() {
    Matching matching;
    for (const CsvOption& option : row_.options) {
      matching.pairs.push_back({plain(option.text), plain(option.match), plain(option.reason)});
    }
    return matching;
  }

  // Accepted spellings are options that the answer names, or stand in its cell, parted by semicolons or bars.
  [[nodiscard]] wire::Result<Body> short_text() {
    if (key_.empty()) return wire::fault("the cell of the right answer is empty");
    const std::vector<std::size_t> accepted = key_words(key_, row_);
    ShortText short_text;
    if (accepted.empty()) {
      for (std::size_t from = 0; from <= key_.size();) {
        const std::size_t to = std::min(key_.find_first_of(";|", from), key_.size());
        accept(std::string_view(key_).substr(from, to - from), short_text);
        from = to + 1;
      }
    }
    for (std::size_t i = 0; i < row_.options.size(); ++i) {
      const Text& text = row_.options[i].text;
      if (std::find(accepted.begin(), accepted.end(), i) != accepted.end()) {
        accept(text.en.text, short_text);
        if (text.es.text != text.en.text) accept(text.es.text, short_text);
      } else {
        short_text.mistakes.push_back(
            {{builder_.words(row_.line, any(text), Markup::Plain), {}}, plain(row_.options[i].reason)});
      }
    }
    return short_text;
  }

  void accept(std::string_view spelling, ShortText& short_text) {
    std::string words = builder_.words(row_.line, spelling, Markup::Plain);
    if (!words.empty()) short_text.accepted.push_back({std::move(words), {}});
  }

  const CsvRow& row_;
  const Languages& languages_;
  Builder& builder_;
  std::string key_;
};

}  // namespace

std::string CsvRow::value(Column column) const {
  const auto found = texts.find(column);
  return found == texts.end() ? "" : any(found->second);
}

CsvRow read_csv_row(const RawRow& row, const Headings& headings, wire::Language language) {
  CsvRow read;
  read.line = row.line;
  for (std::size_t i = 0; i < std::min(row.cells.size(), headings.size()); ++i) {
    std::string cell(trimmed(row.cells[i]));
    if (!headings[i] || cell.empty()) continue;
    const Heading& heading = *headings[i];
    Text* text = nullptr;
    if (heading.number == 0) {
      text = &read.texts[heading.column];
    } else {
      CsvOption& option = option_of(read, heading.number);
      text = heading.column == Column::Option   ? &option.text
             : heading.column == Column::Reason ? &option.reason
                                                : &option.match;
      read.lettered = read.lettered || heading.lettered;
    }
    std::string& words = words_in(*text, heading.language.value_or(language));
    if (words.empty()) words = std::move(cell);
  }
  std::sort(read.options.begin(), read.options.end(),
            [](const CsvOption& left, const CsvOption& right) { return left.number < right.number; });
  return read;
}

bool speaks(const CsvRow& row, wire::Language language) {
  const auto complete = [language](const Text& text) { return is_blank(text) || !words_in(text, language).empty(); };
  const auto prompt = row.texts.find(Column::Prompt);
  if (prompt == row.texts.end() || words_in(prompt->second, language).empty()) return false;
  return std::all_of(row.options.begin(), row.options.end(),
                     [&complete](const CsvOption& option) { return complete(option.text) && complete(option.match); });
}

wire::Result<Question> csv_question(const CsvRow& row, const Languages& languages, Builder& builder) {
  return Reading(row, languages, builder).question();
}

}  // namespace certamen::content
