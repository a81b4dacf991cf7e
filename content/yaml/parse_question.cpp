#include "content/yaml/parse_question.hpp"

#include <algorithm>
#include <utility>

#include "content/model/measures.hpp"
#include "content/model/names.hpp"

namespace certamen::content {
namespace {

using Keys = std::vector<std::string_view>;

Keys keys_of(Kind kind) {
  switch (kind) {
    case Kind::Single:
    case Kind::Multiple: return {"options"};
    case Kind::TrueFalse: return {"answer", "reason"};
    case Kind::Numeric: return {"answer", "mistakes"};
    case Kind::Ordering: return {"items"};
    case Kind::Matching: return {"pairs"};
    case Kind::ShortText: return {"accept", "mistakes"};
  }
  return {};
}

Keys known_keys(std::optional<Kind> kind) {
  Keys keys{"id", "kind", "difficulty", "notes", "seconds", "domain", "draft", "prompt", "explanation", "defended"};
  for (const KindName& each : kind_names) {
    if (kind && each.kind != *kind) continue;
    for (const std::string_view key : keys_of(each.kind)) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    }
  }
  return keys;
}

// The kind decides which keys are known, so it is looked up before the mapping is read; it is reported there.
std::optional<Kind> kind_of(const YAML::Node& node) {
  if (!node.IsMap()) return std::nullopt;
  for (const auto& pair : node) {
    if (!pair.first.IsScalar() || pair.first.Scalar() != "kind" || !pair.second.IsScalar()) continue;
    for (const KindName& each : kind_names) {
      if (pair.second.Scalar() == each.name) return each.kind;
    }
  }
  return std::nullopt;
}

Choice parse_choice(const Mapping& mapping, const CountRule& rule) {
  Choice choice;
  const auto options = mapping.require("options", "add the list of options");
  if (!options) return choice;
  choice.place = options->place;
  Findings& findings = mapping.findings();
  for (const Field& entry : read_list(*options, rule, findings)) {
    const Mapping fields(entry, {"text", "reason", "correct"}, findings);
    Option option;
    option.place = entry.place;
    option.text = require_text(fields, "text", option_rule);
    option.reason = text_or_gap(fields, "reason", reason_rule);
    if (const auto correct = fields.find("correct")) option.correct = read_truth(*correct, findings).value_or(false);
    choice.options.push_back(std::move(option));
  }
  return choice;
}

Statement parse_statement(const Mapping& mapping) {
  Statement statement;
  if (const auto answer = mapping.require("answer", "add 'answer: true' or 'answer: false'")) {
    statement.holds = read_truth(*answer, mapping.findings()).value_or(false);
  }
  statement.reason = text_or_gap(mapping, "reason", reason_rule);
  return statement;
}

std::vector<NumericMistake> parse_numeric_mistakes(const Mapping& mapping) {
  std::vector<NumericMistake> mistakes;
  const auto field = mapping.find("mistakes");
  if (!field) return mistakes;
  Findings& findings = mapping.findings();
  for (const Field& entry : read_list(*field, mistakes_rule, findings)) {
    const Mapping fields(entry, {"value", "reason"}, findings);
    Text reason = text_or_gap(fields, "reason", reason_rule);
    const auto value = fields.require("value", "add the wrong number");
    const auto number = value ? read_micros(*value, findings) : std::nullopt;
    if (number) mistakes.push_back(NumericMistake{*number, std::move(reason), value->place});
  }
  return mistakes;
}

Body parse_number(const Mapping& mapping) {
  Number number;
  number.mistakes = parse_numeric_mistakes(mapping);
  const auto answer = mapping.require("answer", "add 'answer: {value: ..., tolerance: 0, unit: ...}'");
  if (!answer) return {};
  Findings& findings = mapping.findings();
  number.place = answer->place;
  const Mapping fields(*answer, {"value", "tolerance", "unit"}, findings);
  if (const auto unit = fields.find("unit")) number.unit = read_text(*unit, unit_rule, findings);
  if (const auto tolerance = fields.find("tolerance")) {
    number.tolerance_micros = read_micros(*tolerance, findings).value_or(0);
    if (number.tolerance_micros < 0)
      findings.error(tolerance->place, "is negative; write how far off is still right, 0 or more");
  }
  const auto value = fields.require("value", "add the right number");
  const auto key = value ? read_micros(*value, findings) : std::nullopt;
  if (!key) return {};
  number.micros = *key;
  return number;
}

Ordering parse_ordering(const Mapping& mapping) {
  Ordering ordering;
  const auto items = mapping.require("items", "add the list of items in the right order");
  if (!items) return ordering;
  for (const Field& entry :
       read_list(*items, mapping.findings().promise().whole ? items_rule : brought_items_rule, mapping.findings())) {
    const Mapping fields(entry, {"text", "reason"}, mapping.findings());
    Text text = require_text(fields, "text", item_rule);
    ordering.items.push_back(Item{std::move(text), text_or_gap(fields, "reason", reason_rule)});
  }
  return ordering;
}

Matching parse_matching(const Mapping& mapping) {
  Matching matching;
  const auto pairs = mapping.require("pairs", "add the list of pairs");
  if (!pairs) return matching;
  for (const Field& entry :
       read_list(*pairs, mapping.findings().promise().whole ? pairs_rule : brought_pairs_rule, mapping.findings())) {
    const Mapping fields(entry, {"left", "right", "reason"}, mapping.findings());
    Text left = require_text(fields, "left", pair_rule);
    Text right = require_text(fields, "right", pair_rule);
    matching.pairs.push_back(Pair{std::move(left), std::move(right), text_or_gap(fields, "reason", reason_rule)});
  }
  return matching;
}

ShortText parse_short_text(const Mapping& mapping) {
  ShortText short_text;
  Findings& findings = mapping.findings();
  if (const auto accepted = mapping.require("accept", "add the list of accepted spellings")) {
    for (const Field& entry : read_list(*accepted, spellings_rule, findings)) {
      short_text.accepted.push_back(read_words(entry, spelling_rule, findings));
    }
  }
  const auto mistakes = mapping.find("mistakes");
  if (!mistakes) return short_text;
  for (const Field& entry : read_list(*mistakes, mistakes_rule, findings)) {
    const Mapping fields(entry, {"text", "reason"}, findings);
    const auto text = fields.require("text", "add the wrong answer");
    Words words = text ? read_words(*text, spelling_rule, findings) : Words{};
    short_text.mistakes.push_back(Misspelling{std::move(words), text_or_gap(fields, "reason", reason_rule)});
  }
  return short_text;
}

Body parse_body(Kind kind, const Mapping& mapping) {
  const bool whole = mapping.findings().promise().whole;
  switch (kind) {
    case Kind::Single: return parse_choice(mapping, whole ? single_options_rule : brought_single_options_rule);
    case Kind::Multiple: return parse_choice(mapping, whole ? multiple_options_rule : brought_multiple_options_rule);
    case Kind::TrueFalse: return parse_statement(mapping);
    case Kind::Numeric: return parse_number(mapping);
    case Kind::Ordering: return parse_ordering(mapping);
    case Kind::Matching: return parse_matching(mapping);
    case Kind::ShortText: return parse_short_text(mapping);
  }
  return {};
}

// {cue-absolute: "reason", ...}; which rules there are is check's to say.
std::vector<Defence> parse_defended(const Field& field, Findings& findings) {
  std::vector<Defence> defended;
  if (!field.node.IsMap()) {
    findings.error(field.place, "is not a mapping; write {rule-id: \"why the question may break it\"}");
    return defended;
  }
  for (const auto& pair : field.node) {
    const std::string rule = pair.first.IsScalar() ? pair.first.Scalar() : "";
    const Place place{pair.first.Mark().line + 1, field.place.field + "." + rule};
    defended.push_back(Defence{Words{rule, place}, read_words(Field{pair.second, place}, defence_rule, findings)});
  }
  return defended;
}

void parse_common(const Mapping& mapping, Question& question) {
  Findings& findings = mapping.findings();
  question.id = require_id(mapping, "id");
  const bool whole = findings.promise().whole;
  const auto difficulty =
      whole ? mapping.require("difficulty", "add a difficulty from 1 (recall) to 5 (expert)") : mapping.find("difficulty");
  if (difficulty) {
    question.difficulty = read_integer(*difficulty, difficulty_min, difficulty_max, findings).value_or(difficulty_min);
  }
  if (const auto field = mapping.find("draft")) question.draft = read_truth(*field, findings).value_or(false);
  if (const auto field = mapping.find("seconds"))
    question.seconds = read_integer(*field, seconds_min, seconds_max, findings);
  if (const auto field = mapping.find("domain")) question.domain = read_domain(*field, findings);
  const auto citations =
      whole ? mapping.require("notes", "cite at least one note of this file, as [note-id]") : mapping.find("notes");
  if (citations) {
    for (const Field& entry : read_list(*citations, citations_rule, findings)) {
      question.notes.push_back(Words{read_scalar(entry, findings), entry.place});
    }
  }
  question.prompt = require_text(mapping, "prompt", prompt_rule);
  question.explanation = text_or_gap(mapping, "explanation", explanation_rule);
  if (const auto field = mapping.find("defended")) question.defended = parse_defended(*field, findings);
}

}  // namespace

std::optional<wire::ExamDomain> read_domain(const Field& field, Findings& findings) {
  std::vector<std::string_view> words;
  for (const DomainName& each : domain_names) words.push_back(each.name);
  const auto index = read_choice(field, words, findings);
  if (!index) return std::nullopt;
  return domain_names[*index].domain;
}

Question parse_question(const Field& field, Findings& findings) {
  Question question;
  question.place = field.place;
  const std::optional<Kind> kind = kind_of(field.node);
  const Mapping mapping(field, known_keys(kind), findings);
  if (!field.node.IsMap()) return question;
  std::vector<std::string_view> words;
  for (const KindName& each : kind_names) words.push_back(each.name);
  if (const auto named = mapping.require("kind", "add the kind: single, multiple, true_false, numeric, ...")) {
    static_cast<void>(read_choice(*named, words, findings));
  }
  parse_common(mapping, question);
  if (kind) {
    question.kind = *kind;
    question.body = parse_body(*kind, mapping);
  }
  return question;
}

}  // namespace certamen::content
