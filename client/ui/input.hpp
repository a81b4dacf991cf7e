// What a person does to the window, in words that no window system knows.
//
// Plain values in logical units. What is typed comes as Typed, whatever keyboard it came from; Key only names keys that
// write nothing.
#pragma once

#include <string>
#include <variant>

#include "client/ui/geometry.hpp"

namespace certamen::ui {

enum class KeyName : unsigned char {
  Enter,
  Escape,
  Tab,
  Backspace,
  Delete,
  Left,
  Right,
  Up,
  Down,
  Home,
  End,
  PageUp,
  PageDown,
  SelectAll,
  Copy,
  Cut,
  Undo,
  Redo,
  F1,
  F2,
  F3,
  F4,
};

struct Key {
  KeyName name = KeyName::Enter;
  bool shift = false;
  bool control = false;
  bool operator==(const Key&) const = default;
};

// UTF-8; one character typed, or a whole text pasted.
struct Typed {
  std::string text;
  bool operator==(const Typed&) const = default;
};

enum class PointerAction : unsigned char { Moved, Pressed, Released, Left };

struct Pointer {
  PointerAction action = PointerAction::Moved;
  Point at;
  bool operator==(const Pointer&) const = default;
};

struct Wheel {
  Point at;
  float steps = 0;  // positive is up, away from the person
  bool operator==(const Wheel&) const = default;
};

using Input = std::variant<Key, Typed, Pointer, Wheel>;

}  // namespace certamen::ui
