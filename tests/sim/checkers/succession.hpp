// A room has one host. Whoever takes over does so because the host is not there, and a room that paused for its host goes
// on with the new one.
#pragma once

#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {

class Succession final : public Checker {
 public:
  static constexpr std::string_view name = "succession";
  explicit Succession(const Sight& sight) : Checker(name, sight) {}

  void entry_next(const Story& story, const journal::Entry& entry) override;
  void entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>& effects) override;

  [[nodiscard]] std::size_t takeovers() const { return takeovers_; }
  // Of those, in rooms that had paused for their host.
  [[nodiscard]] std::size_t goings_on() const { return goings_on_; }

 private:
  void check(const Story& story, wire::SeatId heir);

  bool host_was_there_ = false;  // before the entry that is being committed
  bool waited_for_host_ = false;
  std::size_t takeovers_ = 0;
  std::size_t goings_on_ = 0;
};

}  // namespace certamen::sim
