// The board equals a plain re-computation.
//
// Points and ranks are counted a second time, from the journal's answers and the published formula alone; nothing of
// server/exam is used. Compared with every ranking, every private result, and the standings that are kept at the end.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {

class Board final : public Checker {
 public:
  static constexpr std::string_view name = "board";
  explicit Board(const Sight& sight) : Checker(name, sight) {}

  void entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>& effects) override;
  void frame_sent(const FrameSent& sent) override;
  void results_kept(hub::GameId game, const wire::MatchFinished& results) override;
  void over() override;

  [[nodiscard]] std::size_t rankings_checked() const { return rankings_checked_; }

 private:
  struct GivenAnswer {
    wire::Answer answer;
    std::int64_t tenths = 0;
    std::optional<wire::Certainty> certainty;
  };
  struct Player {
    std::string name;
    std::int64_t points = 0;
    std::int64_t gained = 0;
    std::uint32_t right_count = 0;
    std::int64_t right_tenths = 0;
    std::uint32_t streak = 0;
    std::uint32_t rank = 0;
    std::uint32_t previous_rank = 0;
    std::map<std::uint32_t, wire::OwnResult> results;  // by question; ranks and totals as of that question
  };
  struct Match {
    wire::RoomSettings settings;
    exam::Paper paper;
    bool gathering = true;
    std::uint32_t seats_given = 0;
    std::map<std::uint32_t, room::Joined> joins;                          // by seat, of those who still have it
    std::map<std::uint32_t, Instant> gone_since;                          // by seat, the last time
    std::map<std::uint32_t, Player> players;                              // by seat
    std::map<std::uint32_t, std::map<std::uint32_t, GivenAnswer>> given;  // by question, by seat
    Instant opens_at{};
    std::uint32_t counted = 0;  // questions
    std::uint32_t fastest_seat = 0;
    std::int64_t fastest_tenths = 0;
    std::uint32_t streak_seat = 0;
    std::uint32_t streak_length = 0;
    bool finished = false;
  };

  [[nodiscard]] static bool repeats(const Match& match, const room::Joined& joined);
  static void unseat(Match& match, wire::SeatId seat);
  void follow_release(const Story& story, Match& match, const journal::Entry& entry, const wire::RosterChanged& fact);
  void follow(Match& match, const journal::Entry& entry);
  void count_question(Match& match, std::uint32_t number);
  static void rank(Match& match);
  [[nodiscard]] static std::vector<wire::RankingRow> rows(const Match& match);
  void compare_rows(const wire::RoomCode& code, const Match& match, const std::vector<wire::RankingRow>& shown,
                    std::size_t rows_max);
  void compare(const wire::RoomCode& code, const Match& match, const wire::MatchFinished& shown, std::size_t rows_max);
  void compare(const wire::RoomCode& code, wire::SeatId seat, const wire::OwnResult& shown);
  void compare(const wire::RoomCode& code, wire::SeatId seat, const wire::QuestionReviewed& shown);
  [[nodiscard]] const wire::OwnResult* counted(const wire::RoomCode& code, wire::SeatId seat, std::uint32_t number) const;

  std::map<hub::GameId, Match> matches_;
  std::size_t rankings_checked_ = 0;
};

}  // namespace certamen::sim
