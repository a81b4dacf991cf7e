#include <limits>

#include "tests/unit/proto/message_generator.hpp"

namespace certamen::proto_test {
namespace {

constexpr std::uint32_t any_max = std::numeric_limits<std::uint32_t>::max();

}  // namespace

wire::RosterEntry MessageGenerator::roster_entry() {
  return {seat(), text(wire::name_bytes_max), one_of(wire::Role::Spectator), yes(), yes(),
          yes(),  number(0, wire::teams_max)};
}

wire::QuestionAnnounced MessageGenerator::announced() {
  wire::QuestionAnnounced fact;
  fact.number = number(1, wire::questions_per_match_max);
  fact.total = number(fact.number, wire::questions_per_match_max);
  fact.kind = one_of(wire::QuestionKind::ShortText);
  fact.domain = one_of(wire::ExamDomain::CostOptimized);
  fact.difficulty = number(1, 5);
  fact.topic_title = text(wire::text_bytes_max);
  fact.prompt = text(wire::text_bytes_max);
  fact.opens_at = instant();
  if (yes()) fact.only_in = one_of(wire::Language::Spanish);
  return fact;
}

wire::QuestionAsked MessageGenerator::asked() {
  wire::QuestionAsked fact;
  fact.number = number(1, wire::questions_per_match_max);
  fact.options.resize(between(0, wire::options_max));
  for (std::string& option : fact.options) option = text(wire::text_bytes_max);
  fact.choose = number(1, wire::options_max);
  fact.unit = text(wire::text_bytes_max);
  const wire::Instant one = instant();
  const wire::Instant other = instant();
  fact.opens_at = std::min(one, other);
  fact.closes_at = std::max(one, other);
  fact.points_possible = number(0, any_max);
  fact.shuffle_seed = between(0, UINT64_MAX);
  fact.matches.resize(between(0, wire::options_max));
  for (std::string& match : fact.matches) match = text(wire::text_bytes_max);
  fact.vote = number(1, 2);
  return fact;
}

wire::QuestionRevealed MessageGenerator::revealed() {
  wire::QuestionRevealed fact;
  fact.number = number(1, wire::questions_per_match_max);
  fact.key = options(0);
  fact.numeric_key_micros = any_signed();
  fact.numeric_tolerance_micros = any_signed();
  fact.picks_by_option.resize(between(0, wire::options_max));
  for (std::uint32_t& picks : fact.picks_by_option) picks = number(0, any_max);
  fact.numeric_picks.resize(between(0, wire::options_max));
  for (wire::NumericCount& pick : fact.numeric_picks) {
    pick = {any_signed(), number(0, any_max), text(wire::text_bytes_max)};
  }
  fact.reasons.resize(between(0, wire::options_max));
  for (std::string& reason : fact.reasons) reason = text(wire::text_bytes_max);
  fact.answered_count = number(0, any_max);
  fact.right_count = number(0, any_max);
  fact.player_count = number(0, any_max);
  fact.explanation = text(wire::text_bytes_max);
  fact.notes.resize(between(0, wire::notes_per_question_max));
  for (wire::NoteShown& note : fact.notes) {
    note = {text(wire::text_bytes_max), text(wire::text_bytes_max), text(16), text(128)};
  }
  fact.continues_at = instant();
  fact.text_key.resize(between(0, wire::spellings_max));
  for (std::string& spelling : fact.text_key) spelling = text(wire::text_answer_bytes_max);
  fact.text_picks.resize(between(0, wire::options_max));
  for (wire::TextCount& pick : fact.text_picks) {
    pick = {text(wire::text_answer_bytes_max), number(0, any_max), text(wire::text_bytes_max)};
  }
  fact.voided = yes();
  fact.unscored = yes();
  fact.key_corrected = yes();
  fact.first_picks_by_option.resize(between(0, wire::options_max));
  for (std::uint32_t& picks : fact.first_picks_by_option) picks = number(0, any_max);
  fact.first_answered_count = number(0, any_max);
  fact.first_right_count = number(0, any_max);
  return fact;
}

std::vector<wire::TeamRow> MessageGenerator::teams() {
  std::vector<wire::TeamRow> rows(between(0, wire::teams_max));
  for (wire::TeamRow& row : rows) {
    row = {number(1, wire::teams_max), number(1, wire::teams_max), any_signed(), number(0, any_max)};
  }
  return rows;
}

wire::DiscussionOpened MessageGenerator::discussion() {
  return {number(1, wire::questions_per_match_max), instant()};
}

wire::TeamVotes MessageGenerator::team_votes() {
  wire::TeamVotes votes;
  votes.number = number(1, wire::questions_per_match_max);
  votes.team = number(1, wire::teams_max);
  votes.member_count = number(0, any_max);
  votes.answered_count = number(0, any_max);
  votes.picks_by_option.resize(between(0, wire::options_max));
  for (std::uint32_t& picks : votes.picks_by_option) picks = number(0, any_max);
  votes.numeric_picks.resize(between(0, wire::options_max));
  for (wire::NumericCount& pick : votes.numeric_picks) pick = {any_signed(), number(0, any_max), {}};
  votes.text_picks.resize(between(0, wire::options_max));
  for (wire::TextCount& pick : votes.text_picks) pick = {text(wire::text_answer_bytes_max), number(0, any_max), {}};
  return votes;
}

wire::AllowanceChanged MessageGenerator::allowance() {
  return {seat(), one_of(wire::Allowance::Twice)};
}

wire::RankingRow MessageGenerator::row() {
  wire::RankingRow row;
  row.seat = seat();
  row.name = text(wire::name_bytes_max);
  row.rank = number(1, wire::seats_per_room_max);
  row.previous_rank = number(0, wire::seats_per_room_max);
  row.points = any_signed();
  row.points_gained = any_signed();
  row.right_count = number(0, any_max);
  return row;
}

std::vector<wire::RankingRow> MessageGenerator::rows() {
  std::vector<wire::RankingRow> rows(between(0, wire::ranking_rows_max));
  for (wire::RankingRow& one : rows) one = row();
  return rows;
}

wire::RankingShown MessageGenerator::ranking() {
  wire::RankingShown fact;
  fact.after_question = number(0, wire::questions_per_match_max);
  fact.rows = rows();
  fact.player_count = number(0, any_max);
  fact.continues_at = instant();
  fact.teams = teams();
  fact.frozen = yes();
  return fact;
}

wire::MatchFinished MessageGenerator::finished() {
  wire::MatchFinished fact;
  fact.rows = rows();
  fact.player_count = number(0, any_max);
  fact.question_count = number(0, wire::questions_per_match_max);
  fact.fastest_seat = {number(0, any_max)};
  fact.fastest_tenths = number(0, any_max);
  fact.streak_seat = {number(0, any_max)};
  fact.streak_length = number(0, any_max);
  fact.voided = question_numbers();
  fact.key_corrected = question_numbers();
  fact.skipped = question_numbers();
  fact.teams = teams();
  fact.resolver.resize(between(0, wire::ranking_rows_max));
  for (wire::ResolverStep& step : fact.resolver) {
    step = {seat(), number(0, wire::seats_per_room_max), any_signed(), number(1, wire::seats_per_room_max), any_signed()};
  }
  return fact;
}

std::vector<std::uint32_t> MessageGenerator::question_numbers() {
  std::vector<std::uint32_t> numbers(between(0, wire::questions_per_match_max));
  for (std::uint32_t& one : numbers) one = number(1, wire::questions_per_match_max);
  return numbers;
}

wire::RankingCorrected MessageGenerator::corrected() {
  wire::RankingCorrected fact;
  fact.question_number = number(1, wire::questions_per_match_max);
  fact.correction = one_of(wire::Correction::KeyCorrected);
  fact.rows.resize(between(0, wire::ranking_rows_max));
  for (wire::CorrectedRow& one : fact.rows) {
    one = {seat(), number(0, wire::seats_per_room_max), any_signed(), number(0, wire::seats_per_room_max), any_signed()};
  }
  fact.revealed = revealed();
  return fact;
}

wire::AnswerLocked MessageGenerator::locked() {
  wire::AnswerLocked fact;
  fact.question_number = number(1, wire::questions_per_match_max);
  fact.answer = answer();
  fact.answer_tenths = number(0, any_max);
  fact.certainty = certainty();
  fact.vote = number(1, 2);
  return fact;
}

wire::OwnResult MessageGenerator::result() {
  wire::OwnResult fact;
  fact.question_number = number(1, wire::questions_per_match_max);
  fact.answered = yes();
  fact.right = yes();
  fact.answer_tenths = number(0, any_max);
  fact.points_gained = any_signed();
  fact.points = any_signed();
  fact.streak = number(0, any_max);
  fact.rank = number(0, any_max);
  fact.player_count = number(0, any_max);
  fact.right_count = number(0, any_max);
  fact.credit_thousandths = number(0, 1000);
  fact.bonus = any_signed();
  fact.certainty = certainty();
  return fact;
}

wire::FairnessReported MessageGenerator::fairness() {
  wire::FairnessReported fact;
  fact.rows.resize(between(0, wire::ranking_rows_max));
  for (wire::FairnessRow& row : fact.rows) {
    row = {seat(),
           number(0, any_max),
           number(0, any_max),
           number(0, any_max),
           number(0, any_max),
           number(0, any_max),
           number(0, any_max),
           number(0, any_max),
           number(0, any_max),
           number(0, any_max)};
  }
  fact.ranks_changed = number(0, any_max);
  fact.quota_ms = number(0, any_max);
  fact.player_count = number(0, any_max);
  fact.error_ms = number(0, any_max);
  return fact;
}

wire::QuestionReviewed MessageGenerator::reviewed() {
  wire::QuestionReviewed fact{announced(), asked(), revealed(), std::nullopt, std::nullopt};
  if (yes()) fact.own_answer = answer();
  if (yes()) fact.own_result = result();
  if (yes()) fact.own_first_answer = answer();
  return fact;
}

wire::Snapshot MessageGenerator::snapshot() {
  wire::Snapshot snapshot;
  snapshot.sequence = between(0, UINT64_MAX);
  snapshot.settings = settings();
  snapshot.phase = one_of(wire::Phase::Discussing);
  if (yes()) snapshot.paused = wire::RoomPaused{one_of(wire::PauseReason::StorageFailing), instant()};
  snapshot.roster.resize(between(0, wire::seats_per_room_max));
  for (wire::RosterEntry& entry : snapshot.roster) entry = roster_entry();
  if (yes()) snapshot.announced = announced();
  if (yes()) snapshot.asked = asked();
  if (yes()) snapshot.own_answer = locked();
  if (yes()) snapshot.revealed = revealed();
  if (yes()) snapshot.own_result = result();
  if (yes()) snapshot.ranking = ranking();
  if (yes()) snapshot.finished = finished();
  snapshot.points_rules.resize(between(0, wire::points_rules_max));
  for (wire::PointsRule& rule : snapshot.points_rules) {
    rule = {one_of(wire::Rule::UnscoredItems), any_signed(), any_signed()};
  }
  if (yes()) snapshot.fairness = fairness();
  snapshot.locked = yes();
  if (!always_largest_ && yes()) show_exam(snapshot);
  if (yes()) snapshot.discussion = discussion();
  if (yes()) snapshot.team_votes = team_votes();
  if (yes()) snapshot.first_answer = locked();
  snapshot.allowances.resize(between(0, wire::seats_per_room_max));
  for (wire::AllowanceChanged& each : snapshot.allowances) each = allowance();
  if (!always_largest_ && yes()) snapshot.frozen_ranking = ranking();
  return snapshot;
}

wire::Snapshot MessageGenerator::largest_snapshot() {
  always_largest_ = true;
  wire::Snapshot largest = snapshot();
  largest.ranking.reset();  // the final standings stand in its place
  always_largest_ = false;
  return largest;
}

wire::Snapshot MessageGenerator::largest_exam_snapshot() {
  always_largest_ = true;
  wire::Snapshot largest = snapshot();
  show_exam(largest);
  always_largest_ = false;
  return largest;
}

// An exam has no open question.
void MessageGenerator::show_exam(wire::Snapshot& snapshot) {
  snapshot.announced.reset();
  snapshot.asked.reset();
  snapshot.own_answer.reset();
  snapshot.revealed.reset();
  snapshot.own_result.reset();
  snapshot.ranking.reset();
  snapshot.exam = exam();
  snapshot.first_question = number(1, wire::questions_per_match_max + 1);
  snapshot.exam_result = exam_result();
  snapshot.class_report = class_report();
  wire::OwnExam own;
  own.answers.resize(between(0, wire::questions_per_match_max));
  for (wire::AnswerLocked& answer : own.answers) answer = locked();
  own.flags.resize(between(0, wire::questions_per_match_max));
  for (std::uint32_t& flag : own.flags) flag = number(1, wire::questions_per_match_max);
  own.handed_in = yes();
  snapshot.own_exam = own;
}

wire::ExamOpened MessageGenerator::exam() {
  return {number(1, wire::questions_per_match_max), instant(), instant()};
}

wire::ExamShare MessageGenerator::exam_share() {
  wire::ExamShare share;
  share.question_count = number(0, wire::questions_per_match_max);
  share.right_count = number(0, share.question_count);
  share.right_thousandths = number(0, 1000);
  share.low_thousandths = number(0, 1000);
  share.high_thousandths = number(0, 1000);
  return share;
}

wire::ExamResult MessageGenerator::exam_result() {
  wire::ExamResult result;
  result.whole = exam_share();
  result.domains.resize(between(0, wire::exam_domain_count));
  for (wire::DomainResult& domain : result.domains) domain = {one_of(wire::ExamDomain::General), exam_share()};
  result.scaled_estimate = number(0, 1000);
  result.scaled_low = number(0, 1000);
  result.scaled_high = number(0, 1000);
  result.pass_mark = number(0, 1000);
  result.unscored_count = number(0, wire::questions_per_match_max);
  return result;
}

wire::ClassShare MessageGenerator::class_share() {
  wire::ClassShare share;
  share.question_count = number(0, wire::questions_per_match_max);
  share.answer_count = number(0, wire::questions_per_match_max * wire::seats_per_room_max);
  share.right_count = number(0, share.answer_count);
  share.right_thousandths = number(0, 1000);
  share.low_thousandths = number(0, 1000);
  share.high_thousandths = number(0, 1000);
  return share;
}

wire::ClassReported MessageGenerator::class_report() {
  wire::ClassReported report;
  report.whole = class_share();
  report.domains.resize(between(0, wire::exam_domain_count));
  for (wire::ClassDomain& domain : report.domains) domain = {one_of(wire::ExamDomain::General), class_share()};
  report.missed.resize(between(0, wire::missed_questions_max));
  for (wire::MissedQuestion& missed : report.missed) {
    missed = {number(1, wire::questions_per_match_max), one_of(wire::ExamDomain::General), text(wire::text_bytes_max),
              number(0, wire::seats_per_room_max), number(0, wire::seats_per_room_max)};
  }
  report.rows.resize(between(0, wire::seats_per_room_max));
  for (wire::ClassRow& row : report.rows) {
    row = {seat(), number(0, wire::questions_per_match_max), number(0, 1000), yes()};
  }
  report.player_count = number(0, wire::seats_per_room_max);
  report.handed_in_count = number(0, wire::seats_per_room_max);
  report.passed_count = number(0, wire::seats_per_room_max);
  report.pass_mark = number(0, 1000);
  report.unscored_count = number(0, wire::questions_per_match_max);
  return report;
}

wire::RoomFact MessageGenerator::room_fact(std::size_t kind) {
  switch (kind) {
    case 0: {
      wire::RosterChanged changed;
      changed.changed.resize(between(0, wire::seats_per_room_max));
      for (wire::RosterEntry& entry : changed.changed) entry = roster_entry();
      changed.gone.resize(between(0, wire::seats_per_room_max));
      for (wire::SeatId& gone : changed.gone) gone = seat();
      return changed;
    }
    case 1: return wire::MatchStarted{};
    case 2: return announced();
    case 3: return asked();
    case 4: return revealed();
    case 5: return ranking();
    case 6: return finished();
    case 7: return wire::RoomPaused{one_of(wire::PauseReason::StorageFailing), instant()};
    case 8: return wire::RoomResumed{instant(), instant(), instant()};
    case 9: return wire::QuestionExtended{number(1, wire::questions_per_match_max), instant()};
    case 10: return wire::QuestionSkipped{number(1, wire::questions_per_match_max)};
    case 11: return corrected();
    case 12: return wire::RoomLockChanged{yes()};
    case 13: return exam();
    default: return discussion();  // the tests prove that every kind is drawn
  }
}

wire::SeatFact MessageGenerator::seat_fact(std::size_t kind) {
  switch (kind) {
    case 0: return locked();
    case 1: return result();
    case 2: return wire::ProgressCounted{number(1, wire::questions_per_match_max), number(0, any_max), number(0, any_max)};
    case 3: return reviewed();
    case 4: return fairness();
    case 5: {
      wire::RightsChanged rights{one_of(wire::Rights::Host), {}};
      if (yes()) rights.ticket = ticket();
      return rights;
    }
    case 6: return wire::PaperQuestion{announced(), asked()};
    case 7: return wire::QuestionFlagged{number(1, wire::questions_per_match_max), yes()};
    case 8: return wire::PaperHandedIn{};
    case 9: return exam_result();
    case 10: return team_votes();
    case 11: return allowance();
    case 12: return wire::FrozenRanking{ranking()};
    default: return class_report();  // as above
  }
}

}  // namespace certamen::proto_test
