// What the scenes of the acceptance list share.
#pragma once

#include "tests/sim/scene.hpp"

namespace certamen::sim {

// Every way takes the same millisecond, so that a test can say when something arrives.
inline Plan punctual_plan(std::uint32_t shards = 2) {
  Plan plan = quiet_plan(1, shards);
  plan.network.delay_max = plan.network.delay_min;
  plan.network.jitter_max = 0us;
  plan.network.cut_percent = 0;
  plan.network.half_open_percent = 0;
  plan.letter_max = 1ms;
  plan.tick_lateness_max = 0us;
  return plan;
}

inline wire::RoomSettings settings_for(wire::Pacing pacing, std::uint32_t questions = 3) {
  wire::RoomSettings settings;
  settings.pacing = pacing;
  settings.question_count = questions;
  settings.answer_seconds = 10;
  settings.reading_seconds = 2;
  settings.reveal_seconds = 3;
  settings.ranking_seconds = 2;
  return settings;
}

// Lets time pass until the server's clock shows `instant`.
inline void wait_for(Scene& scene, Instant instant) {
  scene.run_for(instant - scene.simulation().server().now());
}

inline const model::Room& room_of(const Program& program) {
  return *program.model().room;
}

}  // namespace certamen::sim
