// The key, what everyone chose, and why: after each question, and in the review.
#include <algorithm>
#include <cmath>
#include <optional>

#include "client/screens/pages.hpp"
#include "client/screens/question.hpp"

namespace certamen::screens {

namespace {

constexpr float verdict_width = 320;
constexpr float top_height_max = 176;
constexpr float top_height_min = 140;
constexpr float card_height_max = 132;
constexpr float card_height_min = 98;
constexpr float prompt_size_max = 40;
constexpr float prompt_size_min = 20;

// What was decided about the question, without which its points would be a riddle.
std::optional<Key> ruling_of(const wire::QuestionRevealed& revealed) {
  if (revealed.unscored) return Key::RevealUnscored;
  if (revealed.key_corrected) return Key::RevealKeyCorrected;
  return std::nullopt;
}

// One's own outcome: a tick or cross, the points counting up, the time.
void draw_verdict(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question) {
  const ui::Theme& theme = canvas.theme();
  const wire::OwnResult& result = *question.own_result;
  const bool voided = question.revealed.voided;
  const ui::Color color = voided ? theme.line : result.right ? theme.right : theme.wrong;
  ui::Rect rest = room;
  const ui::Rect mark = ui::take_left(rest, 108, 24);
  const ui::Point centre{mark.centre().x, mark.y + 62};
  canvas.kit.scene.primitives.emplace_back(
      ui::Shape{ui::ShapeKind::Circle, centre, 56, result.answered ? color : theme.line});
  ui::draw(canvas.kit,
           voided            ? ui::MarkKind::Minus
           : result.right    ? ui::MarkKind::Tick
           : result.answered ? ui::MarkKind::Cross
                             : ui::MarkKind::Clock,
           centre, 60, result.answered && !voided ? theme.on_accent : theme.text);
  const Key verdict = result.right ? Key::RevealRight : result.answered ? Key::RevealWrong : Key::RevealNone;
  if (result.points_gained > 0) {
    const float counted = canvas.moving(0, static_cast<float>(result.points_gained), question.since, ui::reorder_time);
    const std::string gained = canvas.words(Key::RevealGained, {{"points", canvas.words.number(std::lround(counted))}});
    ui::write_fitted(canvas.kit, ui::take_top(rest, 68), gained, {ui::Weight::Bold, 64, ui::lead_size, 1}, theme.gold);
  } else {
    ui::take_top(rest, 26);
  }
  if (voided) {
    ui::write_fitted(canvas.kit, ui::take_top(rest, 80), canvas.words(Key::RevealVoided),
                     {ui::Weight::Bold, 30, ui::label_size_min, 2}, theme.gold, ui::Align::Left, ui::VerticalAlign::Middle);
    return;
  }
  ui::write_fitted(canvas.kit, ui::take_top(rest, 40), canvas.words(verdict),
                   {ui::Weight::SemiBold, 30, ui::label_size_min, 1}, theme.text, ui::Align::Left,
                   ui::VerticalAlign::Middle);
  if (const auto ruling = ruling_of(question.revealed)) {
    ui::write_fitted(canvas.kit, ui::take_top(rest, 68), canvas.words(*ruling),
                     {ui::Weight::SemiBold, ui::body_size, ui::label_size_min, 2}, theme.gold);
    return;
  }
  if (!result.answered) return;
  const std::string time = canvas.words(Key::RevealTime, {{"seconds", canvas.words.tenths(result.answer_tenths)}});
  ui::write(canvas.kit, ui::take_top(rest, 34), time, {ui::label_size, ui::Weight::Regular, true}, theme.muted);
}

// For those who only watch: how many were right.
void draw_share(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question) {
  const ui::Theme& theme = canvas.theme();
  const wire::QuestionRevealed& revealed = question.revealed;
  const float share = static_cast<float>(revealed.right_count) / static_cast<float>(std::max(revealed.player_count, 1U));
  const float grown = canvas.moving(0, share, question.since, ui::reorder_time);
  const ui::Point centre{room.right() - 76, room.y + 76};
  canvas.kit.scene.primitives.emplace_back(ui::Arc{centre, 64, 14, 0, 1, theme.raised});
  if (grown > 0) canvas.kit.scene.primitives.emplace_back(ui::Arc{centre, 64, 14, 0, grown, theme.right});
  ui::write(canvas.kit, {centre.x - 54, centre.y - 40, 108, 80}, canvas.words.percent(std::lround(grown * 100)),
            {ui::lead_size, ui::Weight::Bold, true}, theme.text, ui::Align::Centre);
  const std::string share_text = canvas.words(
      Key::RevealRightShare,
      {{"right", canvas.words.number(revealed.right_count)}, {"players", canvas.words.number(revealed.player_count)}});
  const std::string text = revealed.voided ? canvas.words(Key::RevealVoided) : share_text;
  const ui::FitRule rule{ui::Weight::Medium, ui::body_size, revealed.voided ? ui::text_size_min : ui::label_size_min,
                         revealed.voided ? 3U : 2U};
  ui::write_fitted(canvas.kit, {room.x, centre.y - 40, room.width - 170, 80}, text, rule, theme.text, ui::Align::Right,
                   ui::VerticalAlign::Middle);
}

void draw_cards(const Canvas& canvas, const ui::Rect& room, const CardGrid& grid, float card_gap,
                const RevealedQuestion& question) {
  std::vector<std::string> texts;
  for (const model::DisplayOption& option : question.options) texts.push_back(option.text);
  const ui::Rect first = ui::grid_cell(room, grid.columns, grid.rows, 0, card_gap);
  const float size = ui::answer_text_size(texts, {first.width, first.height}, true, ui::text_size_min);
  const auto players = static_cast<float>(std::max(question.revealed.player_count, 1U));
  const float growth = canvas.moving(0, 1, question.since, ui::reorder_time);
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const model::DisplayOption& option = question.options[i];
    ui::answer_card(canvas.kit, ui::grid_cell(room, grid.columns, grid.rows, static_cast<int>(i), card_gap),
                    {.id = "answer." + std::to_string(i),
                     .position = i,
                     .text = option.text,
                     .text_size = size,
                     .state = option.right.value_or(false) ? ui::CardState::Right : ui::CardState::Wrong,
                     .own = option.picked && question.plays,
                     .tally = ui::Tally{option.pick_count, growth * static_cast<float>(option.pick_count) / players}});
  }
}

void draw_revealed_answers(const Canvas& canvas, const ui::Rect& room, const CardGrid& grid, float card_gap,
                           const RevealedQuestion& question) {
  switch (question.announced.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::MultipleResponse:
    case wire::QuestionKind::TrueFalse: draw_cards(canvas, room, grid, card_gap, question); return;
    case wire::QuestionKind::Numeric: draw_numeric_revealed(canvas, room, question); return;
    case wire::QuestionKind::Ordering: draw_ordering_revealed(canvas, room, question); return;
    case wire::QuestionKind::Matching: draw_matching_revealed(canvas, room, question); return;
    case wire::QuestionKind::ShortText: draw_text_revealed(canvas, room, question); return;
  }
}

// How high the answers stand: enough to read them, and most of the rest is for learning.
struct AnswerRoom {
  CardGrid grid;
  float height = 0;
  float gap = 16;
};
AnswerRoom answer_room(const RevealedQuestion& question, float room_height) {
  const wire::QuestionKind kind = question.announced.kind;
  if (kind == wire::QuestionKind::Ordering || kind == wire::QuestionKind::Matching) {
    constexpr float row = 56;
    const auto rows = static_cast<float>(question.options.size());
    return {{1, static_cast<int>(question.options.size())}, arranged_heading + row * rows, 6};
  }
  const bool typed = kind == wire::QuestionKind::Numeric || kind == wire::QuestionKind::ShortText;
  const CardGrid grid = typed ? CardGrid{1, 2} : card_grid(question.options.size());
  const auto rows = static_cast<float>(grid.rows);
  const float card_gap = grid.rows > 2 ? 10 : 16;
  const float height = std::clamp((room_height * 0.42F - card_gap * (rows - 1)) / rows, card_height_min, card_height_max);
  return {grid, height * rows + card_gap * (rows - 1), card_gap};
}

}  // namespace

