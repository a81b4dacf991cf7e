// The right order, one's own beside it, and how many put each option in its place.
#include <algorithm>
#include <cmath>

#include "client/screens/question.hpp"
#include "client/ui/exam.hpp"
#include "client/ui/pieces.hpp"

namespace certamen::screens {

namespace {

constexpr float number_width = 44;
constexpr float own_width = 132;
constexpr float row_gap = 6;
constexpr float share_width = 190;

std::size_t letter_of(const RevealedQuestion& question, wire::OptionIndex canonical) {
  const auto& options = question.options;
  const auto found =
      std::find_if(options.begin(), options.end(), [&](const auto& each) { return each.canonical == canonical; });
  return static_cast<std::size_t>(found - options.begin());
}

const std::vector<wire::OptionIndex>* own_order(const RevealedQuestion& question) {
  if (!question.plays || !question.own_answer) return nullptr;
  const auto* order = std::get_if<wire::OrderAnswer>(&*question.own_answer);
  return order != nullptr && order->options.size() == question.revealed.key.size() ? &order->options : nullptr;
}

// What stands at this place in one's own order.
void draw_own(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question, std::size_t place) {
  const std::vector<wire::OptionIndex>& order = *own_order(question);
  const bool right = order[place] == question.revealed.key[place];
  const float radius = std::min(ui::badge_radius_min + 4, room.height / 2);
  ui::badge(canvas.kit, {room.x + 34, room.centre().y}, radius, letter_of(question, order[place]));
  ui::draw(canvas.kit, right ? ui::MarkKind::Tick : ui::MarkKind::Cross, {room.x + 94, room.centre().y}, 30,
           right ? canvas.theme().right : canvas.theme().wrong);
}

}  // namespace

void draw_share_of_players(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question, std::uint32_t count) {
  const ui::Theme& theme = canvas.theme();
  const auto players = static_cast<float>(std::max(question.revealed.player_count, 1U));
  const float grown = canvas.moving(0, static_cast<float>(count) / players, question.since, ui::reorder_time);
  const ui::Rect number = ui::take_right(room, 72, 12);
  ui::write(canvas.kit, number, std::to_string(count), {ui::body_size, ui::Weight::SemiBold, true}, theme.ink,
            ui::Align::Right);
  const ui::Rect track = ui::centred(room, {room.width, 12});
  ui::fill(canvas.kit, track, ui::faded(theme.ink, 0.2F), 6);
  if (grown > 0) ui::fill(canvas.kit, {track.x, track.y, std::max(12.0F, track.width * grown), 12}, theme.ink, 6);
}

void draw_ordering_revealed(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question) {
  const ui::Theme& theme = canvas.theme();
  const std::vector<wire::OptionIndex>& key = question.revealed.key;
  if (key.empty()) return;
  const bool own = own_order(question) != nullptr;
  ui::Rect heading = ui::take_top(room, arranged_heading, 2);
  if (own) label(canvas, ui::take_right(heading, own_width, ui::gap), canvas.words(Key::RevealYourOrder));
  label(canvas, ui::take_right(heading, share_width + 12, ui::gap), canvas.words(Key::RevealInPlace));
  label(canvas, heading, canvas.words(Key::RevealRightOrder));
  std::vector<std::string> texts;
  for (const model::DisplayOption& option : question.options) texts.push_back(option.text);
  const auto rows = static_cast<int>(key.size());
  const ui::Rect first = ui::grid_cell(room, 1, rows, 0, row_gap);
  const float wide = first.width - number_width - (own ? own_width + ui::gap : 0);
  const float size = ui::piece_text_size(texts, {wide, first.height}, share_width);
  for (std::size_t place = 0; place < key.size(); ++place) {
    ui::Rect row = ui::grid_cell(room, 1, rows, static_cast<int>(place), row_gap);
    ui::write(canvas.kit, ui::take_left(row, number_width), std::to_string(place + 1),
              {ui::lead_size, ui::Weight::Bold, true}, theme.muted);
    if (own) draw_own(canvas, ui::take_right(row, own_width, ui::gap), question, place);
    const std::size_t letter = letter_of(question, key[place]);
    ui::piece(canvas.kit, row,
              {.id = "card." + std::to_string(key[place]),
               .position = letter,
               .text = question.options[letter].text,
               .text_size = size,
               .right_room = share_width});
    ui::Rect share = row;
    draw_share_of_players(canvas, ui::inset(ui::take_right(share, share_width), 14, 0), question,
                          question.options[letter].pick_count);
  }
}

}  // namespace certamen::screens
