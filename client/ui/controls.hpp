// Things to press: buttons, the start screen's doors, choices, switches, steppers.
//
// Pure widgets; each appends what it looks like and the region that answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/ui/kit.hpp"

namespace certamen::ui {

enum class ButtonStyle : std::uint8_t {
  Primary,  // the one thing to do now
  Secondary,
  Quiet,      // possible, seldom wanted
  Dangerous,  // ends or gives up something
};

struct Button {
  std::string id;
  std::string label;
  std::string key;  // the key that does the same, shown beside the label; empty: none shown
  ButtonStyle style = ButtonStyle::Secondary;
  Action action;
  std::optional<MarkKind> mark{};
  bool enabled = true;
  int order = 0;
  std::string tip{};  // for a button without words
};
// As wide as its label, mark and key want, for rows of buttons; `height` as given to button().
[[nodiscard]] float button_width(const Button& button);
void button(const Kit& kit, const Rect& rect, const Button& spec);
// A button at the left end of `row`, which gets smaller by it. A quiet one's label stands at the edge.
void button_at_left(const Kit& kit, Rect& row, const Button& spec);
// Buttons from the right end of `row` to the left, the first one rightmost; each as wide as it wants. When that one is
// quiet, its label or key stands at the edge.
void button_row(const Kit& kit, const Rect& row, const std::vector<Button>& buttons);

// A large way in: a drawing, a title, one line that says what happens behind it.
struct Door {
  std::string id;
  std::string title;
  std::string help;
  std::string key;
  MarkKind mark = MarkKind::Person;
  Action action;
};
void door(const Kit& kit, const Rect& rect, const Door& spec);

struct Segment {
  std::string label;
  Action action;
  bool chosen = false;
};
// One of a few, side by side and equally wide. Ids are `id`.0, `id`.1 and so on.
void segments(const Kit& kit, const Rect& rect, const std::string& id, const std::vector<Segment>& choices);

struct Switch {
  std::string id;
  std::string label;
  std::string remark;  // at the right end, muted
  bool on = false;
  Action action;
  bool enabled = true;
  bool implied = false;  // not chosen itself, but meant by what is
};
void toggle(const Kit& kit, const Rect& rect, const Switch& spec);

struct Stepper {
  std::string id;
  std::string value;
  Action less;
  Action more;
  bool can_less = true;
  bool can_more = true;
};
void stepper(const Kit& kit, const Rect& rect, const Stepper& spec);

// Pages of one panel, one shown: names in a line, the shown one underlined. Ids are `id`.0, `id`.1 and so on.
void tabs(const Kit& kit, const Rect& rect, const std::string& id, const std::vector<Segment>& pages);

struct Slider {
  std::string id;
  std::int64_t value = 0;  // from 0 to max
  std::int64_t max = 1;
  std::string shown;   // the value as people read it, at the right end
  std::string action;  // sent with the value wanted
  bool enabled = true;
};
void slider(const Kit& kit, const Rect& rect, const Slider& spec);
// The value under the pointer, or the next one in an arrow's direction.
[[nodiscard]] std::int64_t slider_value(const SliderRange& range, float x);
[[nodiscard]] std::int64_t slider_step(const SliderRange& range, bool up);

}  // namespace certamen::ui
