// A bank as the server opens it: what it lists and the papers it draws.
#include <algorithm>
#include <set>

#include "content/compile/bank_image.hpp"
#include "content/compile/compile.hpp"
#include "server/bank/bank.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen;
using bank::Bank;
using content::SourceFile;
using content::TemporaryFile;

namespace {

const std::string& image() {
  static const std::string bytes = [] {
    const auto made = content::make_bank(content::topics_of({
        SourceFile{"t/sample.yaml", content::sample()},
        SourceFile{"t/alpha.yaml", content::plain_topic("alpha", 6, 2)},
        SourceFile{"t/omega.yaml", content::plain_topic("omega", 4, 5)},
    }));
    REQUIRE(made);
    return made->bytes;
  }();
  return bytes;
}

Bank opened(const TemporaryFile& file) {
  auto bank = Bank::open(file.path());
  INFO((bank ? "" : bank.error().what));
  REQUIRE(bank);
  return std::move(*bank);
}

exam::DrawSpec wish(std::uint32_t count, std::uint64_t seed) {
  exam::DrawSpec spec;
  spec.question_count = count;
  spec.seed = seed;
  return spec;
}

exam::Paper drawn(const Bank& bank, const exam::DrawSpec& spec) {
  auto paper = bank.draw_paper(spec);
  INFO((paper ? "" : paper.error().what));
  REQUIRE(paper);
  return std::move(*paper);
}

exam::Question question_of(const Bank& bank, const std::string& id) {
  for (exam::Question& question : drawn(bank, wish(bank.question_count(), 1)).questions) {
    if (question.id == id) return std::move(question);
  }
  FAIL("no question " << id);
  return {};
}

exam::LocalText both(const std::string& english, const std::string& spanish) {
  return exam::LocalText{{english, spanish}};
}

}  // namespace

TEST_CASE("the bank lists its playable questions, sorted by id") {
  const TemporaryFile file(image());
  const Bank bank = opened(file);
  CHECK(bank.question_count() == 17);
  const auto& candidates = bank.candidates();
  REQUIRE(candidates.size() == 17);
  CHECK(std::is_sorted(candidates.begin(), candidates.end(),
                       [](const exam::Candidate& left, const exam::Candidate& right) { return left.id < right.id; }));
  CHECK(candidates.front().id == "alpha/q0");
  CHECK(candidates.front().topic == "alpha");
  CHECK(candidates.front().difficulty == 2);
  CHECK(candidates.back().id == "sample/pair-up");
  CHECK(candidates.back().kind == wire::QuestionKind::Matching);
  CHECK(candidates.back().domain == wire::ExamDomain::Secure);
}

TEST_CASE("the bank lists its topics in both languages") {
  const TemporaryFile file(image());
  const Bank bank = opened(file);
  CHECK(bank.summaries() == std::vector<bank::TopicSummary>{
                                {"alpha", both("Topic alpha", "Tema alpha"), wire::ExamDomain::Resilient, 6},
                                {"omega", both("Topic omega", "Tema omega"), wire::ExamDomain::Resilient, 4},
                                {"sample", both("Sample storage", "Almacenamiento de muestra"), wire::ExamDomain::Secure, 7},
                            });
  CHECK(bank.content_hash().size() == 64);
  CHECK(bank.statistics().at("total.questions") == 17);
  CHECK(bank.statistics().at("total.playable") == 17);
}

TEST_CASE("a single choice comes whole, with its note") {
  const TemporaryFile file(image());
  const exam::Question question = question_of(opened(file), "sample/choose-one");
  CHECK(question.kind == wire::QuestionKind::SingleChoice);
  CHECK(question.domain == wire::ExamDomain::Resilient);
  CHECK(question.difficulty == 2);
  CHECK(question.seconds == 40);
  CHECK(question.topic_title == both("Sample storage", "Almacenamiento de muestra"));
  CHECK(question.prompt.in(wire::Language::Spanish) == "¿Qué servicio guarda objetos para un equipo de copias?");
  CHECK(question.explanation == both("Objects live in buckets.", "Los objetos viven en buckets."));
  REQUIRE(question.options.size() == 4);
  const auto right =
      std::find_if(question.options.begin(), question.options.end(), [](const exam::Option& each) { return each.right; });
  REQUIRE(right != question.options.end());
  CHECK(right->text == both("The bucket", "El bucket"));
  CHECK(right->reason == both("It keeps objects.", "Guarda objetos."));
  CHECK(std::count_if(question.options.begin(), question.options.end(),
                      [](const exam::Option& each) { return each.right; }) == 1);
  CHECK(question.notes ==
        std::vector<exam::Note>{{both("A bucket keeps at most 500 tags.", "Un bucket guarda como máximo 500 etiquetas."),
                                 both("", ""), "", "10, 12-14"}});
}

