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

#include "client/app/errands.hpp"
#include "client/app/presses.hpp"
#include "client/app/script.hpp"
#include "client/app/shown.hpp"
#include "client/bot/persona.hpp"
#include "client/model/events.hpp"
#include "client/screens/view_state.hpp"
#include "client/ui/scene.hpp"

namespace certamen::client_app {

class Pilot {
 public:
  explicit Pilot(Script script);

  // What to press now, for one wish; the scene may look different after it, so ask again until there is nothing.
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
  void notice_failure(const model::Model& model);
  [[nodiscard]] std::optional<Wish> wish(const model::Model& model, const screens::ViewState& state, const ui::Scene& scene,
                                         const Shown& shown, wire::Instant now);
  [[nodiscard]] std::optional<Wish> play_wish(const model::Model& model, const screens::ViewState& state, const Shown& shown,
                                              wire::Instant now);
  [[nodiscard]] std::optional<Wish> host_wish(const model::Model& model, const Shown& shown, wire::Duration look,
                                              wire::Instant now);
  [[nodiscard]] std::optional<Wish> answer_wish(const model::Model& model, wire::Instant now);
  [[nodiscard]] std::optional<Wish> review_wish(const model::Model& model, const Shown& shown, wire::Instant now);
  [[nodiscard]] std::optional<Wish> way_in(const model::Model& model, const screens::ViewState& state);  // pilot_ways.cpp
  [[nodiscard]] std::optional<Wish> paper_wish(const model::Model& model, const screens::ViewState& state,
                                               const Shown& shown, wire::Instant now);  // pilot_ways.cpp
  [[nodiscard]] bool has_been(const Shown& shown, wire::Duration time, wire::Instant now);
  [[nodiscard]] wire::Duration pace(wire::Duration time) const;
  void wake_at(wire::Instant at);

  Script script_;
  Errands errands_;
  bot::Persona persona_;
  std::optional<bot::Decision> decision_;
  std::optional<wire::Instant> answer_due_;
  std::optional<wire::Instant> wakes_at_;
  std::optional<wire::Instant> stuck_since_;
  std::size_t steps_ = 0;  // of the focus, without anything else
  std::uint32_t paper_number_ = 1;
  bool sent_form_ = false;
  bool in_room_ = false;
  bool gathered_ = false;  // all who were awaited have been there
  bool done_ = false;
  std::string failure_;
};

}  // namespace certamen::client_app
