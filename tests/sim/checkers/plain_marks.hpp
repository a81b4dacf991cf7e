// What an answer is worth, from the published formulas alone; nothing of server/exam is used but its values.
//
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "proto/wire/messages.hpp"
#include "server/exam/question.hpp"

namespace certamen::sim {

// Part of a whole.
using Share = std::pair<std::int64_t, std::int64_t>;

// A spelling without what does not count: case, accents, spaces. Knows the letters of the simulated questions, and no more.
[[nodiscard]] std::string plain(std::string text);

// How right an answer is.
[[nodiscard]] Share share_of(const exam::Question& question, const wire::Answer& answer);

// Points without the bonus, for an answer given so many tenths after the opening.
[[nodiscard]] std::int64_t worth(const wire::RoomSettings& settings, Share share, std::int64_t tenths,
                                 std::uint32_t allowed_tenths, std::optional<wire::Certainty> certainty);

// For a run of right answers, this one counted.
[[nodiscard]] std::int64_t bonus(const wire::RoomSettings& settings, std::uint32_t streak);

// Wilson's interval as its formula stands, and whether a whole number lies within one of it.
[[nodiscard]] bool shares_agree(const wire::ExamShare& shown, std::uint32_t right, std::uint32_t all);

// The question with the key that a host says is right.
[[nodiscard]] exam::Question with_other_key(exam::Question question, const wire::CorrectKey& key);

}  // namespace certamen::sim
