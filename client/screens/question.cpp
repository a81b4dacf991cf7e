#include "client/screens/question.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/ui/standing.hpp"

namespace certamen::screens {

namespace {

constexpr float ring_radius = 92;
constexpr float ring_room = 250;
constexpr float strip_height = 64;
constexpr float low_height = 1040;
constexpr float low_size_min = 26;
constexpr float reading_size_max = 31;

bool is_low(const Canvas& canvas) {
  return canvas.size.height < low_height;
}

// How paragraphs stand apart: with air while there is room, closer when there is much to read.
struct Spacing {
  float heading;
  float gap;
  float size_min;
};
constexpr std::array spacings{Spacing{50, 26, 24}, Spacing{38, 14, ui::text_size_min}};

ui::TextBlock paragraph_block(const Paragraph& paragraph, float width, float size) {
  return ui::fitted(paragraph.text, {width, 10'000}, {ui::Weight::Regular, size, size});
}

float heading_room(const Paragraph& paragraph, const Spacing& spacing) {
  return paragraph.heading.empty() && paragraph.badge.empty() ? 0 : spacing.heading;
}

float paragraphs_height(const std::vector<Paragraph>& paragraphs, float width, float size, const Spacing& spacing) {
  float height = 0;
  for (const Paragraph& each : paragraphs) {
    height += heading_room(each, spacing) + paragraph_block(each, width, size).height() + spacing.gap;
  }
  return height - spacing.gap;
}

// Spacing and size at which all of them fit; nothing when even the closest and smallest does not.
std::optional<std::pair<Spacing, float>> setting_for(const std::vector<Paragraph>& paragraphs, const ui::Rect& room) {
  for (const Spacing& spacing : spacings) {
    for (float size = reading_size_max; size >= spacing.size_min; --size) {
      if (paragraphs_height(paragraphs, room.width, size, spacing) <= room.height) return std::pair{spacing, size};
    }
  }
  return std::nullopt;
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
  plan.ring_radius = ring_radius;
  plan.ring = {body.right() - ring_radius - 8, body.y + ring_radius + 16};
  plan.strip = {body.x, cards_top - strip_height - ui::gap, body.width, strip_height};
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

bool paragraphs_fit(const std::vector<Paragraph>& paragraphs, const ui::Rect& room) {
  return setting_for(paragraphs, room).has_value();
}

std::size_t draw_paragraphs(const Canvas& canvas, const ui::Rect& room, const std::vector<Paragraph>& paragraphs) {
  std::vector<Paragraph> kept = paragraphs;
  auto setting = setting_for(kept, room);
  while (!setting && kept.size() > 1) {
    kept.pop_back();
    setting = setting_for(kept, room);
  }
  const auto [spacing, size] = setting.value_or(std::pair{spacings.back(), ui::text_size_min});
  ui::Rect rest = room;
  for (const Paragraph& each : kept) {
    if (heading_room(each, spacing) > 0) draw_heading(canvas, ui::take_top(rest, spacing.heading), each);
    const float height = std::min(rest.height, paragraph_block(each, rest.width, size).height());
    const ui::Rect place = ui::take_top(rest, height, spacing.gap);
    ui::write_fitted(canvas.kit, place, each.text, {ui::Weight::Regular, size, size}, canvas.theme().text);
  }
  return kept.size();
}

}  // namespace certamen::screens
