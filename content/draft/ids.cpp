#include "content/draft/ids.hpp"

#include <fmt/core.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "content/model/limits.hpp"

namespace certamen::content {
namespace {

constexpr std::size_t id_characters_best = 40;
// Room for "-" and a number behind it.
static_assert(id_characters_best + 12 < id_characters_max);

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x80U; });
}

// Any script in the letters of English. Where ICU's rules are missing the text stays as it is, and its hash names it.
std::string latin(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<const icu::Transliterator> rules(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  if (rules) rules->transliterate(wide);
  std::string narrow;
  wide.toUTF8String(narrow);
  return narrow;
}

// FNV-1a
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
  return hash;
}

}  // namespace

std::string id_of(std::string_view text, std::size_t words_max) {
  std::string id;
  std::string word;
  std::size_t words = 0;
  const auto finish_word = [&] {
    const bool fits = words < words_max && id.size() + word.size() + 1 <= id_characters_best;
    if (!word.empty() && fits) {
      if (!id.empty()) id.push_back('-');
      id += word;
    }
    if (!word.empty()) words = fits ? words + 1 : words_max;
    word.clear();
  };
  for (const char letter : latin(text)) {
    if (letter >= 'A' && letter <= 'Z') {
      word.push_back(static_cast<char>(letter - 'A' + 'a'));
    } else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
      word.push_back(letter);
    } else if (letter != '\'') {
      finish_word();
    }
  }
  finish_word();
  if (id.empty()) return fmt::format("n{:08x}", hash_of(text));
  return id == "null" ? "null-word" : id;  // YAML reads a bare null as nothing
}

std::string UniqueIds::take(const std::string& id) {
  for (;;) {
    const int uses = ++taken_[id];
    if (uses == 1) return id;
    std::string numbered = fmt::format("{}-{}", id, uses);
    if (taken_.emplace(numbered, 1).second) return numbered;
  }
}

}  // namespace certamen::content
