#include <algorithm>

#include "client/app/pilot.hpp"
#include "client/model/queries.hpp"
#include "client/screens/screens.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen;
using namespace certamen::client_app;
using namespace certamen::model::test;

namespace {

// A pilot before the real screens of a model.
struct Cockpit {
  Player player;
  Pilot pilot{{.seed = 7, .players_awaited = 2}};
  screens::ViewState state;
  Shown shown;
  std::vector<model::Event> wishes;  // all that the screens made of its keys
  std::vector<ui::Input> inputs;     // all that it ever pressed
  ui::Size window{1280, 720};

  explicit Cockpit(Player who) : player(std::move(who)) { state = screens::make_view_state(player.model.profile); }

  // Lets it act at this instant until it has nothing more to do.
  void acts() {
    wishes.clear();
    for (;;) {
      look(shown, player.model, player.now);
      const auto scene = screens::view(player.model, state, player.now, window);
      const auto pressed = pilot.next(player.model, state, scene, shown, player.now);
      if (pressed.empty()) return;
      inputs.insert(inputs.end(), pressed.begin(), pressed.end());
      for (const auto& input : pressed) {
        for (const auto& event : screens::on_input(player.model, state, input, player.now, window)) {
          wishes.push_back(event);
          auto commands = model::update(player.model, event, player.now);
          player.commands.insert(player.commands.end(), commands.begin(), commands.end());
        }
      }
    }
  }
  // From wake to wake, whatever it does, until `end` or a room is wished for.
  void acts_through(wire::Instant end) {
    for (acts(); !player.model.entry && pilot.deadline() && *pilot.deadline() <= end; acts()) {
      player.now = std::max(player.now, *pilot.deadline());
    }
  }
  // From wake to wake, until `end`.
  void acts_until(wire::Instant end) {
    player.commands.clear();
    for (acts(); wishes.empty() && pilot.deadline() && *pilot.deadline() <= end; acts()) {
      player.now = std::max(player.now, *pilot.deadline());
    }
  }
};

Player host_of(std::uint32_t people) {
  Player player;
  player.does(model::HostRoom{});
  player.gets_online();
  auto joined = Player::joined({});
  joined.role = wire::Role::Host;
  joined.plays = false;
  joined.host_ticket = wire::Ticket{};
  for (std::uint32_t i = 0; i < people; ++i) {
    joined.snapshot.roster.push_back({{3 + i}, "Bob", wire::Role::Player, true, true});
  }
  player.hears(joined);
  return player;
}

}  // namespace

TEST_CASE("a pilot answers every kind of question by the keys of its screen, in the middle of a tenth") {
  for (const auto kind : {wire::QuestionKind::SingleChoice, wire::QuestionKind::MultipleResponse,
                          wire::QuestionKind::TrueFalse, wire::QuestionKind::Numeric, wire::QuestionKind::Ordering,
                          wire::QuestionKind::Matching, wire::QuestionKind::ShortText}) {
    for (const bool shuffled : {false, true}) {
      wire::RoomSettings settings;
      settings.shuffle_per_player = shuffled;
      Cockpit cockpit{asking_player(kind, kind == wire::QuestionKind::MultipleResponse ? 2 : 1, settings)};
      const auto opened = cockpit.player.model.room->asked->opens_at;
      cockpit.acts();
      CHECK(cockpit.wishes.empty());
      cockpit.acts_until(local(13000));
      REQUIRE(cockpit.player.sent<wire::SubmitAnswer>().size() == 1);
      const auto answer = cockpit.player.sent<wire::SubmitAnswer>().front();
      const auto after = answer.chosen_at - opened;
      CHECK(after >= std::chrono::milliseconds{1500});
      CHECK(after % std::chrono::milliseconds{100} == std::chrono::milliseconds{50});
      CHECK(model::answer_state(cockpit.player.model) == model::AnswerState::Pending);
      cockpit.acts();
      CHECK(cockpit.wishes.empty());
      CHECK(cockpit.pilot.failure().empty());
    }
  }
}

