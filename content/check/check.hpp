// The rules of good topics and questions that reach across fields and files.
//
// Pure. Structure, types, limits and counts are parse.hpp's; whatever was reported there is left empty and is not
// reported again here.
#pragma once

#include <vector>

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

// Rules inside one topic: ids, citations, keys, distinct options, prompts that fit their kind, equal figures in both
// languages, notes that no question exercises.
void check_topic(const Topic& topic, Findings& findings);

// The same for what a table gives to a topic, but not the rules of each text in two languages: its texts are made of the
// table's, which check_table() has seen. Reports words that came out twice in a row.
void check_generated(const Topic& part, Findings& findings);

// Rules over all topics: each id once, no two prompts alike (of different columns, where tables drew both), not more topics
// than a room can list.
[[nodiscard]] std::vector<Finding> check_bank(const std::vector<Topic>& topics);

}  // namespace certamen::content
