#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "content/exchange/brought.hpp"
#include "content/exchange/brought_lines.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

bool is_letter(char letter) {
  return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
}

// One question at a time: a line of text, lines "A) option" or "A. option", a line "ANSWER: A".
class AikenReader {
 public:
  explicit AikenReader(const ImportWish& wish) : builder_(wish) {}

  Import read(std::string_view file) {
    for (const std::string_view line : lines_of(file)) {
      ++line_;
      take(trimmed(line));
    }
    abandon();
    return builder_.take();
  }

 private:
  struct Labelled {
    char letter = 0;
    std::string_view words;
  };

  void take(std::string_view line) {
    if (line.empty()) {
      blank_ = true;
    } else if (folded(line.substr(0, answer_mark.size())) == answer_mark) {
      finish(trimmed(line.substr(answer_mark.size())));
    } else if (is_option(line)) {
      take_option(line);
    } else if (begun_ != 0 && options_.empty() && !blank_) {
      prompt_ += " ";
      prompt_ += line;
    } else {
      abandon();
      begun_ = line_;
      prompt_ = line;
    }
    if (!line.empty()) blank_ = false;
  }

  // Small letters count only in their order, so that "e.g. ..." begins a question.
  [[nodiscard]] bool is_option(std::string_view line) const {
    if (line.size() < 2 || !is_letter(line[0]) || (line[1] != ')' && line[1] != '.')) return false;
    const bool next = begun_ != 0 && line[0] == static_cast<char>('a' + static_cast<char>(options_.size()));
    return line[0] <= 'Z' || next;
  }

  void take_option(std::string_view line) {
    if (begun_ == 0) {
      builder_.remark(line_, fmt::format("the option '{}' is left out: no question is open", shortened(line, 40)));
      return;
    }
    options_.push_back(Labelled{line[0], trimmed(line.substr(2))});
  }

  void finish(std::string_view answer) {
    if (begun_ == 0) {
      builder_.remark(line_, "the answer is left out: no question is open");
      return;
    }
    if (const auto why = add(answer)) builder_.leave_out(begun_, *why);
    reset();
  }

  std::optional<std::string> add(std::string_view answer) {
    if (options_.empty()) return "it has no options; begin each with a letter and ')' or '.'";
    const bool one = answer.size() == 1 || (answer.size() > 1 && (answer[1] == ')' || answer[1] == '.'));
    if (!one || !is_letter(answer[0])) {
      return fmt::format("line {} does not name one option; write 'ANSWER: A'", line_);
    }
    Question question;
    question.kind = Kind::Single;
    question.prompt = builder_.text(begun_, prompt_, Markup::Plain);
    Choice choice;
    for (const Labelled& each : options_) {
      Option option;
      option.text = builder_.text(begun_, each.words, Markup::Plain);
      option.correct = (each.letter | ' ') == (answer[0] | ' ');
      choice.options.push_back(std::move(option));
    }
    if (std::none_of(choice.options.begin(), choice.options.end(), [](const Option& option) { return option.correct; })) {
      return fmt::format("line {} names the option {}, which it does not have", line_, answer[0]);
    }
    question.body = std::move(choice);
    builder_.add(begun_, {}, std::move(question));
    return std::nullopt;
  }

  void abandon() {
    if (begun_ != 0) builder_.leave_out(begun_, "it has no line 'ANSWER: ...' after its options");
    reset();
  }

  void reset() {
    begun_ = 0;
    prompt_.clear();
    options_.clear();
  }

  static constexpr std::string_view answer_mark = "answer:";

  Builder builder_;
  std::size_t line_ = 0;
  std::size_t begun_ = 0;  // the line of the open question; 0 for none
  bool blank_ = false;     // the line before was blank
  std::string prompt_;
  std::vector<Labelled> options_;
};

}  // namespace

wire::Result<Import> import_aiken(std::string_view bytes, const ImportWish& wish) {
  if (auto checked = check_bytes(bytes); !checked) return tl::unexpected(checked.error());
  return AikenReader(wish).read(bytes);
}

}  // namespace certamen::content
