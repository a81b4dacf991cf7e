// Small readings of a line of notes that every part of drafting needs.
//
// Pure. Texts are UTF-8 as read_note_text() gives them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace certamen::content {

// The code point at `at`, which moves behind it; negative where there is no UTF-8.
[[nodiscard]] std::int32_t next_code(std::string_view text, std::size_t& at);

// Without what only decorates: emphasis of Markdown around it, quotes, and `endings` at its end.
[[nodiscard]] std::string bare(std::string_view text, std::string_view endings);

// Without the marks of Markdown inside it: emphasis, code, crossed out, the targets of links, boxes of tasks.
[[nodiscard]] std::string unmarked(std::string_view text);

// Runs between spaces.
[[nodiscard]] std::vector<std::string_view> words_in(std::string_view text);

[[nodiscard]] std::size_t letters_in(std::string_view text);

// What stands before and inside a closing "(...)": "ENI (Elastic Network Interface)". `inside` is empty without one.
struct Bracketed {
  std::string before;
  std::string inside;
};
[[nodiscard]] Bracketed bracketed(std::string_view text);

// Two or more capital letters and digits, at most six: "EC2", "VPC".
[[nodiscard]] bool is_acronym(std::string_view text);

// Whether the words of `inner` stand in `outer`, in their order and without gaps.
[[nodiscard]] bool contains_words(const std::vector<std::string>& outer, const std::vector<std::string>& inner);

}  // namespace certamen::content
