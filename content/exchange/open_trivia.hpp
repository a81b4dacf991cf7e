// The answer of Open Trivia DB and of programs that speak like it: {"results": [{"question", "correct_answer",
// "incorrect_answers", ...}]}, or the list alone, with HTML entities in the texts.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "content/exchange/exchange.hpp"

namespace certamen::content {

// The list of such questions; null where the file has none.
[[nodiscard]] const nlohmann::ordered_json* open_trivia_list(const nlohmann::ordered_json& file);

// `lines` of the entries, by index.
[[nodiscard]] Import read_open_trivia(const nlohmann::ordered_json& list, const std::vector<std::size_t>& lines,
                                      const ImportWish& wish);

}  // namespace certamen::content
