// Items with a slot each on the left, and what may go there on the right.
#include <algorithm>
#include <cmath>

#include "client/screens/boards.hpp"
#include "client/ui/exam.hpp"
#include "client/ui/pieces.hpp"

namespace certamen::screens {

namespace {

constexpr float row_height_max = 96;
constexpr float row_gap = 8;
constexpr float slot_width = 76;
constexpr float number_width = 44;
constexpr float item_text_max = 32;

struct Columns {
  ui::Rect items;
  ui::Rect matches;
  int rows = 1;

  [[nodiscard]] ui::Rect item(std::size_t index) const {
    return ui::grid_cell(items, 1, rows, static_cast<int>(index), row_gap);
  }
  [[nodiscard]] ui::Rect match(std::size_t index) const {
    return ui::grid_cell(matches, 1, rows, static_cast<int>(index), row_gap);
  }
};

Columns columns_in(ui::Rect room, std::size_t items, std::size_t matches) {
  Columns columns;
  columns.rows = static_cast<int>(std::max<std::size_t>({items, matches, 1}));
  room.height = std::min(room.height, (row_height_max + row_gap) * static_cast<float>(columns.rows) - row_gap);
  columns.items = ui::take_left(room, std::round(room.width * 0.5F), ui::gap_section);
  columns.matches = room;
  return columns;
}

ui::Rect item_text_room(const ui::Rect& rect) {
  return {rect.x + number_width + 12, rect.y + 2, rect.width - number_width - slot_width - 28, rect.height - 4};
}

float item_text_size(const std::vector<model::DisplayOption>& options, const ui::Rect& rect) {
  const ui::Rect room = item_text_room(rect);
  float size = std::min(item_text_max, rect.height * 0.5F);
  for (const model::DisplayOption& option : options) {
    const ui::FitRule rule{ui::Weight::SemiBold, size, ui::text_size_min};
    size = std::min(size, ui::fitted(option.text, {room.width, room.height}, rule).font.size);
  }
  return size;
}

struct Item {
  std::size_t number = 0;  // from 0
  const model::DisplayOption& option;
  std::optional<wire::OptionIndex> match;
  float text_size = item_text_max;
  bool open = false;
};

void draw_item(const Canvas& canvas, const ui::Rect& rect, const Item& item) {
  const ui::Theme& theme = canvas.theme();
  const std::string id = "item." + std::to_string(item.option.canonical);
  const bool held = item.open && canvas.held == item.option.canonical + 1;
  const bool wanted = item.open && canvas.held < 0;
  ui::fill(canvas.kit, rect, item.open && canvas.kit.hovered(id) ? theme.line : theme.raised, ui::corner);
  ui::write(canvas.kit, {rect.x + 16, rect.y, number_width - 16, rect.height}, std::to_string(item.number + 1),
            {ui::lead_size, ui::Weight::Bold, true}, theme.muted);
  ui::write_fitted(canvas.kit, item_text_room(rect), item.option.text,
                   {ui::Weight::SemiBold, item.text_size, std::min(item.text_size, ui::text_size_min)}, theme.text,
                   ui::Align::Left, ui::VerticalAlign::Middle);
  const ui::Rect slot{rect.right() - slot_width - 8, rect.y + 4, slot_width, rect.height - 8};
  ui::empty_slot(canvas.kit, slot, held || wanted);
  if (item.match) ui::badge(canvas.kit, slot.centre(), std::min(30.0F, slot.height * 0.42F), *item.match);
  if (held) ui::frame(canvas.kit, ui::inset(rect, -4), theme.text, 5, ui::corner + 4);
  ui::focus_ring(canvas.kit, ui::inset(rect, held ? -4.0F : 0.0F), ui::corner, id);
  if (!item.open) return;
  canvas.kit.scene.regions.push_back({.id = id,
                                      .rect = rect,
                                      .action = {"item", item.option.canonical},
                                      .drop = ui::Action{"match", item.option.canonical * pair_base}});
  canvas.key(std::string(1, static_cast<char>('1' + item.number)), {"item", item.option.canonical});
}

ui::Piece match_piece(const Canvas& canvas, std::size_t index, const std::string& text, float size, bool open) {
  const auto value = static_cast<std::int64_t>(index);
  ui::Piece piece{.id = "match." + std::to_string(index),
                  .position = index,
                  .text = text,
                  .text_size = size,
                  .state = open && canvas.held == -(value + 1) ? ui::PieceState::Held : ui::PieceState::Open};
  if (!open) return piece;
  piece.action = ui::Action{"partner", value};
  piece.drag = ui::Action{"match", value};
  return piece;
}

}  // namespace

void draw_matching_board(const Canvas& canvas, const ui::Rect& room) {
  const std::vector<model::DisplayOption> options = model::display_options(canvas.model);
  const std::vector<std::string>& texts = canvas.model.room->asked->matches;
  const auto matches = model::board_matches(canvas.model);
  const bool open = model::can_answer(canvas.model, canvas.now);
  const Columns columns = columns_in(room, options.size(), texts.size());
  const float item_size = item_text_size(options, columns.item(0));
  if (open) canvas.kit.scene.first_focus = "item." + std::to_string(options.front().canonical);
  for (std::size_t i = 0; i < options.size(); ++i) {
    Item item{i, options[i], std::nullopt, item_size, open};
    if (canvas.model.room->plays) item.match = matches[options[i].canonical];
    draw_item(canvas, columns.item(i), item);
  }
  const ui::Rect first = columns.match(0);
  const float size = ui::piece_text_size(texts, {first.width, first.height});
  std::size_t dragged = texts.size();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const ui::Piece piece = match_piece(canvas, i, texts[i], size, open);
    if (canvas.kit.dragged(piece.id) != nullptr) dragged = i;
    ui::piece(canvas.kit, columns.match(i), piece);
    if (open) canvas.key(std::string(1, static_cast<char>('a' + i)), {"partner", static_cast<std::int64_t>(i)});
  }
  if (dragged == texts.size()) return;
  // What is dragged is the badge: the text stays where it can be read.
  const ui::Drag& drag = *canvas.kit.dragged("match." + std::to_string(dragged));
  constexpr float reach = 50;
  const ui::Rect disc{drag.at.x - reach, drag.at.y - reach, 2 * reach, 2 * reach};
  canvas.kit.scene.primitives.emplace_back(ui::Box{disc, reach, canvas.theme().background, canvas.theme().text, 3});
  ui::badge(canvas.kit, drag.at, 38, dragged);
}

}  // namespace certamen::screens
