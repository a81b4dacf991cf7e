// One case a rule of stems, options and the cues that give a key away.
#include "content/check/in_language.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;
using Ids = std::vector<std::string>;

namespace {

// The first question of the sample, with other texts.
const std::string english_prompt = "Which store keeps objects for a backup team?";
const std::string spanish_prompt = "¿Qué servicio guarda objetos para un equipo de copias?";
const std::string key = "{en: The bucket, es: El bucket}";
const std::string queue = "{en: The queue, es: La cola}";
const std::string table = "{en: The table, es: La tabla}";
const std::string log = "{en: The log, es: El log}";

std::string with_options(const std::string& right, const std::string& second, const std::string& third,
                         const std::string& fourth) {
  return replaced(replaced(replaced(spoiled(key, right), queue, second), table, third), log, fourth);
}

}  // namespace

TEST_CASE("the sample breaks no rule") {
  CHECK(rules_broken(sample()) == Ids{});
}

TEST_CASE("a question asked in the negative writes it in capitals") {
  CHECK(rules_broken(spoiled(english_prompt, "Which store does not keep objects?")) == Ids{"stem-negative"});
  CHECK(rules_broken(spoiled(english_prompt, "Which store doesn't keep objects?")) == Ids{"stem-negative"});
  CHECK(rules_broken(spoiled(english_prompt, "Which store is the least suitable for objects?")) == Ids{"stem-negative"});
  CHECK(rules_broken(spoiled(spanish_prompt, "¿Qué servicio no guarda objetos?")) == Ids{"stem-negative"});
  CHECK(rules_broken(spoiled(english_prompt, "Which store does NOT keep objects?")) == Ids{});
  CHECK(rules_broken(spoiled(spanish_prompt, "¿Qué servicio NO guarda objetos?")) == Ids{});
  // About a thing, or asking for the best.
  CHECK(rules_broken(spoiled(english_prompt, "Which store keeps objects that are not read?")) == Ids{});
  CHECK(rules_broken(spoiled(english_prompt, "Which store keeps objects with the least effort?")) == Ids{});
}

TEST_CASE("a sentence has one negative") {
  CHECK(rules_broken(spoiled("A bucket name is global.", "A name is not global unless asked.")) ==
        Ids{"stem-double-negative"});
  CHECK(rules_broken(spoiled("El nombre de un bucket es global.", "El nombre no es global si no se pide.")) ==
        Ids{"stem-double-negative"});
  const std::string negative = spoiled(english_prompt, "Which store does NOT keep objects?");
  CHECK(rules_broken(replaced(negative, "{en: The queue,", "{en: One that is not durable,")) == Ids{"stem-double-negative"});
}

TEST_CASE("a prompt does not end with an article") {
  CHECK(rules_broken(spoiled(english_prompt, "Objects for a backup team are kept in a")) == Ids{"stem-article"});
  CHECK(rules_broken(spoiled(spanish_prompt, "Los objetos de un equipo de copias se guardan en el:")) ==
        Ids{"stem-article"});
}

TEST_CASE("a prompt names its subject") {
  CHECK(rules_broken(spoiled(english_prompt, "Which of the following statements is true?")) == Ids{"stem-unfocused"});
  CHECK(rules_broken(spoiled(spanish_prompt, "¿Cuál de las siguientes afirmaciones es correcta?")) == Ids{"stem-unfocused"});
}

TEST_CASE("no wording of all, none or both survives as an option") {
  for (const std::string phrase : {"All of the above", "None of these", "Both A and B", "A and C are correct"}) {
    INFO(phrase);
    CHECK(rules_broken(spoiled(table, "{en: " + phrase + ", es: La tabla}")) == Ids{"catch-all"});
  }
  for (const std::string phrase :
       {"Todas las anteriores", "Todas son correctas", "A y B son correctas", "Ninguna de ellas"}) {
    INFO(phrase);
    CHECK(rules_broken(spoiled(table, "{en: The table, es: " + phrase + "}")) == Ids{"catch-all"});
  }
  CHECK(rules_broken(spoiled(table, "{en: Class A and a table, es: La clase A y una tabla}")) == Ids{});
}

TEST_CASE("an option does not say how often without saying it") {
  CHECK(rules_broken(spoiled(table, "{en: It is usually a table, es: La tabla}")) == Ids{"option-vague"});
  CHECK(rules_broken(spoiled(table, "{en: The table, es: Suele ser la tabla}")) == Ids{"option-vague"});
  CHECK(rules_broken(spoiled(table, "{en: A table read more often, es: La tabla}")) == Ids{});
}

TEST_CASE("words that all options share belong into the prompt") {
  CHECK(rules_broken(with_options("{en: Keep it in a bucket, es: Guardar eso en un bucket}",
                                  "{en: Keep it in a queue, es: Guardar eso en una cola}",
                                  "{en: Keep it in a table, es: Guardar eso en una tabla}",
                                  "{en: Keep it in a stream, es: Guardar eso en un flujo}")) == Ids{"options-opening"});
  // In one language only it is the language's.
  CHECK(rules_broken(with_options("{en: Keep it in a bucket, es: Un bucket}", "{en: Keep it in a queue, es: Una cola}",
                                  "{en: Keep it in a table, es: Una tabla}", "{en: Keep it in a stream, es: Un flujo}")) ==
        Ids{});
}

