#include "content/generate/choose.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "content/model/limits.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

constexpr std::size_t choices_min = 3;
constexpr std::size_t choices_best = 4;

bool is_quantity(const Comparison& comparison) {
  return comparison.column->type == ColumnType::Quantity;
}

bool denies(const std::string& word) {
  constexpr std::array<std::string_view, 9> words{"not", "no", "never", "non", "without", "neither", "nunca", "ni", "sin"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether the longer text says all that the shorter one says, and does not deny it.
bool says_too(const std::vector<std::string>& longer, const std::vector<std::string>& shorter) {
  const auto found = std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end());
  if (shorter.empty() || found == longer.end()) return false;
  return std::count_if(longer.begin(), longer.end(), denies) == std::count_if(shorter.begin(), shorter.end(), denies);
}

bool apart_in_words(const Words& left, const Words& right, bool as_phrases) {
  if (folded(left.text) == folded(right.text)) return false;
  if (!as_phrases) return true;
  const std::vector<std::string> left_words = tokens(left.text);
  const std::vector<std::string> right_words = tokens(right.text);
  return !says_too(left_words, right_words) && !says_too(right_words, left_words);
}

Entries all_of(const Comparison& comparison) {
  Entries entries;
  for (const Entry& entry : comparison.entries) entries.push_back(&entry);
  return entries;
}

Entries by_size(Entries entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry* left, const Entry* right) { return left->micros < right->micros; });
  return entries;
}

// How options are written is not how they were chosen, or keys would tend to stand last.
Entries as_written(const Entries& entries, std::string_view id) {
  return hashed_order(entries, std::string(id) + "/written");
}

// Neighbours of the key, itself included; where in their row it stands is the hash's choice.
Entries neighbours(const Entries& sorted, const Entry& key, std::string_view id) {
  const std::size_t size = std::min(choices_best, sorted.size());
  const auto at = static_cast<std::size_t>(std::find(sorted.begin(), sorted.end(), &key) - sorted.begin());
  const std::size_t first_min = at + 1 > size ? at + 1 - size : 0;
  const std::size_t first_max = std::min(at, sorted.size() - size);
  const std::size_t first = first_min + stable_hash(id) % (first_max - first_min + 1);
  const auto begin = sorted.begin() + static_cast<std::ptrdiff_t>(first);
  return {begin, begin + static_cast<std::ptrdiff_t>(size)};
}

// The key first, then the others that are apart from it in the order of the hash.
Entries key_and_others(const Comparison& comparison, const Entry& key, std::string_view id) {
  Entries entries{&key};
  for (const Entry* entry : hashed_order(all_of(comparison), id)) {
    if (entry != &key && apart(comparison, key, *entry)) entries.push_back(entry);
  }
  return entries;
}

}  // namespace

std::uint64_t stable_hash(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char letter : text) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= 0x100000001B3ULL;
  }
  hash = (hash ^ (hash >> 33U)) * 0xFF51AFD7ED558CCDULL;
  hash = (hash ^ (hash >> 33U)) * 0xC4CEB9FE1A85EC53ULL;
  return hash ^ (hash >> 33U);
}

bool apart(const Comparison& comparison, const Entry& left, const Entry& right) {
  const bool quantity = is_quantity(comparison);
  if (quantity && left.micros == right.micros) return false;
  return apart_in_words(left.value.en, right.value.en, !quantity) &&
         apart_in_words(left.value.es, right.value.es, !quantity);
}

bool has_value_alone(const Comparison& comparison, const Entry& entry) {
  return std::none_of(comparison.entries.begin(), comparison.entries.end(), [&](const Entry& other) {
    if (&other == &entry) return false;
    return (is_quantity(comparison) && other.micros == entry.micros) ||
           !apart_in_words(entry.value.en, other.value.en, false) || !apart_in_words(entry.value.es, other.value.es, false);
  });
}

Entries hashed_order(Entries entries, std::string_view id) {
  std::map<const Entry*, std::uint64_t> order;
  for (const Entry* entry : entries) order[entry] = stable_hash(std::string(id) + "/" + entry->row->id.text);
  std::stable_sort(entries.begin(), entries.end(),
                   [&order](const Entry* left, const Entry* right) { return order.at(left) < order.at(right); });
  return entries;
}

Entries pairwise_apart(const Comparison& comparison, const Entries& entries, std::size_t count_max) {
  Entries chosen;
  for (const Entry* entry : entries) {
    if (chosen.size() == count_max) break;
    const bool fits =
        std::all_of(chosen.begin(), chosen.end(), [&](const Entry* other) { return apart(comparison, *entry, *other); });
    if (fits) chosen.push_back(entry);
  }
  return chosen;
}

Entries values_to_choose(const Comparison& comparison, const Entry& key, std::string_view id) {
  const Entries candidates = pairwise_apart(comparison, key_and_others(comparison, key, id),
                                            is_quantity(comparison) ? comparison.entries.size() : choices_best);
  if (candidates.size() < choices_min) return {};
  return is_quantity(comparison) ? neighbours(by_size(candidates), key, id) : as_written(candidates, id);
}

Entries rows_to_choose(const Comparison& comparison, const Entry& key, std::string_view id) {
  Entries candidates = key_and_others(comparison, key, id);
  if (!has_value_alone(comparison, key) || candidates.size() < choices_min) return {};
  if (is_quantity(comparison)) {
    candidates = neighbours(by_size(candidates), key, id);
  } else {
    candidates.resize(std::min(candidates.size(), choices_best));
  }
  return as_written(candidates, id);
}

Entries rows_to_arrange(const Comparison& comparison, std::string_view id) {
  Entries chosen = pairwise_apart(comparison, hashed_order(all_of(comparison), id), items_rule.max);
  if (chosen.size() < items_rule.min) return {};
  return is_quantity(comparison) ? by_size(chosen) : chosen;
}

}  // namespace certamen::content
