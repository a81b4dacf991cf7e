// The pages of the gallery that show widgets.
#include <utility>

#include "client/screens/gallery_page.hpp"
#include "client/ui/controls.hpp"
#include "client/ui/exam.hpp"
#include "client/ui/field.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/standing.hpp"

namespace certamen::screens {

namespace {

constexpr std::pair<const char*, Hand> hands[] = {{"", Hand::Away}, {"hovered", Hand::Over}, {"focused", Hand::Keys}};

std::string numbered(const char* name, int& number) {
  return std::string{name} + "." + std::to_string(number++);
}

}  // namespace

void show_buttons(Page& page) {
  int number = 0;
  for (const auto& [name, style] : {std::pair{"primary", ui::ButtonStyle::Primary},
                                    {"secondary", ui::ButtonStyle::Secondary},
                                    {"quiet", ui::ButtonStyle::Quiet},
                                    {"dangerous", ui::ButtonStyle::Dangerous}}) {
    page.heading("");
    ui::Button button{.id = "", .label = page.words(Key::CommonContinue), .key = "", .style = style, .action = {"back", 0}};
    const auto show = [&](const std::string& caption, Hand hand) {
      button.id = numbered("button", number);
      page.show(caption, {ui::button_width(button), ui::control_height}, button.id, hand,
                [&](const ui::Kit& kit, const ui::Rect& room) { ui::button(kit, room, button); });
    };
    for (const auto& [state, hand] : hands) show(hand == Hand::Away ? name : state, hand);
    button.key = page.words(Key::KeyEnter);
    button.mark = ui::MarkKind::Play;
    show("with mark and key", Hand::Away);
    button.enabled = false;
    show("not possible", Hand::Away);
  }
  page.heading("");
  for (const auto& [state, hand] : hands) {
    const std::string id = numbered("door", number);
    page.show(state, {520, 440}, id, hand, [&](const ui::Kit& kit, const ui::Rect& room) {
      ui::door(
          kit, room,
          {id, page.words(Key::StartHostTitle), page.words(Key::StartHostHelp), "3", ui::MarkKind::Screen, {"back", 0}});
    });
  }
}

void show_choices(Page& page) {
  int number = 0;
  page.heading("one of a few");
  for (const auto& [state, hand] : hands) {
    const std::string id = numbered("segments", number);
    page.show(state, {560, 76}, id + ".1", hand, [&](const ui::Kit& kit, const ui::Rect& room) {
      ui::segments(kit, room, id,
                   {{page.words(Key::SettingsThemeDark), {"back", 0}, true},
                    {page.words(Key::SettingsThemeLight), {"back", 0}, false},
                    {page.words(Key::SettingsThemeContrast), {"back", 0}, false}});
    });
  }
  page.heading("pages of a panel");
  for (const auto& [state, hand] : hands) {
    const std::string id = numbered("tabs", number);
    page.show(state, {560, 60}, id + ".1", hand, [&](const ui::Kit& kit, const ui::Rect& room) {
      ui::tabs(kit, room, id,
               {{page.words(Key::SettingsKeys), {"back", 0}, true}, {page.words(Key::SettingsPoints), {"back", 0}, false}});
    });
  }
  page.heading("on or off");
  for (const bool on : {false, true}) {
    for (const auto& [state, hand] : hands) {
      const std::string id = numbered("toggle", number);
      page.show(state, {400, 60}, id, hand, [&](const ui::Kit& kit, const ui::Rect& room) {
        ui::toggle(kit, room,
                   {.id = id, .label = page.words(Key::SettingsStill), .remark = "12", .on = on, .action = {"back", 0}});
      });
    }
    const std::string id = numbered("toggle", number);
    page.show("not possible", {400, 60}, id, Hand::Away, [&](const ui::Kit& kit, const ui::Rect& room) {
      ui::toggle(kit, room,
                 {.id = id,
                  .label = page.words(Key::SettingsStill),
                  .remark = "",
                  .on = on,
                  .action = {"back", 0},
                  .enabled = false});
    });
  }
}

void show_places(Page& page) {
  int number = 0;
  page.heading("a step, a place on a line");
  for (const auto& [state, hand] : hands) {
    const std::string id = numbered("stepper", number);
    page.show(state, {400, 76}, id + ".more", hand, [&](const ui::Kit& kit, const ui::Rect& room) {
      ui::stepper(kit, room,
                  {.id = id,
                   .value = page.words(Key::HostSecondsOwn),
                   .less = {"back", 0},
                   .more = {"back", 0},
                   .can_less = hand != Hand::Away});
    });
  }
  for (const auto& [state, hand] : hands) {
    const std::string id = numbered("slider", number);
    page.show(state, {400, 60}, id, hand, [&](const ui::Kit& kit, const ui::Rect& room) {
      ui::slider(kit, room, {.id = id, .value = 6, .max = 10, .shown = "60 %", .action = "back"});
    });
  }
  const std::string id = numbered("slider", number);
  page.show("not possible", {400, 60}, id, Hand::Away, [&](const ui::Kit& kit, const ui::Rect& room) {
    ui::slider(kit, room, {.id = id, .value = 0, .max = 10, .shown = "0 %", .action = "back", .enabled = false});
  });
}

void show_fields(Page& page) {
  int number = 0;
  ui::Field field;
  field.placeholder = page.words(Key::FormNameHint);
  field.action = "text.name";
  const auto show = [&](const char* caption, Hand hand, const std::string& text, std::size_t caret, std::size_t anchor) {
    field.id = numbered("field", number);
    field.text = text;
    const bool error = !field.error.empty();
    page.show(error ? "" : caption, {520, error ? 76 + ui::field_error_height : 76}, field.id, hand,
              [&](const ui::Kit& kit, const ui::Rect& room) {
                ui::Touch touch = kit.touch;
                touch.caret = caret;
                touch.anchor = anchor;
                ui::field(page.kit(touch), {room.x, room.y, room.width, 76}, field);
              });
  };
  const std::string name = "Begoña Íñiguez";
  const std::string line = page.words(Key::StartJoinHelp);
  page.heading("a line to type into");
  for (const auto& [state, hand] : hands) show(state, hand, "", 0, 0);
  for (const auto& [state, hand] : hands) show(state, hand, name, 14, 14);
  show("selected", Hand::Keys, name, 14, 7);
  show("longer than its room", Hand::Keys, line, 60, 60);
  show("not focused", Hand::Away, line, 0, 0);
  page.heading("wrong");
  field.error = page.words(Key::ErrorNameTaken);
  show("", Hand::Away, name, 0, 0);
  show("", Hand::Keys, name, 3, 3);
  page.heading("in the middle");
  field.error.clear();
  field.align = ui::Align::Centre;
  field.placeholder = page.words(Key::JoinCodeHint);
  show("", Hand::Keys, "", 0, 0);
  field.size = 56;
  show("", Hand::Keys, "K7M 2PQ", 7, 7);
}

void show_answers(Page& page) {
  int number = 0;
  const std::string text = page.words(Key::TipTricks);
  const auto show = [&](const char* caption, Hand hand, std::size_t position, ui::CardState state, ui::Size size,
                        std::optional<ui::Tally> tally = {}, bool own = false) {
    ui::AnswerCard card;
    card.id = numbered("answer", number);
    card.position = position;
    card.text = text;
    card.text_size = ui::answer_text_size({text}, size, tally.has_value(), ui::text_size_min);
    card.state = state;
    card.own = own;
    card.tally = tally;
    if (state == ui::CardState::Open) card.action = ui::Action{"back", 0};
    page.show(caption, size, card.id, hand,
              [&](const ui::Kit& kit, const ui::Rect& room) { ui::answer_card(kit, room, card); });
  };
  using State = ui::CardState;
  constexpr ui::Size size{560, 110};
  constexpr ui::Size tall{560, 170};
  for (std::size_t position = 0; position < ui::answer_looks; ++position) {
    show("open", Hand::Away, position, State::Open, size);
  }
  show("hovered", Hand::Over, 1, State::Open, size);
  show("focused", Hand::Keys, 2, State::Open, size);
  show("chosen", Hand::Away, 3, State::Chosen, size);
  show("given", Hand::Away, 1, State::Given, size);
  show("dimmed", Hand::Away, 4, State::Dimmed, size);
  show("right", Hand::Away, 2, State::Right, tall, ui::Tally{12, 0.7F});
  show("wrong", Hand::Away, 5, State::Wrong, tall, ui::Tally{4, 0.25F});
  show("wrong, one's own", Hand::Away, 0, State::Wrong, tall, ui::Tally{1, 0.1F}, true);
  show("low", Hand::Away, 3, State::Open, {560, 96});
}

void show_clocks(Page& page) {
  page.heading("what is left of the time");
  for (const auto& [share, seconds] :
       {std::pair{1.0F, 30.0F}, {0.7F, 21.0F}, {0.45F, 13.5F}, {0.2F, 6.0F}, {0.1F, 3.0F}, {0.0F, 0.0F}, {0.9F, 117.0F}}) {
    page.show("", {220, 220}, "clock", Hand::Away,
              [share = share, seconds = seconds](const ui::Kit& kit, const ui::Rect& room) {
                ui::timer_ring(kit, room.centre(), 96, {.share_left = share, .seconds_left = seconds, .running = false});
              });
  }
  page.heading("how many of how many");
  for (const auto& [done, total] : {std::pair{0U, 8U}, {5U, 8U}, {8U, 8U}, {0U, 200U}, {77U, 200U}}) {
    page.show("", {320, 40}, "dots", Hand::Away, [done = done, total = total](const ui::Kit& kit, const ui::Rect& room) {
      ui::count_dots(kit, room, done, total, kit.theme.gold);
    });
  }
  page.heading("the connection, waiting, a code to scan");
  for (const int level : {0, 1, 2, 3}) {
    page.show("", {64, 64}, "signal", Hand::Away,
              [level](const ui::Kit& kit, const ui::Rect& room) { ui::signal_bars(kit, room.centre(), level); });
  }
  page.show("", {140, 140}, "spinner", Hand::Away,
            [](const ui::Kit& kit, const ui::Rect& room) { ui::spinner(kit, room.centre(), 56); });
  page.show("", {260, 260}, "code", Hand::Away,
            [](const ui::Kit& kit, const ui::Rect& room) { ui::qr_code(kit, room, "certamen://192.168.1.20:7040/K7M2PQ"); });
}

void show_people(Page& page) {
  page.heading("rows of a scoreboard");
  const auto row = [&](const ui::ScoreRow& each) {
    page.show("", {1700, 72}, "row", Hand::Away,
              [&](const ui::Kit& kit, const ui::Rect& room) { ui::score_row(kit, room, each); });
  };
  row({.rank = "1", .name = "Farid", .points = "2890", .gained = "+930", .share = 1, .climbed = 2});
  row({.rank = "=2", .name = "Wolfgang Amadeus Www", .points = "2753", .gained = "", .share = 0.9F, .climbed = -1});
  row({.rank = "12", .name = "Begoña", .points = "1383", .gained = "+12", .share = 0.4F, .own = true});
  page.heading("names");
  page.show("", {1700, 150}, "chips", Hand::Away, [&](const ui::Kit& kit, const ui::Rect& room) {
    std::vector<ui::Chip> all{{"Ana", {}, false, true}, {"Farid", ui::MarkKind::Plug, true, false}};
    for (int i = 0; i < 40; ++i) all.push_back({"Karima " + std::to_string(i), {}, false, false});
    ui::chips(kit, room, all);
  });
  page.heading("remarks");
  page.show("", {600, 60}, "pill", Hand::Away, [&](const ui::Kit& kit, const ui::Rect& room) {
    ui::pill(kit, {room.x, room.centre().y}, page.words.count(Key::BoardStreak, 3), ui::MarkKind::Flame, kit.theme.surface,
             kit.theme.text);
  });
}

void show_banner(Page& page) {
  const ui::Touch nobody;
  const ui::Kit kit = page.kit(nobody);
  ui::banner(kit,
             {.mark = ui::MarkKind::Plug,
              .title = page.words(Key::LostTitle),
              .detail = page.words(Key::LostDetail, {{"seconds", "12"}}),
              .background = kit.theme.coral,
              .button = ui::Button{.id = "retry", .label = page.words(Key::LostRetry), .key = "", .action = {"retry", 0}}});
}

void show_dialogue(Page& page) {
  const ui::Touch nobody;
  const ui::Kit kit = page.kit(nobody);
  // Something to lie over.
  ui::write(kit, {80, 160, 1400, 100}, page.words(Key::AppTagline), {ui::display_size, ui::Weight::Bold, false},
            kit.theme.text);
  ui::fill(kit, {80, 300, 600, 600}, kit.theme.gold, ui::corner);
  ui::Rect inside = ui::dialogue(kit, {960, 440});
  ui::write(kit, ui::take_top(inside, 64, 16), page.words(Key::AskLeaveTitle), {ui::title_size, ui::Weight::Bold, false},
            kit.theme.text);
  ui::write_fitted(kit, inside, page.words(Key::AskLeaveDetail), {ui::Weight::Regular, 30, ui::label_size, 4},
                   kit.theme.muted);
  ui::toast(kit, {ui::MarkKind::Tick, page.words(Key::RemarkReturned), kit.theme.right});
}

}  // namespace certamen::screens
