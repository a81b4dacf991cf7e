// The final standings as lines of text.
//
// Pure.
#pragma once

#include <string>

#include "client/model/model.hpp"

namespace certamen::client_app {

// One line a player: rank, name, points, right answers. Empty before the end of a match.
[[nodiscard]] std::string standings_text(const model::Model& model);

}  // namespace certamen::client_app
