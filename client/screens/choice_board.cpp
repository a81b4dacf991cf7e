// Cards to choose from: single choice, multiple response, true or false.
#include <algorithm>

#include "client/screens/boards.hpp"
#include "client/screens/question.hpp"

namespace certamen::screens {

namespace {

ui::CardState card_state(const Canvas& canvas, const model::DisplayOption& option) {
  const bool given = model::answer_state(canvas.model) != model::AnswerState::None;
  if (!canvas.model.room->plays) return ui::CardState::Open;
  if (given) return option.picked ? ui::CardState::Given : ui::CardState::Dimmed;
  if (option.picked) return ui::CardState::Chosen;
  return model::can_answer(canvas.model, canvas.now) ? ui::CardState::Open : ui::CardState::Dimmed;
}

// While the teams talk, how many of the own one chose this.
std::optional<ui::Tally> team_tally(const Canvas& canvas, const model::DisplayOption& option) {
  const auto& votes = canvas.model.room->team_votes;
  if (canvas.stage != model::Stage::Discussing || !votes || option.canonical >= votes->picks_by_option.size()) {
    return std::nullopt;
  }
  const std::uint32_t count = votes->picks_by_option[option.canonical];
  return ui::Tally{count, static_cast<float>(count) / static_cast<float>(std::max(1U, votes->member_count))};
}

}  // namespace

void draw_choice_board(const Canvas& canvas, const ui::Rect& room) {
  const std::vector<model::DisplayOption> options = model::display_options(canvas.model);
  const CardGrid grid = card_grid(options.size());
  std::vector<std::string> texts;
  for (const model::DisplayOption& option : options) texts.push_back(option.text);
  const ui::Rect first = ui::grid_cell(room, grid.columns, grid.rows, 0, ui::gap_large);
  const bool tallied = canvas.stage == model::Stage::Discussing && canvas.model.room->team_votes;
  const float size = ui::answer_text_size(texts, {first.width, first.height}, tallied, ui::answer_size_min);
  const bool open = model::can_answer(canvas.model, canvas.now);
  for (std::size_t i = 0; i < options.size(); ++i) {
    const ui::Rect place = ui::grid_cell(room, grid.columns, grid.rows, static_cast<int>(i), ui::gap_large);
    const ui::Action choose{"choose", options[i].canonical};
    ui::answer_card(canvas.kit, place,
                    {.id = "answer." + std::to_string(i),
                     .position = i,
                     .text = options[i].text,
                     .text_size = size,
                     .state = card_state(canvas, options[i]),
                     .tally = team_tally(canvas, options[i]),
                     .action = open ? std::optional{choose} : std::nullopt});
    if (!open) continue;
    canvas.key(std::string(1, static_cast<char>('1' + i)), choose);
    canvas.key(std::string(1, static_cast<char>('a' + i)), choose);
  }
}

}  // namespace certamen::screens
