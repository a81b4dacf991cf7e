// The acceptance list of the game, by number: what a player sees of the own answer.
#include <algorithm>
#include <set>

#include "client/model/queries.hpp"
#include "tests/sim/acceptance.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace certamen;
using namespace certamen::sim;
using wire::Phase;

// The text that a board marks as the player's own; of several or none a sentence.
std::string picked_text(const std::vector<model::DisplayOption>& options) {
  std::string text;
  for (const model::DisplayOption& option : options) {
    if (option.picked) text += text.empty() ? option.text : " and " + option.text;
  }
  return text.empty() ? "nothing is picked" : text;
}

const model::DisplayOption& picked_option(const std::vector<model::DisplayOption>& options) {
  return *std::find_if(options.begin(), options.end(), [](const model::DisplayOption& option) { return option.picked; });
}

}  // namespace

TEST_CASE("acceptance 14: \"your pick\" is right after per-player shuffling") {
  Scene scene(punctual_plan());
  wire::RoomSettings settings = settings_for(wire::Pacing::HostPaced, 2);
  settings.shuffle_per_player = true;
  settings.kinds = {wire::QuestionKind::SingleChoice};
  Program& host = scene.open(settings);
  const std::vector<std::string> names = {"Ada", "Bob", "Cleo", "Dan", "Eve", "Fay"};
  std::vector<Program*> players;
  for (const std::string& name : names) players.push_back(&scene.join(name));
  scene.command(host, wire::Command::Start);
  REQUIRE(scene.open_question(1));

  // Everybody picks what stands first on the own board.
  std::vector<std::string> first_texts;
  std::set<std::string> different;
  for (Program* player : players) {
    const auto options = model::display_options(player->model());
    REQUIRE(options.size() >= 3);
    first_texts.push_back(options.front().text);
    different.insert(options.front().text);
    wire::SubmitAnswer answer = Scene::some_answer(*player, options.front().canonical);
    answer.answer = wire::ChoiceAnswer{{options.front().canonical}};
    player->say(answer);
  }
  CHECK(different.size() > 1);  // shuffled player by player
  const auto each = [&](const auto& check) {
    for (std::size_t i = 0; i < players.size(); ++i) {
      CAPTURE(names[i]);
      check(*players[i], first_texts[i]);
    }
  };
  // A lost connection in between changes nobody's order.
  scene.run_for(50ms);
  scene.simulation().network().break_off(players[0]->connection());
  REQUIRE(scene.run_until([&] { return players[0]->model().connection.link == model::Link::Lost; }));
  REQUIRE(scene.run_until(
      [&] { return players[0]->model().connection.link == model::Link::Online && !room_of(*players[0]).resuming; }));
  each([](const Program& player, const std::string& text) {
    CHECK(picked_text(model::display_options(player.model())) == text);
  });

  if (room_of(host).phase == Phase::Asking) scene.command(host, wire::Command::Next);
  REQUIRE(scene.reach(Phase::Revealing, 1));
  scene.run_for(50ms);
  const exam::Question& question = scene.room().paper().questions.at(0);
  each([&](const Program& player, const std::string& text) {
    const auto options = model::display_options(player.model());
    REQUIRE(picked_text(options) == text);
    const auto right = std::find_if(question.options.begin(), question.options.end(),
                                    [](const exam::Option& option) { return option.right; });
    const bool picked_right = right->text.in(wire::Language::English) == text;
    CHECK(picked_option(options).right == picked_right);
    REQUIRE(room_of(player).own_result.has_value());
    CHECK(room_of(player).own_result->right == picked_right);
  });

  // And in the review.
  scene.command(host, wire::Command::End);
  REQUIRE(scene.reach(Phase::Finished, 0));
  for (Program* player : players) player->say(wire::ReviewMatch{});
  scene.run_for(100ms);
  each([&](const Program& player, const std::string& text) {
    std::string reviewed = "nothing is reviewed";
    for (const auto& event : scene.heard<wire::SeatEvent>(player)) {
      const auto* fact = std::get_if<wire::QuestionReviewed>(&event.fact);
      if (fact != nullptr) reviewed = picked_text(model::display_options(player.model(), *fact));
    }
    CHECK(reviewed == text);
  });
  CHECK(scene.conclude() == "");
}
