// A room under a clock of its own, played event by event.
//
// Every step is watched: what the room records, given to a second room, must make the same room (so nothing changes
// unrecorded), and nothing it sends may hold a secret of a question that was not revealed yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/room/room.hpp"
#include "tests/unit/server/effects.hpp"
#include "tests/unit/server/sample_paper.hpp"

namespace certamen::server_test {

// A digest that stands for the ticket number `number`.
[[nodiscard]] room::TicketDigest ticket_digest(std::uint32_t number);
inline constexpr std::uint32_t host_rights = 0xFFFF;  // the number of the host's other ticket

// Host-paced, three seconds of reading, the paper's own twenty seconds a question.
[[nodiscard]] wire::RoomSettings match_settings();
[[nodiscard]] wire::RoomSettings automatic_settings();
[[nodiscard]] wire::RoomSettings solo_settings();

class RoomWorld {
 public:
  explicit RoomWorld(const wire::RoomSettings& settings = match_settings());

  // ---- what happens, at now() ----

  Effects step(const room::Event& event);
  Effects command(wire::Command command);
  // As `seat` with the ticket of that number; a ticket that the command makes has the number of the next event.
  Effects order(const wire::Order& order, wire::SeatId seat = {1}, std::uint32_t ticket = host_rights);
  [[nodiscard]] std::uint32_t next_ticket() const { return 0x10000U + static_cast<std::uint32_t>(story_.size()); }
  Effects answer(wire::SeatId seat, const wire::Answer& answer, std::optional<wire::Certainty> certainty = std::nullopt);
  // Received at another instant than it is stepped: it was on its way between threads.
  Effects answer_received(wire::SeatId seat, const wire::Answer& answer, wire::Instant received_at);
  Effects try_join(const std::string& name, wire::Role role = wire::Role::Player);
  // Joins and must be let in.
  wire::SeatId join(const std::string& name, wire::Role role = wire::Role::Player);
  Effects resume(wire::SeatId seat);

  // ---- time ----

  void wait(wire::Duration length) { now_ += length; }
  // Moves to the room's deadline and ticks. Requires one.
  Effects tick();
  // Ticks at every deadline up to then and stays there.
  Effects tick_until(wire::Instant until);
  Effects tick_for(wire::Duration length) { return tick_until(now_ + length); }

  // ---- shortcuts ----

  // Start, and a paper of so many questions.
  Effects start(std::uint32_t question_count = 4);
  // Plays on, by deadlines and as the host, until the room is in this phase. Nobody answers.
  void play_to(wire::Phase phase);
  // Plays on to the next instant at which options open.
  void open_question();

  [[nodiscard]] const room::Room& room() const { return room_; }
  [[nodiscard]] const room::Member& member(wire::SeatId seat) const { return room_.members().at(seat); }
  [[nodiscard]] wire::Phase phase() const { return room_.phase(); }
  [[nodiscard]] wire::Instant now() const { return now_; }
  [[nodiscard]] wire::SeatId host() const { return {1}; }
  [[nodiscard]] wire::Snapshot snapshot(wire::Language language = wire::Language::English) const;
  [[nodiscard]] wire::QuestionAsked asked() const { return snapshot().asked.value(); }
  [[nodiscard]] const exam::Question& question() const;
  [[nodiscard]] wire::Answer right() const { return right_answer(question()); }
  [[nodiscard]] wire::Answer wrong() const { return wrong_answer(question()); }

  // Every event that was accepted so far, the opening first.
  [[nodiscard]] const std::vector<std::pair<room::Event, wire::Instant>>& story() const { return story_; }

 private:
  void check_nothing_unrecorded(const room::Event& event, const Effects& effects);
  void check_secrets(const Effects& effects);

  wire::Instant now_{wire::Duration{100'000'000}};
  room::Opened opened_;
  room::Room room_;
  room::Room shadow_;
  std::vector<std::pair<room::Event, wire::Instant>> story_;
  std::uint32_t revealed_count_ = 0;
};

}  // namespace certamen::server_test
