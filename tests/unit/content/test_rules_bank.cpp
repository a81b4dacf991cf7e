// One case a rule that reads the whole bank, and the defences of questions.
#include <algorithm>

#include "content/check/rules.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;
using Ids = std::vector<std::string>;

namespace {

std::string head_of(const std::string& id) {
  return "topic: " + id + "\ntitle: {en: Topic " + id + ", es: Tema " + id +
         "}\ndomain: resilient\nsource: \"1\"\nnotes:\n  - {id: fact, lines: \"1\", en: A fact., es: Un "
         "hecho.}\nquestions:\n";
}

// Questions of four options; the key is the second.
struct Options {
  std::string first;
  std::string key;
  std::string third;
  std::string fourth;
};

std::string choices(const std::string& id, std::size_t first, std::size_t count, const Options& options) {
  std::string text;
  for (std::size_t i = first; i < first + count; ++i) {
    const std::string name = "q" + std::to_string(i);
    text += "  - id: " + name + "\n    kind: single\n    difficulty: 1\n    notes: [fact]\n    prompt: \"" + id + " " +
            name + "\"\n    options:\n";
    for (const std::string* option : {&options.first, &options.key, &options.third, &options.fourth}) {
      text += "      - {text: " + *option + ", reason: Because so" + (option == &options.key ? ", correct: true}\n" : "}\n");
    }
    text += "    explanation: {en: So it is., es: Así es.}\n";
  }
  return text;
}

std::string statements(const std::string& id, std::size_t first, std::size_t count, const std::string& word, bool hold) {
  std::string text;
  for (std::size_t i = first; i < first + count; ++i) {
    const std::string name = "q" + std::to_string(i);
    text += "  - id: " + name + "\n    kind: true_false\n    difficulty: 1\n    notes: [fact]\n    prompt: \"" + id + " " +
            name + " " + word + "\"\n    answer: " + (hold ? "true" : "false") +
            "\n    reason: {en: For a cause., es: Por una causa.}\n    explanation: {en: So it is., es: Así es.}\n";
  }
  return text;
}

Ids broken_by(const std::string& id, const std::string& questions) {
  return rules_broken({SourceFile{"t/" + id + ".yaml", head_of(id) + questions}});
}

bool breaks(const Ids& rules, const std::string& id) {
  return std::find(rules.begin(), rules.end(), id) != rules.end();
}

}  // namespace

TEST_CASE("keys are the longest option about as often as chance has it") {
  const Options long_key{"Option A", "Option BB", "Option C", "Option D"};
  const Options long_other{"Option AA", "Option B", "Option C", "Option D"};
  const auto of_hundred = [&](std::size_t keys) {
    return broken_by("t", choices("t", 0, keys, long_key) + choices("t", keys, 100 - keys, long_other));
  };
  CHECK(of_hundred(29) == Ids{});
  CHECK(of_hundred(30) == Ids{"share-longest"});
  CHECK(of_hundred(33) == Ids{"share-longest"});
  CHECK(of_hundred(34) == Ids{"share-longest-far"});
  // Too few to say.
  CHECK(broken_by("t", choices("t", 0, 50, long_key)) == Ids{});
}

TEST_CASE("keys are the shortest option about as often as chance has it") {
  const Options short_key{"Option AA", "Option B", "Option CC", "Option DD"};
  CHECK(broken_by("t", choices("t", 0, 100, short_key)) == Ids{"share-shortest"});
}

TEST_CASE("the option that stands out by a trait is the key about as often as chance has it") {
  CHECK(broken_by("t", choices("t", 0, 40, {"Option A", "Option 7", "Option C", "Option D"})) == Ids{"share-odd"});
  CHECK(broken_by("t", choices("t", 0, 40, {"Option 7", "Option B", "Option C", "Option D"})) == Ids{});
  CHECK(broken_by("t", choices("t", 0, 39, {"Option A", "Option 7", "Option C", "Option D"})) == Ids{});
}

TEST_CASE("the keys of scales are not inside more often than chance has it") {
  const Options inside{"1 day", "2 days", "3 days", "4 days"};
  CHECK(broken_by("t", choices("t", 0, 12, inside)) == Ids{"share-scale"});
  CHECK(broken_by("t", choices("t", 0, 11, inside)) == Ids{});
}

