// How long a question may take when its author did not say.
//
// Pure.
#pragma once

#include <cstdint>

#include "server/exam/question.hpp"

namespace certamen::bank {

inline constexpr std::uint32_t allowed_seconds_min = 15;
inline constexpr std::uint32_t allowed_seconds_max = 90;

// Reading time plus thinking time, rounded up to five seconds and kept within the bounds above.
//
// Reading: prompt, options and matches of the longer language, at 20 characters a second. People read prose silently at
// about 240 words, 24 characters a second (Brysbaert 2019, for English; Spanish is close); a question is denser and read
// from a distance. Thinking and entering: 5 s for a statement, 10 s for one choice, 15 s for several choices, where each
// option is judged, for a number, which is computed and typed, and for a word; 20 s for bringing options into order or
// together.
[[nodiscard]] std::uint32_t allowed_seconds(const exam::Question& question);

}  // namespace certamen::bank
