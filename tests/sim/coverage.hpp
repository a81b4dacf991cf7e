// What was tried in a simulation, by name: orders obeyed, settings of matches, kinds of questions, exams handed in.
//
// No checker: it finds nothing wrong. A test that asks for all of it fails when people stop doing something, before the
// checkers that wait for it grow blind unseen.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "tests/sim/watch.hpp"

namespace certamen::sim {

// How often each thing happened; what never did is in it, too, with zero.
using Counts = std::map<std::string, std::size_t>;

class Coverage final : public Watcher {
 public:
  Coverage();

  void entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>& effects) override;

  [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
  void count(const room::Commanded& commanded);

  Counts counts_;
};

// The names of what never happened, one a line.
[[nodiscard]] std::string missing(const Counts& counts);

}  // namespace certamen::sim
