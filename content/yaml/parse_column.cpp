#include "content/yaml/parse_column.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace certamen::content {
namespace {

enum class Blanks : std::uint8_t { None, Row, Value, Both };

constexpr std::string_view row_blank = "{row}";
constexpr std::string_view value_blank = "{value}";

// What stands in braces and is no blank, or a brace without its partner; empty when there is nothing of the kind.
std::string_view stray_brace(std::string_view text) {
  for (;;) {
    const std::size_t brace = text.find_first_of("{}");
    if (brace == std::string_view::npos) return {};
    const std::string_view rest = text.substr(brace);
    if (!rest.starts_with(row_blank) && !rest.starts_with(value_blank)) {
      const std::size_t end = rest.find('}');
      return end == std::string_view::npos ? rest : rest.substr(0, end + 1);
    }
    text.remove_prefix(brace + (rest.starts_with(row_blank) ? row_blank : value_blank).size());
  }
}

void check_blank(const Words& words, std::string_view blank, bool wanted, Findings& findings) {
  if ((words.text.find(blank) != std::string::npos) == wanted) return;
  findings.error(words.place, wanted ? fmt::format("lacks {}; write where it goes", blank)
                                     : fmt::format("holds {}, which has no meaning here; take it out", blank));
}

void check_blanks(const Text& pattern, Blanks blanks, Findings& findings) {
  for (const Words* words : {&pattern.en, &pattern.es}) {
    if (words->text.empty()) continue;
    if (const std::string_view stray = stray_brace(words->text); !stray.empty()) {
      findings.error(words->place, fmt::format("holds '{}'; the blanks are {} and {}", stray, row_blank, value_blank));
      continue;
    }
    check_blank(*words, row_blank, blanks == Blanks::Row || blanks == Blanks::Both, findings);
    check_blank(*words, value_blank, blanks == Blanks::Value || blanks == Blanks::Both, findings);
  }
}

std::optional<Text> find_pattern(const Mapping& mapping, std::string_view key, Blanks blanks,
                                 const TextRule& rule = pattern_rule) {
  const auto field = mapping.find(key);
  if (!field) return std::nullopt;
  Text pattern = read_text(*field, rule, mapping.findings());
  check_blanks(pattern, blanks, mapping.findings());
  return pattern;
}

void parse_type(const Mapping& mapping, Column& column) {
  const auto type = mapping.require("type", "add 'type: quantity' or 'type: text'");
  const auto index = type ? read_choice(*type, {"quantity", "text"}, mapping.findings()) : std::nullopt;
  column.type = index == 0U ? ColumnType::Quantity : ColumnType::Text;
  if (index != 1U) return;
  for (const std::string_view key : {"unit", "ask_order", "ask_number"}) {
    if (const auto field = mapping.find(key)) {
      mapping.findings().error(field->place, "is for quantities; take it out or write 'type: quantity'");
    }
  }
}

void parse_belonging(const Mapping& mapping, const Table& table, Column& column) {
  column.topic = table.topic;
  column.source = table.source;
  const bool elsewhere = mapping.find("topic").has_value();
  if (elsewhere) column.topic = require_id(mapping, "topic");
  if (elsewhere || mapping.find("source")) column.source = require_lines(mapping, "source");
}

}  // namespace

Column parse_column(const Field& field, const Table& table, Findings& findings) {
  const Mapping mapping(field,
                        {"id", "type", "unit", "difficulty", "label", "state", "ask_value", "ask_row", "ask_order",
                         "ask_match", "ask_statement", "ask_number", "why", "topic", "source"},
                        findings);
  Column column;
  column.place = field.place;
  if (!field.node.IsMap()) return column;
  column.id = require_id(mapping, "id");
  parse_type(mapping, column);
  if (const auto unit = mapping.find("unit")) column.unit = read_text(*unit, unit_rule, findings);
  if (const auto level = mapping.require("difficulty", "add a difficulty from 1 (recall) to 5 (expert)")) {
    column.difficulty = read_integer(*level, difficulty_min, difficulty_max, findings).value_or(difficulty_min);
  }
  column.label = require_text(mapping, "label", label_rule);
  check_blanks(column.label, Blanks::None, findings);
  column.state = require_text(mapping, "state", sentence_rule);
  check_blanks(column.state, Blanks::Both, findings);
  column.ask_value = find_pattern(mapping, "ask_value", Blanks::Row);
  column.ask_row = find_pattern(mapping, "ask_row", Blanks::Value);
  column.ask_order = find_pattern(mapping, "ask_order", Blanks::None);
  column.ask_match = find_pattern(mapping, "ask_match", Blanks::None);
  column.ask_number = find_pattern(mapping, "ask_number", Blanks::Row);
  column.why = find_pattern(mapping, "why", Blanks::None, sentence_rule);
  if (const auto wish = mapping.find("ask_statement")) column.ask_statement = read_truth(*wish, findings).value_or(false);
  parse_belonging(mapping, table, column);
  return column;
}

}  // namespace certamen::content
