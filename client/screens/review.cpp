// Every question again: a strip of all of them, and the one looked at with its explanation and note.
#include <algorithm>

#include "client/screens/pages.hpp"
#include "client/screens/question.hpp"
#include "client/screens/review_search.hpp"
#include "client/ui/notice.hpp"

namespace certamen::screens {

namespace {

constexpr float tile = 60;
constexpr float tile_gap = 10;
constexpr float search_width = 300;
constexpr float missed_width = 300;

const wire::QuestionReviewed* reviewed_at(const Canvas& canvas, std::uint32_t number) {
  const auto found = canvas.model.room->review.find(number);
  return found == canvas.model.room->review.end() ? nullptr : &found->second;
}

void draw_tile(const Canvas& canvas, const ui::Rect& rect, std::uint32_t number) {
  const ui::Theme& theme = canvas.theme();
  const wire::QuestionReviewed* question = reviewed_at(canvas, number);
  const bool current = canvas.model.room->review_number == number;
  const std::string id = "question." + std::to_string(number);
  ui::fill(canvas.kit, rect, canvas.kit.hovered(id) || current ? theme.line : theme.surface, ui::corner_small);
  if (current) ui::frame(canvas.kit, rect, theme.gold, 4, ui::corner_small);
  ui::Rect inside = ui::inset(rect, 4);
  const bool played = question != nullptr && question->own_result && canvas.model.room->plays;
  if (played) {
    const bool right = question->own_result->right;
    const ui::Rect below = ui::take_bottom(inside, 22);
    ui::draw(canvas.kit, right ? ui::MarkKind::Tick : ui::MarkKind::Cross, below.centre(), 20,
             right ? theme.right : theme.wrong);
  }
  ui::write(canvas.kit, inside, std::to_string(number), {ui::label_size, ui::Weight::SemiBold, true}, theme.text,
            ui::Align::Centre);
  canvas.kit.scene.regions.push_back(
      {id, rect, 0, true, ui::RegionKind::Button, {"reviewed", static_cast<std::int64_t>(number)}, std::nullopt});
  ui::focus_ring(canvas.kit, ui::inset(rect, 4), ui::corner_small, id);
}

// As many tiles as fit of those found, the one looked at among them.
void draw_strip(const Canvas& canvas, const ui::Rect& room, const std::vector<std::uint32_t>& found) {
  if (found.empty()) return;
  const auto fit = static_cast<std::size_t>((room.width + tile_gap) / (tile + tile_gap));
  const auto current = static_cast<std::size_t>(
      std::lower_bound(found.begin(), found.end(), canvas.model.room->review_number) - found.begin());
  std::size_t first = 0;
  if (found.size() > fit && current > fit / 2) first = std::min(current - fit / 2, found.size() - fit);
  ui::Rect rest = room;
  for (std::size_t i = first; i < found.size() && i < first + fit; ++i) {
    draw_tile(canvas, ui::take_left(rest, tile, tile_gap), found[i]);
  }
}

// The title, the questions, and at the right end what is looked for.
void draw_header(const Canvas& canvas, const std::vector<std::uint32_t>& found) {
  ui::Rect header = canvas.header;
  const std::string title = canvas.words(Key::ReviewTitle);
  const ui::Font font{30, ui::Weight::SemiBold, false};
  ui::write(canvas.kit, ui::take_left(header, ui::text_width(title, font) + 1, 36), title, font, canvas.theme().text);
  if (canvas.model.room->plays) {
    const ui::Action missed{"missed", canvas.missed_only ? 0 : 1};
    ui::toggle(canvas.kit, ui::take_right(header, missed_width, ui::gap),
               {.id = "missed",
                .label = canvas.words(Key::ReviewMissed),
                .remark = "",
                .on = canvas.missed_only,
                .action = missed});
    canvas.key("f", missed);
  }
  draw_search(canvas, ui::take_right(header, search_width, ui::gap_large));
  draw_strip(canvas, header, found);
}

// Which question this is; its topic needs no more room than the footer has.
void draw_place(const Canvas& canvas, const ui::Rect& room) {
  const wire::QuestionReviewed* question = model::reviewed(canvas.model);
  if (question == nullptr) return;
  const wire::QuestionAnnounced& announced = question->announced;
  const std::string mark = language_mark(canvas, announced);
  const std::string text = (mark.empty() ? "" : mark + "  ·  ") +
                           canvas.words(Key::BoardQuestion, {{"number", std::to_string(announced.number)},
                                                             {"total", std::to_string(announced.total)}}) +
                           "  ·  " + announced.topic_title + "  ·  " + canvas.words.of(announced.domain);
  ui::write_fitted(canvas.kit, room, text, {ui::Weight::Regular, ui::label_size, ui::label_size_min, 2},
                   canvas.theme().muted, ui::Align::Left, ui::VerticalAlign::Middle);
}

void draw_footer(const Canvas& canvas, const std::vector<std::uint32_t>& found) {
  const std::uint32_t current = canvas.model.room->review_number;
  const auto previous = found_before(found, current);
  const auto next = found_after(found, current);
  const ui::Button back{.id = "back",
                        .label = canvas.words(Key::CommonBack),
                        .key = canvas.words(Key::KeyEscape),
                        .style = ui::ButtonStyle::Quiet,
                        .action = {"back", 0},
                        .mark = ui::MarkKind::Back,
                        .order = 2};
  const ui::Action before{"reviewed", previous.value_or(current)};
  const ui::Action after{"reviewed", next.value_or(current)};
  ui::Rect row = canvas.footer;
  ui::button_at_left(canvas.kit, row, back);
  ui::button(canvas.kit, ui::take_right(row, 120, 12),
             {.id = "after",
              .label = "",
              .key = "",
              .action = after,
              .mark = ui::MarkKind::Next,
              .enabled = next.has_value(),
              .order = 1,
              .tip = canvas.words(Key::ReviewNext)});
  ui::button(canvas.kit, ui::take_right(row, 120, 24),
             {.id = "before",
              .label = "",
              .key = "",
              .action = before,
              .mark = ui::MarkKind::Back,
              .enabled = previous.has_value(),
              .order = 1,
              .tip = canvas.words(Key::ReviewPrevious)});
  draw_console_button(canvas, row);
  ui::take_left(row, 40);
  if (!found.empty()) draw_place(canvas, row);
  canvas.key(ui::KeyName::Escape, back.action);
  if (previous) canvas.key(ui::KeyName::Left, before);
  for (const ui::KeyName name : {ui::KeyName::Right, ui::KeyName::Enter}) {
    if (next) canvas.key(name, after);
  }
}

}  // namespace

void draw_review(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  const std::vector<std::uint32_t> found = questions_found(canvas.model, canvas.search, canvas.missed_only);
  draw_header(canvas, found);
  const bool whole = canvas.model.room->review.size() >= model::review_total(canvas.model);
  if (found.empty() && whole && model::review_total(canvas.model) > 0) {
    draw_footer(canvas, found);
    return say_empty(canvas, canvas.body, canvas.words(Key::SearchNone));
  }
  const wire::QuestionReviewed* question = model::reviewed(canvas.model);
  if (question == nullptr) {
    draw_footer(canvas, found);
    ui::Rect middle = ui::centred(canvas.body, {900, 220});
    ui::spinner(canvas.kit, ui::take_top(middle, 140, 16).centre(), 52);
    ui::write(canvas.kit, middle, canvas.words(Key::ReviewLoading), {ui::body_size, ui::Weight::Regular, false}, theme.muted,
              ui::Align::Centre);
    return;
  }
  const model::Room& room = *canvas.model.room;
  draw_revealed(canvas, canvas.body,
                {.announced = question->announced,
                 .asked = question->asked,
                 .revealed = question->revealed,
                 .options = model::display_options(canvas.model, *question),
                 .own_answer = question->own_answer,
                 .own_result = question->own_result && room.plays ? &*question->own_result : nullptr,
                 .plays = room.plays,
                 .since = model::Instant{}});
  draw_footer(canvas, found);
}

}  // namespace certamen::screens
