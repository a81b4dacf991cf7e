#include "proto/wire/codec_parts.hpp"

namespace certamen::wire::codec {
namespace {

void put_fact(const RosterChanged& from, pb::RoomEvent& to) {
  auto* message = to.mutable_roster_changed();
  for (const RosterEntry& entry : from.changed) put(entry, *message->add_changed());
  for (const SeatId seat : from.gone) message->add_gone(seat.value);
}
void put_fact(const MatchStarted&, pb::RoomEvent& to) {
  to.mutable_match_started();
}
void put_fact(const QuestionAnnounced& from, pb::RoomEvent& to) {
  put(from, *to.mutable_question_announced());
}
void put_fact(const QuestionAsked& from, pb::RoomEvent& to) {
  put(from, *to.mutable_question_asked());
}
void put_fact(const QuestionRevealed& from, pb::RoomEvent& to) {
  put(from, *to.mutable_question_revealed());
}
void put_fact(const RankingShown& from, pb::RoomEvent& to) {
  put(from, *to.mutable_ranking_shown());
}
void put_fact(const MatchFinished& from, pb::RoomEvent& to) {
  put(from, *to.mutable_match_finished());
}
void put_fact(const RoomPaused& from, pb::RoomEvent& to) {
  put(from, *to.mutable_room_paused());
}
void put_fact(const RoomResumed& from, pb::RoomEvent& to) {
  auto* message = to.mutable_room_resumed();
  message->set_opens_at_micros(micros(from.opens_at));
  message->set_closes_at_micros(micros(from.closes_at));
  message->set_continues_at_micros(micros(from.continues_at));
}
void put_fact(const QuestionExtended& from, pb::RoomEvent& to) {
  to.mutable_question_extended()->set_number(from.number);
  to.mutable_question_extended()->set_closes_at_micros(micros(from.closes_at));
}
void put_fact(const QuestionSkipped& from, pb::RoomEvent& to) {
  to.mutable_question_skipped()->set_number(from.number);
}
void put_fact(const RankingCorrected& from, pb::RoomEvent& to) {
  put(from, *to.mutable_ranking_corrected());
}
void put_fact(const RoomLockChanged& from, pb::RoomEvent& to) {
  to.mutable_room_lock_changed()->set_locked(from.locked);
}
void put_fact(const ExamOpened& from, pb::RoomEvent& to) {
  put(from, *to.mutable_exam_opened());
}

void put_fact(const DiscussionOpened& from, pb::RoomEvent& to) {
  put(from, *to.mutable_discussion_opened());
}

void put_fact(const AnswerLocked& from, pb::SeatEvent& to) {
  put(from, *to.mutable_answer_locked());
}
void put_fact(const OwnResult& from, pb::SeatEvent& to) {
  put(from, *to.mutable_own_result());
}
void put_fact(const ProgressCounted& from, pb::SeatEvent& to) {
  auto* message = to.mutable_progress_counted();
  message->set_question_number(from.question_number);
  message->set_answered(from.answered);
  message->set_players_connected(from.players_connected);
}
void put_fact(const QuestionReviewed& from, pb::SeatEvent& to) {
  auto* message = to.mutable_question_reviewed();
  put(from.announced, *message->mutable_announced());
  put(from.asked, *message->mutable_asked());
  put(from.revealed, *message->mutable_revealed());
  if (from.own_answer) put(*from.own_answer, *message->mutable_own_answer());
  if (from.own_result) put(*from.own_result, *message->mutable_own_result());
  if (from.own_first_answer) put(*from.own_first_answer, *message->mutable_own_first_answer());
}
void put_fact(const RightsChanged& from, pb::SeatEvent& to) {
  to.mutable_rights_changed()->set_rights(schema_enum<pb::Rights>(from.rights));
  if (from.ticket) to.mutable_rights_changed()->set_ticket(ticket_bytes_of(*from.ticket));
}

void put_fact(const FairnessReported& from, pb::SeatEvent& to) {
  put(from, *to.mutable_fairness_reported());
}

RightsChanged take(const pb::RightsChanged& from, Check& check) {
  RightsChanged to;
  to.rights = plain_enum(from.rights(), Rights::Host, "rights_changed.rights", check);
  if (!from.ticket().empty()) to.ticket = ticket(from.ticket(), "rights_changed.ticket", check);
  return to;
}
void put_fact(const PaperQuestion& from, pb::SeatEvent& to) {
  put(from.announced, *to.mutable_paper_question()->mutable_announced());
  put(from.asked, *to.mutable_paper_question()->mutable_asked());
}
void put_fact(const QuestionFlagged& from, pb::SeatEvent& to) {
  to.mutable_question_flagged()->set_question_number(from.question_number);
  to.mutable_question_flagged()->set_flagged(from.flagged);
}
void put_fact(const PaperHandedIn&, pb::SeatEvent& to) {
  to.mutable_paper_handed_in();
}
void put_fact(const ExamResult& from, pb::SeatEvent& to) {
  put(from, *to.mutable_exam_result());
}

void put_fact(const TeamVotes& from, pb::SeatEvent& to) {
  put(from, *to.mutable_team_votes());
}
void put_fact(const AllowanceChanged& from, pb::SeatEvent& to) {
  put(from, *to.mutable_allowance_changed());
}
void put_fact(const FrozenRanking& from, pb::SeatEvent& to) {
  put(from.ranking, *to.mutable_frozen_ranking());
}
void put_fact(const ClassReported& from, pb::SeatEvent& to) {
  put(from, *to.mutable_class_reported());
}

RosterChanged take(const pb::RosterChanged& from, Check& check) {
  RosterChanged to;
  constexpr auto entries_max = static_cast<int>(seats_per_room_max);
  if (!check.that(from.changed_size() <= entries_max && from.gone_size() <= entries_max, "roster")) return to;
  for (const auto& entry : from.changed()) to.changed.push_back(codec::take(entry, check));
  for (const std::uint32_t seat : from.gone()) to.gone.push_back({seat});
  return to;
}
RoomResumed take(const pb::RoomResumed& from, Check& check) {
  return {instant(from.opens_at_micros(), "resumed.opens_at", check),
          instant(from.closes_at_micros(), "resumed.closes_at", check),
          instant(from.continues_at_micros(), "resumed.continues_at", check)};
}
QuestionReviewed take(const pb::QuestionReviewed& from, Check& check) {
  QuestionReviewed to;
  to.announced = codec::take(from.announced(), check);
  to.asked = codec::take(from.asked(), check);
  to.revealed = codec::take(from.revealed(), check);
  if (from.has_own_answer()) to.own_answer = codec::take(from.own_answer(), check);
  if (from.has_own_result()) to.own_result = codec::take(from.own_result(), check);
  if (from.has_own_first_answer()) to.own_first_answer = codec::take(from.own_first_answer(), check);
  return to;
}

QuestionFlagged take(const pb::QuestionFlagged& from, Check& check) {
  return {bounded(from.question_number(), 1, questions_per_match_max, "flagged.question_number", check), from.flagged()};
}

RoomFact take_fact(const pb::RoomEvent& from, Check& check) {
  using Kind = pb::RoomEvent::FactCase;
  switch (from.fact_case()) {
    case Kind::kRosterChanged: return take(from.roster_changed(), check);
    case Kind::kMatchStarted: return MatchStarted{};
    case Kind::kQuestionAnnounced: return codec::take(from.question_announced(), check);
    case Kind::kQuestionAsked: return codec::take(from.question_asked(), check);
    case Kind::kQuestionRevealed: return codec::take(from.question_revealed(), check);
    case Kind::kRankingShown: return codec::take(from.ranking_shown(), check);
    case Kind::kMatchFinished: return codec::take(from.match_finished(), check);
    case Kind::kRoomPaused: return codec::take(from.room_paused(), check);
    case Kind::kRoomResumed: return take(from.room_resumed(), check);
    case Kind::kQuestionExtended:
      return QuestionExtended{
          bounded(from.question_extended().number(), 1, questions_per_match_max, "extended.number", check),
          instant(from.question_extended().closes_at_micros(), "extended.closes_at", check)};
    case Kind::kQuestionSkipped:
      return QuestionSkipped{bounded(from.question_skipped().number(), 1, questions_per_match_max, "skipped.number", check)};
    case Kind::kRankingCorrected: return codec::take(from.ranking_corrected(), check);
    case Kind::kRoomLockChanged: return RoomLockChanged{from.room_lock_changed().locked()};
    case Kind::kExamOpened: return codec::take(from.exam_opened(), check);
    case Kind::kDiscussionOpened: return codec::take(from.discussion_opened(), check);
    case Kind::FACT_NOT_SET: break;
  }
  check.that(false, "room_event.fact");
  return MatchStarted{};
}

SeatFact take_fact(const pb::SeatEvent& from, Check& check) {
  using Kind = pb::SeatEvent::FactCase;
  switch (from.fact_case()) {
    case Kind::kAnswerLocked: return codec::take(from.answer_locked(), check);
    case Kind::kOwnResult: return codec::take(from.own_result(), check);
    case Kind::kProgressCounted:
      return ProgressCounted{from.progress_counted().question_number(), from.progress_counted().answered(),
                             from.progress_counted().players_connected()};
    case Kind::kQuestionReviewed: return take(from.question_reviewed(), check);
    case Kind::kFairnessReported: return codec::take(from.fairness_reported(), check);
    case Kind::kRightsChanged: return take(from.rights_changed(), check);
    case Kind::kPaperQuestion:
      return PaperQuestion{codec::take(from.paper_question().announced(), check),
                           codec::take(from.paper_question().asked(), check)};
    case Kind::kQuestionFlagged: return take(from.question_flagged(), check);
    case Kind::kPaperHandedIn: return PaperHandedIn{};
    case Kind::kExamResult: return codec::take(from.exam_result(), check);
    case Kind::kTeamVotes: return codec::take(from.team_votes(), check);
    case Kind::kAllowanceChanged: return codec::take(from.allowance_changed(), check);
    case Kind::kFrozenRanking: return FrozenRanking{codec::take(from.frozen_ranking(), check)};
    case Kind::kClassReported: return codec::take(from.class_reported(), check);
    case Kind::FACT_NOT_SET: break;
  }
  check.that(false, "seat_event.fact");
  return ProgressCounted{};
}

}  // namespace

void put(const RoomEvent& from, pb::RoomEvent& to) {
  to.set_sequence(from.sequence);
  std::visit([&to](const auto& fact) { put_fact(fact, to); }, from.fact);
}

void put(const SeatEvent& from, pb::SeatEvent& to) {
  to.set_sequence(from.sequence);
  std::visit([&to](const auto& fact) { put_fact(fact, to); }, from.fact);
}

RoomEvent take(const pb::RoomEvent& from, Check& check) {
  return {from.sequence(), take_fact(from, check)};
}
SeatEvent take(const pb::SeatEvent& from, Check& check) {
  return {from.sequence(), take_fact(from, check)};
}

}  // namespace certamen::wire::codec
