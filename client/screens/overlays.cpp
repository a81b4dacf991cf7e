// What lies over a screen: banners that cannot be overlooked, short messages, the pause, the menu and its questions.
#include <algorithm>
#include <cmath>

#include "client/screens/pages.hpp"
#include "client/screens/points.hpp"
#include "client/ui/notice.hpp"

namespace certamen::screens {

namespace {

constexpr ui::Moment banner_step = std::chrono::seconds{1};

bool in_room(const Canvas& canvas) {
  return canvas.model.room && canvas.stage >= model::Stage::Lobby && canvas.stage <= model::Stage::Podium;
}

// Takes away what would answer under something laid over the top edge.
void clear_strip(const Canvas& canvas, float height) {
  const ui::Rect strip{0, 0, canvas.size.width, height};
  std::erase_if(canvas.kit.scene.regions, [&](const ui::Region& region) { return ui::overlaps(region.rect, strip); });
}

void draw_banner(const Canvas& canvas, const ui::Banner& banner) {
  clear_strip(canvas, ui::banner_height);
  ui::banner(canvas.kit, banner);
}

bool draw_lost(const Canvas& canvas) {
  const auto lost = model::lost_for(canvas.model, canvas.now);
  if (!lost) return false;
  const std::string time = std::to_string(static_cast<long>(seconds(*lost)));
  const Key detail = canvas.model.room ? Key::LostDetail : Key::LostDetailPlain;
  draw_banner(canvas,
              {.mark = ui::MarkKind::Plug,
               .title = canvas.words(Key::LostTitle),
               .detail = canvas.words(detail, {{"seconds", time}}),
               .background = canvas.theme().coral,
               .button = ui::Button{
                   .id = "retry", .label = canvas.words(Key::LostRetry), .key = "", .action = {"retry", 0}, .order = 3}});
  ui::redraw_by(canvas.kit.scene, moment(canvas.now) + banner_step);
  return true;
}

bool draw_trouble(const Canvas& canvas) {
  if (!in_room(canvas) || !canvas.model.room->storage_failing) return false;
  const Key detail = model::is_host(canvas.model) ? Key::TroubleDetailHost : Key::TroubleDetail;
  draw_banner(canvas, {.mark = ui::MarkKind::Disk,
                       .title = canvas.words(Key::TroubleTitle),
                       .detail = canvas.words(detail),
                       .background = canvas.theme().amber});
  return true;
}

std::string pause_reason(const Canvas& canvas) {
  const bool host = model::is_host(canvas.model);
  const bool alone = canvas.model.room->settings.mode == wire::Mode::Solo;
  switch (canvas.model.room->paused->reason) {
    case wire::PauseReason::HostAsked:
      return canvas.words(alone ? Key::PausedAlone : host ? Key::PausedOwn : Key::PausedHost);
    case wire::PauseReason::HostGone: return canvas.words(host ? Key::PausedOwn : Key::PausedGone);
    case wire::PauseReason::StorageFailing: return canvas.words(Key::PausedStorage);
    case wire::PauseReason::ServerRestarted: return canvas.words(alone ? Key::PausedAlone : Key::PausedRestarted);
  }
  return {};
}

// What the server's own trouble stopped goes on by itself.
bool may_resume(const Canvas& canvas) {
  return model::is_host(canvas.model) && canvas.model.room->paused->reason != wire::PauseReason::StorageFailing;
}

ui::Button resume_button(const Canvas& canvas) {
  return {.id = "resume",
          .label = canvas.words(Key::HostResume),
          .key = canvas.words(Key::KeyEnter),
          .style = ui::ButtonStyle::Primary,
          .action = {"command", static_cast<int>(wire::Command::Resume)},
          .mark = ui::MarkKind::Play};
}

// While a question is open the pause hides it: nobody may think on while the clock stands still.
void draw_curtain(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  canvas.kit.scene.primitives.clear();
  ui::Rect inside = ui::dialogue(canvas.kit, {1040, 620});
  canvas.kit.scene.redraw_at.reset();
  ui::draw(canvas.kit, ui::MarkKind::Pause, ui::take_top(inside, 160, 24).centre(), 150, theme.gold);
  ui::write(canvas.kit, ui::take_top(inside, 96, 8), canvas.words(Key::PausedTitle),
            {ui::display_size, ui::Weight::Bold, false}, theme.text, ui::Align::Centre);
  ui::Rect row = ui::take_bottom(inside, 76, 24);
  ui::write_fitted(canvas.kit, inside, pause_reason(canvas), {ui::Weight::Regular, ui::lead_size, ui::label_size, 3},
                   theme.muted, ui::Align::Centre);
  const ui::Button menu{.id = "menu",
                        .label = canvas.words(Key::CommonMenu),
                        .key = canvas.words(Key::KeyEscape),
                        .style = ui::ButtonStyle::Quiet,
                        .action = {"menu", 1},
                        .order = 1};
  canvas.key(ui::KeyName::Escape, menu.action);
  if (!may_resume(canvas)) {
    ui::button(canvas.kit, ui::centred(row, {ui::button_width(menu), row.height}), menu);
    return;
  }
  const ui::Button resume = resume_button(canvas);
  const float wide = ui::button_width(resume);
  ui::Rect both = ui::centred(row, {wide + ui::gap + ui::button_width(menu), row.height});
  ui::button(canvas.kit, ui::take_left(both, wide, ui::gap), resume);
  ui::button(canvas.kit, both, menu);
  canvas.key(ui::KeyName::Enter, resume.action);
  canvas.key("p", resume.action);
}

void draw_paused_banner(const Canvas& canvas) {
  ui::Banner banner{.mark = ui::MarkKind::Pause,
                    .title = canvas.words(Key::PausedTitle),
                    .detail = pause_reason(canvas),
                    .background = canvas.theme().gold};
  if (may_resume(canvas)) {
    ui::Button resume = resume_button(canvas);
    resume.style = ui::ButtonStyle::Secondary;
    canvas.key(ui::KeyName::Enter, resume.action);
    canvas.key("p", resume.action);
    banner.button = resume;
  }
  draw_banner(canvas, banner);
}

// True when the pause took the top strip.
bool draw_pause(const Canvas& canvas) {
  if (!in_room(canvas) || !canvas.model.room->paused) return false;
  if (canvas.stage == model::Stage::Reading || canvas.stage == model::Stage::Asking ||
      canvas.stage == model::Stage::Discussing || canvas.stage == model::Stage::Examining) {
    draw_curtain(canvas);
    return false;
  }
  draw_paused_banner(canvas);
  return true;
}

ui::Toast toast_of(const Canvas& canvas, const model::Notice& notice) {
  const ui::Theme& theme = canvas.theme();
  const model::Connection& connection = canvas.model.connection;
  if (const auto* refused = std::get_if<model::OrderRefused>(&notice.about)) {
    return {ui::MarkKind::Cross, canvas.words.of(*refused), theme.coral};
  }
  if (const auto* refusal = std::get_if<wire::Refusal>(&notice.about)) {
    const std::string& suggested = canvas.model.draft.name_suggested;
    if (*refusal == wire::Refusal::NameTaken && !suggested.empty()) {
      return {ui::MarkKind::Cross, canvas.words(Key::RefusalNameTakenFree, {{"name", suggested}}), theme.coral};
    }
    return {ui::MarkKind::Cross, canvas.words.of(*refusal), theme.coral};
  }
  if (const auto* farewell = std::get_if<wire::Farewell>(&notice.about)) {
    return {ui::MarkKind::Plug, canvas.words.of(*farewell), theme.coral};
  }
  switch (std::get<model::Remark>(notice.about)) {
    case model::Remark::ConnectionFailed:
      return {ui::MarkKind::Plug, canvas.words(Key::RemarkConnectionFailed, {{"address", connection.address}}), theme.coral};
    case model::Remark::Returned: return {ui::MarkKind::Tick, canvas.words(Key::RemarkReturned), theme.right};
    case model::Remark::AnswerKept: return {ui::MarkKind::Lock, canvas.words(Key::RemarkAnswerKept), theme.gold};
    case model::Remark::AnswerLost: return {ui::MarkKind::Cross, canvas.words(Key::RemarkAnswerLost), theme.coral};
    case model::Remark::ServerRemembered:
      return {ui::MarkKind::Lock, canvas.words(Key::RemarkServerRemembered, {{"address", connection.address}}), theme.gold};
    case model::Remark::RankingCorrected:
      return {ui::MarkKind::Tick, canvas.words(Key::RemarkRankingCorrected), theme.right};
    case model::Remark::RightsGiven: return {ui::MarkKind::Tick, canvas.words(Key::RemarkRightsGiven), theme.right};
    case model::Remark::RightsTaken: return {ui::MarkKind::Person, canvas.words(Key::RemarkRightsTaken), theme.amber};
    case model::Remark::SeatGone: return {ui::MarkKind::Cross, canvas.words(Key::RemarkSeatGone), theme.coral};
  }
  return {};
}

// The latest message only: it lies over the header line, where nothing has to be pressed.
// What stands at a field of the form that was sent is not said a second time, nor over what came of the next try.
bool stands_at_a_field(const Canvas& canvas, const model::Notice& notice) {
  const auto* refusal = std::get_if<wire::Refusal>(&notice.about);
  if (refusal == nullptr || canvas.stage == model::Stage::Start) return false;
  return *refusal == wire::Refusal::RoomNotFound || *refusal == wire::Refusal::NameTaken ||
         *refusal == wire::Refusal::NameInvalid || *refusal == wire::Refusal::RoomPasswordNeeded ||
         *refusal == wire::Refusal::RoomPasswordWrong;
}

void draw_messages(const Canvas& canvas) {
  if (canvas.model.notices.empty()) return;
  const model::Notice& latest = canvas.model.notices.back();
  if (stands_at_a_field(canvas, latest)) return;
  if (canvas.now >= latest.since_local + model::notice_time) return;
  const float height = canvas.header.y + canvas.header.height + ui::gap_small;
  clear_strip(canvas, height);
  ui::Toast toast = toast_of(canvas, latest);
  if (canvas.stage == model::Stage::Lobby) toast.right_room = lobby_square_room(canvas);
  ui::fill(canvas.kit, {0, 0, canvas.size.width - toast.right_room, height}, canvas.theme().background);
  ui::toast(canvas.kit, toast);
  ui::redraw_by(canvas.kit.scene, moment(latest.since_local + model::notice_time));
}

void draw_menu(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  const bool end =
      model::is_host(canvas.model) && canvas.stage != model::Stage::Lobby && canvas.stage != model::Stage::Podium;
  const bool directs = model::has_console(canvas.model);
  const bool points = knows_points(canvas);
  const int entries = 3 + (end ? 1 : 0) + (directs ? 1 : 0) + (points ? 1 : 0);
  ui::Rect inside = ui::dialogue(canvas.kit, {720, 184 + 96.0F * static_cast<float>(entries) - 16});
  ui::write(canvas.kit, ui::take_top(inside, 64, 24), canvas.words(Key::MenuTitle),
            {ui::title_size, ui::Weight::Bold, false}, theme.text);
  const auto entry = [&](const char* id, Key name, const ui::Action& action, ui::ButtonStyle style,
                         const std::string& key = {}) {
    ui::button(canvas.kit, ui::take_top(inside, 80, 16),
               {.id = id, .label = canvas.words(name), .key = key, .style = style, .action = action});
  };
  canvas.kit.scene.first_focus = "menu.continue";
  entry("menu.continue", canvas.stage == model::Stage::Lobby ? Key::MenuContinueLobby : Key::MenuContinue, {"menu", 0},
        ui::ButtonStyle::Primary, canvas.words(Key::KeyEscape));
  if (directs) entry("menu.console", Key::MenuConsole, {"console", 0}, ui::ButtonStyle::Secondary);
  if (points) entry("menu.points", Key::SettingsPoints, {"points", 0}, ui::ButtonStyle::Secondary);
  entry("menu.settings", Key::MenuSettings, {"go", static_cast<int>(model::Screen::Settings)}, ui::ButtonStyle::Secondary);
  const bool alone = canvas.model.room->settings.mode == wire::Mode::Solo;
  if (end) entry("menu.end", alone ? Key::MenuEndAlone : Key::MenuEnd, {"ask.end", 0}, ui::ButtonStyle::Dangerous);
  entry("menu.leave", Key::MenuLeave, {"ask.leave", 0}, ui::ButtonStyle::Dangerous);
  canvas.key(ui::KeyName::Escape, {"menu", 0});
}

// How many questions would stay blank is what one must know before.
void draw_hand_in(const Canvas& canvas) {
  const std::uint32_t blank = model::paper_blank_count(canvas.model);
  const std::string counted = blank == 0 ? canvas.words(Key::ExamNoBlanks) : canvas.words.count(Key::AskHandInBlanks, blank);
  draw_asked(canvas, {canvas.words(Key::AskHandInTitle),
                      counted + " " + canvas.words(Key::AskHandInDetail),
                      canvas.words(Key::ExamHandIn),
                      {"hand_in", 0}});
}

// Removing, banning, handing over: of the member who is chosen.
void draw_asked_of_member(const Canvas& canvas, Overlay overlay) {
  const auto& words = canvas.words;
  const wire::RosterEntry& member = *model::chosen_member(canvas.model);
  const auto ask = [&](Key title, Key detail, Key yes, const char* order) {
    draw_asked(canvas, {.title = words(title, {{"name", member.name}}),
                        .detail = words(detail),
                        .yes = words(yes),
                        .action = {order, static_cast<std::int64_t>(member.seat.value)},
                        .stay = {"console", 1}});
  };
  if (overlay == Overlay::AskRemove)
    return ask(Key::AskRemoveTitle, Key::AskRemoveDetail, Key::MemberRemove, "order.remove");
  if (overlay == Overlay::AskBan) return ask(Key::AskBanTitle, Key::AskBanDetail, Key::MemberBan, "order.ban");
  ask(Key::AskHandOverTitle, Key::AskHandOverDetail, Key::MemberHandOver, "order.hand_over");
}

void draw_overlay(const Canvas& canvas) {
  const bool host = model::has_console(canvas.model);
  const auto& words = canvas.words;
  const Overlay overlay = overlay_of(canvas.model, canvas.state, canvas.stage);
  switch (overlay) {
    case Overlay::None: return;
    case Overlay::Menu: return draw_menu(canvas);
    case Overlay::AskLeave:
      return draw_asked(
          canvas, {words(Key::AskLeaveTitle),
                   words(model::own_rights(canvas.model) == wire::Rights::Host ? Key::AskLeaveHost : Key::AskLeaveDetail),
                   words(Key::AskLeaveYes),
                   {"leave", 0}});
    case Overlay::AskEnd:
      return draw_asked(canvas, {words(Key::AskEndTitle),
                                 words(host ? Key::AskEndDetail : Key::AskEndAlone),
                                 words(Key::AskEndYes),
                                 {"command", static_cast<int>(wire::Command::End)}});
    case Overlay::AskHandIn: return draw_hand_in(canvas);
    case Overlay::Points: return draw_points_overlay(canvas);
    case Overlay::Console: return draw_console(canvas);
    case Overlay::Members: return draw_members(canvas);
    case Overlay::Correct: return draw_correction(canvas);
    case Overlay::Fairness: return draw_fairness(canvas);
    case Overlay::Rehearsal: return draw_rehearsal(canvas);
    case Overlay::AskSkip:
      return draw_asked(
          canvas,
          {words(Key::AskSkipTitle), words(Key::AskSkipDetail), words(Key::AskSkipYes), {"order.skip", 0}, {"console", 0}});
    case Overlay::AskVoid:
      return draw_asked(canvas, {words(Key::AskVoidTitle, {{"number", std::to_string(canvas.state.subject)}}),
                                 words(Key::AskVoidDetail),
                                 words(Key::AskVoidYes),
                                 {"order.void", canvas.state.subject},
                                 {"console", 0}});
    case Overlay::AskRemove:
    case Overlay::AskBan:
    case Overlay::AskHandOver: return draw_asked_of_member(canvas, overlay);
  }
}

}  // namespace

void draw_asked(const Canvas& canvas, const Asked& asked) {
  const ui::Theme& theme = canvas.theme();
  ui::Rect inside = ui::dialogue(canvas.kit, {960, 440});
  ui::write_fitted(canvas.kit, ui::take_top(inside, 64, 16), asked.title,
                   {ui::Weight::Bold, ui::title_size, ui::body_size, 1}, theme.text, ui::Align::Left,
                   ui::VerticalAlign::Middle);
  ui::Rect row = ui::take_bottom(inside, 76, 24);
  ui::write_fitted(canvas.kit, inside, asked.detail, {ui::Weight::Regular, 30, ui::label_size, 4}, theme.muted);
  canvas.kit.scene.first_focus = "stay";
  const ui::Button stay{.id = "stay",
                        .label = canvas.words(asked.action.name == "leave" ? Key::AskNo : Key::CommonCancel),
                        .key = canvas.words(Key::KeyEscape),
                        .style = ui::ButtonStyle::Primary,
                        .action = asked.stay};
  const ui::Button sure{
      .id = "sure", .label = asked.yes, .key = "", .style = ui::ButtonStyle::Dangerous, .action = asked.action, .order = 1};
  ui::button(canvas.kit, ui::take_right(row, ui::button_width(stay), ui::gap), stay);
  ui::button(canvas.kit, ui::take_right(row, ui::button_width(sure)), sure);
  canvas.key(ui::KeyName::Escape, stay.action);
}

void draw_overlays(const Canvas& canvas) {
  const bool pause = draw_pause(canvas);
  const bool top = draw_lost(canvas) || draw_trouble(canvas) || pause;
  if (!top) draw_messages(canvas);
  if (canvas.model.connection.trouble) return draw_certificate(canvas);
  draw_overlay(canvas);
}

}  // namespace certamen::screens
