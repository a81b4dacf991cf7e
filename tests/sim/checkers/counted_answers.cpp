#include "tests/sim/checkers/counted_answers.hpp"

#include <algorithm>
#include <array>

namespace certamen::sim {

bool CountedAnswers::Counted::ever(const wire::Answer& answer) const {
  return std::find(answers.begin(), answers.end(), answer) != answers.end();
}

void CountedAnswers::bytes_heard(ConnectionId connection) {
  receipts_[connection].insert(sight().server.now());
}

void CountedAnswers::entry_next(const Story& story, const journal::Entry& entry) {
  if (const auto* answered = std::get_if<room::Answered>(&entry.event)) check(story, *answered);
}

// The window as far as this player's allowance stretches it, in whole tenths and never less than the share.
Instant CountedAnswers::closes_for(const Story& story, wire::SeatId seat) const {
  const Window& window = windows_.at(story.game);
  const auto allowance = allowances_.find({story.game, seat});
  if (allowance == allowances_.end()) return window.closes_at;
  const std::int64_t quarters = std::array{4, 5, 6, 8}.at(static_cast<std::size_t>(allowance->second));
  const std::int64_t tenths = (window.closes_at - window.opens_at) / 100ms;
  return window.opens_at + (tenths * quarters + 3) / 4 * 100ms;
}

void CountedAnswers::check(const Story& story, const room::Answered& answered) {
  const Window& window = windows_[story.game];
  const Instant at = answered.received_at;
  const auto who = fmt::format("room {} counts an answer of seat {} to question {}", story.code, answered.seat.value,
                               answered.question_number);
  const bool open =
      window.exam_count > 0 ? answered.question_number <= window.exam_count : answered.question_number == window.number;
  if (!open || answered.vote != window.vote) report("{}, vote {}, which is not open", who, answered.vote);
  if (at < window.opens_at) report("{} before it opens", who);
  if (at > closes_for(story, answered.seat)) report("{} after it closed", who);
  if (window.paused_since && at >= *window.paused_since) report("{} while it is paused", who);
  const auto counted = counted_.find({story.game, answered.seat.value, answered.question_number, answered.vote});
  if (counted != counted_.end() && window.exam_count == 0) report("{} twice", who);
  if (counted != counted_.end() && at < counted->second.received_at) report("{} instead of a later one", who);
  if (story.room->snapshot(answered.seat, wire::Language::English).own_exam.value_or(wire::OwnExam{}).handed_in) {
    report("{} after the paper was handed in", who);
  }
  const auto& connections = sight().attendance.ever_in(story.code, answered.seat);
  const bool heard = std::any_of(connections.begin(), connections.end(),
                                 [&](ConnectionId connection) { return receipts_[connection].contains(at); });
  if (!heard) report("{} as received at an instant when nothing was", who);
}

void CountedAnswers::entry_committed(const Story& story, const journal::Entry& entry,
                                     const std::vector<room::Effect>& effects) {
  if (const auto* answered = std::get_if<room::Answered>(&entry.event)) {
    const Window& open = windows_[story.game];
    const Duration cap = std::chrono::milliseconds(story.room->settings().credit_cap_ms);
    const Duration least = std::max<Duration>(answered->received_at - cap - open.opens_at, 0us);
    const std::int64_t tenths_min = least.count() / 100'000;
    const std::int64_t tenths_max = (answered->received_at - open.opens_at).count() / 100'000;
    Counted& counted = counted_[{story.game, answered->seat.value, answered->question_number, answered->vote}];
    const bool first = counted.answers.empty();
    if (!first) ++changes_;
    counted.answers.push_back(answered->answer);
    counted.received_at = answered->received_at;
    counted.tenths_min = first ? tenths_min : std::min(counted.tenths_min, tenths_min);
    counted.tenths_max = first ? tenths_max : std::max(counted.tenths_max, tenths_max);
  }
  if (const auto* commanded = std::get_if<room::Commanded>(&entry.event)) {
    const auto* allow = std::get_if<wire::SetAllowance>(&commanded->command);
    if (allow != nullptr) allowances_[{story.game, allow->seat}] = allow->allowance;
  }
  Window& window = windows_[story.game];
  // After a restart nobody is told of a pause: everyone finds it in the snapshot of the return.
  const bool recovered = std::holds_alternative<room::Recovered>(entry.event);
  const bool running = window.number != 0 || window.exam_count != 0;
  if (recovered && running && !window.paused_since) window.paused_since = entry.at;
  each_fact(
      effects,
      Overloaded{
          [&](const wire::QuestionAsked& fact) { window = {fact.number, 0, fact.opens_at, fact.closes_at, {}, fact.vote}; },
          [&](const wire::ExamOpened& fact) { window = {0, fact.question_count, fact.opens_at, fact.closes_at, {}, 1}; },
          [&](const wire::RoomPaused& fact) { window.paused_since = fact.since; },
          [&](const wire::RoomResumed& fact) {
            window.paused_since.reset();
            if (window.number == 0 && window.exam_count == 0) return;
            window.opens_at = fact.opens_at;
            window.closes_at = fact.closes_at;
          },
          [&](const wire::QuestionExtended& fact) {
            const Duration longer = fact.closes_at - window.closes_at;
            if (fact.number != window.number || longer <= 0us) {
              report("room {} extends question {} by {} us", story.code, fact.number, longer.count());
            }
            window.closes_at = fact.closes_at;
          },
          [&](const wire::QuestionSkipped&) { window = {}; }, [&](const wire::DiscussionOpened&) { window = {}; },
          [&](const wire::QuestionRevealed&) { window = {}; }, [&](const wire::MatchFinished&) { window = {}; },
          [](const auto&) {}});
}

void CountedAnswers::frame_sent(const FrameSent& sent) {
  const auto* sealed = std::get_if<wire::RoomJoined>(&sent.message);
  if (sealed != nullptr && sealed->snapshot.first_answer) {
    acknowledged(sealed->code, sealed->seat, *sealed->snapshot.first_answer);
  }
  if (const auto* event = std::get_if<wire::SeatEvent>(&sent.message)) {
    const auto* locked = std::get_if<wire::AnswerLocked>(&event->fact);
    if (locked == nullptr) return;
    if (!sent.presence.place) {
      report("connection {} sits nowhere and is sent an acknowledgement", sent.connection);
    } else {
      acknowledged(sent.presence.place->code, sent.presence.place->seat, *locked);
    }
  } else if (const auto* joined = std::get_if<wire::RoomJoined>(&sent.message)) {
    if (joined->snapshot.own_answer) acknowledged(joined->code, joined->seat, *joined->snapshot.own_answer);
    if (joined->snapshot.own_exam) {
      for (const wire::AnswerLocked& kept : joined->snapshot.own_exam->answers)
        acknowledged(joined->code, joined->seat, kept);
    }
  }
}

void CountedAnswers::acknowledged(const wire::RoomCode& code, wire::SeatId seat, const wire::AnswerLocked& locked) {
  const Story* story = sight().stories.find(code);
  if (story == nullptr) return report("room {} acknowledges an answer and has no committed entry", code);
  const Key key{story->game, seat.value, locked.question_number, locked.vote};
  const auto counted = counted_.find(key);
  const auto first = counted_.find({story->game, seat.value, locked.question_number, 1});
  // Who did not vote again stands by the first vote; the time that counts is then the board's to check.
  const bool stands = counted == counted_.end() && first != counted_.end() && first->second.ever(locked.answer);
  const auto& questions = story->room->paper().questions;
  if (stands && story->revealed_ids.contains(questions.at(locked.question_number - 1).id)) return;
  if (counted == counted_.end()) {
    report("room {} acknowledges an answer of seat {} to question {} that is not on the disk", code, seat.value,
           locked.question_number);
  } else if (locked.answer_tenths < counted->second.tenths_min || locked.answer_tenths > counted->second.tenths_max) {
    report("room {} counts {} tenths for an answer of seat {} to question {}: more credit than its cap, or less than none",
           code, locked.answer_tenths, seat.value, locked.question_number);
  } else if (!counted->second.ever(locked.answer)) {
    report("room {} acknowledges another answer of seat {} to question {} than it counts", code, seat.value,
           locked.question_number);
  }
  auto& told = acknowledged_[key];
  if (told.empty() || told.back() != locked.answer) told.push_back(locked.answer);
}

void CountedAnswers::over() {
  std::map<Key, Counted> kept;
  for (const auto& [game, stored] : sight().disk.games()) {
    for (const std::string& bytes : stored.entries) {
      const auto entry = journal::decode(bytes);
      const auto* answered = entry ? std::get_if<room::Answered>(&entry->event) : nullptr;
      if (answered == nullptr) continue;
      kept[{game, answered->seat.value, answered->question_number, answered->vote}].answers.push_back(answered->answer);
    }
  }
  for (const auto& [key, answers] : acknowledged_) {
    const auto found = kept.find(key);
    const bool all = found != kept.end() && std::all_of(answers.begin(), answers.end(), [&](const wire::Answer& answer) {
                       return found->second.ever(answer);
                     });
    if (!all) {
      report("an acknowledged answer of seat {} to question {} is not in the final journal", std::get<1>(key),
             std::get<2>(key));
    }
  }
}

}  // namespace certamen::sim
