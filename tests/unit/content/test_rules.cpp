// One case a rule that reaches across fields, questions or files.
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;
using Lines = std::vector<std::string>;

TEST_CASE("an id is used once in its file") {
  CHECK(findings_of(spoiled("- id: choose-two", "- id: choose-one")) ==
        Lines{"35: questions[1].id: the question 'choose-one' is already on line 19; choose another id [id-repeated]"});
  CHECK(findings_of(replaced(spoiled("- id: order", "- id: limits"), "    notes: [limits, order]", "    notes: [limits]"))
            .front() == "10: notes[1].id: the note 'limits' is already on line 6; choose another id [id-repeated]");
}

TEST_CASE("a topic is in one file") {
  const std::vector<Finding> findings =
      compile({SourceFile{"b/sample.yaml", sample()}, SourceFile{"a/sample.yaml", sample()}}).findings;
  Lines errors;
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::Error) errors.push_back(format(finding));
  }
  CHECK(errors ==
        Lines{"b/sample.yaml:1: topic: the topic 'sample' is already in a/sample.yaml; choose another id [id-repeated]"});
}

TEST_CASE("a bank has no more topics than a room can list") {
  std::vector<SourceFile> files;
  for (int i = 0; i < 257; ++i) {
    const std::string id = "topic-" + std::to_string(i);
    files.push_back(SourceFile{"t/" + id + ".yaml", plain_topic(id, 1, 1)});
  }
  const std::vector<Finding> findings = compile(files).findings;
  REQUIRE(findings.size() == 1);
  CHECK(format(findings.front()) == "t/topic-99.yaml:1: makes 257 topics; a bank has at most 256; merge some [topics-many]");
  files.pop_back();
  CHECK(compile(files).findings.empty());
}

TEST_CASE("questions cite notes of their file") {
  CHECK(findings_of(spoiled("notes: [limits, order]", "notes: [limits, ordre]")) ==
        Lines{"38: questions[1].notes[1]: no note 'ordre' in this file; did you mean 'order'? [note-unknown]"});
  CHECK(findings_of(spoiled("notes: [limits, order]", "notes: [limits, limits]")) ==
        Lines{"38: questions[1].notes[1]: cites 'limits' twice; keep one [note-cited-twice]"});
}

TEST_CASE("a note that no question exercises is a warning") {
  CHECK(findings_of(spoiled("  - id: order\n", "  - {id: idle, lines: \"11\", en: Idle., es: Ociosa.}\n  - id: order\n")) ==
        Lines{"10: warning: notes[1].id: no question exercises the note 'idle'; ask one or merge it [note-idle]"});
}

TEST_CASE("a note outside the topic's lines is a warning") {
  CHECK(findings_of(spoiled("lines: \"10, 12-14\"", "lines: \"10, 12-24\"")) ==
        Lines{"7: warning: notes[0].lines: '10, 12-24' is not all inside the topic's source '10-20, 30'; correct one of "
              "them [lines-outside]"});
}

TEST_CASE("figures are the same in both languages, however they are written") {
  CHECK(findings_of(spoiled("como máximo 500 etiquetas", "como máximo 50 etiquetas")) ==
        Lines{"9: warning: notes[0].es: the figures differ from the English ones: {500} in en, {50} in es; write the same "
              "figures in both [figures-differ]"});
  const std::string english = spoiled("at most 500 tags", "at most 1,500.5 tags");
  CHECK(findings_of(replaced(english, "como máximo 500 etiquetas", "como máximo 1.500,5 etiquetas")) == Lines{});
  CHECK(findings_of(replaced(english, "como máximo 500 etiquetas", "como máximo 1 500,5 etiquetas")) == Lines{});
}

TEST_CASE("a Spanish question opens with its mark") {
  CHECK(findings_of(spoiled("¿Cuántas etiquetas", "Cuántas etiquetas")) ==
        Lines{"58: warning: questions[3].prompt.es: asks without an opening '¿'; add it [question-mark]"});
}

TEST_CASE("a single choice has one right option") {
  CHECK(findings_of(spoiled("        correct: true\n", "")) ==
        Lines{"26: questions[0].options: has 0 options with 'correct: true'; a single choice has exactly one [key-count]"});
  CHECK(findings_of(spoiled("      - text: {en: The queue, es: La cola}\n",
                            "      - text: {en: The queue, es: La cola}\n        correct: true\n")) ==
        Lines{"26: questions[0].options: has 2 options with 'correct: true'; a single choice has exactly one [key-count]"});
}

TEST_CASE("multiple response has two right and two wrong options at least, and says how many") {
  CHECK(findings_of(spoiled("es: Claves del cliente}, correct: true", "es: Claves del cliente}")) ==
        Lines{"40: questions[1].options: has 1 option with 'correct: true'; multiple response has two or more [key-few]"});
  CHECK(findings_of(spoiled(" Choose two.", "")) == Lines{"39: questions[1].prompt.en: 2 options are right, but the prompt "
                                                          "does not say so; end it with 'Choose two.' [key-unsaid]"});
  CHECK(findings_of(spoiled("Elija dos.", "Elija tres.")) ==
        Lines{"39: questions[1].prompt.es: 2 options are right, but the prompt does not say so; end it with 'Elija dos.' "
              "[key-unsaid]"});
  CHECK(findings_of(spoiled("Which of these encrypt data at rest? Choose two.",
                            "Which two of these encrypt data at rest?")) == Lines{});
}