TEST_CASE("notes come in the order cited, with their as-of remark") {
  const TemporaryFile file(image());
  const exam::Question question = question_of(opened(file), "sample/choose-two");
  REQUIRE(question.notes.size() == 2);
  CHECK(question.notes[0].lines == "10, 12-14");
  CHECK(question.notes[1].as_of == both("The notes name the key first.", "Los apuntes nombran primero la clave."));
  CHECK(question.notes[1].as_of_date == "2026-11");
}

TEST_CASE("a true statement has true first, explained by the explanation") {
  const TemporaryFile file(image());
  const exam::Question question = question_of(opened(file), "sample/is-it-so");
  CHECK(question.options ==
        std::vector<exam::Option>{
            {both("True", "Verdadero"), question.explanation, true},
            {both("False", "Falso"),
             both("Names are shared by all accounts.", "Los nombres son comunes a todas las cuentas."), false},
        });
}

TEST_CASE("a false statement has its reason at the wrong choice, true") {
  const auto made = content::make_bank(
      content::topics_of({SourceFile{"t/sample.yaml", content::spoiled("answer: true", "answer: false")}}));
  REQUIRE(made);
  const TemporaryFile file(made->bytes);
  const exam::Question question = question_of(opened(file), "sample/is-it-so");
  REQUIRE(question.options.size() == 2);
  CHECK(question.options[0].text == both("True", "Verdadero"));
  CHECK_FALSE(question.options[0].right);
  CHECK(question.options[0].reason.in(wire::Language::English) == "Names are shared by all accounts.");
  CHECK(question.options[1].right);
  CHECK(question.options[1].reason == question.explanation);
}

TEST_CASE("a numeric question has its key in millionths and no options") {
  const TemporaryFile file(image());
  const exam::Question question = question_of(opened(file), "sample/how-many");
  CHECK(question.options.empty());
  CHECK(question.numeric.micros == 500'000'000);
  CHECK(question.numeric.tolerance_micros == 500'000);
  CHECK(question.numeric.unit == both("tags", "etiquetas"));
  CHECK(question.numeric.mistakes ==
        std::vector<exam::NumericMistake>{{50'000'000, both("That is the old limit.", "Ese es el límite antiguo.")}});
  CHECK(question.seconds == 20);  // 38 characters of Spanish are read in 2 s, and 15 s for a number
}

TEST_CASE("an ordering comes shuffled, with the order that is right") {
  const TemporaryFile file(image());
  const Bank bank = opened(file);
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    exam::DrawSpec spec = wish(1, seed);
    spec.kinds = {wire::QuestionKind::Ordering};
    const exam::Question question = drawn(bank, spec).questions.at(0);
    REQUIRE(question.options.size() == 3);
    std::vector<std::string> in_order;
    for (const wire::OptionIndex option : question.arrangement) {
      in_order.push_back(question.options.at(option).text.in(wire::Language::Spanish));
    }
    CHECK(in_order == std::vector<std::string>{"Firma", "Política", "Clave"});
    CHECK(question.arrangement != std::vector<wire::OptionIndex>{0, 1, 2});
  }
}

TEST_CASE("a matching comes shuffled on both sides, with its pairs") {
  const TemporaryFile file(image());
  const exam::Question question = question_of(opened(file), "sample/pair-up");
  REQUIRE(question.options.size() == 3);
  REQUIRE(question.matches.size() == 3);
  std::set<std::string> pairs;
  for (std::size_t i = 0; i < 3; ++i) {
    pairs.insert(question.options[i].text.in(wire::Language::English) + " " +
                 question.matches.at(question.arrangement.at(i)).in(wire::Language::English) + " " +
                 question.options[i].reason.in(wire::Language::English));
  }
  CHECK(pairs == std::set<std::string>{"RDS Rows In tables.", "S3 Objects By key.", "SQS Messages In queues."});
}

