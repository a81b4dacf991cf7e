// One case a rule of structure: what the author wrote, and the exact finding with its line.
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;
using Lines = std::vector<std::string>;

TEST_CASE("a good topic of every kind has no finding") {
  CHECK(findings_of(sample()) == Lines{});
}

TEST_CASE("what is missing is named with its place and its mend") {
  CHECK(findings_of(spoiled("reason: {en: It keeps messages., es: Guarda mensajes.}", "reason: {en: It keeps messages.}")) ==
        Lines{"31: questions[0].options[1].reason.es: missing; add the Spanish reason"});
  CHECK(findings_of(spoiled("    difficulty: 2\n", "")) ==
        Lines{"19: questions[0].difficulty: missing; add a difficulty from 1 (recall) to 5 (expert)"});
  CHECK(findings_of(spoiled("    es: Un bucket guarda como máximo 500 etiquetas.\n", "")) ==
        Lines{"6: notes[0].es: missing; add the Spanish note"});
  CHECK(findings_of(spoiled("    answer: true\n", "")) ==
        Lines{"46: questions[2].answer: missing; add 'answer: true' or 'answer: false'"});
  CHECK(findings_of(spoiled("domain: secure\n", "")) ==
        Lines{"1: domain: missing; add the exam domain of most of the questions"});
}

TEST_CASE("a key without a value is reported where it stands") {
  CHECK(findings_of(spoiled("prompt: {en: A bucket name is global., es: El nombre de un bucket es global.}", "prompt:")) ==
        Lines{"50: questions[2].prompt: has no value; write one or take the key out"});
}

TEST_CASE("unknown keys are errors with the key probably meant") {
  CHECK(findings_of(spoiled("source:", "sorce:")) ==
        Lines{"1: source: missing; add the lines of the original notes, as \"161-179, 218\"",
              "4: unknown key 'sorce'; did you mean 'source'?"});
  CHECK(findings_of(spoiled("    seconds: 40\n", "    secnds: 40\n")) ==
        Lines{"23: questions[0]: unknown key 'secnds'; did you mean 'seconds'?"});
  CHECK(findings_of(spoiled("        correct: true\n", "        correct: true\n        colour: blue\n")) ==
        Lines{"29: questions[0].options[0]: unknown key 'colour'; known are text, reason, correct"});
}

TEST_CASE("a key of another kind of question is unknown") {
  CHECK(
      findings_of(spoiled("    answer: true\n", "    answer: true\n    options: []\n")) ==
      Lines{
          "52: questions[2]: unknown key 'options'; known are id, kind, difficulty, notes, seconds, domain, draft, prompt, "
          "explanation, defended, answer, reason"});
}

TEST_CASE("a comma that cuts a text inside braces is explained") {
  CHECK(findings_of(spoiled("{en: It keeps messages., es: Guarda mensajes.}",
                            "{en: It keeps messages, not objects., es: Guarda mensajes.}")) ==
        Lines{"31: questions[0].options[1].reason: unknown key 'not objects.': a comma ends a text inside braces; put the "
              "whole text "
              "in double quotes"});
}

TEST_CASE("a repeated key is an error") {
  CHECK(findings_of(spoiled("    seconds: 40\n", "    seconds: 40\n    seconds: 50\n")) ==
        Lines{"24: questions[0].seconds: is written twice in one mapping; keep one"});
}

TEST_CASE("words that YAML takes for booleans need quotes where text is expected") {
  CHECK(findings_of(spoiled("{en: The queue, es: La cola}", "{en: Yes, es: Sí}")) ==
        Lines{"30: questions[0].options[1].text.en: is a YAML boolean; write it in quotes: \"Yes\""});
  CHECK(findings_of(spoiled("{en: The queue, es: La cola}", "no")) ==
        Lines{"30: questions[0].options[1].text: is a YAML boolean; write it in quotes: \"no\""});
  CHECK(findings_of(spoiled("{en: The queue, es: La cola}", "\"No\"")) == Lines{});
}

TEST_CASE("a truth value is a plain true or false") {
  for (const std::string value : {"yes", "\"true\"", "1", "[true]"}) {
    CHECK(findings_of(spoiled("answer: true", "answer: " + value)) ==
          Lines{"51: questions[2].answer: must be true or false, without quotes"});
  }
}