TEST_CASE("options are distinct once case and accents are folded") {
  CHECK(findings_of(spoiled("{en: The table, es: La tabla}", "{en: the QUEUE, es: La fila}")) ==
        Lines{"32: questions[0].options[2].text.en: repeats the option of line 30; make every option different "
              "[option-repeated]"});
}

TEST_CASE("an option does not speak of the others") {
  CHECK(findings_of(spoiled("{en: The table, es: La tabla}", "{en: All of the above, es: Todas las anteriores}")) ==
        Lines{"32: questions[0].options[2].text.en: 'all of the above' does not survive shuffling; write a real option "
              "[catch-all]",
              "32: questions[0].options[2].text.es: 'todas las anteriores' does not survive shuffling; write a real option "
              "[catch-all]"});
}

TEST_CASE("a true or false prompt is the bare statement") {
  CHECK(findings_of(spoiled("A bucket name is global.", "\"True or false: a bucket name is global.\"")) ==
        Lines{"50: questions[2].prompt.en: the board says that it is true or false; begin with the statement itself "
              "[statement-announced]"});
  CHECK(findings_of(spoiled("A bucket name is global.", "\"Is a bucket name global?\"")) ==
        Lines{"50: questions[2].prompt.en: is a question; a true_false prompt is a statement [statement-asks]"});
}

TEST_CASE("a numeric mistake is wrong and listed once") {
  CHECK(findings_of(spoiled("value: 50,", "value: 499.5,")) ==
        Lines{"61: questions[3].mistakes[0].value: would be graded right; a mistake lies outside the tolerance of the "
              "answer [mistake-right]"});
  const std::string twice = "      - {value: 50, reason: {en: Old., es: Antiguo.}}\n";
  CHECK(findings_of(spoiled("    explanation: {en: The limit is 500.", twice + "    explanation: {en: The limit is 500.")) ==
        Lines{"62: questions[3].mistakes[1].value: is listed twice; keep one [mistake-repeated]"});
}

TEST_CASE("items, pairs and spellings are distinct") {
  CHECK(
      findings_of(spoiled("{en: Policy, es: Política}", "{en: Key, es: Norma}")) ==
      Lines{"71: questions[4].items[2].text.en: repeats the item of line 70; make every item different [option-repeated]"});
  CHECK(findings_of(spoiled("right: {en: Rows, es: Filas}", "right: {en: Objects, es: Objetos}")) ==
        Lines{"81: questions[5].pairs[2].right.en: repeats the right side of line 79; make every right side different "
              "[option-repeated]",
              "81: questions[5].pairs[2].right.es: repeats the right side of line 79; make every right side different "
              "[option-repeated]"});
  CHECK(findings_of(spoiled("left: SQS", "left: S3")) == Lines{"80: questions[5].pairs[1].left: repeats the left side of "
                                                               "line 79; make every left side different [option-repeated]"});
  CHECK(findings_of(spoiled("accept: [KMS, Key Management Service]", "accept: [KMS, kms]")) ==
        Lines{"88: questions[6].accept[1]: is equal to another spelling once case and accents are folded; keep one "
              "[spelling-repeated]"});
  CHECK(findings_of(spoiled("text: IAM", "text: Kms")) ==
        Lines{"90: questions[6].mistakes[0].text: is an accepted spelling or listed twice; a mistake is neither "
              "[spelling-repeated]"});
}

TEST_CASE("prompts with nearly the same words are a warning") {
  const std::string twin = "How many tags and labels can one single bucket hold?";
  const std::string text =
      replaced(spoiled("How many tags can one bucket hold?", twin), "What is the encryption service called?",
               "How many labels and tags can one single bucket hold?");
  CHECK(findings_of(text) == Lines{"87: warning: questions[6].prompt.en: sample/name-it shares 100 % of its words with "
                                   "sample/how-many; ask something else [near-duplicate]"});
}

TEST_CASE("findings of all files come in the order of files and lines, whatever order the files have") {
  const SourceFile first{"a/one.yaml", "topic: one\n"};
  const SourceFile second{"b/sample.yaml", spoiled("difficulty: 4", "difficulty: 6")};
  const auto forwards = compile({first, second}).findings;
  const auto backwards = compile({second, first}).findings;
  REQUIRE(forwards.size() == 6);
  CHECK(forwards.front().path == "a/one.yaml");
  CHECK(forwards.back().path == "b/sample.yaml");
  for (std::size_t i = 0; i < forwards.size(); ++i) CHECK(format(forwards[i]) == format(backwards[i]));
}
