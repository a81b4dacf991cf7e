#include "content/check/repeats.hpp"

#include <fmt/core.h>

#include "content/check/rules.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {

void DistinctIds::add(const Words& id) {
  if (id.text.empty()) return;
  const auto [entry, is_new] = lines_.emplace(id.text, id.place.line);
  if (is_new) return;
  findings_.report(rules::id_repeated, id.place,
                   fmt::format("the {} '{}' is already on line {}", noun_, id.text, entry->second));
}

void Distinct::add(const Text& text) {
  const bool new_en = add(english_, text.en);
  if (new_en || text.es.text != text.en.text) static_cast<void>(add(spanish_, text.es));
}

bool Distinct::add(Seen& seen, const Words& words) {
  if (words.text.empty()) return true;
  const auto [entry, is_new] = seen.emplace(folded(words.text), words.place.line);
  if (!is_new) {
    findings_.report(rules::option_repeated, words.place, fmt::format("repeats the {} of line {}", noun_, entry->second),
                     fmt::format("make every {} different", noun_));
  }
  return is_new;
}

}  // namespace certamen::content
