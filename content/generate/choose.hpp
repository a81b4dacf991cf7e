// Which siblings stand beside a key: never one that a reader could take for it.
//
// Pure. Choices are made by a hash of ids, so that they are the same in every build.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "content/generate/compare.hpp"

namespace certamen::content {

using Entries = std::vector<const Entry*>;

// The same on every machine (FNV-1a over the bytes, then mixed so that every bit depends on all of them).
[[nodiscard]] std::uint64_t stable_hash(std::string_view text);

// Whether the values of two rows exclude each other: they differ in number and in writing, and neither is a part of the
// other ("TCP" beside "TCP and UDP"), unless it is denied there ("encrypted", "not encrypted").
[[nodiscard]] bool apart(const Comparison& comparison, const Entry& left, const Entry& right);

// Whether no other row has the value.
[[nodiscard]] bool has_value_alone(const Comparison& comparison, const Entry& entry);

// In an order that the hash gives for `id`.
[[nodiscard]] Entries hashed_order(Entries entries, std::string_view id);

// At most `count_max` of the entries, each apart from all the others, the earlier ones first.
[[nodiscard]] Entries pairwise_apart(const Comparison& comparison, const Entries& entries, std::size_t count_max);

// The key among its distractors, two to three, in the order to be written; empty where there are too few.
// Values are apart from each other; siblings are apart from the key. Quantities are neighbours in size, and the key may be
// the lowest or the highest of them.
[[nodiscard]] Entries values_to_choose(const Comparison& comparison, const Entry& key, std::string_view id);
[[nodiscard]] Entries rows_to_choose(const Comparison& comparison, const Entry& key, std::string_view id);

// Three to six rows, each apart from all the others; empty where there are fewer. Quantities come lowest first.
[[nodiscard]] Entries rows_to_arrange(const Comparison& comparison, std::string_view id);

}  // namespace certamen::content
