// Every limit of the wire, in one place and asserted against each other.
//
// Both sides check a value against these before they act on it; the codec refuses what is outside.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace certamen::wire {

inline constexpr std::uint32_t protocol_version_min = 1;
inline constexpr std::uint32_t protocol_version_max = 1;

// A frame is a 4-byte big-endian length and that many bytes of one encoded message.
inline constexpr std::size_t frame_header_bytes = 4;
inline constexpr std::size_t client_frame_bytes_max = std::size_t{20} * 1024;   // what a server accepts from a client
inline constexpr std::size_t server_frame_bytes_max = std::size_t{352} * 1024;  // what a client accepts from a server

inline constexpr std::size_t ticket_bytes = 16;
inline constexpr std::size_t room_code_letters = 6;
inline constexpr std::size_t name_bytes_max = 128;  // UTF-8, before folding
inline constexpr std::size_t name_graphemes_max = 24;
inline constexpr std::size_t version_text_bytes_max = 64;
inline constexpr std::size_t password_bytes_max = 128;  // of a room or of the server, UTF-8

inline constexpr std::size_t players_per_room_max = 1000;
inline constexpr std::size_t seats_per_room_max = 1024;  // with hosts, co-hosts and spectators
inline constexpr std::size_t ranking_rows_max = 100;  // rows in one RankingShown or MatchFinished
inline constexpr std::size_t ranking_row_bytes_max = name_bytes_max + 64;
inline constexpr std::size_t roster_row_bytes_max = name_bytes_max + 32;

inline constexpr std::size_t options_max = 8;
inline constexpr std::size_t questions_per_match_max = 100;
inline constexpr std::size_t topics_max = 256;
inline constexpr std::size_t topic_id_bytes_max = 64;
inline constexpr std::size_t topic_title_bytes_max = 512;
inline constexpr std::size_t text_bytes_max = 2048;  // any one text of a question
inline constexpr std::size_t notes_per_question_max = 8;
inline constexpr std::size_t text_answer_bytes_max = 256;  // UTF-8, as typed and as folded
inline constexpr std::size_t spellings_max = 20;           // accepted spellings that a reveal shows
inline constexpr std::size_t points_rules_max = 16;
inline constexpr std::uint32_t credit_cap_ms_max = 1000;
inline constexpr std::size_t fairness_row_bytes_max = 72;
inline constexpr std::size_t class_row_bytes_max = 24;
inline constexpr std::size_t missed_questions_max = 10;
inline constexpr std::uint32_t extension_seconds_max = 600;
inline constexpr std::uint32_t exam_seconds_min = 10;
inline constexpr std::uint32_t exam_seconds_max = 36'000;
inline constexpr std::uint32_t teams_min = 2;
inline constexpr std::uint32_t teams_max = 8;
inline constexpr std::uint32_t discuss_seconds_min = 5;
inline constexpr std::uint32_t discuss_seconds_max = 600;
inline constexpr std::size_t allowance_row_bytes_max = 16;
inline constexpr std::size_t resolver_step_bytes_max = 48;
inline constexpr std::uint32_t exam_seconds_per_question = 120;  // 65 questions in 130 minutes

inline constexpr std::size_t address_bytes_max = 80;  // HOST:PORT by numbers, with an interface's name
inline constexpr std::size_t reachable_addresses_max = 8;

// A beacon is one datagram, small enough to cross any network whole.
inline constexpr std::size_t beacon_bytes_max = 508;
inline constexpr std::size_t beacon_rooms_max = 32;
inline constexpr std::size_t server_name_bytes_max = 64;

// Numeric answers travel as whole millionths.
inline constexpr std::int64_t numeric_micros_max = 1'000'000'000'000'000;  // 10^9 with six decimals

static_assert(client_frame_bytes_max < server_frame_bytes_max);
static_assert(seats_per_room_max * roster_row_bytes_max < server_frame_bytes_max, "a snapshot's roster fits a frame");
static_assert(ranking_rows_max * ranking_row_bytes_max * 2 < server_frame_bytes_max, "two rankings fit a snapshot");
static_assert(topics_max * (topic_id_bytes_max + topic_title_bytes_max + 32) < server_frame_bytes_max,
              "the topic list fits a frame");
static_assert(topics_max * (topic_id_bytes_max + 4) + name_bytes_max + password_bytes_max + 256 < client_frame_bytes_max,
              "a wish for a room about every topic fits a frame");
// Texts a question shows beside its prompt, title, unit and explanation: options, matches, reasons of both and of what was
// given, notes with their remarks; and the spellings.
inline constexpr std::size_t revealed_question_bytes_max =
    (4 * options_max + 2 * notes_per_question_max + 4) * text_bytes_max +
    (spellings_max + options_max) * text_answer_bytes_max;
static_assert(revealed_question_bytes_max < server_frame_bytes_max, "a whole revealed question fits a frame");
// A question is on the screens, or standings are: the last shown and the true ones, or the final ones with how they came.
inline constexpr std::size_t standings_bytes_max =
    ranking_rows_max * (ranking_row_bytes_max * 2 + resolver_step_bytes_max + fairness_row_bytes_max);
static_assert(seats_per_room_max * (roster_row_bytes_max + allowance_row_bytes_max) +
                      std::max(revealed_question_bytes_max, standings_bytes_max) + points_rules_max * 32 +
                      topics_max * (topic_id_bytes_max + 4) + 4096 <
                  server_frame_bytes_max,
              "a snapshot holds roster, allowances, a question or standings, rules and settings");
static_assert(seats_per_room_max * roster_row_bytes_max + questions_per_match_max * (text_answer_bytes_max + 64) +
                      standings_bytes_max + points_rules_max * 32 + topics_max * (topic_id_bytes_max + 4) +
                      seats_per_room_max * (class_row_bytes_max + allowance_row_bytes_max) +
                      missed_questions_max * (text_bytes_max + 32) + 4096 <
                  server_frame_bytes_max,
              "a snapshot of an exam holds roster, own answers, standings, class report, rules and settings");

}  // namespace certamen::wire
