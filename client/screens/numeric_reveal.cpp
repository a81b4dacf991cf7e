// What was typed for a numeric question, and what was right.
#include <algorithm>

#include "client/screens/question.hpp"

namespace certamen::screens {

namespace {

constexpr std::size_t rows_max = 4;
constexpr float row_height_max = 52;

bool accepted(const wire::QuestionRevealed& revealed, std::int64_t micros) {
  const std::int64_t away =
      micros > revealed.numeric_key_micros ? micros - revealed.numeric_key_micros : revealed.numeric_key_micros - micros;
  return away <= revealed.numeric_tolerance_micros;
}

bool is_own(const RevealedQuestion& question, std::int64_t micros) {
  if (!question.own_answer || !question.plays) return false;
  const auto* number = std::get_if<wire::NumericAnswer>(&*question.own_answer);
  return number != nullptr && number->micros == micros;
}

void draw_key(const Canvas& canvas, const ui::Rect& room, const RevealedQuestion& question) {
  const ui::Theme& theme = canvas.theme();
  const wire::QuestionRevealed& revealed = question.revealed;
  ui::fill(canvas.kit, room, theme.right, ui::corner);
  ui::Rect inside = ui::inset(room, 36, 18);
  const ui::Rect mark = ui::take_left(inside, 84, 28);
  ui::draw(canvas.kit, ui::MarkKind::Tick, mark.centre(), 84, theme.on_accent);
  const bool tolerant = revealed.numeric_tolerance_micros > 0;
  const ui::FitRule rule{ui::Weight::Bold, ui::timer_size, ui::lead_size, 2};
  const float lines = tolerant ? 80 : 40;
  const ui::TextBlock number = ui::fitted(canvas.words.quantity(revealed.numeric_key_micros, "") + " " + question.asked.unit,
                                          {inside.width, inside.height - lines}, rule);
  ui::take_top(inside, std::max(0.0F, (inside.height - lines - number.height()) / 2));
  ui::write(canvas.kit, ui::take_top(inside, 40), canvas.words(Key::RevealRightNumber),
            {ui::label_size, ui::Weight::SemiBold, false}, theme.on_accent);
  ui::write(canvas.kit, ui::take_top(inside, number.height()), number, theme.on_accent);
  if (!tolerant) return;
  const std::string text = canvas.words.quantity(revealed.numeric_tolerance_micros, "");
  ui::write(canvas.kit, ui::take_top(inside, 40), canvas.words(Key::RevealTolerance, {{"number", text}}),
            {ui::label_size, ui::Weight::Medium, false}, theme.on_accent);
}

void draw_row(const Canvas& canvas, const ui::Rect& room, const RevealedQuestion& question,
              const wire::NumericCount& count) {
  const ui::Theme& theme = canvas.theme();
  const bool right = accepted(question.revealed, count.micros);
  const bool own = is_own(question, count.micros);
  ui::fill(canvas.kit, room, theme.surface, ui::corner_small);
  if (own) ui::frame(canvas.kit, room, theme.text, 4, ui::corner_small);
  ui::Rect inside = ui::inset(room, 20, 0);
  ui::draw(canvas.kit, right ? ui::MarkKind::Tick : ui::MarkKind::Cross, ui::take_left(inside, 28, 20).centre(), 26,
           right ? theme.right : theme.wrong);
  const ui::Font number_font{ui::body_size, ui::Weight::SemiBold, true};
  ui::write_fitted(canvas.kit, ui::take_left(inside, std::min(280.0F, inside.width * 0.45F), 16),
                   canvas.words.quantity(count.micros, ""), {ui::Weight::SemiBold, ui::body_size, ui::text_size_min, 1},
                   theme.text, ui::Align::Left, ui::VerticalAlign::Middle);
  ui::write(canvas.kit, ui::take_right(inside, 72, 16), std::to_string(count.count), number_font, theme.text,
            ui::Align::Right);
  const ui::Rect track = ui::centred(inside, {inside.width, 12});
  ui::fill(canvas.kit, track, theme.raised, 6);
  const auto players = static_cast<float>(std::max(question.revealed.player_count, 1U));
  const float grown = canvas.moving(0, static_cast<float>(count.count) / players, question.since, ui::reorder_time);
  if (grown > 0) {
    ui::fill(canvas.kit, {track.x, track.y, std::max(12.0F, track.width * grown), 12}, right ? theme.right : theme.muted, 6);
  }
}

}  // namespace

void draw_numeric_revealed(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question) {
  const ui::Rect key = ui::take_left(room, (room.width - 24) * 0.45F, 24);
  draw_key(canvas, key, question);
  const std::vector<wire::NumericCount>& picks = question.revealed.numeric_picks;
  if (picks.empty()) {
    label(canvas, room, canvas.words(Key::RevealNobodyNumber));
    return;
  }
  // One's own number is always among the rows.
  std::vector<wire::NumericCount> rows(picks.begin(),
                                       picks.begin() + static_cast<std::ptrdiff_t>(std::min(picks.size(), rows_max)));
  for (const wire::NumericCount& each : picks) {
    if (is_own(question, each.micros) && std::find(rows.begin(), rows.end(), each) == rows.end()) rows.back() = each;
  }
  const auto count = static_cast<float>(rows.size());
  const float height = std::min(row_height_max, (room.height - 8 * (count - 1)) / count);
  for (const wire::NumericCount& each : rows) draw_row(canvas, ui::take_top(room, height, 8), question, each);
}

}  // namespace certamen::screens