TEST_CASE("statements hold and fail about as often, in the bank and in each topic") {
  const std::string uneven = statements("t", 0, 3, "x", true) + statements("t", 3, 17, "x", false);
  CHECK(broken_by("t", uneven) == Ids{"share-topic-statements"});
  CHECK(breaks(broken_by("t", uneven + statements("t", 20, 20, "x", false)), "share-statements"));
  CHECK(broken_by("t", statements("t", 0, 19, "x", true) + statements("t", 19, 21, "x", false)) == Ids{});
}

TEST_CASE("statements with absolute words hold as often as others") {
  const std::string others = statements("t", 0, 20, "x", false);
  CHECK(broken_by("t", others + statements("t", 20, 20, "always", true)) == Ids{"share-absolute"});
  CHECK(broken_by("t", others + statements("t", 20, 19, "always", true)) == Ids{});
}

TEST_CASE("prompts with nearly the same words are alike in Spanish too") {
  const std::string first =
      spoiled("¿Cuántas etiquetas admite un bucket?", "¿Cuántas etiquetas y nombres admite hoy un bucket?");
  CHECK(rules_broken(replaced(first, "¿Cómo se llama el servicio de cifrado?",
                              "¿Cuántos nombres y etiquetas admite hoy un bucket?")) == Ids{});
  CHECK(rules_broken(replaced(first, "¿Cómo se llama el servicio de cifrado?",
                              "¿Cuántas etiquetas y nombres admite ya hoy un bucket?")) == Ids{"near-duplicate"});
}

TEST_CASE("a question defends a warning with a reason, and it is counted") {
  const std::string broken = spoiled("tolerance: 0.5", "tolerance: 51");
  const std::string end = "    explanation: {en: The limit is 500., es: El límite es 500.}\n";
  const std::string defended = replaced(broken, end, end + "    defended: {tolerance-wide: \"Any guess will do.\"}\n");
  const Compiled compiled = compile({SourceFile{"t/sample.yaml", defended}});
  CHECK(compiled.findings.empty());
  CHECK(compiled.defended == 1);
  // Another question's defence does not count.
  const std::string other = "    explanation: {en: Keys encrypt., es: Las claves cifran.}\n";
  CHECK(rules_broken(replaced(broken, other, other + "    defended: {tolerance-wide: \"Any guess will do.\"}\n")) ==
        Ids{"defence-wrong", "tolerance-wide"});
}

TEST_CASE("a defence of nothing is an error") {
  const std::string end = "    explanation: {en: The limit is 500., es: El límite es 500.}\n";
  const auto said = [&](const std::string& defence) {
    return findings_of(spoiled(end, end + "    defended: " + defence + "\n"));
  };
  CHECK(said("{tolerance-wide: \"Why not.\"}") ==
        Ids{"63: questions[3].defended.tolerance-wide: there is no 'tolerance-wide' here to defend; take the defence out "
            "[defence-wrong]"});
  CHECK(said("{tolerance-wid: \"Why not.\"}") ==
        Ids{"63: questions[3].defended.tolerance-wid: there is no rule 'tolerance-wid'; did you mean 'tolerance-wide'? "
            "[defence-wrong]"});
  CHECK(said("{key-count: \"Why not.\"}") ==
        Ids{"63: questions[3].defended.key-count: 'key-count' cannot be defended; mend what it is about [defence-wrong]"});
  CHECK(said("{tolerance-wide: \"\"}").size() == 2);
  CHECK(said("yes").size() == 1);
  // Rules of the whole bank are silent on a few files, and so are their defences.
  CHECK(said("{cue-clang: \"Why not.\"}") == Ids{});
}

TEST_CASE("every rule has an id of its own, a guideline and a mend") {
  std::vector<std::string_view> ids;
  for (const Rule& rule : all_rules()) {
    ids.push_back(rule.id);
    CHECK_FALSE(rule.guideline.empty());
    CHECK_FALSE(rule.mend.empty());
  }
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  const std::string readme = read_file(CERTAMEN_SOURCE_DIR "/content/README.md");
  for (const std::string_view id : ids) {
    INFO(id);
    CHECK(readme.find("`" + std::string(id) + "`") != std::string::npos);
  }
}
