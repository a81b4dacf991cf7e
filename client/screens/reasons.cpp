// Why: the explanation, the note it comes from, and what is wrong with each wrong answer, one's own first.
#include <algorithm>

#include "client/screens/question.hpp"
#include "client/ui/exam.hpp"
#include "client/ui/utf8.hpp"

namespace certamen::screens {

namespace {

// "178" is one line, "178-181" and "12, 40" are several.
std::uint64_t line_count(const std::string& lines) {
  return lines.find_first_not_of("0123456789") == std::string::npos ? 1 : 2;
}

constexpr float column_gap = 56;

bool chooses(const RevealedQuestion& question) {
  const wire::QuestionKind kind = question.announced.kind;
  return kind == wire::QuestionKind::SingleChoice || kind == wire::QuestionKind::TrueFalse ||
         kind == wire::QuestionKind::MultipleResponse;
}

std::string letters(const std::vector<std::size_t>& positions) {
  std::string text;
  for (const std::size_t each : positions) text += (text.empty() ? "" : ", ") + ui::answer_letter(each);
  return text;
}

// Whether one's own answer is wrong about this option: it was picked, or put in another place, or given another match.
bool own_mistake(const RevealedQuestion& question, const model::DisplayOption& option) {
  if (!question.plays || !question.own_answer) return false;
  const auto& key = question.revealed.key;
  if (const auto* match = std::get_if<wire::MatchAnswer>(&*question.own_answer)) {
    const std::size_t at = option.canonical;
    return at < key.size() && at < match->matches.size() && match->matches[at] != key[at];
  }
  if (const auto* order = std::get_if<wire::OrderAnswer>(&*question.own_answer)) {
    const auto given = std::find(order->options.begin(), order->options.end(), option.canonical);
    const auto right = std::find(key.begin(), key.end(), option.canonical);
    return given - order->options.begin() != right - key.begin();
  }
  return option.picked && !option.right.value_or(true);
}

std::string heading_of(const Canvas& canvas, const RevealedQuestion& question, std::size_t position, bool own) {
  const bool numbered = question.announced.kind == wire::QuestionKind::Matching;
  const std::string name = numbered ? std::to_string(position + 1) : ui::answer_letter(position);
  if (!own) return name;
  return canvas.words(Key::RevealYourAnswer) + ": " + name;
}

// The right options that were left out of several.
std::optional<Paragraph> missed(const Canvas& canvas, const RevealedQuestion& question) {
  if (question.announced.kind != wire::QuestionKind::MultipleResponse || !question.plays || !question.own_answer) return {};
  std::vector<std::size_t> positions;
  std::string text;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const model::DisplayOption& option = question.options[i];
    if (option.picked || !option.right.value_or(false)) continue;
    positions.push_back(i);
    text += (text.empty() ? "" : "  ·  ") + option.text;
  }
  if (positions.empty()) return {};
  return Paragraph{canvas.words(Key::RevealMissed, {{"letters", letters(positions)}}), "", text, canvas.theme().wrong};
}

// A heading names what was typed; the beginning of it is enough.
std::string quoted(const std::string& text) {
  constexpr std::size_t letters_max = 32;
  if (ui::code_point_count(text) <= letters_max) return text;
  return text.substr(0, ui::offset_of(text, letters_max)) + "…";
}

// The author's word on what was typed.
void add_typed(const Canvas& canvas, const RevealedQuestion& question, std::vector<Paragraph>& own,
               std::vector<Paragraph>& others) {
  const ui::Theme& theme = canvas.theme();
  const bool wrong = question.own_result != nullptr && !question.own_result->right;
  const auto* number = question.own_answer ? std::get_if<wire::NumericAnswer>(&*question.own_answer) : nullptr;
  for (const wire::NumericCount& each : question.revealed.numeric_picks) {
    if (each.reason.empty()) continue;
    const std::string text = canvas.words.quantity(each.micros, question.asked.unit);
    if (wrong && number != nullptr && number->micros == each.micros) {
      own.push_back({canvas.words(Key::RevealYourNumber, {{"number", text}}), "", each.reason, theme.wrong});
    } else {
      others.push_back({text, "", each.reason, theme.muted});
    }
  }
  for (const wire::TextCount& each : question.revealed.text_picks) {
    if (!each.reason.empty()) others.push_back({quoted(each.text), "", each.reason, theme.muted});
  }
}

struct Learning {
  std::vector<Paragraph> own;  // of one's own answer
  std::vector<Paragraph> others;
  Paragraph why;
  std::vector<Paragraph> notes;
};

Learning learning_of(const Canvas& canvas, const RevealedQuestion& question) {
  const ui::Theme& theme = canvas.theme();
  Learning learning;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const model::DisplayOption& option = question.options[i];
    const bool right = chooses(question) && option.right.value_or(false);
    if (right || option.reason.empty()) continue;
    const bool own = own_mistake(question, option);
    (own ? learning.own : learning.others)
        .push_back({heading_of(canvas, question, i, own), "", option.reason, own ? theme.wrong : theme.muted});
  }
  add_typed(canvas, question, learning.own, learning.others);
  if (auto left_out = missed(canvas, question)) learning.own.push_back(std::move(*left_out));
  learning.why = {canvas.words(Key::RevealWhy), "", question.revealed.explanation, theme.gold};
  for (const wire::NoteShown& note : question.revealed.notes) {
    std::string heading = canvas.words(Key::RevealNote);
    if (!note.lines.empty()) {
      heading += "  ·  " + canvas.words.count(Key::RevealLines, line_count(note.lines), {{"lines", note.lines}});
    }
    learning.notes.push_back({heading, "", note.text, theme.gold});
    if (note.as_of.empty()) continue;
    learning.notes.push_back({"", canvas.words(Key::RevealAsOf, {{"date", note.as_of_date}}), note.as_of, theme.gold});
  }
  return learning;
}

