// A person who comes back to a screen finds it as it was left.
#include "client/screens/view_state.hpp"

#include "tests/support/catch.hpp"

namespace certamen::screens {

TEST_CASE("what lies over a screen leaves it as it was: page, tab, search and how far it is scrolled") {
  ViewState state;
  enter(state, "review", false);
  state.page = 2;
  state.tab = 1;
  state.held = -3;
  state.search = "queue";
  state.touch.scrolled = {{"notes", 120}};
  const ViewState left = state;
  enter(state, "review+menu", true);
  CHECK(state.page == 0);
  CHECK(state.touch.scrolled.empty());
  CHECK(whereabouts(state, "review").search == "queue");
  enter(state, "review+leave", true);
  enter(state, "review", false);
  CHECK(whereabouts(state, "review") == whereabouts(left, "review"));
  CHECK(state.beneath.empty());
}

TEST_CASE("a scene that the match went on to under a console is a fresh one") {
  ViewState state;
  enter(state, "reveal.3", false);
  state.page = 1;
  enter(state, "console", true);
  enter(state, "members", true);
  state.touch.scrolled = {{"members", 300}};
  enter(state, "ask.remove", true);
  enter(state, "members", true);
  CHECK(state.touch.scrolled == std::vector<ui::Scrolled>{{"members", 300}});
  enter(state, "reveal.4", false);
  CHECK(state.page == 0);
  CHECK(state.beneath.empty());
}

}  // namespace certamen::screens
