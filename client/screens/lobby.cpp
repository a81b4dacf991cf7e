// The room before the match: its code for the whole hall, who is here, and what will be played.
#include <algorithm>
#include <cmath>

#include "client/screens/pages.hpp"
#include "client/screens/points.hpp"
#include "client/screens/teams.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/standing.hpp"

namespace certamen::screens {

namespace {

Key scoring_word(wire::Scoring scoring) {
  switch (scoring) {
    case wire::Scoring::Speed: return Key::LobbySpeed;
    case wire::Scoring::Accuracy: return Key::LobbyAccuracy;
    case wire::Scoring::Certainty: return Key::LobbyCertainty;
    case wire::Scoring::Exam: return Key::LobbyExam;
  }
  return Key::LobbySpeed;
}

constexpr float letter_gap = 14;  // between the code's letters, so that they can be read one by one
constexpr float code_size_max = 236;

// The code in the largest letters that fit, evenly spaced.
void draw_code(const Canvas& canvas, const ui::Rect& room, const std::string& code) {
  const auto width_at = [&](float size) {
    const ui::Font font{size, ui::Weight::Bold, false};
    return ui::text_width(code, font) + static_cast<float>(code.size()) * letter_gap + size * 0.3F;
  };
  float size = std::min(code_size_max, std::floor(room.height * 0.88F));
  while (size > ui::title_size && width_at(size) > room.width) --size;
  const ui::Font font{size, ui::Weight::Bold, false};
  float x = room.x;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (i == code.size() / 2) x += size * 0.3F;
    const std::string letter = code.substr(i, 1);
    const float width = ui::text_width(letter, font);
    ui::write(canvas.kit, {x, room.y, width + 1, room.height}, letter, font, canvas.theme().gold);
    x += width + letter_gap;
  }
}

// The square that a camera reads, with its caption; takes its place off the right end.
void draw_square(const Canvas& canvas, ui::Rect& room, const std::string& line) {
  const ui::Rect side = ui::take_right(room, room.height, 64);
  ui::Rect square = side;
  ui::Rect caption = ui::take_bottom(square, 40, 8);
  square = ui::take_right(square, square.height);
  ui::qr_code(canvas.kit, square, line);
  caption = {square.x, caption.y, square.width, caption.height};
  ui::write_fitted(canvas.kit, caption, canvas.words(Key::LobbyScan),
                   {ui::Weight::Regular, ui::label_size, ui::label_size_min, 1}, canvas.theme().muted, ui::Align::Centre,
                   ui::VerticalAlign::Middle);
}

float invitation_height(const Canvas& canvas) {
  return std::round(canvas.size.height * 0.38F);
}

void draw_invitation(const Canvas& canvas, const ui::Rect& room) {
  const ui::Theme& theme = canvas.theme();
  ui::Rect left = room;
  const auto line = model::join_line(canvas.model);
  if (line) draw_square(canvas, left, *line);
  ui::write(canvas.kit, ui::take_top(left, 40, 0), canvas.words(Key::LobbyCode), {ui::body_size, ui::Weight::Medium, false},
            theme.muted);
  const ui::Rect help = ui::take_bottom(left, 76);
  draw_code(canvas, left, canvas.model.room->code);
  const auto address = model::join_address(canvas.model);
  const std::string how =
      address ? canvas.words(Key::LobbyJoinAt, {{"address", *address}}) : canvas.words(Key::LobbyPrivate);
  ui::write_fitted(canvas.kit, help, how, {ui::Weight::Medium, 30, ui::label_size, 2}, theme.text, ui::Align::Left,
                   ui::VerticalAlign::Middle);
}

void draw_people(const Canvas& canvas, ui::Rect room) {
  const ui::Theme& theme = canvas.theme();
  const std::vector<wire::RosterEntry> players = model::players(canvas.model);
  const wire::RoomSettings& settings = canvas.model.room->settings;
  ui::Rect line = ui::take_top(room, 56, ui::gap);
  const ui::Font strong{36, ui::Weight::Bold, true};
  const std::string count = canvas.words.count(Key::LobbyPlayers, players.size());
  ui::write(canvas.kit, ui::take_left(line, ui::text_width(count, strong) + 1, 36), count, strong, theme.text);
  const std::string match =
      canvas.words.count(Key::LobbyMatch, settings.question_count) + "  ·  " + canvas.words(scoring_word(settings.scoring));
  ui::write(canvas.kit, line, match, {ui::body_size, ui::Weight::Regular, false}, theme.muted, ui::Align::Right);
  if (chooses_team(canvas)) draw_team_choice(canvas, ui::take_top(room, 64, ui::gap));
  if (players.empty()) {
    ui::write_fitted(canvas.kit, ui::take_top(room, 60), canvas.words(Key::LobbyNobody),
                     {ui::Weight::Regular, ui::lead_size, ui::body_size, 1}, theme.muted, ui::Align::Left,
                     ui::VerticalAlign::Middle);
    return;
  }
  std::vector<ui::Chip> chips;
  // The latest first: who joins wants to see the own name, however many are here.
  for (auto player = players.rbegin(); player != players.rend(); ++player) {
    const bool own = player->seat == canvas.model.room->seat;
    chips.push_back({.text = own ? canvas.words(Key::LobbyYou, {{"name", player->name}}) : player->name,
                     .mark = player->connected ? std::nullopt : std::optional{ui::MarkKind::Plug},
                     .quiet = !player->connected,
                     .own = own,
                     .remark = player->team == 0 ? "" : team_name(canvas, player->team)});
  }
  std::stable_partition(chips.begin(), chips.end(), [](const ui::Chip& chip) { return chip.own; });
  ui::chips(canvas.kit, room, chips);
}

void draw_footer(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  ui::Rect row = canvas.footer;
  const ui::Button menu{.id = "menu",
                        .label = canvas.words(Key::CommonMenu),
                        .key = canvas.words(Key::KeyEscape),
                        .style = ui::ButtonStyle::Quiet,
                        .action = {"menu", 1},
                        .order = 1};
  canvas.key(ui::KeyName::Escape, menu.action);
  if (model::is_host(canvas.model)) {
    const bool ready = model::host_action(canvas.model, canvas.now) == wire::Command::Start;
    const ui::Button start{.id = "start",
                           .label = canvas.words(Key::LobbyStart),
                           .key = canvas.words(Key::KeyEnter),
                           .style = ui::ButtonStyle::Primary,
                           .action = {"command", static_cast<int>(wire::Command::Start)},
                           .mark = ui::MarkKind::Play,
                           .enabled = ready};
    ui::button(canvas.kit, ui::take_right(row, ui::button_width(start) + 40, ui::gap), start);
    if (ready) canvas.key(ui::KeyName::Enter, start.action);
  } else {
    const std::string text = canvas.words(Key::LobbyWaitingHost);
    const ui::Font font{ui::body_size, ui::Weight::SemiBold, false};
    ui::write(canvas.kit, ui::take_right(row, ui::text_width(text, font) + 1, ui::gap_large), text, font, theme.gold);
  }
  const ui::Rect place = ui::take_right(row, ui::button_width(menu), ui::gap);
  ui::button(canvas.kit, ui::centred(place, {place.width, ui::control_height}), menu);
  draw_console_button(canvas, row);
  if (model::can_rehearse(canvas.model)) {
    const ui::Button rehearse = rehearsal_button(canvas);
    const ui::Rect next = ui::take_right(row, ui::button_width(rehearse), ui::gap);
    ui::button(canvas.kit, ui::centred(next, {next.width, ui::control_height}), rehearse);
    canvas.key("r", rehearse.action);
  }
  ui::take_right(row, ui::gap_section - ui::gap);
  if (knows_points(canvas)) {
    const ui::Button points = points_button(canvas, 1);
    const ui::Rect left = ui::take_right(row, ui::button_width(points));
    ui::button(canvas.kit, ui::centred(left, {left.width, ui::control_height}), points);
  }
  ui::take_right(row, ui::gap_large);
  draw_tip(canvas, row);
}

void draw_drawing_words(const Canvas& canvas, ui::Rect column, bool alone) {
  const ui::Theme& theme = canvas.theme();
  ui::spinner(canvas.kit, ui::take_top(column, 200, ui::gap_section).centre(), 84);
  ui::write(canvas.kit, ui::take_top(column, 64, ui::gap), canvas.words(Key::DrawingTitle),
            {ui::title_size, ui::Weight::SemiBold, false}, theme.text, ui::Align::Centre);
  ui::write(canvas.kit, ui::take_top(column, 44), canvas.words(alone ? Key::DrawingHelpSolo : Key::DrawingHelp),
            {ui::body_size, ui::Weight::Regular, false}, theme.muted, ui::Align::Centre);
}

}  // namespace

