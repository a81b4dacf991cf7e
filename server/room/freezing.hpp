// The suspense before the podium: for the last questions players go on seeing the standings from before them, and at the
// end the difference is resolved step by step.
//
// Pure; a part of a room, owned by value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "proto/wire/facts.hpp"

namespace certamen::room {

// Every row, the best first.
struct Standings {
  std::vector<wire::RankingRow> players;
  std::vector<wire::TeamRow> teams;
};

class Freezing {
 public:
  Freezing() = default;  // nothing is frozen
  // The standings after the last `frozen_count` of `question_count` questions are kept back.
  Freezing(std::uint32_t question_count, std::uint32_t frozen_count);

  [[nodiscard]] bool used() const { return first_frozen_ != 0; }
  // Whether the standings after this question are kept back.
  [[nodiscard]] bool frozen_after(std::uint32_t question_number) const;
  // The standings after a question: kept as the last to be shown, unless they are themselves to be kept back.
  void note(std::uint32_t question_number, Standings standings);
  // What changes in the standings shown without a question: their teams, a name.
  void note_teams(std::vector<wire::TeamRow> teams);
  void note_name(wire::SeatId seat, const std::string& name);
  // The last that players may see, and after which question; nobody and 0 when all questions are frozen.
  [[nodiscard]] const Standings& last_shown() const { return shown_; }
  [[nodiscard]] std::uint32_t shown_after() const { return shown_after_; }
  // The row that players may see of this seat; null where there is none.
  [[nodiscard]] const wire::RankingRow* shown_row(wire::SeatId seat) const;

  // From the last place up. Of players in a tie the later row comes first.
  [[nodiscard]] std::vector<wire::ResolverStep> resolve(const std::vector<wire::RankingRow>& finals) const;

 private:
  std::uint32_t first_frozen_ = 0;  // 0: none
  Standings shown_;
  std::uint32_t shown_after_ = 0;
};

}  // namespace certamen::room
