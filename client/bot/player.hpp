// A simulated player: the real model, played by a persona.
//
// Pure: it takes what happens and returns what its connection must do, under any clock. Whoever owns it steps it with
// model::Tick at deadline(). It plays until it has seen the whole review of its match, then it is done().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "client/bot/persona.hpp"
#include "client/bot/tally.hpp"
#include "client/model/events.hpp"

namespace certamen::bot {

// What the player is here for.
struct Guest {
  wire::RoomCode code;
};
struct Host {  // opens a room, waits for so many players, starts, and sets the pace where the settings leave that to it
  wire::RoomSettings settings;
  std::size_t players_awaited = 1;
  wire::Duration patience{};  // after which it starts with fewer, when nobody more has come; 0: it waits for all
};
using Part = std::variant<Guest, Host>;

// Which servers a simulated player believes.
struct Safety {
  std::string fingerprint;         // of the only certificate; empty: none is known
  bool strangers_allowed = false;  // and then the first one met is believed
  bool plain_allowed = false;      // beyond this machine itself
};

// What the doors ask for; empty where they ask nothing.
struct Passwords {
  std::string server;
  std::string room;
};

// How long a pacing host looks at a reveal or a ranking.
inline constexpr wire::Duration host_look_time = std::chrono::milliseconds{1500};

class Player {
 public:
  Player(Persona persona, Part part, std::string address, wire::Language language, const Safety& safety = {},
         const Passwords& passwords = {});

  // Asks for the room. Call once, first.
  [[nodiscard]] std::vector<model::Command> begin(wire::Instant now);
  [[nodiscard]] std::vector<model::Command> step(const model::Event& event, wire::Instant now);
  [[nodiscard]] std::optional<wire::Instant> deadline() const;

  // Gives the seat up: the last thing a player does.
  [[nodiscard]] std::vector<model::Command> leave(wire::Instant now);

  // Finished, or failed for good.
  [[nodiscard]] bool done() const { return tally_.finished || !tally_.failure.empty(); }
  [[nodiscard]] const model::Model& model() const { return model_; }
  [[nodiscard]] const Tally& tally() const { return tally_; }

 private:
  void apply(const model::Event& event, wire::Instant now);
  void react(wire::Instant now);
  void observe(wire::Instant now);
  void observe_failure();
  void answer(wire::Instant now);
  void sit_exam(wire::Instant now);
  void work_on_paper(wire::Instant now);
  void host(wire::Instant now);
  void review(wire::Instant now);
  void check_review();
  [[nodiscard]] std::optional<wire::Instant> decision_local() const;
  [[nodiscard]] std::optional<wire::Instant> pace_local() const;
  [[nodiscard]] std::optional<wire::Instant> patience_local() const;

  Persona persona_;
  Part part_;
  model::Model model_;
  Tally tally_;
  std::optional<Decision> decision_;
  std::optional<wire::Instant> paper_due_local_;  // an exam: when the next question is looked at
  std::uint32_t paper_number_ = 0;                // the one looked at last
  std::vector<model::Command> commands_;          // of the step in progress
  std::uint64_t connection_seen_ = 0;
  wire::Instant began_local_{};
  std::size_t players_seen_ = 0;  // a host's: connected, and since when so many
  wire::Instant players_since_local_{};
};

}  // namespace certamen::bot
