// The bank of a simulation: a small set of bilingual questions of every kind.
//
// Pure values. Every text that belongs to the key (reasons, explanations, notes, known mistakes, accepted spellings) carries
// a mark that names its question and occurs nowhere else, so that a scan of bytes finds any secret that leaves too early.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/exam/draw.hpp"
#include "server/exam/question.hpp"
#include "server/hub/config.hpp"

namespace certamen::sim {

class PaperSource {
 public:
  PaperSource();

  // Options, items and matches are shuffled by the seed, as the bank does. Without questions when too few fit.
  [[nodiscard]] exam::Paper draw(const exam::DrawSpec& spec) const;
  [[nodiscard]] hub::BankSummary summary() const;
  // The question with this prompt in some language; what somebody who studied knows. Null when there is none.
  [[nodiscard]] const exam::Question* with_prompt(std::string_view prompt) const;
  [[nodiscard]] const std::vector<exam::Question>& questions() const { return questions_; }

 private:
  std::vector<exam::Question> questions_;
  std::vector<exam::Candidate> candidates_;
};

// The ids of the questions whose secrets are among the bytes.
[[nodiscard]] std::vector<std::string> secrets_in(std::span<const std::byte> bytes);

}  // namespace certamen::sim
