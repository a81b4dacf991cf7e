// Runs a rehearsal: a crowd of simulated players on a thread and on connections of its own, beside the game.
//
// All public functions belong to the owner's thread; the crowd's thread touches only the mailbox. One rehearsal at a time:
// start() requires that the one before has told its end. Destroying it cancels what runs and waits until everybody has
// left the room, some seconds at most.
#pragma once

#include <memory>
#include <optional>

#include "client/bot/tally.hpp"
#include "client/model/events.hpp"

namespace certamen::rehearsal {

// What a host wants to know of a crowd's figures.
[[nodiscard]] model::RehearsalMeasures measures_of(const bot::Sum& sum);

class Rehearser {
 public:
  Rehearser();
  ~Rehearser();
  Rehearser(const Rehearser&) = delete;
  Rehearser& operator=(const Rehearser&) = delete;

  void start(const model::StartRehearsal& wish);
  void cancel();

  // RehearsalProgressed about once a second, at last a RehearsalEnded. Never blocks.
  [[nodiscard]] std::optional<model::Event> poll();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace certamen::rehearsal
