// The line between a question and its answers.
#include <algorithm>
#include <array>

#include "client/screens/boards.hpp"
#include "client/screens/pages.hpp"

namespace certamen::screens {

namespace {

constexpr float certainty_width = 640;

struct Remark {
  ui::MarkKind mark = ui::MarkKind::Tick;
  ui::Color color;
  std::string text;
};

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

bool typed_kind(const Canvas& canvas) {
  const wire::QuestionKind kind = canvas.model.room->announced->kind;
  return kind == wire::QuestionKind::Numeric || kind == wire::QuestionKind::ShortText;
}

std::string chosen_so_far(const Canvas& canvas, Key ask) {
  const model::Room& seated = *canvas.model.room;
  const std::uint32_t wanted = seated.asked->choose;
  std::string text = canvas.words.count(ask, wanted);
  if (ask != Key::BoardChoose || !seated.plays || seated.own.picks.empty()) return text;
  return text + "  ·  " +
         canvas.words(Key::BoardChosen,
                      {{"picked", std::to_string(seated.own.picks.size())}, {"count", std::to_string(wanted)}});
}

std::string matched_so_far(const Canvas& canvas) {
  const auto matches = model::board_matches(canvas.model);
  const auto done = std::count_if(matches.begin(), matches.end(), [](const auto& each) { return each.has_value(); });
  if (done == 0) return canvas.words(Key::BoardMatchHint);
  return canvas.words(Key::BoardMatched, {{"done", std::to_string(done)}, {"count", std::to_string(matches.size())}});
}

// What is wanted next; empty where the board says it itself.
std::string wish(const Canvas& canvas) {
  const model::Room& seated = *canvas.model.room;
  const bool certain = model::asks_certainty(seated);
  switch (seated.announced->kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::TrueFalse: return certain ? canvas.words(Key::BoardChooseCertain) : "";
    case wire::QuestionKind::MultipleResponse: return chosen_so_far(canvas, Key::BoardChoose);
    case wire::QuestionKind::Ordering:
      if (!seated.plays) return canvas.words(Key::BoardOrderWatched);
      return canvas.words(seated.own.order.empty() ? Key::BoardOrderHint : Key::BoardOrderReady);
    case wire::QuestionKind::Matching: return seated.plays ? matched_so_far(canvas) : canvas.words(Key::BoardMatchWatched);
    case wire::QuestionKind::Numeric:
    case wire::QuestionKind::ShortText: return certain ? canvas.words(Key::BoardHowSure) : "";
  }
  return {};
}

// In an exam a board that is whole is saved by itself, and the line says how far that is.
std::optional<Remark> saved(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  const model::Room& seated = *canvas.model.room;
  if (canvas.stage != model::Stage::Examining || seated.own.too_many_picks) return std::nullopt;
  switch (model::paper_state(canvas.model, seated.desk.number)) {
    case model::PaperState::Blank:
    case model::PaperState::Begun: return std::nullopt;
    case model::PaperState::Sending: return Remark{ui::MarkKind::Clock, theme.text, canvas.words(Key::ExamSaving)};
    case model::PaperState::Saved: break;
  }
  if (!model::board_answer(canvas.model)) {
    return Remark{ui::MarkKind::Clock, theme.gold, canvas.words(Key::ExamSavedBefore)};
  }
  return Remark{ui::MarkKind::Tick, theme.right, canvas.words(Key::ExamSaved)};
}

Remark remark(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  const model::OwnAnswer& own = canvas.model.room->own;
  if (own.refused) return {ui::MarkKind::Cross, theme.coral, canvas.words.of(*own.refused)};
  if (own.too_many_picks) return {ui::MarkKind::Cross, theme.coral, chosen_so_far(canvas, Key::BoardTooMany)};
  if (own.certainty_missing) return {ui::MarkKind::Cross, theme.coral, canvas.words(Key::BoardCertaintyMissing)};
  if (auto state = saved(canvas)) return *state;
  return {ui::MarkKind::Next, theme.gold, wish(canvas)};
}

void draw_certainty(const Canvas& canvas, const ui::Rect& room) {
  constexpr std::array steps{std::pair{Key::CertaintyLow, ui::KeyName::F2}, std::pair{Key::CertaintyMiddle, ui::KeyName::F3},
                             std::pair{Key::CertaintyHigh, ui::KeyName::F4}};
  std::vector<ui::Segment> choices;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const ui::Action action{"certainty", static_cast<std::int64_t>(i)};
    const bool chosen = canvas.model.room->own.certainty == static_cast<wire::Certainty>(i);
    choices.push_back({"F" + std::to_string(i + 2) + "\u00A0 " + canvas.words(steps[i].first), action, chosen});
    canvas.key(steps[i].second, action);
  }
  ui::segments(canvas.kit, room, "certainty", choices);
}

// A board that is arranged has Enter for taking up what is focused.
void draw_lock_in(const Canvas& canvas, ui::Rect& room) {
  const wire::QuestionKind kind = canvas.model.room->announced->kind;
  const bool arranged = kind == wire::QuestionKind::Ordering || kind == wire::QuestionKind::Matching;
  const ui::Action confirm{"confirm", 0};
  const ui::Button button{.id = "confirm",
                          .label = canvas.words(Key::BoardLockIn),
                          .key = arranged ? "L" : canvas.words(Key::KeyEnter),
                          .style = ui::ButtonStyle::Primary,
                          .action = confirm,
                          .enabled = model::can_confirm(canvas.model, canvas.now),
                          .order = 1};
  ui::button(canvas.kit, ui::take_right(room, ui::button_width(button), ui::gap_large), button);
  if (arranged) canvas.key("l", confirm);
  canvas.key(ui::KeyName::Enter, confirm);
}

}  // namespace

