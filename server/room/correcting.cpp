#include <algorithm>

#include "server/exam/correct.hpp"
#include "server/room/room.hpp"

namespace certamen::room {

bool Room::may_correct(std::uint32_t number) const {
  if (number == 0 || number > revealed_count_) return false;
  return !rulings_[number - 1].skipped && !rulings_[number - 1].voided;
}

std::optional<wire::Refusal> Room::obey(const wire::VoidQuestion& order, const Commanded&, wire::Instant, Effects& effects) {
  if (!may_correct(order.question_number)) return wire::Refusal::WrongPhase;
  rulings_[order.question_number - 1].voided = true;
  correct(order.question_number, wire::Correction::Voided, effects);
  return std::nullopt;
}

std::optional<wire::Refusal> Room::obey(const wire::CorrectKey& order, const Commanded&, wire::Instant, Effects& effects) {
  if (!may_correct(order.question_number)) return wire::Refusal::WrongPhase;
  exam::Question& subject = paper_.questions[order.question_number - 1];
  auto corrected = exam::with_key(subject, order);
  if (!corrected) return wire::Refusal::KeyInvalid;
  Ruling& ruling = rulings_[order.question_number - 1];
  if (ruling.choose == 0) ruling.choose = exam::right_option_count(subject);
  ruling.key_corrected = true;
  subject = *std::move(corrected);
  correct(order.question_number, wire::Correction::KeyCorrected, effects);
  return std::nullopt;
}

void Room::correct(std::uint32_t number, wire::Correction correction, Effects& effects) {
  wire::RankingCorrected fact{number, correction, {}, {}};
  const std::vector<wire::CorrectedRow> before = standings_seen();
  rescore();
  note_standings_again();
  for (const wire::CorrectedRow& row : standings_seen()) {
    const auto old = std::find_if(before.begin(), before.end(), [&](const auto& each) { return each.seat == row.seat; });
    if (old == before.end() || (old->rank == row.rank && old->points == row.points)) continue;
    fact.rows.push_back({row.seat, old->rank, old->points, row.rank, row.points});
  }
  std::stable_sort(fact.rows.begin(), fact.rows.end(),
                   [](const auto& left, const auto& right) { return left.rank < right.rank; });
  if (fact.rows.size() > wire::ranking_rows_max) fact.rows.resize(wire::ranking_rows_max);
  broadcast_localized(
      [&](wire::Language language) {
        fact.revealed = revealed(number, language);
        return fact;
      },
      effects);
  tell_own_results(effects);
  tell_standings(effects);
}

// As everyone may know them, new ranks and points only.
std::vector<wire::CorrectedRow> Room::standings_seen() const {
  std::vector<wire::CorrectedRow> seen;
  for (const auto& [id, member] : members_) {
    if (!member.plays) continue;
    if (!standings_are_frozen()) {
      seen.push_back({id, 0, 0, member.rank, member.standing.points});
    } else if (const wire::RankingRow* row = freezing_.shown_row(id)) {
      seen.push_back({id, 0, 0, row->rank, row->points});
    }
  }
  return seen;
}

// From the answers alone, as if every ruling had stood from the beginning.
void Room::rescore() {
  fastest_seat_ = {};
  fastest_tenths_ = 0;
  streak_seat_ = {};
  streak_length_ = 0;
  for (auto& [id, member] : members_) {
    member.standing = {id, 0, 0, 0};
    member.streak = 0;
    member.points_gained = 0;
  }
  const std::uint32_t last = last_scored();
  for (std::uint32_t number = 1; number <= last; ++number) {
    if (rulings_[number - 1].skipped) continue;
    if (number == last) rank_again(&Member::previous_rank);
    mark_answers(number);
  }
  rank_again(&Member::rank);
}

// Among those who had such a rank; who came later has none still.
void Room::rank_again(std::uint32_t Member::*place) {
  std::vector<exam::Standing> standings;
  for (const auto& [id, member] : members_) {
    if (member.plays && member.*place > 0) standings.push_back(member.standing);
  }
  for (const exam::Place& ranked : exam::rank(std::move(standings), settings_.scoring, ranking_error_tenths())) {
    members_.at(ranked.standing.seat).*place = ranked.rank;
  }
}

// The ranking or podium that everybody looks at, once more.
void Room::tell_standings(Effects& effects) {
  if (std::holds_alternative<Ranking>(phase_)) {
    broadcast(ranking_shown(), effects);
    tell_frozen_ranking(effects);
  }
  if (!std::holds_alternative<Finished>(phase_)) return;
  broadcast(match_finished(wire::ranking_rows_max), effects);
  if (!settings_.rehearsal) effects.emplace_back(KeepResults{*results()});
  tell_fairness(effects);
}

void Room::tell_own_results(Effects& effects) {
  const std::uint32_t last = last_scored();
  if (last == 0) return;
  for (const auto& [id, member] : members_) {
    if (!member.plays || !member.connected) continue;
    effects.emplace_back(
        SendSeat{id, is_exam() ? private_fact(exam_result(member)) : private_fact(own_result(member, last))});
  }
  tell_class_report(effects);
}

// The last question that was revealed; 0 when none was.
std::uint32_t Room::last_scored() const {
  std::uint32_t number = revealed_count_;
  while (number > 0 && rulings_[number - 1].skipped) --number;
  return number;
}

std::vector<std::uint32_t> Room::ruled(bool Ruling::*mark) const {
  std::vector<std::uint32_t> numbers;
  for (std::size_t i = 0; i < rulings_.size(); ++i) {
    if (rulings_[i].*mark) numbers.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return numbers;
}

}  // namespace certamen::room
