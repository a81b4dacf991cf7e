// The answers of one GIFT question, between its braces; a part of import_gift().
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "content/exchange/brought.hpp"
#include "content/exchange/brought_lines.hpp"
#include "content/exchange/decimal.hpp"
#include "content/exchange/gift_text.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {

class GiftAnswers {
 public:
  // `marked` is a part of the block's text, without the general feedback. All references outlive the reader.
  GiftAnswers(const GiftBlock& block, std::string_view marked, Markup markup, Builder& builder)
      : block_(block), marked_(trimmed(marked)), markup_(markup), builder_(builder) {}

  // Sets kind and body, and the explanation where only the feedback of a right answer gives one. Says why where the
  // question cannot be read or played.
  [[nodiscard]] std::optional<std::string> read(Question& question);

 private:
  using Why = std::optional<std::string>;

  // "%50%text#feedback"
  struct Answer {
    std::size_t line = 0;
    double percent = 0;
    std::string_view text;
    std::optional<std::string_view> feedback;
  };
  struct FurtherNumber {
    Answer answer;
    std::string words;
    Interval interval;
  };

  [[nodiscard]] bool is_truth() const;
  [[nodiscard]] Why read_truth(Question& question);
  [[nodiscard]] Why read_choice(Question& question);
  [[nodiscard]] Why read_matching(Question& question);
  [[nodiscard]] Why read_short_text(Question& question);
  [[nodiscard]] Why read_number(Question& question);
  void add_further_number(const FurtherNumber& further, Number& number);
  void remark_weights(const std::vector<Answer>& answers, std::size_t right);

  [[nodiscard]] Answer answer_of(std::string_view marked, double otherwise) const;
  // What follows each "=", and what stands before the first.
  [[nodiscard]] std::vector<std::string_view> parts_of(std::string_view marked, char separator) const;
  [[nodiscard]] std::size_t line_of(std::string_view part) const;
  [[nodiscard]] Text text_of(std::string_view part, std::size_t line);
  [[nodiscard]] std::string words_of(std::string_view part, std::size_t line, Markup markup);
  // The feedback of a right answer, where this game explains.
  void explain(Question& question, const Answer& answer);

  const GiftBlock& block_;
  std::string_view marked_;
  Markup markup_;
  Builder& builder_;
};

}  // namespace certamen::content
