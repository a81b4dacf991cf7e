// What an exam keeps of each player's paper beside its answers: flags, when each answer came, whether it was handed in.
//
// Pure; a part of a room, owned by value.
#pragma once

#include <cstdint>
#include <map>
#include <set>

#include "proto/wire/types.hpp"

namespace certamen::room {

// Answers and flags of one player: nobody in good faith gets there, and a journal stays readable.
inline constexpr std::uint32_t exam_changes_max = 5'000;

class ExamDesk {
 public:
  struct Sheet {
    std::set<std::uint32_t> flags;                       // question numbers
    std::map<std::uint32_t, wire::Instant> received_at;  // by question number, of the answer that counts
    std::uint32_t changes = 0;
    bool handed_in = false;
  };

  void flag(wire::SeatId seat, std::uint32_t number, bool flagged);
  void answer_kept(wire::SeatId seat, std::uint32_t number, wire::Instant received_at);
  void hand_in(wire::SeatId seat) { sheets_[seat].handed_in = true; }
  void forget(wire::SeatId seat) { sheets_.erase(seat); }

  // An empty one for whoever did nothing yet.
  [[nodiscard]] const Sheet& sheet(wire::SeatId seat) const;
  [[nodiscard]] const std::map<wire::SeatId, Sheet>& sheets() const { return sheets_; }

 private:
  std::map<wire::SeatId, Sheet> sheets_;
};

}  // namespace certamen::room
