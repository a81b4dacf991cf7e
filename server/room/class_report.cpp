#include <algorithm>

#include "server/exam/class_result.hpp"
#include "server/exam/exam_result.hpp"
#include "server/room/room.hpp"

namespace certamen::room {

wire::ClassReported Room::class_report(wire::Language language) const {
  std::vector<exam::ClassQuestion> questions;
  for (std::uint32_t number = 1; number <= paper_.questions.size(); ++number) {
    if (!rulings_[number - 1].counts()) continue;
    exam::ClassQuestion& each = questions.emplace_back(exam::ClassQuestion{number, question(number).domain, 0, 0});
    for (const auto& [id, member] : members_) {
      if (!member.plays) continue;
      const auto& given = member.given[number - 1];
      if (!given) ++each.blank_count;
      if (given && given->right()) ++each.right_count;
    }
  }
  wire::ClassReported report = exam::class_result(questions, player_count());
  for (wire::MissedQuestion& missed : report.missed) missed.prompt = question(missed.number).prompt.in(language);
  for (const wire::RankingRow& row : ranking_rows(wire::seats_per_room_max)) {
    const wire::ExamResult own = exam_result(members_.at(row.seat));
    const bool handed_in = desk_.sheet(row.seat).handed_in;
    report.rows.push_back({row.seat, own.whole.right_count, own.scaled_estimate, handed_in});
    if (own.scaled_estimate >= report.pass_mark) ++report.passed_count;
    if (handed_in) ++report.handed_in_count;
    report.unscored_count = own.unscored_count;
  }
  return report;
}

// To hosts only: it says of each player how well it did.
void Room::tell_class_report(Effects& effects) const {
  if (!is_exam() || revealed_count_ == 0) return;
  const auto hears = [](const auto& entry) { return entry.second.role == wire::Role::Host && entry.second.connected; };
  if (std::none_of(members_.begin(), members_.end(), hears)) return;
  TellSeat told;
  for (std::size_t i = 0; i < wire::language_count; ++i) {
    told.by_language.push_back(private_fact(class_report(static_cast<wire::Language>(i))));
  }
  for (const auto& [id, member] : members_) {
    if (member.role != wire::Role::Host || !member.connected) continue;
    told.seat = id;
    effects.emplace_back(told);
  }
}

}  // namespace certamen::room
