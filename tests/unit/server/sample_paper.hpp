// Questions of every kind whose texts say what they are and in which language, so that a test can find them in bytes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/exam/question.hpp"

namespace certamen::server_test {

// "<words> [en]" and "<words> [es]".
[[nodiscard]] exam::LocalText in_both(const std::string& words);

// `number` makes the texts differ from question to question. Right: single choice 1, multiple response 0 and 2 (of four
// options each), true/false 1 (false), numeric 1200 within 0.5, ordering 2 0 3 1, matching
// 1 2 0, short text "Señal única of question n" or "Signal of question n" (a known mistake: "Noise of question n").
[[nodiscard]] exam::Question sample_question(wire::QuestionKind kind, std::uint32_t number);

// `count` questions, all kinds in turn, 20 seconds each.
[[nodiscard]] exam::Paper sample_paper(std::uint32_t count);

[[nodiscard]] wire::Answer right_answer(const exam::Question& question);
[[nodiscard]] wire::Answer wrong_answer(const exam::Question& question);

// Every text that nobody may see before the reveal, in both languages.
[[nodiscard]] std::vector<std::string> secrets_of(const exam::Question& question);

}  // namespace certamen::server_test
