// Question tables: our own, and the sheets that people keep.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "content/exchange/brought.hpp"
#include "content/exchange/csv_columns.hpp"
#include "content/exchange/csv_questions.hpp"
#include "content/exchange/csv_rows.hpp"
#include "content/exchange/domains.hpp"
#include "content/exchange/exchange.hpp"

namespace certamen::content {
namespace {

constexpr std::array separators{',', ';', '\t', '|'};
// Columns that are named in a remark; the others are counted.
constexpr std::size_t columns_named_max = 8;

// "sep=;", which spreadsheets put before the header.
bool is_separator_line(std::string_view bytes) {
  return bytes.size() > 5 && bytes.starts_with("sep=") && (bytes[5] == '\r' || bytes[5] == '\n');
}

// The one that makes the most of the header.
char separator_of(std::string_view bytes) {
  if (is_separator_line(bytes)) return bytes[4];
  char best = separators.front();
  std::pair<std::ptrdiff_t, std::size_t> most{-1, 0};
  for (const char separator : separators) {
    const RawRow header = read_first_row(bytes, separator);
    const auto known = std::count_if(header.cells.begin(), header.cells.end(),
                                     [](const std::string& cell) { return heading_of(cell).has_value(); });
    const std::pair found{known, header.cells.size()};
    if (found > most) {
      most = found;
      best = separator;
    }
  }
  return best;
}

Headings read_headings(const RawRow& header, Builder& builder) {
  Headings headings;
  std::vector<std::string> unknown;
  std::set<std::tuple<Column, std::size_t, std::optional<wire::Language>>> seen;
  for (const std::string& cell : header.cells) {
    std::optional<Heading> heading = heading_of(cell);
    const bool blank = cell.find_first_not_of(" \t\r\n") == std::string::npos;
    const bool again = heading && !seen.emplace(heading->column, heading->number, heading->language).second;
    if (again) {
      builder.remark(header.line, fmt::format("column '{}' comes twice; the second is left out", cell));
      heading.reset();
    } else if (!heading && !blank) {
      unknown.push_back(cell);
    }
    headings.push_back(heading);
  }
  if (!unknown.empty()) {
    const std::size_t others = unknown.size() - std::min(unknown.size(), columns_named_max);
    unknown.resize(unknown.size() - others);
    builder.remark(header.line, fmt::format("columns that are not known are left out: {}{}", fmt::join(unknown, ", "),
                                            others == 0 ? "" : fmt::format(" and {} more", others)));
  }
  return headings;
}

// What must be there for any row to be a question. Names what is not.
bool has_needed(const Headings& headings, std::size_t line, Builder& builder) {
  const auto has = [&headings](Column column) {
    return std::any_of(headings.begin(), headings.end(),
                       [column](const auto& heading) { return heading && heading->column == column; });
  };
  const bool prompt = has(Column::Prompt);
  const bool answer = has(Column::Correct) || has(Column::Match);
  if (!prompt) builder.remark(line, "there is no column with the questions; call one 'prompt_en', 'question' or 'pregunta'");
  if (!answer)
    builder.remark(line, "there is no column with the right answers; call one 'correct', 'answer' or 'respuesta'");
  return prompt && answer;
}

// The rows of one topic, in the order of the file.
struct Group {
  std::string topic;
  std::vector<CsvRow> rows;
};

std::vector<Group> groups_of(std::vector<CsvRow> rows) {
  std::vector<Group> groups;
  std::map<std::string, std::size_t> index_by_topic;
  for (CsvRow& row : rows) {
    const std::string topic = row.value(Column::Topic);
    const auto [entry, is_new] = index_by_topic.emplace(topic, groups.size());
    if (is_new) groups.push_back({topic, {}});
    groups[entry->second].rows.push_back(std::move(row));
  }
  return groups;
}

// The languages that every question of the topic has; where there is none, the one that most have.
Languages languages_of(const Group& group, const ImportWish& wish, Builder& builder) {
  const auto count = [&group](wire::Language language) {
    return std::count_if(group.rows.begin(), group.rows.end(),
                         [language](const CsvRow& row) { return speaks(row, language); });
  };
  const auto all = static_cast<std::ptrdiff_t>(group.rows.size());
  const auto en = count(wire::Language::English);
  const auto es = count(wire::Language::Spanish);
  if (en == all || es == all) {
    const std::string_view other = en < all && en > 0 ? "English" : es < all && es > 0 ? "Spanish" : "";
    if (!other.empty()) {
      builder.remark(group.rows.front().line, fmt::format("the {} texts{} are left out: not every question has them", other,
                                                          group.topic.empty() ? "" : fmt::format(" of '{}'", group.topic)));
    }
    return Languages{en == all, es == all};
  }
  const bool english = en == es ? wish.language == wire::Language::English : en > es;
  return Languages{english, !english};
}

void open_group(const Group& group, const Languages& languages, const ImportWish& wish, Builder& builder) {
  const CsvRow& first = group.rows.front();
  const auto title = first.texts.find(Column::Title);
  const bool wished =
      languages == Languages{wish.language == wire::Language::English, wish.language == wire::Language::Spanish};
  if (title == first.texts.end() && wished) {
    builder.open_category(group.topic.empty() ? std::vector<std::string>{} : std::vector{group.topic});
    return;
  }
  Topic heading;
  heading.languages = languages;
  heading.domain = wish.domain;
  if (!group.topic.empty()) heading.id.text = Ids().make(group.topic, wish.topic_id);
  Text names = title == first.texts.end() ? Text{{group.topic, {}}, {group.topic, {}}} : title->second;
  for (Words* words : {&names.en, &names.es}) words->text = builder.words(first.line, words->text, Markup::Plain);
  if (names.en.text.empty()) names.en = names.es;
  if (names.es.text.empty()) names.es = names.en;
  if (languages.en) heading.title.en = names.en;
  if (languages.es) heading.title.es = names.es;
  builder.open_topic(heading);
}

}  // namespace

wire::Result<Import> import_csv(std::string_view bytes, const ImportWish& wish) {
  if (auto checked = check_bytes(bytes); !checked) return tl::unexpected(checked.error());
  Builder builder(wish);
  std::vector<Remark> remarks;
  std::vector<RawRow> rows = read_rows(bytes, separator_of(bytes), remarks);
  for (Remark& remark : remarks) builder.remark(remark.line, std::move(remark.what));
  if (is_separator_line(bytes) && !rows.empty()) rows.erase(rows.begin());
  if (rows.empty()) return builder.take();
  const Headings headings = read_headings(rows.front(), builder);
  if (!has_needed(headings, rows.front().line, builder)) return builder.take();
  std::vector<CsvRow> read;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].cells.size() > headings.size()) {
      builder.remark(rows[i].line, fmt::format("the row has {} cells, the header {}; the rest is left out",
                                               rows[i].cells.size(), headings.size()));
    }
    CsvRow row = read_csv_row(rows[i], headings, wish.language);
    if (!row.texts.empty() || !row.options.empty()) read.push_back(std::move(row));
  }
  for (const Group& group : groups_of(std::move(read))) {
    const Languages languages = languages_of(group, wish, builder);
    open_group(group, languages, wish, builder);
    for (const CsvRow& row : group.rows) {
      wire::Result<Question> question = csv_question(row, languages, builder);
      if (question) {
        builder.add(row.line, "", std::move(*question));
      } else {
        builder.leave_out(row.line, question.error().what);
      }
    }
  }
  Import import = builder.take();
  settle_domains(import.topics);
  return import;
}

}  // namespace certamen::content
