// A line of text to type into.
//
// Pure. What is typed belongs to whoever shows the field; the caret and the selection are in Touch. edited() is the
// whole behaviour of a key in a field.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "client/ui/kit.hpp"

namespace certamen::ui {

struct Field {
  std::string id;
  std::string text;
  std::string placeholder;
  std::string error;  // shown under the field; empty: none
  float size = lead_size;
  Weight weight = Weight::Medium;
  Align align = Align::Left;
  std::string action;  // sent with each change
};

inline constexpr float field_error_height = 60;

// The box alone; the error, when there is one, is written below it in field_error_height units.
void field(const Kit& kit, const Rect& rect, const Field& spec);

struct TextEdit {
  std::string text;
  std::size_t caret = 0;   // in code points, at most the text's
  std::size_t anchor = 0;  // the selection lies between the two
  bool operator==(const TextEdit&) const = default;
};

// The part that is selected; empty when none is.
[[nodiscard]] std::string selected(const TextEdit& edit);

// What a field held before, so that a change can be taken back and made again. Letters typed one after the other are one
// change. Forgets the oldest changes beyond changes_max.
class History {
 public:
  static constexpr std::size_t changes_max = 100;

  // Of a change that was made.
  void remember(const TextEdit& before, const TextEdit& after);
  // False, and nothing changed, when there is nothing to take back or to make again.
  bool undo(TextEdit& edit);
  bool redo(TextEdit& edit);
  bool operator==(const History&) const = default;

 private:
  std::vector<TextEdit> before_;
  std::vector<TextEdit> after_;
  std::optional<TextEdit> typing_;  // as the last letter typed left it
};

// Applies typing and the keys that move or delete, keeping at most `length_max` code points; control characters are left
// out. Cut deletes the selection; whoever asks keeps it first. False when the input means nothing to a field.
bool edited(TextEdit& edit, const Input& input, std::size_t length_max);

}  // namespace certamen::ui
