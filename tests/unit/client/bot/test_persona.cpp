#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "client/bot/persona.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/client/bot/room.hpp"

using namespace certamen;
using namespace certamen::bot;
using namespace certamen::bot::test;
using wire::QuestionKind;

namespace {

constexpr auto kinds = {QuestionKind::SingleChoice, QuestionKind::MultipleResponse, QuestionKind::TrueFalse,
                        QuestionKind::Numeric,      QuestionKind::Ordering,         QuestionKind::Matching,
                        QuestionKind::ShortText};

}  // namespace

TEST_CASE("the same seed makes the same people, who decide the same") {
  for (std::uint32_t index = 0; index < 50; ++index) {
    Persona one = make_persona(7, index);
    Persona same = make_persona(7, index);
    CHECK(one == same);
    for (const auto kind : kinds) CHECK(decide(one, open_room(kind)) == decide(same, open_room(kind)));
  }
}

TEST_CASE("another seed makes other people") {
  std::size_t different = 0;
  for (std::uint32_t index = 0; index < 50; ++index) {
    Persona one = make_persona(7, index);
    Persona other = make_persona(8, index);
    const auto room = open_room(QuestionKind::SingleChoice);
    if (decide(one, room).after != decide(other, room).after) ++different;
  }
  CHECK(different > 40);
}

TEST_CASE("a crowd of a thousand has a thousand names") {
  std::set<std::string> names;
  for (std::uint32_t index = 0; index < 1000; ++index) {
    const auto name = make_persona(1, index).name;
    CHECK(name.size() <= wire::name_bytes_max);
    names.insert(name);
  }
  CHECK(names.size() == 1000);
}

TEST_CASE("a persona says how sure it is exactly where the scoring asks, and not always the same") {
  std::set<wire::Certainty> said;
  for (std::uint32_t index = 0; index < 100; ++index) {
    Persona persona = make_persona(4, index);
    auto room = open_room(QuestionKind::SingleChoice);
    room.settings.scoring = wire::Scoring::Certainty;
    const Decision decision = decide(persona, room);
    REQUIRE(decision.certainty);
    said.insert(*decision.certainty);
  }
  CHECK(said.size() == 3);
}

TEST_CASE("every decision is an answer the board would take, within the time allowed") {
  for (std::uint32_t index = 0; index < 300; ++index) {
    Persona persona = make_persona(3, index);
    for (const auto kind : kinds) {
      const auto room = open_room(kind);
      const Decision decision = decide(persona, room);
      CHECK(decision.question_number == 1);
      CHECK(decision.after > wire::Duration::zero());
      CHECK(room.asked->opens_at + decision.after < room.asked->closes_at);
      if (!decision.answer) continue;
      if (const auto* choice = std::get_if<wire::ChoiceAnswer>(&*decision.answer)) {
        REQUIRE(kind != QuestionKind::Numeric);
        CHECK(choice->options.size() == room.asked->choose);
        CHECK(std::is_sorted(choice->options.begin(), choice->options.end()));
        CHECK(std::set(choice->options.begin(), choice->options.end()).size() == choice->options.size());
        for (const auto option : choice->options) CHECK(option < room.asked->options.size());
      } else if (const auto* order = std::get_if<wire::OrderAnswer>(&*decision.answer)) {
        REQUIRE(kind == QuestionKind::Ordering);
        const std::vector<wire::OptionIndex> places{0, 1, 2, 3};
        CHECK(std::is_permutation(order->options.begin(), order->options.end(), places.begin(), places.end()));
      } else if (const auto* match = std::get_if<wire::MatchAnswer>(&*decision.answer)) {
        REQUIRE(kind == QuestionKind::Matching);
        CHECK(match->matches.size() == room.asked->options.size());
        for (const auto each : match->matches) CHECK(each < room.asked->matches.size());
      } else if (const auto* text = std::get_if<wire::TextAnswer>(&*decision.answer)) {
        REQUIRE(kind == QuestionKind::ShortText);
        CHECK_FALSE(text->text.empty());
        CHECK(text->text.size() <= wire::text_answer_bytes_max);
      } else {
        REQUIRE(kind == QuestionKind::Numeric);
        const auto micros = std::get<wire::NumericAnswer>(*decision.answer).micros;
        CHECK(std::abs(micros) <= wire::numeric_micros_max);
      }
      CHECK_FALSE(decision.certainty);
    }
  }
}

TEST_CASE("skill sways a guess and settles nothing") {
  const auto room = open_room(QuestionKind::SingleChoice);
  std::map<std::uint32_t, int> longest_by_skill;
  for (const std::uint32_t skill : {0U, 100U}) {
    Persona persona = make_persona(5, 0);
    persona.skill_percent = skill;
    persona.absence_permille = 0;
    for (int i = 0; i < 1000; ++i) {
      const auto answer = decide(persona, room).answer;
      if (std::get<wire::ChoiceAnswer>(*answer).options.front() == 2) ++longest_by_skill[skill];
    }
  }
  CHECK(longest_by_skill[0] > 200);
  CHECK(longest_by_skill[0] < 300);
  CHECK(longest_by_skill[100] > 400);
  CHECK(longest_by_skill[100] < 800);
}

TEST_CASE("the absent-minded let some questions pass") {
  Persona persona = make_persona(5, 0);
  persona.absence_permille = 500;
  int passed = 0;
  for (int i = 0; i < 200; ++i) passed += decide(persona, open_room(QuestionKind::TrueFalse)).answer ? 0 : 1;
  CHECK(passed > 60);
  CHECK(passed < 140);
}

TEST_CASE("a number is guessed from the prompt, or from nothing") {
  Persona persona = make_persona(5, 1);
  persona.absence_permille = 0;
  persona.skill_percent = 0;
  auto room = open_room(QuestionKind::Numeric);
  for (int i = 0; i < 20; ++i) {
    const auto answer = std::get<wire::NumericAnswer>(*decide(persona, room).answer);
    CHECK((answer.micros == 3'000'000 || answer.micros == 500'000'000));
  }
  room.announced->prompt = "How many?";
  const auto answer = std::get<wire::NumericAnswer>(*decide(persona, room).answer);
  CHECK(answer.micros >= 1'000'000);
  CHECK(answer.micros <= 100'000'000);
}
