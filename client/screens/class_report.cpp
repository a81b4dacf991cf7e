// What a host is told of the whole class at the end of an exam: domains, most missed questions, everybody's estimate.
#include <algorithm>
#include <cmath>

#include "client/screens/ending.hpp"
#include "client/screens/pages.hpp"
#include "client/screens/points.hpp"
#include "client/screens/shares.hpp"
#include "client/ui/scroll.hpp"

namespace certamen::screens {

namespace {

// Pages of the podium's scene: 0 is one's own first one, 1 has the standings.
constexpr std::size_t domains_page = 2;
constexpr std::size_t missed_page = 3;
constexpr std::size_t players_page = 4;
constexpr float row_height_max = 92;
constexpr float missed_side = 420;
constexpr float missed_head = 36;
constexpr float missed_height_min = 92;
constexpr float player_height = 50;
constexpr float row_gap = 10;

wire::ExamShare as_shown(const wire::ClassShare& share) {
  return {share.right_count, share.answer_count, share.right_thousandths, share.low_thousandths, share.high_thousandths};
}

void draw_tabs(const Canvas& canvas, ui::Rect& body) {
  const std::size_t page = canvas.page;
  const auto tab = [&](Key name, std::size_t target, const char* key, bool shown) {
    const ui::Action action{"page", static_cast<std::int64_t>(target)};
    canvas.key(key, action);
    return ui::Segment{canvas.words(name), action, shown};
  };
  ui::tabs(canvas.kit, ui::take_top(body, 60, ui::gap), "class",
           {tab(Key::ClassDomains, domains_page, "1", page < missed_page),
            tab(Key::ClassMissed, missed_page, "2", page >= missed_page && page < players_page),
            tab(Key::ClassPlayers, players_page, "3", page >= players_page)});
}

void draw_counters(const Canvas& canvas, ui::Rect& body, const wire::ClassReported& report) {
  const auto players = canvas.words.number(report.player_count);
  const std::string text =
      canvas.words(Key::ClassHandedIn, {{"count", canvas.words.number(report.handed_in_count)}, {"players", players}}) +
      "  ·  " +
      canvas.words(Key::ClassPassed, {{"count", canvas.words.number(report.passed_count)},
                                      {"players", players},
                                      {"mark", std::to_string(report.pass_mark)}});
  ui::write_fitted(canvas.kit, ui::take_top(body, 44, ui::gap), text, {ui::Weight::SemiBold, 30, ui::label_size_min, 1},
                   canvas.theme().gold, ui::Align::Left, ui::VerticalAlign::Middle);
}

void draw_domains(const Canvas& canvas, ui::Rect body, const wire::ClassReported& report) {
  std::string help = canvas.words(Key::ClassHelp);
  if (report.unscored_count > 0) help += " " + canvas.words.count(Key::ReportUnscored, report.unscored_count);
  ui::write_fitted(canvas.kit, ui::take_bottom(body, 92, ui::gap), help,
                   {ui::Weight::Regular, ui::label_size, ui::text_size_min, 3}, canvas.theme().muted, ui::Align::Left,
                   ui::VerticalAlign::Bottom);
  draw_share(canvas, ui::take_top(body, 100, 8), canvas.words(Key::ClassWhole), as_shown(report.whole), true);
  const auto count = static_cast<float>(std::max<std::size_t>(report.domains.size(), 1));
  const float height = std::min(row_height_max, (body.height - 8 * (count - 1)) / count);
  for (const wire::ClassDomain& each : report.domains) {
    draw_share(canvas, ui::take_top(body, height, 8), canvas.words.of(each.domain), as_shown(each.share), false);
  }
}

ui::TextBlock prompt_block(const wire::MissedQuestion& missed, float width) {
  ui::TextBlock block{{ui::label_size, ui::Weight::Regular, false}, {}, false};
  block.lines = ui::wrapped(missed.prompt, block.font, width - missed_side - ui::gap_large - 40);
  return block;
}

float height_of(const wire::MissedQuestion& missed, float width) {
  return std::max(missed_height_min, missed_head + prompt_block(missed, width).height() + 24);
}

// How many missed it.
void draw_misses(const Canvas& canvas, ui::Rect side, const wire::ClassReported& report,
                 const wire::MissedQuestion& missed) {
  const std::uint32_t count = missed.wrong_count + missed.blank_count;
  ui::write_fitted(canvas.kit, ui::take_top(side, side.height / 2),
                   canvas.words(Key::ClassMissedBy, {{"count", canvas.words.number(count)},
                                                     {"players", canvas.words.number(report.player_count)}}),
                   {ui::Weight::SemiBold, ui::body_size, ui::label_size_min, 1}, canvas.theme().text, ui::Align::Right,
                   ui::VerticalAlign::Middle);
  if (missed.blank_count == 0) return;
  ui::write_fitted(canvas.kit, side, canvas.words.count(Key::ClassBlank, missed.blank_count),
                   {ui::Weight::Regular, ui::label_size, ui::text_size_min, 1}, canvas.theme().muted, ui::Align::Right,
                   ui::VerticalAlign::Middle);
}

// A press leads to the question in the review.
void draw_question(const Canvas& canvas, const ui::Rect& rect, const ui::Rect& seen, const wire::ClassReported& report,
                   const wire::MissedQuestion& missed) {
  const ui::Theme& theme = canvas.theme();
  const std::string id = "missed." + std::to_string(missed.number);
  canvas.kit.scene.regions.push_back({.id = id, .rect = rect, .action = {"review.at", missed.number}});
  if (!ui::common(rect, seen)) return;
  ui::fill(canvas.kit, rect, canvas.kit.hovered(id) ? theme.raised : theme.surface, ui::corner);
  ui::Rect inside = ui::inset(rect, 20, 10);
  draw_misses(canvas, ui::take_right(inside, missed_side, ui::gap_large), report, missed);
  const std::string title = canvas.words(Key::ClassQuestion, {{"number", std::to_string(missed.number)}}) + "  ·  " +
                            canvas.words.of(missed.domain);
  ui::write_fitted(canvas.kit, ui::take_top(inside, missed_head - 4, 4), title,
                   {ui::Weight::SemiBold, ui::label_size, ui::text_size_min, 1}, theme.gold, ui::Align::Left,
                   ui::VerticalAlign::Middle);
  ui::write(canvas.kit, inside, prompt_block(missed, rect.width), theme.text);
  ui::focus_ring(canvas.kit, ui::inset(rect, 4), ui::corner, id);
}

void draw_missed(const Canvas& canvas, const ui::Rect& body, const wire::ClassReported& report) {
  if (report.missed.empty()) return say_empty(canvas, body, canvas.words(Key::ClassNothingMissed));
  const auto height = [&](float width) {
    float sum = -row_gap;
    for (const wire::MissedQuestion& each : report.missed) sum += height_of(each, width) + row_gap;
    return sum;
  };
  const auto draw = [&](ui::Rect place, const ui::Rect& seen) {
    for (const wire::MissedQuestion& each : report.missed) {
      draw_question(canvas, ui::take_top(place, height_of(each, place.width), row_gap), seen, report, each);
    }
  };
  ui::scroll(canvas.kit, body, {"missed", height, draw});
}

void draw_player(const Canvas& canvas, const ui::Rect& rect, const wire::ClassReported& report, const wire::ClassRow& row) {
  const ui::Theme& theme = canvas.theme();
  const auto& names = canvas.model.room->class_names;
  const auto found = names.find(row.seat);
  const bool passed = row.scaled_estimate >= report.pass_mark;
  ui::fill(canvas.kit, rect, theme.surface, ui::corner_small);
  ui::Rect inside = ui::inset(rect, 16, 2);
  ui::write(canvas.kit, ui::take_right(inside, 84, ui::gap), std::to_string(row.scaled_estimate),
            {ui::body_size, ui::Weight::SemiBold, true}, theme.text, ui::Align::Right);
  ui::draw(canvas.kit, passed ? ui::MarkKind::Tick : ui::MarkKind::Minus, ui::take_right(inside, 36, ui::gap).centre(), 28,
           passed ? theme.right : theme.muted);
  const std::string right = canvas.words(Key::ReportRight, {{"right", std::to_string(row.right_count)},
                                                            {"total", std::to_string(report.whole.question_count)}});
  ui::write_fitted(canvas.kit, ui::take_right(inside, 130, ui::gap), right,
                   {ui::Weight::Regular, ui::label_size, ui::text_size_min, 1}, theme.muted, ui::Align::Right,
                   ui::VerticalAlign::Middle);
  if (!row.handed_in) {
    ui::write_fitted(canvas.kit, ui::take_right(inside, 150, ui::gap), canvas.words(Key::ClassNotHandedIn),
                     {ui::Weight::Regular, ui::label_size, ui::text_size_min, 1}, theme.amber, ui::Align::Right,
                     ui::VerticalAlign::Middle);
  }
  ui::write_fitted(canvas.kit, inside, found == names.end() ? canvas.words(Key::ClassGone) : found->second,
                   {ui::Weight::SemiBold, ui::body_size, ui::label_size_min, 1}, theme.text, ui::Align::Left,
                   ui::VerticalAlign::Middle);
}

void draw_players(const Canvas& canvas, ui::Rect body, const wire::ClassReported& report) {
  constexpr std::size_t columns = 2;
  ui::write_fitted(canvas.kit, ui::take_bottom(body, 56, ui::gap),
                   canvas.words(Key::ClassPlayersHelp, {{"mark", std::to_string(report.pass_mark)}}),
                   {ui::Weight::Regular, ui::label_size, ui::text_size_min, 2}, canvas.theme().muted, ui::Align::Left,
                   ui::VerticalAlign::Bottom);
  const std::size_t rows = (report.rows.size() + columns - 1) / columns;
  const auto draw = [&](const ui::Rect& place, const ui::Rect& seen) {
    const float width = (place.width - ui::gap_large) / columns;
    for (std::size_t i = 0; i < report.rows.size(); ++i) {
      const float x = place.x + static_cast<float>(i / rows) * (width + ui::gap_large);
      const float y = place.y + static_cast<float>(i % rows) * (player_height + row_gap);
      const ui::Rect row{x, y, width, player_height};
      if (ui::common(row, seen)) draw_player(canvas, row, report, report.rows[i]);
    }
  };
  const float height = static_cast<float>(rows) * (player_height + row_gap) - row_gap;
  ui::scroll(canvas.kit, body, {"players", [height](float) { return height; }, draw});
}

void draw_footer(const Canvas& canvas) {
  const ui::Button standings{
      .id = "standings", .label = canvas.words(Key::ReportStandings), .key = "S", .action = {"page", 1}, .order = 1};
  const ui::Button own{.id = "report", .label = canvas.words(Key::ClassOwn), .key = "O", .action = {"page", 0}, .order = 1};
  ui::Rect row = draw_ending(canvas, 2);
  ui::button(canvas.kit, ui::take_right(row, ui::button_width(standings), ui::gap), standings);
  canvas.key("s", standings.action);
  if (has_exam_report(canvas)) {
    ui::button(canvas.kit, ui::take_right(row, ui::button_width(own), ui::gap), own);
    canvas.key("o", own.action);
  }
  draw_console_button(canvas, row);
}

}  // namespace

bool has_class_report(const Canvas& canvas) {
  return canvas.model.room->class_report.has_value();
}

bool shows_class_report(const Canvas& canvas) {
  return has_class_report(canvas) && (canvas.page >= domains_page || (canvas.page == 0 && !has_exam_report(canvas)));
}

ui::Button class_report_button(const Canvas& canvas) {
  const ui::Button open{.id = "class",
                        .label = canvas.words(Key::ClassOpen),
                        .key = "C",
                        .action = {"page", static_cast<std::int64_t>(domains_page)},
                        .order = 1};
  canvas.key("c", open.action);
  return open;
}

void draw_class_report(const Canvas& canvas) {
  const wire::ClassReported& report = *canvas.model.room->class_report;
  draw_top_line(canvas, canvas.words(Key::ClassTitle), "", "");
  draw_footer(canvas);
  ui::Rect body = canvas.body;
  if (report.player_count == 0) {
    return say_empty(canvas, body, canvas.words(Key::ClassNobody));
  }
  draw_tabs(canvas, body);
  draw_counters(canvas, body, report);
  if (canvas.page >= players_page) {
    draw_players(canvas, body, report);
  } else if (canvas.page >= missed_page) {
    draw_missed(canvas, body, report);
  } else {
    draw_domains(canvas, body, report);
  }
}

}  // namespace certamen::screens
