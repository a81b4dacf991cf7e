#include "client/screens/question.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/ui/scroll.hpp"
#include "client/ui/standing.hpp"

namespace certamen::screens {

namespace {

constexpr float ring_radius = 92;
constexpr float ring_line = 0.18F;  // how thick the ring is at most, of its radius
constexpr float ring_edge = 16;     // above and below it
constexpr float ring_room = 250;
constexpr float strip_height = 64;
constexpr float low_height = 1040;
constexpr float low_size_min = 26;
constexpr float reading_size_max = 31;
constexpr float reading_size_min = 24;
constexpr float column_gap = 56;

bool is_low(const Canvas& canvas) {
  return canvas.size.height < low_height;
}

// How paragraphs stand apart: with air while there is room, closer when there is much to read.
struct Spacing {
  float heading;
  float gap;
};
constexpr std::array spacings{Spacing{50, 26}, Spacing{38, 16}};

struct Setting {
  Spacing spacing;
  float size;
};

ui::TextBlock paragraph_block(const Paragraph& paragraph, float width, float size) {
  return ui::fitted(paragraph.text, {width, 10'000}, {ui::Weight::Regular, size, size});
}

float heading_room(const Paragraph& paragraph, const Spacing& spacing) {
  return paragraph.heading.empty() && paragraph.badge.empty() ? 0 : spacing.heading;
}

ui::Rect column_of(const ui::Rect& room, const std::vector<std::vector<Paragraph>>& columns, std::size_t at) {
  return ui::grid_cell(room, static_cast<int>(columns.size()), 1, static_cast<int>(at), column_gap);
}

float height_of(const std::vector<Paragraph>& column, float width, const Setting& setting) {
  float height = 0;
  for (const Paragraph& each : column) {
    height +=
        heading_room(each, setting.spacing) + paragraph_block(each, width, setting.size).height() + setting.spacing.gap;
  }
  return std::max(0.0F, height - setting.spacing.gap);
}

float longest(const std::vector<std::vector<Paragraph>>& columns, float width, const Setting& setting) {
  const float wide = column_of({0, 0, width, 1}, columns, 0).width;
  float most = 0;
  for (const std::vector<Paragraph>& column : columns) most = std::max(most, height_of(column, wide, setting));
  return most;
}

// The largest and airiest in which everything fits, or else the smallest that is read at ease.
Setting setting_for(const std::vector<std::vector<Paragraph>>& columns, const ui::Rect& room) {
  for (const Spacing& spacing : spacings) {
    for (float size = reading_size_max; size >= reading_size_min; --size) {
      if (longest(columns, room.width, {spacing, size}) <= room.height) return {spacing, size};
    }
  }
  return {spacings.back(), reading_size_min};
}

void draw_heading(const Canvas& canvas, ui::Rect line, const Paragraph& paragraph) {
  const ui::Font font{ui::label_size, ui::Weight::SemiBold, false};
  if (paragraph.badge.empty()) {
    ui::write(canvas.kit, line, paragraph.heading, font, paragraph.heading_color);
  } else {
    ui::pill(canvas.kit, {line.x, line.centre().y}, paragraph.badge, ui::MarkKind::Clock, canvas.theme().raised,
             canvas.theme().gold);
  }
}

}  // namespace

BoardPlan plan_board(const Canvas& canvas) {
  BoardPlan plan;
  const ui::Rect& body = canvas.body;
  // Pieces to arrange want more height than cards; a body that was made lower takes it from both.
  const wire::QuestionKind kind = canvas.model.room->announced->kind;
  const bool arranged = kind == wire::QuestionKind::Ordering || kind == wire::QuestionKind::Matching;
  // A paper's own line of tiles leaves the least room where it is low, and pairs want the most.
  const bool tight = is_low(canvas) && canvas.stage == model::Stage::Examining && kind == wire::QuestionKind::Matching;
  const float arranged_top = tight ? 0.39F : 0.42F;
  const float cut = canvas.footer.y - ui::gap_large - body.bottom();
  const float cards_top = std::round(canvas.size.height * (arranged ? arranged_top : 0.5F) - cut * (arranged ? 0.2F : 0.5F));
  plan.strip = {body.x, cards_top - strip_height - ui::gap, body.width, strip_height};
  // The clock stands above the strip's button.
  const float above = plan.strip.y - body.y;
  plan.ring_radius = std::min(ring_radius, std::floor((above - ring_edge) / (2 + ring_line)));
  const float ring_top = std::clamp(above - (2 + ring_line) * plan.ring_radius, ring_edge / 2, ui::gap);
  plan.ring = {body.right() - plan.ring_radius - ui::gap_small, body.y + ring_top + plan.ring_radius};
  const float beside = canvas.stage == model::Stage::Examining ? 0 : ring_room;
  plan.prompt = {body.x, body.y + 4, body.width - beside, plan.strip.y - ui::gap - body.y - 4};
  plan.cards = {body.x, cards_top, body.width, body.bottom() - cards_top};
  return plan;
}

CardGrid card_grid(std::size_t count) {
  const int columns = 2;
  return {columns, std::max(1, (static_cast<int>(count) + 1) / columns)};
}

void draw_prompt(const Canvas& canvas, const ui::Rect& room, const std::string& prompt) {
  const ui::FitRule rule{ui::Weight::SemiBold, ui::question_size_max, is_low(canvas) ? low_size_min : ui::question_size_min};
  ui::write(canvas.kit, room, ui::balanced(prompt, {room.width, room.height}, rule), canvas.theme().text, ui::Align::Left,
            ui::VerticalAlign::Middle);
}

std::string language_mark(const Canvas& canvas, const wire::QuestionAnnounced& announced) {
  if (!announced.only_in || *announced.only_in == canvas.words.language()) return {};
  switch (*announced.only_in) {
    case wire::Language::English: return canvas.words(Key::BoardOnlyInEnglish);
    case wire::Language::Spanish: return canvas.words(Key::BoardOnlyInSpanish);
  }
  return {};
}

void draw_question_line(const Canvas& canvas, const wire::QuestionAnnounced& announced, const std::string& remark) {
  const Words& words = canvas.words;
  const std::string strong =
      words(Key::BoardQuestion, {{"number", std::to_string(announced.number)}, {"total", std::to_string(announced.total)}});
  const std::string quiet = announced.topic_title + "  ·  " + words.of(announced.domain);
  draw_top_line(canvas, strong, quiet, remark, language_mark(canvas, announced));
}

float reading_height(const std::vector<Paragraph>& column, float width) {
  return height_of(column, width, {spacings.back(), reading_size_min});
}

void draw_reading(const Canvas& canvas, const ui::Rect& room, const std::string& id,
                  const std::vector<std::vector<Paragraph>>& columns) {
  const Setting setting = setting_for(columns, room);
  const auto height = [&](float width) { return longest(columns, width, setting); };
  const auto draw = [&](const ui::Rect& place, const ui::Rect&) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      ui::Rect rest = column_of(place, columns, i);
      for (const Paragraph& each : columns[i]) {
        const float heading = heading_room(each, setting.spacing);
        if (heading > 0) draw_heading(canvas, ui::take_top(rest, heading), each);
        const ui::TextBlock block = paragraph_block(each, rest.width, setting.size);
        ui::write(canvas.kit, ui::take_top(rest, block.height(), setting.spacing.gap), block, canvas.theme().text);
      }
    }
  };
  ui::scroll(canvas.kit, room, {id, height, draw});
}

}  // namespace certamen::screens
