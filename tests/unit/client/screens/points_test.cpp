// "How points work" is one press away wherever one is in a room, says the server's own rules, and lets one go on.
#include "client/screens/points.hpp"

#include <set>

#include "tests/unit/client/screens/person.hpp"

using namespace certamen;
using namespace certamen::screens_test;

namespace {

const std::string title = "How points work";

bool is_open(const Person& person) {
  return person.state.overlay == screens::Overlay::Points && ui::find_region(person.scene(), "points.back") != nullptr;
}

}  // namespace

TEST_CASE("the lobby, the end and the settings of a room lead to its points by key and by mouse, and back") {
  for (const char* sample : {"lobby_player", "lobby_host", "podium", "exam_report", "settings_room"}) {
    INFO(sample);
    Person keys{sample};
    keys.live(ui::Typed{"h"});
    CHECK(is_open(keys));
    keys.press(ui::KeyName::Escape);
    CHECK_FALSE(is_open(keys));
    Person mouse{sample};
    mouse.click("points");
    CHECK(is_open(mouse));
    mouse.click("points.back");
    CHECK_FALSE(is_open(mouse));
    CHECK(mouse.model.room);
    CHECK(mouse.scene().name == Person{sample}.scene().name);
  }
}

TEST_CASE("the menu leads to the points in every phase, and the question goes on under them") {
  for (const char* sample : {"asking_single", "reading", "discussing_text", "paper", "reveal_right", "ranking", "drawing"}) {
    INFO(sample);
    Person keys{sample};
    keys.press(ui::KeyName::Escape);
    keys.press(ui::KeyName::Tab);
    REQUIRE(keys.state.touch.focused == "menu.points");
    keys.press(ui::KeyName::Enter);
    CHECK(is_open(keys));
    keys.press(ui::KeyName::Enter);  // the way back has the focus
    CHECK_FALSE(is_open(keys));
    Person mouse{sample};
    mouse.click("menu");
    mouse.click("menu.points");
    CHECK(is_open(mouse));
    CHECK(shows(mouse.scene(), title));
  }
}

TEST_CASE("without a room nothing is said of points, and nothing leads there") {
  Person person{"settings"};
  CHECK_FALSE(shows(person.scene(), title));
  person.live(ui::Typed{"h"});
  CHECK(person.state.overlay == screens::Overlay::None);
  Person old{"lobby_player"};
  old.model.room->points_rules.clear();  // a server that does not tell
  CHECK(ui::find_region(old.scene(), "points") == nullptr);
  old.state.overlay = screens::Overlay::Points;
  CHECK_FALSE(shows(old.scene(), title));
}

TEST_CASE("each rule has a sentence of its own with its numbers, in both languages") {
  for (const auto language : {wire::Language::English, wire::Language::Spanish}) {
    const screens::Words words{language};
    std::set<std::string> sentences;
    std::size_t count = 0;
    for (int rule = 0; rule <= static_cast<int>(wire::Rule::UnscoredItems); ++rule) {
      for (const std::int64_t value : {-613, 617}) {
        const std::string text = screens::sentence_of(words, {static_cast<wire::Rule>(rule), value, value});
        INFO(text);
        CHECK_FALSE(text.empty());
        CHECK(text.find('{') == std::string::npos);
        CHECK(text.find("--") == std::string::npos);
        sentences.insert(text);
      }
      ++count;
    }
    CHECK(sentences.size() >= count);
    CHECK(screens::sentence_of(words, {wire::Rule::Right, 1250, 0}).find("1250") != std::string::npos);
    const std::string wrong = screens::sentence_of(words, {wire::Rule::Wrong, -250, 0});
    CHECK(wrong.find("250") != std::string::npos);
    CHECK(wrong != screens::sentence_of(words, {wire::Rule::Wrong, 0, 0}));
    CHECK(screens::sentence_of(words, {wire::Rule::HighCertainty, 300, -600}).find("600") != std::string::npos);
  }
}

TEST_CASE("the figures show what the rules come to") {
  CHECK(shows(Person{"points_speed"}.scene(), "750"));   // halfway between 1000 and 500
  CHECK(shows(Person{"points_speed"}.scene(), "+250"));  // the most that a row of right answers adds
  CHECK(shows(Person{"points_certainty"}.scene(), "−600"));
  CHECK(shows(Person{"points_accuracy"}.scene(), "5250"));  // 6 right of 1000, 3 wrong of -250
  CHECK(shows(Person{"points_exam"}.scene(), "6000"));
}

TEST_CASE("what was typed is marked right or wrong where the key is known to the letter") {
  const auto marks = [](const Person& person, ui::MarkKind kind) {
    std::size_t count = 0;
    for (const ui::Primitive& each : person.scene().primitives) {
      const auto* mark = std::get_if<ui::Mark>(&each);
      if (mark != nullptr && mark->kind == kind && mark->size == 26) ++count;
    }
    return count;
  };
  Person person{"reveal_host_text"};
  CHECK(marks(person, ui::MarkKind::Tick) == 1);
  CHECK(marks(person, ui::MarkKind::Cross) == 2);
  person.model.room->revealed->text_key.push_back("Straße");
  CHECK(marks(person, ui::MarkKind::Tick) == 0);
  CHECK(marks(person, ui::MarkKind::Cross) == 0);
}
