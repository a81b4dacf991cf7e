// What has been on the screen, and since when: the sense of time of the camera and of the pilot.
//
// Pure.
#pragma once

#include <string>

#include "client/model/model.hpp"

namespace certamen::client_app {

struct Shown {
  std::string picture;    // names what is shown: "03-board"; empty for what only passes by
  std::string view;       // changes with everything that a picture should wait for
  wire::Instant since{};  // of the view, local
  model::Stage stage = model::Stage::Start;
  wire::Duration settled_after{};  // by then its movements are over
};

// Brings `shown` up to date.
void look(Shown& shown, const model::Model& model, wire::Instant now);

[[nodiscard]] inline bool settled(const Shown& shown, wire::Instant now) {
  return now - shown.since >= shown.settled_after;
}

}  // namespace certamen::client_app
