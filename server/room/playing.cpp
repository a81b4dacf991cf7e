#include <algorithm>

#include "server/exam/fold.hpp"
#include "server/room/room.hpp"

namespace certamen::room {
namespace {

Effect rejected(wire::Refusal reason, std::uint32_t question_number = 0) {
  return Reply{wire::Rejected{reason, question_number}};
}

}  // namespace

// Whether a wish came true by itself on its way here: obeyed, it would end what comes after.
bool Room::is_late(const Commanded& commanded, CommandKind kind) const {
  if (!commanded.at) return false;
  if (kind == CommandKind::Next) return *commanded.at != wire::Moment{phase(), number_};
  const bool over = std::holds_alternative<Finished>(phase_);
  if (kind == CommandKind::End) return over && commanded.at->phase != wire::Phase::Finished;
  const bool of_question = kind == CommandKind::Skip || kind == CommandKind::Extend;
  return of_question && commanded.at->question_number != number_;
}

void Room::on(const Commanded& commanded, wire::Instant now, Effects& effects) {
  const CommandKind kind = kind_of(commanded.command);
  if (rights_of(commanded) < rights_needed(kind)) {
    effects.push_back(rejected(wire::Refusal::NotHost));
    return;
  }
  if (is_late(commanded, kind)) return;
  Effects done;
  done.emplace_back(Record{});
  Refused refused = wire::Refusal::WrongPhase;
  const bool needed = kind == CommandKind::Next || kind == CommandKind::Resume || kind == CommandKind::End;
  if (bounds_orders_ && order_count_ >= orders_max && !needed) {
    refused = wire::Refusal::TooFast;
  } else if (allowed(kind, phase(), paused())) {
    refused = std::visit([&](const auto& order) { return obey(order, commanded, now, done); }, commanded.command);
  }
  if (refused) {
    effects.push_back(rejected(*refused));
    return;
  }
  ++order_count_;
  const auto commander = members_.find(commanded.seat);
  const bool ticket_arrived = commander != members_.end() && rights_of(commanded) != wire::Rights::None;
  if (ticket_arrived) commander->second.rights_unused = false;
  effects.insert(effects.end(), std::make_move_iterator(done.begin()), std::make_move_iterator(done.end()));
}

std::optional<wire::Refusal> Room::obey(const wire::Command& command, const Commanded&, wire::Instant now,
                                        Effects& effects) {
  switch (command) {
    case wire::Command::Start:
      phase_ = Drawing{};
      broadcast(wire::MatchStarted{}, effects);
      effects.emplace_back(RequestPaper{draw_spec()});
      break;
    case wire::Command::Next: advance(now, effects); break;
    case wire::Command::Pause: pause(wire::PauseReason::HostAsked, now, effects); break;
    case wire::Command::Resume:
      // While the disk fails nothing can be acknowledged, so nobody may start the clock.
      if (pause_->reason == wire::PauseReason::StorageFailing) return wire::Refusal::WrongPhase;
      resume(now, effects);
      break;
    case wire::Command::End:
      if (in_play() && is_exam()) {
        finish_exam(now, effects);
      } else if (in_play()) {
        finish(effects);
      } else {
        effects.emplace_back(Close{});
        closed_ = true;
      }
      break;
  }
  return std::nullopt;
}

void Room::on(const PaperDrawn& drawn, wire::Instant now, Effects& effects) {
  if (!std::holds_alternative<Drawing>(phase_) || drawn.paper.questions.empty()) return;
  effects.emplace_back(Record{});
  paper_ = drawn.paper;
  rulings_.assign(paper_.questions.size(), Ruling{});
  const std::uint32_t unscored_count = is_exam() ? settings_.exam_unscored_count : 0;
  for (const std::uint32_t number : exam::unscored_questions(paper_.questions.size(), unscored_count, opening_secret())) {
    rulings_[number - 1].unscored = true;
  }
  freezing_ = Freezing(static_cast<std::uint32_t>(paper_.questions.size()), settings_.freeze_questions);
  complete_teams(now);
  for (auto& [id, member] : members_) {
    member.given.resize(paper_.questions.size());
    if (votes_twice()) member.first_votes.resize(paper_.questions.size());
    member.standing.seat = id;
  }
  if (is_exam()) {
    open_exam(now, effects);
  } else {
    announce(now, effects);
  }
}

bool Room::in_play() const {
  const bool begun = number_ > 0 || std::holds_alternative<Examining>(phase_);
  return begun && !std::holds_alternative<Finished>(phase_);
}

exam::DrawSpec Room::draw_spec() const {
  exam::DrawSpec spec{settings_.question_count,
                      settings_.difficulty_min,
                      settings_.difficulty_max,
                      settings_.topics,
                      settings_.domains,
                      settings_.kinds,
                      {},
                      seed_};
  if (is_exam()) spec.weights.assign(exam::saa_c03_weights.begin(), exam::saa_c03_weights.end());
  return spec;
}

void Room::on(const PaperRefused&, wire::Instant, Effects& effects) {
  if (!std::holds_alternative<Drawing>(phase_)) return;
  effects.emplace_back(Record{});
  phase_ = Gathering{};
  // To everyone: all were told that the match starts, and none would hear otherwise that it does not.
  for (const auto& [id, member] : members_) {
    effects.emplace_back(SendSeat{id, wire::Rejected{wire::Refusal::TooFewQuestions, 0}});
  }
}

std::optional<wire::Refusal> Room::refusal_of(const Answered& answered) const {
  const auto found = members_.find(answered.seat);
  if (found == members_.end()) return wire::Refusal::NotSeated;
  if (!found->second.plays) return wire::Refusal::NotAPlayer;
  if (number_ == 0 || answered.question_number > number_) return wire::Refusal::WrongPhase;
  if (answered.question_number < number_) return wire::Refusal::TooLate;
  if (std::holds_alternative<Reading>(phase_)) return wire::Refusal::TooEarly;
  const auto* asking = std::get_if<Asking>(&phase_);
  const bool open = asking != nullptr || std::holds_alternative<Discussing>(phase_);
  if (asking != nullptr && answered.vote > asking->vote) return wire::Refusal::TooEarly;
  if (open && kept_answer(answered) != nullptr) return wire::Refusal::AlreadyAnswered;
  if (std::holds_alternative<Discussing>(phase_) && answered.vote > 1) return wire::Refusal::TooEarly;
  if (asking == nullptr || answered.vote < asking->vote) return wire::Refusal::TooLate;
  if (found->second.first_question > number_) return wire::Refusal::NotAPlayer;
  if (answered.received_at < asking->opens_at) return wire::Refusal::TooEarly;
  if (answered.received_at > closes_for(answered.seat, asking->opens_at, asking->closes_at)) return wire::Refusal::TooLate;
  if (pause_ && answered.received_at >= pause_->since) return wire::Refusal::WrongPhase;
  if (!exam::fits(question(number_), answered.answer)) return wire::Refusal::AnswerInvalid;
  if (answered.certainty.has_value() != policy().asks_certainty()) return wire::Refusal::AnswerInvalid;
  return std::nullopt;
}

void Room::on(const Answered& answered, wire::Instant now, Effects& effects) {
  if (std::holds_alternative<Examining>(phase_)) return answer_in_exam(answered, effects);
  if (const auto refusal = refusal_of(answered)) {
    effects.push_back(rejected(*refusal, answered.question_number));
    // A client that lost its acknowledgement asks again: tell it what stands.
    if (*refusal == wire::Refusal::AlreadyAnswered) {
      effects.back() = Reply{private_fact(answer_locked(*kept_answer(answered), number_, answered.vote))};
    }
    return;
  }
  effects.emplace_back(Record{});
  take(answered);
  effects.emplace_back(Reply{private_fact(answer_locked(*kept_answer(answered), number_, answered.vote))});
  if (!progress_due_) progress_due_ = now + progress_delay;
  if (!pause_ && everyone_answered()) close_vote(now, effects);
}

// What stands for this vote on the current question; null where nothing does.
const Given* Room::kept_answer(const Answered& answered) const {
  const Member& member = members_.at(answered.seat);
  const bool first_of_two = votes_twice() && answered.vote == 1 && !(std::holds_alternative<Asking>(phase_) && vote() == 1);
  const auto& kept = first_of_two ? member.first_votes : member.given;
  const bool present = kept.size() >= number_ && kept[number_ - 1];
  return present ? &*kept[number_ - 1] : nullptr;
}

void Room::take(const Answered& answered) {
  Member& member = members_.at(answered.seat);
  const wire::Instant opens_at = std::get<Asking>(phase_).opens_at;
  const wire::Duration quota = credit_quota(settings_, paper_.questions.size());
  const FairTime fair = fair_time(answered, settings_, opens_at, quota - member.time_credit);
  Given given{answered.answer, exam::answer_tenths(opens_at, fair.at), answered.certainty};
  if (const auto* words = std::get_if<wire::TextAnswer>(&answered.answer)) given.folded = exam::folded(words->text);
  given.received_tenths = exam::answer_tenths(opens_at, answered.received_at);
  given.time_credit = fair.credit;
  given.stamp = fair.stamp;
  given.round_trips = answered.round_trips;
  given.allowance = allowances_.of(answered.seat);
  // A vote that is not scored costs nothing of what is kept for those that are.
  if (!votes_twice() || vote() == 2) member.time_credit += fair.credit;
  member.given[number_ - 1] = std::move(given);
}

bool Room::is_awaited(const Member& member) const {
  return member.plays && member.connected && member.first_question <= number_ && !member.given[number_ - 1];
}

// Whoever was found to be awaited last time is looked at first, and the search goes on from there: all the answers to a
// question together look at each member a few times, not each answer at everyone.
bool Room::everyone_answered() {
  const auto from = members_.lower_bound(awaited_player_);
  for (auto member = from; member != members_.end(); ++member) {
    if (is_awaited(member->second)) return awaited_player_ = member->first, false;
  }
  for (auto member = members_.begin(); member != from; ++member) {
    if (is_awaited(member->second)) return awaited_player_ = member->first, false;
  }
  return std::any_of(members_.begin(), members_.end(), [this](const auto& entry) {
    const Member& member = entry.second;
    return member.plays && member.first_question <= number_ && member.given[number_ - 1].has_value();
  });
}

void Room::on(const ReviewAsked& asked_for, wire::Instant, Effects& effects) {
  const auto found = members_.find(asked_for.seat);
  if (found == members_.end() || !std::holds_alternative<Finished>(phase_)) {
    effects.push_back(rejected(wire::Refusal::WrongPhase));
    return;
  }
  for (std::uint32_t number = 1; number <= revealed_count_; ++number) {
    wire::QuestionReviewed reviewed;
    reviewed.announced = announced(number, asked_for.language);
    reviewed.asked = asked(number, asked_for.language);
    reviewed.revealed = revealed(number, asked_for.language);
    if (const auto& given = found->second.given[number - 1]) reviewed.own_answer = given->answer;
    const auto& first_votes = found->second.first_votes;
    if (first_votes.size() >= number && first_votes[number - 1]) reviewed.own_first_answer = first_votes[number - 1]->answer;
    if (found->second.plays) reviewed.own_result = own_result(found->second, number);
    effects.emplace_back(Reply{private_fact(std::move(reviewed))});
  }
}

bool Room::advance_if_due(wire::Instant now, Effects& effects) {
  const auto due = phase_deadline();
  if (!due || now < *due) return false;
  advance(now, effects);
  return true;
}

// From each phase of play to the next.
void Room::advance(wire::Instant now, Effects& effects) {
  const bool last = number_ == paper_.questions.size();
  if (std::holds_alternative<Reading>(phase_)) {
    ask(now, effects);
  } else if (std::holds_alternative<Asking>(phase_)) {
    close_vote(now, effects);
  } else if (std::holds_alternative<Discussing>(phase_)) {
    ask_again(now, effects);
  } else if (std::holds_alternative<Examining>(phase_)) {
    finish_exam(now, effects);
  } else if (std::holds_alternative<Revealing>(phase_)) {
    if (last) {
      finish(effects);
    } else if (waits_for_host()) {
      pause(wire::PauseReason::HostGone, now, effects);
    } else {
      leave_reveal(now, effects);
    }
  } else if (std::holds_alternative<Ranking>(phase_)) {
    announce(now, effects);
  }
}

void Room::leave_reveal(wire::Instant now, Effects& effects) {
  if (settings_.mode == wire::Mode::Solo) {
    announce(now, effects);
  } else {
    show_ranking(now, effects);
  }
}

void Room::announce(wire::Instant now, Effects& effects) {
  ++number_;
  phase_ = Reading{now + std::chrono::seconds(settings_.reading_seconds)};
  broadcast_localized([this](wire::Language language) { return announced(number_, language); }, effects);
}

void Room::ask(wire::Instant now, Effects& effects) {
  // A late tick must not open a question in the past: everyone gets the whole time.
  const wire::Instant opens_at = std::max(std::get<Reading>(phase_).opens_at, now);
  phase_ = Asking{opens_at, opens_at + std::chrono::seconds(seconds_allowed(number_))};
  broadcast_localized([this](wire::Language language) { return asked(number_, language); }, effects);
}

void Room::reveal(wire::Instant now, Effects& effects) {
  const std::vector<wire::SeatId> carried = carry_first_votes();
  mark_answers(number_);
  rank_players();
  revealed_count_ = number_;
  note_standings();
  progress_due_.reset();
  Revealing revealing;
  if (goes_on_by_itself()) revealing.continues_at = now + std::chrono::seconds(settings_.reveal_seconds);
  phase_ = revealing;
  for (const wire::SeatId seat : carried) {
    const Member& member = members_.at(seat);
    if (member.connected) {
      effects.emplace_back(SendSeat{seat, private_fact(answer_locked(*member.given[number_ - 1], number_, vote()))});
    }
  }
  const AnswersGiven answers = answers_given(number_);
  broadcast_localized([&](wire::Language language) { return revealed(number_, language, answers); }, effects);
  SendResults own{sequence_, {}};
  own.results.reserve(members_.size());
  for (const auto& [id, member] : members_) {
    if (member.plays && member.connected) own.results.push_back({id, own_result(member, number_)});
  }
  if (!own.results.empty()) effects.emplace_back(std::move(own));
}

void Room::show_ranking(wire::Instant now, Effects& effects) {
  Ranking ranking;
  if (goes_on_by_itself()) ranking.continues_at = now + std::chrono::seconds(settings_.ranking_seconds);
  phase_ = ranking;
  broadcast(ranking_shown(), effects);
  tell_frozen_ranking(effects);
}

void Room::finish(Effects& effects) {
  pause_.reset();
  awaited_.clear();
  phase_ = Finished{};
  broadcast(match_finished(wire::ranking_rows_max), effects);
  if (!settings_.rehearsal) effects.emplace_back(KeepResults{*results()});
  if (freezing_.frozen_after(revealed_count_)) tell_own_results(effects);  // now with the true rank
  tell_fairness(effects);
}

void Room::tell_fairness(Effects& effects) const {
  for (const auto& [id, member] : members_) {
    const bool told = member.role == wire::Role::Host && member.connected;
    if (told) effects.emplace_back(SendSeat{id, private_fact(fairness_told())});
  }
}

}  // namespace certamen::room