TEST_CASE("numbers are whole or decimal and in range") {
  CHECK(findings_of(spoiled("difficulty: 4", "difficulty: 6")) ==
        Lines{"56: questions[3].difficulty: is '6'; write a whole number from 1 to 5"});
  CHECK(findings_of(spoiled("difficulty: 4", "difficulty: hard")) ==
        Lines{"56: questions[3].difficulty: is 'hard'; write a whole number from 1 to 5"});
  CHECK(findings_of(spoiled("seconds: 40", "seconds: 5")) ==
        Lines{"23: questions[0].seconds: is '5'; write a whole number from 10 to 180"});
  CHECK(
      findings_of(spoiled("value: 500", "value: five")) ==
      Lines{"59: questions[3].answer.value: is 'five'; write a decimal number with at most six decimals, as 1200 or -0.5"});
  CHECK(findings_of(spoiled("tolerance: 0.5", "tolerance: -1")) ==
        Lines{"59: questions[3].answer.tolerance: is negative; write how far off is still right, 0 or more"});
}

TEST_CASE("kinds and domains are words of the format") {
  CHECK(findings_of(spoiled("kind: true_false", "kind: truefalse")) ==
        Lines{"47: questions[2].kind: is 'truefalse'; did you mean 'true_false'?"});
  CHECK(findings_of(spoiled("domain: resilient", "domain: resilent")) ==
        Lines{"24: questions[0].domain: is 'resilent'; did you mean 'resilient'?"});
  CHECK(findings_of(spoiled("domain: secure", "domain: everything")) ==
        Lines{"3: domain: is 'everything'; known are secure, resilient, high-performing, cost-optimized, general"});
}

TEST_CASE("ids have one form and the topic's is the file name") {
  CHECK(findings_of(spoiled("- id: choose-one", "- id: Choose_One")) ==
        Lines{"19: questions[0].id: is 'Choose_One'; an id has lower-case letters, digits and single hyphens, at most 64"});
  CHECK(findings_of(spoiled("topic: sample", "topic: example")) ==
        Lines{"1: topic: is 'example', but the file is named 'sample.yaml'; make them equal"});
}

TEST_CASE("line references are ascending numbers and ranges") {
  for (const std::string wrong : {"14-12", "0", "12,14", "twelve", "12-", ""}) {
    CHECK(findings_of(spoiled("lines: \"10, 12-14\"", "lines: \"" + wrong + "\"")) ==
          Lines{"7: notes[0].lines: is not a list of lines; write line numbers and ascending ranges, as \"161-179, 218\""});
  }
}

TEST_CASE("an as-of remark has a month") {
  for (const std::string wrong : {"2026", "2026-13", "11-2026", "2026-1"}) {
    CHECK(findings_of(spoiled("\"2026-11\"", "\"" + wrong + "\"")) ==
          Lines{"15: notes[1].as_of.date: is not a month; write it as \"2026-11\""});
  }
}

TEST_CASE("every text has its limit, counted in characters and not in bytes") {
  std::string longest;
  for (int i = 0; i < 260; ++i) longest += "é";
  CHECK(findings_of(spoiled("en: A bucket keeps at most 500 tags.", "en: " + longest)).size() ==
        2);  // figures and lengths differ
  const std::string both =
      replaced(sample(), "Un bucket guarda como máximo 500 etiquetas.", "500 " + longest.substr(0, 400));
  CHECK(findings_of(replaced(both, "A bucket keeps at most 500 tags.", "500 " + longest)) ==
        Lines{"8: notes[0].en: the note has 264 characters; shorten it to at most 260"});
  CHECK(findings_of(spoiled("es: etiquetas", "es: etiquetas por cada bucket nuevo")) ==
        Lines{"59: questions[3].answer.unit.es: the unit has 31 characters; shorten it to at most 24"});
}

TEST_CASE("prompts and options past their best length are a warning") {
  const std::string words(99, 'x');
  CHECK(
      findings_of(spoiled("{en: The queue, es: La cola}", "{en: " + words + ", es: " + words.substr(15) + "}")) ==
      Lines{
          "30: warning: questions[0].options[1].text.en: the option has 99 characters; it reads best under 90 [text-long]"});
  const std::string below = spoiled("El nombre de un bucket es global.", std::string(299, 'x'));
  CHECK(findings_of(replaced(below, "A bucket name is global.", std::string(300, 'x'))) ==
        Lines{"50: warning: questions[2].prompt.en: the prompt has 300 characters; it reads best under 300 [text-long]"});
}

