// The rules of good topics and questions that reach across fields and files.
//
// Pure. Structure, types, limits and counts are parse.hpp's; whatever was reported there is left empty and is not
// reported again here.
#pragma once

#include <string_view>
#include <vector>

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

// Rules inside one topic: ids and citations (check.cpp), each question (check_question, options, stems, cues, answers) and
// each text (languages, style).
void check_topic(const Topic& topic, Findings& findings);

// The same for what a table gives to a topic, but not the rules of each text in two languages: its texts are made of the
// table's, which check_table() has seen. Reports words that came out twice in a row.
void check_generated(const Topic& part, Findings& findings);

// Rules over all topics: each id once, not more topics than a room can list, no two prompts alike (likeness; of different
// columns, where tables drew both), rare words that only keys repeat (clangs), remarks that may have aged by `month`
// (answers), and how often keys stand out (shares).
[[nodiscard]] std::vector<Finding> check_bank(const std::vector<Topic>& topics, std::string_view month = {});

}  // namespace certamen::content
