#include "client/screens/canvas.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/ui/exam.hpp"
#include "client/ui/field.hpp"
#include "client/ui/standing.hpp"

namespace certamen::screens {

namespace {

constexpr float header_top = 28;
constexpr float header_height = 60;
constexpr float code_corner = 320;  // the code to join with, at the left end of the footer
constexpr ui::Moment tip_time = std::chrono::seconds{9};
constexpr std::array tips{Key::TipEliminate, Key::TipTricks,   Key::TipSimple,    Key::TipWhitepapers, Key::TipFaqs,
                          Key::TipHandsOn,   Key::TipPractice, Key::TipCommunity, Key::TipBlank};

constexpr model::Duration good_round_trip = std::chrono::milliseconds{80};
constexpr model::Duration fair_round_trip = std::chrono::milliseconds{250};

int signal_level(const model::Model& model) {
  if (model.connection.link != model::Link::Online) return 0;
  if (model.clock.round_trip <= good_round_trip) return 3;
  return model.clock.round_trip <= fair_round_trip ? 2 : 1;
}

// The ranking shown last may be older than the own last result: it comes a question later, or it is kept back.
std::int64_t own_points(const Canvas& canvas) {
  const model::Room& room = *canvas.model.room;
  const wire::RankingRow* row = model::own_row(canvas.model);
  const bool outdated =
      !room.finished && room.standings && room.own_result &&
      (room.standings->shown.frozen || room.own_result->question_number > room.standings->shown.after_question);
  if (row != nullptr && !outdated) return row->points;
  return room.own_result ? room.own_result->points : 0;
}

void draw_own_standing(const Canvas& canvas, ui::Rect room) {
  const ui::Theme& theme = canvas.theme();
  const model::Room& seated = *canvas.model.room;
  const std::string name = model::seat_name(canvas.model, seated.seat);
  const ui::Font strong{ui::body_size, ui::Weight::SemiBold, false};
  const ui::Font points{ui::body_size, ui::Weight::Medium, true};
  // An exam has no points before its end.
  const bool counts = canvas.stage != model::Stage::Examining;
  const std::string earned =
      counts ? canvas.words(Key::BoardOwnPoints, {{"points", canvas.words.number(own_points(canvas))}}) : "";
  const float earned_width = ui::text_width(earned, points) + 1;
  if (room.width < earned_width) return;
  const float name_width = std::min({ui::text_width(name, strong) + 1, 380.0F, room.width - earned_width - 24});
  if (name_width > 180 || name_width >= ui::text_width(name, strong)) {
    ui::write(canvas.kit, ui::take_left(room, name_width, 24), name, strong, theme.text);
  }
  ui::write(canvas.kit, ui::take_left(room, earned_width, 24), earned, points, theme.gold);
  const std::uint32_t streak = seated.own_result ? seated.own_result->streak : 0;
  if (streak < 2) return;
  const std::string text = canvas.words.count(Key::BoardStreak, streak);
  if (ui::pill_width(text, true) > room.width) return;
  ui::pill(canvas.kit, {room.x, room.centre().y}, text, ui::MarkKind::Flame, theme.surface, theme.text);
}

void draw_code_corner(const Canvas& canvas, ui::Rect& room) {
  const ui::Theme& theme = canvas.theme();
  const std::string code = spaced_code(canvas.model.room->code);
  ui::Font code_font{48, ui::Weight::Bold, false};
  while (code_font.size > ui::body_size && ui::text_width(code, code_font) + ui::gap > room.width) --code_font.size;
  const ui::Font help_font{ui::label_size, ui::Weight::Regular, false};
  const std::string help = canvas.words(Key::HostJoinCode);
  if (room.width > 720) {
    ui::write(canvas.kit, ui::take_left(room, ui::text_width(help, help_font) + 1, 16), help, help_font, theme.muted);
  }
  ui::write(canvas.kit, ui::take_left(room, ui::text_width(code, code_font) + 1, 40), code, code_font, theme.gold);
}

// Where the console's one is too far away: more time is asked for when there is little left.
ui::Button extend_button(const Canvas& canvas) {
  constexpr int seconds = 15;
  return {.id = "extend",
          .label = canvas.words(Key::ConsoleExtend, {{"seconds", std::to_string(seconds)}}),
          .key = "+",
          .action = {"order.extend", seconds},
          .order = 2};
}

// A hand that was about to close the question must not skip the solution of one that closed by itself.
bool may_go_on(const Canvas& canvas) {
  constexpr std::chrono::seconds pause{1};
  const model::Instant from = canvas.model.room->phase_since_local + pause;
  if (canvas.stage != model::Stage::Revealing || canvas.now >= from) return true;
  ui::redraw_by(canvas.kit.scene, moment(from));
  return false;
}

// From the right end to the left. They come after the answers in the focus order.
std::vector<ui::Button> room_buttons(const Canvas& canvas) {
  constexpr int last = 2;
  std::vector<ui::Button> buttons;
  const auto next = model::host_action(canvas.model, canvas.now);
  if (next == wire::Command::Next) {
    buttons.push_back({.id = "next",
                       .label = canvas.words(Key::HostNext),
                       .key = canvas.words(Key::KeyEnter),
                       .style = ui::ButtonStyle::Primary,
                       .action = {"command", static_cast<int>(*next)},
                       .enabled = may_go_on(canvas),
                       .order = last});
  } else if (model::can_close_early(canvas.model, canvas.now)) {
    buttons.push_back({.id = "close",
                       .label = canvas.words(Key::HostClose),
                       .key = "N",
                       .action = {"command", static_cast<int>(wire::Command::Next)},
                       .order = last});
  }
  if (model::can_pause(canvas.model, canvas.now)) {
    buttons.push_back({.id = "pause",
                       .label = canvas.words(Key::HostPause),
                       .key = "P",
                       .action = {"command", static_cast<int>(wire::Command::Pause)},
                       .mark = ui::MarkKind::Pause,
                       .order = last});
  }
  for (const ui::Button& each : console_buttons(canvas)) buttons.push_back(each);
  buttons.push_back({.id = "menu",
                     .label = canvas.words(Key::CommonMenu),
                     .key = canvas.words(Key::KeyEscape),
                     .style = ui::ButtonStyle::Quiet,
                     .action = {"menu", 1},
                     .order = last});
  return buttons;
}

}  // namespace

float Canvas::moving(float from, float to, model::Instant since, ui::Moment duration) const {
  return kit.moving({from, to, moment(since), duration});
}

void Canvas::key(ui::KeyName name, ui::Action action) const {
  kit.scene.shortcuts.push_back({name, std::move(action)});
}

void Canvas::key(std::string letter, ui::Action action) const {
  kit.scene.shortcuts.push_back({std::move(letter), std::move(action)});
}

ui::Moment moment(model::Instant instant) {
  return instant.time_since_epoch();
}

float seconds(model::Duration duration) {
  return std::max(0.0F, static_cast<float>(duration.count()) / 1e6F);
}

const ui::Theme& theme_of(const model::Profile& profile) {
  switch (profile.preferences.look) {
    case model::Look::Dark: return ui::theme_of(ui::ThemeName::Dark);
    case model::Look::Light: return ui::theme_of(ui::ThemeName::Light);
    case model::Look::HighContrast: return ui::theme_of(ui::ThemeName::HighContrast);
  }
  return ui::theme_of(ui::ThemeName::Dark);
}

Canvas make_canvas(const model::Model& model, const ViewState& state, model::Instant now, model::Stage stage,
                   ui::Scene& scene, const ui::Touch& touch) {
  const ui::Size size = scene.size;
  const float margin = std::round(size.width * 0.04F / 8) * 8;
  const float width = size.width - 2 * margin;
  Canvas canvas{.model = model,
                .state = state,
                .now = now,
                .stage = stage,
                .words = Words{model.profile.language},
                .kit = ui::Kit{scene, theme_of(model.profile), touch, moment(now), model.profile.preferences.still},
                .size = size,
                .margin = margin,
                .header = {margin, header_top, width, header_height},
                .body = {},
                .footer = {margin, size.height - footer_bottom - footer_height, width, footer_height}};
  const float top = header_top + header_height + ui::gap_large;
  canvas.body = {margin, top, width, canvas.footer.y - ui::gap_large - top};
  stand(canvas, whereabouts(state, scene.name));
  return canvas;
}

void say_empty(const Canvas& canvas, const ui::Rect& room, const std::string& sentence) {
  ui::write_fitted(canvas.kit, room, sentence, {ui::Weight::Regular, ui::lead_size, ui::body_size, 3}, canvas.theme().muted,
                   ui::Align::Centre, ui::VerticalAlign::Middle);
}

void stand(Canvas& canvas, Whereabouts where) {
  canvas.page = where.page;
  canvas.tab = where.tab;
  canvas.held = where.held;
  canvas.search = std::move(where.search);
  canvas.missed_only = where.missed_only;
}

void draw_search(const Canvas& canvas, const ui::Rect& room) {
  ui::field(canvas.kit, room,
            {.id = "text.search",
             .text = canvas.search,
             .placeholder = canvas.words(Key::SearchHint),
             .error = "",
             .size = ui::body_size,
             .action = "text.search"});
  canvas.key("/", {"search", 0});
  if (!canvas.search.empty()) canvas.key(ui::KeyName::Escape, {"search.clear", 0});
}

void label(const Canvas& canvas, const ui::Rect& room, const std::string& text) {
  ui::write_fitted(canvas.kit, room, text, {ui::Weight::Medium, ui::label_size, ui::label_size_min, 2}, canvas.theme().muted,
                   ui::Align::Left, ui::VerticalAlign::Middle);
}

void draw_title(const Canvas& canvas, const std::string& title) {
  ui::Rect room = canvas.header;
  const ui::Rect place = ui::take_left(room, 60, ui::gap);
  ui::draw(canvas.kit, ui::MarkKind::Laurel, place.centre(), 64, canvas.theme().gold);
  ui::write(canvas.kit, room, title, {ui::title_size, ui::Weight::Bold, false}, canvas.theme().text);
}

void draw_top_line(const Canvas& canvas, const std::string& strong, const std::string& quiet, const std::string& remark,
                   const std::string& mark) {
  const ui::Theme& theme = canvas.theme();
  ui::Rect room = canvas.header;
  const ui::Font strong_font{30, ui::Weight::SemiBold, true};
  if (!remark.empty()) {
    const ui::Font remark_font{ui::body_size, ui::Weight::Medium, true};
    const float width = ui::text_width(remark, remark_font) + 1;
    ui::write(canvas.kit, ui::take_right(room, width, 40), remark, remark_font, theme.muted, ui::Align::Right);
  }
  const float width = std::min(ui::text_width(strong, strong_font) + 1, room.width);
  ui::write(canvas.kit, ui::take_left(room, width, 28), strong, strong_font, theme.text);
  if (!mark.empty()) {
    const ui::Rect place = ui::take_left(room, ui::pill_width(mark, false), 28);
    ui::pill(canvas.kit, {place.x, place.centre().y}, mark, std::nullopt, theme.surface, theme.gold);
  }
  if (!quiet.empty() && room.width > 80) {
    ui::write_fitted(canvas.kit, room, quiet, {ui::Weight::Regular, ui::body_size, ui::label_size_min, 1}, theme.muted,
                     ui::Align::Left, ui::VerticalAlign::Middle);
  }
}

std::string continue_remark(const Canvas& canvas) {
  const auto left = model::time_left(canvas.model, canvas.now);
  if (!left) return {};
  ui::redraw_by(canvas.kit.scene, moment(canvas.now) + std::chrono::milliseconds{250});
  const auto rest = static_cast<long>(std::ceil(seconds(*left)));
  return canvas.words(Key::RevealNextIn, {{"seconds", std::to_string(rest)}});
}

void draw_answered(const Canvas& canvas, const ui::Rect& room) {
  constexpr float dots_max = 520;
  const auto& progress = canvas.model.room->progress;
  if (!progress || progress->question_number != canvas.model.room->asked->number) return;
  const std::string text = canvas.words(Key::BoardAnswered, {{"answered", canvas.words.number(progress->answered)},
                                                             {"players", canvas.words.number(progress->players_connected)}});
  const ui::Font font{30, ui::Weight::SemiBold, true};
  const float width = ui::text_width(text, font) + 1;
  const float dots = ui::count_dots_width(progress->players_connected, std::min(dots_max, room.width - width - 28));
  ui::Rect rest = room;
  if (dots > 0)
    ui::count_dots(canvas.kit, ui::take_right(rest, dots, 28), progress->answered, progress->players_connected,
                   canvas.theme().gold);
  ui::write(canvas.kit, rest, text, font, canvas.theme().text, ui::Align::Right);
}

void draw_room_buttons(const Canvas& canvas, ui::Rect& room, const std::vector<ui::Button>& more) {
  std::vector<ui::Button> buttons = room_buttons(canvas);
  buttons.insert(buttons.end(), more.begin(), more.end());
  float wide = 0;
  for (const ui::Button& each : buttons) wide += ui::button_width(each) + ui::gap;
  if (model::can_extend(canvas.model, canvas.now)) {
    const ui::Button extend = extend_button(canvas);
    canvas.key("+", extend.action);
    const float width = ui::button_width(extend) + ui::gap;
    if (!canvas.model.room->plays && wide + width + code_corner <= room.width) {
      buttons.push_back(extend);
      wide += width;
    }
  }
  const ui::Rect row = ui::take_right(room, wide, ui::gap);
  ui::button_row(canvas.kit, ui::centred(row, {row.width, ui::control_height}), buttons);
  canvas.key(ui::KeyName::Escape, {"menu", 1});
  // Those who play have E for an answer, and end the match by the menu.
  if (model::can_pause(canvas.model, canvas.now) && !canvas.model.room->plays) canvas.key("e", {"ask.end", 0});
  for (const ui::Button& each : buttons) {
    if (each.id == "next" && each.enabled) {
      canvas.key(ui::KeyName::Enter, each.action);
      canvas.key("n", each.action);
    }
    if (each.id == "close") canvas.key("n", each.action);
    if (each.id == "pause") canvas.key("p", each.action);
  }
}

void draw_room_footer(const Canvas& canvas, const std::vector<ui::Button>& more) {
  const model::Room& seated = *canvas.model.room;
  ui::Rect room = canvas.footer;
  draw_room_buttons(canvas, room, more);
  if (!seated.plays) {
    draw_code_corner(canvas, room);
    return;
  }
  ui::signal_bars(canvas.kit, {room.right() - 30, room.centre().y}, signal_level(canvas.model));
  room.width -= 80;
  if (model::is_host(canvas.model) && seated.settings.mode != wire::Mode::Solo) draw_code_corner(canvas, room);
  draw_own_standing(canvas, room);
}

std::vector<ui::Button> console_buttons(const Canvas& canvas) {
  if (!model::has_console(canvas.model)) return {};
  const ui::Button open{
      .id = "console", .label = canvas.words(Key::ConsoleOpen), .key = "M", .action = {"console", 0}, .order = 2};
  canvas.key("m", open.action);
  return {open};
}

void draw_console_button(const Canvas& canvas, ui::Rect& row) {
  for (const ui::Button& each : console_buttons(canvas)) {
    ui::button(canvas.kit, ui::take_right(row, ui::button_width(each), ui::gap), each);
  }
}

Overlay overlay_of(const model::Model& model, const ViewState& state, model::Stage stage) {
  const bool in_match = model.room && stage >= model::Stage::Lobby && stage <= model::Stage::Podium;
  const bool directs = model::has_console(model) && stage >= model::Stage::Lobby;
  const auto* chosen = model::chosen_member(model);
  const Overlay members = directs ? Overlay::Members : Overlay::None;
  switch (state.overlay) {
    case Overlay::None: return Overlay::None;
    case Overlay::Menu:
    case Overlay::AskLeave: return in_match ? state.overlay : Overlay::None;
    case Overlay::AskEnd: return in_match && stage != model::Stage::Podium ? state.overlay : Overlay::None;
    case Overlay::Points: {
      const bool known = model.room && !model.room->points_rules.empty();
      return known && (in_match || stage == model::Stage::Settings) ? state.overlay : Overlay::None;
    }
    case Overlay::AskHandIn: return in_match && stage == model::Stage::Examining ? state.overlay : Overlay::None;
    case Overlay::Console: return directs ? state.overlay : Overlay::None;
    case Overlay::Members: return members;
    case Overlay::Fairness: return directs && model.room->fairness ? state.overlay : Overlay::None;
    case Overlay::Rehearsal: {
      const bool waits = directs && stage == model::Stage::Lobby && model::own_rights(model) == wire::Rights::Host;
      return waits ? state.overlay : Overlay::None;
    }
    case Overlay::Correct: return directs && model.room->console.correction ? state.overlay : Overlay::None;
    case Overlay::AskSkip: {
      const bool same = directs && model.room->announced && model.room->announced->number == state.subject;
      return same && model::can_skip(model) ? state.overlay : Overlay::None;
    }
    case Overlay::AskVoid: {
      const auto question = model::question_to_rule(model);
      return question && question->announced->number == state.subject ? state.overlay : Overlay::None;
    }
    case Overlay::AskRemove:
    case Overlay::AskBan: return chosen != nullptr && model::can_remove(model, *chosen) ? state.overlay : members;
    case Overlay::AskHandOver: {
      const bool heir = chosen != nullptr && chosen->connected && chosen->role != wire::Role::Host;
      return heir && model::own_rights(model) == wire::Rights::Host ? state.overlay : members;
    }
  }
  return Overlay::None;
}

void draw_tip(const Canvas& canvas, const ui::Rect& room) {
  const ui::Theme& theme = canvas.theme();
  const auto turn = static_cast<std::size_t>(moment(canvas.now) / tip_time);
  if (!canvas.kit.still) ui::redraw_by(canvas.kit.scene, (moment(canvas.now) / tip_time + 1) * tip_time);
  ui::Rect rest = room;
  const ui::Rect place = ui::take_left(rest, 48, 20);
  const std::string text = canvas.words(tips[turn % tips.size()]);
  const ui::FitRule rule{ui::Weight::Regular, ui::body_size, ui::label_size_min, 2};
  if (ui::fitted(text, {rest.width, rest.height}, rule).cut) return;  // rather none than half of one
  ui::draw(canvas.kit, ui::MarkKind::Book, place.centre(), 44, theme.gold);
  ui::write_fitted(canvas.kit, rest, text, rule, theme.muted, ui::Align::Left, ui::VerticalAlign::Middle);
}

}  // namespace certamen::screens
