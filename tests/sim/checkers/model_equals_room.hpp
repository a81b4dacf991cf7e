// Every connected client model equals its room at the same sequence.
//
// While things move, a model is compared with what the committed room looked like at the model's sequence. When nothing is
// on its way between the two, everything must be equal: phase, pause, roster, question, own answer, results, ranking; and
// whoever the room believes to be connected must be there.
#pragma once

#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {

class ModelEqualsRoom final : public Checker {
 public:
  static constexpr std::string_view name = "model equals room";
  explicit ModelEqualsRoom(const Sight& sight) : Checker(name, sight) {}

  void model_changed(const Program& program) override;
  void probe() override;

  [[nodiscard]] std::size_t rests_checked() const { return rests_checked_; }

 private:
  void compare_at_rest(const Program& program, const room::Room& room);
  [[nodiscard]] bool holds_rights_elsewhere(const Program& program, const room::Member& member) const;
  void compare_roster(const Program& program);
  void look_for_ghosts();

  std::size_t rests_checked_ = 0;
};

}  // namespace certamen::sim
