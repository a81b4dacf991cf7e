// Texts as they are compared when people look for something: no case, no accents, one space between words.
//
// Pure; knows the Latin letters that English and Spanish write, and their neighbours.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace certamen::ui {

// Letters that it does not know stay as they are. Folding twice changes nothing more.
[[nodiscard]] std::string folded(std::string_view text);

// As above, but nothing when the text has a letter of which it is not certain how the server folds it.
[[nodiscard]] std::optional<std::string> folded_as_server(std::string_view text);

// Whether every word of `sought` is found in `text`, in any order and as part of any word; an empty wish finds everything.
[[nodiscard]] bool finds(std::string_view text, std::string_view sought);

}  // namespace certamen::ui
