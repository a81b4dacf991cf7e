#include "proto/wire/codec_parts.hpp"

namespace certamen::wire::codec {
namespace {

void put_order(const Command& from, pb::CommandRoom& to) {
  to.set_command(schema_enum<pb::Command>(from));
}
void put_order(const ExtendQuestion& from, pb::CommandRoom& to) {
  to.mutable_extend_question()->set_seconds(from.seconds);
}
void put_order(const SkipQuestion&, pb::CommandRoom& to) {
  to.mutable_skip_question();
}
void put_order(const VoidQuestion& from, pb::CommandRoom& to) {
  to.mutable_void_question()->set_question_number(from.question_number);
}
void put_order(const CorrectKey& from, pb::CommandRoom& to) {
  auto* message = to.mutable_correct_key();
  message->set_question_number(from.question_number);
  for (const OptionIndex option : from.options) message->add_options(option);
  message->set_numeric_micros(from.numeric_micros);
  message->set_numeric_tolerance_micros(from.numeric_tolerance_micros);
  for (const std::string& spelling : from.spellings) message->add_spellings(spelling);
}
void put_order(const RemoveMember& from, pb::CommandRoom& to) {
  to.mutable_remove_member()->set_seat(from.seat.value);
  to.mutable_remove_member()->set_banned(from.banned);
}
void put_order(const RenameMember& from, pb::CommandRoom& to) {
  to.mutable_rename_member()->set_seat(from.seat.value);
  to.mutable_rename_member()->set_name(from.name);
}
void put_order(const LockRoom& from, pb::CommandRoom& to) {
  to.mutable_lock_room()->set_locked(from.locked);
}
void put_order(const HandOver& from, pb::CommandRoom& to) {
  to.mutable_hand_over()->set_seat(from.seat.value);
}
void put_order(const AppointCohost& from, pb::CommandRoom& to) {
  to.mutable_appoint_cohost()->set_seat(from.seat.value);
  to.mutable_appoint_cohost()->set_appointed(from.appointed);
}
void put_order(const TakeOver&, pb::CommandRoom& to) {
  to.mutable_take_over();
}
void put_order(const MoveToTeam& from, pb::CommandRoom& to) {
  to.mutable_move_to_team()->set_seat(from.seat.value);
  to.mutable_move_to_team()->set_team(from.team);
}
void put_order(const SetAllowance& from, pb::CommandRoom& to) {
  to.mutable_set_allowance()->set_seat(from.seat.value);
  to.mutable_set_allowance()->set_allowance(schema_enum<pb::Allowance>(from.allowance));
}

std::uint32_t question_number(std::uint32_t number, Check& check) {
  return bounded(number, 1, questions_per_match_max, "command_room.question_number", check);
}
SeatId seat(std::uint32_t value, Check& check) {
  return {bounded(value, 1, ~std::uint32_t{0}, "command_room.seat", check)};
}

CorrectKey take(const pb::CorrectKey& from, Check& check) {
  CorrectKey to;
  to.question_number = question_number(from.question_number(), check);
  const bool few = static_cast<std::size_t>(from.options_size()) <= options_max &&
                   static_cast<std::size_t>(from.spellings_size()) <= spellings_max;
  if (!check.that(few, "correct_key")) return to;
  for (const std::uint32_t option : from.options()) {
    to.options.push_back(static_cast<OptionIndex>(bounded(option, 0, options_max - 1, "correct_key.options", check)));
  }
  to.numeric_micros = from.numeric_micros();
  to.numeric_tolerance_micros = from.numeric_tolerance_micros();
  check.that(to.numeric_micros >= -numeric_micros_max && to.numeric_micros <= numeric_micros_max, "correct_key.numeric");
  check.that(to.numeric_tolerance_micros >= 0 && to.numeric_tolerance_micros <= numeric_micros_max, "correct_key.numeric");
  for (const std::string& spelling : from.spellings()) {
    check.that(!spelling.empty(), "correct_key.spellings");
    to.spellings.push_back(text(spelling, text_answer_bytes_max, "correct_key.spellings", check));
  }
  return to;
}

}  // namespace

void put(const Order& from, pb::CommandRoom& to) {
  std::visit([&to](const auto& order) { put_order(order, to); }, from);
}

Order take_order(const pb::CommandRoom& from, Check& check) {
  using Kind = pb::CommandRoom::OrderCase;
  switch (from.order_case()) {
    case Kind::kExtendQuestion:
      return ExtendQuestion{
          bounded(from.extend_question().seconds(), 1, extension_seconds_max, "extend_question.seconds", check)};
    case Kind::kSkipQuestion: return SkipQuestion{};
    case Kind::kVoidQuestion: return VoidQuestion{question_number(from.void_question().question_number(), check)};
    case Kind::kCorrectKey: return take(from.correct_key(), check);
    case Kind::kRemoveMember: return RemoveMember{seat(from.remove_member().seat(), check), from.remove_member().banned()};
    case Kind::kRenameMember:
      return RenameMember{seat(from.rename_member().seat(), check),
                          text(from.rename_member().name(), name_bytes_max, "rename_member.name", check)};
    case Kind::kLockRoom: return LockRoom{from.lock_room().locked()};
    case Kind::kHandOver: return HandOver{seat(from.hand_over().seat(), check)};
    case Kind::kAppointCohost:
      return AppointCohost{seat(from.appoint_cohost().seat(), check), from.appoint_cohost().appointed()};
    case Kind::kTakeOver: return TakeOver{};
    case Kind::kMoveToTeam:
      return MoveToTeam{seat(from.move_to_team().seat(), check),
                        bounded(from.move_to_team().team(), 1, teams_max, "move_to_team.team", check)};
    case Kind::kSetAllowance:
      return SetAllowance{seat(from.set_allowance().seat(), check), plain_enum(from.set_allowance().allowance(),
                                                                               Allowance::Twice, "set_allowance", check)};
    case Kind::ORDER_NOT_SET: break;
  }
  return plain_enum(from.command(), Command::End, "command_room.command", check);
}

void put(const RankingCorrected& from, pb::RankingCorrected& to) {
  to.set_question_number(from.question_number);
  to.set_correction(schema_enum<pb::Correction>(from.correction));
  for (const CorrectedRow& row : from.rows) {
    auto* message = to.add_rows();
    message->set_seat(row.seat.value);
    message->set_old_rank(row.old_rank);
    message->set_old_points(row.old_points);
    message->set_rank(row.rank);
    message->set_points(row.points);
  }
  put(from.revealed, *to.mutable_revealed());
}

RankingCorrected take(const pb::RankingCorrected& from, Check& check) {
  RankingCorrected to;
  to.question_number = bounded(from.question_number(), 1, questions_per_match_max, "corrected.question_number", check);
  to.correction = plain_enum(from.correction(), Correction::KeyCorrected, "corrected.correction", check);
  if (!check.that(static_cast<std::size_t>(from.rows_size()) <= ranking_rows_max, "corrected.rows")) return to;
  for (const auto& row : from.rows()) {
    to.rows.push_back({{bounded(row.seat(), 1, ~std::uint32_t{0}, "corrected.seat", check)},
                       bounded(row.old_rank(), 0, seats_per_room_max, "corrected.old_rank", check),
                       row.old_points(),
                       bounded(row.rank(), 0, seats_per_room_max, "corrected.rank", check),
                       row.points()});
  }
  to.revealed = take(from.revealed(), check);
  return to;
}

}  // namespace certamen::wire::codec
