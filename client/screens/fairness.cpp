// What the server gave back for the ways to it, player by player: a page of the console once the match is over.
#include <algorithm>
#include <array>
#include <cmath>

#include "client/screens/console.hpp"
#include "client/screens/pages.hpp"
#include "client/ui/scroll.hpp"

namespace certamen::screens {

namespace {

constexpr float row_height = 66;
constexpr float row_gap = 6;
constexpr std::uint32_t usual_error_ms = 100;  // of servers that do not say it
// Shares of the width: player, round trip, given back, place.
constexpr std::array columns{0.25F, 0.21F, 0.35F, 0.19F};

std::string in_seconds(const Canvas& canvas, std::uint32_t milliseconds) {
  return canvas.words.quantity(std::int64_t{milliseconds} * 1000, "");
}

std::string explanation(const Canvas& canvas, const wire::FairnessReported& report) {
  const std::uint32_t cap = canvas.model.room->settings.credit_cap_ms;
  const std::uint32_t error = report.error_ms == 0 ? usual_error_ms : report.error_ms;
  const std::string way =
      cap == 0
          ? canvas.words(Key::FairnessNoCredit)
          : canvas.words(Key::FairnessWay, {{"cap", std::to_string(cap)}, {"quota", in_seconds(canvas, report.quota_ms)}});
  return way + " " + canvas.words(Key::FairnessError, {{"step", in_seconds(canvas, error)}});
}

std::string outcome(const Canvas& canvas, const wire::FairnessReported& report) {
  std::string text = report.ranks_changed == 0 ? canvas.words(Key::FairnessUnchanged)
                                               : canvas.words.count(Key::FairnessChanged, report.ranks_changed);
  if (report.player_count > report.rows.size()) {
    text += "  ·  " +
            canvas.words(Key::FairnessBest, {{"count", canvas.words.number(static_cast<std::int64_t>(report.rows.size()))},
                                             {"players", canvas.words.number(report.player_count)}});
  }
  return text;
}

std::array<ui::Rect, 4> cells(const ui::Rect& line) {
  std::array<ui::Rect, 4> all{};
  ui::Rect rest = ui::inset(line, 16, 0);
  const float width = rest.width;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    all.at(i) = ui::take_left(rest, std::floor(width * columns.at(i)) - ui::gap, ui::gap);
  }
  return all;
}

void write_cell(const Canvas& canvas, const ui::Rect& cell, const std::string& text, ui::Weight weight, ui::Color color) {
  ui::write_fitted(canvas.kit, cell, text, {weight, ui::label_size, ui::text_size_min, 2}, color, ui::Align::Left,
                   ui::VerticalAlign::Middle);
}

void draw_heading(const Canvas& canvas, const ui::Rect& line) {
  const std::array names{Key::FairnessPlayer, Key::FairnessMeasured, Key::FairnessGiven, Key::FairnessPlace};
  const auto places = cells(line);
  for (std::size_t i = 0; i < names.size(); ++i) {
    write_cell(canvas, places.at(i), canvas.words(names.at(i)), ui::Weight::SemiBold, canvas.theme().muted);
  }
}

// What was claimed and not believed stands beside what was measured: both are about the connection.
std::string measured(const Canvas& canvas, const wire::FairnessRow& row) {
  // On a cable a whole way and back is less than half a millisecond.
  if (row.measured == 0 && row.round_trip_p50_ms == 0 && row.round_trip_p95_ms == 0)
    return canvas.words(Key::FairnessNotMeasured);
  return canvas.words(Key::FairnessTrips, {{"usual", canvas.words.number(row.round_trip_p50_ms)},
                                           {"slow", canvas.words.number(row.round_trip_p95_ms)}});
}

void draw_row(const Canvas& canvas, const ui::Rect& line, const wire::FairnessReported& report,
              const wire::FairnessRow& row) {
  const ui::Theme& theme = canvas.theme();
  ui::fill(canvas.kit, line, theme.background, ui::corner_small);
  const auto places = cells(line);
  const std::string name = model::seat_name(canvas.model, row.seat);
  ui::write_fitted(canvas.kit, places[0], name, {ui::Weight::SemiBold, ui::body_size, ui::label_size_min, 1}, theme.text,
                   ui::Align::Left, ui::VerticalAlign::Middle);
  ui::Rect trips = places[1];
  if (row.stamps_outside > 0) {
    write_cell(canvas, ui::take_bottom(trips, trips.height / 2),
               canvas.words.count(Key::FairnessOutside, row.stamps_outside), ui::Weight::Regular, theme.coral);
  }
  write_cell(canvas, trips, measured(canvas, row), ui::Weight::Regular, theme.text);
  write_cell(canvas, places[2],
             canvas.words(Key::FairnessCredit, {{"credit", in_seconds(canvas, row.credit_ms)},
                                                {"quota", in_seconds(canvas, report.quota_ms)},
                                                {"credited", canvas.words.number(row.credited)},
                                                {"answers", canvas.words.number(row.answers)}}),
             ui::Weight::Regular, theme.text);
  write_cell(canvas, places[3],
             canvas.words(Key::FairnessPlaces, {{"place", canvas.words.number(row.rank)},
                                                {"without", canvas.words.number(row.rank_without_credit)}}),
             ui::Weight::SemiBold, row.rank == row.rank_without_credit ? theme.text : theme.gold);
}

float rows_height(const wire::FairnessReported& report) {
  return static_cast<float>(report.rows.size()) * (row_height + row_gap) - row_gap;
}

void draw_rows(const Canvas& canvas, const ui::Rect& room, const wire::FairnessReported& report) {
  const auto draw = [&](ui::Rect place, const ui::Rect& seen) {
    for (const wire::FairnessRow& each : report.rows) {
      const ui::Rect line = ui::take_top(place, row_height, row_gap);
      if (ui::common(line, seen)) draw_row(canvas, line, report, each);
    }
  };
  const float height = rows_height(report);
  ui::scroll(canvas.kit, room, {"fairness", [height](float) { return height; }, draw});
}

}  // namespace

void draw_fairness(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  const wire::FairnessReported& report = *canvas.model.room->fairness;
  ui::Rect inside = draw_panel(canvas, canvas.words(Key::ConsoleTitle, {{"code", spaced_code(canvas.model.room->code)}}));
  draw_console_tabs(canvas, inside, 2);
  draw_panel_end(canvas, inside);
  ui::write_fitted(canvas.kit, ui::take_top(inside, 92, ui::gap), explanation(canvas, report),
                   {ui::Weight::Regular, ui::body_size, ui::text_size_min, 3}, theme.muted, ui::Align::Left,
                   ui::VerticalAlign::Top);
  if (report.rows.empty()) return say_empty(canvas, inside, canvas.words(Key::FairnessNobody));
  ui::write_fitted(canvas.kit, ui::take_top(inside, 40, ui::gap), outcome(canvas, report),
                   {ui::Weight::SemiBold, 28, ui::label_size_min, 1}, theme.gold, ui::Align::Left,
                   ui::VerticalAlign::Middle);
  ui::Rect heading = ui::take_top(inside, 44, row_gap);
  if (rows_height(report) > inside.height) heading.width -= ui::scroll_gutter;
  draw_heading(canvas, heading);
  draw_rows(canvas, inside, report);
}

}  // namespace certamen::screens
