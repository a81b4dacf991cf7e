#include "client/ui/check.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>

namespace certamen::ui {

namespace {

constexpr float slack = 1.5F;
constexpr std::uint8_t solid_alpha = 200;  // what is painted so hides what lies under it

struct Placed {
  const Text* text;
  Rect rect;          // from the height of capitals to below the baseline, as far as it is seen
  std::size_t index;  // among the primitives
};

// Of each primitive the part of the scene in which it is painted; nothing: everywhere.
std::vector<std::optional<Rect>> clips_of(const Scene& scene) {
  std::vector<std::optional<Rect>> clips;
  std::optional<Rect> clip;
  for (const Primitive& primitive : scene.primitives) {
    if (const auto* change = std::get_if<Clip>(&primitive)) clip = change->rect;
    clips.push_back(clip);
  }
  return clips;
}

Rect ink_of(const Text& text) {
  const float top = text.baseline.y - text.font.size * inter_cap_height;
  return {text.baseline.x, top, text_width(text.text, text.font), text.font.size * (inter_cap_height + 0.2F)};
}

// What lies under a point before primitive `until`, composed from the background up.
Color under(const Scene& scene, Point point, std::size_t until) {
  Color color = scene.background;
  std::optional<Rect> clip;
  for (std::size_t i = 0; i < until; ++i) {
    if (const auto* change = std::get_if<Clip>(&scene.primitives[i])) clip = change->rect;
    if (clip && !contains(*clip, point)) continue;
    if (const auto* box = std::get_if<Box>(&scene.primitives[i]); box != nullptr && contains(box->rect, point)) {
      color = composed(color, box->fill);
    } else if (const auto* shape = std::get_if<Shape>(&scene.primitives[i])) {
      if (std::hypot(shape->centre.x - point.x, shape->centre.y - point.y) < shape->radius * 0.6F) {
        color = composed(color, shape->fill);
      }
    }
  }
  return color;
}

bool buried(const Scene& scene, const Placed& placed, const std::vector<std::optional<Rect>>& clips) {
  for (std::size_t i = placed.index + 1; i < scene.primitives.size(); ++i) {
    if (clips[i] && !contains(*clips[i], placed.rect.centre())) continue;
    const auto* box = std::get_if<Box>(&scene.primitives[i]);
    if (box != nullptr && box->fill.alpha >= solid_alpha && contains(box->rect, placed.rect.centre())) return true;
  }
  return false;
}

// True when the later text has something solid of its own between it and the earlier one.
bool separated(const Scene& scene, const Placed& earlier, const Placed& later) {
  for (std::size_t i = earlier.index + 1; i < later.index; ++i) {
    const auto* box = std::get_if<Box>(&scene.primitives[i]);
    if (box != nullptr && box->fill.alpha >= solid_alpha && encloses(box->rect, later.rect)) return true;
  }
  return false;
}

std::vector<Placed> visible_texts(const Scene& scene) {
  std::vector<Placed> found;
  const std::vector<std::optional<Rect>> clips = clips_of(scene);
  for (std::size_t i = 0; i < scene.primitives.size(); ++i) {
    const auto* text = std::get_if<Text>(&scene.primitives[i]);
    if (text == nullptr || text->text.empty() || text->color.alpha == 0) continue;
    const Rect ink = ink_of(*text);
    const std::optional<Rect> seen = clips[i] ? common(*clips[i], ink) : ink;
    if (!seen) continue;
    const Placed placed{text, *seen, i};
    if (!buried(scene, placed, clips)) found.push_back(placed);
  }
  return found;
}

double contrast_needed(const Font& font) {
  const bool heavy = font.weight == Weight::Bold || font.weight == Weight::SemiBold;
  const bool large = font.size >= 32 || (heavy && font.size >= 24);
  return large ? 3.0 : 4.5;
}

}  // namespace

std::vector<std::string> overflows(const Scene& scene) {
  std::vector<std::string> problems;
  const Rect whole{0, 0, scene.size.width, scene.size.height};
  const std::vector<std::optional<Rect>> clips = clips_of(scene);
  for (std::size_t i = 0; i < scene.primitives.size(); ++i) {
    const auto* text = std::get_if<Text>(&scene.primitives[i]);
    if (text == nullptr || text->text.empty()) continue;
    const Rect ink = ink_of(*text);
    if (!encloses(text->within, ink, slack)) {
      problems.push_back(fmt::format("\"{}\" needs {:.0f}x{:.0f} at {:.0f},{:.0f} and has {:.0f}x{:.0f} at {:.0f},{:.0f}",
                                     text->text, ink.width, ink.height, ink.x, ink.y, text->within.width,
                                     text->within.height, text->within.x, text->within.y));
    }
    // What can be scrolled to may lie above or below what is seen, but never beside it.
    const Rect bounds = clips[i] ? Rect{clips[i]->x, ink.y, clips[i]->width, ink.height} : whole;
    if (!encloses(bounds, ink, slack)) problems.push_back(fmt::format("\"{}\" leaves the scene", text->text));
  }
  return problems;
}

std::vector<std::string> region_overlaps(const Scene& scene) {
  std::vector<std::string> problems;
  const Rect whole{0, 0, scene.size.width, scene.size.height};
  std::set<std::string> ids;
  for (std::size_t i = 0; i < scene.regions.size(); ++i) {
    const Region& region = scene.regions[i];
    if (!ids.insert(region.id).second) problems.push_back(fmt::format("two regions are called {}", region.id));
    const std::optional<Rect> shown = shown_part(scene, region);
    if (!shown) continue;
    if (!encloses(whole, *shown, slack)) problems.push_back(fmt::format("{} leaves the scene", region.id));
    for (std::size_t j = 0; j < i; ++j) {
      const std::optional<Rect> other = shown_part(scene, scene.regions[j]);
      if (other && overlaps(*shown, *other, slack)) {
        problems.push_back(fmt::format("{} lies on {}", region.id, scene.regions[j].id));
      }
    }
  }
  return problems;
}

std::vector<std::string> text_overlaps(const Scene& scene) {
  std::vector<std::string> problems;
  const std::vector<Placed> texts = visible_texts(scene);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!overlaps(texts[i].rect, texts[j].rect, slack) || separated(scene, texts[j], texts[i])) continue;
      problems.push_back(fmt::format("\"{}\" lies on \"{}\"", texts[i].text->text, texts[j].text->text));
    }
  }
  return problems;
}

