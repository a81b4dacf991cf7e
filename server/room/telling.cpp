#include <algorithm>

#include "proto/wire/require.hpp"
#include "server/exam/grade.hpp"
#include "server/exam/keyed_hash.hpp"
#include "server/room/room.hpp"

namespace certamen::room {

void Room::broadcast(wire::RoomFact fact, Effects& effects) {
  ++sequence_;
  effects.emplace_back(Broadcast{{wire::RoomEvent{sequence_, std::move(fact)}}});
}

wire::ServerMessage Room::private_fact(wire::SeatFact fact) const {
  return wire::SeatEvent{sequence_, std::move(fact)};
}

const exam::Question& Room::question(std::uint32_t number) const {
  wire::require(number >= 1 && number <= paper_.questions.size(), "the paper has this question");
  return paper_.questions[number - 1];
}

std::uint32_t Room::seconds_allowed(std::uint32_t number) const {
  const std::uint32_t own = settings_.answer_seconds != 0 ? settings_.answer_seconds : question(number).seconds;
  return own + rulings_[number - 1].extended_seconds;
}

wire::RosterEntry Room::roster_entry(const Member& member) const {
  return {member.id,
          member.name,
          member.role,
          member.plays,
          member.connected,
          member.cohost_digest.has_value(),
          teams_.team_of(member.id)};
}

wire::QuestionAnnounced Room::announced(std::uint32_t number, wire::Language language) const {
  const exam::Question& subject = question(number);
  wire::QuestionAnnounced fact;
  fact.number = number;
  fact.total = static_cast<std::uint32_t>(paper_.questions.size());
  fact.kind = subject.kind;
  fact.domain = subject.domain;
  fact.difficulty = subject.difficulty;
  fact.topic_title = subject.topic_title.in(language);
  fact.prompt = subject.prompt.in(language);
  fact.only_in = subject.only_in;
  if (number == number_) {
    if (const auto* reading = std::get_if<Reading>(&phase_)) fact.opens_at = reading->opens_at;
    if (const auto* asking = std::get_if<Asking>(&phase_)) fact.opens_at = asking->opens_at;
  }
  return fact;
}

wire::QuestionAsked Room::asked(std::uint32_t number, wire::Language language) const {
  const exam::Question& subject = question(number);
  wire::QuestionAsked fact;
  fact.number = number;
  for (const exam::Option& option : subject.options) fact.options.push_back(option.text.in(language));
  const std::uint32_t asked_for = rulings_[number - 1].choose;
  fact.choose = asked_for != 0 ? asked_for : exam::right_option_count(subject);
  fact.unit = subject.numeric.unit.in(language);
  fact.points_possible = static_cast<std::uint32_t>(policy().possible());
  for (const exam::LocalText& match : subject.matches) fact.matches.push_back(match.in(language));
  // Not from seed_, which also draws the paper, and so that the seeds seen tell nothing of those to come.
  fact.shuffle_seed = exam::keyed_hash(opening_secret(), number);
  const auto* asking = std::get_if<Asking>(&phase_);
  if (number == number_ && asking != nullptr) {
    fact.opens_at = asking->opens_at;
    fact.closes_at = asking->closes_at;
    fact.vote = asking->vote;
  }
  return fact;
}

// The host's digest is as secret as the ticket behind it, and is in the journal.
exam::HashKey Room::opening_secret() const {
  exam::HashKey secret{};
  for (std::size_t i = 0; i < sizeof(secret); ++i) secret[i / 8] = secret[i / 8] << 8U | opening_digest_[i];
  return secret;
}

wire::AnswerLocked Room::answer_locked(const Given& given, std::uint32_t number, std::uint32_t vote) {
  return {number, given.answer, given.tenths, given.certainty, vote};
}

wire::OwnResult Room::own_result(const Member& member, std::uint32_t number) const {
  wire::OwnResult fact;
  fact.question_number = number;
  if (const auto& given = member.given[number - 1]) {
    fact.answered = true;
    fact.right = given->right();
    fact.answer_tenths = given->tenths;
    fact.points_gained = given->earned.points;
    fact.bonus = given->earned.bonus;
    fact.credit_thousandths = exam::thousandths(given->credit);
    fact.certainty = given->certainty;
  }
  fact.points = member.standing.points;
  fact.streak = member.streak;
  const wire::RankingRow* shown = freezing_.shown_row(member.id);
  fact.rank = standings_are_frozen() ? (shown != nullptr ? shown->rank : 0) : member.rank;
  fact.player_count = player_count();
  fact.right_count = member.standing.right_count;
  return fact;
}

wire::Snapshot Room::snapshot(wire::SeatId seat, wire::Language language) const {
  const Member& member = members_.at(seat);
  wire::Snapshot snapshot;
  snapshot.sequence = sequence_;
  snapshot.settings = settings_;
  snapshot.phase = phase();
  snapshot.points_rules = policy().rules();
  snapshot.locked = locked_;
  if (pause_) snapshot.paused = wire::RoomPaused{pause_->reason, pause_->since};
  for (const auto& [id, other] : members_) snapshot.roster.push_back(roster_entry(other));
  const bool asking = std::holds_alternative<Asking>(phase_);
  const bool revealing = std::holds_alternative<Revealing>(phase_);
  const bool discussing = std::holds_alternative<Discussing>(phase_);
  if (asking || revealing || discussing || std::holds_alternative<Reading>(phase_)) {
    snapshot.announced = announced(number_, language);
    if (!std::holds_alternative<Reading>(phase_)) snapshot.asked = asked(number_, language);
    if (const auto& given = member.given[number_ - 1]) {
      snapshot.own_answer = answer_locked(*given, number_, vote());
    }
    const bool voted_first = member.first_votes.size() >= number_ && member.first_votes[number_ - 1];
    if (voted_first) snapshot.first_answer = answer_locked(*member.first_votes[number_ - 1], number_);
  }
  if (discussing) {
    snapshot.discussion = discussion();
    snapshot.team_votes = team_votes(seat);
  }
  snapshot.allowances = allowances_seen_by(member);
  snapshot.first_question = member.first_question;
  if (sees_frozen_ranking(member)) snapshot.frozen_ranking = true_ranking();
  if (revealing) snapshot.revealed = revealed(number_, language);
  if (last_scored() > 0 && member.plays && !is_exam()) snapshot.own_result = own_result(member, last_scored());
  if (revealed_count_ > 0 && member.plays && is_exam()) snapshot.exam_result = exam_result(member);
  if (std::holds_alternative<Examining>(phase_)) {
    snapshot.exam = exam_opened();
    if (member.plays) snapshot.own_exam = own_exam(member);
  }
  if (std::holds_alternative<Ranking>(phase_)) snapshot.ranking = ranking_shown();
  if (std::holds_alternative<Finished>(phase_)) snapshot.finished = match_finished(wire::ranking_rows_max);
  if (snapshot.finished && member.role == wire::Role::Host) snapshot.fairness = fairness_told();
  const bool of_class = snapshot.finished && member.role == wire::Role::Host && is_exam() && revealed_count_ > 0;
  if (of_class) snapshot.class_report = class_report(language);
  return snapshot;
}

}  // namespace certamen::room
