// What a bank is made of, in numbers.
//
// Pure. Statistics are whole numbers by name, so that a bank can keep them and a report can print them without knowing
// each one. A name is "<group>.<item>":
//
//   total.topics  total.notes  total.questions  total.playable      playable kinds have game rules
//   kind.<kind>  domain.<domain>  difficulty.<1-5>  topic.<topic id>  questions
//   origin.<origin>  languages.<en|es|en,es>                          questions, by where they come from and what they have
//   true_false.true  true_false.false                                 statements that hold, that do not
//   longest.questions                                                 single choices
//   longest.key_en  longest.key_es                                    those whose key is the one longest option
//   longest.chance_en_thousandths  longest.chance_es_thousandths      what blind chance would make of it, times 1000
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "content/model/topic.hpp"

namespace certamen::content {

using Statistics = std::map<std::string, std::int64_t>;

[[nodiscard]] Statistics statistics_of(const std::vector<Topic>& topics);

// Lines for a person, without the questions of each topic unless asked for.
[[nodiscard]] std::string format(const Statistics& statistics, bool with_topics);

// Two sentences on cues that give keys away: long keys, more true statements than false ones. Empty without questions.
[[nodiscard]] std::string format_cues(const Statistics& statistics);

}  // namespace certamen::content
