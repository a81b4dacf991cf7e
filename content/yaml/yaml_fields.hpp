// Reading YAML that a person wrote: every value knows its place, every surprise becomes a finding.
//
// The only header of ours that shows yaml-cpp; parse*.cpp include it, nothing else does. Readers return an empty value
// where they reported an error, so that reading goes on and one run reports everything.
#pragma once

#include <yaml-cpp/yaml.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/model/finding.hpp"
#include "content/model/limits.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

// Calls `read` with the only document of a file. Reports one that is too large, not UTF-8, not YAML, empty, or several;
// `noun` is what should be there. Throws nothing, whatever the bytes.
void read_document(std::string_view bytes, std::string_view noun, Findings& findings,
                   const std::function<void(const YAML::Node&)>& read);

struct Field {
  YAML::Node node;
  Place place;
};

// One mapping: its keys are checked when it is made, its values are read by key.
class Mapping {
 public:
  // Reports a value that is no mapping, keys that are not `known` (with the one probably meant), repeated keys.
  // `findings` outlives the mapping.
  Mapping(const Field& field, const std::vector<std::string_view>& known, Findings& findings);

  // The value, or nothing where the key is absent. Reports a key without a value.
  [[nodiscard]] std::optional<Field> find(std::string_view key) const;
  // The same, but an absent key is reported as "missing; <mend>".
  [[nodiscard]] std::optional<Field> require(std::string_view key, std::string_view mend) const;
  // Whether the key is there without a value, where that means the same as leaving it out.
  [[nodiscard]] bool is_empty(std::string_view key) const;
  [[nodiscard]] const Place& place() const { return place_; }
  [[nodiscard]] Findings& findings() const { return *findings_; }

 private:
  void check_key(const std::string& key, const Field& value, bool flow, const std::vector<std::string_view>& known) const;
  [[nodiscard]] Place place_of(std::string_view key) const;

  Place place_;
  Findings* findings_;
  bool readable_ = false;
  std::vector<std::pair<std::string, Field>> values_;
};

// The entries of a list; reports a value that is no list and a count outside the rule. At most rule.max entries return.
[[nodiscard]] std::vector<Field> read_list(const Field& field, const CountRule& rule, Findings& findings);

// A plain or quoted scalar as written.
[[nodiscard]] std::string read_scalar(const Field& field, Findings& findings);

// Text in one language, composed. Reports booleans without quotes, invisible characters, edges and lengths.
[[nodiscard]] Words read_words(const Field& field, const TextRule& rule, Findings& findings);

// {en: ..., es: ...}, or one scalar for both.
[[nodiscard]] Text read_text(const Field& field, const TextRule& rule, Findings& findings);
[[nodiscard]] Text require_text(const Mapping& mapping, std::string_view key, const TextRule& rule);
// The same, but only a gap in a file that does not promise to be whole.
[[nodiscard]] Text text_or_gap(const Mapping& mapping, std::string_view key, const TextRule& rule);
// The keys `en` and `es` of a mapping that has others too.
[[nodiscard]] Text require_languages(const Mapping& mapping, const TextRule& rule);

// Lower-case letters, digits and single hyphens, at most id_characters_max.
[[nodiscard]] Words require_id(const Mapping& mapping, std::string_view key);

// The same for the id that the file is named after.
[[nodiscard]] Words require_file_id(const Mapping& mapping, std::string_view key, const std::string& path);

// "2026-11"
[[nodiscard]] std::string require_month(const Mapping& mapping, std::string_view key, std::string_view mend);

// Lines of the original notes: "161-179, 218". A file that is not whole may be without them.
[[nodiscard]] Words require_lines(const Mapping& mapping, std::string_view key);

[[nodiscard]] std::optional<std::uint32_t> read_integer(const Field& field, std::uint32_t min, std::uint32_t max,
                                                        Findings& findings);
[[nodiscard]] std::optional<bool> read_truth(const Field& field, Findings& findings);
[[nodiscard]] std::optional<std::int64_t> read_micros(const Field& field, Findings& findings);

// One of the given words; reports anything else with the one probably meant.
[[nodiscard]] std::optional<std::size_t> read_choice(const Field& field, const std::vector<std::string_view>& words,
                                                     Findings& findings);

}  // namespace certamen::content