// The first page's left column: one's own mistakes, why, the others; as many as can be read, but always why.
std::vector<Paragraph> first_column(const Learning& learning, const ui::Rect& room, bool& whole) {
  std::size_t own = learning.own.size();
  std::size_t others = learning.others.size();
  for (;;) {
    std::vector<Paragraph> column(learning.own.begin(), learning.own.begin() + static_cast<std::ptrdiff_t>(own));
    column.push_back(learning.why);
    column.insert(column.end(), learning.others.begin(), learning.others.begin() + static_cast<std::ptrdiff_t>(others));
    whole = own == learning.own.size() && others == learning.others.size();
    if (column.size() == 1 || paragraphs_fit(column, room)) return column;
    if (others > 0) {
      --others;
    } else {
      --own;
    }
  }
}

// All reasons, two columns a page, each filled from above.
std::vector<std::pair<std::size_t, std::size_t>> columns_of(const std::vector<Paragraph>& all, const ui::Rect& column) {
  std::vector<std::pair<std::size_t, std::size_t>> columns;
  for (std::size_t from = 0; from < all.size();) {
    std::size_t count = 1;
    while (from + count < all.size()) {
      const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from);
      if (!paragraphs_fit({begin, begin + static_cast<std::ptrdiff_t>(count) + 1}, column)) break;
      ++count;
    }
    columns.emplace_back(from, count);
    from += count;
  }
  return columns;
}

}  // namespace

std::size_t draw_learning(const Canvas& canvas, const ui::Rect& room, const RevealedQuestion& question) {
  const Learning learning = learning_of(canvas, question);
  const ui::Rect left = learning.notes.empty() ? room : ui::grid_cell(room, 2, 1, 0, column_gap);
  bool whole = true;
  const std::vector<Paragraph> first = first_column(learning, left, whole);
  std::vector<Paragraph> all = learning.own;
  all.insert(all.end(), learning.others.begin(), learning.others.end());
  const auto columns = columns_of(all, ui::grid_cell(room, 2, 1, 0, column_gap));
  const std::size_t pages = whole ? 1 : 1 + (columns.size() + 1) / 2;
  const std::size_t page = canvas.page % pages;
  if (page == 0) {
    (void)draw_paragraphs(canvas, left, first);
    if (!learning.notes.empty()) {
      (void)draw_paragraphs(canvas, ui::grid_cell(room, 2, 1, 1, column_gap), learning.notes);
    }
    return pages;
  }
  for (std::size_t i = 0; i < 2 && (page - 1) * 2 + i < columns.size(); ++i) {
    const auto [from, count] = columns[(page - 1) * 2 + i];
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from);
    (void)draw_paragraphs(canvas, ui::grid_cell(room, 2, 1, static_cast<int>(i), column_gap),
                          {begin, begin + static_cast<std::ptrdiff_t>(count)});
  }
  return pages;
}

std::vector<ui::Button> reason_buttons(const Canvas& canvas, std::size_t pages) {
  if (pages < 2) return {};
  const std::size_t page = canvas.page % pages;
  const std::size_t next = (page + 1) % pages;
  const ui::Action action{"page", static_cast<std::int64_t>(next)};
  canvas.key("r", action);
  return {{.id = "reasons",
           .label = canvas.words(next == 0 ? Key::RevealWhy : Key::RevealReasons),
           .key = "R",
           .action = action,
           .order = 2}};
}

}  // namespace certamen::screens
