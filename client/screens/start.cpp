// Three doors, and the ways back to where one was.
#include <algorithm>

#include "client/screens/pages.hpp"

namespace certamen::screens {

namespace {

constexpr float door_height_max = 470;
constexpr std::size_t ways_back_max = 3;

std::vector<ui::Button> ways_back(const Canvas& canvas) {
  std::vector<ui::Button> buttons;
  const model::Profile& profile = canvas.model.profile;
  for (std::size_t i = 0; i < profile.seats.size() && buttons.size() < ways_back_max; ++i) {
    const model::SeatKept& seat = profile.seats[i];
    buttons.push_back({.id = "seat." + std::to_string(i),
                       .label = canvas.words(Key::StartReturn, {{"code", spaced_code(seat.code)}, {"name", seat.name}}),
                       .key = "",
                       .action = {"seat", static_cast<std::int64_t>(i)},
                       .mark = ui::MarkKind::Back});
  }
  for (std::size_t i = 0; i < profile.recent_servers.size() && buttons.size() < ways_back_max; ++i) {
    buttons.push_back({.id = "server." + std::to_string(i),
                       .label = profile.recent_servers[i],
                       .key = "",
                       .action = {"server", static_cast<std::int64_t>(i)},
                       .mark = ui::MarkKind::Screen});
  }
  return buttons;
}

// The tagline, or why the last server hung up, until another one is reached.
void draw_under_greeting(const Canvas& canvas, ui::Rect room) {
  const ui::Theme& theme = canvas.theme();
  const auto& farewell = canvas.model.connection.farewell;
  if (!farewell) {
    ui::write(canvas.kit, room, canvas.words(Key::AppTagline), {ui::lead_size, ui::Weight::Regular, false}, theme.muted);
    return;
  }
  ui::draw(canvas.kit, ui::MarkKind::Plug, ui::take_left(room, 40, ui::gap).centre(), 40, theme.coral);
  ui::write_fitted(canvas.kit, room, canvas.words.of(*farewell), {ui::Weight::Medium, 30, ui::label_size, 1}, theme.coral,
                   ui::Align::Left, ui::VerticalAlign::Middle);
}

void draw_ways_back(const Canvas& canvas, ui::Rect room) {
  std::vector<ui::Button> buttons = ways_back(canvas);
  if (buttons.empty()) return;
  const bool seats = !canvas.model.profile.seats.empty();
  label(canvas, ui::take_top(room, 32, 12), canvas.words(seats ? Key::StartSeats : Key::StartServers));
  ui::Rect row = ui::take_top(room, ui::control_height);
  for (ui::Button& each : buttons) {
    const float width = ui::button_width(each);
    if (width > row.width) break;
    ui::button(canvas.kit, ui::take_left(row, width, ui::gap), each);
  }
}

void draw_doors(const Canvas& canvas, const ui::Rect& row) {
  const ui::Door ways_in[] = {{"door.solo",
                               canvas.words(Key::StartSoloTitle),
                               canvas.words(Key::StartSoloHelp),
                               "1",
                               ui::MarkKind::Person,
                               {"go", static_cast<int>(model::Screen::Solo)}},
                              {"door.join",
                               canvas.words(Key::StartJoinTitle),
                               canvas.words(Key::StartJoinHelp),
                               "2",
                               ui::MarkKind::People,
                               {"go", static_cast<int>(model::Screen::Join)}},
                              {"door.host",
                               canvas.words(Key::StartHostTitle),
                               canvas.words(Key::StartHostHelp),
                               "3",
                               ui::MarkKind::Screen,
                               {"go", static_cast<int>(model::Screen::Host)}}};
  for (int i = 0; i < 3; ++i) {
    ui::door(canvas.kit, ui::grid_cell(row, 3, 1, i, 32), ways_in[i]);
    canvas.key(ways_in[i].key, ways_in[i].action);
  }
}

void draw_footer(const Canvas& canvas) {
  const ui::Action settings{"go", static_cast<int>(model::Screen::Settings)};
  ui::button_row(canvas.kit, ui::centred(canvas.footer, {canvas.footer.width, ui::control_height}),
                 {{.id = "settings",
                   .label = canvas.words(Key::CommonSettings),
                   .key = "F1",
                   .style = ui::ButtonStyle::Quiet,
                   .action = settings,
                   .mark = ui::MarkKind::Gear},
                  {.id = "quit",
                   .label = canvas.words(Key::StartQuit),
                   .key = "",
                   .style = ui::ButtonStyle::Quiet,
                   .action = {"quit", 0}}});
  canvas.key(ui::KeyName::F1, settings);
}

}  // namespace

void draw_start(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  const std::string& name = canvas.model.profile.name;
  canvas.kit.scene.first_focus = "door.solo";
  draw_title(canvas, canvas.words(Key::AppName));

  ui::Rect body = canvas.body;
  const bool back = !canvas.model.profile.seats.empty() || !canvas.model.profile.recent_servers.empty();
  const float ways = back ? 108 + ui::gap_section : 0;
  const float doors = std::min(door_height_max, body.height - 150 - ui::gap_section - ways);
  const float used = 150 + ui::gap_section + doors + ways;
  ui::take_top(body, std::max(0.0F, (body.height - used) * 0.4F));
  const std::string greeting =
      name.empty() ? canvas.words(Key::StartGreetingPlain) : canvas.words(Key::StartGreeting, {{"name", name}});
  ui::write(canvas.kit, ui::take_top(body, 90, 8), greeting, {64, ui::Weight::Bold, false}, theme.text);
  draw_under_greeting(canvas, ui::take_top(body, 52, ui::gap_section));

  const ui::Rect row = ui::take_top(body, doors, ui::gap_section);
  draw_doors(canvas, row);
  draw_ways_back(canvas, body);
  draw_footer(canvas);
}

}  // namespace certamen::screens
