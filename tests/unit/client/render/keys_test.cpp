#include "client/render/keys.hpp"

#include "tests/support/catch.hpp"

using namespace certamen;

namespace {

sf::Event key(sf::Keyboard::Key code, bool shift = false, bool control = false) {
  sf::Event event{};
  event.type = sf::Event::KeyPressed;
  event.key.code = code;
  event.key.shift = shift;
  event.key.control = control;
  return event;
}

sf::Event typed(sf::Uint32 code_point) {
  sf::Event event{};
  event.type = sf::Event::TextEntered;
  event.text.unicode = code_point;
  return event;
}

}  // namespace

TEST_CASE("keys that write nothing are named, with their modifiers") {
  const auto tab = render::to_input(key(sf::Keyboard::Tab, true), 1);
  REQUIRE(tab);
  CHECK(std::get<ui::Key>(*tab) == ui::Key{.name = ui::KeyName::Tab, .shift = true});
  const auto all = render::to_input(key(sf::Keyboard::A, false, true), 1);
  REQUIRE(all);
  CHECK(std::get<ui::Key>(*all).name == ui::KeyName::SelectAll);
  for (const auto& [code, name] : {std::pair{sf::Keyboard::C, ui::KeyName::Copy},
                                   {sf::Keyboard::X, ui::KeyName::Cut},
                                   {sf::Keyboard::Z, ui::KeyName::Undo},
                                   {sf::Keyboard::Y, ui::KeyName::Redo}}) {
    const auto edit = render::to_input(key(code, false, true), 1);
    REQUIRE(edit);
    CHECK(std::get<ui::Key>(*edit).name == name);
    CHECK_FALSE(render::to_input(key(code), 1));
  }
  const auto again = render::to_input(key(sf::Keyboard::Z, true, true), 1);
  REQUIRE(again);
  CHECK(std::get<ui::Key>(*again).name == ui::KeyName::Redo);
}

TEST_CASE("letters come once, as text, whatever the keyboard") {
  CHECK_FALSE(render::to_input(key(sf::Keyboard::B), 1));
  CHECK_FALSE(render::to_input(key(sf::Keyboard::Num2), 1));
  const auto letter = render::to_input(typed(U'ñ'), 1);
  REQUIRE(letter);
  CHECK(std::get<ui::Typed>(*letter).text == "ñ");
  for (const sf::Uint32 control : {0x08U, 0x0DU, 0x1BU, 0x7FU, 0x85U}) CHECK_FALSE(render::to_input(typed(control), 1));
}

TEST_CASE("the pointer speaks in the scene's units") {
  sf::Event event{};
  event.type = sf::Event::MouseButtonPressed;
  event.mouseButton.button = sf::Mouse::Left;
  event.mouseButton.x = 300;
  event.mouseButton.y = 150;
  const auto pressed = render::to_input(event, 1.5F);
  REQUIRE(pressed);
  CHECK(std::get<ui::Pointer>(*pressed) == ui::Pointer{ui::PointerAction::Pressed, {200, 100}});
  event.mouseButton.button = sf::Mouse::Right;
  CHECK_FALSE(render::to_input(event, 1.5F));
}
