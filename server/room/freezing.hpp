// The suspense before the podium: for the last questions players go on seeing the standings from before them, and at the
// end the difference is resolved step by step.
//
// Pure; a part of a room, owned by value.
#pragma once

#include <cstdint>
#include <vector>

#include "proto/wire/facts.hpp"

namespace certamen::room {

// One player's place uncovered: what everyone saw, and what it is.
struct ResolverStep {
  wire::SeatId seat;
  std::uint32_t frozen_rank = 0;  // 0: was in no ranking that was shown
  std::int64_t frozen_points = 0;
  std::uint32_t rank = 0;
  std::int64_t points = 0;
  bool operator==(const ResolverStep&) const = default;
};

class Freezing {
 public:
  Freezing() = default;  // nothing is frozen
  // The standings after the last `frozen_count` of `question_count` questions are kept back.
  Freezing(std::uint32_t question_count, std::uint32_t frozen_count);

  // Whether the standings after this question are kept back.
  [[nodiscard]] bool frozen_after(std::uint32_t question_number) const;
  // The standings after a question, every row: kept as the last to be shown, unless they are themselves to be kept back.
  void note(std::uint32_t question_number, const std::vector<wire::RankingRow>& rows);
  // The last that players may see; empty when all questions are frozen.
  [[nodiscard]] const std::vector<wire::RankingRow>& last_shown() const { return shown_; }
  [[nodiscard]] std::uint32_t shown_after() const { return shown_after_; }

  // From the last place up; nothing without a freeze. `finals` is every player's row, the best first; of players in a tie
  // the later row comes first.
  [[nodiscard]] std::vector<ResolverStep> resolve(const std::vector<wire::RankingRow>& finals) const;

 private:
  std::uint32_t first_frozen_ = 0;  // 0: none
  std::vector<wire::RankingRow> shown_;
  std::uint32_t shown_after_ = 0;
};

}  // namespace certamen::room
