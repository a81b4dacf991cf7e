// A line of text to type into.
//
// Pure. What is typed belongs to whoever shows the field; the caret and the selection are in Touch. edited() is the
// whole behaviour of a key in a field.
#pragma once

#include <cstddef>
#include <string>

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

// Applies typing and the keys that move or delete, keeping at most `length_max` code points; control characters are left
// out. False when the input means nothing to a field.
bool edited(TextEdit& edit, const Input& input, std::size_t length_max);

}  // namespace certamen::ui
