// A bank read back: the topics it was made of.
#include <algorithm>

#include "content/compile/bank_image.hpp"
#include "content/compile/read_bank.hpp"
#include "content/compile/source_files.hpp"
#include "content/yaml/write_topic.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;

namespace {

BankImage bank_of(const std::vector<Topic>& topics) {
  auto image = make_bank(topics);
  REQUIRE(image);
  return std::move(*image);
}

// The topics of a bank made of these.
std::vector<Topic> there_and_back(const std::vector<Topic>& topics) {
  const TemporaryFile file(bank_of(topics).bytes);
  auto back = read_bank(file.path());
  REQUIRE(back);
  return std::move(*back);
}

const std::string spanish =
    "topic: rios\n"
    "title: {es: Ríos}\n"
    "languages: [es]\n"
    "origin: imported\n"
    "questions:\n"
    "  - id: largo\n"
    "    kind: numeric\n"
    "    prompt: {es: \"¿Cuántos kilómetros tiene el Volga?\"}\n"
    "    answer: {value: 3530, tolerance: 10, unit: {es: km}}\n"
    "  - id: mar\n"
    "    kind: single\n"
    "    prompt: {es: \"¿En qué mar desemboca el Volga?\"}\n"
    "    options:\n"
    "      - {text: {es: Caspio}, correct: true}\n"
    "      - {text: {es: Negro}, reason: {es: Ahí va el Danubio.}}\n";

}  // namespace

TEST_CASE("a bank of every kind reads back as the topics it was made of") {
  const std::vector<Topic> topics =
      topics_of({SourceFile{"t/sample.yaml", sample()}, SourceFile{"t/alpha.yaml", plain_topic("alpha", 3, 5)}});
  const std::vector<Topic> back = there_and_back(topics);
  REQUIRE(back.size() == topics.size());
  for (std::size_t i = 0; i < topics.size(); ++i) CHECK(write_topic(back[i]) == write_topic(topics[i]));
  CHECK(bank_of(back).bytes == bank_of(topics).bytes);
}

TEST_CASE("a topic of one language reads back in that language alone, with its gaps and origin") {
  const std::vector<Topic> topics = compile({SourceFile{"t/rios.yaml", spanish}}).topics;
  const std::vector<Topic> back = there_and_back(topics);
  CHECK(write_topic(back.at(0)) == write_topic(topics.at(0)));
  CHECK(back.at(0).origin == Origin::Imported);
  CHECK(back.at(0).title.en.text.empty());
  CHECK(bank_of(back).content_hash == bank_of(topics).content_hash);
}

TEST_CASE("the whole bank reads back with the same content hash") {
  auto files = read_sources({CERTAMEN_SOURCE_DIR "/content/topics", CERTAMEN_SOURCE_DIR "/content/tables"});
  REQUIRE(files);
  const std::vector<Topic> topics = compile(std::move(*files)).topics;
  const BankImage image = bank_of(topics);
  const std::vector<Topic> back = there_and_back(topics);
  CHECK(back.size() == topics.size());
  CHECK(bank_of(back).content_hash == image.content_hash);
}

TEST_CASE("what is no bank is a fault that says so") {
  const TemporaryFile file("no bank");
  const auto nothing = read_bank(file.path());
  REQUIRE_FALSE(nothing);
  CHECK(nothing.error().what.find("not a question bank") != std::string::npos);
  CHECK(read_bank(file.path() + ".gone").error().what.find("no such file") != std::string::npos);
}
