// Another key for a question, put together as the question was answered, and what it changed in the standings.
#include <algorithm>

#include "client/screens/boards.hpp"
#include "client/screens/console.hpp"
#include "client/screens/pages.hpp"
#include "client/ui/exam.hpp"
#include "client/ui/field.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/pieces.hpp"
#include "client/ui/scroll.hpp"

namespace certamen::screens {

namespace {

constexpr float row_gap = 8;
constexpr float row_height_max = 96;
constexpr float low_panel_height = 520;
constexpr float side_width = 420;

void write_option(const Canvas& canvas, const ui::Rect& room, const std::string& text) {
  ui::write_fitted(canvas.kit, room, text, {ui::Weight::Medium, ui::body_size, ui::text_size_min, 3}, canvas.theme().text,
                   ui::Align::Left, ui::VerticalAlign::Middle);
}

// Rows of equal height for so many things.
ui::Rect row_at(const ui::Rect& room, std::size_t count, std::size_t index) {
  const auto rows = static_cast<float>(count);
  const float height = std::min(row_height_max, (room.height - row_gap * (rows - 1)) / rows);
  return {room.x, room.y + static_cast<float>(index) * (height + row_gap), room.width, height};
}

// In the order in which they stand on the host's own screen, with the same letters.
void draw_options(const Canvas& canvas, const ui::Rect& room, const model::Correction& correction) {
  const ui::Theme& theme = canvas.theme();
  const model::Room& seated = *canvas.model.room;
  const auto order = model::display_order(seated.settings, seated.seat, correction.asked);
  for (std::size_t place = 0; place < order.size(); ++place) {
    const wire::OptionIndex option = order[place];
    const ui::Rect rect = row_at(room, order.size(), place);
    const bool right = std::find(correction.key.begin(), correction.key.end(), option) != correction.key.end();
    const std::string id = "key." + std::to_string(place);
    ui::fill(canvas.kit, rect, canvas.kit.hovered(id) ? theme.raised : theme.background, ui::corner_small);
    if (right) ui::frame(canvas.kit, rect, theme.right, 3, ui::corner_small);
    ui::Rect inside = ui::inset(rect, 12, 6);
    ui::badge(canvas.kit, ui::take_left(inside, 56, ui::gap).centre(), 24, place);
    const ui::Rect tick = ui::take_right(inside, 44, ui::gap);
    if (right) ui::draw(canvas.kit, ui::MarkKind::Tick, tick.centre(), 36, theme.right);
    write_option(canvas, inside, correction.asked.options[option]);
    ui::focus_ring(canvas.kit, ui::inset(rect, 4), ui::corner_small, id);
    const ui::Action action{"key.option", option};
    canvas.kit.scene.regions.push_back({id, rect, 0, true, ui::RegionKind::Choice, action, std::nullopt});
    canvas.key(std::string(1, static_cast<char>('a' + place)), action);
    canvas.key(std::to_string(place + 1), action);
  }
}

void draw_order(const Canvas& canvas, const ui::Rect& room, const model::Correction& correction) {
  for (std::size_t place = 0; place < correction.key.size(); ++place) {
    const ui::Rect rect = row_at(room, correction.key.size(), place);
    ui::fill(canvas.kit, rect, canvas.theme().background, ui::corner_small);
    ui::Rect inside = ui::inset(rect, 12, 6);
    const wire::OptionIndex option = correction.key[place];
    const std::string id = "key.raise." + std::to_string(option);
    ui::write(canvas.kit, ui::take_left(inside, 56, ui::gap), std::to_string(place + 1),
              {ui::lead_size, ui::Weight::Bold, true}, canvas.theme().muted, ui::Align::Centre);
    const ui::Rect raise = ui::take_right(inside, 84, ui::gap);
    ui::button(canvas.kit, raise,
               {.id = id,
                .label = "",
                .key = "",
                .action = {"key.raise", static_cast<std::int64_t>(place)},
                .mark = ui::MarkKind::Up,
                .enabled = place > 0});
    write_option(canvas, inside, correction.asked.options[option]);
  }
}

void draw_matches(const Canvas& canvas, const ui::Rect& room, const model::Correction& correction) {
  const auto count = correction.key.size();
  const auto last = static_cast<std::int64_t>(correction.asked.matches.size()) - 1;
  for (std::size_t i = 0; i < count; ++i) {
    const ui::Rect rect = row_at(room, count, i);
    ui::Rect left = rect;
    const ui::Rect right = ui::take_right(left, rect.width * 0.54F, ui::gap_large);
    ui::write(canvas.kit, ui::take_left(left, 56, ui::gap), std::to_string(i + 1), {ui::lead_size, ui::Weight::Bold, true},
              canvas.theme().muted, ui::Align::Centre);
    write_option(canvas, left, correction.asked.options[i]);
    const std::int64_t match = correction.key[i];
    const std::int64_t base = static_cast<std::int64_t>(i) * pair_base;
    const std::string id = "key.match." + std::to_string(i);
    ui::Rect inside = right;
    const auto step = [&](const ui::Rect& place, const char* end, ui::MarkKind mark, std::int64_t wanted, bool enabled) {
      ui::button(canvas.kit, place,
                 {.id = id + end,
                  .label = "",
                  .key = "",
                  .action = {"key.match", base + std::clamp<std::int64_t>(wanted, 0, last)},
                  .mark = mark,
                  .enabled = enabled});
    };
    step(ui::take_left(inside, 72, ui::gap), ".less", ui::MarkKind::Back, match - 1, match > 0);
    step(ui::take_right(inside, 72, ui::gap), ".more", ui::MarkKind::Next, match + 1, match < last);
    ui::badge(canvas.kit, ui::take_left(inside, 56, ui::gap).centre(), 24, static_cast<std::size_t>(match));
    write_option(canvas, inside, correction.asked.matches[static_cast<std::size_t>(match)]);
  }
}

void draw_field(const Canvas& canvas, ui::Rect& room, const char* id, Key name, const std::string& text,
                const std::string& error) {
  label(canvas, ui::take_top(room, 32, 8), canvas.words(name));
  ui::Rect row = ui::take_top(room, 76, error.empty() ? ui::gap_large : ui::field_error_height + ui::gap);
  row.width = std::min(row.width, 760.0F);
  ui::field(canvas.kit, row, {.id = id, .text = text, .placeholder = "", .error = error, .action = id});
}

void draw_number(const Canvas& canvas, ui::Rect room, const model::Correction& correction) {
  if (!correction.asked.unit.empty()) {
    ui::write_fitted(canvas.kit, ui::take_top(room, 36, ui::gap),
                     canvas.words(Key::BoardUnit, {{"unit", correction.asked.unit}}),
                     {ui::Weight::Medium, ui::body_size, ui::label_size_min, 1}, canvas.theme().muted);
  }
  const std::string error = correction.number_error ? canvas.words.of(*correction.number_error) : "";
  draw_field(canvas, room, "text.key", Key::CorrectNumber, correction.number, error);
  draw_field(canvas, room, "text.tolerance", Key::CorrectTolerance, correction.tolerance, "");
  canvas.kit.scene.first_focus = "text.key";
}

// As many as there is room for, and how many more; all of them stay accepted.
ui::TextBlock spellings_in(const ui::Rect& room, const std::vector<std::string>& spellings) {
  const auto block = [&room](const std::string& text) {
    return ui::fitted(text, {room.width, room.height}, {ui::Weight::Medium, ui::body_size, ui::text_size_min});
  };
  std::string known;
  ui::TextBlock shown = block(known);
  for (std::size_t i = 0; i < spellings.size(); ++i) {
    known += (known.empty() ? "" : "  ·  ") + spellings[i];
    const std::size_t left = spellings.size() - i - 1;
    ui::TextBlock longer = block(left == 0 ? known : known + "  ·  +" + std::to_string(left));
    if (longer.cut) break;
    shown = std::move(longer);
  }
  return shown;
}

void draw_spellings(const Canvas& canvas, ui::Rect room, const model::Correction& correction) {
  draw_field(canvas, room, "text.spelling", Key::CorrectSpelling, correction.spelling, "");
  canvas.kit.scene.first_focus = "text.spelling";
  label(canvas, ui::take_top(room, 32, 8), canvas.words(Key::CorrectAccepted));
  ui::write(canvas.kit, room, spellings_in(room, correction.revealed.text_key), canvas.theme().text);
}

Key help_of(wire::QuestionKind kind) {
  switch (kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::TrueFalse: return Key::CorrectOne;
    case wire::QuestionKind::MultipleResponse: return Key::CorrectSeveral;
    case wire::QuestionKind::Ordering: return Key::CorrectOrder;
    case wire::QuestionKind::Matching: return Key::CorrectMatch;
    case wire::QuestionKind::Numeric:
    case wire::QuestionKind::ShortText: return Key::ConsoleCorrectHelp;
  }
  return Key::CorrectOne;
}

void draw_key(const Canvas& canvas, const ui::Rect& room, const model::Correction& correction) {
  switch (correction.announced.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::TrueFalse:
    case wire::QuestionKind::MultipleResponse: return draw_options(canvas, room, correction);
    case wire::QuestionKind::Ordering: return draw_order(canvas, room, correction);
    case wire::QuestionKind::Matching: return draw_matches(canvas, room, correction);
    case wire::QuestionKind::Numeric: return draw_number(canvas, room, correction);
    case wire::QuestionKind::ShortText: return draw_spellings(canvas, room, correction);
  }
}

void draw_form(const Canvas& canvas, ui::Rect inside, const model::Correction& correction) {
  const ui::Button send{.id = "key.send",
                        .label = canvas.words(Key::CorrectSend),
                        .key = canvas.words(Key::KeyEnter),
                        .style = ui::ButtonStyle::Primary,
                        .action = {"key.send", 0},
                        .enabled = model::can_send_correction(canvas.model),
                        .order = 1};
  draw_panel_end(canvas, inside, {send});
  if (send.enabled) canvas.key(ui::KeyName::Enter, send.action);
  ui::write_fitted(canvas.kit, ui::take_top(inside, 92, ui::gap), correction.announced.prompt,
                   {ui::Weight::Medium, ui::body_size, ui::text_size_min, 3}, canvas.theme().muted);
  ui::write_fitted(canvas.kit, ui::take_top(inside, 40, ui::gap), canvas.words(help_of(correction.announced.kind)),
                   {ui::Weight::SemiBold, ui::body_size, ui::label_size_min, 1}, canvas.theme().gold);
  draw_key(canvas, inside, correction);
}

// One player's place and points, before and after.
void draw_change(const Canvas& canvas, const ui::Rect& rect, const wire::CorrectedRow& row) {
  const ui::Theme& theme = canvas.theme();
  const Words& words = canvas.words;
  ui::fill(canvas.kit, rect, theme.background, ui::corner_small);
  ui::Rect inside = ui::inset(rect, 20, 0);
  const ui::Font font{ui::body_size, ui::Weight::SemiBold, true};
  const std::string points = words.number(row.old_points) + "  →  " + words.number(row.points);
  ui::write(canvas.kit, ui::take_right(inside, side_width, ui::gap), points, font, theme.text, ui::Align::Right);
  const int climbed = row.old_rank == 0 ? 0 : static_cast<int>(row.old_rank) - static_cast<int>(row.rank);
  const std::string before = row.old_rank == 0 ? "–" : std::to_string(row.old_rank);
  const ui::Rect ranks = ui::take_left(inside, 170, ui::gap);
  ui::write(canvas.kit, ranks, before + "  →  " + std::to_string(row.rank), font, theme.text);
  const ui::Rect mark = ui::take_left(inside, 40, ui::gap);
  if (climbed != 0) {
    ui::draw(canvas.kit, climbed > 0 ? ui::MarkKind::Up : ui::MarkKind::Down, mark.centre(), 24,
             climbed > 0 ? theme.right : theme.muted);
  }
  ui::write_fitted(canvas.kit, inside, model::seat_name(canvas.model, row.seat),
                   {ui::Weight::Medium, ui::body_size, ui::label_size_min, 1}, theme.text, ui::Align::Left,
                   ui::VerticalAlign::Middle);
}

void draw_outcome(const Canvas& canvas, ui::Rect inside, const wire::RankingCorrected& outcome) {
  draw_panel_end(canvas, inside);
  canvas.kit.scene.first_focus = "close";
  canvas.key(ui::KeyName::Enter, {"menu", 0});
  const std::size_t changed = outcome.rows.size();
  const std::string text =
      changed == 0 ? canvas.words(Key::CorrectNothing) : canvas.words.count(Key::CorrectChanged, changed);
  ui::write_fitted(canvas.kit, ui::take_top(inside, 48, ui::gap), text, {ui::Weight::SemiBold, 30, ui::label_size, 1},
                   canvas.theme().gold);
  if (changed == 0) {
    ui::draw(canvas.kit, ui::MarkKind::Tick, inside.centre(), 160, canvas.theme().line);
    return;
  }
  constexpr float height = 58;
  const auto draw = [&](ui::Rect place, const ui::Rect&) {
    for (const wire::CorrectedRow& row : outcome.rows) draw_change(canvas, ui::take_top(place, height, row_gap), row);
  };
  const float needed = static_cast<float>(changed) * (height + row_gap) - row_gap;
  ui::scroll(canvas.kit, inside, {"changes", [needed](float) { return needed; }, draw});
}

void draw_wait(const Canvas& canvas, ui::Rect inside) {
  draw_panel_end(canvas, inside);
  ui::Rect middle = ui::centred(inside, {inside.width, 240});
  ui::spinner(canvas.kit, ui::take_top(middle, 160, ui::gap).centre(), 56);
  ui::write_fitted(canvas.kit, middle, canvas.words(Key::CorrectSending),
                   {ui::Weight::Regular, ui::body_size, ui::label_size_min, 1}, canvas.theme().muted, ui::Align::Centre);
}

}  // namespace

void draw_correction(const Canvas& canvas) {
  const model::Correction& correction = *canvas.model.room->console.correction;
  const Key title = !correction.outcome                                          ? Key::CorrectTitle
                    : correction.outcome->correction == wire::Correction::Voided ? Key::CorrectVoided
                                                                                 : Key::CorrectDone;
  const bool little = correction.outcome && correction.outcome->rows.empty();
  const ui::Rect inside = draw_panel(canvas, canvas.words(title, {{"number", std::to_string(correction.announced.number)}}),
                                     little ? low_panel_height : panel_height_max);
  if (correction.outcome) return draw_outcome(canvas, inside, *correction.outcome);
  if (correction.sent) return draw_wait(canvas, inside);
  draw_form(canvas, inside, correction);
}

}  // namespace certamen::screens
