// What an exam says about a person: right answers by domain, how sure that is, and an estimate on the exam's scale.
//
// Pure, integers only.
#pragma once

#include <cstdint>
#include <vector>

#include "proto/wire/messages.hpp"

namespace certamen::exam {

inline constexpr std::uint32_t scaled_score_min = 100;
inline constexpr std::uint32_t scaled_score_max = 1000;
inline constexpr std::uint32_t scaled_pass_mark = 720;  // of the associate exams

// The share of right answers and its Wilson score interval (E. B. Wilson 1927, "Probable inference, the law of succession,
// and statistical inference") at 90 %: with x right of n and z = 1.644854,
//   (x + z^2/2 -+ z * sqrt(x (n - x) / n + z^2/4)) / (n + z^2),
// in thousandths, its ends rounded outwards, so that it is never narrower than the formula's. Zero to a thousand when
// nothing was asked. Requires right_count <= question_count <= 1,000.
[[nodiscard]] wire::ExamShare share_of(std::uint32_t right_count, std::uint32_t question_count);

struct Interval {
  std::uint32_t low_thousandths = 0;
  std::uint32_t high_thousandths = 0;
};
// The same interval of `count` independent answers of which a share between `low_millionths` and `high_millionths` (the two
// roundings of one share) is right. Requires 1 <= count <= 1,000.
[[nodiscard]] Interval wilson_interval(std::int64_t low_millionths, std::int64_t high_millionths, std::int64_t count);

// An estimate: the scale from 100 to 1000 in proportion to the share. How the real exam scales is not published.
[[nodiscard]] std::uint32_t scaled_estimate(std::uint32_t thousandths);

// One question's outcome.
struct Outcome {
  wire::ExamDomain domain = wire::ExamDomain::Secure;
  bool right = false;  // a blank is wrong
};
[[nodiscard]] wire::ExamResult exam_result(const std::vector<Outcome>& outcomes);

}  // namespace certamen::exam
