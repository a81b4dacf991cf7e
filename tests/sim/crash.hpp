// Kills the server in any phase and starts it again.
//
// Watches what becomes safe on the disk for the phases that the plan wants to strike. After a crash everything that was
// not committed is lost and the next life begins with the journals; clients return by themselves.
#pragma once

#include <vector>

#include "tests/sim/server.hpp"

namespace certamen::sim {

class Crashes final : public Watcher {
 public:
  Crashes(World& world, Server& server, const Plan& plan);

  void entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>& effects) override;

 private:
  void strike_later(const CrashPlan& crash, Instant when);
  void strike(const CrashPlan& crash);
  void stop(const CrashPlan& crash);
  void come_back(const CrashPlan& crash, Duration rest);

  World& world_;
  Server& server_;
  const Instant calm_from_;
  std::vector<CrashPlan> waiting_;  // for their phase
};

}  // namespace certamen::sim
