// Every limit of the topic format, in one place and asserted against what the wire carries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "proto/wire/limits.hpp"

namespace certamen::content {

// Characters are Unicode code points of the composed text, in either language.
struct TextRule {
  std::string_view noun;
  std::size_t characters_max = 0;
  std::size_t characters_best = 0;  // from here on a warning; 0 for none
};

inline constexpr TextRule title_rule{"title", 70, 0};
inline constexpr TextRule note_rule{"note", 260, 0};
inline constexpr TextRule as_of_rule{"as-of remark", 320, 0};
inline constexpr TextRule prompt_rule{"prompt", 420, 300};
inline constexpr TextRule option_rule{"option", 130, 90};
inline constexpr TextRule item_rule{"item", 130, 90};
inline constexpr TextRule pair_rule{"side of the pair", 130, 90};
inline constexpr TextRule spelling_rule{"spelling", 130, 0};
inline constexpr TextRule reason_rule{"reason", 260, 0};
inline constexpr TextRule explanation_rule{"explanation", 480, 0};
inline constexpr TextRule unit_rule{"unit", 24, 0};
inline constexpr TextRule defence_rule{"defence", 200, 0};
// Of tables. Patterns and sentences are measured again once they are filled and joined.
inline constexpr TextRule label_rule{"label", 110, 0};
inline constexpr TextRule name_rule{"name", 130, 90};
inline constexpr TextRule phrase_rule{"phrase", 130, 0};
inline constexpr TextRule value_rule{"value", 130, 90};
inline constexpr TextRule sentence_rule{"sentence", 260, 0};
inline constexpr TextRule pattern_rule{"question", 420, 0};

struct CountRule {
  std::string_view nouns;
  std::size_t min = 0;
  std::size_t max = 0;
};

inline constexpr CountRule languages_rule{"languages", 1, 2};
inline constexpr CountRule notes_rule{"notes", 1, 100};
inline constexpr CountRule questions_rule{"questions", 1, 100};
inline constexpr CountRule citations_rule{"notes", 1, wire::notes_per_question_max};
inline constexpr CountRule single_options_rule{"options", 3, 6};
inline constexpr CountRule multiple_options_rule{"options", 4, 6};
inline constexpr CountRule items_rule{"items", 3, 6};
inline constexpr CountRule pairs_rule{"pairs", 3, 6};
// In files that are not whole, which come from programs with other rules.
inline constexpr CountRule brought_notes_rule{"notes", 0, 100};
inline constexpr CountRule brought_single_options_rule{"options", 2, 6};
inline constexpr CountRule brought_multiple_options_rule{"options", 3, 6};
inline constexpr CountRule brought_items_rule{"items", 2, 6};
inline constexpr CountRule brought_pairs_rule{"pairs", 2, 6};
inline constexpr CountRule mistakes_rule{"mistakes", 1, 8};
inline constexpr CountRule spellings_rule{"spellings", 1, 20};
inline constexpr CountRule columns_rule{"columns", 1, 20};
inline constexpr CountRule rows_rule{"rows", 2, 20};

inline constexpr std::uint32_t difficulty_min = 1;
inline constexpr std::uint32_t difficulty_max = 5;
inline constexpr std::uint32_t seconds_min = 10;
inline constexpr std::uint32_t seconds_max = 180;
inline constexpr std::size_t id_characters_max = wire::topic_id_bytes_max;
inline constexpr std::size_t topic_file_bytes_max = 1024 * 1024;

inline constexpr std::size_t utf8_bytes_per_character_max = 4;
static_assert(explanation_rule.characters_max * utf8_bytes_per_character_max <= wire::text_bytes_max,
              "the longest text fits the wire");
static_assert(prompt_rule.characters_max * utf8_bytes_per_character_max <= wire::text_bytes_max);
static_assert(multiple_options_rule.max <= wire::options_max && single_options_rule.max <= wire::options_max);

}  // namespace certamen::content
