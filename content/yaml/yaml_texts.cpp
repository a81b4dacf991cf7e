// The readers of yaml_fields.hpp that take texts, ids and line references.
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "content/model/lengths.hpp"
#include "content/model/line_ranges.hpp"
#include "content/model/measures.hpp"
#include "content/yaml/yaml_fields.hpp"

namespace certamen::content {
namespace {

struct LanguageKey {
  std::string_view key;
  std::string_view name;
};
constexpr LanguageKey english{"en", "English"};
constexpr LanguageKey spanish{"es", "Spanish"};

// Readers of YAML 1.1 take these words for booleans, and people forget it: a Spanish "No" is the classic.
bool looks_boolean(const YAML::Node& node) {
  if (node.Tag() == "!") return false;
  constexpr std::array<std::string_view, 8> words{"true", "false", "yes", "no", "on", "off", "y", "n"};
  const std::string folded_text = folded(node.Scalar());
  return std::find(words.begin(), words.end(), folded_text) != words.end();
}

bool is_blank(char letter) {
  return letter == ' ' || letter == '\t' || letter == '\n';
}

void check_characters(const Words& words, const TextRule& rule, Findings& findings) {
  if (words.text.empty()) {
    findings.error(words.place, fmt::format("is empty; write the {}", rule.noun));
    return;
  }
  if (is_blank(words.text.front()) || is_blank(words.text.back())) {
    findings.error(words.place, "begins or ends with a space or line break; take it out (long texts: use '>-')");
  } else if (words.text.find('\n') != std::string::npos) {
    findings.error(words.place, "has a line break; write one paragraph (long texts: use '>-')");
  } else if (const auto invisible = first_invisible(words.text)) {
    findings.error(words.place, fmt::format("holds the invisible character U+{:04X}; take it out", *invisible));
  }
}

Words require_language(const Mapping& mapping, const LanguageKey& language, bool promised, const TextRule& rule) {
  if (!promised) {
    if (const auto field = mapping.find(language.key)) {
      mapping.findings().error(
          field->place, fmt::format("is {}, which is not among the topic's 'languages'; add it there", language.name));
    }
    return Words{"", mapping.place()};
  }
  const auto field = mapping.require(language.key, fmt::format("add the {} {}", language.name, rule.noun));
  return field ? read_words(*field, rule, mapping.findings()) : Words{};
}

bool is_id(std::string_view text) {
  const auto allowed = [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
  };
  return !text.empty() && text.size() <= id_characters_max && std::all_of(text.begin(), text.end(), allowed) &&
         text.front() != '-' && text.back() != '-' && text.find("--") == std::string_view::npos;
}

}  // namespace

Words read_words(const Field& field, const TextRule& rule, Findings& findings) {
  Words words{"", field.place};
  if (!field.node.IsScalar()) {
    findings.error(field.place, field.node.IsNull() ? fmt::format("is empty; write the {}", rule.noun)
                                                    : fmt::format("is not a text; write the {} as one text", rule.noun));
    return words;
  }
  if (looks_boolean(field.node)) {
    findings.error(field.place, fmt::format("is a YAML boolean; write it in quotes: \"{}\"", field.node.Scalar()));
    return words;
  }
  words.text = composed(field.node.Scalar());
  check_characters(words, rule, findings);
  check_length(words, rule, findings);
  return words;
}

Text read_text(const Field& field, const TextRule& rule, Findings& findings) {
  if (field.node.IsMap()) return require_languages(Mapping(field, {english.key, spanish.key}, findings), rule);
  if (field.node.IsSequence()) {
    findings.error(field.place, fmt::format("is a list; write the {} as {{en: ..., es: ...}}", rule.noun));
    return {};
  }
  const Words both = read_words(field, rule, findings);
  const Words none{"", field.place};
  const Languages& languages = findings.promise().languages;
  return Text{languages.en ? both : none, languages.es ? both : none};
}

Text require_text(const Mapping& mapping, std::string_view key, const TextRule& rule) {
  const auto field = mapping.require(key, fmt::format("add the {} in English and Spanish", rule.noun));
  return field ? read_text(*field, rule, mapping.findings()) : Text{};
}

Text require_languages(const Mapping& mapping, const TextRule& rule) {
  const Languages& languages = mapping.findings().promise().languages;
  Words en = require_language(mapping, english, languages.en, rule);
  return Text{std::move(en), require_language(mapping, spanish, languages.es, rule)};
}

Text text_or_gap(const Mapping& mapping, std::string_view key, const TextRule& rule) {
  if (mapping.findings().promise().whole || mapping.find(key)) return require_text(mapping, key, rule);
  mapping.findings().gap(mapping.place(), fmt::format("has no {}; add '{}'", rule.noun, key));
  return Text{Words{"", mapping.place()}, Words{"", mapping.place()}};
}

Words require_id(const Mapping& mapping, std::string_view key) {
  const auto field = mapping.require(key, "add an id of lower-case letters, digits and hyphens");
  if (!field) return Words{"", mapping.place()};
  Words id{read_scalar(*field, mapping.findings()), field->place};
  if (field->node.IsScalar() && !is_id(id.text)) {
    mapping.findings().error(id.place,
                             fmt::format("is '{}'; an id has lower-case letters, digits and single hyphens, at most {}",
                                         composed(id.text), id_characters_max));
    id.text.clear();
  }
  return id;
}

Words require_lines(const Mapping& mapping, std::string_view key) {
  const auto field = mapping.findings().promise().whole
                         ? mapping.require(key, "add the lines of the original notes, as \"161-179, 218\"")
                         : mapping.find(key);
  if (!field) return Words{"", mapping.place()};
  Words lines{read_scalar(*field, mapping.findings()), field->place};
  if (field->node.IsScalar() && line_ranges(lines.text).empty()) {
    mapping.findings().error(lines.place,
                             "is not a list of lines; write line numbers and ascending ranges, as \"161-179, 218\"");
    lines.text.clear();
  }
  return lines;
}

}  // namespace certamen::content
