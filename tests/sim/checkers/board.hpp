// The board equals a plain re-computation.
//
// Points and ranks are counted a second time, from the journal's answers and the published formula alone; nothing of
// server/exam is used. Whatever a host decides about a question or a player, everything is counted anew from the first
// question on. Compared with every ranking, every private result, and the standings that are kept at the end.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {

class Board final : public Checker {
 public:
  static constexpr std::string_view name = "board";
  explicit Board(const Sight& sight) : Checker(name, sight) {}

  void entry_next(const Story& story, const journal::Entry& entry) override;
  void entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>& effects) override;
  void frame_sent(const FrameSent& sent) override;
  void results_kept(hub::GameId game, const wire::MatchFinished& results) override;
  void over() override;

  [[nodiscard]] std::size_t rankings_checked() const { return rankings_checked_; }
  [[nodiscard]] std::size_t exams_checked() const { return exams_checked_; }
  [[nodiscard]] std::size_t frozen_checked() const { return frozen_checked_; }
  [[nodiscard]] std::size_t team_rankings_checked() const { return team_rankings_checked_; }
  // Voided questions and corrected keys.
  [[nodiscard]] std::size_t corrections_checked() const { return corrections_checked_; }

 private:
  struct GivenAnswer {
    wire::Answer answer;
    std::int64_t tenths = 0;
    std::optional<wire::Certainty> certainty;
    wire::Allowance allowance = wire::Allowance::Whole;
  };
  // What is told from one entry on, until the next of its kind; words of before may still be on their way.
  template <class Told>
  struct Version {
    std::uint64_t before = 0;  // the room's sequence before the entry
    std::uint64_t after = 0;   // and after it
    Told told;
  };
  using Counts = std::pair<std::uint32_t, std::uint32_t>;  // right, all
  struct ExamCounts {
    Counts whole;
    std::map<wire::ExamDomain, Counts> by_domain;
    bool operator==(const ExamCounts&) const = default;
  };
  struct Player {
    std::string name;
    std::uint32_t first_question = 1;
    std::uint32_t ranked_from = 0;  // the first question whose reveal it was there for; 0: none yet
    std::int64_t points = 0;
    std::int64_t gained = 0;
    std::uint32_t right_count = 0;
    std::int64_t right_tenths = 0;
    Duration time_credit{};
    std::uint32_t streak = 0;
    std::uint32_t rank = 0;
    std::uint32_t previous_rank = 0;
    std::map<std::uint32_t, wire::OwnResult> results;  // by question; ranks and totals as of that question
    std::map<std::uint32_t, std::vector<Version<wire::OwnResult>>> results_told;
    std::vector<Version<ExamCounts>> exam_told;
  };
  struct Match {
    wire::RoomSettings settings;
    exam::HashKey secret{};
    exam::Paper paper;
    bool gathering = true;
    bool mean_times = false;  // break ties
    std::uint32_t seats_given = 0;
    std::uint32_t host = 1;                                                     // seat
    std::map<std::uint32_t, room::Joined> joins;                                // by seat, of those who still have it
    std::map<std::uint32_t, Instant> gone_since;                                // by seat, the last time
    std::map<std::uint32_t, Player> players;                                    // by seat
    std::map<std::uint32_t, std::map<std::uint32_t, GivenAnswer>> given;        // by question, by seat
    std::map<std::uint32_t, std::map<std::uint32_t, GivenAnswer>> first_votes;  // likewise, once they are closed
    std::map<std::uint32_t, wire::Allowance> allowances;                        // by seat
    std::map<wire::SeatId, wire::TeamNumber> teams;                             // after the entry
    bool reading = false;
    bool finished = false;
    std::vector<wire::RankingRow> uncovered;  // the standings last seen, when the match ended frozen
    std::vector<wire::TeamRow> teams_seen;    // as of the last question whose standings everybody may know
    std::vector<std::vector<wire::RankingRow>> rankings_told;
    Instant opens_at{};
    std::uint32_t number = 0;      // of the question announced last
    std::set<std::uint32_t> over;  // questions that were revealed or skipped
    std::set<std::uint32_t> skipped;
    std::set<std::uint32_t> voided;
    std::set<std::uint32_t> unscored;
    std::set<std::uint32_t> key_corrected;
    std::map<std::uint32_t, std::uint32_t> extended;                         // seconds, by question
    std::map<std::uint32_t, std::pair<std::uint32_t, std::int64_t>> before;  // rank and points by seat, before a correction
    std::uint64_t sequence_before = 0;                                       // of the room, before the entry
    std::vector<wire::MatchFinished> finishes;                               // as told, with every row
    std::uint32_t fastest_seat = 0;
    std::int64_t fastest_tenths = 0;
    std::uint32_t streak_seat = 0;
    std::uint32_t streak_length = 0;
  };

  [[nodiscard]] static bool repeats(const Match& match, const room::Joined& joined);
  static void unseat(Match& match, wire::SeatId seat);
  void follow_release(const Story& story, Match& match, const journal::Entry& entry, const wire::RosterChanged& fact);
  void follow(Match& match, const journal::Entry& entry);
  [[nodiscard]] static Instant moment_of(const Match& match, Player& player, const room::Answered& answered);
  void obey(Match& match, const room::Commanded& commanded);
  void follow_fact(const Story& story, Match& match, const wire::RoomFact& fact);

  // board_standings.cpp: teams, and standings that are kept back
  [[nodiscard]] static std::uint32_t frozen_from(const Match& match);
  [[nodiscard]] static bool frozen(const Match& match);
  [[nodiscard]] static std::uint32_t shown_after(const Match& match);
  [[nodiscard]] static Match as_seen(const Match& match);
  [[nodiscard]] static std::vector<wire::TeamRow> team_rows(const Match& match);
  [[nodiscard]] static std::optional<std::pair<std::uint32_t, std::int64_t>> standing_seen(const Match& match,
                                                                                           const Player& player);
  static void keep_teams_seen(Match& match);
  static void carry_first_votes(Match& match, std::uint32_t number);
  [[nodiscard]] static std::uint32_t window_tenths(const Match& match, std::uint32_t number, wire::Allowance allowance);
  void compare(const wire::RoomCode& code, Match& match, const wire::RankingShown& shown);
  void compare_ranking_seen(const wire::RoomJoined& joined);

  // board_counting.cpp
  static void recount(Match& match);
  static void rank_those_present(Match& match, std::uint32_t number);
  static void count_question(Match& match, std::uint32_t number);
  static void count_answer(Match& match, std::uint32_t seat, Player& player, std::uint32_t number);
  static void rank(Match& match, std::uint32_t number);
  static void keep_told(Match& match, std::uint64_t sequence_after);
  [[nodiscard]] static bool counts_at_all(const Match& match, std::uint32_t number);
  [[nodiscard]] static ExamCounts exam_counts(const Match& match, const Player& player);
  [[nodiscard]] static std::vector<wire::RankingRow> rows(const Match& match);
  [[nodiscard]] static wire::MatchFinished finish_of(const Match& match);

  void compare_rows(const wire::RoomCode& code, const Match& match, const std::vector<wire::RankingRow>& shown);
  void compare(const wire::RoomCode& code, const Match& match, const wire::QuestionRevealed& shown);
  void compare(const wire::RoomCode& code, const Match& match, const wire::RankingCorrected& shown);
  void compare(const wire::RoomCode& code, const Match& match, const wire::MatchFinished& shown);
  void compare(const SeatPlace& place, std::uint64_t sequence, const wire::ExamResult& shown);
  void compare(const SeatPlace& place, std::uint64_t sequence, const wire::OwnResult& shown);
  void compare(const SeatPlace& place, std::uint64_t sequence, const wire::QuestionReviewed& shown);
  [[nodiscard]] const Match* match_of(const wire::RoomCode& code) const;
  [[nodiscard]] const Player* player_of(const SeatPlace& place) const;

  std::map<hub::GameId, Match> matches_;
  std::size_t rankings_checked_ = 0;
  std::size_t exams_checked_ = 0;
  std::size_t frozen_checked_ = 0;  // rankings
  std::size_t team_rankings_checked_ = 0;
  std::size_t corrections_checked_ = 0;
};

}  // namespace certamen::sim
