#include "client/screens/points.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include "client/ui/chart.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/scroll.hpp"

namespace certamen::screens {

namespace {

constexpr float sentence_size_max = 30;
constexpr float sentence_size_min = 24;
constexpr float bullet_room = 34;
constexpr float figures_width_max = 640;
constexpr float figure_height_max = 420;
constexpr std::size_t streak_columns_max = 7;
constexpr std::size_t few_rules = 5;

struct Figure {
  std::string title;
  std::function<void(const ui::Rect&)> draw;
};

std::optional<wire::PointsRule> rule_of(const Canvas& canvas, wire::Rule wanted) {
  for (const wire::PointsRule& each : canvas.model.room->points_rules) {
    if (each.rule == wanted) return each;
  }
  return std::nullopt;
}

std::string signed_number(const Words& words, std::int64_t value) {
  if (value < 0) return "\u2212" + words.number(-value);
  return value > 0 ? "+" + words.number(value) : "0";
}

// What a right answer is worth at once, halfway and at the end; it falls evenly, so the middle is the mean.
void add_speed(const Canvas& canvas, std::vector<Figure>& figures) {
  const auto first = rule_of(canvas, wire::Rule::RightAtOnce);
  const auto last = rule_of(canvas, wire::Rule::RightAtLast);
  if (!first || !last) return;
  const auto point = [&](float at, std::int64_t value, Key label) {
    return ui::CurvePoint{at, static_cast<float>(value), canvas.words(label), canvas.words.number(value)};
  };
  const std::vector<ui::CurvePoint> points{point(0, first->first, Key::PointsAtOnce),
                                           point(0.5F, (first->first + last->first) / 2, Key::PointsAtHalf),
                                           point(1, last->first, Key::PointsAtLast)};
  figures.push_back({canvas.words(Key::PointsSpeedFigure),
                     [&canvas, points](const ui::Rect& room) { ui::curve(canvas.kit, room, points, canvas.theme().gold); }});
}

void add_certainty(const Canvas& canvas, std::vector<Figure>& figures) {
  std::vector<ui::Column> columns;
  for (const auto& [rule, name] : {std::pair{wire::Rule::LowCertainty, Key::CertaintyLow},
                                   {wire::Rule::MiddleCertainty, Key::CertaintyMiddle},
                                   {wire::Rule::HighCertainty, Key::CertaintyHigh}}) {
    const auto worth = rule_of(canvas, rule);
    if (!worth) return;
    columns.push_back({canvas.words(name), static_cast<float>(worth->first), signed_number(canvas.words, worth->first),
                       canvas.theme().right, static_cast<float>(std::min<std::int64_t>(worth->second, 0)),
                       signed_number(canvas.words, worth->second), canvas.theme().wrong});
  }
  figures.push_back({canvas.words(Key::PointsCertaintyFigure),
                     [&canvas, columns](const ui::Rect& room) { ui::columns(canvas.kit, room, columns); }});
}

// A small match of ten questions, counted up.
void add_example(const Canvas& canvas, std::vector<Figure>& figures) {
  constexpr std::int64_t right_count = 6;
  constexpr std::int64_t wrong_count = 3;
  const auto right = rule_of(canvas, wire::Rule::Right);
  if (!right) return;
  const auto wrong = rule_of(canvas, wire::Rule::Wrong);
  const std::int64_t gained = right_count * right->first;
  const std::int64_t lost = wrong_count * (wrong ? std::min<std::int64_t>(wrong->first, 0) : 0);
  const ui::Theme& theme = canvas.theme();
  const auto number = [&](std::int64_t value) { return signed_number(canvas.words, value); };
  std::vector<ui::Column> columns{
      {canvas.words(Key::PointsExampleRight), static_cast<float>(gained), number(gained), theme.right},
      {canvas.words(Key::PointsExampleWrong), 0, lost < 0 ? "" : "0", theme.wrong},
      {canvas.words(Key::PointsExampleBlank), 0, "0", theme.muted},
      {canvas.words(Key::PointsExampleSum), static_cast<float>(gained + lost), canvas.words.number(gained + lost),
       theme.gold}};
  if (lost < 0) {
    columns[1].below = static_cast<float>(lost);
    columns[1].below_shown = number(lost);
    columns[1].below_color = theme.wrong;
  }
  figures.push_back({canvas.words(Key::PointsExampleFigure),
                     [&canvas, columns](const ui::Rect& room) { ui::columns(canvas.kit, room, columns); }});
}

void add_streak(const Canvas& canvas, std::vector<Figure>& figures) {
  const auto bonus = rule_of(canvas, wire::Rule::StreakBonus);
  if (!bonus || bonus->first <= 0) return;
  std::vector<ui::Column> columns;
  for (std::size_t row = 1; row <= streak_columns_max; ++row) {
    const std::int64_t more = std::min(bonus->second, bonus->first * static_cast<std::int64_t>(row - 1));
    columns.push_back(
        {std::to_string(row), static_cast<float>(more), signed_number(canvas.words, more), canvas.theme().gold});
  }
  figures.push_back({canvas.words(Key::PointsStreakFigure),
                     [&canvas, columns](const ui::Rect& room) { ui::columns(canvas.kit, room, columns); }});
}

std::vector<Figure> figures_of(const Canvas& canvas) {
  std::vector<Figure> figures;
  add_speed(canvas, figures);
  add_certainty(canvas, figures);
  add_example(canvas, figures);
  add_streak(canvas, figures);
  return figures;
}

void draw_figures(const Canvas& canvas, const ui::Rect& room, const std::vector<Figure>& figures) {
  const auto count = static_cast<int>(figures.size());
  const float height = std::min(figure_height_max * static_cast<float>(count), room.height);
  for (int i = 0; i < count; ++i) {
    const Figure& figure = figures[static_cast<std::size_t>(i)];
    ui::Rect place = ui::grid_cell({room.x, room.y, room.width, height}, 1, count, i, ui::gap_large);
    ui::write_fitted(canvas.kit, ui::take_top(place, 34, ui::gap_small), figure.title,
                     {ui::Weight::SemiBold, ui::body_size, ui::text_size_min, 1}, canvas.theme().gold, ui::Align::Left,
                     ui::VerticalAlign::Middle);
    figure.draw(place);
  }
}

// All sentences in one size, the largest in which they fit; what is too much for the smallest scrolls.
void draw_sentences(const Canvas& canvas, const ui::Rect& room, const std::vector<std::string>& sentences) {
  const auto blocks_at = [&](float size, float width) {
    std::vector<ui::TextBlock> blocks;
    for (const std::string& each : sentences) {
      blocks.push_back({ui::Font{size, ui::Weight::Regular, false}, {}, false});
      blocks.back().lines = ui::wrapped(each, blocks.back().font, width - bullet_room);
    }
    return blocks;
  };
  const auto between = [](float size) { return std::round(size * 0.55F); };
  const auto height_at = [&](float size, float width) {
    float sum = -between(size);
    for (const ui::TextBlock& each : blocks_at(size, width)) sum += each.height() + between(size);
    return sum;
  };
  float size = sentence_size_max;
  while (size > sentence_size_min && height_at(size, room.width) > room.height) --size;
  const auto draw = [&](ui::Rect place, const ui::Rect&) {
    for (const ui::TextBlock& each : blocks_at(size, place.width)) {
      ui::Rect line = ui::take_top(place, each.height(), between(size));
      const ui::Rect bullet = ui::take_left(line, bullet_room);
      const ui::Point middle{bullet.x + 8, bullet.y + ui::line_height(each.font) / 2};
      canvas.kit.scene.primitives.emplace_back(ui::Shape{ui::ShapeKind::Circle, middle, 5, canvas.theme().gold});
      ui::write(canvas.kit, line, each, canvas.theme().text);
    }
  };
  ui::scroll(canvas.kit, room, {"points", [&](float width) { return height_at(size, width); }, draw});
}

}  // namespace

bool knows_points(const Canvas& canvas) {
  return canvas.model.room && !canvas.model.room->points_rules.empty();
}

std::string sentence_of(const Words& words, const wire::PointsRule& rule) {
  const auto say = [&](Key key, const std::string& name = {}) {
    return words(key, {{"first", words.number(rule.first)},
                       {"second", words.number(rule.second)},
                       {"first_lost", words.number(-rule.first)},
                       {"second_lost", words.number(-rule.second)},
                       {"second_tenths", words.tenths(static_cast<std::uint32_t>(std::max<std::int64_t>(rule.second, 0)))},
                       {"name", name}});
  };
  const auto certain = [&](Key name) {
    return say(rule.second < 0 ? Key::PointsCertainty : Key::PointsCertaintyFree, words(name));
  };
  switch (rule.rule) {
    case wire::Rule::Right: return say(Key::PointsRight);
    case wire::Rule::RightAtOnce: return say(Key::PointsRightAtOnce);
    case wire::Rule::RightAtLast: return say(Key::PointsRightAtLast);
    case wire::Rule::Wrong: return say(rule.first < 0 ? Key::PointsWrong : Key::PointsWrongFree);
    case wire::Rule::LowCertainty: return certain(Key::CertaintyLow);
    case wire::Rule::MiddleCertainty: return certain(Key::CertaintyMiddle);
    case wire::Rule::HighCertainty: return certain(Key::CertaintyHigh);
    case wire::Rule::PartialMultiple: return say(Key::PointsPartialMultiple);
    case wire::Rule::PartialOrdering: return say(Key::PointsPartialOrdering);
    case wire::Rule::PartialMatching: return say(Key::PointsPartialMatching);
    case wire::Rule::StreakBonus: return say(Key::PointsStreak);
    case wire::Rule::TiesByTime: return say(Key::PointsTies);
    case wire::Rule::SecondVote: return say(Key::PointsSecondVote);
    case wire::Rule::TeamMean: return say(Key::PointsTeamMean);
    case wire::Rule::UnscoredItems:
      return words.count(Key::PointsUnscored, static_cast<std::uint64_t>(std::max<std::int64_t>(rule.first, 0)));
  }
  return {};
}

void draw_points(const Canvas& canvas, ui::Rect room) {
  const std::vector<Figure> figures = figures_of(canvas);
  if (!figures.empty()) {
    const float width = std::min(figures_width_max, std::round(room.width * 0.45F));
    draw_figures(canvas, ui::take_right(room, width, ui::gap_section), figures);
  }
  std::vector<std::string> sentences;
  for (const wire::PointsRule& each : canvas.model.room->points_rules) sentences.push_back(sentence_of(canvas.words, each));
  draw_sentences(canvas, room, sentences);
}

void draw_points_overlay(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  const bool little = canvas.model.room->points_rules.size() <= few_rules && figures_of(canvas).size() <= 1;
  ui::Rect inside = ui::dialogue(canvas.kit, {1640, little ? 660.0F : 940.0F});
  const ui::Button back{.id = "points.back",
                        .label = canvas.words(Key::CommonBack),
                        .key = canvas.words(Key::KeyEscape),
                        .style = ui::ButtonStyle::Primary,
                        .action = {"menu", 0}};
  ui::Rect top = ui::take_top(inside, ui::control_height, ui::gap_large);
  ui::button(canvas.kit, ui::take_right(top, ui::button_width(back), ui::gap), back);
  ui::write_fitted(canvas.kit, top, canvas.words(Key::SettingsPoints), {ui::Weight::Bold, ui::title_size, ui::label_size, 1},
                   theme.text, ui::Align::Left, ui::VerticalAlign::Middle);
  draw_points(canvas, inside);
  canvas.kit.scene.first_focus = back.id;
  canvas.key(ui::KeyName::Escape, back.action);
  canvas.key("h", back.action);
}

ui::Button points_button(const Canvas& canvas, int order) {
  const ui::Action action{"points", 0};
  canvas.key("h", action);
  return {.id = "points",
          .label = canvas.words(Key::SettingsPoints),
          .key = "H",
          .style = ui::ButtonStyle::Quiet,
          .action = action,
          .order = order};
}

}  // namespace certamen::screens