TEST_CASE("numbers stand in ascending order") {
  const auto days = [](int number) {
    return "{en: " + std::to_string(number) + " days, es: " + std::to_string(number) + " días}";
  };
  CHECK(rules_broken(with_options(days(7), days(14), days(5), days(30))) == Ids{"options-order"});
  CHECK(rules_broken(with_options(days(5), days(7), days(14), days(30))) == Ids{});
  CHECK(rules_broken(with_options(days(7), days(14), "{en: 5 hours, es: 5 horas}", days(30))) == Ids{});
}

TEST_CASE("a single choice has three wrong options") {
  CHECK(rules_broken(
            spoiled("      - {text: {en: The log, es: El log}, reason: {en: It keeps lines., es: Guarda líneas.}}\n", "")) ==
        Ids{"options-few"});
}

TEST_CASE("a key is not the longest or shortest option by far") {
  CHECK(rules_broken(spoiled(key, "{en: \"The bucket, which keeps any object\", es: El bucket}")) == Ids{"cue-longest"});
  CHECK(rules_broken(spoiled(key, "{en: The small bucket, es: El bucket}")) == Ids{});
  CHECK(rules_broken(with_options("{en: A bucket, es: El bucket}", "{en: A queue with many readers, es: La cola}",
                                  "{en: A table with many readers, es: La tabla}",
                                  "{en: A stream with many readers, es: El flujo}")) == Ids{"cue-shortest"});
  const std::string keys = replaced(spoiled("{en: Managed keys,", "{en: Keys that AWS manages for you,"),
                                    "es: Claves gestionadas", "es: Claves que gestiona AWS");
  CHECK(rules_broken(replaced(keys, "{en: Customer keys,", "{en: Keys that the customer has,")) == Ids{"cue-longest"});
}

TEST_CASE("absolute words do not tell wrong options from right ones") {
  CHECK(rules_broken(spoiled(table, "{en: Always a table, es: La tabla}")) == Ids{"cue-absolute"});
  CHECK(rules_broken(spoiled(table, "{en: The table, es: Nunca una cola}")) == Ids{"cue-absolute"});
  const std::string two =
      replaced(spoiled(table, "{en: Only a table, es: Solo una tabla}"), queue, "{en: Only a queue, es: Solo una cola}");
  CHECK(rules_broken(two) == Ids{"cue-absolute"});
  CHECK(rules_broken(spoiled(key, "{en: Only a bucket, es: Solo un bucket}")) == Ids{"cue-absolute"});
  // A word that one language needs, or that right and wrong options have.
  CHECK(rules_broken(spoiled(key, "{en: Only a bucket, es: Un bucket}")) == Ids{});
  CHECK(rules_broken(replaced(two, key, "{en: Only a bucket, es: Solo un bucket}")) == Ids{});
}

TEST_CASE("a key has the form of the other options") {
  CHECK(rules_broken(spoiled(key, "{en: The bucket., es: El bucket}")) == Ids{"cue-form"});
  CHECK(rules_broken(spoiled(key, "{en: the bucket, es: El bucket}")) == Ids{"cue-form"});
  CHECK(rules_broken(spoiled(key, "{en: The bucket (S3), es: El bucket S3}")) == Ids{"cue-form"});
  CHECK(rules_broken(spoiled(key, "put-object")) == Ids{});
}

TEST_CASE("a prompt does not hold the number it asks for") {
  const std::string told = spoiled("How many tags can one bucket hold?", "How many of 500 tags can one bucket hold?");
  CHECK(rules_broken(replaced(told, "¿Cuántas etiquetas admite un bucket?",
                              "¿Cuántas de 500 etiquetas admite un bucket?")) == Ids{"cue-told"});
}

TEST_CASE("a rare word that only the key repeats gives it away") {
  const std::string clang = spoiled(key, "{en: The backup bucket, es: El bucket de copias}");
  const auto in_a_bank = [](const std::string& text) {
    return rules_broken({SourceFile{"t/sample.yaml", text}, SourceFile{"t/first.yaml", plain_topic("first", 100, 1)},
                         SourceFile{"t/second.yaml", plain_topic("second", 100, 1)}});
  };
  CHECK(in_a_bank(clang) == Ids{"cue-clang"});
  CHECK(in_a_bank(replaced(clang, table, "{en: The backup table, es: La tabla de copias}")) == Ids{});
  CHECK(in_a_bank(spoiled(key, "{en: The backup bucket, es: El bucket}")) == Ids{});
  // Of a few questions nobody can say which words are rare.
  CHECK(rules_broken(clang) == Ids{});
}

TEST_CASE("a prompt asks in its last question, or in its last sentence") {
  CHECK(asked_in("A team has no keys. Which store fits? (Choose two.)") == "Which store fits?");
  CHECK(asked_in("Order the checks. Begin with the first.") == "Begin with the first.");
  CHECK(asked_in("").empty());
  CHECK(sentences("Version 1.2 is old: use TLS. Why?") ==
        std::vector<std::string>{"Version 1.2 is old:", "use TLS.", "Why?"});
}
