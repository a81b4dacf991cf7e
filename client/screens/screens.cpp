#include "client/screens/screens.hpp"

#include <algorithm>
#include <sstream>

#include "client/screens/pages.hpp"
#include "client/ui/check.hpp"
#include "client/ui/tip.hpp"

namespace certamen::screens {

namespace {

bool welcomes(const ViewState& state, model::Stage stage) {
  return state.welcome && stage == model::Stage::Start;
}

const char* stage_name(model::Stage stage) {
  switch (stage) {
    case model::Stage::Start: return "start";
    case model::Stage::Solo: return "solo";
    case model::Stage::Join: return "join";
    case model::Stage::Host: return "host";
    case model::Stage::Settings: return "settings";
    case model::Stage::Entering: return "entering";
    case model::Stage::Lobby: return "lobby";
    case model::Stage::Drawing: return "drawing";
    case model::Stage::Reading: return "reading";
    case model::Stage::Asking: return "asking";
    case model::Stage::Discussing: return "discussing";
    case model::Stage::Examining: return "paper";
    case model::Stage::Revealing: return "reveal";
    case model::Stage::Ranking: return "ranking";
    case model::Stage::Podium: return "podium";
    case model::Stage::Review: return "review";
  }
  return "";
}

}  // namespace

std::string page_name(const model::Model& model, const ViewState& state, model::Stage stage) {
  if (welcomes(state, stage)) return "welcome";
  std::string name = stage_name(stage);
  if (model.room && model.room->announced && stage >= model::Stage::Reading && stage <= model::Stage::Ranking) {
    name += "." + std::to_string(model.room->announced->number);
  }
  const bool again = stage == model::Stage::Asking && model.room && model.room->asked && model.room->asked->vote > 1;
  return again ? name + ".again" : name;
}

namespace {

// A dialogue has a focus of its own.
std::string scene_name(const model::Model& model, const ViewState& state, model::Stage stage) {
  const std::string name = page_name(model, state, stage);
  if (welcomes(state, stage)) return name;
  switch (overlay_of(model, state, stage)) {
    case Overlay::None: return name;
    case Overlay::Menu: return name + "+menu";
    case Overlay::AskLeave: return name + "+leave";
    case Overlay::AskEnd: return name + "+end";
    case Overlay::AskHandIn: return name + "+hand_in";
    case Overlay::Points: return name + "+points";
    // A host's hands stay where they are while the match goes on below.
    case Overlay::Console: return "console";
    case Overlay::Members: return "members";
    case Overlay::Correct: return "correct";
    case Overlay::Fairness: return "fairness";
    case Overlay::Rehearsal: return "rehearsal";
    case Overlay::AskSkip: return "ask.skip";
    case Overlay::AskVoid: return "ask.void";
    case Overlay::AskRemove: return "ask.remove";
    case Overlay::AskBan: return "ask.ban";
    case Overlay::AskHandOver: return "ask.hand_over";
  }
  return name;
}

void draw_page(const Canvas& canvas) {
  switch (canvas.stage) {
    case model::Stage::Start: draw_start(canvas); return;
    case model::Stage::Solo: draw_solo(canvas); return;
    case model::Stage::Join: draw_join(canvas); return;
    case model::Stage::Host: draw_host(canvas); return;
    case model::Stage::Settings: draw_settings(canvas); return;
    case model::Stage::Entering: draw_entering(canvas); return;
    case model::Stage::Lobby: draw_lobby(canvas); return;
    case model::Stage::Drawing: draw_drawing(canvas); return;
    case model::Stage::Reading: draw_reading(canvas); return;
    case model::Stage::Asking:
    case model::Stage::Discussing: draw_asking(canvas); return;
    case model::Stage::Examining: draw_examining(canvas); return;
    case model::Stage::Revealing: draw_reveal(canvas); return;
    case model::Stage::Ranking: draw_ranking(canvas); return;
    case model::Stage::Podium:
      if (model::resolves(canvas.model)) {
        draw_resolver(canvas);
      } else {
        draw_podium(canvas);
      }
      return;
    case model::Stage::Review: draw_review(canvas); return;
  }
}

// A room's phase promises its facts; between a snapshot and its deltas one may still be missing.
model::Stage drawable(const model::Model& model, model::Stage stage) {
  if (!model.room) return stage;
  const model::Room& room = *model.room;
  if (stage == model::Stage::Reading && !room.announced) return model::Stage::Drawing;
  const bool board = stage == model::Stage::Asking || stage == model::Stage::Discussing;
  if (board && (!room.announced || !room.asked)) return model::Stage::Drawing;
  if (stage == model::Stage::Revealing && (!room.announced || !room.asked || !room.revealed)) return model::Stage::Drawing;
  return stage;
}

// What a form for a room cannot do without.
constexpr ui::Size host_room{1690, 1056};

ui::Scene drawn(const model::Model& model, const ViewState& state, model::Instant now, ui::Size window_pixels,
                model::Stage stage, std::uint32_t percent) {
  const bool welcome = welcomes(state, stage);
  const float zoom = static_cast<float>(percent) / 100;
  const ui::Size room = stage == model::Stage::Host ? host_room : ui::room_min;
  ui::Scene scene =
      ui::make_scene(scene_name(model, state, stage), window_pixels, theme_of(model.profile).background, zoom, room);
  ui::Touch touch = state.scene == scene.name ? state.touch : ui::Touch{};
  const std::string name = page_name(model, state, stage);
  const Whereabouts page = name == scene.name ? whereabouts(state, name) : left_behind(state, name);
  touch.scrolled = whereabouts(state, scene.name).scrolled;
  if (page.scene != scene.name) touch.scrolled.insert(touch.scrolled.end(), page.scrolled.begin(), page.scrolled.end());
  const Canvas canvas = make_canvas(model, state, now, stage, scene, touch);
  Canvas below = canvas;
  stand(below, page);
  if (welcome) {
    draw_welcome(below);
  } else {
    draw_page(below);
  }
  draw_overlays(canvas);
  ui::tip(canvas.kit);
  return scene;
}

// A question's texts are as long as its author needed, and must all be read whole.
bool shows_a_question(model::Stage stage) {
  return (stage >= model::Stage::Reading && stage <= model::Stage::Revealing) || stage == model::Stage::Review;
}

// The words that are drawn over the footer, sorted; numbers and what was shortened say nothing about what is missing, and in
// the footer only what can also be done elsewhere gives way.
std::vector<std::string> words_drawn(const ui::Scene& scene) {
  std::vector<std::string> words;
  const float footer = scene.size.height - footer_bottom - footer_height;
  bool scrolls = false;  // then it counts wherever it stands now
  for (const ui::Primitive& primitive : scene.primitives) {
    if (const auto* clip = std::get_if<ui::Clip>(&primitive)) scrolls = clip->rect.has_value();
    const auto* text = std::get_if<ui::Text>(&primitive);
    if (text == nullptr || text->cut || (text->baseline.y >= footer && !scrolls)) continue;
    std::istringstream rest{text->text};
    for (std::string word; rest >> word;) {
      if (word.find_first_not_of("0123456789.,:;+-%/=") != std::string::npos) words.push_back(word);
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

// Nothing is cut that the usual size shows whole, nor squeezed or pushed over something else.
bool has_room(const ui::Scene& larger, const ui::Scene& usual) {
  if (!ui::overflows(larger).empty() || !ui::text_overlaps(larger).empty() || !ui::region_overlaps(larger).empty())
    return false;
  if (!ui::small_texts(larger, ui::text_size_min).empty()) return false;
  if (ui::half_covered_texts(larger).size() > ui::half_covered_texts(usual).size()) return false;
  // Of what scrolls, a few lines must be seen at once.
  constexpr float scroll_room_min = 150;
  for (const ui::ScrollArea& area : larger.scrolls) {
    if (area.rect.height < scroll_room_min) return false;
  }
  return ui::cut_texts(larger).size() <= ui::cut_texts(usual).size();
}

bool says_as_much(const ui::Scene& larger, const ui::Scene& usual) {
  const std::vector<std::string> before = words_drawn(usual);
  const std::vector<std::string> after = words_drawn(larger);
  return std::includes(after.begin(), after.end(), before.begin(), before.end());
}

}  // namespace

ui::Scene view(const model::Model& model, const ViewState& state, model::Instant now, ui::Size window_pixels) {
  const model::Stage stage = drawable(model, model::stage(model, now));
  ui::Scene usual = drawn(model, state, now, window_pixels, stage, 100);
  // Under what lies over a question nobody reads it.
  const bool read = shows_a_question(stage) && overlay_of(model, state, stage) == Overlay::None;
  std::size_t size = static_cast<std::size_t>(model.profile.preferences.text_size);
  for (; size > 0; --size) {
    ui::Scene larger = drawn(model, state, now, window_pixels, stage, model::text_size_percents[size]);
    if (has_room(larger, usual) && (!read || says_as_much(larger, usual))) return larger;
  }
  return usual;
}

}  // namespace certamen::screens
