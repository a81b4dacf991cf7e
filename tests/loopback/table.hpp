// A room with a host and a player on a real server: the set-up most loopback tests share.
#pragma once

#include "tests/support/server_process.hpp"
#include "tests/support/wire_client.hpp"

namespace certamen::test {

// Short, so that a match takes seconds: one question of the bank's shortest kinds.
inline wire::RoomSettings quick_settings() {
  wire::RoomSettings settings;
  settings.question_count = 2;
  settings.reading_seconds = 1;
  settings.answer_seconds = 10;
  settings.kinds = {wire::QuestionKind::SingleChoice, wire::QuestionKind::MultipleResponse, wire::QuestionKind::TrueFalse,
                    wire::QuestionKind::Numeric};
  return settings;
}

struct Host {
  explicit Host(std::uint16_t port, const wire::RoomSettings& settings = quick_settings(),
                WireClient::Speech speech = WireClient::Speech::Plain)
      : client(port, speech) {
    client.greet();
    client.send(wire::OpenRoom{settings, ""});
    joined = client.expect<wire::RoomJoined>();
  }
  void command(wire::Command command) { client.send(wire::CommandRoom{command, *joined.host_ticket}); }

  WireClient client;
  wire::RoomJoined joined;
};

struct Player {
  Player(std::uint16_t port, const wire::RoomCode& code, const std::string& name,
         WireClient::Speech speech = WireClient::Speech::Plain)
      : client(port, speech) {
    client.greet(wire::Language::Spanish);
    client.send(wire::JoinRoom{code, name, wire::Role::Player});
    joined = client.expect<wire::RoomJoined>();
  }
  // Waits until the options are open by the server's clock (a ping tells it), then answers: with the first option or 1
  // where nothing else is said.
  void answer(const wire::QuestionAsked& asked) { answer(asked, any_answer(asked)); }
  void answer(const wire::QuestionAsked& asked, const wire::Answer& answer) {
    client.send(wire::Ping{1});
    client.listen_for(asked.opens_at - client.expect<wire::Pong>().sent_at);
    client.send(wire::SubmitAnswer{asked.number, answer, asked.opens_at, std::nullopt, asked.vote});
  }
  static wire::Answer any_answer(const wire::QuestionAsked& asked) {
    if (asked.options.empty()) return wire::NumericAnswer{1'000'000};
    return wire::ChoiceAnswer{{0}};
  }

  WireClient client;
  wire::RoomJoined joined;
};

inline wire::RoomSettings one_question_settings() {
  wire::RoomSettings settings = quick_settings();
  settings.question_count = 1;
  return settings;
}

// Two players join and play the one question to the podium; the room stays open.
inline void play_one_question(Host& host, std::uint16_t port, const std::string& first, const std::string& second) {
  Player one(port, host.joined.code, first);
  Player other(port, host.joined.code, second);
  host.command(wire::Command::Start);
  one.answer(one.client.expect_room<wire::QuestionAsked>());
  other.answer(other.client.expect_room<wire::QuestionAsked>());
  host.client.expect_room<wire::QuestionRevealed>();
  host.command(wire::Command::Next);
  host.client.expect_room<wire::MatchFinished>();
}

}  // namespace certamen::test
