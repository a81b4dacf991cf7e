// Exam domains of topics whose questions each say theirs.
//
// Pure.
#pragma once

#include <vector>

#include "content/model/topic.hpp"

namespace certamen::content {

// The domain of most of its questions becomes the topic's, and only the others keep one of their own. A topic whose
// questions say nothing keeps its domain.
void settle_domains(std::vector<Topic>& topics);

}  // namespace certamen::content
