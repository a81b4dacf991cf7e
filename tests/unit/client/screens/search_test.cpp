// What is looked for in the topics of a form and in a review is found by keys alone and by the mouse alone.
#include <algorithm>

#include "client/screens/review_search.hpp"
#include "tests/unit/client/screens/person.hpp"

using namespace certamen;
using namespace certamen::screens_test;

namespace {

std::size_t topics_shown(const Person& person) {
  std::size_t count = 0;
  for (const ui::Region& each : person.scene().regions) count += each.action.name.ends_with(".topic") ? 1U : 0U;
  return count;
}

// Four topics whose titles say which is meant.
Person topic_chooser(const std::string& sample) {
  Person person{sample};
  person.model.topics.clear();
  for (const char* title : {"Object storage", "Región y zona", "Queues", "Object locks"}) {
    person.model.topics.push_back({title, title, wire::ExamDomain::Resilient, 10});
  }
  return person;
}

// Question 2 is about queues, 7 has an option of its own, 3 and 6 and 9 were missed.
Person reviewer() {
  Person person{"review"};
  auto& review = person.model.room->review;
  review[2].announced.prompt = "Which QUEUE keeps the order?";
  review[7].asked.options[3] = "Amazon Redshift";
  return person;
}

}  // namespace

TEST_CASE("topics are found by parts of words, without capitals and accents, by keys alone") {
  for (const char* sample : {"solo", "host"}) {
    INFO(sample);
    Person person = topic_chooser(sample);
    REQUIRE(topics_shown(person) == 4);
    person.press(ui::KeyName::Tab);  // hands off the form's own first field
    if (person.state.touch.focused.starts_with("text.")) person.press(ui::KeyName::Tab);
    person.type("/");
    REQUIRE(person.state.touch.focused == "text.search");
    person.type("REGION");
    CHECK(person.state.search == "REGION");
    CHECK(topics_shown(person) == 1);
    person.press(ui::KeyName::Enter);  // chooses the first one found
    const wire::RoomSettings& settings = sample == std::string{"solo"} ? person.model.draft.solo : person.model.draft.host;
    CHECK(settings.topics == std::vector<std::string>{"Región y zona"});
    CHECK(person.model.screen != model::Screen::Room);
    person.press(ui::KeyName::Escape);
    CHECK(person.state.search.empty());
    CHECK(topics_shown(person) == 4);
    person.press(ui::KeyName::Escape);
    CHECK(person.model.screen == model::Screen::Start);
  }
}

TEST_CASE("a topic is looked for and chosen by the mouse and typing, and nothing found is said") {
  Person person = topic_chooser("solo");
  person.click("text.search");
  person.type("object");
  CHECK(topics_shown(person) == 2);
  person.type(" lock");
  REQUIRE(topics_shown(person) == 1);
  person.click("solo.topic.3");
  CHECK(person.model.draft.solo.topics == std::vector<std::string>{"Object locks"});
  CHECK(person.state.search == "object lock");
  person.type("s of nothing");
  CHECK(person.state.search == "object lock");  // the hands are on the topic now
  person.click("text.search");
  person.type("zz");
  CHECK(topics_shown(person) == 0);
  CHECK(shows(person.scene(), "Nothing matches"));
}

TEST_CASE("looking for a topic does not change how many questions are there") {
  Person person = topic_chooser("solo");
  REQUIRE(shows(person.scene(), "40 questions"));
  person.click("text.search");
  person.type("queue");
  CHECK(shows(person.scene(), "40 questions"));
}

TEST_CASE("what was looked for is forgotten with the screen") {
  Person person = topic_chooser("solo");
  person.click("text.search");
  person.type("queue");
  person.press(ui::KeyName::Escape);
  person.press(ui::KeyName::Escape);
  REQUIRE(person.model.screen == model::Screen::Start);
  person.click("door.solo");
  person.press(ui::KeyName::Tab);
  CHECK(person.state.search.empty());
}

TEST_CASE("a review is searched by words of prompt and options, by topic and by number") {
  const Person person = reviewer();
  const auto found = [&](const char* sought, bool missed = false) {
    return screens::questions_found(person.model, sought, missed);
  };
  using Numbers = std::vector<std::uint32_t>;
  CHECK(found("").size() == 10);
  CHECK(found("queue") == Numbers{2});
  CHECK(found("redshift amazon") == Numbers{7});
  CHECK(found(person.model.room->review.at(1).announced.topic_title.c_str()).size() == 10);
  const Numbers tenth = found("10");
  CHECK(std::count(tenth.begin(), tenth.end(), 10U) == 1);
  CHECK(found("zzz").empty());
  CHECK(found("", true) == Numbers{3, 6, 9});
  CHECK(found("queue", true).empty());
  CHECK(screens::found_after(Numbers{3, 6, 9}, 3) == 6U);
  CHECK(screens::found_before(Numbers{3, 6, 9}, 4) == 3U);
  CHECK_FALSE(screens::found_after(Numbers{3, 6, 9}, 9));
  CHECK_FALSE(screens::found_before(Numbers{3, 6, 9}, 3));
  CHECK_FALSE(screens::found_before(Numbers{}, 3));
}

TEST_CASE("a review shows the first of those found, and its arrows walk among them: by keys alone") {
  Person person = reviewer();
  person.type("/");
  person.type("queue");
  CHECK(person.model.room->review_number == 2);
  person.press(ui::KeyName::Escape);
  CHECK(person.state.search.empty());
  CHECK(person.model.screen == model::Screen::Review);
  person.press(ui::KeyName::Tab);
  person.type("f");
  CHECK(person.state.missed_only);
  CHECK(person.model.room->review_number == 3);
  person.press(ui::KeyName::Right);
  CHECK(person.model.room->review_number == 6);
  person.press(ui::KeyName::Right);
  person.press(ui::KeyName::Right);
  CHECK(person.model.room->review_number == 9);
  person.type("f");
  CHECK_FALSE(person.state.missed_only);
  person.press(ui::KeyName::Left);
  CHECK(person.model.room->review_number == 8);
}

TEST_CASE("a review is searched by the mouse: the field, the switch, the tiles and the arrows") {
  Person person = reviewer();
  person.click("missed");
  CHECK(person.model.room->review_number == 3);
  CHECK(ui::find_region(person.scene(), "question.4") == nullptr);
  person.click("after");
  CHECK(person.model.room->review_number == 6);
  person.click("question.9");
  CHECK(person.model.room->review_number == 9);
  person.click("missed");
  CHECK(ui::find_region(person.scene(), "question.4") != nullptr);
  person.click("text.search");
  person.type("redshift");
  CHECK(person.model.room->review_number == 7);
  CHECK(ui::find_region(person.scene(), "question.9") == nullptr);
}
