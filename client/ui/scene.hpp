// A picture as plain data: what to draw, where a press counts, which keys mean what, and when to draw again.
//
// Pure values; ui builds them, render draws them, tests read them. Everything is in logical units; `scale` says how many
// pixels of the window one of them is. Primitives are painted in order, later ones over earlier ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "client/ui/color.hpp"
#include "client/ui/geometry.hpp"
#include "client/ui/input.hpp"
#include "client/ui/motion.hpp"
#include "client/ui/text.hpp"
#include "client/ui/theme.hpp"

namespace certamen::ui {

// ---- what is drawn ----

// A filled and/or outlined rectangle; the outline lies inside the edge. Radius 0 has sharp corners.
struct Box {
  Rect rect;
  float radius = 0;
  Color fill{0, 0, 0, 0};
  Color outline{0, 0, 0, 0};
  float outline_width = 0;
  bool operator==(const Box&) const = default;
};

// A regular shape around a centre; all six look equally large at the same radius.
struct Shape {
  ShapeKind kind = ShapeKind::Circle;
  Point centre;
  float radius = 0;
  Color fill;
  bool operator==(const Shape&) const = default;
};

// One line of text from the left end of its baseline. `within` is the room that it was given.
struct Text {
  std::string text;
  Point baseline;
  Font font;
  Color color;
  Rect within;
  bool cut = false;  // shortened with an ellipsis
  bool operator==(const Text&) const = default;
};

// Part of a ring, clockwise; angles in turns from the top. `radius` is the middle of the line.
struct Arc {
  Point centre;
  float radius = 0;
  float thickness = 0;
  float from_turns = 0;
  float sweep_turns = 1;
  Color color;
  bool operator==(const Arc&) const = default;
};

// Square modules of a QR code, row by row; light ones are not painted.
struct ModuleGrid {
  Rect rect;
  std::uint32_t side = 0;
  std::vector<bool> dark;
  Color color;
  bool operator==(const ModuleGrid&) const = default;
};

// A stroke with round ends.
struct Line {
  Point from;
  Point to;
  float width = 1;
  Color color;
  bool operator==(const Line&) const = default;
};

enum class MarkKind : std::uint8_t {
  Tick,
  Cross,
  Laurel,
  Person,
  People,
  Screen,
  Pause,
  Play,
  Next,
  Back,
  Plus,
  Minus,
  Up,
  Down,
  Lock,
  Clock,
  Book,
  Flame,
  Plug,
  Gear,
  Stop,
  Disk,
};

// A drawing of our own in a square around `centre`; marks.hpp says of which strokes it is made.
struct Mark {
  MarkKind kind = MarkKind::Tick;
  Point centre;
  float size = 0;
  Color color;
  bool operator==(const Mark&) const = default;
};

// From here on only what lies in the rectangle is painted; without one everything is again.
struct Clip {
  std::optional<Rect> rect{};
  bool operator==(const Clip&) const = default;
};

using Primitive = std::variant<Box, Shape, Text, Arc, ModuleGrid, Line, Mark, Clip>;

// ---- where and how it answers ----

// What a press or key means; the screen that made the scene knows the names.
struct Action {
  std::string name;
  std::int64_t value = 0;
  bool operator==(const Action&) const = default;
};

enum class RegionKind : std::uint8_t {
  Button,  // Enter and Space activate it
  Choice,  // Space activates it; Enter belongs to the screen
  Field,   // takes what is typed; Enter belongs to the screen
  Slider,  // takes arrows and dragging; its action carries the value wanted
};

// What a field shows, so that a press in it can find the letter.
struct FieldText {
  std::string text;
  Font font;
  float left = 0;  // where the first letter begins
  bool operator==(const FieldText&) const = default;
};

// What a slider shows, so that a press on it can find the value.
struct SliderRange {
  std::int64_t value = 0;  // from 0 to max
  std::int64_t max = 1;
  float left = 0;  // where 0 is
  float width = 0;
  bool operator==(const SliderRange&) const = default;
};

struct Region {
  std::string id;
  Rect rect;
  int order = 0;  // of the focus; equal ones in the order they were added
  bool enabled = true;
  RegionKind kind = RegionKind::Button;
  Action action;
  std::optional<FieldText> field{};
  std::optional<SliderRange> slider{};
  // What is dragged from one region to another means the action both name, with the sum of their values.
  std::optional<Action> drag{};
  std::optional<Action> drop{};
  std::string tip{};     // said by tip() to whoever rests there; empty: nothing to add
  std::string scroll{};  // the scroll area that it lies in; empty: none
  bool operator==(const Region&) const = default;
};

// A place on content that is higher than it: scroll.hpp draws it and moves it.
struct ScrollArea {
  std::string id;
  Rect rect;          // where the content is seen
  Rect bar;           // where it is taken hold of to be moved, right of that
  Rect thumb;         // within the bar: which part is seen
  float content = 0;  // how high everything is
  float offset = 0;   // how far its top lies above the rectangle's
  bool operator==(const ScrollArea&) const = default;

  [[nodiscard]] float offset_max() const { return content - rect.height; }
};

struct Shortcut {
  std::variant<KeyName, std::string> key;  // a key that writes nothing, or the lower-case letter typed
  Action action;
  bool operator==(const Shortcut&) const = default;
};

struct Scene {
  std::string name;
  Size size;
  float scale = 1;
  Color background;
  std::vector<Primitive> primitives;
  std::vector<Region> regions;
  std::vector<Shortcut> shortcuts;
  std::vector<ScrollArea> scrolls{};  // only those that have anything to scroll
  std::string first_focus;            // the region that has the focus until the person moves it
  std::optional<Moment> redraw_at;    // when the picture is next different by itself; may be now: it moves
  bool operator==(const Scene&) const = default;
};

// An empty scene for a window of so many pixels. At least 1920 by 1080 units from full HD up; smaller windows get fewer
// units, so that their type does not shrink as fast as they do. `zoom` draws everything so many times larger, at least 1, as
// far as `room_left` units are left.
inline constexpr Size room_min{1600, 900};
[[nodiscard]] Scene make_scene(std::string name, Size window_pixels, Color background, float zoom = 1,
                               Size room_left = room_min);

// Asks for another drawing at `at` or earlier.
void redraw_by(Scene& scene, Moment at);

[[nodiscard]] const Region* find_region(const Scene& scene, const std::string& id);
// The part of a region that can be seen and pressed; nothing when all of it is scrolled out of sight.
[[nodiscard]] std::optional<Rect> shown_part(const Scene& scene, const Region& region);
// The region under the pointer, the topmost if regions should lie on each other.
[[nodiscard]] const Region* region_at(const Scene& scene, Point at);
// Where something dragged with this action would fall when it is let go of here: the nearest region that takes it, if one is
// within drop_reach.
inline constexpr float drop_reach = 48;
[[nodiscard]] const Region* drop_at(const Scene& scene, const Action& drag, Point at);

}  // namespace certamen::ui
