#include "server/exam/class_result.hpp"

#include <algorithm>
#include <array>

#include "proto/wire/require.hpp"
#include "server/exam/exam_result.hpp"

namespace certamen::exam {
namespace {

constexpr std::int64_t one = 1'000'000;
constexpr std::int64_t thousandths_whole = 1000;
constexpr std::int64_t effective_max = 1000;
// Student's t at 95 % for 1 to 30 degrees of freedom, and the normal distribution's, in ten-thousandths.
constexpr std::array<std::int64_t, 30> student{63138, 29200, 23534, 21318, 20150, 19432, 18946, 18595, 18331, 18125,
                                               17959, 17823, 17709, 17613, 17531, 17459, 17396, 17341, 17291, 17247,
                                               17207, 17171, 17139, 17109, 17081, 17056, 17033, 17011, 16991, 16973};
constexpr std::int64_t normal = 16449;

// (normal / t)^2 in thousandths, rounded down.
std::int64_t few_questions(std::int64_t question_count) {
  const auto freedom = std::min<std::size_t>(static_cast<std::size_t>(question_count - 1), student.size());
  const std::int64_t t = student[freedom - 1];
  return normal * normal * thousandths_whole / (t * t);
}

std::int64_t effective_answers(const std::vector<std::uint32_t>& right_counts, std::int64_t right, std::int64_t all) {
  const auto count = static_cast<std::int64_t>(right_counts.size());
  if (count == 1) return 1;
  std::int64_t spread = 0;
  for (const std::uint32_t each : right_counts) {
    const std::int64_t off = count * each - right;
    spread += off * off;
  }
  const std::int64_t few = few_questions(count);
  const std::int64_t most = std::max(count, all * few / thousandths_whole);
  if (spread == 0) return std::min(most, effective_max);
  const std::int64_t effective = right * (all - right) * count * (count - 1) / spread * few / thousandths_whole;
  return std::min(std::clamp(effective, count, most), effective_max);
}

}  // namespace

wire::ClassShare class_share(const std::vector<std::uint32_t>& right_counts, std::uint32_t player_count) {
  wire::ClassShare share;
  share.question_count = static_cast<std::uint32_t>(right_counts.size());
  share.answer_count = share.question_count * player_count;
  share.high_thousandths = static_cast<std::uint32_t>(thousandths_whole);
  wire::require(right_counts.size() <= wire::questions_per_match_max && player_count <= wire::seats_per_room_max,
                "a class sits one paper in one room");
  for (const std::uint32_t each : right_counts) {
    wire::require(each <= player_count, "nobody is right twice");
    share.right_count += each;
  }
  if (share.answer_count == 0) return share;
  const std::int64_t right = share.right_count;
  const std::int64_t all = share.answer_count;
  share.right_thousandths = static_cast<std::uint32_t>((2 * thousandths_whole * right + all) / (2 * all));
  const std::int64_t effective = effective_answers(right_counts, right, all);
  const Interval interval = wilson_interval(right * one / all, (right * one + all - 1) / all, effective);
  share.low_thousandths = interval.low_thousandths;
  share.high_thousandths = interval.high_thousandths;
  return share;
}

wire::ClassReported class_result(const std::vector<ClassQuestion>& questions, std::uint32_t player_count) {
  wire::ClassReported report;
  report.player_count = player_count;
  report.pass_mark = scaled_pass_mark;
  std::vector<std::uint32_t> all;
  for (const ClassQuestion& question : questions) all.push_back(question.right_count);
  report.whole = class_share(all, player_count);
  for (std::size_t i = 0; i < wire::exam_domain_count; ++i) {
    const auto domain = static_cast<wire::ExamDomain>(i);
    std::vector<std::uint32_t> own;
    for (const ClassQuestion& question : questions) {
      if (question.domain == domain) own.push_back(question.right_count);
    }
    if (!own.empty()) report.domains.push_back({domain, class_share(own, player_count)});
  }
  std::vector<ClassQuestion> missed = questions;
  std::erase_if(missed, [player_count](const ClassQuestion& each) { return each.right_count == player_count; });
  std::stable_sort(missed.begin(), missed.end(), [](const ClassQuestion& left, const ClassQuestion& right) {
    return left.right_count < right.right_count;
  });
  if (missed.size() > wire::missed_questions_max) missed.resize(wire::missed_questions_max);
  for (const ClassQuestion& each : missed) {
    const std::uint32_t wrong_count = player_count - each.right_count - each.blank_count;
    report.missed.push_back({each.number, each.domain, {}, wrong_count, each.blank_count});
  }
  return report;
}

}  // namespace certamen::exam