TEST_CASE("a short text has its spellings and known mistakes, and no options") {
  const TemporaryFile file(image());
  const exam::Question question = question_of(opened(file), "sample/name-it");
  CHECK_FALSE(question.only_in);
  CHECK(question.options.empty());
  CHECK(question.text.accepted == std::vector<std::string>{"KMS", "Key Management Service"});
  CHECK(question.text.mistakes ==
        std::vector<exam::TextMistake>{{"IAM", both("It keeps identities.", "Guarda identidades.")}});
}

TEST_CASE("a question from elsewhere comes without notes, reasons and explanation") {
  const std::string brought = R"yaml(topic: brought
title: {es: Traídas}
domain: general
languages: [es]
origin: imported
questions:
  - id: one
    kind: single
    difficulty: 2
    prompt: {es: "¿Cuánto es dos y dos?"}
    options:
      - {text: {es: Cuatro}, correct: true}
      - {text: {es: Cinco}}
)yaml";
  const auto made = content::make_bank(content::compile({SourceFile{"t/brought.yaml", brought}}).topics);
  REQUIRE(made);
  const TemporaryFile file(made->bytes);
  const exam::Question question = question_of(opened(file), "brought/one");
  CHECK(question.only_in == wire::Language::Spanish);
  CHECK(question.prompt.in(wire::Language::English) == "¿Cuánto es dos y dos?");
  CHECK(question.notes.empty());
  CHECK(question.explanation == both("", ""));
  REQUIRE(question.options.size() == 2);
  CHECK(question.options[0].reason == both("", ""));
}

TEST_CASE("the same seed draws the same paper, options included") {
  const TemporaryFile file(image());
  const Bank bank = opened(file);
  CHECK(drawn(bank, wish(8, 42)) == drawn(bank, wish(8, 42)));
  const TemporaryFile copy(image());
  CHECK(drawn(bank, wish(8, 42)) == drawn(opened(copy), wish(8, 42)));
  CHECK_FALSE(drawn(bank, wish(8, 42)) == drawn(bank, wish(8, 43)));
}

TEST_CASE("the right option takes every place") {
  const TemporaryFile file(image());
  const Bank bank = opened(file);
  std::array<int, 4> places{};
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    for (const exam::Question& question : drawn(bank, wish(17, seed)).questions) {
      if (question.options.size() != 4 || question.kind != wire::QuestionKind::SingleChoice) continue;
      for (std::size_t i = 0; i < 4; ++i) places.at(i) += question.options[i].right ? 1 : 0;
    }
  }
  // 1000 shuffles: 250 each, and far outside chance beyond 180 to 320.
  for (const int count : places) CHECK((count > 180 && count < 320));
}

TEST_CASE("a paper keeps the wish: topics spread, excluded questions stay away, difficulty holds") {
  const TemporaryFile file(image());
  const Bank bank = opened(file);
  std::set<std::string> topics;
  for (const exam::Question& question : drawn(bank, wish(3, 11)).questions)
    topics.insert(question.topic_title.in(wire::Language::English));
  CHECK(topics.size() == 3);

  exam::DrawSpec spec = wish(3, 11);
  spec.topics = {"omega"};
  spec.excluded_ids = {"omega/q2"};
  spec.difficulty_min = 5;
  std::set<std::string> ids;
  for (const exam::Question& question : drawn(bank, spec).questions) ids.insert(question.id);
  CHECK(ids == std::set<std::string>{"omega/q0", "omega/q1", "omega/q3"});
}

TEST_CASE("too few questions are a fault that says how many there are") {
  const TemporaryFile file(image());
  const Bank bank = opened(file);
  exam::DrawSpec spec = wish(9, 1);
  spec.topics = {"omega"};
  const auto paper = bank.draw_paper(spec);
  REQUIRE_FALSE(paper);
  CHECK(paper.error().what == "only 4 of 9 questions fit the wish");
}
