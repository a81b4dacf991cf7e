#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "content/exchange/brought.hpp"
#include "content/exchange/brought_lines.hpp"
#include "content/exchange/category.hpp"
#include "content/exchange/gift_answers.hpp"
#include "content/exchange/gift_text.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

// "::title::" in front of the text; it is taken off.
std::string take_title(std::string_view& text) {
  constexpr std::string_view mark = "::";
  if (!text.starts_with(mark)) return {};
  const std::size_t end = text.find(mark, mark.size());
  if (end == std::string_view::npos) return {};
  std::string title = gift_words(trimmed(text.substr(mark.size(), end - mark.size())));
  text = trimmed(text.substr(end + mark.size()));
  return title;
}

// What is wrong with the braces of a question that has some.
std::optional<std::string> brace_problem(std::string_view text) {
  const auto opened = std::count(text.begin(), text.end(), '{');
  const auto closed = std::count(text.begin(), text.end(), '}');
  if (opened > 0 && closed == 0) return "its '{' is not closed before the blank line that ends a question";
  if (opened == 0) return "it has a '}' without a '{' before it";
  if (opened > 1 || closed > 1 || text.find('}') < text.find('{')) {
    return "it has braces that are no pair around the answers; put a blank line between questions, and write \\{ and \\} "
           "for braces in a text";
  }
  return std::nullopt;
}

void read_question(const GiftBlock& block, Builder& builder) {
  std::string_view text = trimmed(block.text);
  const std::string title = take_title(text);
  const std::size_t open = text.find('{');
  if (open == std::string_view::npos && text.find('}') == std::string_view::npos) {
    builder.leave_out(block.line, "it is a description, which asks nothing");
    return;
  }
  if (const auto problem = brace_problem(text)) {
    builder.leave_out(block.line, *problem);
    return;
  }
  const std::size_t close = text.find('}');
  const std::string_view after = trimmed(text.substr(close + 1));
  const GiftText before = gift_text(text.substr(0, open), Markup::Moodle);
  std::string prompt = gift_words(text.substr(0, open).substr(static_cast<std::size_t>(before.marked.data() - text.data())));
  if (!after.empty()) prompt += "_____" + gift_words(text.substr(close + 1));

  Question question;
  question.prompt = builder.text(block.line, prompt, before.markup);
  std::string_view answers = text.substr(open + 1, close - open - 1);
  constexpr std::string_view general_mark = "####";
  if (const std::size_t general = answers.rfind(general_mark); general != std::string_view::npos) {
    const GiftText explanation = gift_text(answers.substr(general + general_mark.size()), before.markup);
    question.explanation = builder.text(block.line, gift_words(explanation.marked), explanation.markup);
    answers = answers.substr(0, general);
  }
  if (const auto why = GiftAnswers(block, answers, before.markup, builder).read(question)) {
    builder.leave_out(block.line, *why);
  } else {
    builder.add(block.line, title, std::move(question));
  }
}

}  // namespace

wire::Result<Import> import_gift(std::string_view bytes, const ImportWish& wish) {
  if (auto checked = check_bytes(bytes); !checked) return tl::unexpected(checked.error());
  constexpr std::string_view category_mark = "$CATEGORY:";
  Builder builder(wish);
  for (const GiftBlock& block : gift_blocks(bytes)) {
    const std::string_view text = trimmed(block.text);
    if (text.starts_with(category_mark)) {
      builder.open_category(category_path(gift_words(text.substr(category_mark.size()))));
    } else {
      read_question(block, builder);
    }
  }
  return builder.take();
}

}  // namespace certamen::content