TEST_CASE("every kind of question is answered by the keys alone, and by the mouse alone but for what is typed") {
  for (const auto kind : {wire::QuestionKind::SingleChoice, wire::QuestionKind::MultipleResponse,
                          wire::QuestionKind::TrueFalse, wire::QuestionKind::Numeric, wire::QuestionKind::Ordering,
                          wire::QuestionKind::Matching, wire::QuestionKind::ShortText}) {
    for (const Hands hands : {Hands::Keys, Hands::Mouse}) {
      Cockpit cockpit{asking_player(kind, kind == wire::QuestionKind::MultipleResponse ? 2 : 1)};
      cockpit.pilot = Pilot{{.seed = 7, .hands = hands}};
      cockpit.acts_until(local(13000));
      INFO(static_cast<int>(kind) << " by " << static_cast<int>(hands));
      CHECK(cockpit.player.sent<wire::SubmitAnswer>().size() == 1);
      CHECK(cockpit.pilot.failure().empty());
      const bool typed = kind == wire::QuestionKind::Numeric || kind == wire::QuestionKind::ShortText;
      for (const ui::Input& input : cockpit.inputs) {
        const bool pointed = std::holds_alternative<ui::Pointer>(input);
        if (hands == Hands::Keys) CHECK_FALSE(pointed);
        if (hands == Hands::Mouse && !typed) CHECK(pointed);
      }
    }
  }
}

TEST_CASE("a pilot on its own feet walks from the first screen into its room") {
  for (const Hands hands : {Hands::Keys, Hands::Mouse}) {
    for (const Way way : {Way::Host, Way::Join, Way::Solo}) {
      Player player;
      player.model.profile.name.clear();
      player.model.screen = model::Screen::Start;
      Cockpit cockpit{player};
      cockpit.pilot = Pilot{{.seed = 7,
                             .hands = hands,
                             .hasty = true,
                             .from_start = true,
                             .way = way,
                             .name = "Eva",
                             .code = "ABC234",
                             .mode = wire::Mode::TeamPractice,
                             .questions = 5}};
      cockpit.acts_through(local(60000));
      INFO(static_cast<int>(way) << " by " << static_cast<int>(hands));
      CHECK(cockpit.pilot.failure() == "");
      CHECK(cockpit.player.model.profile.name == "Eva");
      REQUIRE(cockpit.player.model.entry);
      const auto* open = std::get_if<wire::OpenRoom>(&*cockpit.player.model.entry);
      const auto* join = std::get_if<wire::JoinRoom>(&*cockpit.player.model.entry);
      if (way == Way::Join) {
        REQUIRE(join);
        CHECK(join->code == "ABC234");
      } else {
        REQUIRE(open);
        CHECK(open->settings.question_count == 5);
        CHECK(open->settings.mode == (way == Way::Solo ? wire::Mode::Solo : wire::Mode::TeamPractice));
      }
    }
  }
}

TEST_CASE("every setting is tried before the way in, by the keys alone and by the mouse alone") {
  for (const Hands hands : {Hands::Keys, Hands::Mouse}) {
    Player player;
    player.model.profile.name.clear();
    player.model.screen = model::Screen::Start;
    Cockpit cockpit{player};
    cockpit.window = {1920, 1080};
    cockpit.pilot =
        Pilot{{.seed = 7, .hands = hands, .hasty = true, .tries_settings = true, .from_start = true, .way = Way::Solo}};
    cockpit.acts_through(local(60000));
    INFO(static_cast<int>(hands));
    CHECK(cockpit.pilot.failure() == "");
    CHECK(cockpit.player.model.entry);
    const model::Profile& profile = cockpit.player.model.profile;
    CHECK(profile.language == wire::Language::Spanish);
    CHECK(profile.preferences ==
          model::Preferences{model::Look::HighContrast, true, false, true, 2, model::TextSize::Larger});
    for (const ui::Input& input : cockpit.inputs) {
      if (hands == Hands::Keys) CHECK_FALSE(std::holds_alternative<ui::Pointer>(input));
      if (hands == Hands::Mouse && std::holds_alternative<ui::Key>(input)) {
        CHECK(std::get<ui::Key>(input).name == ui::KeyName::SelectAll);
      }
    }
  }
}

TEST_CASE("an order whose effect is never seen is named") {
  Cockpit cockpit{host_of(4)};
  cockpit.pilot = Pilot{{.seed = 7, .players_awaited = 4, .tries_orders = true}};
  for (int i = 0; i < 300 && cockpit.pilot.failure().empty(); ++i) {
    cockpit.acts();
    cockpit.player.now += 100 * millisecond;
  }
  CHECK(cockpit.pilot.failure() == "waited in vain to see: lock the room");
  // No match begins before what was to be tried in the lobby.
  CHECK(cockpit.player.model.room->phase == wire::Phase::Gathering);
}