void draw_revealed(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question) {
  const wire::QuestionKind kind = question.announced.kind;
  const bool arranged = kind == wire::QuestionKind::Ordering || kind == wire::QuestionKind::Matching;
  const float top_height = arranged ? top_height_min : std::clamp(room.height * 0.19F, top_height_min, top_height_max);
  ui::Rect top{room.x, room.y, room.width, top_height};
  const ui::Rect verdict = ui::take_right(top, verdict_width, 40);
  const ui::TextBlock prompt = ui::fitted(question.announced.prompt, {top.width, top.height},
                                          {ui::Weight::SemiBold, prompt_size_max, prompt_size_min});
  ui::write(canvas.kit, top, prompt, canvas.theme().text);
  if (question.own_result != nullptr) {
    draw_verdict(canvas, verdict, question);
  } else {
    draw_share(canvas, verdict, question);
  }
  ui::take_top(room, top.height, ui::gap_small);
  const AnswerRoom answers = answer_room(question, room.height);
  draw_revealed_answers(canvas, ui::take_top(room, answers.height, 18), answers.grid, answers.gap, question);
  draw_learning(canvas, room, question);
}

void draw_reveal(const Canvas& canvas) {
  const model::Room& room = *canvas.model.room;
  draw_question_line(canvas, *room.announced, continue_remark(canvas));
  const bool own = room.own_result && room.own_result->question_number == room.revealed->number;
  draw_revealed(canvas, canvas.body,
                {.announced = *room.announced,
                 .asked = *room.asked,
                 .revealed = *room.revealed,
                 .options = model::display_options(canvas.model),
                 .own_answer = model::own_answer(canvas.model),
                 .own_result = own && room.plays && !model::came_late(room) ? &*room.own_result : nullptr,
                 .plays = room.plays,
                 .since = room.phase_since_local});
  draw_room_footer(canvas);
}

}  // namespace certamen::screens
