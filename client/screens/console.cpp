// What a host can order at this moment: the question, the clock, the room.
#include "client/screens/console.hpp"

#include <algorithm>

#include "client/screens/pages.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/scroll.hpp"

namespace certamen::screens {

namespace {

constexpr float panel_width = 1680;
constexpr float title_height = 64;
constexpr float tabs_height = 60;
constexpr float counters_height = 44;
constexpr float line_height = 64;
constexpr float line_gap = 12;

// A row of buttons, and what they do.
struct Line {
  std::vector<ui::Button> buttons;
  std::string help;
};

ui::Button order(const Canvas& canvas, const char* id, Key name, const std::string& key, const ui::Action& action,
                 ui::ButtonStyle style = ui::ButtonStyle::Secondary) {
  return {.id = id, .label = canvas.words(name), .key = key, .style = style, .action = action};
}

void add_question(const Canvas& canvas, std::vector<Line>& lines) {
  if (model::can_extend(canvas.model, canvas.now)) {
    Line line{{}, canvas.words(Key::ConsoleExtendHelp)};
    for (const auto& [seconds, key] : {std::pair{15, "+"}, std::pair{30, "3"}}) {
      const ui::Action action{"order.extend", seconds};
      line.buttons.push_back({.id = "order.extend." + std::to_string(seconds),
                              .label = canvas.words(Key::ConsoleExtend, {{"seconds", std::to_string(seconds)}}),
                              .key = key,
                              .action = action});
    }
    lines.push_back(std::move(line));
  }
  if (model::can_skip(canvas.model)) {
    const ui::Action ask{"ask.skip", canvas.model.room->announced->number};
    lines.push_back({{order(canvas, "ask.skip", Key::ConsoleSkip, "S", ask, ui::ButtonStyle::Dangerous)},
                     canvas.words(Key::ConsoleSkipHelp)});
  }
}

void add_rulings(const Canvas& canvas, std::vector<Line>& lines) {
  const auto question = model::question_to_rule(canvas.model);
  if (!question) return;
  const std::string number = std::to_string(question->announced->number);
  if (question->revealed->voided) {
    lines.push_back(
        {{}, canvas.words(Key::ConsoleVoided, {{"number", number}}) + ". " + canvas.words(Key::ConsoleVoidedHelp)});
    return;
  }
  lines.push_back(
      {{order(canvas, "correct", Key::ConsoleCorrect, "K", {"correct", 0})}, canvas.words(Key::ConsoleCorrectHelp)});
  ui::Button annul = order(canvas, "ask.void", Key::ConsoleVoid, "V", {"ask.void", question->announced->number},
                           ui::ButtonStyle::Dangerous);
  annul.label = canvas.words(Key::ConsoleVoid, {{"number", number}});
  lines.push_back({{annul}, canvas.words(Key::ConsoleVoidHelp)});
}

void add_room(const Canvas& canvas, std::vector<Line>& lines) {
  const model::Room& room = *canvas.model.room;
  const auto command = [](wire::Command which) { return ui::Action{"command", static_cast<std::int64_t>(which)}; };
  if (model::can_pause(canvas.model, canvas.now)) {
    lines.push_back(
        {{order(canvas, "pause", Key::HostPause, "P", command(wire::Command::Pause))}, canvas.words(Key::ConsolePauseHelp)});
  } else if (room.paused && room.paused->reason != wire::PauseReason::StorageFailing) {
    lines.push_back({{order(canvas, "resume", Key::HostResume, "P", command(wire::Command::Resume))},
                     canvas.words(Key::ConsoleResumeHelp)});
  }
  lines.push_back({{order(canvas, "order.lock", room.locked ? Key::ConsoleUnlock : Key::ConsoleLock, "L",
                          {"order.lock", room.locked ? 0 : 1})},
                   canvas.words(room.locked ? Key::ConsoleUnlockHelp : Key::ConsoleLockHelp)});
  if (model::own_rights(canvas.model) == wire::Rights::Cohost && !model::host_is_here(canvas.model)) {
    lines.push_back({{order(canvas, "order.take_over", Key::ConsoleTakeOver, "T", {"order.take_over", 0})},
                     canvas.words(Key::ConsoleTakeOverHelp)});
  }
  const bool running =
      room.phase != wire::Phase::Gathering && room.phase != wire::Phase::Drawing && room.phase != wire::Phase::Finished;
  if (running) {
    lines.push_back({{order(canvas, "ask.end", Key::HostEnd, "E", {"ask.end", 0}, ui::ButtonStyle::Dangerous)},
                     canvas.words(Key::ConsoleEndHelp)});
  }
  if (room.phase == wire::Phase::Finished && canvas.stage != model::Stage::Review) {
    lines.push_back({{}, canvas.words(Key::ConsoleReviewHelp)});
  }
}

// What is known of the room at this moment, as numbers.
std::string counters(const Canvas& canvas) {
  const model::Room& room = *canvas.model.room;
  const Words& words = canvas.words;
  std::string text =
      words(Key::ConsoleConnected, {{"connected", words.number(static_cast<std::int64_t>(players_connected(canvas.model)))},
                                    {"players", words.number(static_cast<std::int64_t>(players(canvas.model).size()))}});
  const bool open = room.phase == wire::Phase::Asking || room.phase == wire::Phase::Examining;
  if (open && room.progress) {
    const Key key = room.phase == wire::Phase::Examining ? Key::ConsolePapers : Key::ConsoleReceived;
    text += "  ·  " + words(key, {{"answered", words.number(room.progress->answered)},
                                  {"players", words.number(room.progress->players_connected)}});
  }
  if (const auto question = model::question_to_rule(canvas.model); question && !question->revealed->voided) {
    text += "  ·  " + words(Key::ConsoleScored, {{"answered", words.number(question->revealed->answered_count)},
                                                 {"players", words.number(question->revealed->player_count)},
                                                 {"right", words.number(question->revealed->right_count)}});
  }
  return text;
}

// Everything that can be ordered now.
std::vector<Line> lines_of(const Canvas& canvas) {
  std::vector<Line> lines;
  add_question(canvas, lines);
  add_rulings(canvas, lines);
  add_room(canvas, lines);
  if (model::own_rights(canvas.model) == wire::Rights::Cohost) lines.push_back({{}, canvas.words(Key::ConsoleCohost)});
  return lines;
}

// Of the panel, when it holds so many lines.
float height_of(std::size_t lines) {
  const float head = title_height + ui::gap + tabs_height + ui::gap_large + counters_height + ui::gap;
  const float end = ui::gap_large + ui::control_height;
  return 2 * ui::dialogue_margin + head + static_cast<float>(lines) * (line_height + line_gap) - line_gap + end;
}

// The keys of the buttons, which the panel has taken away.
void add_keys(const Canvas& canvas, const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    for (const ui::Button& each : line.buttons) {
      if (!each.key.empty()) canvas.key(std::string(1, static_cast<char>(std::tolower(each.key.front()))), each.action);
    }
  }
}

void draw_line(const Canvas& canvas, ui::Rect row, const Line& line, float buttons_width) {
  if (!line.buttons.empty()) {
    const ui::Rect place = ui::take_left(row, buttons_width, ui::gap_large);
    const int count = static_cast<int>(line.buttons.size());
    for (int i = 0; i < count; ++i) {
      ui::button(canvas.kit, ui::grid_cell(place, count, 1, i, ui::gap), line.buttons[static_cast<std::size_t>(i)]);
    }
  }
  ui::write_fitted(canvas.kit, row, line.help, {ui::Weight::Regular, ui::body_size, ui::label_size_min, 2},
                   canvas.theme().muted, ui::Align::Left, ui::VerticalAlign::Middle);
}

void draw_lines(const Canvas& canvas, const ui::Rect& room, const std::vector<Line>& lines) {
  float wide = 0;
  for (const Line& line : lines) {
    float width = 0;
    for (const ui::Button& each : line.buttons) width += ui::button_width(each) + (width > 0 ? ui::gap : 0);
    wide = std::max(wide, width);
  }
  const auto draw = [&](ui::Rect place, const ui::Rect&) {
    for (const Line& line : lines) draw_line(canvas, ui::take_top(place, line_height, line_gap), line, wide);
  };
  const float height = static_cast<float>(lines.size()) * (line_height + line_gap) - line_gap;
  ui::scroll(canvas.kit, room, {"orders", [height](float) { return height; }, draw});
}

const model::Notice* refusal(const Canvas& canvas) {
  if (canvas.model.notices.empty()) return nullptr;
  const model::Notice& latest = canvas.model.notices.back();
  const bool refused =
      std::holds_alternative<model::OrderRefused>(latest.about) || std::holds_alternative<wire::Refusal>(latest.about);
  return refused && canvas.now < latest.since_local + model::notice_time ? &latest : nullptr;
}

}  // namespace