TEST_CASE("the same seed answers the same at the same moment") {
  const auto answer = [] {
    Cockpit cockpit{asking_player()};
    cockpit.acts_until(local(13000));
    return cockpit.player.sent<wire::SubmitAnswer>().front();
  };
  CHECK(answer() == answer());
}

TEST_CASE("just before an answer nothing else should be begun") {
  Cockpit cockpit{asking_player()};
  cockpit.acts();
  REQUIRE(cockpit.pilot.deadline());
  CHECK(cockpit.pilot.about_to_answer(*cockpit.pilot.deadline() - 10 * millisecond));
  CHECK_FALSE(cockpit.pilot.about_to_answer(*cockpit.pilot.deadline() - second));
}

TEST_CASE("a piloted host waits for its players, starts once, and paces the match") {
  Cockpit early{host_of(1)};
  early.acts_until(local(20000));
  CHECK(early.player.sent<wire::CommandRoom>().empty());

  Cockpit cockpit{host_of(2)};
  cockpit.acts_until(local(20000));
  REQUIRE(cockpit.player.sent<wire::CommandRoom>().size() == 1);
  CHECK(wire::is(cockpit.player.sent<wire::CommandRoom>().front().command, wire::Command::Start));
  cockpit.acts_until(local(40000));
  CHECK(cockpit.player.sent<wire::CommandRoom>().empty());

  cockpit.player.hears(1, announced(1));
  cockpit.player.hears(2, asked(1));
  cockpit.acts_until(local(60000));
  CHECK(cockpit.player.sent<wire::CommandRoom>().empty());
  cockpit.player.hears(3, revealed(1));
  cockpit.acts_until(local(60000));
  REQUIRE(cockpit.player.sent<wire::CommandRoom>().size() == 1);
  CHECK(wire::is(cockpit.player.sent<wire::CommandRoom>().front().command, wire::Command::Next));
}

TEST_CASE("after the podium the pilot turns the review's pages and is done") {
  Player player;
  player.joins();
  wire::MatchFinished finished;
  finished.rows = {{{2}, "Ada", 1, 0, 900, 900, 1}};
  finished.player_count = 1;
  finished.question_count = 2;
  player.hears(1, finished);
  Cockpit cockpit{player};
  cockpit.acts_until(local(20000));
  CHECK(cockpit.player.sent<wire::ReviewMatch>().size() == 1);
  for (const std::uint32_t number : {1U, 2U}) {
    auto question = asked(number);
    cockpit.player.told(1,
                        wire::QuestionReviewed{announced(number), question, revealed(number), std::nullopt, std::nullopt});
  }
  CHECK_FALSE(cockpit.pilot.done());
  cockpit.acts_until(local(40000));
  CHECK(cockpit.player.model.room->review_number == 2);
  cockpit.acts_until(local(60000));
  CHECK(cockpit.pilot.done());
  CHECK(cockpit.pilot.failure().empty());
}

TEST_CASE("a pilot watches the finale after a freeze, and goes on from the podium") {
  Player player;
  player.joins();
  wire::MatchFinished finished;
  finished.rows = {{{2}, "Ada", 1, 0, 900, 900, 1}};
  finished.resolver = {{{2}, 1, 500, 1, 900}};
  finished.player_count = 1;
  finished.question_count = 1;
  player.hears(1, finished);
  Cockpit cockpit{player};
  cockpit.acts_until(local(20000));
  CHECK(cockpit.wishes.empty());
  CHECK(cockpit.pilot.failure().empty());
  CHECK(cockpit.shown.picture == "01-resolver");
  cockpit.player.does(model::ResolveAll{});
  cockpit.acts_until(local(40000));
  CHECK(cockpit.player.sent<wire::ReviewMatch>().size() == 1);
}

TEST_CASE("a pilot whose room is gone says so") {
  Cockpit cockpit{asking_player()};
  cockpit.acts();
  cockpit.player.hears(wire::RoomLeft{});
  cockpit.acts();
  CHECK(cockpit.pilot.failure() == "the room was closed");
}
