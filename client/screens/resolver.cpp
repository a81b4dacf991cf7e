// The finale after a freeze: the standings that everyone saw, resolved place by place from the last one up.
#include <algorithm>
#include <cmath>

#include "client/screens/pages.hpp"
#include "client/ui/standing.hpp"

namespace certamen::screens {

namespace {

constexpr std::size_t rows_shown = 9;
constexpr std::size_t known_shown = 3;  // places already known that stay in sight under the next one
constexpr float row_gap = 10;
constexpr float row_height_max = 82;
constexpr ui::Moment fast_time = std::chrono::milliseconds{180};

using Steps = std::vector<wire::ResolverStep>;

// Steps by the places in which they stand once `done` of them are resolved: who is not yet resolved stands as everyone
// saw it, who was in no ranking below them, and who shared a place in the order of the seats, for the true order is the
// finale's; the others stand where they end.
std::vector<const wire::ResolverStep*> order_after(const Steps& steps, std::size_t done) {
  std::vector<const wire::ResolverStep*> open;
  for (std::size_t i = done; i < steps.size(); ++i) open.push_back(&steps[i]);
  const auto seen = [](const wire::ResolverStep* step) {
    return std::pair(step->frozen_rank == 0 ? UINT32_MAX : step->frozen_rank, step->seat);
  };
  std::sort(open.begin(), open.end(), [&seen](const auto* left, const auto* right) { return seen(left) < seen(right); });
  for (std::size_t i = done; i-- > 0;) open.push_back(&steps[i]);
  return open;
}

// The first place in sight: the one that is resolved next stands above a few known ones.
float first_shown(std::size_t count, std::size_t done, std::size_t rows) {
  if (count <= rows) return 0;
  const std::size_t last = std::min(count, count - done + known_shown);
  return static_cast<float>(last > rows ? last - rows : 0);
}

struct Place {
  const wire::ResolverStep* step;
  float from;
  float to;
  bool known;
};

std::vector<Place> places(const Steps& steps, std::size_t done) {
  const auto after = order_after(steps, done);
  const auto before = order_after(steps, done == 0 ? 0 : done - 1);
  std::vector<Place> all;
  for (std::size_t i = 0; i < after.size(); ++i) {
    const auto was = std::find(before.begin(), before.end(), after[i]) - before.begin();
    all.push_back({after[i], static_cast<float>(was), static_cast<float>(i), i >= steps.size() - done});
  }
  return all;
}

// Whether somebody else stands there, too: of those who are known, or as everyone saw it.
bool shares_place(const Steps& steps, const Place& place, std::size_t done) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const wire::ResolverStep& other = steps[i];
    if (&other == place.step || (i < done) != place.known) continue;
    if (place.known ? other.rank == place.step->rank : other.frozen_rank == place.step->frozen_rank) return true;
  }
  return false;
}

std::string rank_of(const Canvas& canvas, const Place& place, bool shared) {
  const std::uint32_t rank = place.known ? place.step->rank : place.step->frozen_rank;
  if (rank == 0) return "–";
  const std::string text = std::to_string(rank);
  return shared ? canvas.words(Key::RankingTied, {{"rank", text}}) : text;
}

ui::ScoreRow score_of(const Canvas& canvas, const Place& place, float share_done, std::int64_t best, bool newest) {
  const wire::ResolverStep& step = *place.step;
  const model::Room& room = *canvas.model.room;
  std::int64_t points = place.known ? step.points : step.frozen_points;
  if (newest && share_done < 1) {
    points = step.frozen_points + std::llround(share_done * static_cast<float>(step.points - step.frozen_points));
  }
  const bool compared = place.known && step.frozen_rank != 0;
  return {.rank = {},
          .name = model::seat_name(canvas.model, step.seat),
          .points = canvas.words.number(points),
          .gained = place.known && step.points != step.frozen_points
                        ? (step.points > step.frozen_points ? "+" : "−") +
                              canvas.words.number(std::abs(step.points - step.frozen_points))
                        : "",
          .share = static_cast<float>(std::max<std::int64_t>(0, points)) / static_cast<float>(best),
          .climbed = compared ? static_cast<int>(step.frozen_rank) - static_cast<int>(step.rank) : 0,
          .own = room.plays && step.seat == room.seat,
          .loses = step.points < step.frozen_points};
}

