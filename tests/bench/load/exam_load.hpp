// The load on a Certamen server: rooms full of players who do what players do, all from one thread.
//
// Half of the players read English and half Spanish. Hosts go on by their orders, so each fan-out is begun by this load and
// can be timed; the last answer of a room brings its reveal. Throws when the server refuses anything or stays silent.
#pragma once

#include <optional>

#include "proto/wire/codec.hpp"
#include "tests/bench/load/figures.hpp"

namespace certamen::bench {

class ExamLoad {
 public:
  struct Plan {
    std::uint16_t port = 0;
    pid_t server = 0;
    std::size_t rooms = 1;
    std::size_t players_per_room = 100;
    bool encrypted = false;
  };
  explicit ExamLoad(const Plan& plan);

  // Opens the rooms and seats everyone in them: the first time with new connections, later with the same.
  [[nodiscard]] Figures seat_everyone();
  // One question in every room, from its announcement to the ranking after it; answers come within `answering`, evenly, at
  // once when that is zero. One entry for each of "announce", "ask", "storm", "reveal", "ranking"; of a match's first question
  // "start" instead of the first two.
  [[nodiscard]] std::vector<Figures> question(std::chrono::milliseconds answering);
  // Ends all matches and closes the rooms.
  void close_rooms();
  // Everyone measures its round trip, as clients do now and then.
  [[nodiscard]] Figures ping();
  // Whether the next question would be one more than a match can have.
  [[nodiscard]] bool used_up() const;

 private:
  struct Client {
    std::size_t room = 0;
    bool host = false;
    std::vector<std::byte> rest{};  // the beginning of a frame
    std::size_t frames = 0;         // since the phase began
    std::size_t expected = 0;       // in this phase
    Moment sent_at{};
    Moment complete_at{};
  };
  struct Room {
    std::size_t host = 0;  // its link
    std::size_t first_player = 0;
    wire::RoomCode code;
    wire::Ticket host_ticket;
    std::uint32_t option_count = 0;
    wire::Instant opens_at{};
    bool told = false;  // what the phase waits for of its host
  };

  void connect_everyone();
  void send(std::size_t link, const wire::ClientMessage& message);
  void order_all(const wire::Order& order);
  void open_rooms();
  void synchronise();
  [[nodiscard]] wire::Instant server_now() const;
  // The soonest and the latest of all rooms.
  [[nodiscard]] std::pair<wire::Instant, wire::Instant> openings() const;
  void wait_until(wire::Instant instant);
  // One phase, in which each player hears `frames` frames; without an order the server's clock begins it.
  [[nodiscard]] Figures fan_out(const char* name, std::size_t frames, const std::optional<wire::Order>& order);
  [[nodiscard]] Figures storm(std::chrono::milliseconds answering);
  [[nodiscard]] Figures reveal();
  void answer(std::size_t link);
  void expect_of_players(std::size_t frames);
  void await(Stopwatch* watch, const std::function<void()>& wake = nullptr);
  void hear(std::size_t link, std::span<const std::byte> bytes, Stopwatch* watch);
  void hear_frame(std::size_t link, std::span<const std::byte> frame, Stopwatch* watch);
  void look_into(std::size_t link, std::span<const std::byte> body);
  void note(Room& room, const wire::RoomFact& fact);
  [[nodiscard]] bool last_of_room(std::size_t link) const;

  Plan plan_;
  std::optional<tls::Context> encryption_;
  Crowd crowd_;
  std::vector<Client> clients_;
  std::vector<Room> rooms_;
  std::size_t missing_ = 0;
  std::uint64_t surplus_ = 0;
  std::uint32_t question_ = 0;
  wire::Duration clock_offset_{};  // the server's timeline less ours
};

}  // namespace certamen::bench
