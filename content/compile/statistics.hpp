// What a bank is made of, in numbers.
//
// Pure. Statistics are whole numbers by name, so that a bank can keep them and a report can print them without knowing
// each one. A name is "<group>.<item>":
//
//   total.topics  total.notes  total.questions  total.playable      playable kinds have boards and game rules
//   kind.<kind>  domain.<domain>  difficulty.<1-5>  topic.<topic id>  questions
//   origin.<origin>  languages.<en|es|en,es>                          questions, by where they come from and what they have
//   table.<table id>                                                  questions that the table draws
//   true_false.true  true_false.false                                 statements that hold, that do not
//   longest.questions                                                 single choices
//   longest.key_en  longest.key_es                                    those whose key is the one longest option
//   longest.chance_en_thousandths  longest.chance_es_thousandths      what blind chance would make of it, times 1000
//   shortest.questions  shortest.key_en ...                           the same of the one shortest option
//   scale.questions  scale.key  scale.chance_thousandths              options that keep their order; key neither first nor
//   last
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "content/model/topic.hpp"

namespace certamen::content {

using Statistics = std::map<std::string, std::int64_t>;

[[nodiscard]] Statistics statistics_of(const std::vector<Topic>& topics);

// Sentences on cues that give keys away: long and short keys, keys inside scales, more true statements than false ones.
// Empty without questions.
[[nodiscard]] std::string format_cues(const Statistics& statistics);

}  // namespace certamen::content