void draw_rows(const Canvas& canvas, const ui::Rect& body, const Steps& steps, const model::Resolving& resolving) {
  const std::size_t done = std::min(resolving.done, steps.size());
  const std::size_t rows = std::min(rows_shown, std::max<std::size_t>(steps.size(), 4));
  const auto count = static_cast<float>(rows);
  const float height = std::min(row_height_max, (body.height - row_gap * (count - 1)) / count);
  const std::size_t left = steps.size() - done;
  const ui::Moment time = model::resolve_time(left + 1) < ui::reorder_time ? fast_time : ui::reorder_time;
  const float share = canvas.moving(0, 1, resolving.since_local, time);
  const float top_before = first_shown(steps.size(), done == 0 ? 0 : done - 1, rows);
  const float top = top_before + share * (first_shown(steps.size(), done, rows) - top_before);
  std::int64_t best = 1;
  for (const wire::ResolverStep& step : steps) best = std::max({best, step.points, step.frozen_points});
  std::vector<Place> all = places(steps, done);
  const auto newest = [&](const Place& place) { return done > 0 && place.step == &steps[done - 1]; };
  const float last = count - 1;
  const auto at_of = [&](const Place& place) { return place.from + share * (place.to - place.from) - top; };
  const auto outside = [&](const Place& place) { return at_of(place) < 0 || at_of(place) > last; };
  // Who comes into sight or leaves it does so under the row at that end; who has just got a place moves over all others.
  std::stable_partition(all.begin(), all.end(), [&](const Place& place) { return !newest(place); });
  std::stable_partition(all.begin(), all.end(), [&](const Place& place) { return outside(place) && !newest(place); });
  for (const Place& place : all) {
    const float at = at_of(place);
    if (!newest(place) && (at <= -1 || at >= last + 1)) continue;
    const float y = body.y + std::clamp(at, 0.0F, last) * (height + row_gap);
    const ui::Rect rect{body.x, y, body.width, height};
    ui::ScoreRow row = score_of(canvas, place, share, best, newest(place));
    row.rank = rank_of(canvas, place, shares_place(steps, place, done));
    ui::score_row(canvas.kit, rect, row);
    if (newest(place)) ui::frame(canvas.kit, rect, canvas.theme().text, 4, ui::corner);
  }
  // Above it they stand as everyone saw them, below it as it ended.
  const float border = body.y + (static_cast<float>(left) - top) * (height + row_gap) - row_gap / 2;
  if (left == 0 || done == 0 || border < body.y || border > body.bottom()) return;
  ui::fill(canvas.kit, {body.x, border - 2, body.width, 4}, canvas.theme().gold, 2);
}

void draw_footer(const Canvas& canvas, bool known) {
  ui::Rect row = canvas.footer;
  const ui::Button next{.id = "resolve.next",
                        .label = canvas.words(known ? Key::ResolverAll : Key::ResolverNext),
                        .key = canvas.words(Key::KeyEnter),
                        .style = ui::ButtonStyle::Primary,
                        .action = {known ? "resolve.all" : "resolve.next", 0},
                        .mark = known ? ui::MarkKind::Laurel : ui::MarkKind::Up};
  const ui::Button all{
      .id = "resolve.all", .label = canvas.words(Key::ResolverAll), .key = "S", .action = {"resolve.all", 0}, .order = 1};
  ui::button(canvas.kit, ui::take_right(row, ui::button_width(next), ui::gap), next);
  draw_console_button(canvas, row);
  if (!known) ui::button(canvas.kit, ui::take_right(row, ui::button_width(all), ui::gap), all);
  canvas.key(ui::KeyName::Enter, next.action);
  canvas.key(ui::KeyName::Right, next.action);
  canvas.key("s", all.action);
  const ui::Button menu{.id = "menu",
                        .label = canvas.words(Key::CommonMenu),
                        .key = canvas.words(Key::KeyEscape),
                        .style = ui::ButtonStyle::Quiet,
                        .action = {"menu", 1},
                        .order = 2};
  ui::button_at_left(canvas.kit, row, menu);
  canvas.key(ui::KeyName::Escape, menu.action);
}

}  // namespace

void draw_resolver(const Canvas& canvas) {
  const model::Room& room = *canvas.model.room;
  const Steps& steps = room.finished->resolver;
  const model::Resolving& resolving = *room.resolving;
  const bool known = resolving.done >= steps.size();
  const std::string quiet = known                 ? canvas.words(Key::ResolverDone)
                            : resolving.done == 0 ? canvas.words(Key::ResolverAfter)
                                                  : canvas.words.count(Key::RankingPlayers, room.finished->player_count);
  draw_top_line(canvas, canvas.words(Key::ResolverTitle), quiet, "");
  draw_footer(canvas, known);
  draw_rows(canvas, canvas.body, steps, resolving);
}

}  // namespace certamen::screens
