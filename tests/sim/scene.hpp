// A scene that a test plays by hand: a few programs in rooms of a real server, nothing by chance.
//
// Time passes only in the calls that say so. Whatever goes wrong on the way is found by the checkers, in conclude().
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "server/journal/journal.hpp"
#include "tests/sim/simulation.hpp"

namespace certamen::sim {

class Scene final : private Watcher {
 public:
  explicit Scene(const Plan& plan);

  // A program that opens a room and is host there.
  Program& open(const wire::RoomSettings& settings, wire::Language language = wire::Language::English);
  // A program that enters the room opened last.
  Program& join(const std::string& name, wire::Language language = wire::Language::English,
                wire::Role role = wire::Role::Player);
  // The same person's program, opened again with what the old one had saved; on its way back to its seat.
  Program& reopen(const Program& closed);

  void command(Program& host, wire::Command command);
  // Lets time pass until every running program in the room shows the phase of that question; false after a minute.
  [[nodiscard]] bool reach(wire::Phase phase, std::uint32_t number);
  // Lets time pass until the question on everybody's board is open.
  [[nodiscard]] bool open_question(std::uint32_t number);
  // Gives the open question an answer; time does not pass.
  void answer(Program& program, bool right);
  // An answer of this question's form, as a message.
  [[nodiscard]] static wire::SubmitAnswer some_answer(const Program& program, wire::OptionIndex option = 0);
  void run_for(Duration length) { simulation_.run_for(length); }
  [[nodiscard]] bool run_until(const std::function<bool()>& come_true, Duration limit = 60s) {
    return simulation_.run_until(come_true, limit);
  }

  [[nodiscard]] const wire::RoomCode& code() const { return code_; }
  // The room of code(), on the server. Requires that it is there.
  [[nodiscard]] const room::Room& room();
  // The answers to a question in the journal on the disk, oldest first.
  [[nodiscard]] std::vector<room::Answered> counted(std::uint32_t question_number);
  [[nodiscard]] std::size_t entries();
  // How often a program was refused something for this reason.
  [[nodiscard]] std::size_t refusals(const Program& program, wire::Refusal reason) const;
  // The messages of one kind that a program heard, oldest first.
  template <class Message>
  [[nodiscard]] std::vector<Message> heard(const Program& program) const {
    std::vector<Message> messages;
    for (const auto& [listener, message] : heard_) {
      const auto* wanted = std::get_if<Message>(&message);
      if (listener == &program && wanted != nullptr) messages.push_back(*wanted);
    }
    return messages;
  }

  [[nodiscard]] Simulation& simulation() { return simulation_; }

  // Everybody leaves; half an hour later nothing is left. The checkers' words, one a line; empty when all is well.
  [[nodiscard]] std::string conclude();

 private:
  void model_changed(const Program& program) override;

  Simulation simulation_;
  Dice dice_;
  std::vector<Program*> programs_;
  std::vector<std::pair<const Program*, wire::ServerMessage>> heard_;
  wire::RoomCode code_;
};

}  // namespace certamen::sim
