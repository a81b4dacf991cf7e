// A person at a client program: looks at the model, waits, acts through the model's intents, and sometimes cheats.
//
// What all people share: a program that can be closed and opened again, patience, reading and answering questions. What
// differs is in people.hpp. Everything is drawn from the person's own dice.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/model/queries.hpp"
#include "tests/sim/paper_source.hpp"
#include "tests/sim/plan.hpp"
#include "tests/sim/program.hpp"

namespace certamen::sim {

// What people share: the codes that hosts put on the wall, and the programs that were ever started.
struct Company {
  Program::Surroundings around;
  const PaperSource& papers;
  const Plan& plan;
  std::vector<Program*> programs;
  std::map<std::uint32_t, wire::RoomCode> wall;  // by the number of the planned room

  [[nodiscard]] Instant now() const { return around.world.now(); }
  // Nothing breaks any more, nobody behaves badly any more.
  [[nodiscard]] bool calm() const { return now() >= Instant{plan.chaos}; }
};

class Person {
 public:
  Person(Company& company, std::string name, Dice dice);
  virtual ~Person() = default;
  Person(const Person&) = delete;
  Person& operator=(const Person&) = delete;

  // Comes at that time and begins to think.
  void come_at(Instant when);
  [[nodiscard]] bool done() const { return done_; }
  [[nodiscard]] const std::string& name() const { return name_; }

 protected:
  // The next thing to do, if any; called every now and then while a program runs.
  virtual void think() = 0;

  void start_program(model::Profile profile);
  // Closes the program; opens it again after a while, with what it had saved.
  void close_and_return();
  void go_home();
  void intend(const model::Event& event) { program_->happen(event); }
  // Common to everybody who sits in a room: settings screens, languages, sudden returns, second devices.
  // True when something was done.
  bool fidget();
  // person_commanding.cpp: now and then an order of those that only whoever leads a room may give; with the rights or, by
  // those who have none, with a ticket that is not for it. True when something was done.
  bool give_orders();
  // Does what a host does for the match to go on. True when something was done.
  bool lead();
  // A co-host takes the place of a host who is gone. True when it was tried.
  bool succeed();
  // Read lately that the bank has too few questions for this match.
  [[nodiscard]] bool start_was_refused() const;
  // Shows the ticket of a seat that was lost before, with a program that remembers it. True when it was tried.
  bool try_old_seat();
  // How long the match has not gone on; others who come and go are no progress.
  [[nodiscard]] Duration bored_for() const { return company_.now() - progressed_at_; }

  [[nodiscard]] Program& program() { return *program_; }
  [[nodiscard]] const model::Model& model() const { return program_->model(); }
  [[nodiscard]] model::Stage stage() const { return model::stage(model(), program_->local_now()); }

  Company& company_;
  Dice dice_;

 private:
  struct Progress {
    wire::Phase phase{};
    std::uint32_t number = 0;  // of the question
    bool operator==(const Progress&) const = default;
  };
  void keep_thinking();
  void look();
  void return_to_seat();
  void plan_answer(const wire::QuestionAsked& asked);
  void answer_at(Instant when, std::uint32_t number);
  void answer(std::uint32_t number);
  void plan_mischief(const wire::QuestionAsked& asked);
  void misbehave(std::uint32_t number, std::size_t options);
  [[nodiscard]] wire::Order draw_order();
  [[nodiscard]] wire::Order draw_correction();
  [[nodiscard]] wire::Order draw_appointment();
  [[nodiscard]] wire::SeatId draw_member();
  [[nodiscard]] wire::Ticket wrong_ticket();
  void remember();
  // person_examined.cpp: fetches the paper, answers here and there, flags, hands in.
  void sit_exam();
  void exam_turn();
  void work_on_paper();

  std::string name_;
  bool done_ = false;
  Program* program_ = nullptr;
  std::vector<std::unique_ptr<Program>> programs_;
  std::optional<Instant> returns_at_;
  model::Profile kept_profile_;
  Program::Clock clock_;
  std::uint32_t skill_percent_;
  bool mischievous_;
  std::optional<model::Profile> old_profile_;  // with the seat held last
  std::optional<wire::Ticket> old_rights_;     // held last
  const Program* exam_program_ = nullptr;      // takes turns at an exam
  Instant paper_asked_at_{};
  bool hasty_;  // as a co-host, does not wait until the room has paused for its host
  std::uint32_t question_seen_ = 0;
  std::uint32_t vote_seen_ = 0;
  wire::RoomCode question_seen_in_;
  std::optional<Progress> progress_;
  Instant progressed_at_{};
};

}  // namespace certamen::sim
