// Internal to the codec: the mapping between plain structs and generated classes, shared by its source files.
#pragma once

#include <string>
#include <string_view>

#include "certamen/v1/client.pb.h"
#include "certamen/v1/room.pb.h"
#include "certamen/v1/server.pb.h"
#include "certamen/v1/types.pb.h"
#include "proto/wire/messages.hpp"
#include "proto/wire/result.hpp"

namespace certamen::wire::codec {

namespace pb = ::certamen::v1;

// Remembers the first field found wrong, so that decoding reads as a list of fields.
class Check {
 public:
  bool that(bool holds, std::string_view field) {
    if (!holds && wrong_.empty()) wrong_ = field;
    return holds;
  }
  [[nodiscard]] bool ok() const { return wrong_.empty(); }
  [[nodiscard]] std::string sentence() const { return "field " + wrong_ + " is missing or out of range"; }

 private:
  std::string wrong_;
};

// Our enums count from zero, the schema's from one: its zero means "not said". What was added to an enum later may
// continue at another number there: the plain values from `first` on have the schema's numbers from `number` on.
template <class Plain>
struct Continued {
  static constexpr int first = 256;
  static constexpr int number = 257;
};
template <>
struct Continued<Mode> {
  static constexpr int first = static_cast<int>(Mode::ExamSimulation);
  static constexpr int number = 30;
};
template <>
struct Continued<Pacing> {
  static constexpr int first = static_cast<int>(Pacing::WhenAnswered);
  static constexpr int number = 30;
};
template <>
struct Continued<Phase> {
  static constexpr int first = static_cast<int>(Phase::Examining);
  static constexpr int number = 30;
};

template <class Schema, class Plain>
Schema schema_enum(Plain value) {
  const int index = static_cast<int>(value);
  constexpr int shift = Continued<Plain>::number - Continued<Plain>::first;
  return static_cast<Schema>(index < Continued<Plain>::first ? index + 1 : index + shift);
}
template <class Plain, class Schema>
Plain plain_enum(Schema value, Plain last, std::string_view field, Check& check) {
  const std::int64_t number = static_cast<int>(value);  // the wire may say any int
  const bool continued = number >= Continued<Plain>::number;
  const std::int64_t index = continued ? number - Continued<Plain>::number + Continued<Plain>::first : number - 1;
  const bool known = continued || index < Continued<Plain>::first;
  return check.that(known && index >= 0 && index <= static_cast<int>(last), field) ? static_cast<Plain>(index) : Plain{};
}

// An enum that may be left unsaid.
template <class Schema, class Plain>
Schema optional_schema_enum(const std::optional<Plain>& value) {
  return value ? schema_enum<Schema>(*value) : static_cast<Schema>(0);
}
template <class Plain, class Schema>
std::optional<Plain> optional_plain_enum(Schema value, Plain last, std::string_view field, Check& check) {
  if (static_cast<int>(value) == 0) return std::nullopt;
  return plain_enum(value, last, field, check);
}

std::uint32_t bounded(std::uint32_t value, std::uint32_t low, std::uint32_t high, std::string_view field, Check& check);
std::string text(const std::string& value, std::size_t bytes_max, std::string_view field, Check& check);
Instant instant(std::int64_t count, std::string_view field, Check& check);
Ticket ticket(const std::string& bytes, std::string_view field, Check& check);
std::string ticket_bytes_of(const Ticket& ticket);
RoomCode room_code(const std::string& value, Check& check);

void put(const RoomSettings& from, pb::RoomSettings& to);
RoomSettings take(const pb::RoomSettings& from, Check& check);
void put(const Answer& from, pb::Answer& to);
Answer take(const pb::Answer& from, Check& check);

void put(const RosterEntry& from, pb::RosterEntry& to);
void put(const QuestionAnnounced& from, pb::QuestionAnnounced& to);
void put(const QuestionAsked& from, pb::QuestionAsked& to);
void put(const QuestionRevealed& from, pb::QuestionRevealed& to);
void put(const RankingShown& from, pb::RankingShown& to);
void put(const MatchFinished& from, pb::MatchFinished& to);
void put(const RankingCorrected& from, pb::RankingCorrected& to);
void put(const RoomPaused& from, pb::RoomPaused& to);
void put(const AnswerLocked& from, pb::AnswerLocked& to);
void put(const OwnResult& from, pb::OwnResult& to);
void put(const FairnessReported& from, pb::FairnessReported& to);
RosterEntry take(const pb::RosterEntry& from, Check& check);
QuestionAnnounced take(const pb::QuestionAnnounced& from, Check& check);
QuestionAsked take(const pb::QuestionAsked& from, Check& check);
QuestionRevealed take(const pb::QuestionRevealed& from, Check& check);
RankingShown take(const pb::RankingShown& from, Check& check);
MatchFinished take(const pb::MatchFinished& from, Check& check);
RankingCorrected take(const pb::RankingCorrected& from, Check& check);
RoomPaused take(const pb::RoomPaused& from, Check& check);
AnswerLocked take(const pb::AnswerLocked& from, Check& check);
OwnResult take(const pb::OwnResult& from, Check& check);
FairnessReported take(const pb::FairnessReported& from, Check& check);

// A command without the ticket that proves it; also what a journal keeps.
void put(const Order& from, pb::CommandRoom& to);
Order take_order(const pb::CommandRoom& from, Check& check);

void put(const ExamOpened& from, pb::ExamOpened& to);
void put(const OwnExam& from, pb::OwnExam& to);
void put(const ExamResult& from, pb::ExamResult& to);
ExamOpened take(const pb::ExamOpened& from, Check& check);
OwnExam take(const pb::OwnExam& from, Check& check);
ExamResult take(const pb::ExamResult& from, Check& check);
void put(const ClassReported& from, pb::ClassReported& to);
ClassReported take(const pb::ClassReported& from, Check& check);

// How the wire says which vote on a question something belongs to.
std::uint32_t vote_said(std::uint32_t vote);
std::uint32_t vote(std::uint32_t said, std::string_view field, Check& check);
void put(const TeamRow& from, pb::TeamRow& to);
void put(const ResolverStep& from, pb::ResolverStep& to);
void put(const DiscussionOpened& from, pb::DiscussionOpened& to);
void put(const TeamVotes& from, pb::TeamVotes& to);
void put(const AllowanceChanged& from, pb::AllowanceChanged& to);
std::vector<TeamRow> take(const google::protobuf::RepeatedPtrField<pb::TeamRow>& from, Check& check);
std::vector<ResolverStep> take(const google::protobuf::RepeatedPtrField<pb::ResolverStep>& from, Check& check);
DiscussionOpened take(const pb::DiscussionOpened& from, Check& check);
TeamVotes take(const pb::TeamVotes& from, Check& check);
AllowanceChanged take(const pb::AllowanceChanged& from, Check& check);

void put(const RoomEvent& from, pb::RoomEvent& to);
void put(const SeatEvent& from, pb::SeatEvent& to);
void put(const Snapshot& from, pb::Snapshot& to);
RoomEvent take(const pb::RoomEvent& from, Check& check);
SeatEvent take(const pb::SeatEvent& from, Check& check);
Snapshot take(const pb::Snapshot& from, Check& check);

}  // namespace certamen::wire::codec
