// Answers and keys as people read them.
//
// Pure.
#pragma once

#include <cstdint>
#include <string>

#include "proto/wire/allowance.hpp"
#include "server/exam/question.hpp"

namespace certamen::report {

// A number times 1,000,000 as a decimal number with a point, no more digits than it needs: "-0.5", "1200".
[[nodiscard]] std::string decimal(std::int64_t micros);

// How much of a question's time an allowance gives, in percent.
[[nodiscard]] std::uint32_t percent_of(wire::Allowance allowance);

// What was answered, in the words of the question: "EBS + EFS", "1200 IOPS", "first > second", "SQS = queue; SNS = topic".
// Requires exam::fits().
[[nodiscard]] std::string answer_words(const exam::Question& question, const wire::Answer& answer, wire::Language language);

// The right answer in the same form. A number has its tolerance, a short text every accepted spelling.
[[nodiscard]] std::string key_words(const exam::Question& question, wire::Language language);

}  // namespace certamen::report
