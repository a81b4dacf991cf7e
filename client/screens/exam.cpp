// An exam's paper: any question in any order, one clock, flags, and handing in.
#include <algorithm>
#include <cmath>

#include "client/screens/boards.hpp"
#include "client/screens/pages.hpp"
#include "client/screens/question.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/standing.hpp"

namespace certamen::screens {

namespace {

constexpr float tile = 38;
constexpr float tile_gap = 4;
constexpr long hurry_seconds = 300;

long seconds_left(const Canvas& canvas) {
  const auto left = model::time_left(canvas.model, canvas.now);
  return left ? static_cast<long>(std::ceil(seconds(*left))) : 0;
}

std::string clock_of(long seconds) {
  const auto two = [](long value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return std::to_string(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60);
}

// The one clock, at the right end of the header.
void draw_clock(const Canvas& canvas, ui::Rect& header) {
  const ui::Theme& theme = canvas.theme();
  const long left = seconds_left(canvas);
  const ui::Color color = left <= hurry_seconds / 5 ? theme.coral : left <= hurry_seconds ? theme.amber : theme.gold;
  const ui::Font font{48, ui::Weight::Bold, true};
  const std::string text = clock_of(left);
  ui::write(canvas.kit, ui::take_right(header, ui::text_width(text, font) + 1, 16), text, font, color, ui::Align::Right);
  ui::draw(canvas.kit, ui::MarkKind::Clock, ui::take_right(header, 40, 40).centre(), 38, color);
  if (!canvas.model.room->paused) ui::redraw_by(canvas.kit.scene, moment(canvas.now) + std::chrono::milliseconds{250});
}

void draw_header(const Canvas& canvas, const std::string& strong, const std::string& quiet, const std::string& mark = {}) {
  Canvas line = canvas;
  draw_clock(canvas, line.header);
  draw_top_line(line, strong, quiet, "", mark);
}

// Filled when something counts, a gold dot at its corner when it is flagged, framed when it is looked at.
void draw_tile(const Canvas& canvas, const ui::Rect& rect, std::uint32_t number) {
  const ui::Theme& theme = canvas.theme();
  const std::string id = "paper." + std::to_string(number);
  const model::PaperState state = model::paper_state(canvas.model, number);
  const bool answered = state == model::PaperState::Sending || state == model::PaperState::Saved;
  const bool current = canvas.model.room->desk.number == number;
  const bool warm = canvas.kit.hovered(id);
  ui::fill(canvas.kit, rect, answered ? theme.line : warm ? theme.raised : theme.background, ui::corner_small);
  if (!answered) ui::frame(canvas.kit, rect, theme.line, 2, ui::corner_small);
  ui::write(canvas.kit, {rect.x, rect.y - 2, rect.width, rect.height}, std::to_string(number),
            {ui::text_size_min, answered ? ui::Weight::Bold : ui::Weight::Regular, true},
            answered ? theme.text : theme.muted, ui::Align::Centre);
  if (answered) ui::fill(canvas.kit, {rect.x + 6, rect.bottom() - 7, rect.width - 12, 3}, theme.right, 1.5F);
  if (model::paper_flagged(canvas.model, number)) {
    canvas.kit.scene.primitives.emplace_back(
        ui::Shape{ui::ShapeKind::Circle, {rect.right() - 5, rect.y + 5}, 5, theme.gold});
  }
  if (current) ui::frame(canvas.kit, ui::inset(rect, -2), theme.text, 4, ui::corner_small);
  ui::focus_ring(canvas.kit, ui::inset(rect, 4), ui::corner_small, id);
  canvas.kit.scene.regions.push_back(
      {.id = id, .rect = rect, .order = 3, .action = {"paper", static_cast<std::int64_t>(number)}});
}

int tiles_per_row(const Canvas& canvas) {
  return std::max(1, static_cast<int>((canvas.body.width + tile_gap) / (tile + tile_gap)));
}

float navigator_height(const Canvas& canvas) {
  const int per_row = tiles_per_row(canvas);
  const int rows = (static_cast<int>(model::paper_total(canvas.model)) + per_row - 1) / per_row;
  return static_cast<float>(rows) * (tile + tile_gap) - tile_gap;
}

void draw_navigator(const Canvas& canvas, const ui::Rect& room) {
  const auto per_row = static_cast<std::uint32_t>(tiles_per_row(canvas));
  for (std::uint32_t i = 0; i < model::paper_total(canvas.model); ++i) {
    const float x = room.x + static_cast<float>(i % per_row) * (tile + tile_gap);
    const float y = room.y + static_cast<float>(i / per_row) * (tile + tile_gap);
    draw_tile(canvas, {x, y, tile, tile}, i + 1);
  }
}

void draw_footer(const Canvas& canvas) {
  const std::uint32_t current = canvas.model.room->desk.number;
  const std::uint32_t total = model::paper_total(canvas.model);
  const bool flagged = model::paper_flagged(canvas.model, current);
  const bool open = model::can_answer(canvas.model, canvas.now);
  const ui::Action before{"paper", static_cast<std::int64_t>(current) - 1};
  const ui::Action after{"paper", static_cast<std::int64_t>(current) + 1};
  ui::Rect row = canvas.footer;
  draw_room_buttons(canvas, row,
                    {{.id = "hand_in",
                      .label = canvas.words(Key::ExamHandIn),
                      .key = "H",
                      .action = {"ask.hand_in", 0},
                      .enabled = open,
                      .order = 2}});
  row = ui::centred(row, {row.width, ui::control_height});
  const auto step = [&](const char* id, ui::MarkKind mark, const ui::Action& action, bool enabled) {
    ui::button(canvas.kit, ui::take_left(row, 96, 12),
               {.id = id, .label = "", .key = "", .action = action, .mark = mark, .enabled = enabled, .order = 1});
  };
  step("before", ui::MarkKind::Back, before, current > 1);
  step("after", ui::MarkKind::Next, after, current < total);
  const ui::Button flag{.id = "flag",
                        .label = canvas.words(flagged ? Key::ExamUnflag : Key::ExamFlag),
                        .key = "R",
                        .action = {"flag", 0},
                        .enabled = open,
                        .order = 1};
  ui::button(canvas.kit, ui::take_left(row, ui::button_width(flag), 24), flag);
  if (current > 1) canvas.key(ui::KeyName::PageUp, before);
  if (current < total) canvas.key(ui::KeyName::PageDown, after);
  if (open) canvas.key("r", flag.action);
  if (open) canvas.key("h", {"ask.hand_in", 0});
}

std::string blanks(const Canvas& canvas) {
  const std::uint32_t blank = model::paper_blank_count(canvas.model);
  return blank == 0 ? canvas.words(Key::ExamNoBlanks) : canvas.words.count(Key::ExamBlanks, blank);
}

void draw_paper(const Canvas& canvas) {
  const model::Room& seated = *canvas.model.room;
  const wire::QuestionAnnounced& announced = *seated.announced;
  draw_header(canvas,
              canvas.words(Key::BoardQuestion, {{"number", std::to_string(announced.number)},
                                                {"total", std::to_string(model::paper_total(canvas.model))}}),
              blanks(canvas), language_mark(canvas, announced));
  Canvas upper = canvas;
  draw_navigator(canvas, ui::take_bottom(upper.body, navigator_height(canvas), ui::gap));
  const BoardPlan plan = plan_board(upper);
  draw_prompt(upper, plan.prompt, announced.prompt);
  draw_strip(upper, plan.strip);
  draw_board(upper, plan.cards);
  draw_footer(canvas);
}

// The clock large, and what there is to know in one or two lines.
void draw_waiting(const Canvas& canvas, ui::MarkKind mark, const std::string& title, const std::string& detail) {
  const ui::Theme& theme = canvas.theme();
  draw_header(canvas, canvas.words(Key::ExamTitle), "");
  ui::Rect middle = ui::centred(canvas.body, {std::min(1200.0F, canvas.body.width), 440});
  ui::draw(canvas.kit, mark, ui::take_top(middle, 150, 32).centre(), 140, theme.gold);
  ui::write_fitted(canvas.kit, ui::take_top(middle, 96, 8), title, {ui::Weight::Bold, 64, ui::lead_size, 2}, theme.text,
                   ui::Align::Centre, ui::VerticalAlign::Middle);
  ui::write_fitted(canvas.kit, middle, detail, {ui::Weight::Regular, ui::lead_size, ui::label_size, 3}, theme.muted,
                   ui::Align::Centre);
  draw_room_footer(canvas);
}

void draw_watching(const Canvas& canvas) {
  const auto& progress = canvas.model.room->progress;
  const std::string handed =
      canvas.words(Key::ExamHandedIn,
                   {{"answered", canvas.words.number(progress ? progress->answered : 0)},
                    {"players", canvas.words.number(static_cast<std::int64_t>(
                                    progress ? progress->players_connected : model::players_connected(canvas.model)))}});
  draw_waiting(canvas, ui::MarkKind::Book, handed, canvas.words(Key::ExamWatchHelp));
}

}  // namespace

void draw_examining(const Canvas& canvas) {
  const model::Room& seated = *canvas.model.room;
  if (!seated.plays) return draw_watching(canvas);
  if (model::paper_closed(canvas.model)) {
    const bool arrived = seated.own_exam.handed_in;
    draw_waiting(canvas, arrived ? ui::MarkKind::Tick : ui::MarkKind::Clock,
                 canvas.words(arrived ? Key::ExamDone : Key::ExamHandingIn), canvas.words(Key::ExamDoneHelp));
    return;
  }
  if (seated.announced && seated.asked) return draw_paper(canvas);
  draw_header(canvas, canvas.words(Key::ExamTitle), "");
  ui::Rect middle = ui::centred(canvas.body, {900, 220});
  ui::spinner(canvas.kit, ui::take_top(middle, 140, 16).centre(), 52);
  ui::write(canvas.kit, middle, canvas.words(Key::ExamFetching), {ui::body_size, ui::Weight::Regular, false},
            canvas.theme().muted, ui::Align::Centre);
  draw_room_footer(canvas);
}

}  // namespace certamen::screens
