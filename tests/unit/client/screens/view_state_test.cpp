// A person who comes back to a screen finds it as it was left.
#include "client/screens/view_state.hpp"

#include "tests/support/catch.hpp"

namespace certamen::screens {

TEST_CASE("what lies over a screen leaves it as it was: page, tab, search and how far it is scrolled") {
  ViewState state;
  enter(state, "review", "review");
  state.page = 2;
  state.tab = 1;
  state.held = -3;
  state.search = "queue";
  state.touch.scrolled = {{"notes", 120}};
  const ViewState left = state;
  enter(state, "review+menu", "review");
  CHECK(state.page == 0);
  CHECK(state.touch.scrolled.empty());
  CHECK(whereabouts(state, "review").search == "queue");
  enter(state, "review+leave", "review");
  enter(state, "review", "review");
  CHECK(whereabouts(state, "review") == whereabouts(left, "review"));
  CHECK(state.beneath.empty());
}

TEST_CASE("a scene that the match went on to under a console is a fresh one") {
  ViewState state;
  enter(state, "reveal.3", "reveal.3");
  state.page = 1;
  enter(state, "console", "reveal.3");
  enter(state, "members", "reveal.3");
  state.touch.scrolled = {{"members", 300}};
  enter(state, "ask.remove", "reveal.3");
  enter(state, "members", "reveal.3");
  CHECK(state.touch.scrolled == std::vector<ui::Scrolled>{{"members", 300}});
  enter(state, "reveal.4", "reveal.4");
  CHECK(state.page == 0);
  CHECK(state.beneath.empty());
}

TEST_CASE("a menu under which the match goes on does not heap up what it lay over") {
  ViewState state;
  enter(state, "asking.1", "asking.1");
  state.held = 2;
  for (int number = 1; number < 9; ++number) {
    const std::string page = "reveal." + std::to_string(number);
    enter(state, page + "+menu", page);
    CHECK(state.beneath.size() == 1);
  }
  enter(state, "reveal.8", "reveal.8");
  CHECK(state.held == 0);
}

}  // namespace certamen::screens
