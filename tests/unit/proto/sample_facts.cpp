#include "tests/unit/proto/sample_messages.hpp"

namespace certamen::proto_test {

using namespace wire;  // as in sample_messages.cpp

template <>
RosterChanged sample<RosterChanged>() {
  return {{{{2}, "Ñandú", Role::Player, true, false}, {{7}, "Sala", Role::Spectator, false, true}}, {{3}, {4'000'000'000}}};
}
template <>
MatchStarted sample<MatchStarted>() {
  return {};
}
template <>
QuestionAnnounced sample<QuestionAnnounced>() {
  QuestionAnnounced fact;
  fact.number = 3;
  fact.total = 12;
  fact.kind = QuestionKind::MultipleResponse;
  fact.domain = ExamDomain::HighPerforming;
  fact.difficulty = 4;
  fact.topic_title = "Placement groups";
  fact.prompt = "¿Qué dos afirmaciones son ciertas? Elija dos.";
  fact.opens_at = instant_from_micros(60'000'000);
  return fact;
}
template <>
QuestionAsked sample<QuestionAsked>() {
  QuestionAsked fact;
  fact.number = 3;
  fact.options = {"7 instances", "14 instances", "21 instances", ""};
  fact.choose = 2;
  fact.unit = "IOPS";
  fact.opens_at = instant_from_micros(60'000'000);
  fact.closes_at = instant_from_micros(90'000'000);
  fact.points_possible = 1000;
  fact.shuffle_seed = 0xFEDCBA9876543210;
  return fact;
}
template <>
QuestionRevealed sample<QuestionRevealed>() {
  QuestionRevealed fact;
  fact.number = 3;
  fact.key = {0, 2};
  fact.numeric_key_micros = -1'200'000'000;
  fact.numeric_tolerance_micros = 500'000;
  fact.picks_by_option = {5, 0, 300, 1};
  fact.numeric_picks = {{400'000'000, 3, "Only one zone."}, {-1, 1, ""}};
  fact.reasons = {"Seven per zone.", "", "Three zones.", "Nada."};
  fact.answered_count = 306;
  fact.right_count = 290;
  fact.player_count = 310;
  fact.explanation = "Rack-level spread placement groups hold seven instances per zone.";
  fact.notes = {{"At most 7 per zone.", "The notes also write per group.", "2026-11", "165, 175"},
                {"Second.", "", "", "218"}};
  fact.continues_at = instant_from_micros(98'000'000);
  return fact;
}
template <>
RankingShown sample<RankingShown>() {
  return {3,
          {{{2}, "Ñandú", 1, 2, 2750, 950, 3}, {{5}, "Ana", 1, 1, 2750, 0, 3}, {{9}, "Leo", 3, 0, -10, -10, 0}},
          310,
          instant_from_micros(103'000'000)};
}
template <>
MatchFinished sample<MatchFinished>() {
  return {{{{2}, "Ñandú", 1, 1, 11'000, 1000, 12}, {{5}, "Ana", 2, 2, 9'000, 500, 10}}, 310, 12, {5}, 7, {2}, 12};
}
template <>
RoomPaused sample<RoomPaused>() {
  return {PauseReason::ServerRestarted, instant_from_micros(61'000'000)};
}
template <>
RoomResumed sample<RoomResumed>() {
  return {instant_from_micros(62'000'000), instant_from_micros(92'000'000), instant_from_micros(100'000'000)};
}
template <>
QuestionExtended sample<QuestionExtended>() {
  return {3, instant_from_micros(120'000'000)};
}
template <>
QuestionSkipped sample<QuestionSkipped>() {
  return {4};
}
template <>
RankingCorrected sample<RankingCorrected>() {
  RankingCorrected fact{
      3, Correction::KeyCorrected, {{{2}, 4, -250, 1, 2750}, {{5}, 0, 0, 2, 0}}, sample<QuestionRevealed>()};
  fact.revealed.voided = true;
  fact.revealed.key_corrected = true;
  return fact;
}
template <>
RoomLockChanged sample<RoomLockChanged>() {
  return {true};
}

template <>
RightsChanged sample<RightsChanged>() {
  Ticket ticket;
  ticket.bytes.fill(0x5A);
  return {Rights::Cohost, ticket};
}
template <>
AnswerLocked sample<AnswerLocked>() {
  return {3, ChoiceAnswer{{0, 2}}, 32};
}
template <>
OwnResult sample<OwnResult>() {
  return {3, true, true, 32, 947, 2750, 3, 1, 310, 3};
}
template <>
ProgressCounted sample<ProgressCounted>() {
  return {3, 306, 308};
}
template <>
ExamOpened sample<ExamOpened>() {
  return {65, instant_from_micros(70'000'000), instant_from_micros(7'870'000'000)};
}
template <>
PaperQuestion sample<PaperQuestion>() {
  return {sample<QuestionAnnounced>(), sample<QuestionAsked>()};
}
template <>
ExamResult sample<ExamResult>() {
  return {{49, 65, 754, 656, 831}, {{ExamDomain::Secure, {16, 20, 800, 621, 907}}}, 779, 690, 848, 720};
}
template <>
ClassReported sample<ClassReported>() {
  ClassReported report;
  report.whole = {65, 1'950, 1'300, 667, 620, 711};
  report.domains = {{ExamDomain::Secure, {20, 600, 430, 717, 633, 786}}, {ExamDomain::General, {1, 30, 9, 300, 0, 790}}};
  report.missed = {{12, ExamDomain::Resilient, "¿Cuál es el RPO?", 24, 3}, {65, ExamDomain::Secure, "Which key?", 20, 0}};
  report.rows = {{{2}, 60, 931, true}, {{5}, 31, 529, false}};
  report.player_count = 30;
  report.handed_in_count = 28;
  report.passed_count = 17;
  report.pass_mark = 720;
  report.unscored_count = 15;
  return report;
}
template <>
QuestionReviewed sample<QuestionReviewed>() {
  return {sample<QuestionAnnounced>(), sample<QuestionAsked>(), sample<QuestionRevealed>(), NumericAnswer{400'000'000},
          sample<OwnResult>()};
}

std::vector<ServerSample> told_samples() {
  QuestionAnnounced announced = sample<QuestionAnnounced>();
  announced.only_in = Language::Spanish;
  const FairnessReported fairness{
      {{{2}, 10, 9, 1'234, 1, 180, 260, 1, 2, 9}, {{3}, 10, 0, 0, 0, 0, 0, 2, 1}}, 2, 2'250, 250, 100};
  return {
      {"seat_fairness_reported_error", SeatEvent{344, fairness}},
      {"seat_class_reported", SeatEvent{345, sample<ClassReported>()}},
      {"room_question_announced_only_in", RoomEvent{346, announced}},
  };
}

}  // namespace certamen::proto_test
