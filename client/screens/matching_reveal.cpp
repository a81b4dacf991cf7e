// Each item with its right match, one's own where it was another, and how many found it.
#include <algorithm>
#include <cmath>

#include "client/screens/question.hpp"
#include "client/ui/exam.hpp"
#include "client/ui/pieces.hpp"

namespace certamen::screens {

namespace {

constexpr float number_width = 44;
constexpr float own_width = 92;
constexpr float row_gap = 6;
constexpr float share_width = 96;

const std::vector<wire::OptionIndex>* own_matches(const RevealedQuestion& question) {
  if (!question.plays || !question.own_answer) return nullptr;
  const auto* match = std::get_if<wire::MatchAnswer>(&*question.own_answer);
  return match != nullptr && match->matches.size() == question.revealed.key.size() ? &match->matches : nullptr;
}

float item_text_size(const std::vector<model::DisplayOption>& options, ui::Size room) {
  float size = std::min(30.0F, room.height * 0.5F);
  for (const model::DisplayOption& option : options) {
    size = std::min(size, ui::fitted(option.text, room, {ui::Weight::SemiBold, size, ui::text_size_min}).font.size);
  }
  return size;
}

void draw_own(const Canvas& canvas, const ui::Rect& room, wire::OptionIndex given, bool right) {
  const float radius = std::min(ui::badge_radius_min + 4, room.height / 2);
  ui::badge(canvas.kit, {room.x + 26, room.centre().y}, radius, given);
  ui::draw(canvas.kit, right ? ui::MarkKind::Tick : ui::MarkKind::Cross, {room.x + 74, room.centre().y}, 28,
           right ? canvas.theme().right : canvas.theme().wrong);
}

}  // namespace

void draw_matching_revealed(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question) {
  const ui::Theme& theme = canvas.theme();
  const std::vector<wire::OptionIndex>& key = question.revealed.key;
  const std::vector<std::string>& matches = question.asked.matches;
  const auto known = [&](wire::OptionIndex match) { return match < matches.size(); };
  if (key.empty() || key.size() != question.options.size() || !std::all_of(key.begin(), key.end(), known)) return;
  const auto* own = own_matches(question);
  ui::Rect heading = ui::take_top(room, arranged_heading, 2);
  if (own != nullptr) label(canvas, ui::take_right(heading, own_width, ui::gap), canvas.words(Key::RevealYourMatch));
  label(canvas, heading, canvas.words(Key::RevealRightMatch));

  const auto rows = static_cast<int>(key.size());
  const ui::Rect first = ui::grid_cell(room, 1, rows, 0, row_gap);
  const float both = first.width - (own != nullptr ? own_width + ui::gap : 0);
  const float left = std::round((both - share_width) * 0.475F);
  const float item_size = item_text_size(question.options, {left - number_width - ui::gap_large, first.height - 4});
  const float match_size = ui::piece_text_size(matches, {both - left, first.height}, share_width);
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const model::DisplayOption& option = question.options[i];
    const wire::OptionIndex right = key[option.canonical];
    ui::Rect row = ui::grid_cell(room, 1, rows, static_cast<int>(i), row_gap);
    if (own != nullptr) {
      const wire::OptionIndex given = (*own)[option.canonical];
      draw_own(canvas, ui::take_right(row, own_width, ui::gap), given, given == right);
    }
    ui::Rect item = ui::take_left(row, left);
    ui::write(canvas.kit, ui::take_left(item, number_width), std::to_string(i + 1), {ui::lead_size, ui::Weight::Bold, true},
              theme.muted);
    ui::write_fitted(canvas.kit, {item.x, item.y + 2, item.width - ui::gap_large, item.height - 4}, option.text,
                     {ui::Weight::SemiBold, item_size, std::min(item_size, ui::text_size_min)}, theme.text, ui::Align::Left,
                     ui::VerticalAlign::Middle);
    ui::piece(canvas.kit, row,
              {.id = "match." + std::to_string(i),
               .position = right,
               .text = matches[right],
               .text_size = match_size,
               .right_room = share_width});
    const float count_size = option.pick_count < 1000 ? ui::body_size : ui::label_size_min;
    ui::write(canvas.kit, ui::inset(ui::take_right(row, share_width), 20, 0), std::to_string(option.pick_count),
              {count_size, ui::Weight::SemiBold, true}, theme.ink, ui::Align::Right);
  }
}

}  // namespace certamen::screens
