#include <google/protobuf/stubs/common.h>

#include <algorithm>
#include <cstdio>

#include "proto/wire/codec_parts.hpp"

namespace certamen::wire::codec {

#if GOOGLE_PROTOBUF_VERSION < 4022000  // later versions log by another library and do not print these
namespace {

// Protobuf prints a line for every text that is not UTF-8, so a hostile peer could fill a log; it comes back as a Fault
// anyway. Set before main, when there is one thread.
void print_fatal_only(google::protobuf::LogLevel level, const char* file, int line, const std::string& message) {
  if (level == google::protobuf::LOGLEVEL_FATAL) std::fprintf(stderr, "%s:%d: %s\n", file, line, message.c_str());
}
[[maybe_unused]] const auto protobuf_log = google::protobuf::SetLogHandler(&print_fatal_only);

}  // namespace
#endif

std::uint32_t bounded(std::uint32_t value, std::uint32_t low, std::uint32_t high, std::string_view field, Check& check) {
  return check.that(value >= low && value <= high, field) ? value : low;
}

std::string text(const std::string& value, std::size_t bytes_max, std::string_view field, Check& check) {
  return check.that(value.size() <= bytes_max, field) ? value : std::string{};
}

Instant instant(std::int64_t count, std::string_view field, Check& check) {
  constexpr std::int64_t micros_max = std::int64_t{1} << 53;  // 285 years; sums of two stay far from overflow
  return check.that(count >= 0 && count <= micros_max, field) ? instant_from_micros(count) : Instant{};
}

Ticket ticket(const std::string& bytes, std::string_view field, Check& check) {
  Ticket result;
  if (!check.that(bytes.size() == ticket_bytes, field)) return result;
  std::transform(bytes.begin(), bytes.end(), result.bytes.begin(),
                 [](char byte) { return static_cast<std::uint8_t>(byte); });
  return result;
}

std::string ticket_bytes_of(const Ticket& ticket) {
  return {ticket.bytes.begin(), ticket.bytes.end()};
}

RoomCode room_code(const std::string& value, Check& check) {
  const bool well_formed = value.size() == room_code_letters && std::all_of(value.begin(), value.end(), [](char letter) {
                             return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
                           });
  return check.that(well_formed, "code") ? value : RoomCode{};
}

void put(const RoomSettings& from, pb::RoomSettings& to) {
  to.set_mode(schema_enum<pb::Mode>(from.mode));
  to.set_pacing(schema_enum<pb::Pacing>(from.pacing));
  to.set_scoring(schema_enum<pb::Scoring>(from.scoring));
  to.set_question_count(from.question_count);
  to.set_capacity(from.capacity);
  to.set_answer_seconds(from.answer_seconds);
  to.set_reading_seconds(from.reading_seconds);
  to.set_reveal_seconds(from.reveal_seconds);
  to.set_ranking_seconds(from.ranking_seconds);
  to.set_difficulty_min(from.difficulty_min);
  to.set_difficulty_max(from.difficulty_max);
  to.set_late_join(from.late_join);
  to.set_host_plays(from.host_plays);
  to.set_shuffle_per_player(from.shuffle_per_player);
  for (const std::string& topic : from.topics) to.add_topics(topic);
  for (const ExamDomain domain : from.domains) to.add_domains(schema_enum<pb::ExamDomain>(domain));
  to.set_streak_bonus(from.streak_bonus);
  to.set_penalty_percent(from.penalty_percent);
  to.set_partial_credit(from.partial_credit);
  for (const QuestionKind kind : from.kinds) to.add_kinds(schema_enum<pb::QuestionKind>(kind));
  to.set_generated_names(from.generated_names);
  to.set_listed(from.listed);
  to.set_credit_cap_ms(from.credit_cap_ms);
  to.set_exam_seconds(from.exam_seconds);
  to.set_exam_unscored_count(from.exam_unscored_count);
  to.set_team_count(from.team_count);
  if (from.team_forming != TeamForming{}) to.set_team_forming(schema_enum<pb::TeamForming>(from.team_forming));
  to.set_discuss_seconds(from.discuss_seconds);
  to.set_freeze_questions(from.freeze_questions);
  to.set_rehearsal(from.rehearsal);
}

RoomSettings take(const pb::RoomSettings& from, Check& check) {
  RoomSettings to;
  to.mode = plain_enum(from.mode(), Mode::TeamPractice, "mode", check);
  to.pacing = plain_enum(from.pacing(), Pacing::WhenAnswered, "pacing", check);
  to.scoring = plain_enum(from.scoring(), Scoring::Exam, "scoring", check);
  to.question_count = bounded(from.question_count(), 1, questions_per_match_max, "question_count", check);
  to.capacity = bounded(from.capacity(), 1, players_per_room_max, "capacity", check);
  to.answer_seconds = from.answer_seconds() == 0 ? 0 : bounded(from.answer_seconds(), 2, 300, "answer_seconds", check);
  to.reading_seconds = bounded(from.reading_seconds(), 1, 30, "reading_seconds", check);
  to.reveal_seconds = bounded(from.reveal_seconds(), 1, 120, "reveal_seconds", check);
  to.ranking_seconds = bounded(from.ranking_seconds(), 1, 60, "ranking_seconds", check);
  to.difficulty_min = bounded(from.difficulty_min(), 1, 5, "difficulty_min", check);
  to.difficulty_max = bounded(from.difficulty_max(), to.difficulty_min, 5, "difficulty_max", check);
  to.late_join = from.late_join();
  to.host_plays = from.host_plays();
  to.shuffle_per_player = from.shuffle_per_player();
  check.that(static_cast<std::size_t>(from.topics_size()) <= topics_max, "topics");
  for (const std::string& topic : from.topics()) to.topics.push_back(text(topic, topic_id_bytes_max, "topics", check));
  check.that(static_cast<std::size_t>(from.domains_size()) <= exam_domain_count, "domains");
  for (const int domain : from.domains()) {
    to.domains.push_back(plain_enum(static_cast<pb::ExamDomain>(domain), ExamDomain::General, "domains", check));
  }
  to.streak_bonus = from.streak_bonus();
  to.penalty_percent = bounded(from.penalty_percent(), 0, 100, "penalty_percent", check);
  to.partial_credit = from.partial_credit();
  check.that(static_cast<std::size_t>(from.kinds_size()) <= question_kind_count, "kinds");
  for (const int kind : from.kinds()) {
    to.kinds.push_back(plain_enum(static_cast<pb::QuestionKind>(kind), QuestionKind::ShortText, "kinds", check));
  }
  to.generated_names = from.generated_names();
  to.listed = from.listed();
  to.credit_cap_ms = bounded(from.credit_cap_ms(), 0, credit_cap_ms_max, "credit_cap_ms", check);
  const bool own_time = from.exam_seconds() != 0;
  to.exam_seconds = own_time ? bounded(from.exam_seconds(), exam_seconds_min, exam_seconds_max, "exam_seconds", check) : 0;
  to.exam_unscored_count = bounded(from.exam_unscored_count(), 0, questions_per_match_max - 1, "exam_unscored_count", check);
  if (from.team_count() != 0) to.team_count = bounded(from.team_count(), teams_min, teams_max, "team_count", check);
  to.team_forming =
      optional_plain_enum(from.team_forming(), TeamForming::Balanced, "team_forming", check).value_or(TeamForming{});
  if (from.discuss_seconds() != 0) {
    to.discuss_seconds = bounded(from.discuss_seconds(), discuss_seconds_min, discuss_seconds_max, "discuss_seconds", check);
  }
  to.freeze_questions = bounded(from.freeze_questions(), 0, questions_per_match_max, "freeze_questions", check);
  to.rehearsal = from.rehearsal();
  return to;
}

}  // namespace certamen::wire::codec
