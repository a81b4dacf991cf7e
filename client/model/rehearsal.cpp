#include "client/model/rehearsal.hpp"

#include <algorithm>

namespace certamen::model {

RehearsalVerdict verdict_on(const RehearsalMeasures& measures) {
  RehearsalVerdict verdict;
  if (!measures.reached || measures.refused) return verdict;
  const std::uint32_t awaited = measures.wanted - std::min(measures.wanted, measures.turned_away);
  const bool somebody = measures.joined > 0;
  const bool measured = measures.acknowledged > 0;
  verdict.findings = {
      {RehearsalCheck::Joining, somebody && measures.joined >= awaited && 2 * measures.joined >= measures.wanted &&
                                    measures.slowest_join <= join_time_bound},
      {RehearsalCheck::Opening, measured && measures.opening_spread <= opening_spread_bound},
      {RehearsalCheck::Acknowledging, measured && measures.acknowledgement_p99 <= acknowledgement_bound},
      {RehearsalCheck::Answers, measured && measures.lost == 0 && measures.acknowledged >= measures.answered},
      {RehearsalCheck::Results, somebody && !measures.timed_out && measures.finished >= measures.joined}};
  verdict.go = std::all_of(verdict.findings.begin(), verdict.findings.end(),
                           [](const RehearsalFinding& finding) { return finding.holds; });
  return verdict;
}

wire::RoomSettings rehearsal_settings(wire::RoomSettings settings, std::uint32_t bots) {
  constexpr std::uint32_t reading_seconds = 2;
  constexpr std::uint32_t answer_seconds = 10;
  constexpr std::uint32_t reveal_seconds = 3;
  constexpr std::uint32_t ranking_seconds = 2;
  constexpr std::uint32_t exam_seconds = 45;
  settings.rehearsal = true;
  settings.listed = false;
  settings.host_plays = false;
  settings.question_count = std::min(settings.question_count, rehearsal_questions_max);
  settings.capacity = std::max(settings.capacity, bots);
  settings.reading_seconds = std::min(settings.reading_seconds, reading_seconds);
  settings.answer_seconds =
      settings.answer_seconds == 0 ? answer_seconds : std::min(settings.answer_seconds, answer_seconds);
  settings.reveal_seconds = std::min(settings.reveal_seconds, reveal_seconds);
  settings.ranking_seconds = std::min(settings.ranking_seconds, ranking_seconds);
  settings.exam_seconds = exam_seconds;
  settings.exam_unscored_count = std::min(settings.exam_unscored_count, settings.question_count - 1);
  if (settings.discuss_seconds != 0) settings.discuss_seconds = wire::discuss_seconds_min;
  return settings;
}

}  // namespace certamen::model
