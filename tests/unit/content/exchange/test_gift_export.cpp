// Topics as GIFT, and back.
#include <algorithm>

#include "content/exchange/exchange.hpp"
#include "content/yaml/write_topic.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/exchange/bank_topics.hpp"
#include "tests/unit/content/exchange/imported.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen;
using namespace certamen::content;
using Lines = std::vector<std::string>;

namespace {

// What GIFT can say of a question: id, kind, prompt, body and explanation in one language.
Question sayable(Question question, wire::Language language) {
  Question rest;
  rest.id.text = question.id.text;
  rest.kind = question.kind;
  rest.prompt = question.prompt;
  rest.explanation = question.explanation;
  rest.body = question.body;
  if (auto* number = std::get_if<Number>(&rest.body)) number->unit = Text{};
  Topic alone;
  alone.questions.push_back(std::move(rest));
  return without_pair_reasons(in_language(std::move(alone), language)).questions.front();
}

std::string as_file(const Question& question) {
  Topic alone;
  alone.questions.push_back(question);
  return write_topic(alone);
}

Lines files_of(const std::vector<Topic>& topics, wire::Language language) {
  Lines files;
  for (const Topic& topic : topics) {
    for (const Question& question : topic.questions) {
      if (question.kind == Kind::Ordering) continue;
      const Words& title = language == wire::Language::English ? topic.title.en : topic.title.es;
      files.push_back(title.text + "\n" + as_file(sayable(question, language)));
    }
  }
  return files;
}

Lines split(const std::string& text) {
  Lines lines(1);
  for (const char letter : text) {
    if (letter == '\n') {
      lines.emplace_back();
    } else {
      lines.back().push_back(letter);
    }
  }
  return lines;
}

Topic topic_of(Question question) {
  Topic topic;
  topic.id.text = "t";
  topic.title.en.text = "T";
  topic.languages = Languages{true, false};
  question.id.text = "q";
  topic.questions.push_back(std::move(question));
  return topic;
}

Text english(const std::string& words) {
  Text text;
  text.en.text = words;
  return text;
}

Question back(const Question& question) {
  return only_question(gift(export_gift({topic_of(question)}, wire::Language::English).bytes));
}

}  // namespace

TEST_CASE("all topics of this project come back from GIFT in each language") {
  const std::vector<Topic> topics = bank_topics();
  for (const wire::Language language : {wire::Language::English, wire::Language::Spanish}) {
    const Export out = export_gift(topics, language);
    const auto in = import_gift(out.bytes, {"own", "", language, {}});
    REQUIRE(in.has_value());
    CHECK(remarks_of(*in) == Lines{});
    CHECK(in->topics.size() == topics.size());
    CHECK(files_of(in->topics, language) == files_of(topics, language));
    CHECK(errors_of(*in) == Lines{});
  }
}

TEST_CASE("what GIFT cannot say is listed once, and what it cannot ask with its id") {
  const Export out = export_gift(topics_of({{"t/sample.yaml", sample()}}), wire::Language::English);
  CHECK(lines_of(out.remarks) == Lines{"0: 1 allowed time is left out: GIFT has no place for them",
                                       "0: 6 difficulties are left out: GIFT has no place for them",
                                       "0: 6 domains are left out: GIFT has no place for them",
                                       "0: 1 id of a topic is left out: GIFT has no place for them",
                                       "0: 2 notes with their lines are left out: GIFT has no place for them",
                                       "0: 3 reasons of pairs are left out: GIFT has no place for them",
                                       "0: 1 unit of a number is left out: GIFT has no place for them",
                                       "0: the question sample/in-order is left out: GIFT has no form for ordering"});
}

TEST_CASE("a topic without the wished language is left out with a remark") {
  Question question;
  question.prompt = english("So?");
  question.kind = Kind::TrueFalse;
  question.body = Statement{};
  const Export out = export_gift({topic_of(question)}, wire::Language::Spanish);
  CHECK(out.bytes.empty());
  REQUIRE(out.remarks.size() == 1);
  CHECK(out.remarks[0].what == "topic t is left out: it has no texts in Spanish");
}

TEST_CASE("the written file is what Moodle reads") {
  const Lines lines = split(export_gift(topics_of({{"t/sample.yaml", sample()}}), wire::Language::Spanish).bytes);
  CHECK(lines.at(0) == "$CATEGORY: $course$/top/Almacenamiento de muestra");
  const auto has = [&lines](const std::string& line) { return std::find(lines.begin(), lines.end(), line) != lines.end(); };
  CHECK(has("::choose-two::[plain]¿Cuáles cifran los datos en reposo? Elija dos.{"));
  CHECK(has("\t~%50%Claves gestionadas#Cifran."));
  CHECK(has("\t~%-50%Etiquetas#Solo nombran."));
  CHECK(has("\t=El bucket#Guarda objetos."));
  CHECK(has("\tTRUE#Los nombres son comunes a todas las cuentas."));
  CHECK(has("\t=500:0.5"));
  CHECK(has("\t=%0%50:0#Ese es el límite antiguo."));
  CHECK(has("\t=%100%Key Management Service"));
  CHECK(has("\t=%0%IAM#Guarda identidades."));
  CHECK(has("\t=S3 -> Objetos"));
  CHECK(has("\t####Los objetos viven en buckets."));
}

TEST_CASE("letters that mean something in GIFT come back as they were") {
  const Lines hostile{"~ = # { } : \\ ", "%50%x",        "[html]x",      "a -> b", "####", "::x::", "// x",
                      "\\n \\: \\\\",    "<b>&amp;</b>", "$CATEGORY: x", "*",      "=%5%", "T",     "#1..2"};
  for (const std::string& raw : hostile) {
    const std::string words = raw.substr(0, raw.find_last_not_of(' ') + 1);
    INFO(words);
    Question single;
    single.prompt = english(words);
    single.explanation = english(words);
    single.body = Choice{{{english(words), english(words), true, {}}, {english("other"), english(words), false, {}}}, {}};
    CHECK(as_file(sayable(back(single), wire::Language::English)) == as_file(sayable(
                                                                         [&] {
                                                                           Question named = single;
                                                                           named.id.text = "q";
                                                                           return named;
                                                                         }(),
                                                                         wire::Language::English)));
    Question matching;
    matching.kind = Kind::Matching;
    matching.prompt = english(words);
    matching.body = Matching{{{english(words), english("right " + words), {}}, {english("left"), english(words), {}}}};
    const auto pairs = std::get<Matching>(back(matching).body).pairs;
    REQUIRE(pairs.size() == 2);
    CHECK(pairs[0].left.en.text == words);
    CHECK(pairs[1].right.en.text == words);
  }
}

TEST_CASE("short answers keep stars and reasons with arrows") {
  Question question;
  question.kind = Kind::ShortText;
  question.prompt = english("Write the pattern.");
  question.body = ShortText{{Words{"a*b", {}}, Words{"T", {}}}, {{Words{"%5%", {}}, english("a -> b & c")}}};
  const auto short_text = std::get<ShortText>(back(question).body);
  CHECK(short_text.accepted.at(0).text == "a*b");
  CHECK(short_text.accepted.at(1).text == "T");
  CHECK(short_text.mistakes.at(0).text.text == "%5%");
  CHECK(short_text.mistakes.at(0).reason.en.text == "a -> b & c");

  question.body = ShortText{{Words{"a -> b", {}}}, {}};
  const Export out = export_gift({topic_of(question)}, wire::Language::English);
  CHECK(out.remarks.back().what == "the question t/q is left out: GIFT has no form for an answer with '->'");
}
