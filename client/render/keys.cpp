#include "client/render/keys.hpp"

#include <SFML/Window/Clipboard.hpp>

#include "client/ui/utf8.hpp"

namespace certamen::render {

namespace {

std::optional<ui::KeyName> key_name(const sf::Event::KeyEvent& key) {
  if (key.control) {
    switch (key.code) {
      case sf::Keyboard::A: return ui::KeyName::SelectAll;
      case sf::Keyboard::C: return ui::KeyName::Copy;
      case sf::Keyboard::X: return ui::KeyName::Cut;
      case sf::Keyboard::Z: return key.shift ? ui::KeyName::Redo : ui::KeyName::Undo;
      case sf::Keyboard::Y: return ui::KeyName::Redo;
      default: break;  // with any other key control changes nothing
    }
  }
  switch (key.code) {
    case sf::Keyboard::Enter: return ui::KeyName::Enter;
    case sf::Keyboard::Escape: return ui::KeyName::Escape;
    case sf::Keyboard::Tab: return ui::KeyName::Tab;
    case sf::Keyboard::Backspace: return ui::KeyName::Backspace;
    case sf::Keyboard::Delete: return ui::KeyName::Delete;
    case sf::Keyboard::Left: return ui::KeyName::Left;
    case sf::Keyboard::Right: return ui::KeyName::Right;
    case sf::Keyboard::Up: return ui::KeyName::Up;
    case sf::Keyboard::Down: return ui::KeyName::Down;
    case sf::Keyboard::Home: return ui::KeyName::Home;
    case sf::Keyboard::End: return ui::KeyName::End;
    case sf::Keyboard::PageUp: return ui::KeyName::PageUp;
    case sf::Keyboard::PageDown: return ui::KeyName::PageDown;
    case sf::Keyboard::F1: return ui::KeyName::F1;
    case sf::Keyboard::F2: return ui::KeyName::F2;
    case sf::Keyboard::F3: return ui::KeyName::F3;
    case sf::Keyboard::F4: return ui::KeyName::F4;
    default: return std::nullopt;  // SFML knows a hundred keys; what writes something comes as text
  }
}

std::optional<ui::Input> pressed(const sf::Event::KeyEvent& key) {
  if (key.control && key.code == sf::Keyboard::V) {
    const std::basic_string<sf::Uint8> bytes = sf::Clipboard::getString().toUtf8();
    return ui::Typed{std::string{bytes.begin(), bytes.end()}};
  }
  const std::optional<ui::KeyName> name = key_name(key);
  if (!name) return std::nullopt;
  return ui::Key{.name = *name, .shift = key.shift, .control = key.control};
}

std::optional<ui::Input> typed(sf::Uint32 code_point) {
  if (code_point < 0x20 || code_point == 0x7F || (code_point >= 0x80 && code_point < 0xA0)) return std::nullopt;
  ui::Typed text;
  ui::append_code_point(text.text, code_point);
  return text;
}

ui::Pointer pointer(ui::PointerAction action, int x, int y, float scale) {
  return {action, {static_cast<float>(x) / scale, static_cast<float>(y) / scale}};
}

}  // namespace

std::optional<ui::Input> to_input(const sf::Event& event, float scale) {
  switch (event.type) {
    case sf::Event::KeyPressed: return pressed(event.key);
    case sf::Event::TextEntered: return typed(event.text.unicode);
    case sf::Event::MouseMoved: return pointer(ui::PointerAction::Moved, event.mouseMove.x, event.mouseMove.y, scale);
    case sf::Event::MouseButtonPressed:
      if (event.mouseButton.button != sf::Mouse::Left) return std::nullopt;
      return pointer(ui::PointerAction::Pressed, event.mouseButton.x, event.mouseButton.y, scale);
    case sf::Event::MouseButtonReleased:
      if (event.mouseButton.button != sf::Mouse::Left) return std::nullopt;
      return pointer(ui::PointerAction::Released, event.mouseButton.x, event.mouseButton.y, scale);
    case sf::Event::MouseLeft: return pointer(ui::PointerAction::Left, 0, 0, scale);
    case sf::Event::MouseWheelScrolled: {
      const ui::Pointer at = pointer(ui::PointerAction::Moved, event.mouseWheelScroll.x, event.mouseWheelScroll.y, scale);
      return ui::Wheel{at.at, event.mouseWheelScroll.delta};
    }
    default: return std::nullopt;  // windows, joysticks and touch are not input to a screen
  }
}

}  // namespace certamen::render
