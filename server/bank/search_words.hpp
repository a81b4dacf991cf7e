// From what a person typed to a query of the full-text index.
//
// Pure. A part of server/bank.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certamen::bank {

// Words, and phrases for what stood in quotes, each quoted for FTS5; the last one as a prefix unless it was in quotes. No
// text makes a query that FTS5 refuses. Empty when nothing but spaces and quotes was typed.
[[nodiscard]] std::vector<std::string> search_terms(std::string_view typed);

// A query for all of the terms, or for any of them.
[[nodiscard]] std::string all_of(const std::vector<std::string>& terms);
[[nodiscard]] std::string any_of(const std::vector<std::string>& terms);

}  // namespace certamen::bank
