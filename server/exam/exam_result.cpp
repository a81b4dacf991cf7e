#include "server/exam/exam_result.hpp"

#include <algorithm>

#include "proto/wire/require.hpp"

namespace certamen::exam {
namespace {

// Fixed point: millionths, and their squares.
constexpr std::int64_t one = 1'000'000;
constexpr std::int64_t one_squared = one * one;
constexpr std::int64_t z = 1'644'854;                  // the normal distribution's 95th percentile
constexpr std::int64_t z_squared = 2'705'543'454'095;  // in millionths of millionths
constexpr std::int64_t thousandths_whole = 1000;

// The largest integer whose square is at most `value`, by Newton's method from above.
std::int64_t square_root(std::int64_t value) {
  if (value < 2) return value;
  std::int64_t root = value;
  std::int64_t next = (root + 1) / 2;
  while (next < root) {
    root = next;
    next = (root + value / root) / 2;
  }
  return root;
}

}  // namespace

wire::ExamShare share_of(std::uint32_t right_count, std::uint32_t question_count) {
  wire::require(right_count <= question_count && question_count <= 1000, "a share is part of a countable whole");
  wire::ExamShare share{right_count, question_count, 0, 0, thousandths_whole};
  if (question_count == 0) return share;
  const std::int64_t x = right_count;
  const std::int64_t n = question_count;
  share.right_thousandths = static_cast<std::uint32_t>((2 * thousandths_whole * x + n) / (2 * n));
  const std::int64_t spread = z * (square_root(x * (n - x) * one / n * one + z_squared / 4) + 1);
  const std::int64_t middle = x * one_squared + z_squared / 2;
  const std::int64_t whole = n * one_squared + z_squared;
  const std::int64_t low = x == 0 ? 0 : (middle - spread) * thousandths_whole / whole;
  const std::int64_t high = x == n ? thousandths_whole : ((middle + spread) * thousandths_whole + whole - 1) / whole;
  share.low_thousandths = static_cast<std::uint32_t>(std::clamp<std::int64_t>(low, 0, thousandths_whole));
  share.high_thousandths = static_cast<std::uint32_t>(std::clamp<std::int64_t>(high, 0, thousandths_whole));
  return share;
}

Interval wilson_interval(std::int64_t low_millionths, std::int64_t high_millionths, std::int64_t count) {
  wire::require(count >= 1 && count <= 1000, "an interval is of countable answers");
  const std::int64_t whole = count * one_squared + z_squared;
  const auto spread_of = [count](std::int64_t share) {
    return z * (square_root(share * (one - share) * count + z_squared / 4) + 1);
  };
  const auto middle_of = [count](std::int64_t share) { return share * count * one + z_squared / 2; };
  const std::int64_t low =
      low_millionths == 0 ? 0 : (middle_of(low_millionths) - spread_of(low_millionths)) * thousandths_whole / whole;
  const std::int64_t high =
      high_millionths == one
          ? thousandths_whole
          : ((middle_of(high_millionths) + spread_of(high_millionths)) * thousandths_whole + whole - 1) / whole;
  return {static_cast<std::uint32_t>(std::clamp<std::int64_t>(low, 0, thousandths_whole)),
          static_cast<std::uint32_t>(std::clamp<std::int64_t>(high, 0, thousandths_whole))};
}

std::uint32_t scaled_estimate(std::uint32_t thousandths) {
  constexpr std::uint32_t span = scaled_score_max - scaled_score_min;
  constexpr auto whole = static_cast<std::uint32_t>(thousandths_whole);
  return scaled_score_min + (2 * span * thousandths + whole) / (2 * whole);
}

wire::ExamResult exam_result(const std::vector<Outcome>& outcomes) {
  wire::ExamResult result;
  const auto count = [&outcomes](const auto& belongs) {
    std::uint32_t right = 0;
    std::uint32_t all = 0;
    for (const Outcome& outcome : outcomes) {
      if (!belongs(outcome)) continue;
      ++all;
      if (outcome.right) ++right;
    }
    return share_of(right, all);
  };
  result.whole = count([](const Outcome&) { return true; });
  for (std::size_t i = 0; i < wire::exam_domain_count; ++i) {
    const auto domain = static_cast<wire::ExamDomain>(i);
    const wire::ExamShare share = count([domain](const Outcome& outcome) { return outcome.domain == domain; });
    if (share.question_count > 0) result.domains.push_back({domain, share});
  }
  result.scaled_estimate = scaled_estimate(result.whole.right_thousandths);
  result.scaled_low = scaled_estimate(result.whole.low_thousandths);
  result.scaled_high = scaled_estimate(result.whole.high_thousandths);
  result.pass_mark = scaled_pass_mark;
  return result;
}

}  // namespace certamen::exam
