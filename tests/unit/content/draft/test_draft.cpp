// What notes become: topics, notes, questions, and a report of the rest.
#include <algorithm>
#include <set>

#include "content/compile/bank_image.hpp"
#include "content/draft/report.hpp"
#include "content/model/measures.hpp"
#include "content/yaml/write_topic.hpp"
#include "server/bank/bank.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/draft/notes.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen;
using namespace certamen::content;

namespace {

const Question& asked(const std::vector<Question>& questions, const std::string& id) {
  const auto found =
      std::find_if(questions.begin(), questions.end(), [&id](const Question& each) { return each.id.text == id; });
  INFO(id);
  REQUIRE(found != questions.end());
  return *found;
}

std::set<std::string> option_texts(const Question& question, bool correct) {
  std::set<std::string> texts;
  for (const Option& option : std::get<Choice>(question.body).options) {
    if (option.correct == correct) texts.insert(option.text.es.text);
  }
  return texts;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a definition asks for its term, with terms of the same section as wrong options") {
  const auto questions = questions_of(drafted(river_notes()));
  const Question& question = asked(questions, "which-cauce-canal-por-donde-baja-el");
  CHECK(question.prompt.es.text ==
        "¿Qué describen así los apuntes sobre «Partes del río»? «canal por donde baja el agua de la montaña»");
  CHECK(option_texts(question, true) == std::set<std::string>{"Cauce"});
  const std::set<std::string> siblings{"Meandro", "Estuario", "Delta", "Afluente"};
  const auto wrong = option_texts(question, false);
  CHECK(wrong.size() == 3);
  CHECK(std::includes(siblings.begin(), siblings.end(), wrong.begin(), wrong.end()));
  CHECK(question.draft);
  CHECK(question.prompt.en.text.empty());
  CHECK(has(question.explanation.es.text, "Cauce: canal por donde baja"));
}

TEST_CASE("the next definition is asked the other way round, and wrong options say whose they are") {
  const auto questions = questions_of(drafted(river_notes()));
  const Question& question = asked(questions, "which-meandro-curva-pronunciada-que-traza-la");
  CHECK(question.prompt.es.text == "¿Qué dicen de «Meandro» los apuntes sobre «Partes del río»?");
  for (const Option& option : std::get<Choice>(question.body).options) {
    if (option.text.es.text == "canal por donde baja el agua de la montaña")
      CHECK(option.reason.es.text == "Los apuntes lo dicen de «Cauce».");
  }
}

TEST_CASE("a number with a unit is blanked and typed") {
  const auto questions = questions_of(drafted(river_notes()));
  const Question& question = asked(questions, "number-el-ebro-recorre-930-km-hasta");
  CHECK(question.prompt.es.text == "¿Qué número falta? «Partes del río: El Ebro recorre ___ km hasta el Mediterráneo»");
  const auto& number = std::get<Number>(question.body);
  CHECK(number.micros == 930'000'000);
  CHECK(number.unit.es.text == "km");
}

TEST_CASE("a range of numbers is not asked for") {
  for (const Question& question : questions_of(drafted(river_notes()))) {
    CHECK_FALSE((question.kind == Kind::Numeric && has(question.prompt.es.text, "crecida")));
  }
}

TEST_CASE("a number that counts nothing, belongs to a name or is told twice is not asked for") {
  const std::string heading = "Presas\n";
  for (const std::string line :
       {"La presa sufrió un fallo 503 problema de compuerta", "La versión v2 del modelo H264 usa canales anchos",
        "Desde 2019 sequías fuertes castigan la cuenca", "Hay 10s of turbinas en la central grande",
        "De 7 turbinas quedan 7 turbinas en la central", "o 32 MB de datos del embalse nuevo"}) {
    INFO(line);
    CHECK(questions_of(drafted(heading + " - " + line + "\n")).empty());
  }
  CHECK(questions_of(drafted(heading + " - La central grande tiene 32 turbinas nuevas\n")).size() == 1);
}

TEST_CASE("a list asks for its members among those of other lists") {
  const auto questions = questions_of(drafted(river_notes()));
  const Question& question = asked(questions, "list-trucha-barbo-carpa");
  CHECK(question.prompt.es.text == "¿Cuáles de estas cosas figuran en los apuntes bajo «Peces de agua dulce»? Elija tres.");
  CHECK(option_texts(question, true) == std::set<std::string>{"Trucha", "Barbo", "Carpa"});
  CHECK(option_texts(question, false).size() >= 2);
}

TEST_CASE("an acronym is asked for in writing") {
  const auto questions = questions_of(drafted(river_notes()));
  const Question& question = asked(questions, "name-che-organismo-publico-que-gestiona-la");
  const auto& accepted = std::get<ShortText>(question.body).accepted;
  REQUIRE(accepted.size() == 1);
  CHECK(accepted.front().text == "CHE");
}

TEST_CASE("no prompt holds its own answer") {
  for (const Question& question : questions_of(
           drafted("Ropa\n - Camisa: camisa de vestir blanca planchada\n - Falda: prenda que cuelga desde cintura\n"
                   " - Gorra: prenda redonda para cabeza soleada\n - Bota: calzado alto contra barro invernal\n"))) {
    if (question.kind != Kind::Single) continue;
    for (const std::string& key : option_texts(question, true))
      CHECK_FALSE(has(folded(question.prompt.es.text), folded(key)));
    CHECK_FALSE(has(question.prompt.es.text, "camisa de vestir"));
  }
}

TEST_CASE("definitions with too few honest siblings ask nothing") {
  CHECK(questions_of(drafted("Ropa\n - Falda: prenda que cuelga desde la cintura\n - Bota: calzado alto contra el barro\n"))
            .empty());
  CHECK(
      questions_of(drafted("Ropa\n - Falda: prenda que cuelga desde la cintura\n"
                           " - Faldita: prenda que cuelga desde la cintura\n - Sayo: prenda que cuelga desde la cintura\n"))
          .empty());
}

TEST_CASE("notes keep the lines they come from, below their heading") {
  const Draft draft = drafted(river_notes());
  const Note& note = draft.topics.at(0).notes.at(1);
  CHECK(note.text.es.text == "Partes del río: Meandro - curva pronunciada que traza la corriente en la llanura");
  CHECK(note.lines.text == "5");
  CHECK(draft.topics.at(0).id.text.rfind("partes-del-rio", 0) == 0);
  CHECK(draft.topics.at(0).languages == Languages{false, true});
}

TEST_CASE("the same notes give the same files") {
  const Draft once = drafted(river_notes());
  const Draft again = drafted(river_notes());
  REQUIRE(once.topics.size() == again.topics.size());
  for (std::size_t i = 0; i < once.topics.size(); ++i) CHECK(write_topic(once.topics[i]) == write_topic(again.topics[i]));
}

TEST_CASE("the report counts the lines and says why some were not used") {
  const std::string notes = river_notes() + "----\nsolo\n1234 ==> 5678 99\n" + std::string(300, 'x') + "\n";
  const Draft draft = drafted(notes);
  const Understood share = understood(draft.report);
  CHECK(share.told == 27);
  CHECK(share.used == share.told - draft.report.unused.size());
  CHECK(has(reason_for(draft, "solo"), "too short"));
  CHECK(has(reason_for(draft, std::string(300, 'x')), "one sentence of 300 characters"));
  const std::string report = full_report(draft, "rios.txt");
  CHECK(has(report, "Draft of rios.txt"));
  CHECK(has(report, "What to do next"));
  CHECK(has(report, "has no letters: 1234 ==> 5678 99\n"));
}

TEST_CASE("the draft compiles with warnings only, and a paper can be drawn from its bank") {
  const Compiled result = compiled(drafted(river_notes()));
  for (const Finding& finding : result.findings) {
    INFO(format(finding));
    CHECK(finding.severity == Severity::Warning);
  }
  const auto image = make_bank(result.topics);
  REQUIRE(image);
  const TemporaryFile file(image->bytes);
  const auto bank = bank::Bank::open(file.path());
  REQUIRE(bank);
  exam::DrawSpec spec;
  spec.question_count = 5;
  spec.seed = 3;
  const auto paper = bank->draw_paper(spec);
  INFO((paper ? "" : paper.error().what));
  REQUIRE(paper);
  CHECK(paper->questions.size() == 5);
}
