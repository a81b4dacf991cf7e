#include "server/exam/score.hpp"

#include <algorithm>

#include "server/exam/ranking.hpp"

namespace certamen::exam {
namespace {

// Both at least 0.
std::int64_t rounded(std::int64_t numerator, std::int64_t denominator) {
  return (2 * numerator + denominator) / (2 * denominator);
}

}  // namespace

CertaintyMarks marks_of(wire::Certainty certainty) {
  switch (certainty) {
    case wire::Certainty::Low: return {100, 0};
    case wire::Certainty::Middle: return {200, -200};
    case wire::Certainty::High: return {300, -600};
  }
  return {};
}

std::uint32_t answer_tenths(wire::Instant opens_at, wire::Instant answered_at) {
  return answered_at <= opens_at ? 0 : static_cast<std::uint32_t>((answered_at - opens_at) / time_step);
}

std::uint32_t thousandths(const Credit& credit) {
  return static_cast<std::uint32_t>(rounded(std::int64_t{credit.part} * 1000, credit.whole));
}

Policy::Policy(const wire::RoomSettings& settings)
    : scoring_(settings.scoring),
      streak_bonus_(settings.streak_bonus && knows_options()),
      partial_credit_(settings.partial_credit && knows_options()),
      penalty_percent_(knows_options() ? settings.penalty_percent : 0),
      kinds_(settings.kinds),
      discuss_seconds_(settings.discuss_seconds),
      in_teams_(settings.team_count != 0),
      unscored_count_(settings.exam_unscored_count) {}

bool Policy::knows_options() const {
  return scoring_ == wire::Scoring::Speed || scoring_ == wire::Scoring::Accuracy;
}

std::int64_t Policy::possible() const {
  return scoring_ == wire::Scoring::Certainty ? marks_of(wire::Certainty::High).right : points_possible;
}

std::int64_t Policy::penalty() const {
  return points_possible * penalty_percent_ / 100;
}

// Without penalty and bonus.
std::int64_t Policy::worth(const Attempt& attempt) const {
  Credit credit = attempt.credit;
  if (!partial_credit_) credit = {credit.full() ? 1U : 0U, 1};
  switch (scoring_) {
    case wire::Scoring::Speed: {
      const std::int64_t double_allowed = 2 * std::max<std::int64_t>(attempt.allowed_tenths, 1);
      std::int64_t spent = std::min<std::int64_t>(attempt.tenths, double_allowed / 2);
      if (attempt.tenths < full_points_tenths) spent = 0;
      return rounded(points_possible * (double_allowed - spent) * credit.part, double_allowed * credit.whole);
    }
    case wire::Scoring::Accuracy: return rounded(points_possible * credit.part, credit.whole);
    case wire::Scoring::Certainty: {
      const CertaintyMarks marks = marks_of(attempt.certainty.value_or(wire::Certainty::Low));
      return credit.full() ? marks.right : marks.wrong;
    }
    case wire::Scoring::Exam: return credit.full() ? points_possible : 0;
  }
  return 0;
}

Earned Policy::earned(const Attempt& attempt) const {
  Earned earned{worth(attempt), 0};
  const bool earns_nothing = partial_credit_ ? attempt.credit.part == 0 : !attempt.credit.full();
  if (earns_nothing) earned.points -= penalty();
  if (streak_bonus_ && attempt.streak > 1) {
    earned.bonus = std::min(streak_points_max, streak_step_points * (std::int64_t{attempt.streak} - 1));
  }
  earned.points += earned.bonus;
  return earned;
}

bool Policy::asks(wire::QuestionKind kind) const {
  return kinds_.empty() || std::find(kinds_.begin(), kinds_.end(), kind) != kinds_.end();
}

void Policy::add_worths(std::vector<wire::PointsRule>& rules) const {
  switch (scoring_) {
    case wire::Scoring::Speed: {
      Attempt slowest{{1, 1}, full_points_tenths, full_points_tenths, 1, std::nullopt};
      rules.push_back({wire::Rule::RightAtOnce, points_possible, full_points_tenths});
      rules.push_back({wire::Rule::RightAtLast, worth(slowest), 0});
      break;
    }
    case wire::Scoring::Accuracy:
    case wire::Scoring::Exam: rules.push_back({wire::Rule::Right, points_possible, 0}); break;
    case wire::Scoring::Certainty: {
      const auto add = [&rules](wire::Rule rule, wire::Certainty certainty) {
        rules.push_back({rule, marks_of(certainty).right, marks_of(certainty).wrong});
      };
      add(wire::Rule::LowCertainty, wire::Certainty::Low);
      add(wire::Rule::MiddleCertainty, wire::Certainty::Middle);
      add(wire::Rule::HighCertainty, wire::Certainty::High);
      return;
    }
  }
  rules.push_back({wire::Rule::Wrong, -penalty(), 0});
}

void Policy::add_partial_credit(std::vector<wire::PointsRule>& rules) const {
  if (!partial_credit_) return;
  if (asks(wire::QuestionKind::MultipleResponse)) {
    rules.push_back({wire::Rule::PartialMultiple, std::int64_t{wrong_options_for_partial_credit}, 0});
  }
  if (asks(wire::QuestionKind::Ordering)) rules.push_back({wire::Rule::PartialOrdering, 0, 0});
  if (asks(wire::QuestionKind::Matching)) rules.push_back({wire::Rule::PartialMatching, 0, 0});
}

std::vector<wire::PointsRule> Policy::rules() const {
  std::vector<wire::PointsRule> rules;
  add_worths(rules);
  add_partial_credit(rules);
  if (streak_bonus_) rules.push_back({wire::Rule::StreakBonus, streak_step_points, streak_points_max});
  if (time_breaks_ties(scoring_)) rules.push_back({wire::Rule::TiesByTime, 1, 0});
  if (discuss_seconds_ != 0) rules.push_back({wire::Rule::SecondVote, discuss_seconds_, 0});
  if (in_teams_) rules.push_back({wire::Rule::TeamMean, 0, 0});
  if (unscored_count_ != 0) rules.push_back({wire::Rule::UnscoredItems, unscored_count_, 0});
  return rules;
}

}  // namespace certamen::exam
