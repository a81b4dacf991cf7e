#include "content/yaml/yaml_fields.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

int line_of(const YAML::Node& node) {
  return node.Mark().is_null() ? 1 : node.Mark().line + 1;
}

std::string below(const Place& parent, std::string_view key) {
  return parent.field.empty() ? std::string(key) : fmt::format("{}.{}", parent.field, key);
}

std::string meant(std::string_view word, const std::vector<std::string_view>& known) {
  if (const auto guess = nearest(word, known)) return fmt::format("did you mean '{}'?", *guess);
  return fmt::format("known are {}", fmt::join(known, ", "));
}

// A long or odd word is cut, so that one finding stays one readable line.
std::string quoted(const std::string& word) {
  constexpr std::size_t shown_max = 60;
  if (characters(word) <= shown_max) return "'" + word + "'";
  std::size_t end = shown_max;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
  return "'" + word.substr(0, end) + "...'";
}

}  // namespace

Mapping::Mapping(const Field& field, const std::vector<std::string_view>& known, Findings& findings)
    : place_(field.place), findings_(&findings) {
  if (!field.node.IsMap()) {
    findings.error(place_, fmt::format("is not a mapping; write it with the keys {}", fmt::join(known, ", ")));
    return;
  }
  readable_ = true;
  const bool flow = field.node.Style() == YAML::EmitterStyle::Flow;
  for (const auto& pair : field.node) {
    const Place key_place{line_of(pair.first), place_.field};
    if (!pair.first.IsScalar()) {
      findings.error(key_place, "has a key that is not a word; keys are plain words");
      continue;
    }
    const std::string key = pair.first.Scalar();
    const Field value{pair.second, Place{key_place.line, below(place_, key)}};
    check_key(key, value, flow, known);
    values_.emplace_back(key, value);
  }
}

void Mapping::check_key(const std::string& key, const Field& value, bool flow,
                        const std::vector<std::string_view>& known) const {
  const bool is_known = std::find(known.begin(), known.end(), key) != known.end();
  const auto same = [&key](const auto& entry) { return entry.first == key; };
  if (is_known && std::any_of(values_.begin(), values_.end(), same)) {
    findings_->error(value.place, "is written twice in one mapping; keep one");
  }
  if (is_known) return;
  const Place here{value.place.line, place_.field};
  if (flow && value.node.IsNull()) {
    findings_->error(
        here,
        fmt::format("unknown key {}: a comma ends a text inside braces; put the whole text in double quotes", quoted(key)));
  } else {
    findings_->error(here, fmt::format("unknown key {}; {}", quoted(key), meant(key, known)));
  }
}

Place Mapping::place_of(std::string_view key) const {
  return Place{place_.line, below(place_, key)};
}

std::optional<Field> Mapping::find(std::string_view key) const {
  const auto found = std::find_if(values_.begin(), values_.end(), [key](const auto& entry) { return entry.first == key; });
  if (found == values_.end()) return std::nullopt;
  if (found->second.node.IsNull()) {
    findings_->error(found->second.place, "has no value; write one or take the key out");
    return std::nullopt;
  }
  return found->second;
}

bool Mapping::is_empty(std::string_view key) const {
  return std::any_of(values_.begin(), values_.end(),
                     [key](const auto& entry) { return entry.first == key && entry.second.node.IsNull(); });
}

std::optional<Field> Mapping::require(std::string_view key, std::string_view mend) const {
  const bool absent = std::none_of(values_.begin(), values_.end(), [key](const auto& entry) { return entry.first == key; });
  if (absent && readable_) findings_->error(place_of(key), fmt::format("missing; {}", mend));
  return find(key);
}

std::vector<Field> read_list(const Field& field, const CountRule& rule, Findings& findings) {
  if (!field.node.IsSequence()) {
    findings.error(field.place, fmt::format("is not a list; write the {} as a list", rule.nouns));
    return {};
  }
  const std::size_t count = field.node.size();
  if (count < rule.min || count > rule.max) {
    findings.error(field.place, fmt::format("has {} {}; {} to {} are allowed", count, rule.nouns, rule.min, rule.max));
  }
  std::vector<Field> entries;
  for (const auto& node : field.node) {
    if (entries.size() == rule.max) break;
    const int line = node.IsNull() ? field.place.line : line_of(node);
    entries.push_back(Field{node, Place{line, fmt::format("{}[{}]", field.place.field, entries.size())}});
  }
  return entries;
}

std::string read_scalar(const Field& field, Findings& findings) {
  if (field.node.IsScalar()) return field.node.Scalar();
  findings.error(field.place,
                 field.node.IsNull() ? "is empty; write a value" : "is not a single value; write one word or text");
  return {};
}

std::optional<std::uint32_t> read_integer(const Field& field, std::uint32_t min, std::uint32_t max, Findings& findings) {
  if (!field.node.IsScalar()) {
    findings.error(field.place, fmt::format("is not a number; write a whole number from {} to {}", min, max));
    return std::nullopt;
  }
  const std::string text = field.node.Scalar();
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem == std::errc{} && end == text.data() + text.size() && value >= min && value <= max) return value;
  findings.error(field.place, fmt::format("is {}; write a whole number from {} to {}", quoted(text), min, max));
  return std::nullopt;
}

std::optional<bool> read_truth(const Field& field, Findings& findings) {
  const std::string text = field.node.IsScalar() && field.node.Tag() != "!" ? field.node.Scalar() : "";
  if (text == "true") return true;
  if (text == "false") return false;
  findings.error(field.place, "must be true or false, without quotes");
  return std::nullopt;
}

std::optional<std::int64_t> read_micros(const Field& field, Findings& findings) {
  const std::string text = field.node.IsScalar() ? field.node.Scalar() : "";
  const auto value = micros(text);
  if (!value) {
    findings.error(field.place,
                   fmt::format("is {}; write a decimal number with at most six decimals, as 1200 or -0.5", quoted(text)));
  }
  return value;
}

std::optional<std::size_t> read_choice(const Field& field, const std::vector<std::string_view>& words, Findings& findings) {
  const std::string text = read_scalar(field, findings);
  if (!field.node.IsScalar()) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  findings.error(field.place, fmt::format("is {}; {}", quoted(text), meant(text, words)));
  return std::nullopt;
}

}  // namespace certamen::content
