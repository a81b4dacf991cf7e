// Cards in a stack, to be put in order.
#include <algorithm>

#include "client/screens/boards.hpp"
#include "client/ui/pieces.hpp"

namespace certamen::screens {

namespace {

constexpr float slot_height_max = 84;
constexpr float slot_gap = 8;
constexpr float number_width = 48;

struct Stack {
  std::vector<model::DisplayOption> options;  // by letter
  std::vector<wire::OptionIndex> order;       // as drawn: what is dragged lies where it would fall
  ui::Rect room;
  float text_size = ui::answer_size_max;

  [[nodiscard]] ui::Rect slot(std::size_t place) const {
    return ui::grid_cell(room, 1, static_cast<int>(order.size()), static_cast<int>(place), slot_gap);
  }
  [[nodiscard]] std::size_t letter_of(wire::OptionIndex canonical) const {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const auto& each) { return each.canonical == canonical; });
    return static_cast<std::size_t>(found - options.begin());
  }
};

std::string card_id(wire::OptionIndex option) {
  return "card." + std::to_string(option);
}

// The others make room for a card that is dragged over them.
std::optional<wire::OptionIndex> follow_drag(const Canvas& canvas, Stack& stack) {
  for (const wire::OptionIndex option : stack.order) {
    const ui::Drag* drag = canvas.kit.dragged(card_id(option));
    if (drag == nullptr) continue;
    std::size_t place = stack.order.size();
    float nearest = ui::drop_reach;
    for (std::size_t i = 0; i < stack.order.size(); ++i) {
      const float away = ui::distance_to(stack.slot(i), drag->at);
      if (away > nearest || (place < stack.order.size() && away >= nearest)) continue;
      nearest = away;
      place = i;
    }
    if (place == stack.order.size()) return option;
    std::erase(stack.order, option);
    stack.order.insert(stack.order.begin() + static_cast<std::ptrdiff_t>(place), option);
    return option;
  }
  return std::nullopt;
}

Stack make_stack(const Canvas& canvas, const ui::Rect& room) {
  Stack stack;
  stack.options = model::display_options(canvas.model);
  stack.order = model::board_order(canvas.model);
  const auto count = static_cast<float>(std::max<std::size_t>(stack.order.size(), 1));
  const float height = std::min(room.height, (slot_height_max + slot_gap) * count - slot_gap);
  stack.room = {room.x + number_width, room.y, room.width - number_width, height};
  std::vector<std::string> texts;
  for (const model::DisplayOption& option : stack.options) texts.push_back(option.text);
  const ui::Rect first = stack.slot(0);
  stack.text_size = ui::piece_text_size(texts, {first.width, first.height});
  return stack;
}

void draw_card(const Canvas& canvas, const Stack& stack, const ui::Rect& rect, std::size_t place, bool open) {
  const wire::OptionIndex option = stack.order[place];
  const std::size_t letter = stack.letter_of(option);
  const bool held = open && canvas.held == option + 1;
  ui::Piece piece{.id = card_id(option),
                  .position = letter,
                  .text = stack.options[letter].text,
                  .text_size = stack.text_size,
                  .state = held ? ui::PieceState::Held : ui::PieceState::Open};
  if (open) {
    piece.action = ui::Action{"hold", option};
    piece.drag = ui::Action{"place", option * pair_base};
    piece.drop = ui::Action{"place", static_cast<std::int64_t>(place)};
  }
  ui::piece(canvas.kit, rect, piece);
}

void add_keys(const Canvas& canvas, const Stack& stack) {
  const std::int64_t base = (canvas.held - 1) * pair_base;
  for (std::size_t i = 0; i < stack.order.size(); ++i) {
    const auto place = static_cast<std::int64_t>(i);
    const ui::Action take{"hold", stack.order[i]};
    canvas.key(std::string(1, static_cast<char>('1' + i)), canvas.held > 0 ? ui::Action{"place", base + place} : take);
    canvas.key(std::string(1, static_cast<char>('a' + i)), {"hold", stack.options[i].canonical});
    if (canvas.held != stack.order[i] + 1) continue;
    if (i > 0) canvas.key(ui::KeyName::Up, {"shift", base + place - 1});
    if (i + 1 < stack.order.size()) canvas.key(ui::KeyName::Down, {"shift", base + place + 1});
  }
}

}  // namespace

void draw_ordering_board(const Canvas& canvas, const ui::Rect& room) {
  const ui::Theme& theme = canvas.theme();
  Stack stack = make_stack(canvas, room);
  const bool open = model::can_answer(canvas.model, canvas.now);
  if (open) canvas.kit.scene.first_focus = card_id(stack.order.front());
  if (open) add_keys(canvas, stack);
  const auto before = stack.order;
  const auto dragged = open ? follow_drag(canvas, stack) : std::nullopt;
  std::optional<std::size_t> place_dragged;
  for (std::size_t place = 0; place < stack.order.size(); ++place) {
    const ui::Rect slot = stack.slot(place);
    ui::write(canvas.kit, {room.x, slot.y, number_width - 12, slot.height}, std::to_string(place + 1),
              {ui::lead_size, ui::Weight::Bold, true}, theme.muted, ui::Align::Left);
    if (dragged == stack.order[place]) {
      ui::empty_slot(canvas.kit, slot, true);
      place_dragged = place;
    } else {
      draw_card(canvas, stack, slot, place, open);
    }
  }
  if (!place_dragged) return;
  // The card itself lies under the pointer, over everything; it answers at its place.
  const ui::Drag& drag = *canvas.kit.dragged(card_id(*dragged));
  const auto taken = static_cast<std::size_t>(std::find(before.begin(), before.end(), *dragged) - before.begin());
  const ui::Rect at = ui::moved(stack.slot(taken), drag.at.x - drag.from.x, drag.at.y - drag.from.y);
  draw_card(canvas, stack, at, *place_dragged, true);
  canvas.kit.scene.regions.back().rect = stack.slot(*place_dragged);
}

}  // namespace certamen::screens
