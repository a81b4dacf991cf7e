// The end: third, second, first, one fact about each, and the way to the review.
#include <algorithm>
#include <array>
#include <cmath>

#include "client/screens/ending.hpp"
#include "client/screens/pages.hpp"
#include "client/screens/points.hpp"
#include "client/screens/teams.hpp"
#include "client/ui/standing.hpp"

namespace certamen::screens {

namespace {

constexpr ui::Moment step_time = std::chrono::milliseconds{500};
constexpr float name_room = 236;
constexpr float team_height = 74;
constexpr float team_gap = 10;

// Where the places stand from left to right, how high, and when they rise: third, second, first.
struct Step {
  std::size_t place;
  int column;
  float height;  // share of the highest
  int turn;
};
constexpr std::array<Step, 3> steps{{{2, 2, 0.5F, 0}, {1, 0, 0.72F, 1}, {0, 1, 1, 2}}};

std::string fact_of(const Canvas& canvas, const wire::MatchFinished& finished, const wire::RankingRow& row) {
  if (finished.fastest_seat == row.seat && row.seat.value != 0) {
    return canvas.words(Key::PodiumFastest, {{"seconds", canvas.words.tenths(finished.fastest_tenths)}});
  }
  if (finished.streak_seat == row.seat && row.seat.value != 0 && finished.streak_length > 1) {
    return canvas.words.count(Key::PodiumStreak, finished.streak_length);
  }
  return canvas.words(Key::PodiumRight, {{"right", std::to_string(row.right_count)},
                                         {"total", std::to_string(model::scored_total(canvas.model))}});
}

bool is_shared(const wire::MatchFinished& finished, const wire::RankingRow& row) {
  return std::count_if(finished.rows.begin(), finished.rows.end(),
                       [&](const wire::RankingRow& each) { return each.rank == row.rank; }) > 1;
}

// Who has a place, and who shares the last one of the three without a step of their own.
std::string names_at(const wire::MatchFinished& finished, std::size_t place) {
  const wire::RankingRow& row = finished.rows[place];
  std::vector<std::string> others;
  for (std::size_t i = steps.size(); place + 1 == steps.size() && i < finished.rows.size(); ++i) {
    if (finished.rows[i].rank == row.rank) others.push_back(finished.rows[i].name);
  }
  if (others.empty()) return row.name;
  return row.name + "  ·  " + (others.size() == 1 ? others.front() : "+" + std::to_string(others.size()));
}

void draw_step(const Canvas& canvas, const ui::Rect& column, const wire::MatchFinished& finished, const Step& step) {
  const ui::Theme& theme = canvas.theme();
  const wire::RankingRow& row = finished.rows[step.place];
  const bool winner = row.rank == 1;
  const model::Instant since = canvas.model.room->phase_since_local + step_time * step.turn;
  const float shown = canvas.moving(0, 1, since, ui::reorder_time);
  if (shown <= 0) return;
  const float full = column.height - name_room;
  const float height = full * step.height * shown;
  const ui::Rect block{column.x, column.bottom() - height, column.width, height};
  ui::fill(canvas.kit, block, winner ? theme.gold : theme.raised, ui::corner);
  ui::Rect above{column.x, block.y - name_room, column.width, name_room - 12};
  if (winner) {
    ui::draw(canvas.kit, ui::MarkKind::Laurel, {above.centre().x, above.y + 54}, 112, ui::faded(theme.gold, shown));
  }
  ui::take_top(above, 112);
  const bool own = canvas.model.room->plays && row.seat == canvas.model.room->seat;
  ui::write_fitted(canvas.kit, ui::take_top(above, 60), names_at(finished, step.place),
                   {ui::Weight::Bold, 46, ui::label_size, 2}, ui::faded(own ? theme.gold : theme.text, shown),
                   ui::Align::Centre, ui::VerticalAlign::Middle);
  ui::write_fitted(canvas.kit, above, fact_of(canvas, finished, row),
                   {ui::Weight::Regular, ui::label_size + 2, ui::label_size_min, 2}, ui::faded(theme.muted, shown),
                   ui::Align::Centre, ui::VerticalAlign::Middle);
  if (height < 130) return;
  ui::Rect inside = ui::inset(block, 16, 16);
  const ui::Color ink = winner ? theme.on_accent : theme.text;
  const std::string rank = std::to_string(row.rank);
  const bool shared = is_shared(finished, row);
  ui::write(canvas.kit, ui::take_top(inside, std::min(110.0F, inside.height - 48)),
            shared ? canvas.words(Key::RankingTied, {{"rank", rank}}) : rank,
            {std::min(96.0F, std::floor((inside.height - 48) * 0.88F)), ui::Weight::Bold, true}, ink, ui::Align::Centre);
  ui::write_fitted(canvas.kit, ui::take_top(inside, 48),
                   canvas.words(Key::PodiumPoints, {{"points", canvas.words.number(row.points)}}),
                   {ui::Weight::SemiBold, 30, ui::label_size_min, 1}, ink, ui::Align::Centre, ui::VerticalAlign::Middle);
}

void draw_alone(const Canvas& canvas, const wire::MatchFinished& finished) {
  const ui::Theme& theme = canvas.theme();
  ui::Rect column = ui::centred(canvas.body, {1100, 560});
  ui::draw(canvas.kit, ui::MarkKind::Laurel, ui::take_top(column, 240, 8).centre(), 240, theme.gold);
  ui::write(canvas.kit, ui::take_top(column, 56, 8), canvas.words(Key::PodiumSolo),
            {ui::title_size, ui::Weight::SemiBold, false}, theme.muted, ui::Align::Centre);
  if (finished.rows.empty()) return;
  const wire::RankingRow& row = finished.rows.front();
  const std::string right = canvas.words(Key::PodiumRight, {{"right", std::to_string(row.right_count)},
                                                            {"total", std::to_string(model::scored_total(canvas.model))}});
  ui::write(canvas.kit, ui::take_top(column, 110, 8), right, {88, ui::Weight::Bold, false}, theme.text, ui::Align::Centre);
  ui::write(canvas.kit, ui::take_top(column, 52, 4),
            canvas.words(Key::PodiumPoints, {{"points", canvas.words.number(row.points)}}),
            {ui::lead_size, ui::Weight::Medium, true}, theme.gold, ui::Align::Centre);
  ui::write(canvas.kit, ui::take_top(column, 44), fact_of(canvas, finished, row),
            {ui::body_size, ui::Weight::Regular, false}, theme.muted, ui::Align::Centre);
}

void draw_places(const Canvas& canvas, const wire::MatchFinished& finished) {
  ui::Rect body = canvas.body;
  const wire::RankingRow* own = model::own_row(canvas.model);
  if (own != nullptr && canvas.model.room->plays) {
    const std::string text = canvas.words(Key::PodiumOwn, {{"rank", std::to_string(own->rank)},
                                                           {"players", canvas.words.number(finished.player_count)}}) +
                             "  ·  " + canvas.words(Key::PodiumPoints, {{"points", canvas.words.number(own->points)}});
    ui::write(canvas.kit, ui::take_bottom(body, 52, 16), text, {ui::lead_size, ui::Weight::SemiBold, true},
              canvas.theme().gold, ui::Align::Centre);
  }
  if (!finished.teams.empty()) {
    const ui::Rect side = ui::take_right(body, std::round(body.width * 0.36F), ui::gap_section);
    const auto count = static_cast<float>(finished.teams.size());
    const float height = std::min(team_height, (side.height - team_gap * (count - 1)) / count);
    draw_team_table(canvas, side, height, team_gap, finished.teams);
  }
  const float width = std::min(body.width, 1500.0F);
  const ui::Rect stand{body.x + (body.width - width) / 2, body.y, width, body.height};
  for (const Step& step : steps) {
    if (step.place >= finished.rows.size()) continue;
    draw_step(canvas, ui::grid_cell(stand, 3, 1, step.column, 28), finished, step);
  }
}

void draw_footer(const Canvas& canvas) {
  ui::Rect row = draw_ending(canvas, 1);
  if (has_exam_report(canvas)) {
    const ui::Button report{
        .id = "report", .label = canvas.words(Key::ReportTitle), .key = "S", .action = {"page", 0}, .order = 1};
    ui::button(canvas.kit, ui::take_right(row, ui::button_width(report), ui::gap), report);
    canvas.key("s", report.action);
  }
  if (has_class_report(canvas)) {
    const ui::Button of_class = class_report_button(canvas);
    ui::button(canvas.kit, ui::take_right(row, ui::button_width(of_class), ui::gap), of_class);
  }
  draw_console_button(canvas, row);
  if (knows_points(canvas)) {
    const ui::Button points = points_button(canvas, 1);
    const float wide = ui::button_width(points);  // the menu has it, too
    if (wide <= row.width) ui::button(canvas.kit, ui::take_right(row, wide), points);
  }
}

// Who won, once all three places stand, and among how many.
std::string outcome(const Canvas& canvas, const wire::MatchFinished& finished) {
  const std::string players = canvas.words.count(Key::RankingPlayers, finished.player_count);
  const bool risen = canvas.kit.still || canvas.now >= canvas.model.room->phase_since_local + step_time * 3;
  if (!risen || finished.rows.empty()) return players;
  const auto& teams = finished.teams;
  const bool shared = teams.empty() ? finished.rows.size() > 1 && finished.rows[1].rank == 1
                                    : teams.size() > 1 && teams[1].rank == teams.front().rank;
  const std::string first = teams.empty() ? finished.rows.front().name : team_name(canvas, teams.front().team);
  const std::string winner = shared ? canvas.words(Key::PodiumWinners) : canvas.words(Key::PodiumWinner, {{"name", first}});
  return winner + "  ·  " + players;
}

}  // namespace

void draw_podium(const Canvas& canvas) {
  const model::Room& room = *canvas.model.room;
  if (shows_class_report(canvas)) return draw_class_report(canvas);
  if (has_exam_report(canvas) && canvas.page == 0) return draw_exam_report(canvas);
  draw_footer(canvas);
  if (!room.finished) return;
  const wire::MatchFinished& finished = *room.finished;
  const bool alone = room.settings.mode == wire::Mode::Solo;
  const std::string quiet = alone ? "" : outcome(canvas, finished);
  draw_top_line(canvas, canvas.words(alone ? Key::SoloTitle : Key::PodiumTitle), quiet, "");
  if (alone) {
    draw_alone(canvas, finished);
  } else if (finished.rows.empty()) {
    ui::write(canvas.kit, canvas.body, canvas.words(Key::PodiumNobody), {ui::lead_size, ui::Weight::Regular, false},
              canvas.theme().muted, ui::Align::Centre);
  } else {
    draw_places(canvas, finished);
  }
}

}  // namespace certamen::screens
