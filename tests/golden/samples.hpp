// Models in every state that a screen can show, for the scene goldens, the machine checks and the pictures.
//
// Pure; the same values every time.
#pragma once

#include <string>
#include <vector>

#include "client/model/model.hpp"
#include "client/screens/view_state.hpp"

namespace certamen::golden {

enum class Wording {
  Typical,  // as the bank has them
  Longest,  // every text as long as content/README.md allows, every list as long as the limits allow
};

struct Sample {
  std::string name;
  model::Model model;
  screens::ViewState state;
  model::Instant now{};
};

// All of them. A part of its own: what directs a room, and the finale after a freeze.
[[nodiscard]] std::vector<Sample> console_samples(wire::Language language, Wording wording);
// Another: a question in one language only, and what a host is told of a class and of the server.
[[nodiscard]] std::vector<Sample> host_samples(wire::Language language, Wording wording);
[[nodiscard]] std::vector<Sample> samples(wire::Language language, Wording wording);

}  // namespace certamen::golden
