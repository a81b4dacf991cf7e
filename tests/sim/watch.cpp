#include "tests/sim/watch.hpp"

namespace certamen::sim {

void Findings::report(std::string_view checker, std::string what) {
  world_.note("FOUND by {}: {}", checker, what);
  if (findings_.empty()) notes_.assign(world_.last_notes().begin(), world_.last_notes().end());
  if (findings_.size() < kept_max) findings_.push_back({std::string(checker), std::move(what)});
}

}  // namespace certamen::sim
