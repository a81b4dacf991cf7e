#include "server/bank/search.hpp"

#include <algorithm>
#include <tuple>

#include "server/bank/connection.hpp"
#include "server/bank/search_words.hpp"
#include "server/bank/snippet.hpp"
#include "server/bank/statement.hpp"

namespace certamen::bank {
namespace {

struct Ranked {
  FoundKind kind = FoundKind::Question;
  std::string id;
  std::int64_t number = 0;  // of the question or note
  std::int64_t score = 0;   // lower is better
};

// Scores come as whole numbers, BM25 times a million, so that ties are ties.
constexpr std::string_view questions_ranked =
    "SELECT id, number, CAST(bm25(question_search, 4, 4, 1, 1) * 1000000 AS INTEGER) FROM question_search "
    "JOIN questions ON number = question_search.rowid WHERE question_search MATCH ?1 ORDER BY 3, 1 LIMIT ?2";
constexpr std::string_view notes_ranked =
    "SELECT topic || '#' || id, number, CAST(bm25(note_search, 2, 2) * 1000000 AS INTEGER) FROM note_search "
    "JOIN notes ON number = note_search.rowid WHERE note_search MATCH ?1 ORDER BY 3, 1 LIMIT ?2";

// Every text that the index has of a question, the prompt first: pairs of languages.
constexpr std::string_view question_texts =
    "SELECT prompt_en, prompt_es, 0 AS part, 0 AS position FROM questions WHERE number = ?1 "
    "UNION ALL SELECT explanation_en, explanation_es, 1, 0 FROM questions WHERE number = ?1 "
    "UNION ALL SELECT text_en, text_es, 2, position FROM options WHERE question = ?1 "
    "UNION ALL SELECT reason_en, reason_es, 3, position FROM options WHERE question = ?1 "
    "UNION ALL SELECT reason_en, reason_es, 3, 0 FROM statements WHERE question = ?1 "
    "UNION ALL SELECT reason_en, reason_es, 3, position FROM numeric_mistakes WHERE question = ?1 "
    "UNION ALL SELECT text_en, text_es, 2, position FROM ordering_items WHERE question = ?1 "
    "UNION ALL SELECT reason_en, reason_es, 3, position FROM ordering_items WHERE question = ?1 "
    "UNION ALL SELECT left_en || ' → ' || right_en, left_es || ' → ' || right_es, 2, position FROM matching_pairs "
    "WHERE question = ?1 "
    "UNION ALL SELECT reason_en, reason_es, 3, position FROM matching_pairs WHERE question = ?1 "
    "UNION ALL SELECT spelling, spelling, 2, position FROM accepted_spellings WHERE question = ?1 "
    "UNION ALL SELECT reason_en, reason_es, 3, position FROM spelling_mistakes WHERE question = ?1 "
    "ORDER BY 3, 4";
constexpr std::string_view note_texts =
    "SELECT text_en, text_es FROM notes WHERE number = ?1 "
    "UNION ALL SELECT as_of_en, as_of_es FROM notes WHERE number = ?1";

wire::Result<void> rank(Connection& connection, FoundKind kind, const std::string& query, std::size_t count_max,
                        std::vector<Ranked>& ranked) {
  Statement rows(connection, kind == FoundKind::Question ? questions_ranked : notes_ranked);
  rows.bind(1, query);
  rows.bind(2, static_cast<std::int64_t>(count_max));
  while (rows.next()) ranked.push_back({kind, rows.text(0), rows.integer(1), rows.integer(2)});
  if (rows.fault()) return tl::unexpected(*rows.fault());
  return {};
}

std::string in_columns(std::string_view columns, const std::string& query) {
  return columns.empty() ? query : "{" + std::string(columns) + "} : (" + query + ")";
}

wire::Result<void> add_texts(Connection& connection, const Ranked& found, std::int64_t owner, Snippets& snippets) {
  Statement rows(connection, found.kind == FoundKind::Question ? question_texts : note_texts);
  rows.bind(1, found.number);
  while (rows.next()) {
    const exam::LocalText text = rows.local_text(0);
    for (const wire::Language language : {wire::Language::English, wire::Language::Spanish}) {
      if (auto added = snippets.add(owner, language, text.in(language)); !added) return added;
    }
  }
  if (rows.fault()) return tl::unexpected(*rows.fault());
  return {};
}

// Which columns of the two indexes hold a language; none for all of them.
struct Columns {
  std::string_view question;
  std::string_view note;
};

Columns columns_of(std::optional<wire::Language> language) {
  if (!language) return {};
  return *language == wire::Language::English ? Columns{"prompt_en detail_en", "text_en"}
                                              : Columns{"prompt_es detail_es", "text_es"};
}

}  // namespace

wire::Result<std::vector<Found>> search(Connection& connection, const SearchWish& wish) {
  const std::vector<std::string> terms = search_terms(wish.words);
  std::vector<Found> found;
  if (terms.empty() || wish.count_max == 0) return found;
  const Reading reading(connection);
  const Columns columns = columns_of(wish.language);
  const std::string query = all_of(terms);
  std::vector<Ranked> ranked;
  for (const auto& [kind, of_language] :
       {std::pair{FoundKind::Question, columns.question}, {FoundKind::Note, columns.note}}) {
    if (auto done = rank(connection, kind, in_columns(of_language, query), wish.count_max, ranked); !done) {
      return tl::unexpected(done.error());
    }
  }
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& left, const Ranked& right) {
    return std::tie(left.score, left.id) < std::tie(right.score, right.id);
  });
  if (ranked.size() > wish.count_max) ranked.resize(wish.count_max);

  auto snippets = Snippets::open();
  if (!snippets) return tl::unexpected(snippets.error());
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const auto owner = static_cast<std::int64_t>(i);
    if (auto added = add_texts(connection, ranked[i], owner, *snippets); !added) return tl::unexpected(added.error());
    found.push_back({ranked[i].kind, ranked[i].id, wish.language.value_or(wire::Language::English), {}});
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    auto best = snippets->best(static_cast<std::int64_t>(i), any_of(terms), wish.language);
    if (!best) return tl::unexpected(best.error());
    found[i].language = best->language;
    found[i].snippet = std::move(best->parts);
  }
  return found;
}

}  // namespace certamen::bank
