// Messages of every kind from a seed, leaning on the ends of every range: what the codec must carry unchanged.
//
// Pure: the same seed gives the same messages everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "proto/wire/messages.hpp"
#include "server/exam/random.hpp"

namespace certamen::proto_test {

inline constexpr std::size_t client_kind_count = std::variant_size_v<wire::ClientMessage>;
inline constexpr std::size_t server_kind_count = std::variant_size_v<wire::ServerMessage>;
inline constexpr std::size_t room_fact_count = std::variant_size_v<wire::RoomFact>;
inline constexpr std::size_t seat_fact_count = std::variant_size_v<wire::SeatFact>;

class MessageGenerator {
 public:
  explicit MessageGenerator(std::uint64_t seed) : random_(seed) {}

  // `kind` is an index in the variant; the message holds that alternative.
  [[nodiscard]] wire::ClientMessage client(std::size_t kind);
  [[nodiscard]] wire::ServerMessage server(std::size_t kind);
  [[nodiscard]] wire::RoomFact room_fact(std::size_t kind);
  [[nodiscard]] wire::SeatFact seat_fact(std::size_t kind);

  // A snapshot with every part that can stand beside final standings, and every text, list and number as long as the limits
  // allow.
  [[nodiscard]] wire::Snapshot largest_snapshot();
  // The same of a snapshot that shows an exam instead of a question.
  [[nodiscard]] wire::Snapshot largest_exam_snapshot();

 private:
  // Every choice goes through here: the low end, the high end, or anything between.
  [[nodiscard]] std::uint64_t between(std::uint64_t low, std::uint64_t high);
  [[nodiscard]] std::uint32_t number(std::uint64_t low, std::uint64_t high);
  [[nodiscard]] bool yes() { return between(0, 1) == 1; }
  [[nodiscard]] std::int64_t any_signed();
  [[nodiscard]] std::string text(std::size_t bytes_max);
  [[nodiscard]] wire::Instant instant();
  [[nodiscard]] wire::RoomCode code();
  [[nodiscard]] wire::Ticket ticket();
  [[nodiscard]] wire::SeatId seat() { return {number(1, UINT32_MAX)}; }
  template <class Enum>
  [[nodiscard]] Enum one_of(Enum last) {
    return static_cast<Enum>(between(0, static_cast<std::uint64_t>(last)));
  }

  [[nodiscard]] wire::RoomSettings settings();
  [[nodiscard]] wire::Answer answer();
  [[nodiscard]] std::optional<wire::Certainty> certainty();
  [[nodiscard]] std::vector<wire::OptionIndex> options(std::size_t least);
  [[nodiscard]] wire::RosterEntry roster_entry();
  [[nodiscard]] wire::QuestionAnnounced announced();
  [[nodiscard]] wire::QuestionAsked asked();
  [[nodiscard]] wire::QuestionRevealed revealed();
  [[nodiscard]] wire::Order order();
  [[nodiscard]] wire::RankingCorrected corrected();
  [[nodiscard]] std::vector<std::uint32_t> question_numbers();
  [[nodiscard]] std::vector<wire::TeamRow> teams();
  [[nodiscard]] wire::DiscussionOpened discussion();
  [[nodiscard]] wire::TeamVotes team_votes();
  [[nodiscard]] wire::AllowanceChanged allowance();
  [[nodiscard]] wire::RankingRow row();
  [[nodiscard]] std::vector<wire::RankingRow> rows();
  [[nodiscard]] wire::RankingShown ranking();
  [[nodiscard]] wire::MatchFinished finished();
  [[nodiscard]] wire::AnswerLocked locked();
  [[nodiscard]] wire::OwnResult result();
  [[nodiscard]] wire::FairnessReported fairness();
  [[nodiscard]] wire::QuestionReviewed reviewed();
  [[nodiscard]] wire::Snapshot snapshot();
  void show_exam(wire::Snapshot& snapshot);
  [[nodiscard]] wire::ExamOpened exam();
  [[nodiscard]] wire::ExamShare exam_share();
  [[nodiscard]] wire::ExamResult exam_result();
  [[nodiscard]] wire::ClassShare class_share();
  [[nodiscard]] wire::ClassReported class_report();
  [[nodiscard]] wire::TopicsListed topics();
  [[nodiscard]] wire::RoomJoined joined();

  exam::Random random_;
  bool always_largest_ = false;
};

}  // namespace certamen::proto_test
