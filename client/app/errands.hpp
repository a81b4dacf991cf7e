// What a scripted person tries beside playing: every setting, or every order of a host's console.
//
// Pure. An errand begins when its time has come, keeps everything else waiting, and is over when its effect is to be seen;
// then the next one whose time has come begins. One whose time passes before that goes back and waits for the next time.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "client/app/presses.hpp"

namespace certamen::client_app {

// What an errand looks at.
struct Sight {
  const model::Model& model;
  const screens::ViewState& state;
  const ui::Scene& scene;
  model::Stage stage = model::Stage::Start;
};

// How it was when the errand began.
struct Before {
  model::Model model;
  ui::Scene scene;
};

struct Errand {
  std::string name;  // for whoever reads why a pilot gave up
  std::function<bool(const Sight&)> due;
  // The next wish towards it; nothing while its effect is on its way.
  std::function<std::optional<Wish>(const Sight&, const Before&)> wish;
  std::function<bool(const Sight&, const Before&)> seen;
  bool passes = false;  // its time may pass before its effect: then it waits until it is due again
};

class Errands {
 public:
  explicit Errands(const Script& script);

  // True while an errand keeps everything else waiting; then `next` is what to press for it, if anything.
  [[nodiscard]] bool hold(const Sight& sight, wire::Instant now, std::optional<Wish>& next);
  // Why the present one will not come about; empty while it may.
  [[nodiscard]] std::string failure(wire::Instant now) const;
  // When failure() has something else to say; local.
  [[nodiscard]] std::optional<wire::Instant> deadline() const;
  // The names of those that were not tried, parted by commas.
  [[nodiscard]] std::string left() const;

 private:
  std::vector<Errand> left_;  // once one has begun it is the first
  std::optional<Before> before_;
  bool pressed_ = false;
  wire::Instant since_{};
};

[[nodiscard]] std::vector<Errand> setting_errands();  // errands_settings.cpp
// errands_orders.cpp; for a host with at least four players, and a competition that asks every kind of question.
[[nodiscard]] std::vector<Errand> order_errands();
// The two that need a room of their own: a move to another team, and handing the room over, after which its person leaves.
[[nodiscard]] std::vector<Errand> team_errands();

}  // namespace certamen::client_app
