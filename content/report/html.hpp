// HTML written by hand: escaping, and the frame that every page of a proof has.
//
// Pure. Pages are whole in one file: style sheet inside, no script, nothing loaded from elsewhere.
#pragma once

#include <string>
#include <string_view>

#include "content/report/sheet.hpp"

namespace certamen::content::html {

// For text and for attributes in double quotes.
[[nodiscard]] std::string escaped(std::string_view text);

struct Page {
  std::string title;
  std::string navigation;  // HTML: links
  std::string body;        // HTML
};

// The mark by which a page of a proof is known.
inline constexpr std::string_view generator = R"(<meta name="generator" content="certamen-bank proof">)";

[[nodiscard]] std::string page(const Page& page);

// A cell of a table with numbers, quiet when there is none.
[[nodiscard]] std::string number_cell(std::size_t number);

}  // namespace certamen::content::html
