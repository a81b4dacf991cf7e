// Cues that tell a key without knowing the subject: its length, its form, absolute words, numbers of the prompt.
//
// Pure.
#pragma once

#include <vector>

#include "content/check/in_language.hpp"
#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

void check_cues(const Question& question, Findings& findings);

// A rare word of the prompt that only the key repeats, in every language of the question. Words are rare among all the
// questions of the bank. Requires questions of at least bank_questions_min.
[[nodiscard]] std::vector<Finding> check_clangs(const std::vector<Topic>& topics);

// "always", "only" and their like.
[[nodiscard]] const Vocabulary& absolute_words();

}  // namespace certamen::content