ui::Rect draw_panel(const Canvas& canvas, const std::string& title, float height) {
  const ui::Theme& theme = canvas.theme();
  ui::Rect inside = ui::dialogue(canvas.kit, {panel_width, height}, panel_height_max);
  ui::Rect line = ui::take_top(inside, title_height, ui::gap);
  const model::Notice* latest = refusal(canvas);
  const ui::Rect head = ui::take_left(line, line.width * (latest == nullptr ? 1.0F : 0.5F), ui::gap_large);
  ui::write_fitted(canvas.kit, head, title, {ui::Weight::Bold, ui::title_size, ui::body_size, 1}, theme.text,
                   ui::Align::Left, ui::VerticalAlign::Middle);
  if (latest == nullptr) return inside;
  const auto* order_refused = std::get_if<model::OrderRefused>(&latest->about);
  const std::string text =
      order_refused != nullptr ? canvas.words.of(*order_refused) : canvas.words.of(std::get<wire::Refusal>(latest->about));
  ui::draw(canvas.kit, ui::MarkKind::Cross, ui::take_left(line, 40, ui::gap).centre(), 36, theme.coral);
  ui::write_fitted(canvas.kit, line, text, {ui::Weight::Medium, ui::body_size, ui::text_size_min, 3}, theme.coral,
                   ui::Align::Left, ui::VerticalAlign::Middle);
  ui::redraw_by(canvas.kit.scene, moment(latest->since_local + model::notice_time));
  return inside;
}

