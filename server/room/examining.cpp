#include <algorithm>

#include "server/exam/exam_result.hpp"
#include "server/exam/fold.hpp"
#include "server/room/room.hpp"

namespace certamen::room {
namespace {

Effect rejected(wire::Refusal reason, std::uint32_t question_number = 0) {
  return Reply{wire::Rejected{reason, question_number}};
}

}  // namespace

void Room::open_exam(wire::Instant now, Effects& effects) {
  const std::size_t count = paper_.questions.size();
  const std::uint64_t seconds =
      settings_.exam_seconds != 0 ? settings_.exam_seconds : wire::exam_seconds_per_question * count;
  phase_ = Examining{now, now + std::chrono::seconds(seconds)};
  broadcast(exam_opened(), effects);
}

wire::ExamOpened Room::exam_opened() const {
  const auto& examining = std::get<Examining>(phase_);
  return {static_cast<std::uint32_t>(paper_.questions.size()), examining.opens_at, examining.closes_at};
}

// Common to everything a player may do to the own paper; `at` is when it was asked for.
std::optional<wire::Refusal> Room::paper_refusal_of(wire::SeatId seat, std::optional<std::uint32_t> number,
                                                    wire::Instant at) const {
  const auto found = members_.find(seat);
  if (found == members_.end()) return wire::Refusal::NotSeated;
  if (!found->second.plays) return wire::Refusal::NotAPlayer;
  const auto* examining = std::get_if<Examining>(&phase_);
  if (examining == nullptr) return wire::Refusal::WrongPhase;
  if (number && (*number == 0 || *number > paper_.questions.size())) return wire::Refusal::WrongPhase;
  if (desk_.sheet(seat).handed_in) return wire::Refusal::TooLate;
  if (at < examining->opens_at) return wire::Refusal::TooEarly;
  if (pause_ && at >= pause_->since) return wire::Refusal::WrongPhase;  // the clock that closes it stands still
  if (at > closes_for(seat, examining->opens_at, examining->closes_at)) return wire::Refusal::TooLate;
  if (desk_.sheet(seat).changes >= exam_changes_max) return wire::Refusal::TooFast;
  return std::nullopt;
}

// The last answer received in time counts, whatever the order in which threads hand them on.
void Room::answer_in_exam(const Answered& answered, Effects& effects) {
  const std::uint32_t number = answered.question_number;
  auto refusal = paper_refusal_of(answered.seat, number, answered.received_at);
  if (!refusal && !exam::fits(question(number), answered.answer)) refusal = wire::Refusal::AnswerInvalid;
  if (!refusal && answered.vote != 1) refusal = wire::Refusal::AnswerInvalid;  // an exam is voted on once
  if (!refusal && answered.certainty.has_value() != policy().asks_certainty()) refusal = wire::Refusal::AnswerInvalid;
  if (refusal) {
    effects.push_back(rejected(*refusal, number));
    return;
  }
  std::optional<Given>& given = members_.at(answered.seat).given[number - 1];
  const auto& received = desk_.sheet(answered.seat).received_at;
  const auto before = received.find(number);
  const bool overtaken = before != received.end() && before->second > answered.received_at;
  const bool same = given && given->answer == answered.answer && given->certainty == answered.certainty;
  if (!overtaken && !same) {
    effects.emplace_back(Record{});
    const std::uint32_t tenths = exam::answer_tenths(std::get<Examining>(phase_).opens_at, answered.received_at);
    given = Given{answered.answer, tenths, answered.certainty};
    given->received_tenths = tenths;
    given->allowance = allowances_.of(answered.seat);
    if (const auto* words = std::get_if<wire::TextAnswer>(&answered.answer)) given->folded = exam::folded(words->text);
    desk_.answer_kept(answered.seat, number, answered.received_at);
  }
  effects.emplace_back(Reply{private_fact(answer_locked(*given, number))});
}

void Room::on(const Flagged& flagged, wire::Instant now, Effects& effects) {
  if (const auto refusal = paper_refusal_of(flagged.seat, flagged.question_number, now)) {
    effects.push_back(rejected(*refusal, flagged.question_number));
    return;
  }
  if (desk_.sheet(flagged.seat).flags.contains(flagged.question_number) != flagged.flagged) {
    effects.emplace_back(Record{});
    desk_.flag(flagged.seat, flagged.question_number, flagged.flagged);
  }
  effects.emplace_back(Reply{private_fact(wire::QuestionFlagged{flagged.question_number, flagged.flagged})});
}

void Room::on(const HandedIn& handed_in, wire::Instant now, Effects& effects) {
  const auto refusal = paper_refusal_of(handed_in.seat, std::nullopt, now);
  if (desk_.sheet(handed_in.seat).handed_in && std::holds_alternative<Examining>(phase_)) {
    effects.emplace_back(Reply{private_fact(wire::PaperHandedIn{})});  // asked again: its acknowledgement was lost
  } else if (refusal && *refusal != wire::Refusal::TooFast) {
    effects.push_back(rejected(*refusal));
  } else {
    effects.emplace_back(Record{});
    desk_.hand_in(handed_in.seat);
    effects.emplace_back(Reply{private_fact(wire::PaperHandedIn{})});
    if (!progress_due_) progress_due_ = now + progress_delay;
    advance_if_due(now, effects);
  }
}

void Room::on(const PaperAsked& asked_for, wire::Instant, Effects& effects) {
  if (!members_.contains(asked_for.seat) || !std::holds_alternative<Examining>(phase_)) {
    effects.push_back(rejected(wire::Refusal::WrongPhase));
    return;
  }
  for (std::uint32_t number = 1; number <= paper_.questions.size(); ++number) {
    effects.emplace_back(
        Reply{private_fact(wire::PaperQuestion{announced(number, asked_for.language), asked(number, asked_for.language)})});
  }
}

// When nobody who may still work on a paper is left; nothing while somebody is connected and works, or while nobody has
// handed in. Who lost the connection has a while to return.
std::optional<wire::Instant> Room::all_handed_in_at() const {
  bool anybody = false;
  wire::Instant at{};
  for (const auto& [id, member] : members_) {
    if (!member.plays) continue;
    if (desk_.sheet(id).handed_in) {
      anybody = true;
    } else if (member.connected) {
      return std::nullopt;
    } else if (member.gone_since) {
      at = std::max(at, *member.gone_since + exam_return_time);
    }
  }
  if (!anybody) return std::nullopt;
  return at;
}

wire::Instant Room::exam_deadline(const Examining& examining) const {
  wire::Instant last = examining.closes_at;
  for (const auto& [seat, allowance] : allowances_.seats()) {
    const Member& member = members_.at(seat);
    if (desk_.sheet(seat).handed_in) continue;
    wire::Instant own = closes_for(seat, examining.opens_at, examining.closes_at);
    if (!member.connected && member.gone_since) own = std::min(own, *member.gone_since + exam_return_time);
    last = std::max(last, own);
  }
  const wire::Instant closed = last + letter_grace;
  return std::min(closed, all_handed_in_at().value_or(closed));
}

std::uint32_t Room::handed_in_count() const {
  const auto& sheets = desk_.sheets();
  return static_cast<std::uint32_t>(
      std::count_if(sheets.begin(), sheets.end(), [](const auto& entry) { return entry.second.handed_in; }));
}

// Marks every paper, tells everyone the standings and each player the own result.
void Room::finish_exam(wire::Instant now, Effects& effects) {
  number_ = static_cast<std::uint32_t>(paper_.questions.size());
  for (std::uint32_t number = 1; number <= number_; ++number) mark_answers(number);
  rank_players();
  revealed_count_ = number_;
  progress_due_.reset();
  if (deserted_since_) deserted_since_ = now;  // whoever returns finds the result
  finish(effects);
  for (const auto& [id, member] : members_) {
    if (member.plays && member.connected) effects.emplace_back(SendSeat{id, private_fact(exam_result(member))});
  }
  tell_class_report(effects);
}

wire::ExamResult Room::exam_result(const Member& member) const {
  std::vector<exam::Outcome> outcomes;
  std::uint32_t unscored_count = 0;
  for (std::size_t i = 0; i < paper_.questions.size(); ++i) {
    if (rulings_[i].unscored) ++unscored_count;
    if (!rulings_[i].counts()) continue;
    const auto& given = member.given[i];
    outcomes.push_back({paper_.questions[i].domain, given && given->right()});
  }
  wire::ExamResult result = exam::exam_result(outcomes);
  result.unscored_count = unscored_count;
  return result;
}

wire::OwnExam Room::own_exam(const Member& member) const {
  wire::OwnExam own;
  for (std::uint32_t number = 1; number <= member.given.size(); ++number) {
    if (const auto& given = member.given[number - 1]) own.answers.push_back(answer_locked(*given, number));
  }
  const ExamDesk::Sheet& sheet = desk_.sheet(member.id);
  own.flags.assign(sheet.flags.begin(), sheet.flags.end());
  own.handed_in = sheet.handed_in;
  return own;
}

}  // namespace certamen::room