void draw_state(const Canvas& canvas, ui::Rect room, ui::MarkKind mark, ui::Color color, const std::string& text) {
  const ui::Rect place = ui::take_left(room, 40, 16);
  ui::draw(canvas.kit, mark, place.centre(), 38, color);
  ui::write_fitted(canvas.kit, room, text, {ui::Weight::SemiBold, 34, ui::label_size, 2}, color, ui::Align::Left,
                   ui::VerticalAlign::Middle);
}

void draw_strip(const Canvas& canvas, const ui::Rect& room) {
  const ui::Theme& theme = canvas.theme();
  const model::Room& seated = *canvas.model.room;
  if (canvas.stage == model::Stage::Discussing) {
    draw_state(canvas, room, ui::MarkKind::Clock, theme.gold, canvas.words(Key::BoardDiscuss));
    return;
  }
  if (seated.plays && draw_given(canvas, room)) return;
  if (model::came_late(seated)) {
    draw_state(canvas, room, ui::MarkKind::Clock, theme.gold, canvas.words(Key::BoardLate));
    return;
  }
  const auto left = model::time_left(canvas.model, canvas.now);
  if (left && left->count() == 0) {
    draw_state(canvas, room, ui::MarkKind::Clock, theme.coral, canvas.words(Key::BoardTimeUp));
    return;
  }
  ui::Rect rest = room;
  if (!seated.plays) draw_answered(canvas, ui::take_right(rest, room.width * 0.68F, ui::gap));
  const bool open = model::can_answer(canvas.model, canvas.now);
  const bool examined = canvas.stage == model::Stage::Examining;
  if (open && !examined && !model::gives_at_once(seated) && !typed_kind(canvas)) draw_lock_in(canvas, rest);
  if (open && model::asks_certainty(seated)) {
    draw_certainty(canvas, ui::take_right(rest, std::min(certainty_width, rest.width * 0.55F), ui::gap_large));
  }
  const Remark line = remark(canvas);
  if (!line.text.empty()) draw_state(canvas, rest, line.mark, line.color, line.text);
}

}  // namespace certamen::screens
