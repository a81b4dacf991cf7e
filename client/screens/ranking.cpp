// The scoreboard between two questions: eight rows and one's own, moving from the old order to the new.
#include <algorithm>
#include <cmath>

#include "client/screens/pages.hpp"
#include "client/screens/teams.hpp"
#include "client/ui/standing.hpp"

namespace certamen::screens {

namespace {

bool is_away(const model::Room& room, wire::SeatId seat) {
  const auto member = room.roster.find(seat);
  return member != room.roster.end() && !member->second.connected;
}

constexpr std::size_t rows_shown = 8;
constexpr float row_gap = 10;
constexpr float row_height_max = 82;

std::string rank_text(const Canvas& canvas, const std::vector<wire::RankingRow>& rows, std::size_t index) {
  const std::uint32_t rank = rows[index].rank;
  const bool tied = (index > 0 && rows[index - 1].rank == rank) || (index + 1 < rows.size() && rows[index + 1].rank == rank);
  return tied ? canvas.words(Key::RankingTied, {{"rank", std::to_string(rank)}}) : std::to_string(rank);
}

// The rows that are drawn: the first eight, and one's own in the ninth place when it stands lower.
std::vector<std::size_t> shown_rows(const Canvas& canvas, const std::vector<wire::RankingRow>& rows) {
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < std::min(rows.size(), rows_shown); ++i) indices.push_back(i);
  for (std::size_t i = rows_shown; i < rows.size(); ++i) {
    if (rows[i].seat == canvas.model.room->seat && canvas.model.room->plays) indices.push_back(i);
  }
  return indices;
}

struct Movement {
  float position;
  std::int64_t points;
};

Movement movement_of(const Canvas& canvas, const model::Standings& standings, std::size_t index, std::size_t place) {
  const wire::RankingRow& row = standings.shown.rows[index];
  if (index >= standings.motion.size()) return {static_cast<float>(place), row.points};
  const model::RowMotion& motion = standings.motion[index];
  // Rows that came from below the shown ones rise from just under them.
  const auto from = static_cast<float>(std::min(motion.from_position, rows_shown));
  const float position = canvas.moving(place == index ? from : static_cast<float>(place), static_cast<float>(place),
                                       standings.since_local, ui::reorder_time);
  const float points = canvas.moving(static_cast<float>(motion.from_points), static_cast<float>(motion.to_points),
                                     standings.since_local, ui::reorder_time);
  return {position, points == static_cast<float>(motion.to_points) ? row.points : std::lround(points)};
}

void draw_heading(const Canvas& canvas, const wire::RankingShown& shown) {
  // Before any standings were shown nobody was counted yet.
  const bool counted = shown.after_question != 0;
  std::string quiet = counted ? canvas.words.count(Key::RankingPlayers, shown.player_count) : "";
  if (const auto& announced = canvas.model.room->announced; announced && counted) {
    quiet = canvas.words(Key::RankingOf, {{"total", std::to_string(announced->total)}}) + "  ·  " + quiet;
  }
  const std::string title = !counted ? canvas.words(Key::RankingHidden)
                                     : canvas.words(Key::RankingTitle, {{"number", std::to_string(shown.after_question)}});
  draw_top_line(canvas, title, quiet, continue_remark(canvas));
}

// A strip over the rows, with a mark: what kind of standings these are.
void draw_strip(const Canvas& canvas, ui::Rect& body, ui::MarkKind mark, ui::Color color, const std::string& text) {
  ui::Rect strip = ui::take_top(body, 60, ui::gap);
  ui::fill(canvas.kit, strip, color, ui::corner_small);
  strip = ui::inset(strip, ui::gap_large, 4);
  ui::draw(canvas.kit, mark, ui::take_left(strip, 36, ui::gap).centre(), 34, canvas.theme().on_accent);
  ui::write_fitted(canvas.kit, strip, text, {ui::Weight::SemiBold, ui::body_size, ui::label_size_min, 1},
                   canvas.theme().on_accent, ui::Align::Left, ui::VerticalAlign::Middle);
}

// A host that does not play may look at the truth; it never stands on the wall by itself.
bool shows_secret(const Canvas& canvas) {
  return canvas.model.room->frozen_ranking && canvas.page == 1;
}

std::vector<ui::Button> secret_buttons(const Canvas& canvas) {
  if (!canvas.model.room->frozen_ranking) return {};
  const bool shown = shows_secret(canvas);
  const ui::Action action{"page", shown ? 0 : 1};
  canvas.key("v", action);
  return {{.id = "secret",
           .label = canvas.words(shown ? Key::RankingSecretHide : Key::RankingSecretShow),
           .key = "V",
           .action = action,
           .mark = ui::MarkKind::Lock,
           .order = 2}};
}

std::string secret_text(const Canvas& canvas, std::uint32_t seen_after) {
  if (seen_after == 0) return canvas.words(Key::RankingSecretHidden);
  return canvas.words(Key::RankingSecret, {{"number", std::to_string(seen_after)}});
}

// Nothing was shown before the freeze.
void draw_kept_back(const Canvas& canvas) {
  ui::Rect column = ui::centred(canvas.body, {std::min(1200.0F, canvas.body.width), 340});
  ui::draw(canvas.kit, ui::MarkKind::Laurel, ui::take_top(column, 200, ui::gap_section).centre(), 180, canvas.theme().gold);
  ui::write_fitted(canvas.kit, column, canvas.words(Key::RankingKeptBack),
                   {ui::Weight::SemiBold, ui::title_size, ui::body_size, 2}, canvas.theme().text, ui::Align::Centre);
}

void draw_table(const Canvas& canvas, ui::Rect body, const model::Standings& standings) {
  const model::Room& room = *canvas.model.room;
  const std::vector<wire::RankingRow>& rows = standings.shown.rows;
  const std::vector<std::size_t> indices = shown_rows(canvas, rows);
  const auto places = static_cast<float>(std::max(indices.size(), rows_shown));
  const float height = std::min(row_height_max, (body.height - row_gap * (places - 1)) / places);
  if (!standings.shown.teams.empty()) {
    draw_team_table(canvas, ui::take_right(body, std::round(body.width * 0.36F), ui::gap_section), height, row_gap,
                    standings.shown.teams);
  }
  if (indices.empty()) return;
  const float best = static_cast<float>(std::max<std::int64_t>(1, rows.front().points));
  // From the bottom up, so that who climbs passes over who falls.
  for (std::size_t place = indices.size(); place-- > 0;) {
    const std::size_t index = indices[place];
    const wire::RankingRow& row = rows[index];
    const Movement now = movement_of(canvas, standings, index, place);
    const float y = body.y + now.position * (height + row_gap);
    const int climbed = row.previous_rank == 0 ? 0 : static_cast<int>(row.previous_rank) - static_cast<int>(row.rank);
    ui::score_row(canvas.kit, {body.x, y, body.width, height},
                  {.rank = rank_text(canvas, rows, index),
                   .name = row.name,
                   .points = canvas.words.number(now.points),
                   .gained = row.points_gained > 0
                                 ? canvas.words(Key::RankingGained, {{"points", canvas.words.number(row.points_gained)}})
                                 : "",
                   .share = static_cast<float>(now.points) / best,
                   .climbed = climbed,
                   .own = room.plays && row.seat == room.seat,
                   .away = is_away(room, row.seat)});
  }
}

}  // namespace

void draw_ranking(const Canvas& canvas) {
  const model::Room& room = *canvas.model.room;
  draw_room_footer(canvas, secret_buttons(canvas));
  if (!room.standings) return;
  if (shows_secret(canvas)) {
    ui::Rect body = canvas.body;
    draw_heading(canvas, *room.frozen_ranking);
    draw_strip(canvas, body, ui::MarkKind::Lock, canvas.theme().coral,
               secret_text(canvas, room.standings->shown.after_question));
    return draw_table(canvas, body, {*room.frozen_ranking, {}, {}});
  }
  const model::Standings& standings = *room.standings;
  draw_heading(canvas, standings.shown);
  const bool frozen = standings.shown.frozen;
  if (frozen && standings.shown.rows.empty() && standings.shown.teams.empty()) return draw_kept_back(canvas);
  ui::Rect body = canvas.body;
  if (frozen) draw_strip(canvas, body, ui::MarkKind::Lock, canvas.theme().gold, canvas.words(Key::RankingKeptBanner));
  draw_table(canvas, body, standings);
}

}  // namespace certamen::screens
