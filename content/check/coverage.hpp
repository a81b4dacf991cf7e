// How much of the original notes the bank teaches, fact by fact.
//
// Pure. content/coverage.tsv is kept by hand: a line a fact with tabs between
//   fact  weight  topic  lines  how  where  reason
// weight 3 is core, 2 useful, 1 minor; `lines` are those of the original notes. `where` lists the questions,
// "<topic>/<question>" with commas between; `reason` says why a fact is left out. Empty lines, lines that begin with '#' and
// a first line of these names are passed over.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

// The best way in which a player meets a fact: asked for, told in an explanation or a reason, or read in a note that the
// reveal of a question shows.
enum class Met : std::uint8_t { Asked, Told, Note, None };

inline constexpr std::array<std::string_view, 4> met_names{"asked", "told", "note", "none"};

inline constexpr unsigned fact_weight_max = 3;

struct InventoryFact {
  std::string id;
  unsigned weight = 1;  // 1 to fact_weight_max
  std::string topic;
  std::string lines;
  Met met = Met::None;
  std::vector<std::string> questions;
  std::string reason;
  int line = 1;
};

// The facts of the file; lines that cannot be read are errors and left out, as is a fact that was there before.
[[nodiscard]] std::vector<InventoryFact> parse_coverage(std::string_view bytes, Findings& findings);

// Topics and questions that the facts name and that are not there, and facts that are met without a place or left out
// without a reason.
void check_coverage(const std::vector<InventoryFact>& facts, const std::vector<Topic>& topics, Findings& findings);

// Facts by weight and by how they are met.
struct Coverage {
  std::array<std::array<std::size_t, met_names.size()>, fact_weight_max + 1> count{};  // [weight][Met]; [0] is unused

  [[nodiscard]] std::size_t in(unsigned weight, Met met) const { return count.at(weight).at(static_cast<std::size_t>(met)); }
  [[nodiscard]] std::size_t facts(unsigned weight) const;
  // Asked or told: a player need not read the notes for it.
  [[nodiscard]] std::size_t taught(unsigned weight) const { return in(weight, Met::Asked) + in(weight, Met::Told); }
};

[[nodiscard]] Coverage coverage_of(const std::vector<InventoryFact>& facts);

}  // namespace certamen::content
