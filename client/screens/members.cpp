// Everybody in the room, and what a host can do for or with the one who is chosen.
#include <algorithm>
#include <array>
#include <cmath>

#include "client/screens/console.hpp"
#include "client/screens/pages.hpp"
#include "client/screens/teams.hpp"
#include "client/ui/field.hpp"
#include "client/ui/scroll.hpp"

namespace certamen::screens {

namespace {

constexpr float row_height = 62;
constexpr float row_gap = 6;
constexpr float control = 60;
constexpr float name_height = 44;
constexpr float remarks_height = 30;
constexpr float segments_label = 28;
constexpr float role_gap = 12;

std::string factor(const Canvas& canvas, wire::Allowance allowance) {
  constexpr std::array hundredths{100, 125, 150, 200};
  return canvas.words.quantity(hundredths[static_cast<std::size_t>(allowance)] * std::int64_t{10'000}, "");
}

// What is special about somebody, in few words; the team always, where there are teams.
std::vector<std::string> remarks(const Canvas& canvas, const wire::RosterEntry& member) {
  std::vector<std::string> all;
  const model::Room& room = *canvas.model.room;
  if (member.role == wire::Role::Host) all.push_back(canvas.words(Key::MemberHost));
  if (member.cohost) all.push_back(canvas.words(Key::MemberCohost));
  if (!member.plays && member.role != wire::Role::Host) all.push_back(canvas.words(Key::MemberWatches));
  if (member.plays && room.settings.team_count > 0) {
    all.push_back(member.team == 0 ? canvas.words(Key::MemberNoTeam) : team_name(canvas, member.team));
  }
  const wire::Allowance allowance = model::allowance_of(room, member.seat);
  if (allowance != wire::Allowance::Whole) {
    all.push_back(canvas.words(Key::MemberFactor, {{"factor", factor(canvas, allowance)}}));
  }
  if (!member.connected) all.push_back(canvas.words(Key::MemberLost));
  return all;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "  ·  ") + part;
  return text;
}

std::string id_of(const wire::RosterEntry& member) {
  return "member." + std::to_string(member.seat.value);
}

// Who is scrolled out of sight can be walked to and has no picture.
void draw_member(const Canvas& canvas, const ui::Rect& rect, const wire::RosterEntry& member, bool chosen,
                 const ui::Rect& seen) {
  const ui::Theme& theme = canvas.theme();
  const std::string id = id_of(member);
  canvas.kit.scene.regions.push_back(
      {id, rect, 0, true, ui::RegionKind::Choice, {"member", static_cast<std::int64_t>(member.seat.value)}, std::nullopt});
  if (!ui::common(rect, seen)) return;
  ui::fill(canvas.kit, rect,
           chosen                   ? theme.line
           : canvas.kit.hovered(id) ? theme.raised
                                    : theme.background,
           ui::corner_small);
  if (chosen) ui::frame(canvas.kit, rect, theme.gold, 3, ui::corner_small);
  ui::Rect inside = ui::inset(rect, 16, 4);
  const ui::MarkKind mark = member.connected ? ui::MarkKind::Person : ui::MarkKind::Plug;
  ui::draw(canvas.kit, mark, ui::take_left(inside, 32, 14).centre(), 30, member.connected ? theme.muted : theme.coral);
  const std::string remark = joined(remarks(canvas, member));
  if (!remark.empty()) {
    ui::write_fitted(canvas.kit, ui::take_right(inside, inside.width * 0.46F, ui::gap), remark,
                     {ui::Weight::Regular, ui::label_size_min, ui::text_size_min, 2}, theme.muted, ui::Align::Right,
                     ui::VerticalAlign::Middle);
  }
  ui::write_fitted(canvas.kit, inside, member.name, {ui::Weight::SemiBold, ui::body_size, ui::label_size_min, 1}, theme.text,
                   ui::Align::Left, ui::VerticalAlign::Middle);
  ui::focus_ring(canvas.kit, ui::inset(rect, 10), ui::corner_small, id);
}

void draw_list(const Canvas& canvas, const ui::Rect& room, const std::vector<wire::RosterEntry>& all) {
  if (all.empty()) return;
  const wire::SeatId chosen = canvas.model.room->console.member;
  canvas.kit.scene.first_focus = id_of(all.front());
  const auto draw = [&](ui::Rect place, const ui::Rect& seen) {
    for (const wire::RosterEntry& member : all) {
      draw_member(canvas, ui::take_top(place, row_height, row_gap), member, member.seat == chosen, seen);
    }
  };
  const float height = static_cast<float>(all.size()) * (row_height + row_gap) - row_gap;
  ui::scroll(canvas.kit, room, {"members", [height](float) { return height; }, draw});
}

void draw_name(const Canvas& canvas, ui::Rect& room, const wire::RosterEntry& member) {
  const std::string& typed = canvas.model.room->console.name;
  ui::Rect row = ui::take_top(room, control, ui::gap);
  const ui::Button rename{.id = "order.rename",
                          .label = canvas.words(Key::MemberRename),
                          .key = canvas.kit.focused("text.member") ? canvas.words(Key::KeyEnter) : "",
                          .action = {"order.rename", 0},
                          .enabled = !typed.empty() && typed != member.name};
  ui::Button widest = rename;
  widest.key = canvas.words(Key::KeyEnter);
  const ui::Rect place = ui::take_right(row, ui::button_width(widest), ui::gap);
  ui::field(canvas.kit, row,
            {.id = "text.member",
             .text = typed,
             .placeholder = canvas.words(Key::MemberName),
             .error = "",
             .size = ui::body_size,
             .action = "text.member"});
  ui::button(canvas.kit, place, rename);
  if (rename.enabled && canvas.kit.focused("text.member")) canvas.key(ui::KeyName::Enter, rename.action);
}

bool has_time(const Canvas& canvas, const wire::RosterEntry& member) {
  return member.plays && canvas.model.room->phase != wire::Phase::Finished;
}

bool moves_to_teams(const Canvas& canvas, const wire::RosterEntry& member) {
  return has_time(canvas, member) && canvas.model.room->settings.team_count > 0;
}

void draw_team(const Canvas& canvas, ui::Rect& room, const wire::RosterEntry& member) {
  if (!moves_to_teams(canvas, member)) return;
  const std::uint32_t teams = canvas.model.room->settings.team_count;
  label(canvas, ui::take_top(room, segments_label, 4), canvas.words(Key::MemberTeam));
  std::vector<ui::Segment> choices;
  for (wire::TeamNumber team = 1; team <= teams; ++team) {
    choices.push_back({std::to_string(team), {"order.team", team}, member.team == team});
  }
  ui::segments(canvas.kit, ui::take_top(room, control, ui::gap), "order.team", choices);
}

void draw_time(const Canvas& canvas, ui::Rect& room, const wire::RosterEntry& member) {
  if (!has_time(canvas, member)) return;
  label(canvas, ui::take_top(room, segments_label, 4), canvas.words(Key::MemberTime));
  const wire::Allowance given = model::allowance_of(*canvas.model.room, member.seat);
  std::vector<ui::Segment> choices;
  for (std::size_t i = 0; i < wire::allowance_count; ++i) {
    const auto allowance = static_cast<wire::Allowance>(i);
    choices.push_back({"×" + factor(canvas, allowance), {"order.allow", static_cast<std::int64_t>(i)}, given == allowance});
  }
  ui::segments(canvas.kit, ui::take_top(room, control, ui::gap), "order.allow", choices);
}

std::vector<ui::Button> role_buttons(const Canvas& canvas, const wire::RosterEntry& member) {
  std::vector<ui::Button> buttons;
  if (member.role == wire::Role::Host) return buttons;
  const auto seat = static_cast<std::int64_t>(member.seat.value);
  if (model::own_rights(canvas.model) == wire::Rights::Host) {
    buttons.push_back({.id = "order.appoint",
                       .label = canvas.words(member.cohost ? Key::MemberDismiss : Key::MemberAppoint),
                       .key = "",
                       .action = {"order.appoint", member.cohost ? 0 : 1}});
    buttons.push_back({.id = "ask.hand_over",
                       .label = canvas.words(Key::MemberHandOver),
                       .key = "",
                       .style = ui::ButtonStyle::Dangerous,
                       .action = {"ask.hand_over", seat},
                       .enabled = member.connected});
  }
  if (model::can_remove(canvas.model, member)) {
    for (const auto& [id, name] : {std::pair{"ask.remove", Key::MemberRemove}, std::pair{"ask.ban", Key::MemberBan}}) {
      buttons.push_back(
          {.id = id, .label = canvas.words(name), .key = "", .style = ui::ButtonStyle::Dangerous, .action = {id, seat}});
    }
  }
  return buttons;
}

void draw_roles(const Canvas& canvas, ui::Rect& room, const wire::RosterEntry& member) {
  const std::vector<ui::Button> buttons = role_buttons(canvas, member);
  const int rows = (static_cast<int>(buttons.size()) + 1) / 2;
  if (rows == 0) return;
  const ui::Rect area = ui::take_top(room, static_cast<float>(rows) * (control + role_gap) - role_gap);
  for (int i = 0; i < static_cast<int>(buttons.size()); ++i) {
    ui::button(canvas.kit, ui::grid_cell(area, 2, rows, i, role_gap), buttons[static_cast<std::size_t>(i)]);
  }
}

void draw_nobody(const Canvas& canvas, const ui::Rect& room) {
  const ui::Theme& theme = canvas.theme();
  ui::Rect middle = ui::centred(room, {room.width - 80, 260});
  ui::draw(canvas.kit, ui::MarkKind::People, ui::take_top(middle, 140, ui::gap).centre(), 120, theme.line);
  ui::write_fitted(canvas.kit, middle, canvas.words(Key::MemberChoose),
                   {ui::Weight::Regular, ui::body_size, ui::label_size_min, 3}, theme.muted, ui::Align::Centre);
}

void draw_everything(const Canvas& canvas, ui::Rect room, const wire::RosterEntry& member) {
  const ui::Theme& theme = canvas.theme();
  ui::write_fitted(canvas.kit, ui::take_top(room, name_height, 4), member.name,
                   {ui::Weight::Bold, ui::lead_size, ui::label_size_min, 1}, theme.text, ui::Align::Left,
                   ui::VerticalAlign::Middle);
  ui::write_fitted(canvas.kit, ui::take_top(room, remarks_height, ui::gap), joined(remarks(canvas, member)),
                   {ui::Weight::Regular, ui::label_size, ui::text_size_min, 1}, theme.muted, ui::Align::Left,
                   ui::VerticalAlign::Middle);
  draw_name(canvas, room, member);
  draw_team(canvas, room, member);
  draw_time(canvas, room, member);
  draw_roles(canvas, room, member);
}

float height_of(const Canvas& canvas, const wire::RosterEntry& member) {
  const float segments = segments_label + 4 + control + ui::gap;
  const auto rows = static_cast<float>((role_buttons(canvas, member).size() + 1) / 2);
  const float above = name_height + 4 + remarks_height + ui::gap + control + ui::gap +
                      (moves_to_teams(canvas, member) ? segments : 0) + (has_time(canvas, member) ? segments : 0);
  return rows > 0 ? above + rows * (control + role_gap) - role_gap : above - ui::gap;
}

void draw_chosen(const Canvas& canvas, const ui::Rect& room) {
  const wire::RosterEntry* member = model::chosen_member(canvas.model);
  if (member == nullptr) return draw_nobody(canvas, room);
  const float height = height_of(canvas, *member);
  ui::scroll(canvas.kit, room,
             {"member." + std::to_string(member->seat.value) + ".chosen", [height](float) { return height; },
              [&](const ui::Rect& place, const ui::Rect&) { draw_everything(canvas, place, *member); }});
}

}  // namespace

void draw_members(const Canvas& canvas) {
  ui::Rect inside = draw_panel(canvas, canvas.words(Key::ConsoleTitle, {{"code", spaced_code(canvas.model.room->code)}}));
  draw_console_tabs(canvas, inside, 1);
  draw_panel_end(canvas, inside);
  const ui::Rect left = ui::take_left(inside, std::round(inside.width * 0.52F), ui::gap_section);
  draw_list(canvas, left, model::members(canvas.model));
  draw_chosen(canvas, inside);
}

}  // namespace certamen::screens
