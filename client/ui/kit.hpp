// What widgets share: the scene they append to, the look, where the person's hands are, and the moment.
//
// Pure. A Kit borrows everything but its flags and lives as long as one view() call; widgets are functions that take it
// first and append primitives and regions to its scene.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/scene.hpp"

namespace certamen::ui {

inline constexpr std::size_t text_end = static_cast<std::size_t>(-1);

// Something held by the pointer; it moves once the pointer has left the place of the press.
struct Drag {
  std::string id;  // of the region it was taken from
  Point from;
  Point at;
  bool moving = false;
  bool operator==(const Drag&) const = default;
};
inline constexpr float drag_threshold = 8;

// How far somebody has scrolled an area; an area that is not named stands at its top.
struct Scrolled {
  std::string id;
  float offset = 0;
  bool operator==(const Scrolled&) const = default;
};

// A scroll area that the pointer holds, by its bar or by its content.
struct ScrollHold {
  std::string id;
  float from_y = 0;       // of the press
  float from_offset = 0;  // of the area at the press
  bool by_bar = false;
  bool operator==(const ScrollHold&) const = default;
};

// Where the person's hands are; belongs to the scene of that name.
struct Touch {
  std::string focused;         // a region's id; empty: the scene's first focus
  bool focus_visible = false;  // after a key, not after a click
  std::string hovered;
  Moment hovered_since{};         // when the pointer came there, or last pressed
  std::size_t caret = text_end;   // in the focused field, in code points; beyond the text is its end
  std::size_t anchor = text_end;  // the other end of the selection
  std::string sliding{};          // a slider that is held
  std::optional<Drag> drag{};
  std::vector<Scrolled> scrolled{};
  std::optional<ScrollHold> scroll_hold{};
  bool operator==(const Touch&) const = default;
};

struct Kit {
  Scene& scene;
  const Theme& theme;
  const Touch& touch;
  Moment now{};
  bool still = false;  // show every movement's end

  [[nodiscard]] bool focused(const std::string& id) const;
  [[nodiscard]] bool hovered(const std::string& id) const { return touch.hovered == id; }
  // The drag under way, if it is of this region.
  [[nodiscard]] const Drag* dragged(const std::string& id) const;
  // Where a movement is now; asks for the next drawing while it is under way.
  [[nodiscard]] float moving(const Tween& tween) const;
};

enum class Align : std::uint8_t { Left, Centre, Right };
enum class VerticalAlign : std::uint8_t { Top, Middle, Bottom };

void fill(const Kit& kit, const Rect& rect, Color color, float radius = 0);
void frame(const Kit& kit, const Rect& rect, Color color, float width, float radius);
void draw(const Kit& kit, MarkKind kind, Point centre, float size, Color color);
void line(const Kit& kit, Point from, Point to, float width, Color color);

// One line in the vertical middle of the room, shortened when it is too long. Returns its width.
float write(const Kit& kit, const Rect& room, std::string_view text, const Font& font, Color color,
            Align align = Align::Left);
// Lines from the top of the room, its middle, or up from its bottom.
void write(const Kit& kit, const Rect& room, const TextBlock& block, Color color, Align align = Align::Left,
           VerticalAlign vertical = VerticalAlign::Top);
// Fits the text to the room and writes it; returns the height used.
float write_fitted(const Kit& kit, const Rect& room, std::string_view text, const FitRule& rule, Color color,
                   Align align = Align::Left, VerticalAlign vertical = VerticalAlign::Top);

// A ring outside `rect` when the region has the focus and a key moved it.
void focus_ring(const Kit& kit, const Rect& rect, float radius, const std::string& id);

}  // namespace certamen::ui
