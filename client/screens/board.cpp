// The question while it is read, and the board while it is answered; also the projector's.
#include <algorithm>
#include <cmath>

#include "client/screens/boards.hpp"
#include "client/screens/pages.hpp"
#include "client/screens/question.hpp"
#include "client/screens/teams.hpp"
#include "client/ui/standing.hpp"

namespace certamen::screens {

namespace {

bool runs(const Canvas& canvas) {
  return !canvas.model.room->paused;
}

void draw_ring(const Canvas& canvas, const BoardPlan& plan, bool urgent) {
  const auto left = model::time_left(canvas.model, canvas.now);
  if (!left) return;
  const float whole = seconds(model::time_whole(canvas.model, canvas.now));
  const float rest = seconds(*left);
  ui::timer_ring(
      canvas.kit, plan.ring, plan.ring_radius,
      {.share_left = whole > 0 ? rest / whole : 1.0F, .seconds_left = rest, .running = runs(canvas), .urgent = urgent});
}

void draw_frame(const Canvas& canvas, const BoardPlan& plan) {
  const model::Room& seated = *canvas.model.room;
  const std::uint32_t points = seated.asked ? seated.asked->points_possible : 0;
  // Only where speed or certainty counts can a right answer be worth less.
  const wire::Scoring scoring = seated.settings.scoring;
  const bool varies = scoring == wire::Scoring::Speed || scoring == wire::Scoring::Certainty;
  const Key worth = varies ? Key::BoardPoints : Key::BoardOwnPoints;
  draw_question_line(canvas, *seated.announced,
                     points == 0 ? "" : canvas.words(worth, {{"points", canvas.words.number(points)}}));
  draw_prompt(canvas, plan.prompt, seated.announced->prompt);
  draw_room_footer(canvas);
}

// What awaits those who read on.
Key help_of(wire::QuestionKind kind) {
  switch (kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::TrueFalse: return Key::BoardOpens;
    case wire::QuestionKind::MultipleResponse: return Key::BoardOpensMultiple;
    case wire::QuestionKind::Numeric: return Key::BoardOpensNumeric;
    case wire::QuestionKind::Ordering: return Key::BoardOpensOrdering;
    case wire::QuestionKind::Matching: return Key::BoardOpensMatching;
    case wire::QuestionKind::ShortText: return Key::BoardOpensText;
  }
  return Key::BoardOpens;
}

// What the own team typed needs lines of its own; what it chose stands in the cards.
float votes_height(const Canvas& canvas) {
  const wire::TeamVotes& votes = *canvas.model.room->team_votes;
  return votes.numeric_picks.empty() && votes.text_picks.empty() ? 44 : 172;
}

}  // namespace

void draw_reading(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  const wire::QuestionAnnounced& announced = *canvas.model.room->announced;
  const BoardPlan plan = plan_board(canvas);
  draw_frame(canvas, plan);
  draw_ring(canvas, plan, false);
  ui::Rect room = plan.cards;
  ui::take_top(room, std::max(0.0F, room.height * 0.3F));
  const std::string kind = canvas.words.of(announced.kind);
  ui::pill(canvas.kit, {room.x, room.y + 22}, kind, std::nullopt, theme.raised, theme.text);
  ui::take_top(room, 44, ui::gap_large);
  ui::write(canvas.kit, ui::take_top(room, 60, ui::gap_small), canvas.words(Key::BoardRead),
            {ui::title_size, ui::Weight::SemiBold, false}, theme.muted);
  ui::write(canvas.kit, ui::take_top(room, 44), canvas.words(help_of(announced.kind)),
            {ui::body_size, ui::Weight::Regular, false}, theme.muted);
}

void draw_asking(const Canvas& canvas) {
  const BoardPlan plan = plan_board(canvas);
  draw_frame(canvas, plan);
  draw_ring(canvas, plan, true);
  draw_strip(canvas, plan.strip);
  ui::Rect room = plan.cards;
  if (canvas.stage == model::Stage::Discussing && canvas.model.room->team_votes) {
    draw_team_votes(canvas, ui::take_bottom(room, votes_height(canvas), ui::gap));
  }
  draw_board(canvas, room);
}

void draw_board(const Canvas& canvas, const ui::Rect& room) {
  switch (canvas.model.room->announced->kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::MultipleResponse:
    case wire::QuestionKind::TrueFalse: draw_choice_board(canvas, room); return;
    case wire::QuestionKind::Numeric: draw_numeric_board(canvas, room); return;
    case wire::QuestionKind::Ordering: draw_ordering_board(canvas, room); return;
    case wire::QuestionKind::Matching: draw_matching_board(canvas, room); return;
    case wire::QuestionKind::ShortText: draw_text_board(canvas, room); return;
  }
}

}  // namespace certamen::screens
