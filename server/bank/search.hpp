// Finding questions and notes by their words.
//
// Words are compared in both languages with case and accents folded, as the bank's search index has them. All of them must
// occur, the last one also as the beginning of a word; "words in quotes" must stand side by side. Any text is a valid
// wish: signs that mean something to the index mean nothing here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "proto/wire/result.hpp"
#include "proto/wire/types.hpp"

namespace certamen::bank {

class Connection;

struct SearchWish {
  std::string words;                       // UTF-8; of more than search_words_max words the first ones count
  std::optional<wire::Language> language;  // only texts of this one
  std::size_t count_max = 20;
};

inline constexpr std::size_t search_words_max = 32;

// A part of a snippet, and whether it is one of the words searched for.
struct SnippetPart {
  std::string text;
  bool hit = false;
  bool operator==(const SnippetPart&) const = default;
};

enum class FoundKind : std::uint8_t { Question, Note };

struct Found {
  FoundKind kind = FoundKind::Question;
  std::string id;                                     // "<topic>/<question>", "<topic>#<note>"
  wire::Language language = wire::Language::English;  // of the snippet
  std::vector<SnippetPart> snippet;
};

// The best first (BM25; words of a prompt weigh more than those of choices, reasons and explanation), ties by id.
[[nodiscard]] wire::Result<std::vector<Found>> search(Connection& connection, const SearchWish& wish);

}  // namespace certamen::bank
