// The place in a text that shows why it was found.
//
// A part of server/bank. The bank's index keeps no texts, so the texts of what was found are indexed once more in a scratch
// database, by the same rules, and the best place is taken from there.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "proto/wire/result.hpp"
#include "proto/wire/types.hpp"
#include "server/bank/search.hpp"

namespace certamen::bank {

struct Snippet {
  wire::Language language = wire::Language::English;
  std::vector<SnippetPart> parts;
};

class Snippets {
 public:
  static wire::Result<Snippets> open();
  Snippets(Snippets&&) noexcept;
  ~Snippets();

  // One text of the thing with this number; texts added first are preferred. Empty texts count for nothing.
  wire::Result<void> add(std::int64_t owner, wire::Language language, std::string_view text);
  // The text of `owner` with the most words of the query (any_of), cut to some words around them, in `language` when
  // there is a wish for one. Its first text whole when none has any, which happens where a phrase reaches over two texts.
  wire::Result<Snippet> best(std::int64_t owner, std::string_view any_word, std::optional<wire::Language> language);

 private:
  explicit Snippets(std::unique_ptr<Connection> scratch);
  std::unique_ptr<Connection> scratch_;
};

}  // namespace certamen::bank
