// A question as the server knows it: both languages, with its key.
//
// Pure values. Nothing here travels to a client before its reveal; what clients see are the structs of
// proto/wire/messages.hpp, which have no field for the key.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "proto/wire/types.hpp"

namespace certamen::exam {

// One text in every language, indexed by wire::index_of(Language).
struct LocalText {
  std::array<std::string, wire::language_count> by_language;
  [[nodiscard]] const std::string& in(wire::Language language) const { return by_language[wire::index_of(language)]; }
  bool operator==(const LocalText&) const = default;
};

struct Note {
  LocalText text;
  LocalText as_of;         // empty where the original note still holds
  std::string as_of_date;  // YYYY-MM, empty with as_of
  std::string lines;       // of the original notes
  bool operator==(const Note&) const = default;
};

struct Option {
  LocalText text;
  LocalText reason;
  bool right = false;
  bool operator==(const Option&) const = default;
};

struct NumericMistake {
  std::int64_t micros = 0;
  LocalText reason;
  bool operator==(const NumericMistake&) const = default;
};

// The key of a numeric question; numbers times 1,000,000.
struct NumericKey {
  std::int64_t micros = 0;
  std::int64_t tolerance_micros = 0;  // an answer within +-tolerance is right; >= 0
  LocalText unit;
  std::vector<NumericMistake> mistakes;
  bool operator==(const NumericKey&) const = default;
};

struct TextMistake {
  std::string spelling;
  LocalText reason;
  bool operator==(const TextMistake&) const = default;
};

// The key of a short text; compared as exam::folded() folds.
struct TextKey {
  std::vector<std::string> accepted;
  std::vector<TextMistake> mistakes;
  bool operator==(const TextKey&) const = default;
};

struct Question {
  std::string id;  // "<topic id>/<question id>"
  wire::QuestionKind kind = wire::QuestionKind::SingleChoice;
  wire::ExamDomain domain = wire::ExamDomain::Secure;
  std::uint32_t difficulty = 1;  // 1 to 5
  std::uint32_t seconds = 30;    // time allowed, 10 to 180
  LocalText topic_title;
  LocalText prompt;
  // Choices, true/false (true first), items of an ordering, left sides of a matching; empty for numeric and short text.
  std::vector<Option> options;
  std::vector<LocalText> matches;  // matching only: the right-hand sides
  // Ordering: the options in the right order. Matching: for each option the index of its match. Empty otherwise.
  std::vector<wire::OptionIndex> arrangement;
  NumericKey numeric;  // numeric only
  TextKey text;        // short text only
  LocalText explanation;
  std::vector<Note> notes;
  std::optional<wire::Language> only_in{};  // its author wrote it in this language alone, which stands for both
  bool operator==(const Question&) const = default;
};

// The questions of one match, in the order they are asked, options already in the order shown.
struct Paper {
  std::vector<Question> questions;
  bool operator==(const Paper&) const = default;
};

}  // namespace certamen::exam
