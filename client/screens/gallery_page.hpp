// One page of the gallery while it is filled: widgets side by side, line by line, each with a caption.
//
// The gallery's own business; pure.
#pragma once

#include <algorithm>
#include <string>

#include "client/screens/words.hpp"
#include "client/ui/kit.hpp"

namespace certamen::screens {

// What a person's hands are doing to a widget.
enum class Hand : unsigned char { Away, Over, Keys };

class Page {
 public:
  Page(ui::Scene& scene, const ui::Theme& theme, wire::Language language)
      : words(language),
        theme_(theme),
        scene_(scene),
        rest_(ui::inset({0, 0, scene.size.width, scene.size.height}, 64, 40)) {}

  // A heading over what follows, at the left end of a new line; without words only the new line.
  void heading(const std::string& text) {
    next_line();
    if (text.empty()) return;
    write(ui::take_top(rest_, 40, 8), text, {ui::lead_size, ui::Weight::SemiBold, false}, theme_.text);
  }

  // Draws a widget of this size at the next free place: `widget(kit, rect)`.
  template <class Widget>
  void show(const std::string& caption, ui::Size size, const std::string& id, Hand hand, Widget widget) {
    if (left_ > 0 && left_ + size.width > rest_.width) next_line();
    const ui::Rect place{rest_.x + left_, rest_.y, size.width, size.height};
    ui::Touch touch{.focused = hand == Hand::Keys ? id : "none",
                    .focus_visible = hand == Hand::Keys,
                    .hovered = hand == Hand::Over ? id : ""};
    widget(ui::Kit{scene_, theme_, touch, {}, true}, place);
    if (!caption.empty()) {
      write({place.x, place.bottom() + 10, std::max(place.width, 60.0F), 26}, caption,
            {ui::text_size_min, ui::Weight::Regular, false}, theme_.muted);
    }
    left_ += size.width + gap;
    line_ = std::max(line_, size.height + (caption.empty() ? 0 : caption_room));
  }

  // The rest of the page, for what fills it.
  [[nodiscard]] ui::Rect rest() {
    next_line();
    return rest_;
  }
  [[nodiscard]] ui::Kit kit(const ui::Touch& touch) const { return {scene_, theme_, touch, {}, true}; }
  [[nodiscard]] const ui::Theme& theme() const { return theme_; }

  Words words;

 private:
  static constexpr float gap = 28;
  static constexpr float caption_room = 40;

  void next_line() {
    if (left_ > 0) ui::take_top(rest_, line_, 14);
    left_ = line_ = 0;
  }
  void write(const ui::Rect& room, const std::string& text, const ui::Font& font, ui::Color color) const {
    const ui::Touch nobody;
    ui::write(kit(nobody), room, text, font, color);
  }

  const ui::Theme& theme_;
  ui::Scene& scene_;
  ui::Rect rest_;
  float left_ = 0;
  float line_ = 0;
};

void show_colors(Page& page);
void show_type(Page& page);
void show_marks(Page& page);
void show_buttons(Page& page);
void show_choices(Page& page);
void show_places(Page& page);
void show_fields(Page& page);
void show_answers(Page& page);
void show_clocks(Page& page);
void show_people(Page& page);
void show_charts(Page& page);
void show_tips(Page& page);
void show_scrolling(Page& page);
void show_banner(Page& page);
void show_dialogue(Page& page);

}  // namespace certamen::screens
