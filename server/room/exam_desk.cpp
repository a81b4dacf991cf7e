#include "server/room/exam_desk.hpp"

namespace certamen::room {

void ExamDesk::flag(wire::SeatId seat, std::uint32_t number, bool flagged) {
  Sheet& sheet = sheets_[seat];
  ++sheet.changes;
  if (flagged) {
    sheet.flags.insert(number);
  } else {
    sheet.flags.erase(number);
  }
}

void ExamDesk::answer_kept(wire::SeatId seat, std::uint32_t number, wire::Instant received_at) {
  Sheet& sheet = sheets_[seat];
  ++sheet.changes;
  sheet.received_at[number] = received_at;
}

const ExamDesk::Sheet& ExamDesk::sheet(wire::SeatId seat) const {
  static const Sheet empty;
  const auto found = sheets_.find(seat);
  return found == sheets_.end() ? empty : found->second;
}

}  // namespace certamen::room
