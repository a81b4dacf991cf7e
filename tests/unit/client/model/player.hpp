// One player's model under test: a local clock set by hand, and everything it asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "client/model/queries.hpp"
#include "client/model/update.hpp"

namespace certamen::model::test {

inline constexpr Duration millisecond = std::chrono::milliseconds{1};
inline constexpr Duration second = std::chrono::seconds{1};

// The server's timeline is this much ahead of the local one, in every test that does not say otherwise.
inline constexpr Duration server_ahead = std::chrono::seconds{1000};

inline Instant local(std::int64_t milliseconds) {
  return Instant{} + std::chrono::seconds{10} + milliseconds * millisecond;
}
inline Instant server(std::int64_t milliseconds) {
  return local(milliseconds) + server_ahead;
}

// For a host or co-host.
inline wire::Ticket rights_ticket() {
  wire::Ticket ticket;
  ticket.bytes.fill(42);
  return ticket;
}

struct Player {
  Model model = make_model(Profile{}, "quiz.example:7000", 1);
  Instant now = local(0);
  std::vector<Command> commands;  // of the last call

  void does(const Event& event) { commands = update(model, event, now); }
  void at(std::int64_t milliseconds) { now = local(milliseconds); }
  void hears(wire::ServerMessage message) { does(Received{model.connection.number, std::move(message)}); }
  void hears(std::uint64_t sequence, wire::RoomFact fact) { hears(wire::RoomEvent{sequence, std::move(fact)}); }
  void told(std::uint64_t sequence, wire::SeatFact fact) { hears(wire::SeatEvent{sequence, std::move(fact)}); }

  template <class Kind>
  [[nodiscard]] std::vector<Kind> all() const {
    std::vector<Kind> found;
    for (const auto& command : commands) {
      if (const auto* kind = std::get_if<Kind>(&command)) found.push_back(*kind);
    }
    return found;
  }
  template <class Message>
  [[nodiscard]] std::vector<Message> sent() const {
    std::vector<Message> found;
    for (const auto& send : all<SendMessage>()) {
      if (const auto* message = std::get_if<Message>(&send.message)) found.push_back(*message);
    }
    return found;
  }
  [[nodiscard]] bool noticed(const decltype(Notice::about)& about) const {
    for (const auto& notice : model.notices) {
      if (notice.about == about) return true;
    }
    return false;
  }

  // From an open connection attempt to a greeted, synchronised connection, in no time at all.
  void gets_online() {
    does(Connected{model.connection.number});
    hears(wire::Welcome{1, "test", "00", 200});
    const auto greeted = commands;
    const auto nonce = model.clock.last_nonce;
    hears(wire::Pong{nonce, now + server_ahead, now + server_ahead});
    commands = greeted;
  }
  void wants_in(const std::string& code = "ABC234") {
    does(SetName{"Ada"});
    does(SetCode{code});
    does(JoinRoom{});
  }
  void joins(wire::Snapshot snapshot = {}, const std::string& code = "ABC234") {
    wants_in(code);
    gets_online();
    hears(joined(std::move(snapshot), code));
  }
  void loses_connection() { does(Disconnected{model.connection.number, "reset by peer"}); }
  void waits_for_retry() {
    now = *model.connection.retry_at_local;
    does(Tick{});
  }

  static wire::Ticket ticket() {
    wire::Ticket ticket;
    ticket.bytes.fill(7);
    return ticket;
  }
  static wire::RoomJoined joined(wire::Snapshot snapshot, const std::string& code = "ABC234") {
    wire::RoomJoined joined;
    joined.code = code;
    joined.seat = {2};
    joined.ticket = ticket();
    joined.snapshot = std::move(snapshot);
    return joined;
  }
};

// A question that opens at server(3000), for ten seconds.
inline wire::QuestionAnnounced announced(std::uint32_t number, wire::QuestionKind kind = wire::QuestionKind::SingleChoice) {
  wire::QuestionAnnounced fact;
  fact.number = number;
  fact.total = 5;
  fact.kind = kind;
  fact.prompt = "?";
  fact.opens_at = server(3000);
  return fact;
}
inline wire::QuestionAsked asked(std::uint32_t number, std::uint32_t choose = 1) {
  wire::QuestionAsked fact;
  fact.number = number;
  fact.options = {"one", "two", "three", "four"};
  fact.choose = choose;
  fact.opens_at = server(3000);
  fact.closes_at = server(13000);
  fact.points_possible = 1000;
  fact.shuffle_seed = 99;
  return fact;
}
inline wire::QuestionRevealed revealed(std::uint32_t number) {
  wire::QuestionRevealed fact;
  fact.number = number;
  fact.key = {2};
  fact.picks_by_option = {1, 0, 5, 2};
  fact.reasons = {"because 1", "because 2", "because 3", "because 4"};
  return fact;
}

// A seat in a room whose question 1 is open: sequence 2, half a second after opening.
inline Player asking_player(wire::QuestionKind kind = wire::QuestionKind::SingleChoice, std::uint32_t choose = 1,
                            wire::RoomSettings settings = {}) {
  Player player;
  wire::Snapshot snapshot;
  snapshot.settings = std::move(settings);
  player.joins(std::move(snapshot));
  player.hears(1, announced(1, kind));
  player.at(2700);
  auto question = asked(1, choose);
  if (kind == wire::QuestionKind::Numeric || kind == wire::QuestionKind::ShortText) question.options.clear();
  if (kind == wire::QuestionKind::Matching) question.matches = {"red", "green", "blue", "white"};
  player.hears(2, question);
  player.at(3500);
  return player;
}

// The room as the server would describe it in the same moment.
inline wire::Snapshot asking_snapshot(std::uint32_t number = 1) {
  wire::Snapshot snapshot;
  snapshot.sequence = 2;
  snapshot.phase = wire::Phase::Asking;
  snapshot.announced = announced(number);
  snapshot.asked = asked(number);
  return snapshot;
}

}  // namespace certamen::model::test
