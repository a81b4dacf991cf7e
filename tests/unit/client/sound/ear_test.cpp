// What is heard of a match, through the model alone.
#include "client/sound/ear.hpp"

#include <algorithm>

#include "tests/golden/samples.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::sound;
using namespace std::chrono_literals;

namespace {

golden::Sample sample(const std::string& name) {
  for (golden::Sample& each : golden::samples(wire::Language::English, golden::Wording::Typical)) {
    if (each.name == name) return std::move(each);
  }
  FAIL("no sample is called " << name);
  return {};
}

std::size_t count(const std::vector<Cue>& all, Cue cue) {
  return static_cast<std::size_t>(std::count(all.begin(), all.end(), cue));
}

// What is heard from one instant to another, listening every ten milliseconds.
std::vector<Cue> heard(Ear& ear, const model::Model& model, model::Instant from, model::Duration during) {
  std::vector<Cue> all;
  for (model::Duration passed{}; passed <= during; passed += 10ms) {
    for (const Cue cue : ear.listen(model, from + passed)) all.push_back(cue);
  }
  return all;
}

}  // namespace

TEST_CASE("the clock ticks every second from ten seconds on, twice a second from five, and stops with the time") {
  golden::Sample board = sample("asking_single");
  const auto left = model::time_left(board.model, board.now);
  REQUIRE(left);
  const model::Instant end = board.now + *left;
  Ear ear;
  CHECK(heard(ear, board.model, end - 14s, 3900ms).empty());
  CHECK(count(heard(ear, board.model, end - 10050ms, 4s), Cue::Tick) == 4);  // 10, 9, 8, 7
  CHECK(count(heard(ear, board.model, end - 6040ms, 1s), Cue::Tick) == 1);   // 6
  CHECK(count(heard(ear, board.model, end - 5030ms, 2s), Cue::Tick) == 4);   // 5, 4.5, 4, 3.5
  CHECK(count(heard(ear, board.model, end - 3020ms, 5s), Cue::Tick) == 6);   // 3 to 0.5
}

TEST_CASE("whoever has answered hears no clock, but hears the answer lock once") {
  golden::Sample board = sample("asking_single");
  const model::Instant end = board.now + *model::time_left(board.model, board.now);
  Ear ear;
  (void)ear.listen(board.model, end - 9500ms);
  board.model.room->own.locked = wire::AnswerLocked{board.model.room->announced->number, wire::ChoiceAnswer{{1}}, 32};
  const std::vector<Cue> all = heard(ear, board.model, end - 9400ms, 9s);
  CHECK(all == std::vector<Cue>{Cue::Lock});
}

TEST_CASE("a pause stops the clock's voice") {
  golden::Sample board = sample("asking_single");
  const model::Instant end = board.now + *model::time_left(board.model, board.now);
  board.model.room->paused = wire::RoomPaused{};
  Ear ear;
  CHECK(heard(ear, board.model, end - 11s, 10s).empty());
}

TEST_CASE("a reveal says right or wrong to who answered, and only that it is there to everybody else") {
  const golden::Sample right = sample("reveal_right");
  const golden::Sample wrong = sample("reveal_wrong");
  const golden::Sample projector = sample("reveal_projector");
  const auto after_board = [](const golden::Sample& reveal) {
    model::Model before = reveal.model;
    before.room->phase = wire::Phase::Asking;
    before.room->own_result.reset();
    Ear ear;
    (void)ear.listen(before, reveal.now);
    std::vector<Cue> after = ear.listen(reveal.model, reveal.now + 1ms);
    CHECK(ear.listen(reveal.model, reveal.now + 1s).empty());
    return after;
  };
  CHECK(after_board(right) == std::vector<Cue>{Cue::Right});
  CHECK(after_board(wrong) == std::vector<Cue>{Cue::Wrong});
  CHECK(after_board(projector) == std::vector<Cue>{Cue::Reveal});
}

TEST_CASE("the lobby hears who comes, and the podium ends the match") {
  golden::Sample lobby = sample("lobby_host");
  Ear ear;
  CHECK(ear.listen(lobby.model, lobby.now).empty());  // those who were there before are not news
  auto roster = lobby.model.room->roster;
  roster.erase(roster.begin());
  std::swap(roster, lobby.model.room->roster);
  CHECK(ear.listen(lobby.model, lobby.now).empty());
  lobby.model.room->roster = roster;
  wire::RosterEntry newcomer = roster.begin()->second;
  lobby.model.room->roster[{4711}] = newcomer;
  CHECK(ear.listen(lobby.model, lobby.now) == std::vector<Cue>{Cue::Lobby});
  lobby.model.room->phase = wire::Phase::Finished;
  CHECK(ear.listen(lobby.model, lobby.now) == std::vector<Cue>{Cue::Podium});
}

TEST_CASE("after a freeze the podium is heard when the last place is resolved") {
  Ear ear;
  golden::Sample end = sample("resolver_known");
  CHECK(ear.listen(end.model, end.now).empty());
  end.model.room->resolving->done -= 1;
  CHECK(ear.listen(end.model, end.now).empty());
  end.model.room->resolving.reset();
  CHECK(ear.listen(end.model, end.now) == std::vector<Cue>{Cue::Podium});
}

TEST_CASE("silence is a setting, and what an exam simulation begins with") {
  golden::Sample board = sample("asking_single");
  model::Model& model = board.model;
  model.profile.preferences.volume = model::volume_max;
  CHECK(loudness(model) == 1.0F);
  model.room->settings.mode = wire::Mode::ExamSimulation;
  CHECK(loudness(model) == 0.0F);
  model.profile.preferences.exam_sounds = true;
  CHECK(loudness(model) == 1.0F);
  model.profile.preferences.volume = model::volume_max / 2;
  CHECK(loudness(model) == Approx(0.5F));
  model.profile.preferences.sounds = false;
  CHECK(loudness(model) == 0.0F);
  const model::Instant end = board.now + *model::time_left(model, board.now);
  Ear ear;
  CHECK(heard(ear, model, end - 11s, 10s).empty());
}
