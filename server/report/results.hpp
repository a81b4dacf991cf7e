// A game's results for whoever exports them: players, questions, every answer with its timing, item statistics.
//
// Pure; from the journal, so also of games that were never finished: then what was revealed counts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/report/fairness.hpp"
#include "server/report/game.hpp"
#include "server/report/standings.hpp"
#include "server/report/statistics.hpp"

namespace certamen::report {

struct AnswerResult {
  std::string words;  // in the language chosen
  bool right = false;
  std::uint32_t credit_thousandths = 0;
  std::uint32_t tenths = 0;  // the time that counted
  std::int64_t points = 0;   // the bonus included
  std::int64_t bonus = 0;
  std::optional<wire::Certainty> certainty{};
  wire::Duration received{};                           // at the server's socket, after the opening
  wire::Duration chosen{};                             // what the client claimed, after the opening
  std::optional<wire::Duration> time_credit{};         // for the way of the answer, where the room gives one
  wire::Allowance allowance = wire::Allowance::Whole;  // by which the time was judged
  // Of the first vote, where there were two and this player gave one; who did not vote again stood by it.
  std::string first_words{};
  bool first_right = false;
  std::uint32_t first_tenths = 0;
};

struct PlayerResult {
  Row row;
  std::size_t asked_count = 0;
  std::size_t unscored_count = 0;  // of those, the ones that an exam asked without counting them
  std::size_t answered_count = 0;
  std::vector<bool> asked;                           // by question
  std::vector<std::optional<AnswerResult>> answers;  // by question; none for a blank
  std::optional<Third> third;
  wire::TeamNumber team = 0;  // 0: none
};

// An answer that somebody gave, or an option, and who chose it.
struct Choice {
  std::string words;
  bool right = false;
  std::size_t upper = 0;  // by third of the players
  std::size_t middle = 0;
  std::size_t lower = 0;
  std::size_t count = 0;  // all, also those of no third
};

struct QuestionResult {
  std::uint32_t number = 0;
  std::string id;
  wire::QuestionKind kind = wire::QuestionKind::SingleChoice;
  wire::ExamDomain domain = wire::ExamDomain::Secure;
  std::uint32_t difficulty = 1;
  std::string topic;
  std::string prompt;
  std::string key;
  std::string explanation;
  std::string ruling;     // voided, skipped, key corrected, unscored; empty where there is none
  bool unscored = false;  // asked in an exam without counting, whatever else was ruled
  ItemStatistics statistics;
  // Choices: every option, in the order of the paper. Matching and ordering: every pair that was made, of option and match
  // or of place and option. Others: what was answered, the most frequent first, at most choices_max. Where an answer has
  // several parts a player counts at each.
  std::vector<Choice> choices;
  std::size_t choices_left_out = 0;  // players whose answer is not among these
  Choice omitted;                    // those who gave none
};
inline constexpr std::size_t choices_max = 8;

struct GameResults {
  std::uint64_t game = 0;
  wire::RoomCode code;
  wire::Language language = wire::Language::English;
  wire::RoomSettings settings;
  bool finished = false;
  std::size_t paper_questions = 0;  // on the paper; `questions` has those revealed
  std::string digest;
  bool has_thirds = false;
  std::vector<PlayerResult> players;  // best first
  std::vector<QuestionResult> questions;
  std::vector<wire::TeamRow> teams;      // best first; empty without teams
  std::vector<FairnessResult> fairness;  // empty where the room reports none
};

// A fault names the entry at which the journal breaks.
[[nodiscard]] wire::Result<GameResults> results_of(const Game& game, wire::Language language);

}  // namespace certamen::report
