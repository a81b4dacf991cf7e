#include "tests/golden/samples_of_help.hpp"

#include "client/screens/screens.hpp"
#include "client/ui/fold.hpp"

namespace certamen::golden {

namespace {

using namespace std::chrono_literals;

Sample& add(std::vector<Sample>& made, const std::string& name, model::Model model) {
  made.push_back({name, std::move(model), {}, now_of_all});
  return made.back();
}

// Its view state counts only for the scene of its name.
screens::ViewState& touch(Sample& sample) {
  sample.state.scene = screens::view(sample.model, sample.state, sample.now, {1920, 1080}).name;
  return sample.state;
}

void add_points(std::vector<Sample>& made, const Maker& maker) {
  model::Model room = maker.seated(wire::Phase::Gathering, wire::Role::Player);
  for (const auto& [name, scoring] : {std::pair{"points_speed", wire::Scoring::Speed},
                                      {"points_accuracy", wire::Scoring::Accuracy},
                                      {"points_certainty", wire::Scoring::Certainty},
                                      {"points_exam", wire::Scoring::Exam}}) {
    room.room->settings.scoring = scoring;
    room.room->points_rules = maker.rules(scoring);
    add(made, name, room).state.overlay = screens::Overlay::Points;
  }
  room = maker.asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms);
  room.screen = model::Screen::Settings;
  add(made, "settings_room", room);
  add(made, "settings_points", std::move(room)).state.overlay = screens::Overlay::Points;
}

void add_searches(std::vector<Sample>& made, const Maker& maker) {
  model::Model solo = maker.online();
  solo.screen = model::Screen::Solo;
  touch(add(made, "solo_search", solo)).search = ui::folded(solo.topics[1].title).substr(0, 9);
  touch(add(made, "solo_search_none", solo)).search = "no such topic";
  const model::Model review = maker.reviewing(QuestionKind::SingleChoice);
  touch(add(made, "review_missed", review)).missed_only = true;
  touch(add(made, "review_search_none", review)).search = "zzz";
}

void add_tip(std::vector<Sample>& made, const Maker& maker) {
  screens::ViewState& rested = touch(add(made, "review_tip", maker.reviewing(QuestionKind::SingleChoice)));
  rested.touch.hovered = "after";
  rested.touch.hovered_since = now_of_all.time_since_epoch() - 2s;
}

}  // namespace

void add_samples_of_help(std::vector<Sample>& made, const Maker& maker) {
  add_points(made, maker);
  add_searches(made, maker);
  add_tip(made, maker);
}

}  // namespace certamen::golden
