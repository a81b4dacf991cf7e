#include "tests/sim/checkers/remaining_time.hpp"

#include <algorithm>

namespace certamen::sim {

RemainingTime::Moment RemainingTime::moment_of(const room::Room& room) {
  Moment moment{room.phase(), room.question_number(), phase_end(room), room.paused(), {}};
  if (room.paused() && !room.members().empty()) {
    moment.paused_since = room.snapshot(room.members().begin()->first, wire::Language::English).paused->since;
  }
  return moment;
}

namespace {

// By how much an entry lets the open question stay open longer.
Duration extension_in(const journal::Entry& entry) {
  const auto* commanded = std::get_if<room::Commanded>(&entry.event);
  const auto* extend = commanded == nullptr ? nullptr : std::get_if<wire::ExtendQuestion>(&commanded->command);
  return extend == nullptr ? Duration{} : std::chrono::seconds(extend->seconds);
}

}  // namespace

void RemainingTime::entry_next(const Story& story, const journal::Entry& entry) {
  const bool watched = story.room && (story.room->paused() || extension_in(entry) > 0us);
  if (!watched) return;
  Moment before = moment_of(*story.room);
  if (before.end) *before.end += extension_in(entry);
  if (extension_in(entry) > 0us) ++extensions_checked_;
  before_[story.game] = before;
}

void RemainingTime::entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>&) {
  const auto found = before_.find(story.game);
  if (found == before_.end()) return;
  const Moment before = found->second;  // with what an extension adds
  before_.erase(found);
  const Moment after = moment_of(*story.room);
  if (after.phase != before.phase || after.number != before.number || !before.end) return;
  if (!before.paused) {
    if (after.end != before.end) report("room {} extends its question to another end", story.code);
    return;
  }
  if (after.paused) {
    if (after.end != before.end || after.paused_since != before.paused_since) {
      report("room {} moves its times while it is paused", story.code);
    }
    return;
  }
  ++resumptions_checked_;
  const Duration left_before = *before.end - *before.paused_since;
  const Duration left_after = *after.end - entry.at;
  if (left_before != left_after) {
    report("room {} pauses with {} us left and goes on with {}", story.code, left_before.count(), left_after.count());
  }
}

void RemainingTime::server_dies() {
  at_death_.clear();
  counting_at_death_ = false;
  died_at_ = sight().server.now();
  for (const auto& [game, story] : sight().stories.all()) {
    const room::Room* room = sight().server.find_room(story->code);
    if (room == nullptr || room->closed()) continue;
    // By its committed phase: time that only passed in rooms that nobody will remember is not missed.
    const wire::Phase phase = story->room->phase();
    const bool playing = phase != wire::Phase::Gathering && phase != wire::Phase::Finished;
    counting_at_death_ = counting_at_death_ || playing;
    if (sight().server.entries_unsafe(game) == 0) at_death_[story->code] = moment_of(*room);
  }
  // Time is written down at every heartbeat; what was not yet on the disk is lost.
  const auto waiting = sight().disk.waiting_since();
  const Duration age = waiting ? sight().world.now() - *waiting : Duration{};
  loss_allowed_ = plan_.limits.heartbeat_interval + plan_.tick_lateness_max + plan_.letter_max + age + 1ms;
}

void RemainingTime::server_starts() {
  const Instant begun = sight().server.begun_at();
  if (counting_at_death_ && begun > died_at_)
    report("the timeline went on for {} us while the server was down", (begun - died_at_).count());
  if (counting_at_death_ && died_at_ - begun > loss_allowed_) {
    report("the restart lost {} us of the timeline, {} are allowed", (died_at_ - begun).count(), loss_allowed_.count());
  }
  for (const auto& [code, before] : at_death_) {
    const room::Room* room = sight().server.find_room(code);
    if (room == nullptr || !before.end) continue;
    const Moment after = moment_of(*room);
    if (after.phase != before.phase || after.number != before.number) {
      report("room {} comes back in phase {} of question {}, it was in {} of {}", code, static_cast<int>(after.phase),
             after.number, static_cast<int>(before.phase), before.number);
      continue;
    }
    ++restarts_checked_;
    const Instant stopped = before.paused ? *before.paused_since : begun;
    if (after.end != before.end || after.paused_since != stopped) report("room {} comes back with other times", code);
  }
  at_death_.clear();
}

Duration RemainingTime::clock_error_allowed(const Program& program) const {
  // Half the round trip of the best sample, and what the clock can drift while that sample is among the last twelve.
  constexpr Duration sample_age_max = 90s;
  const Duration drift{sample_age_max.count() * static_cast<std::int64_t>(plan_.drift_ppm_max) / 1'000'000};
  return program.model().clock.round_trip / 2 + drift + 2us;
}

void RemainingTime::check_clock(const Program& program) {
  const Duration error = model::to_server(program.model().clock, program.local_now()) - sight().server.now();
  if (std::max(error, -error) <= clock_error_allowed(program)) return;
  report("{} believes that the server's clock is {} us off, with a round trip of {} us", program.label(), error.count(),
         program.model().clock.round_trip.count());
}

void RemainingTime::check_time_left(const Program& program, const room::Room& room) {
  const Moment moment = moment_of(room);
  const auto left = model::time_left(program.model(), program.local_now());
  if (!moment.end || !left || program.model().screen != model::Screen::Room) return;
  const Duration allowed = clock_error_allowed(program);
  Instant now = sight().server.now();
  if (moment.paused_since) now = std::min(now, *moment.paused_since);
  Instant end = *moment.end;
  const model::Room& seated = *program.model().room;
  const bool examining = moment.phase == wire::Phase::Examining;
  if (examining || moment.phase == wire::Phase::Asking) {
    const Instant opens_at = examining ? seated.exam->opens_at : seated.asked->opens_at;
    if (seated.plays) end = opens_at + wire::own_window(end - opens_at, room.allowances().of(seated.seat));
    if (std::max(now - opens_at, opens_at - now) <= allowed) return;  // just at the border
    if (now < opens_at) end = opens_at;
  }
  const Duration expected = std::max(Duration{}, end - now);
  if (std::max(expected - *left, *left - expected) > allowed) {
    report("{} sees {} us left in room {}, it is {} us", program.label(), left->count(), program.model().room->code,
           expected.count());
  }
}

void RemainingTime::probe() {
  if (!sight().server.up()) return;
  for (const Program* program : sight().programs) {
    if (!program->running() || !sight().network.alive(program->connection())) continue;
    const model::Model& model = program->model();
    if (model.connection.link != model::Link::Online || model.clock.samples.empty()) continue;
    check_clock(*program);
    if (const room::Room* room = room_at_rest(*program)) check_time_left(*program, *room);
  }
}

}  // namespace certamen::sim
