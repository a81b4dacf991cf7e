// What only the screens know: where the hands are, what lies open over a screen, how far a list is turned.
//
// A plain value that client/app keeps beside the Model and gives to every view() and on_input().
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "client/model/profile.hpp"
#include "client/ui/field.hpp"
#include "client/ui/kit.hpp"

namespace certamen::screens {

// What lies over a room's screen.
enum class Overlay : unsigned char {
  None,
  Menu,
  AskLeave,
  AskEnd,
  AskHandIn,
  Points,
  Console,  // from here on for who directs the room
  Members,
  Correct,
  AskSkip,
  AskVoid,
  AskRemove,
  AskBan,
  AskHandOver,
  Fairness,
  Rehearsal,
};

// Where a person was in a scene that something else now lies over.
struct Whereabouts {
  std::string scene;
  std::size_t page = 0;
  std::size_t tab = 0;
  std::int64_t held = 0;
  std::string search{};
  bool missed_only = false;
  std::vector<ui::Scrolled> scrolled{};
  bool operator==(const Whereabouts&) const = default;
};

struct ViewState {
  ui::Touch touch;
  std::string scene;                   // the scene that touch and page belong to; in any other they count as untouched
  std::size_t page = 0;                // of a scene that has several
  std::string search{};                // what is looked for in a list of that scene
  bool missed_only = false;            // of a review
  std::vector<Whereabouts> beneath{};  // the scenes under this one, the lowest first; they come back as they were left
  // What is taken up on a board, in that scene: ordering, an option + 1; matching, an item + 1 or -(match + 1). 0: nothing.
  std::int64_t held = 0;
  Overlay overlay = Overlay::None;
  std::int64_t subject = 0;  // the number of the question that the overlay asks about
  std::size_t tab = 0;       // of a form in that scene
  ui::History history;       // of the field that has the focus
  std::string copied;        // for the clipboard, until whoever owns it has taken it; empty: nothing
  bool welcome = false;      // the first run asks for language and name before anything else
  bool operator==(const ViewState&) const = default;
};

// Of the scene of that name, be it the present one or one beneath; a fresh one of any other.
[[nodiscard]] Whereabouts whereabouts(const ViewState& state, const std::string& scene);
// The same for a scene that something lies over: standings for one pair of eyes do not show through it, nor come back
// unasked.
[[nodiscard]] Whereabouts left_behind(const ViewState& state, const std::string& scene);
// The person is in the scene of that name from now on: back in one that lay beneath, or else in a new one. `page` is the
// scene with nothing over it, the same one when nothing lies over it.
void enter(ViewState& state, const std::string& scene, const std::string& page);

// The first run is a profile without a name.
[[nodiscard]] inline ViewState make_view_state(const model::Profile& profile) {
  ViewState state;
  state.welcome = profile.name.empty();
  return state;
}

}  // namespace certamen::screens
