// The topics of this project, and what is left of them on the way through another program.
#pragma once

#include <string>
#include <vector>

#include "content/exchange/exchange.hpp"

namespace certamen::content {

// Of content/topics, sorted by id.
[[nodiscard]] std::vector<Topic> bank_topics();
// The sample with a question of each kind.
[[nodiscard]] Topic sample_topic();

// What a format without notes gives back: no notes, lines, sources and citations; imported; the domain of most questions.
[[nodiscard]] Topic without_notes(Topic topic);
// The same in one language only.
[[nodiscard]] Topic in_language(Topic topic, wire::Language language);
[[nodiscard]] Topic without_pair_reasons(Topic topic);

// The remarks as lines of text, "12: what".
[[nodiscard]] std::vector<std::string> lines_of(const std::vector<Remark>& remarks);

// An import that the test expects to succeed.
[[nodiscard]] Import taken(const wire::Result<Import>& import);
// The only topic of an import.
[[nodiscard]] Topic only(const Import& import);

}  // namespace certamen::content
