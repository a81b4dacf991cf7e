// Pauses, storage failures and crashes keep, and only extensions lengthen, the remaining time, the same for all members, and
// every client's idea of the server's clock is right within what its round trips allow.
#pragma once

#include <map>

#include "client/model/queries.hpp"
#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {

class RemainingTime final : public Checker {
 public:
  static constexpr std::string_view name = "remaining time";
  RemainingTime(const Sight& sight, const Plan& plan) : Checker(name, sight), plan_(plan) {}

  void entry_next(const Story& story, const journal::Entry& entry) override;
  void entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>& effects) override;
  void server_dies() override;
  void server_starts() override;
  void probe() override;

  [[nodiscard]] std::size_t resumptions_checked() const { return resumptions_checked_; }
  [[nodiscard]] std::size_t restarts_checked() const { return restarts_checked_; }
  [[nodiscard]] std::size_t extensions_checked() const { return extensions_checked_; }

 private:
  struct Moment {
    wire::Phase phase{};
    std::uint32_t number = 0;
    std::optional<Instant> end;
    bool paused = false;
    std::optional<Instant> paused_since;
  };
  static Moment moment_of(const room::Room& room);
  void check_clock(const Program& program);
  void check_time_left(const Program& program, const room::Room& room);
  [[nodiscard]] Duration clock_error_allowed(const Program& program) const;

  const Plan plan_;
  std::map<hub::GameId, Moment> before_;       // the entry that is being committed
  std::map<wire::RoomCode, Moment> at_death_;  // of the rooms whose every entry was safe
  Instant died_at_{};
  Duration loss_allowed_{};
  bool counting_at_death_ = false;
  std::size_t resumptions_checked_ = 0;
  std::size_t restarts_checked_ = 0;
  std::size_t extensions_checked_ = 0;
};

}  // namespace certamen::sim
