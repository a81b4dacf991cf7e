// Every theme can be read, and its answers told apart by any eyes.
#include "client/ui/theme.hpp"

#include <fmt/format.h>

#include <set>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/client/ui/vision.hpp"

using namespace certamen;
using namespace certamen::ui;

namespace {

constexpr double enhanced = 7;    // WCAG AAA for text
constexpr double readable = 4.5;  // WCAG AA for text
constexpr double visible = 3;     // WCAG AA for large text and for what is no text
constexpr double apart = 12;      // five times what can just be told apart

struct Pair {
  const char* over_name;
  Color over;
  const char* under_name;
  Color under;
  double needed;
};

std::string name_of(ThemeName name) {
  switch (name) {
    case ThemeName::Dark: return "dark";
    case ThemeName::Light: return "light";
    case ThemeName::HighContrast: return "high contrast";
  }
  return "";
}

// What is painted on what, anywhere in the kit or on the screens.
std::vector<Pair> pairs_of(const Theme& theme) {
  const std::vector<std::pair<const char*, Color>> grounds{
      {"background", theme.background}, {"surface", theme.surface}, {"raised", theme.raised}, {"line", theme.line}};
  const std::vector<std::pair<const char*, Color>> accents{
      {"gold", theme.gold}, {"amber", theme.amber}, {"coral", theme.coral}, {"right", theme.right}, {"wrong", theme.wrong}};
  std::vector<Pair> pairs;
  for (const auto& [name, ground] : grounds) {
    // Questions and explanations stand on the background and on surfaces.
    const bool reading = ground == theme.background || ground == theme.surface;
    pairs.push_back({"text", theme.text, name, ground, reading ? enhanced : readable});
    pairs.push_back({"muted", theme.muted, name, ground, readable});
    if (ground == theme.line) continue;  // chosen and hovered things only, with text and muted words
    for (const auto& [accent_name, accent] : accents) pairs.push_back({accent_name, accent, name, ground, readable});
  }
  for (const auto& [name, accent] : accents) pairs.push_back({"on_accent", theme.on_accent, name, accent, readable});
  for (const AnswerLook& answer : theme.answers) {
    pairs.push_back({"ink", theme.ink, "answer", answer.color, readable});
    // Cards that dim or turn out wrong keep a breath of their colour.
    pairs.push_back({"muted", theme.muted, "dimmed answer", mix(theme.background, answer.color, 0.16F), readable});
    pairs.push_back({"text", theme.text, "wrong answer", mix(theme.background, answer.color, 0.14F), readable});
    const Color edge = theme.answer_edge.alpha == 0 ? answer.color : theme.answer_edge;
    pairs.push_back({"edge of answer", edge, "background", theme.background, visible});
  }
  pairs.push_back({"ink", theme.ink, "paper", theme.paper, enhanced});
  return pairs;
}

}  // namespace

TEST_CASE("every role of every theme can be read on what it is painted on") {
  for (const ThemeName name : theme_names) {
    for (const Pair& pair : pairs_of(theme_of(name))) {
      INFO(name_of(name) << ": " << pair.over_name << " on " << pair.under_name);
      CHECK(contrast_ratio(pair.over, pair.under) >= pair.needed);
    }
  }
}

TEST_CASE("high contrast is higher than asked of the others, down to the lines") {
  const Theme& theme = theme_of(ThemeName::HighContrast);
  CHECK(contrast_ratio(theme.line, theme.background) >= visible);
  for (const Color ground : {theme.background, theme.surface, theme.raised}) {
    for (const Color color : {theme.text, theme.muted, theme.gold, theme.coral, theme.right, theme.wrong}) {
      CHECK(contrast_ratio(color, ground) >= enhanced);
    }
  }
  for (const AnswerLook& answer : theme.answers) CHECK(contrast_ratio(theme.ink, answer.color) >= enhanced);
}

TEST_CASE("answers differ for every common colour blindness, and carry a shape each") {
  for (const ThemeName name : theme_names) {
    const Theme& theme = theme_of(name);
    std::set<ShapeKind> shapes;
    for (std::size_t i = 0; i < answer_looks; ++i) {
      shapes.insert(theme.answers[i].shape);
      for (std::size_t j = 0; j < i; ++j) {
        for (const ui_test::Vision& vision : ui_test::visions()) {
          INFO(name_of(name) << ", " << vision.name << ": answers " << j + 1 << " and " << i + 1);
          CHECK(ui_test::distance(theme.answers[i].color, theme.answers[j].color, vision) >= apart);
        }
      }
    }
    CHECK(shapes.size() == answer_looks);
  }
}

TEST_CASE("the simulation of colour blindness takes red and green together, and leaves greys alone") {
  const Color red = rgb(0xC05030);
  const Color green = rgb(0x708020);
  CHECK(ui_test::distance(red, green, ui_test::visions()[0]) > 50);
  CHECK(ui_test::distance(red, green, ui_test::visions()[2]) < 30);
  for (const ui_test::Vision& vision : ui_test::visions()) {
    CHECK(ui_test::distance(rgb(0x808080), rgb(0x808080), vision) == 0);
    const ui_test::Triple grey = ui_test::times(vision.matrix, ui_test::linear_light(rgb(0x808080)));
    CHECK(grey[0] == Approx(grey[1]).margin(0.001));
    CHECK(grey[1] == Approx(grey[2]).margin(0.001));
  }
}
