// The spellings that count, and what was typed.
#include <algorithm>
#include <optional>

#include "client/screens/question.hpp"
#include "client/ui/fold.hpp"

namespace certamen::screens {

namespace {

constexpr std::size_t rows_max = 4;
constexpr float row_height_max = 52;
constexpr float own_height = 64;  // two lines
constexpr float mark_size = 28;
constexpr float mark_gap = 20;

std::string joined(const std::vector<std::string>& spellings) {
  std::string text;
  for (const std::string& each : spellings) text += (text.empty() ? "" : "  ·  ") + each;
  return text;
}

const wire::TextAnswer* own_words(const RevealedQuestion& question) {
  return question.plays && question.own_answer ? std::get_if<wire::TextAnswer>(&*question.own_answer) : nullptr;
}

// The first spelling large, the others as many as there is room for.
void draw_key(const Canvas& canvas, const ui::Rect& room, const RevealedQuestion& question) {
  const ui::Theme& theme = canvas.theme();
  const std::vector<std::string>& key = question.revealed.text_key;
  ui::fill(canvas.kit, room, theme.right, ui::corner);
  ui::Rect inside = ui::inset(room, 32, 14);
  const ui::Rect mark = ui::take_left(inside, 72, 24);
  ui::draw(canvas.kit, ui::MarkKind::Tick, mark.centre(), 72, theme.on_accent);
  ui::write(canvas.kit, ui::take_top(inside, 36), canvas.words(Key::RevealAccepted),
            {ui::label_size, ui::Weight::SemiBold, false}, theme.on_accent);
  if (key.empty()) return;
  const std::vector<std::string> others(key.begin() + 1, key.end());
  const ui::Rect below = ui::take_bottom(inside, others.empty() ? 0 : inside.height * 0.42F);
  ui::write_fitted(canvas.kit, inside, key.front(), {ui::Weight::Bold, 56, ui::text_size_min}, theme.on_accent,
                   ui::Align::Left, ui::VerticalAlign::Middle);
  for (std::size_t count = others.size(); count > 0; --count) {
    const std::string text = joined({others.begin(), others.begin() + static_cast<std::ptrdiff_t>(count)});
    const ui::TextBlock block =
        ui::fitted(text, {below.width, below.height}, {ui::Weight::Medium, ui::body_size, ui::text_size_min});
    if (block.cut && count > 1) continue;
    if (!block.cut) ui::write(canvas.kit, below, block, theme.on_accent);
    return;
  }
}

// Whether a text that was typed is one of the spellings that count; nothing when this cannot be told. The server folds what
// it counts.
std::optional<bool> counts(const wire::QuestionRevealed& revealed, const std::string& text) {
  bool right = false;
  for (const std::string& each : revealed.text_key) {
    const auto spelling = ui::folded_as_server(each);
    if (!spelling) return std::nullopt;
    right = right || *spelling == text;
  }
  return right;
}

// `count`: how many typed it; 0 where that cannot be told.
void draw_own(const Canvas& canvas, ui::Rect row, const RevealedQuestion& question, std::uint32_t count) {
  const ui::Theme& theme = canvas.theme();
  const bool right = question.own_result != nullptr && question.own_result->right;
  ui::fill(canvas.kit, row, theme.surface, ui::corner_small);
  ui::frame(canvas.kit, row, theme.text, 4, ui::corner_small);
  ui::Rect inside = ui::inset(row, 20, 0);
  ui::draw(canvas.kit, right ? ui::MarkKind::Tick : ui::MarkKind::Cross, ui::take_left(inside, mark_size, mark_gap).centre(),
           26, right ? theme.right : theme.wrong);
  if (count > 0) {
    ui::write(canvas.kit, ui::take_right(inside, 72, 16), std::to_string(count), {ui::body_size, ui::Weight::SemiBold, true},
              theme.text, ui::Align::Right);
  }
  ui::write_fitted(canvas.kit, inside, canvas.words(Key::RevealYourText, {{"text", own_words(question)->text}}),
                   {ui::Weight::SemiBold, ui::body_size, ui::text_size_min, 2}, theme.text, ui::Align::Left,
                   ui::VerticalAlign::Middle);
}

void draw_row(const Canvas& canvas, const ui::Rect& room, const RevealedQuestion& question, const wire::TextCount& count) {
  const ui::Theme& theme = canvas.theme();
  ui::fill(canvas.kit, room, theme.surface, ui::corner_small);
  ui::Rect inside = ui::inset(room, 20, 2);
  const auto right = counts(question.revealed, count.text);
  if (right) {
    ui::draw(canvas.kit, *right ? ui::MarkKind::Tick : ui::MarkKind::Cross,
             ui::take_left(inside, mark_size, mark_gap).centre(), 26, *right ? theme.right : theme.wrong);
  }
  const ui::Font number_font{ui::body_size, ui::Weight::SemiBold, true};
  ui::write(canvas.kit, ui::take_right(inside, 72, 16), std::to_string(count.count), number_font, theme.text,
            ui::Align::Right);
  const ui::Rect bar = ui::take_right(inside, inside.width * 0.3F, 16);
  ui::write_fitted(canvas.kit, inside, count.text, {ui::Weight::SemiBold, ui::body_size, ui::text_size_min, 1}, theme.text,
                   ui::Align::Left, ui::VerticalAlign::Middle);
  const ui::Rect track = ui::centred(bar, {bar.width, 12});
  ui::fill(canvas.kit, track, theme.raised, 6);
  const auto players = static_cast<float>(std::max(question.revealed.player_count, 1U));
  const float grown = canvas.moving(0, static_cast<float>(count.count) / players, question.since, ui::reorder_time);
  if (grown > 0)
    ui::fill(canvas.kit, {track.x, track.y, std::max(12.0F, track.width * grown), 12},
             right.value_or(false) ? theme.right : theme.muted, 6);
}

// What was typed can be as long as a field takes; only what can be read whole in a line is shown here.
bool short_enough(const wire::TextCount& count, const ui::Rect& room) {
  return ui::text_width(count.text, {ui::text_size_min, ui::Weight::SemiBold, false}) <=
         (room.width - mark_size - mark_gap) * 0.7F - 170;
}

}  // namespace

void draw_text_revealed(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question) {
  const ui::Rect key = ui::take_left(room, (room.width - 24) * 0.45F, 24);
  draw_key(canvas, key, question);
  const bool own = own_words(question) != nullptr;
  const auto typed = own ? ui::folded_as_server(own_words(question)->text) : std::nullopt;
  std::uint32_t own_count = 0;
  std::vector<wire::TextCount> rows;
  for (const wire::TextCount& each : question.revealed.text_picks) {
    if (typed && each.text == *typed) {
      own_count = each.count;
    } else if (short_enough(each, room)) {
      rows.push_back(each);
    }
  }
  if (rows.empty() && !own) {
    label(canvas, room, canvas.words(Key::RevealNobodyText));
    return;
  }
  rows.resize(std::min(rows.size(), rows_max - (own ? 1 : 0)));
  if (own) draw_own(canvas, ui::take_top(room, own_height, 8), question, own_count);
  const auto count = static_cast<float>(std::max<std::size_t>(rows.size(), 1));
  const float height = std::min(row_height_max, (room.height - 8 * (count - 1)) / count);
  for (const wire::TextCount& each : rows) draw_row(canvas, ui::take_top(room, height, 8), question, each);
}

}  // namespace certamen::screens