void draw_console_tabs(const Canvas& canvas, ui::Rect& inside, std::size_t shown) {
  std::vector<ui::Segment> pages{{canvas.words(Key::ConsoleNow), {"console", 0}, shown == 0},
                                 {canvas.words(Key::ConsoleMembers), {"console", 1}, shown == 1}};
  if (canvas.model.room->fairness) {
    pages.push_back({canvas.words(Key::FairnessTitle), {"console", 2}, shown == 2});
    if (shown != 2) canvas.key("f", {"console", 2});
  }
  ui::tabs(canvas.kit, ui::take_top(inside, tabs_height, ui::gap_large), "console", pages);
  canvas.key("m", {"console", shown == 0 ? 1 : 0});
}

void draw_panel_end(const Canvas& canvas, ui::Rect& inside, const std::vector<ui::Button>& more) {
  ui::Rect row = ui::take_bottom(inside, ui::control_height, ui::gap_large);
  const ui::Button close{.id = "close",
                         .label = canvas.words(Key::ConsoleClose),
                         .key = canvas.words(Key::KeyEscape),
                         .style = ui::ButtonStyle::Quiet,
                         .action = {"menu", 0},
                         .order = 2};
  canvas.key(ui::KeyName::Escape, close.action);
  std::vector<ui::Button> buttons{close};
  buttons.insert(buttons.end(), more.begin(), more.end());
  ui::button_row(canvas.kit, row, buttons);
}

void draw_console(const Canvas& canvas) {
  const std::vector<Line> lines = lines_of(canvas);
  ui::Rect inside = draw_panel(canvas, canvas.words(Key::ConsoleTitle, {{"code", spaced_code(canvas.model.room->code)}}),
                               height_of(lines.size()));
  draw_console_tabs(canvas, inside, 0);
  draw_panel_end(canvas, inside);
  ui::write_fitted(canvas.kit, ui::take_top(inside, counters_height, ui::gap), counters(canvas),
                   {ui::Weight::SemiBold, 30, ui::label_size_min, 2}, canvas.theme().gold, ui::Align::Left,
                   ui::VerticalAlign::Middle);
  add_keys(canvas, lines);
  draw_lines(canvas, inside, lines);
  for (const Line& line : lines) {
    if (line.buttons.empty()) continue;
    canvas.kit.scene.first_focus = line.buttons.front().id;
    return;
  }
}

}  // namespace certamen::screens
