#include "server/bank/snippet.hpp"

#include <utility>

#include "server/bank/connection.hpp"
#include "server/bank/statement.hpp"

namespace certamen::bank {
namespace {

// Control characters, which no text of a bank holds.
constexpr char hit_begins = '\x01';
constexpr char hit_ends = '\x02';

std::vector<SnippetPart> parts_of(std::string_view marked) {
  std::vector<SnippetPart> parts;
  std::string text;
  const auto flush = [&](bool hit) {
    if (!text.empty()) parts.push_back({std::exchange(text, {}), hit});
  };
  for (const char letter : marked) {
    if (letter == hit_begins) {
      flush(false);
    } else if (letter == hit_ends) {
      flush(true);
    } else {
      text += letter;
    }
  }
  flush(false);
  return parts;
}

}  // namespace

Snippets::Snippets(std::unique_ptr<Connection> scratch) : scratch_(std::move(scratch)) {}
Snippets::Snippets(Snippets&&) noexcept = default;
Snippets::~Snippets() = default;

wire::Result<Snippets> Snippets::open() {
  auto scratch = Connection::open_scratch();
  if (!scratch) return tl::unexpected(scratch.error());
  Statement table(**scratch,
                  "CREATE VIRTUAL TABLE texts USING fts5 (owner UNINDEXED, language UNINDEXED, text, "
                  "tokenize = 'unicode61 remove_diacritics 2')");
  table.run();
  if (table.fault()) return tl::unexpected(*table.fault());
  // Never ended: without it every text would be a transaction of its own.
  Statement(**scratch, "BEGIN").run();
  return Snippets(std::move(*scratch));
}

wire::Result<void> Snippets::add(std::int64_t owner, wire::Language language, std::string_view text) {
  if (text.empty()) return {};
  Statement row(*scratch_, "INSERT INTO texts(owner, language, text) VALUES (?, ?, ?)");
  row.bind(1, owner);
  row.bind(2, static_cast<std::int64_t>(wire::index_of(language)));
  row.bind(3, text);
  row.run();
  if (row.fault()) return tl::unexpected(*row.fault());
  return {};
}

wire::Result<Snippet> Snippets::best(std::int64_t owner, std::string_view any_word, std::optional<wire::Language> language) {
  constexpr std::int64_t any_language = -1;
  const std::int64_t wanted = language ? static_cast<std::int64_t>(wire::index_of(*language)) : any_language;
  Statement matching(*scratch_,
                     "SELECT language, snippet(texts, 2, char(1), char(2), '…', 20) FROM texts WHERE texts MATCH ?3 "
                     "AND owner = ?1 AND ?2 IN (-1, language) ORDER BY bm25(texts), rowid LIMIT 1");
  matching.bind(3, any_word);
  Statement first(*scratch_,
                  "SELECT language, text FROM texts WHERE owner = ?1 AND ?2 IN (-1, language) ORDER BY rowid LIMIT 1");
  for (Statement* row : {&matching, &first}) {
    row->bind(1, owner);
    row->bind(2, wanted);
    const bool found = row->next();
    if (row->fault()) return tl::unexpected(*row->fault());
    if (!found) continue;
    const bool spanish = row->integer(0) == static_cast<std::int64_t>(wire::index_of(wire::Language::Spanish));
    return Snippet{spanish ? wire::Language::Spanish : wire::Language::English, parts_of(row->text(1))};
  }
  return Snippet{language.value_or(wire::Language::English), {}};
}

}  // namespace certamen::bank