TEST_CASE("texts have no line breaks, edges or characters that nobody sees") {
  CHECK(findings_of(spoiled("en: The notes name the key first.", "en: \"The notes \"")) ==
        Lines{"16: notes[1].as_of.en: begins or ends with a space or line break; take it out (long texts: use '>-')"});
  CHECK(findings_of(spoiled("en: The notes name the key first.", "en: |-\n        The notes\n        name")) ==
        Lines{"16: notes[1].as_of.en: has a line break; write one paragraph (long texts: use '>-')"});
  CHECK(findings_of(spoiled("en: The notes name the key first.", "en: >-\n        The notes\n        name")) == Lines{});
  CHECK(findings_of(spoiled("en: The notes name the key first.", "en: The no\u00ADtes")) ==
        Lines{"16: notes[1].as_of.en: holds the invisible character U+00AD; take it out"});
  CHECK(findings_of(spoiled("en: The notes name the key first.", "en: \"\"")) ==
        Lines{"16: notes[1].as_of.en: is empty; write the as-of remark"});
}

TEST_CASE("lists have their counts") {
  CHECK(findings_of(
            spoiled("      - {text: {en: Tags, es: Etiquetas}, reason: {en: They only name., es: Solo nombran.}}\n", "")) ==
        Lines{"40: questions[1].options: has 1 wrong option; multiple response has two or more [key-few]",
              "40: questions[1].options: has 3 options; 4 to 6 are allowed"});
  CHECK(findings_of(spoiled("notes: [order]", "notes: []")) ==
        Lines{"66: questions[4].notes: has 0 notes; 1 to 8 are allowed"});
  CHECK(findings_of(spoiled("accept: [KMS, Key Management Service]", "accept: KMS")) ==
        Lines{"88: questions[6].accept: is not a list; write the spellings as a list"});
}

TEST_CASE("a value of the wrong shape is reported once, and reading goes on") {
  CHECK(findings_of(spoiled("{en: The queue, es: La cola}", "[The queue, La cola]")) ==
        Lines{"30: questions[0].options[1].text: is a list; write the option as {en: ..., es: ...}"});
  CHECK(findings_of(
            spoiled("- {text: {en: Tags, es: Etiquetas}, reason: {en: They only name., es: Solo nombran.}}", "- Tags")) ==
        Lines{"44: questions[1].options[3]: is not a mapping; write it with the keys text, reason, correct"});
  const Lines both = findings_of(replaced(spoiled("difficulty: 4", "difficulty: 6"), "kind: numeric", "kind: numerical"));
  CHECK(both == Lines{"55: questions[3].kind: is 'numerical'; did you mean 'numeric'?",
                      "56: questions[3].difficulty: is '6'; write a whole number from 1 to 5"});
}

TEST_CASE("broken indentation is called so") {
  for (const auto& [from, to] : {std::pair{"    prompt:", "   prompt:"}, std::pair{"    difficulty:", "\tdifficulty:"}}) {
    const Lines found = findings_of(spoiled(from, to));
    INFO(from);
    REQUIRE(found.size() == 1);
    CHECK(found.front().find("indentation here and just above") != std::string::npos);
    CHECK(found.front().find("double quotes") == std::string::npos);
  }
}

TEST_CASE("what is not YAML is reported with its line") {
  const Lines colon = findings_of(spoiled("en: The notes name the key first.", "en: The notes: the key first."));
  REQUIRE(colon.size() == 1);
  CHECK(colon.front().rfind("16: is not YAML: illegal map value; look here and just above", 0) == 0);
  CHECK(findings_of("") == Lines{"1: the file is empty; write a topic"});
  CHECK(findings_of(sample() + "---\n" + sample()) == Lines{"1: has more than one YAML document; take out '---'"});
  // The YAML library would make documents of this for ever.
  CHECK(findings_of(",a b:C\n") ==
        Lines{"1: is not YAML: a line begins with ',', ']' or '}'; put such texts into double quotes"});
  CHECK(
      findings_of("- a\n- b\n") ==
      Lines{
          "1: is not a mapping; write it with the keys topic, title, languages, origin, domain, source, notes, questions"});
  CHECK(findings_of("topic: sample\ntitle: \xFF\n") == Lines{"2: is not UTF-8; save the file as UTF-8"});
  CHECK(findings_of(std::string(2 * 1024 * 1024, '#')) ==
        Lines{"1: the file has 2097152 bytes; split the topic, at most 1048576 are read"});
}
