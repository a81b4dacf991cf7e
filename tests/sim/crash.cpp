#include "tests/sim/crash.hpp"

#include <algorithm>

namespace certamen::sim {

Crashes::Crashes(World& world, Server& server, const Plan& plan)
    : world_(world), server_(server), calm_from_(Instant{plan.chaos}) {
  for (const CrashPlan& crash : plan.crashes) {
    if (crash.phase) {
      waiting_.push_back(crash);
    } else {
      strike_later(crash, crash.not_before + crash.delay);
    }
  }
}

void Crashes::entry_committed(const Story& story, const journal::Entry&, const std::vector<room::Effect>&) {
  const auto due = std::find_if(waiting_.begin(), waiting_.end(), [&](const CrashPlan& crash) {
    return crash.not_before <= world_.now() && *crash.phase == story.room->phase();
  });
  if (due == waiting_.end()) return;
  const CrashPlan crash = *due;
  waiting_.erase(due);
  strike_later(crash, world_.now() + crash.delay);
}

void Crashes::strike_later(const CrashPlan& crash, Instant when) {
  world_.at(when, [this, crash] { strike(crash); });
}

void Crashes::strike(const CrashPlan& crash) {
  if (!server_.up() || world_.now() >= calm_from_) return;
  if (!crash.politely) {
    server_.kill();
    come_back(crash, crash.downtime);
  } else if (world_.now() + crash.downtime < calm_from_) {
    server_.drain();
    world_.after(crash.downtime, [this, crash, life = server_.lives()] {
      // Killed while it waited: that crash brings it back.
      if (server_.up() && server_.lives() == life) stop(crash);
    });
  } else {
    stop(crash);
  }
}

void Crashes::stop(const CrashPlan& crash) {
  server_.stop();
  come_back(crash, crash.downtime + 1s);
}

void Crashes::come_back(const CrashPlan& crash, Duration rest) {
  world_.after(rest, [this, shards = crash.shards_after] {
    server_.kill();  // a stop that took too long
    server_.start(shards);
  });
}

}  // namespace certamen::sim
