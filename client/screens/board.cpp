// The question while it is read, and the board while it is answered; also the projector's.
#include <algorithm>
#include <cmath>

#include "client/screens/pages.hpp"
#include "client/screens/question.hpp"
#include "client/ui/field.hpp"
#include "client/ui/standing.hpp"

namespace certamen::screens {

namespace {

constexpr float numeric_width = 640;
constexpr float numeric_height = 152;

bool runs(const Canvas& canvas) {
  return !canvas.model.room->paused;
}

void draw_ring(const Canvas& canvas, const BoardPlan& plan, bool urgent) {
  const auto left = model::time_left(canvas.model, canvas.now);
  if (!left) return;
  const float whole = seconds(model::time_whole(canvas.model, canvas.now));
  const float rest = seconds(*left);
  ui::timer_ring(
      canvas.kit, plan.ring, plan.ring_radius,
      {.share_left = whole > 0 ? rest / whole : 1.0F, .seconds_left = rest, .running = runs(canvas), .urgent = urgent});
}

// What was given or is wanted, in one line with a mark.
void draw_state(const Canvas& canvas, ui::Rect room, ui::MarkKind mark, ui::Color color, const std::string& text) {
  const ui::Rect place = ui::take_left(room, 40, 16);
  ui::draw(canvas.kit, mark, place.centre(), 38, color);
  ui::write_fitted(canvas.kit, room, text, {ui::Weight::SemiBold, 34, ui::label_size, 1}, color, ui::Align::Left,
                   ui::VerticalAlign::Middle);
}

void draw_choosing(const Canvas& canvas, ui::Rect room) {
  const ui::Theme& theme = canvas.theme();
  const model::Room& seated = *canvas.model.room;
  const std::uint32_t wanted = seated.asked->choose;
  const ui::Action confirm{"confirm", 0};
  if (seated.plays) {
    const ui::Button button{.id = "confirm",
                            .label = canvas.words(Key::BoardConfirm),
                            .key = canvas.words(Key::KeyEnter),
                            .style = ui::ButtonStyle::Primary,
                            .action = confirm,
                            .enabled = model::can_confirm(canvas.model, canvas.now),
                            .order = 1};
    ui::button(canvas.kit, ui::take_right(room, ui::button_width(button), ui::gap_large), button);
    canvas.key(ui::KeyName::Enter, confirm);
  }
  const bool too_many = seated.plays && seated.own.too_many_picks;
  std::string text = canvas.words.count(too_many ? Key::BoardTooMany : Key::BoardChoose, wanted);
  if (seated.plays && !too_many && !seated.own.picks.empty()) {
    text += "  ·  " + canvas.words(Key::BoardChosen,
                                   {{"picked", std::to_string(seated.own.picks.size())}, {"count", std::to_string(wanted)}});
  }
  draw_state(canvas, room, too_many ? ui::MarkKind::Cross : ui::MarkKind::Tick, too_many ? theme.coral : theme.gold, text);
}

// True when the strip says something about an answer that was given.
bool draw_given(const Canvas& canvas, const ui::Rect& room) {
  const ui::Theme& theme = canvas.theme();
  switch (model::answer_state(canvas.model)) {
    case model::AnswerState::None: return false;
    case model::AnswerState::Pending:
      draw_state(canvas, room, ui::MarkKind::Clock, theme.text, canvas.words(Key::BoardPending));
      return true;
    case model::AnswerState::Kept:
      draw_state(canvas, room, ui::MarkKind::Plug, theme.coral, canvas.words(Key::BoardKept));
      return true;
    case model::AnswerState::Locked: {
      const std::string time = canvas.words.tenths(model::locked_tenths(canvas.model).value_or(0));
      draw_state(canvas, room, ui::MarkKind::Lock, theme.gold, canvas.words(Key::BoardLocked, {{"seconds", time}}));
      return true;
    }
  }
  return false;
}

void draw_strip(const Canvas& canvas, const ui::Rect& room) {
  const ui::Theme& theme = canvas.theme();
  const model::Room& seated = *canvas.model.room;
  if (canvas.stage == model::Stage::Discussing) {
    draw_state(canvas, room, ui::MarkKind::Clock, theme.gold, canvas.words(Key::BoardDiscuss));
    return;
  }
  if (seated.plays && draw_given(canvas, room)) return;
  const auto left = model::time_left(canvas.model, canvas.now);
  if (left && left->count() == 0) {
    draw_state(canvas, room, ui::MarkKind::Clock, theme.coral, canvas.words(Key::BoardTimeUp));
    return;
  }
  if (seated.own.refused) {
    draw_state(canvas, room, ui::MarkKind::Cross, theme.coral, canvas.words.of(*seated.own.refused));
    return;
  }
  ui::Rect rest = room;
  if (!seated.plays) draw_answered(canvas, ui::take_right(rest, room.width * 0.68F, ui::gap));
  if (seated.announced->kind == wire::QuestionKind::MultipleResponse && model::has_board(seated))
    draw_choosing(canvas, rest);
}

ui::CardState card_state(const Canvas& canvas, const model::DisplayOption& option) {
  const bool given = model::answer_state(canvas.model) != model::AnswerState::None;
  if (!canvas.model.room->plays) return ui::CardState::Open;
  if (given) return option.picked ? ui::CardState::Given : ui::CardState::Dimmed;
  if (option.picked) return ui::CardState::Chosen;
  return model::can_answer(canvas.model, canvas.now) ? ui::CardState::Open : ui::CardState::Dimmed;
}

void draw_cards(const Canvas& canvas, const ui::Rect& room) {
  const std::vector<model::DisplayOption> options = model::display_options(canvas.model);
  const CardGrid grid = card_grid(options.size());
  std::vector<std::string> texts;
  for (const model::DisplayOption& option : options) texts.push_back(option.text);
  const ui::Rect first = ui::grid_cell(room, grid.columns, grid.rows, 0, ui::gap_large);
  const float size = ui::answer_text_size(texts, {first.width, first.height}, false, ui::answer_size_min);
  const bool open = model::can_answer(canvas.model, canvas.now);
  for (std::size_t i = 0; i < options.size(); ++i) {
    const ui::Rect place = ui::grid_cell(room, grid.columns, grid.rows, static_cast<int>(i), ui::gap_large);
    const ui::Action choose{"choose", options[i].canonical};
    ui::answer_card(canvas.kit, place,
                    {.id = "answer." + std::to_string(i),
                     .position = i,
                     .text = options[i].text,
                     .text_size = size,
                     .state = card_state(canvas, options[i]),
                     .action = open ? std::optional{choose} : std::nullopt});
    if (!open) continue;
    canvas.key(std::string(1, static_cast<char>('1' + i)), choose);
    canvas.key(std::string(1, static_cast<char>('a' + i)), choose);
  }
}

void draw_typing(const Canvas& canvas, const ui::Rect& room) {
  const model::Room& seated = *canvas.model.room;
  const ui::Theme& theme = canvas.theme();
  canvas.kit.scene.first_focus = "text.number";
  const ui::Font unit_font{ui::title_size, ui::Weight::Medium, false};
  const float unit = seated.asked->unit.empty() ? 0 : ui::text_width(seated.asked->unit, unit_font) + 33;
  ui::Rect row = ui::centred({room.x, room.y + 64, room.width, numeric_height}, {numeric_width + unit, numeric_height});
  const ui::Rect above{row.x, room.y + 16, numeric_width, 40};
  label(canvas, above, canvas.words(Key::BoardNumberLabel));
  const ui::Rect box = ui::take_left(row, numeric_width, 32);
  const auto& error = seated.own.numeric_error;
  ui::field(canvas.kit, box,
            {.id = "text.number",
             .text = seated.own.numeric_text,
             .placeholder = canvas.words(Key::BoardNumberHint),
             .error = error ? canvas.words.of(*error) : "",
             .size = 88,
             .weight = ui::Weight::Bold,
             .align = ui::Align::Centre,
             .action = "text.number"});
  if (unit > 0) ui::write(canvas.kit, row, seated.asked->unit, unit_font, theme.text);
  const ui::Button confirm{.id = "confirm",
                           .label = canvas.words(Key::BoardConfirm),
                           .key = canvas.words(Key::KeyEnter),
                           .style = ui::ButtonStyle::Primary,
                           .action = {"confirm", 0},
                           .enabled = model::can_confirm(canvas.model, canvas.now)};
  const ui::Rect below{box.x, box.bottom() + ui::field_error_height + ui::gap, box.width, 76};
  ui::button(canvas.kit, below, confirm);
  canvas.key(ui::KeyName::Enter, confirm.action);
}

// The number as given; those who only watch read what is wanted.
void draw_number(const Canvas& canvas, const ui::Rect& room) {
  const ui::Theme& theme = canvas.theme();
  const auto answer = model::own_answer(canvas.model);
  const auto* number = answer ? std::get_if<wire::NumericAnswer>(&*answer) : nullptr;
  const std::string& unit = canvas.model.room->asked->unit;
  const ui::Rect box = ui::centred({room.x, room.y + 40, room.width, 220}, {std::min(1100.0F, room.width), 220});
  ui::fill(canvas.kit, box, theme.surface, ui::corner);
  if (number != nullptr) ui::frame(canvas.kit, box, theme.gold, 5, ui::corner);
  ui::Rect inside = ui::inset(box, 40, 20);
  if (number == nullptr) {
    const float rest = unit.empty() ? 60 : 116;
    ui::take_top(inside, (inside.height - rest) / 2);
    ui::write_fitted(canvas.kit, ui::take_top(inside, 60, 12), canvas.words(Key::BoardNumberWatched),
                     {ui::Weight::SemiBold, ui::title_size, ui::label_size, 1}, theme.text, ui::Align::Centre,
                     ui::VerticalAlign::Middle);
    if (unit.empty()) return;
    ui::write_fitted(canvas.kit, ui::take_top(inside, 44), canvas.words(Key::BoardUnit, {{"unit", unit}}),
                     {ui::Weight::Regular, ui::lead_size, ui::label_size, 1}, theme.muted, ui::Align::Centre,
                     ui::VerticalAlign::Middle);
    return;
  }
  ui::write_fitted(canvas.kit, inside, canvas.words.quantity(number->micros, unit),
                   {ui::Weight::Bold, ui::timer_size, ui::lead_size, 1}, theme.text, ui::Align::Centre,
                   ui::VerticalAlign::Middle);
}

void draw_frame(const Canvas& canvas, const BoardPlan& plan) {
  const model::Room& seated = *canvas.model.room;
  const std::uint32_t points = seated.asked ? seated.asked->points_possible : 0;
  draw_question_line(canvas, *seated.announced,
                     points == 0 ? "" : canvas.words(Key::BoardPoints, {{"points", canvas.words.number(points)}}));
  draw_prompt(canvas, plan.prompt, seated.announced->prompt);
  draw_room_footer(canvas);
}

}  // namespace

void draw_reading(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  const wire::QuestionAnnounced& announced = *canvas.model.room->announced;
  const BoardPlan plan = plan_board(canvas);
  draw_frame(canvas, plan);
  draw_ring(canvas, plan, false);
  ui::Rect room = plan.cards;
  ui::take_top(room, std::max(0.0F, room.height * 0.3F));
  const bool several = announced.kind == wire::QuestionKind::MultipleResponse;
  const bool number = announced.kind == wire::QuestionKind::Numeric;
  const std::string kind = canvas.words.of(announced.kind);
  ui::pill(canvas.kit, {room.x, room.y + 22}, kind, std::nullopt, theme.raised, theme.text);
  ui::take_top(room, 44, ui::gap_large);
  ui::write(canvas.kit, ui::take_top(room, 60, ui::gap_small), canvas.words(Key::BoardRead),
            {ui::title_size, ui::Weight::SemiBold, false}, theme.muted);
  const Key help = several ? Key::BoardOpensMultiple : number ? Key::BoardOpensNumeric : Key::BoardOpens;
  if (!model::has_board(*canvas.model.room)) return draw_no_board(canvas, ui::take_top(room, 88));
  ui::write(canvas.kit, ui::take_top(room, 44), canvas.words(help), {ui::body_size, ui::Weight::Regular, false},
            theme.muted);
}

void draw_asking(const Canvas& canvas) {
  const model::Room& seated = *canvas.model.room;
  const BoardPlan plan = plan_board(canvas);
  draw_frame(canvas, plan);
  draw_ring(canvas, plan, true);
  draw_strip(canvas, plan.strip);
  if (!model::has_board(seated)) {
    draw_no_board(canvas, plan.cards);
  } else if (seated.announced->kind != wire::QuestionKind::Numeric) {
    draw_cards(canvas, plan.cards);
  } else if (model::can_answer(canvas.model, canvas.now)) {
    draw_typing(canvas, plan.cards);
  } else {
    draw_number(canvas, plan.cards);
  }
}

}  // namespace certamen::screens
