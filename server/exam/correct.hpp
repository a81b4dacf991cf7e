// A question with another key.
//
// Pure.
#pragma once

#include <optional>

#include "proto/wire/messages.hpp"
#include "server/exam/question.hpp"

namespace certamen::exam {

// The question as the correction has it; nothing when this is no key of the question's kind: one option for single choice
// and true/false, one or more for multiple response (ascending), every option once for ordering, one of the matches for
// every option of a matching, a number, or spellings that fold to something; and nothing said that the kind does not know.
[[nodiscard]] std::optional<Question> with_key(Question question, const wire::CorrectKey& key);

}  // namespace certamen::exam
