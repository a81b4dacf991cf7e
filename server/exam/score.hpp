// What an answer is worth.
//
// Pure, integers only. The time that counts is whole tenths of a second, rounded down: it is the figure the player sees
// ("locked in, 3.2 s"), so anyone can recompute their points, and differences far below human and network timing noise do
// not decide a match.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "proto/wire/messages.hpp"
#include "server/exam/grade.hpp"

namespace certamen::exam {

inline constexpr std::int64_t points_possible = 1000;
inline constexpr wire::Duration time_step{100'000};
inline constexpr std::uint32_t full_points_tenths = 5;  // a right answer within half a second is worth everything
inline constexpr std::int64_t streak_step_points = 100;
inline constexpr std::int64_t streak_points_max = 500;

// Marks are worth a hundred points: 1, 2 or 3 for a right answer, 0, -2 or -6 for a wrong one. Saying how sure one really
// is pays best: middle from two thirds, high from four fifths (Gardner-Medwin's certainty-based marking).
struct CertaintyMarks {
  std::int64_t right = 0;
  std::int64_t wrong = 0;
};
[[nodiscard]] CertaintyMarks marks_of(wire::Certainty certainty);

// Whole tenths from opening to answer; zero before the opening.
[[nodiscard]] std::uint32_t answer_tenths(wire::Instant opens_at, wire::Instant answered_at);

// A credit in thousandths, rounded half up.
[[nodiscard]] std::uint32_t thousandths(const Credit& credit);

// An answer as scoring sees it.
struct Attempt {
  Credit credit;
  std::uint32_t tenths = 0;
  std::uint32_t allowed_tenths = 1;  // a later answer counts as the last instant
  std::uint32_t streak = 0;          // right answers in a row, this one included; 0 when it is not right
  std::optional<wire::Certainty> certainty{};
};

struct Earned {
  std::int64_t points = 0;  // the bonus included
  std::int64_t bonus = 0;   // for the streak
  bool operator==(const Earned&) const = default;
};

// How points work in one room. A blank is worth 0 in every scoring.
class Policy {
 public:
  explicit Policy(const wire::RoomSettings& settings);

  // What an answer is worth.
  //   Speed:     P when t < 0.5 s, else round(P * (1 - t / 2T)), so a right answer is never worth less than P/2 and a
  //              blind guess among k options (expected at most P/k) never more than the slowest right answer.
  //   Accuracy:  P.
  //   Both:      0 for a wrong answer. With partial credit the worth is multiplied by the credit before it is rounded
  //              (half up); no blind answer expects more than half the credit. With a penalty, an answer that earns no
  //              credit loses that share of P. With the streak bonus, right answers from the second in a row on earn 100
  //              more a step, up to 500.
  //   Certainty: marks_of() the certainty, low where none is given; no options.
  //   Exam:      P for a right answer, else 0; no options.
  [[nodiscard]] Earned earned(const Attempt& attempt) const;

  // What a right answer may be worth, the bonus left out.
  [[nodiscard]] std::int64_t possible() const;
  // Whether an answer comes with a certainty; otherwise it must not.
  [[nodiscard]] bool asks_certainty() const { return scoring_ == wire::Scoring::Certainty; }
  // The same for a person to read, in the order to be told.
  [[nodiscard]] std::vector<wire::PointsRule> rules() const;

 private:
  [[nodiscard]] bool knows_options() const;
  [[nodiscard]] std::int64_t worth(const Attempt& attempt) const;
  [[nodiscard]] std::int64_t penalty() const;
  [[nodiscard]] bool asks(wire::QuestionKind kind) const;
  void add_worths(std::vector<wire::PointsRule>& rules) const;
  void add_partial_credit(std::vector<wire::PointsRule>& rules) const;

  wire::Scoring scoring_;
  bool streak_bonus_;
  bool partial_credit_;
  std::uint32_t penalty_percent_;
  std::vector<wire::QuestionKind> kinds_;
  std::uint32_t discuss_seconds_;
  bool in_teams_;
  std::uint32_t unscored_count_;
};

}  // namespace certamen::exam
