// A scripted person: looks at the scene, and presses the keys that a person would press to play the match to its end.
//
// Pure and seeded. It acts only through ui::Input, so what it can do a person can do. It answers in the middle of a tenth
// of a second of the server's time: points are reckoned in whole tenths, so the same seed gives the same points although
// no two runs take exactly as long.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "client/app/shown.hpp"
#include "client/bot/persona.hpp"
#include "client/model/events.hpp"
#include "client/screens/view_state.hpp"
#include "client/ui/scene.hpp"

namespace certamen::client_app {

class Pilot {
 public:
  // A host waits for so many players before it starts.
  Pilot(std::uint64_t seed, std::size_t players_awaited);

  // The keys to press now, for one wish; the scene may look different after them, so ask again until there are none.
  [[nodiscard]] std::vector<ui::Input> next(const model::Model& model, const screens::ViewState& state,
                                            const ui::Scene& scene, const Shown& shown, wire::Instant now);

  // When it next wants to be asked, as far as it knows; local.
  [[nodiscard]] std::optional<wire::Instant> deadline() const { return wakes_at_; }

  // An answer is due so soon that nothing else should be begun.
  [[nodiscard]] bool about_to_answer(wire::Instant now) const;

  // The match and its review have been seen to the end.
  [[nodiscard]] bool done() const { return done_; }
  // Why it will never be; empty while it may.
  [[nodiscard]] const std::string& failure() const { return failure_; }

 private:
  [[nodiscard]] std::optional<model::Event> wish(const model::Model& model, const Shown& shown, wire::Instant now);
  [[nodiscard]] std::optional<model::Event> answer_wish(const model::Model& model, wire::Instant now);
  [[nodiscard]] std::optional<model::Event> review_wish(const model::Model& model, const Shown& shown, wire::Instant now);
  [[nodiscard]] bool has_been(const Shown& shown, wire::Duration time, wire::Instant now);
  void wake_at(wire::Instant at);

  bot::Persona persona_;
  std::size_t players_awaited_;
  std::optional<bot::Decision> decision_;
  std::optional<wire::Instant> answer_due_;
  std::optional<wire::Instant> wakes_at_;
  std::optional<wire::Instant> stuck_since_;
  bool in_room_ = false;
  bool done_ = false;
  std::string failure_;
};

}  // namespace certamen::client_app
