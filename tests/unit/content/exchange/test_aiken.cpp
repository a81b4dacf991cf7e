// Aiken: one question, lettered options, one right.
#include "tests/support/catch.hpp"
#include "tests/unit/content/exchange/imported.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;
using Lines = std::vector<std::string>;

TEST_CASE("the questions that the documentation of Aiken shows are read, and the broken ones said") {
  const Import import =
      aiken(read_file(std::string(CERTAMEN_SOURCE_DIR) + "/tests/unit/content/exchange/files/documented_aiken.txt"));
  REQUIRE(import.topics.size() == 1);
  REQUIRE(import.topics[0].questions.size() == 3);
  CHECK(options_of(import.topics[0].questions[0]) ==
        Lines{"Is it this one?", "Maybe this answer?", "Possibly this one?", "+Must be this one!"});
  CHECK(options_of(import.topics[0].questions[2]) == Lines{"Incorrect (No space)", "+Correct (No space)"});
  CHECK(remarks_of(import) == Lines{"17: the question is left out: it has 1 options, where 2 to 6 fit",
                                    "21: the option 'A) Question not started' is left out: no question is open",
                                    "23: the answer is left out: no question is open",
                                    "25: the question is left out: it has no line 'ANSWER: ...' after its options"});
  CHECK(import.question_count == 5);
  CHECK(errors_of(import) == Lines{});
}

TEST_CASE("an Aiken question may span lines, and its letters may be small") {
  const Question question =
      only_question(aiken("Which of these,\r\ne.g. in winter, is cold?\r\na) ice\r\nb) fire\r\nanswer: a\r\n"));
  CHECK(question.prompt.en.text == "Which of these, e.g. in winter, is cold?");
  CHECK(options_of(question) == Lines{"+ice", "fire"});
}

TEST_CASE("an Aiken answer that names no option is said") {
  CHECK(remarks_of(aiken("One?\nA) a\nB) b\nANSWER: C\n\nTwo?\nA) a\nB) b\nANSWER: A, B\n\nThree?\nANSWER: A\n")) ==
        Lines{"1: the question is left out: line 4 names the option C, which it does not have",
              "6: the question is left out: line 9 does not name one option; write 'ANSWER: A'",
              "11: the question is left out: it has no options; begin each with a letter and ')' or '.'"});
}

TEST_CASE("a file in UTF-16 is called so, with its mark and without") {
  std::string wide;
  for (const char letter : std::string("What?\nA. this\nB. that\nANSWER: A\n")) wide += {letter, '\0'};
  for (const std::string& bytes : {wide, "\xFF\xFE" + wide}) {
    const auto read = import_aiken(bytes, {});
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().what.find("UTF-16") != std::string::npos);
    CHECK(read.error().what.find("1252") == std::string::npos);
  }
}

TEST_CASE("an Aiken file of another encoding is a fault that names the line") {
  const auto import = import_aiken("Caf\xE9?\nA) a\nB) b\nANSWER: A\n", {});
  REQUIRE_FALSE(import.has_value());
  CHECK(import.error().what.find("byte 0xE9 on line 1") != std::string::npos);
}
