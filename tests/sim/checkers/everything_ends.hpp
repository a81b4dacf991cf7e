// Nothing waits for ever: no room sleeps past its deadline or waits for the absent, and once faults stop, every room ends,
// every person gets home and every session is let go.
#pragma once

#include <map>

#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {

class EverythingEnds final : public Checker {
 public:
  static constexpr std::string_view name = "everything ends";
  EverythingEnds(const Sight& sight, const Plan& plan) : Checker(name, sight), plan_(plan) {}

  void entry_next(const Story& story, const journal::Entry& entry) override;
  void entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>& effects) override;
  void probe() override;
  void over() override;

 private:
  void check_deadlines();
  // No client waits for a word that cannot come.
  void check_waiting();

  // Beyond a timer's lateness; a tick lands behind everything else that is due.
  static constexpr Duration lateness_allowed = 500ms;
  const Plan plan_;
  bool was_paused_ = false;  // before the entry that is being committed
};

}  // namespace certamen::sim
