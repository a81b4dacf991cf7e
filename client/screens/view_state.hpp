// What only the screens know: where the hands are, what lies open over a screen, how far a list is turned.
//
// A plain value that client/app keeps beside the Model and gives to every view() and on_input().
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

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

// What is looked for in the list of a scene.
struct Sought {
  std::string scene;
  std::string search;
  bool missed_only = false;
  bool operator==(const Sought&) const = default;
};

struct ViewState {
  ui::Touch touch;
  std::string scene;         // the scene that touch and page belong to; in any other they count as untouched
  std::size_t page = 0;      // of a list that does not fit
  std::string search{};      // what is looked for in a list of that scene
  bool missed_only = false;  // of a review
  // Of the scene under what a host opened over it, until that is closed.
  std::optional<Sought> beneath{};
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

// The first run is a profile without a name.
[[nodiscard]] inline ViewState make_view_state(const model::Profile& profile) {
  ViewState state;
  state.welcome = profile.name.empty();
  return state;
}

}  // namespace certamen::screens
