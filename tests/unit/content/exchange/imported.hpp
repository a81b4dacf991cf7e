// Imports as tests look at them.
#pragma once

#include <string>
#include <vector>

#include "content/exchange/exchange.hpp"

namespace certamen::content {

// English questions of the file "quiz", which the test expects to be readable.
[[nodiscard]] Import gift(const std::string& text);
[[nodiscard]] Import aiken(const std::string& text);

// "12: what"
[[nodiscard]] std::vector<std::string> remarks_of(const Import& import);
// The only question of the only topic.
[[nodiscard]] Question only_question(const Import& import);
// The English words of its options, the right ones with a plus in front.
[[nodiscard]] std::vector<std::string> options_of(const Question& question);

// The topics as files.
[[nodiscard]] std::vector<std::string> written(const Import& import);
// What lint says is an error in them.
[[nodiscard]] std::vector<std::string> errors_of(const Import& import);

}  // namespace certamen::content
