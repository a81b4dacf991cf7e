// Queues, outboxes and frames stay under their limits, on both sides.
#pragma once

#include <algorithm>

#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {

class Limits final : public Checker {
 public:
  static constexpr std::string_view name = "limits";
  Limits(const Sight& sight, const Plan& plan) : Checker(name, sight), plan_(plan) {}

  void frame_sent(const FrameSent& sent) override;
  void frame_refused(const std::string& why) override;
  void model_changed(const Program& program) override;
  void probe() override;

 private:
  // Entries that do not come from wishes of members: arrivals, departures, ticks.
  static constexpr std::size_t held_slack = 100;
  const Plan plan_;
};

}  // namespace certamen::sim
