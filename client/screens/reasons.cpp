// Why: the explanation, the note it comes from, and what is wrong with each wrong answer, one's own first.
#include <algorithm>
#include <limits>

#include "client/screens/question.hpp"
#include "client/ui/exam.hpp"
#include "client/ui/utf8.hpp"

namespace certamen::screens {

namespace {

// "178" is one line, "178-181" and "12, 40" are several.
std::uint64_t line_count(const std::string& lines) {
  return lines.find_first_not_of("0123456789") == std::string::npos ? 1 : 2;
}

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
  if (!chooses(question)) return canvas.words(Key::RevealYourMistake, {{"item", name}});
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
    learning.notes.push_back(
        {"", canvas.words(Key::RevealAsOf, {{"date", canvas.words.month(note.as_of_date)}}), note.as_of, theme.gold});
  }
  return learning;
}

// One's own mistakes and why on the left, the notes on the right, and the other reasons below them, so many of them on the
// left that both end as high as can be.
std::vector<std::vector<Paragraph>> columns_of(Learning learning, float width) {
  std::vector<Paragraph> left = std::move(learning.own);
  // The reason of one's own mistake comes first; before several of them stands what explains them all.
  left.insert(left.size() > 1 ? left.begin() : left.end(), std::move(learning.why));
  const std::vector<Paragraph>& others = learning.others;
  const auto split = [&](std::size_t on_the_left) {
    const auto middle = others.begin() + static_cast<std::ptrdiff_t>(on_the_left);
    std::vector<std::vector<Paragraph>> columns{left, learning.notes};
    columns[0].insert(columns[0].end(), others.begin(), middle);
    columns[1].insert(columns[1].end(), middle, others.end());
    return columns;
  };
  if (learning.notes.empty()) return {split(others.size())[0]};
  std::size_t best = others.size();
  float lowest = std::numeric_limits<float>::max();
  for (std::size_t count = others.size() + 1; count-- > 0;) {
    const auto columns = split(count);
    const float height = std::max(reading_height(columns[0], width), reading_height(columns[1], width));
    if (height >= lowest) continue;
    lowest = height;
    best = count;
  }
  return split(best);
}

}  // namespace

void draw_learning(const Canvas& canvas, const ui::Rect& room, const RevealedQuestion& question) {
  draw_reading(canvas, room, "reasons." + std::to_string(question.announced.number),
               columns_of(learning_of(canvas, question), room.width / 2));
}

}  // namespace certamen::screens
