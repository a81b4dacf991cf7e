// Where the parts of a question stand, the same while it is read, answered and revealed.
//
// Pure. Nothing moves while someone must read: reading and answering share one plan.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/screens/canvas.hpp"
#include "client/ui/exam.hpp"

namespace certamen::screens {

struct BoardPlan {
  ui::Rect prompt;
  ui::Point ring;
  float ring_radius = 0;
  ui::Rect strip;  // between prompt and answers: what is asked, what was given
  ui::Rect cards;
};
[[nodiscard]] BoardPlan plan_board(const Canvas& canvas);

// Columns and rows for so many answers.
struct CardGrid {
  int columns = 2;
  int rows = 1;
};
[[nodiscard]] CardGrid card_grid(std::size_t count);

void draw_prompt(const Canvas& canvas, const ui::Rect& room, const std::string& prompt);
// Says in which one language a question's texts are, when that is not the reader's; else empty.
[[nodiscard]] std::string language_mark(const Canvas& canvas, const wire::QuestionAnnounced& announced);
void draw_question_line(const Canvas& canvas, const wire::QuestionAnnounced& announced, const std::string& remark);

// A heading and a paragraph under it.
struct Paragraph {
  std::string heading;
  std::string badge;  // instead of the heading, where it must not be overlooked
  std::string text;
  ui::Color heading_color;
};
// How high they stand in a column of this width when there is much to read.
[[nodiscard]] float reading_height(const std::vector<Paragraph>& column, float width);
// Columns of paragraphs, all in one size: the largest that fits, but never smaller than is read at ease; then the columns
// scroll together, under this name.
void draw_reading(const Canvas& canvas, const ui::Rect& room, const std::string& id,
                  const std::vector<std::vector<Paragraph>>& columns);

// What is known of a question after its reveal, from a running match or from its review.
struct RevealedQuestion {
  const wire::QuestionAnnounced& announced;
  const wire::QuestionAsked& asked;
  const wire::QuestionRevealed& revealed;
  std::vector<model::DisplayOption> options;
  std::optional<wire::Answer> own_answer;
  const wire::OwnResult* own_result = nullptr;
  bool plays = true;
  model::Instant since;  // when it was first seen, for movements
};
void draw_revealed(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question);
// Why, the notes, and the reason of each wrong answer.
void draw_learning(const Canvas& canvas, const ui::Rect& room, const RevealedQuestion& question);

void draw_numeric_revealed(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question);
void draw_ordering_revealed(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question);
void draw_matching_revealed(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question);
void draw_text_revealed(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question);
inline constexpr float arranged_heading = 30;  // over the columns of ordering and matching
// So many of the players, as a bar and a number on a piece.
void draw_share_of_players(const Canvas& canvas, ui::Rect room, const RevealedQuestion& question, std::uint32_t count);

}  // namespace certamen::screens
