// What became of somebody's notes, in words.
//
// Pure.
#pragma once

#include <string>

#include "content/draft/draft.hpp"

namespace certamen::content {

// Lines of notes that are not blank, and of these the ones that are used: as heading, note or list entry.
struct Understood {
  std::size_t told = 0;
  std::size_t used = 0;
};
[[nodiscard]] Understood understood(const DraftReport& report);

// A few lines for the screen.
[[nodiscard]] std::string summary(const Draft& draft);

// The summary, what to do next, and every line that was not used with the reason.
[[nodiscard]] std::string full_report(const Draft& draft, const std::string& notes_path);

}  // namespace certamen::content
