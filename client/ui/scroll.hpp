// A place for content that is higher than it: seen in part, moved by wheel, drag, keys and the focus, with a bar that says
// where one is.
//
// Pure. How far an area is scrolled is kept in the Touch, so it belongs to the scene of its name and is forgotten with it.
// What fits stands there as if there were no such thing.
#pragma once

#include <functional>
#include <string>

#include "client/ui/kit.hpp"

namespace certamen::ui {

inline constexpr float scroll_gutter = 36;  // what the bar takes off the width, when there is one
inline constexpr float scroll_step = 96;    // of one step of the wheel, one press of an arrow key

struct ScrollContent {
  std::string id;                            // another one for other content: it starts at its top
  std::function<float(float width)> height;  // that it needs at this width
  // Draws all of it into `place`, which is as high as it needs and may begin above what is `seen`. What lies outside of
  // that may be left out, but for the regions.
  std::function<void(const Rect& place, const Rect& seen)> draw;
};
void scroll(const Kit& kit, const Rect& room, const ScrollContent& content);

// ---- what hands do with it; each says whether there was anything to do it with ----

// The area under a point, content or bar; nothing where there is none.
[[nodiscard]] const ScrollArea* scroll_at(const Scene& scene, Point at);
// The area that keys mean: the one with the focus, or else the first one; nothing without any.
[[nodiscard]] const ScrollArea* scroll_for_keys(const Scene& scene, const Touch& touch);

void scroll_to(Touch& touch, const ScrollArea& area, float offset);
// Page up and down, Home, End; with nothing in the area to walk to, also arrow up and down while it can still move that way.
bool scroll_by_key(const Scene& scene, Touch& touch, KeyName key);
// The area under the pointer, or else the one that keys mean.
bool scroll_by_wheel(const Scene& scene, Touch& touch, const Wheel& wheel);
// A press on the bar or on content that cannot be pressed takes hold, moving moves, letting go lets go.
bool scroll_by_pointer(const Scene& scene, Touch& touch, const Pointer& pointer);
// Moves the area of a region until all of the region is seen, or its top.
void bring_into_view(const Scene& scene, Touch& touch, const std::string& region);
// Forgets areas that the scene no longer has.
void forget_scrolled(const Scene& scene, Touch& touch);

}  // namespace certamen::ui
