// Everybody in the room, page by page, and what a host can do for or with the one who is chosen.
#include <algorithm>
#include <array>
#include <cmath>

#include "client/screens/console.hpp"
#include "client/screens/pages.hpp"
#include "client/screens/teams.hpp"
#include "client/ui/field.hpp"

namespace certamen::screens {

namespace {

constexpr float row_height = 62;
constexpr float row_gap = 6;
constexpr float control = 60;

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

void draw_member(const Canvas& canvas, const ui::Rect& rect, const wire::RosterEntry& member, bool chosen) {
  const ui::Theme& theme = canvas.theme();
  const std::string id = "member." + std::to_string(member.seat.value);
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
  ui::focus_ring(canvas.kit, ui::inset(rect, 4), ui::corner_small, id);
  canvas.kit.scene.regions.push_back(
      {id, rect, 0, true, ui::RegionKind::Choice, {"member", static_cast<std::int64_t>(member.seat.value)}, std::nullopt});
}

void draw_list(const Canvas& canvas, ui::Rect room, const std::vector<wire::RosterEntry>& all) {
  const auto rows_in = [](float height) {
    return static_cast<std::size_t>(std::max(1.0F, std::floor((height + row_gap) / (row_height + row_gap))));
  };
  std::size_t page_size = rows_in(room.height);
  std::size_t page = 0;
  if (all.size() > page_size) {
    const ui::Rect line = ui::take_bottom(room, control, ui::gap);
    page_size = rows_in(room.height);
    const std::size_t pages = (all.size() + page_size - 1) / page_size;
    page = std::min(canvas.page, pages - 1);
    draw_pager(canvas, line, page, pages);
  }
  const wire::SeatId chosen = canvas.model.room->console.member;
  for (std::size_t i = page * page_size; i < std::min(all.size(), (page + 1) * page_size); ++i) {
    if (i == page * page_size) canvas.kit.scene.first_focus = "member." + std::to_string(all[i].seat.value);
    draw_member(canvas, ui::take_top(room, row_height, row_gap), all[i], all[i].seat == chosen);
  }
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

void draw_team(const Canvas& canvas, ui::Rect& room, const wire::RosterEntry& member) {
  const std::uint32_t teams = canvas.model.room->settings.team_count;
  const bool over = canvas.model.room->phase == wire::Phase::Finished;
  if (!member.plays || teams == 0 || over) return;
  label(canvas, ui::take_top(room, 28, 4), canvas.words(Key::MemberTeam));
  std::vector<ui::Segment> choices;
  for (wire::TeamNumber team = 1; team <= teams; ++team) {
    choices.push_back({std::to_string(team), {"order.team", team}, member.team == team});
  }
  ui::segments(canvas.kit, ui::take_top(room, control, ui::gap), "order.team", choices);
}

void draw_time(const Canvas& canvas, ui::Rect& room, const wire::RosterEntry& member) {
  if (!member.plays || canvas.model.room->phase == wire::Phase::Finished) return;
  label(canvas, ui::take_top(room, 28, 4), canvas.words(Key::MemberTime));
  const wire::Allowance given = model::allowance_of(*canvas.model.room, member.seat);
  std::vector<ui::Segment> choices;
  for (std::size_t i = 0; i < wire::allowance_count; ++i) {
    const auto allowance = static_cast<wire::Allowance>(i);
    choices.push_back({"×" + factor(canvas, allowance), {"order.allow", static_cast<std::int64_t>(i)}, given == allowance});
  }
  ui::segments(canvas.kit, ui::take_top(room, control, ui::gap), "order.allow", choices);
}

void draw_roles(const Canvas& canvas, ui::Rect& room, const wire::RosterEntry& member) {
  if (member.role == wire::Role::Host) return;
  std::vector<ui::Button> buttons;
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
  const int rows = (static_cast<int>(buttons.size()) + 1) / 2;
  if (rows == 0) return;
  const ui::Rect area = ui::take_top(room, static_cast<float>(rows) * (control + 12) - 12);
  for (int i = 0; i < static_cast<int>(buttons.size()); ++i) {
    ui::button(canvas.kit, ui::grid_cell(area, 2, rows, i, 12), buttons[static_cast<std::size_t>(i)]);
  }
}

void draw_chosen(const Canvas& canvas, ui::Rect room) {
  const ui::Theme& theme = canvas.theme();
  const wire::RosterEntry* member = model::chosen_member(canvas.model);
  if (member == nullptr) {
    ui::Rect middle = ui::centred(room, {room.width - 80, 260});
    ui::draw(canvas.kit, ui::MarkKind::People, ui::take_top(middle, 140, ui::gap).centre(), 120, theme.line);
    ui::write_fitted(canvas.kit, middle, canvas.words(Key::MemberChoose),
                     {ui::Weight::Regular, ui::body_size, ui::label_size_min, 3}, theme.muted, ui::Align::Centre);
    return;
  }
  ui::write_fitted(canvas.kit, ui::take_top(room, 44, 4), member->name,
                   {ui::Weight::Bold, ui::lead_size, ui::label_size_min, 1}, theme.text, ui::Align::Left,
                   ui::VerticalAlign::Middle);
  ui::write_fitted(canvas.kit, ui::take_top(room, 30, ui::gap), joined(remarks(canvas, *member)),
                   {ui::Weight::Regular, ui::label_size, ui::text_size_min, 1}, theme.muted, ui::Align::Left,
                   ui::VerticalAlign::Middle);
  draw_name(canvas, room, *member);
  draw_team(canvas, room, *member);
  draw_time(canvas, room, *member);
  draw_roles(canvas, room, *member);
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
