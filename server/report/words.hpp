// The words of a printed report, in both languages.
//
// Pure.
#pragma once

#include <cstdint>
#include <string>

#include "proto/wire/types.hpp"
#include "server/report/statistics.hpp"

namespace certamen::report {

// A text in English and Spanish.
struct Words {
  const char* english;
  const char* spanish;
  [[nodiscard]] const char* in(wire::Language language) const {
    return language == wire::Language::Spanish ? spanish : english;
  }
};

[[nodiscard]] Words words_of(wire::QuestionKind kind);
[[nodiscard]] Words words_of(wire::ExamDomain domain);
[[nodiscard]] Words words_of(wire::Scoring scoring);
[[nodiscard]] Words words_of(wire::Certainty certainty);
[[nodiscard]] Words words_of(Thin thin);

// Rounded half away from zero, with the decimal sign of the language: "0.42", "-0,05".
[[nodiscard]] std::string fraction(double value, wire::Language language);
// "67 %".
[[nodiscard]] std::string percent(double share);
// Tenths as seconds: "3.2 s", "3,2 s".
[[nodiscard]] std::string seconds(std::uint64_t tenths, wire::Language language);

}  // namespace certamen::report
