// The limits of written notes and questions, for generated ones.
//
// Pure.
#pragma once

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

// Places each text in the question or note that it became part of ("<id>.options[1].reason.es", on the line of the words
// that it was made from), and reports texts and ids that are too long; the same words, which serve many questions, once.
void measure(Topic& part, Findings& findings);

}  // namespace certamen::content
