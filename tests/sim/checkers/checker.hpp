// What all checkers share: a name, the sight of everything, and a way to report.
#pragma once

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "tests/sim/disk.hpp"
#include "tests/sim/network.hpp"
#include "tests/sim/program.hpp"
#include "tests/sim/server.hpp"
#include "tests/sim/watch.hpp"

namespace certamen::sim {

class Checker : public Watcher {
 protected:
  Checker(std::string_view name, const Sight& sight) : name_(name), sight_(sight) {}

  template <class... Parts>
  void report(fmt::format_string<Parts...> text, Parts&&... parts) {
    sight_.findings.report(name_, fmt::format(text, std::forward<Parts>(parts)...));
  }
  [[nodiscard]] const Sight& sight() const { return sight_; }

  // The room of a program that sits in one, when nothing is on its way between the two: the program's connection is at
  // rest, no letter travels, and everything the room recorded is known to be safe. Null otherwise.
  [[nodiscard]] const room::Room* room_at_rest(const Program& program) const;

 private:
  std::string_view name_;
  Sight sight_;
};

// Calls look(fact) for what the effects tell everybody, once a fact, in the first language.
template <class Look>
void each_fact(const std::vector<room::Effect>& effects, const Look& look) {
  for (const room::Effect& effect : effects) {
    const auto* broadcast = std::get_if<room::Broadcast>(&effect);
    if (broadcast != nullptr) std::visit(look, std::get<wire::RoomEvent>(broadcast->by_language.front()).fact);
  }
}

// When the present phase of a room ends by itself, as its members are told; nothing when it does not.
[[nodiscard]] std::optional<Instant> phase_end(const room::Room& room);

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace certamen::sim
