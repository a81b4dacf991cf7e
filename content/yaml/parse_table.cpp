#include "content/yaml/parse_table.hpp"

#include <utility>

#include "content/yaml/parse_column.hpp"
#include "content/yaml/yaml_fields.hpp"

namespace certamen::content {
namespace {

std::vector<std::string_view> ids_of(const std::vector<Column>& columns) {
  std::vector<std::string_view> ids;
  for (const Column& column : columns) {
    if (!column.id.text.empty()) ids.emplace_back(column.id.text);
  }
  return ids;
}

// 80000, or {value: 80000, en: ..., es: ...} where it is written in another way than number and unit.
Cell parse_quantity(const Field& field, Findings& findings) {
  Cell cell;
  cell.place = field.place;
  if (!field.node.IsMap()) {
    cell.micros = read_micros(field, findings).value_or(0);
    return cell;
  }
  const Mapping mapping(field, {"value", "en", "es"}, findings);
  if (const auto value = mapping.require("value", "add the number, in the unit of the column")) {
    cell.micros = read_micros(*value, findings).value_or(0);
  }
  cell.text = require_languages(mapping, value_rule);
  return cell;
}

Cell parse_cell(const Field& field, ColumnType type, Findings& findings) {
  if (type == ColumnType::Quantity) return parse_quantity(field, findings);
  Cell cell;
  cell.place = field.place;
  cell.text = read_text(field, value_rule, findings);
  return cell;
}

void parse_cells(const Mapping& mapping, const std::vector<Column>& columns, Row& row) {
  const auto field = mapping.require("cells", "add the values of the row, by column");
  if (!field) return;
  Findings& findings = mapping.findings();
  const Mapping cells(*field, ids_of(columns), findings);
  for (const Column& column : columns) {
    if (column.id.text.empty() || cells.is_empty(column.id.text)) continue;
    if (const auto cell = cells.find(column.id.text)) {
      row.cells.emplace(column.id.text, parse_cell(*cell, column.type, findings));
    }
  }
}

void parse_because(const Mapping& mapping, const std::vector<Column>& columns, Row& row) {
  const auto field = mapping.find("because");
  if (!field) return;
  const Mapping sentences(*field, ids_of(columns), mapping.findings());
  for (const Column& column : columns) {
    const auto sentence = column.id.text.empty() ? std::nullopt : sentences.find(column.id.text);
    if (!sentence) continue;
    row.because.emplace(column.id.text, read_text(*sentence, sentence_rule, mapping.findings()));
    if (row.cells.count(column.id.text) > 0) continue;
    mapping.findings().error(sentence->place, "has no cell that it could explain; write the cell or take this out");
  }
}

Row parse_row(const Field& field, const std::vector<Column>& columns, Findings& findings) {
  const Mapping mapping(field, {"id", "name", "phrase", "keep_case", "cells", "because"}, findings);
  Row row;
  row.place = field.place;
  if (!field.node.IsMap()) return row;
  row.id = require_id(mapping, "id");
  row.name = require_text(mapping, "name", name_rule);
  if (const auto phrase = mapping.find("phrase")) row.phrase = read_text(*phrase, phrase_rule, findings);
  if (const auto keep = mapping.find("keep_case")) row.keep_case = read_truth(*keep, findings).value_or(false);
  parse_cells(mapping, columns, row);
  parse_because(mapping, columns, row);
  return row;
}

void parse_document(const YAML::Node& document, Table& table, Findings& findings) {
  const Mapping mapping(Field{document, Place{}}, {"table", "title", "topic", "source", "as_of", "columns", "rows"},
                        findings);
  if (!document.IsMap()) return;
  table.id = require_file_id(mapping, "table", table.path);
  table.title = require_text(mapping, "title", title_rule);
  table.topic = require_id(mapping, "topic");
  table.source = require_lines(mapping, "source");
  table.as_of = require_month(mapping, "as_of", "add when the cells were last known true, as \"2026-11\"");
  if (const auto columns = mapping.require("columns", "add the list of columns")) {
    for (const Field& entry : read_list(*columns, columns_rule, findings)) {
      table.columns.push_back(parse_column(entry, table, findings));
    }
  }
  if (const auto rows = mapping.require("rows", "add the list of rows")) {
    for (const Field& entry : read_list(*rows, rows_rule, findings)) {
      table.rows.push_back(parse_row(entry, table.columns, findings));
    }
  }
}

}  // namespace

bool is_table(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  for (;;) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    const bool passed =
        line.find_first_not_of(" \t\r") == std::string_view::npos || line.starts_with('#') || line.starts_with("---");
    if (!passed) return line.starts_with("table:");
    if (line.size() == bytes.size()) return false;
    bytes.remove_prefix(line.size() + 1);
  }
}

Table parse_table(std::string_view bytes, const std::string& path, Findings& findings) {
  Table table;
  table.path = path;
  read_document(bytes, "table", findings, [&](const YAML::Node& document) { parse_document(document, table, findings); });
  return table;
}

}  // namespace certamen::content