float lobby_square_room(const Canvas& canvas) {
  return model::join_line(canvas.model) ? canvas.margin + invitation_height(canvas) : 0;
}

void draw_lobby(const Canvas& canvas) {
  if (canvas.model.room->settings.mode == wire::Mode::Solo) {
    draw_drawing(canvas);
    return;
  }
  draw_footer(canvas);
  ui::Rect body = canvas.body;
  body.height += body.y - canvas.header.y;
  body.y = canvas.header.y + 8;
  draw_invitation(canvas, ui::take_top(body, invitation_height(canvas), ui::gap_section));
  draw_people(canvas, body);
}

void draw_drawing(const Canvas& canvas) {
  const bool alone = canvas.model.room->settings.mode == wire::Mode::Solo;
  ui::Rect column = ui::centred(canvas.body, {std::min(1200.0F, canvas.body.width), 440});
  draw_drawing_words(canvas, column, alone);
  ui::Rect row = canvas.footer;
  std::vector<ui::Button> buttons{{.id = "menu",
                                   .label = canvas.words(Key::CommonMenu),
                                   .key = canvas.words(Key::KeyEscape),
                                   .style = ui::ButtonStyle::Quiet,
                                   .action = {"menu", 1}}};
  for (const ui::Button& each : console_buttons(canvas)) buttons.push_back(each);
  float wide = 0;
  for (const ui::Button& each : buttons) wide += ui::button_width(each) + ui::gap;
  const ui::Rect place = ui::take_right(row, wide, ui::gap_section);
  ui::button_row(canvas.kit, ui::centred(place, {place.width, ui::control_height}), buttons);
  canvas.key(ui::KeyName::Escape, buttons.front().action);
  draw_tip(canvas, row);
}

}  // namespace certamen::screens
