// One answer counts per player, question and vote, received while it was open, and what was acknowledged is never lost.
//
// The time in which a question is open is followed from what the room tells its members, not from the room. Receipts are
// followed at the sockets. At the end every acknowledgement that left the server is looked up in the journal on the disk.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "tests/sim/checkers/checker.hpp"

namespace certamen::sim {

class CountedAnswers final : public Checker {
 public:
  static constexpr std::string_view name = "counted answers";
  explicit CountedAnswers(const Sight& sight) : Checker(name, sight) {}

  void bytes_heard(ConnectionId connection) override;
  void entry_next(const Story& story, const journal::Entry& entry) override;
  void entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>& effects) override;
  void frame_sent(const FrameSent& sent) override;
  void over() override;

  [[nodiscard]] std::size_t count() const { return counted_.size(); }
  // Answers of exams that took the place of others.
  [[nodiscard]] std::size_t changes() const { return changes_; }

 private:
  struct Window {
    std::uint32_t number = 0;      // of the question that is open; 0: none
    std::uint32_t exam_count = 0;  // in an exam all these are open
    Instant opens_at{};
    Instant closes_at{};
    std::optional<Instant> paused_since;
    std::uint32_t vote = 1;
  };
  using Key = std::tuple<hub::GameId, std::uint32_t, std::uint32_t, std::uint32_t>;  // game, seat, question, vote
  struct Counted {
    std::vector<wire::Answer> answers;  // in an exam each takes the place of the one before
    Instant received_at{};              // of the last
    std::int64_t tenths_min = 0;        // with all the credit that the room may give
    std::int64_t tenths_max = 0;        // by the receipt
    [[nodiscard]] bool ever(const wire::Answer& answer) const;
  };
  void check(const Story& story, const room::Answered& answered);
  [[nodiscard]] Instant closes_for(const Story& story, wire::SeatId seat) const;
  void acknowledged(const wire::RoomCode& code, wire::SeatId seat, const wire::AnswerLocked& locked);

  std::map<ConnectionId, std::set<Instant>> receipts_;
  std::map<hub::GameId, Window> windows_;
  std::map<std::pair<hub::GameId, wire::SeatId>, wire::Allowance> allowances_;
  std::map<Key, Counted> counted_;
  std::map<Key, std::vector<wire::Answer>> acknowledged_;
  std::size_t changes_ = 0;
};

}  // namespace certamen::sim
