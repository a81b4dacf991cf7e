// One person of the crash test: plays through a real connection, and comes back after every kill.
//
// Speaks the wire protocol alone and as fast as the match allows, so that there is always something on its way when the
// server dies. Writes down in the ledger what the server promised.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "server/exam/random.hpp"
#include "tests/loopback/crash/ledger.hpp"
#include "tests/support/wire_client.hpp"

namespace certamen::test {

// A room and those who play in it.
struct CrashTable {
  std::optional<wire::RoomCode> code;
  std::size_t players = 0;
  std::size_t seated = 0;
  bool finished = false;
};

class CrashPerson {
 public:
  // `table` and `ledger` outlive this. The host opens the room and sets its pace; players answer.
  CrashPerson(CrashTable& table, Ledger& ledger, bool hosts, std::string name, std::uint64_t seed);

  void connect(std::uint16_t port);
  // Takes in what arrived and does what is due.
  void step(Steady::time_point now);
  // Takes in what the server still said before it died, and lets the connection go.
  void lose_server(Steady::time_point now);
  [[nodiscard]] int descriptor() const { return client_ ? client_->descriptor() : -1; }

 private:
  void take_in(Steady::time_point now);
  void on(const wire::ServerMessage& message, Steady::time_point now);
  void on(const wire::RoomJoined& joined, Steady::time_point now);
  void on(const wire::RoomEvent& event, Steady::time_point now);
  void on(const wire::Rejected& rejected, Steady::time_point now);
  void asked(const wire::QuestionAsked& question);
  void locked(const wire::AnswerLocked& answer);
  void enter();
  void act(Steady::time_point now);
  void answer(Steady::time_point now);
  void pace(Steady::time_point now);
  void phase_is(wire::Phase phase, Steady::time_point now);
  [[nodiscard]] Steady::duration up_to(int milliseconds);

  CrashTable& table_;
  Ledger& ledger_;
  const bool hosts_;
  const std::string name_;
  exam::Random random_;
  std::unique_ptr<WireClient> client_;

  // Kept over kills.
  std::optional<wire::Ticket> ticket_;
  std::optional<wire::Ticket> host_ticket_;
  wire::SeatId seat_;
  std::uint32_t entries_tried_ = 0;

  // Of this connection.
  bool greeted_ = false;
  bool entered_ = false;
  bool entering_ = false;
  bool paused_ = false;
  std::optional<wire::Phase> phase_;
  std::optional<wire::QuestionAsked> asked_;
  bool answered_ = false;
  wire::Duration dither_{};  // after the opening
  Steady::time_point quiet_until_{};
  Steady::time_point ping_at_{};
  std::optional<std::pair<wire::Instant, Steady::time_point>> clock_;
};

}  // namespace certamen::test
