// Candidate questions that a machine can draft honestly from what notes say.
//
// Pure. Nothing is invented: prompts quote the notes, wrong options are things that the notes say of something else, and
// each reason tells where. A person has to read every one of them.
#pragma once

#include <vector>

#include "content/draft/outline.hpp"
#include "content/model/topic.hpp"
#include "proto/wire/types.hpp"

namespace certamen::content {

// The questions of outline.facts[i] are in element i; they have no ids and cite nothing yet. Every text keeps the limits.
[[nodiscard]] std::vector<std::vector<Question>> candidates_of(const Outline& outline, wire::Language language);

// The text in the one language that a draft has.
[[nodiscard]] Text text_in(wire::Language language, const std::string& words);

}  // namespace certamen::content