std::vector<std::string> half_covered_texts(const Scene& scene) {
  const Rect whole{0, 0, scene.size.width, scene.size.height};
  const std::vector<std::optional<Rect>> clips = clips_of(scene);
  std::size_t scrim = 0;
  for (std::size_t i = 0; i < scene.primitives.size(); ++i) {
    const auto* box = std::get_if<Box>(&scene.primitives[i]);
    if (box != nullptr && box->fill.alpha != 0 && encloses(box->rect, whole)) scrim = i;
  }
  std::vector<std::string> problems;
  for (const Placed& placed : visible_texts(scene)) {
    if (placed.index < scrim) continue;
    for (std::size_t i = placed.index + 1; i < scene.primitives.size(); ++i) {
      const auto* box = std::get_if<Box>(&scene.primitives[i]);
      if (box == nullptr || box->fill.alpha < solid_alpha) continue;
      const std::optional<Rect> seen = clips[i] ? common(*clips[i], box->rect) : box->rect;
      if (!seen || !overlaps(*seen, placed.rect, slack)) continue;
      problems.push_back(fmt::format("\"{}\" is hidden in part", placed.text->text));
      break;
    }
  }
  return problems;
}

std::vector<std::string> weak_contrasts(const Scene& scene) {
  std::vector<std::string> problems;
  for (const Placed& placed : visible_texts(scene)) {
    const float y = placed.rect.centre().y;
    const double needed = contrast_needed(placed.text->font);
    for (const Point point : {Point{placed.rect.x + 1, y}, placed.rect.centre(), Point{placed.rect.right() - 1, y}}) {
      const Color ground = under(scene, point, placed.index);
      const double ratio = contrast_ratio(ground, composed(ground, placed.text->color));
      if (ratio >= needed) continue;
      problems.push_back(fmt::format("\"{}\" has contrast {:.2f} of {}", placed.text->text, ratio, needed));
      break;
    }
  }
  return problems;
}

std::vector<std::string> small_texts(const Scene& scene, float size_min) {
  std::vector<std::string> problems;
  for (const Placed& placed : visible_texts(scene)) {
    if (placed.text->font.size < size_min) {
      problems.push_back(fmt::format("\"{}\" has size {}", placed.text->text, placed.text->font.size));
    }
  }
  return problems;
}

std::vector<std::string> cut_texts(const Scene& scene) {
  std::vector<std::string> problems;
  for (const Primitive& primitive : scene.primitives) {
    const auto* text = std::get_if<Text>(&primitive);
    if (text != nullptr && text->cut) problems.push_back(fmt::format("\"{}\" is cut", text->text));
  }
  return problems;
}

}  // namespace certamen::ui
