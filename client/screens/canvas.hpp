// What every screen is drawn with: the model it reads, the words, the kit, and the frame they all share.
//
// Pure. A Canvas borrows and lives as long as one view() call. The frame: a header line, the body, and a footer line,
// inside one margin of four hundredths of the width.
#pragma once

#include <string>
#include <vector>

#include "client/model/queries.hpp"
#include "client/screens/view_state.hpp"
#include "client/screens/words.hpp"
#include "client/ui/controls.hpp"
#include "client/ui/kit.hpp"

namespace certamen::screens {

// Of the footer line and the distance below it.
inline constexpr float footer_height = 72;
inline constexpr float footer_bottom = 32;

struct Canvas {
  const model::Model& model;
  const ViewState& state;
  model::Instant now;
  model::Stage stage;
  Words words;
  ui::Kit kit;
  ui::Size size;
  float margin = 0;
  ui::Rect header;
  ui::Rect body;
  ui::Rect footer;
  std::size_t page = 0;
  std::size_t tab = 0;
  std::int64_t held = 0;
  std::string search{};
  bool missed_only = false;

  [[nodiscard]] const ui::Theme& theme() const { return kit.theme; }
  // A movement that began at `since`.
  [[nodiscard]] float moving(float from, float to, model::Instant since, ui::Moment duration) const;
  void key(ui::KeyName name, ui::Action action) const;
  void key(std::string letter, ui::Action action) const;
};

// The name of the scene while nothing lies over it. The focus of one question's board is not the next one's.
[[nodiscard]] std::string page_name(const model::Model& model, const ViewState& state, model::Stage stage);
// What is drawn from now on is drawn as for a person who is there.
void stand(Canvas& canvas, Whereabouts where);

// A sentence where nothing else is to be shown.
void say_empty(const Canvas& canvas, const ui::Rect& room, const std::string& sentence);

[[nodiscard]] const ui::Theme& theme_of(const model::Profile& profile);

[[nodiscard]] Canvas make_canvas(const model::Model& model, const ViewState& state, model::Instant now, model::Stage stage,
                                 ui::Scene& scene, const ui::Touch& touch);

[[nodiscard]] ui::Moment moment(model::Instant instant);
// Seconds, never negative.
[[nodiscard]] float seconds(model::Duration duration);

// What lies over the screen now: not what the match has made meaningless since it was opened.
[[nodiscard]] Overlay overlay_of(const model::Model& model, const ViewState& state, model::Stage stage);

// ---- pieces that several screens share ----

// A form's header: a way back, and the title.
void draw_title(const Canvas& canvas, const std::string& title);
// A room's header: what matters from the left, then what may be overlooked; a remark at the right end.
// `mark`: a pill after what matters; it is never left out.
void draw_top_line(const Canvas& canvas, const std::string& strong, const std::string& quiet, const std::string& remark,
                   const std::string& mark = {});
// When the match goes on by itself: in how many seconds; else nothing.
[[nodiscard]] std::string continue_remark(const Canvas& canvas);
// A room's footer: who one is or the code to join with, at the right end what can be done; `more` leftmost of that.
void draw_room_footer(const Canvas& canvas, const std::vector<ui::Button>& more = {});
// The way to the console, with its key; none for who directs no room.
[[nodiscard]] std::vector<ui::Button> console_buttons(const Canvas& canvas);
// The same at the right end of a row, which gets smaller by it.
void draw_console_button(const Canvas& canvas, ui::Rect& row);
// Only what can be done, with its keys; cuts its room off the right end of `row`.
void draw_room_buttons(const Canvas& canvas, ui::Rect& row, const std::vector<ui::Button>& more = {});
// How many have answered, at the right end of the room; for hosts and spectators.
void draw_answered(const Canvas& canvas, const ui::Rect& room);
// A thing to know while waiting, another one every few seconds.
void draw_tip(const Canvas& canvas, const ui::Rect& room);

// A field to look for something in a list, with its keys: a slash leads there, Escape empties it.
void draw_search(const Canvas& canvas, const ui::Rect& room);

void label(const Canvas& canvas, const ui::Rect& room, const std::string& text);

}  // namespace certamen::screens
