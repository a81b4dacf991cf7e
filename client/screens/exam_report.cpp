// What an exam says of its player: the whole, each domain with its interval, and an estimate that says it is one.
#include <algorithm>
#include <cmath>

#include "client/screens/ending.hpp"
#include "client/screens/pages.hpp"
#include "client/screens/points.hpp"
#include "client/screens/shares.hpp"
#include "client/ui/chart.hpp"
#include "client/ui/scroll.hpp"

namespace certamen::screens {

namespace {

constexpr float row_height_max = 92;
constexpr float row_height_min = 48;
constexpr float row_gap = 8;
constexpr float share_max = 1000;
constexpr float scale_low = 100;
constexpr float scale_high = 1000;

std::string percent(const Canvas& canvas, std::uint32_t thousandths) {
  return canvas.words.percent((thousandths + 5) / 10);
}

}  // namespace

void draw_share(const Canvas& canvas, ui::Rect row, const std::string& name, const wire::ExamShare& share, bool strong) {
  const ui::Theme& theme = canvas.theme();
  const ui::FitRule rule{strong ? ui::Weight::Bold : ui::Weight::SemiBold, strong ? 40.0F : 28.0F, ui::label_size_min, 2};
  ui::write_fitted(canvas.kit, ui::take_left(row, std::round(row.width * 0.28F), ui::gap_large), name, rule, theme.text,
                   ui::Align::Left, ui::VerticalAlign::Middle);
  const std::string right = canvas.words(
      Key::ReportRight, {{"right", std::to_string(share.right_count)}, {"total", std::to_string(share.question_count)}});
  const std::string interval = canvas.words(Key::ReportInterval, {{"low", percent(canvas, share.low_thousandths)},
                                                                  {"high", percent(canvas, share.high_thousandths)}});
  ui::write_fitted(canvas.kit, ui::take_right(row, 260, ui::gap_large), interval,
                   {ui::Weight::Regular, ui::body_size, ui::label_size_min, 2}, theme.muted, ui::Align::Right,
                   ui::VerticalAlign::Middle);
  ui::write_fitted(canvas.kit, ui::take_right(row, 130, ui::gap), percent(canvas, share.right_thousandths),
                   {ui::Weight::Bold, strong ? 48.0F : 32.0F, ui::label_size_min, 1}, theme.text, ui::Align::Right,
                   ui::VerticalAlign::Middle);
  ui::write_fitted(canvas.kit, ui::take_right(row, 190, ui::gap), right,
                   {ui::Weight::Medium, ui::body_size, ui::label_size_min, 2}, theme.muted, ui::Align::Right,
                   ui::VerticalAlign::Middle);
  ui::interval(
      canvas.kit, ui::centred(row, {row.width, 16}),
      {static_cast<float>(share.low_thousandths) / share_max, static_cast<float>(share.right_thousandths) / share_max,
       static_cast<float>(share.high_thousandths) / share_max},
      strong ? theme.gold : theme.right);
}

namespace {

float on_scale(std::uint32_t value) {
  return (static_cast<float>(value) - scale_low) / (scale_high - scale_low);
}

void draw_estimate(const Canvas& canvas, const ui::Rect& room, const wire::ExamResult& result) {
  const ui::Theme& theme = canvas.theme();
  ui::fill(canvas.kit, room, theme.surface, ui::corner);
  ui::Rect inside = ui::inset(room, 32, 20);
  ui::Rect numbers = ui::take_left(inside, 320, ui::gap_section);
  ui::write(canvas.kit, ui::take_top(numbers, 34), canvas.words(Key::ReportEstimate),
            {ui::label_size, ui::Weight::SemiBold, false}, theme.gold);
  ui::write(canvas.kit, ui::take_top(numbers, 72), std::to_string(result.scaled_estimate), {64, ui::Weight::Bold, true},
            theme.text);
  ui::write(canvas.kit, ui::take_top(numbers, 34),
            canvas.words(Key::ReportScaled,
                         {{"low", std::to_string(result.scaled_low)}, {"high", std::to_string(result.scaled_high)}}),
            {ui::label_size, ui::Weight::Regular, true}, theme.muted);
  const ui::Rect words = ui::take_bottom(inside, 84);
  const ui::Rect track = ui::centred(inside, {inside.width, 16});
  ui::interval(canvas.kit, track,
               {on_scale(result.scaled_low), on_scale(result.scaled_estimate), on_scale(result.scaled_high)}, theme.gold);
  const float pass = track.x + track.width * std::clamp(on_scale(result.pass_mark), 0.0F, 1.0F);
  ui::line(canvas.kit, {pass, track.y - 16}, {pass, track.bottom() + 16}, 3, theme.text);
  ui::write_fitted(canvas.kit, words, canvas.words(Key::ReportEstimateHelp, {{"pass", std::to_string(result.pass_mark)}}),
                   {ui::Weight::Regular, ui::body_size, ui::label_size_min, 3}, theme.muted, ui::Align::Left,
                   ui::VerticalAlign::Bottom);
}

void draw_footer(const Canvas& canvas) {
  const ui::Button standings{
      .id = "standings", .label = canvas.words(Key::ReportStandings), .key = "S", .action = {"page", 1}, .order = 1};
  ui::Rect row = draw_ending(canvas, 2);
  if (has_class_report(canvas)) {  // from which the standings are one press away
    const ui::Button of_class = class_report_button(canvas);
    ui::button(canvas.kit, ui::take_right(row, ui::button_width(of_class), ui::gap), of_class);
  } else if (canvas.model.room->finished && canvas.model.room->finished->player_count > 1) {
    ui::button(canvas.kit, ui::take_right(row, ui::button_width(standings)), standings);
    canvas.key("s", standings.action);
  }
  draw_console_button(canvas, row);
  if (knows_points(canvas)) {
    const ui::Button points = points_button(canvas, 1);
    const float wide = ui::button_width(points);  // the menu has it, too
    if (wide <= row.width) ui::button(canvas.kit, ui::take_right(row, wide), points);
  }
}

}  // namespace

bool has_exam_report(const Canvas& canvas) {
  const model::Room& room = *canvas.model.room;
  return room.plays && room.exam_result && room.settings.mode == wire::Mode::ExamSimulation;
}

void draw_exam_report(const Canvas& canvas) {
  const wire::ExamResult& result = *canvas.model.room->exam_result;
  draw_top_line(canvas, canvas.words(Key::ReportTitle), "", "");
  draw_footer(canvas);
  ui::Rect body = canvas.body;
  draw_estimate(canvas, ui::take_bottom(body, 190, ui::gap_large), result);
  draw_share(canvas, ui::take_top(body, 104, 8), canvas.words(Key::ReportWhole), result.whole, true);
  label(canvas, ui::take_top(body, 40, 8), canvas.words(Key::ReportDomains));
  if (result.unscored_count > 0) {
    label(canvas, ui::take_bottom(body, 40, 8), canvas.words.count(Key::ReportUnscored, result.unscored_count));
  }
  const auto count = static_cast<float>(std::max<std::size_t>(result.domains.size(), 1));
  const float row = std::clamp((body.height - row_gap * (count - 1)) / count, row_height_min, row_height_max);
  const auto draw = [&](ui::Rect place, const ui::Rect&) {
    for (const wire::DomainResult& each : result.domains) {
      draw_share(canvas, ui::take_top(place, row, row_gap), canvas.words.of(each.domain), each.share, false);
    }
  };
  const float height = count * (row + row_gap) - row_gap;
  ui::scroll(canvas.kit, body, {"domains", [height](float) { return height; }, draw});
}

}  // namespace certamen::screens
