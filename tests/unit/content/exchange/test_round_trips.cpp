// Every topic of this project, out into another program's format and back.
#include "content/check/check.hpp"
#include "content/exchange/exchange.hpp"
#include "content/yaml/write_topic.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/exchange/bank_topics.hpp"

using namespace certamen::content;
using certamen::wire::Language;
using Lines = std::vector<std::string>;

namespace {

std::vector<Topic> all_topics() {
  std::vector<Topic> topics = bank_topics();
  topics.push_back(sample_topic());
  return topics;
}

std::string file_of(const Topic& topic) {
  return write_topic(topic);
}

}  // namespace

TEST_CASE("the whole bank survives Moodle XML, in each language") {
  const std::vector<Topic> topics = all_topics();
  REQUIRE(topics.size() > 100);
  for (const Language language : {Language::English, Language::Spanish}) {
    const Export file = export_moodle_xml(topics, language);
    const Import back = taken(import_moodle_xml(file.bytes, {"bank", "", language, {}}));
    CHECK(lines_of(back.remarks) == Lines{});
    REQUIRE(back.topics.size() == topics.size());
    for (std::size_t i = 0; i < topics.size(); ++i) {
      CHECK(file_of(back.topics[i]) == file_of(without_pair_reasons(in_language(without_notes(topics[i]), language))));
    }
    CHECK(export_moodle_xml(back.topics, language).bytes == file.bytes);
  }
}

TEST_CASE("the whole bank survives a table, in both languages at once") {
  const std::vector<Topic> topics = all_topics();
  const Export file = export_csv(topics);
  const Import back = taken(import_csv(file.bytes, {"bank", "", Language::English, {}}));
  CHECK(lines_of(back.remarks) == Lines{});
  REQUIRE(back.topics.size() == topics.size());
  for (std::size_t i = 0; i < topics.size(); ++i) CHECK(file_of(back.topics[i]) == file_of(without_notes(topics[i])));
  CHECK(export_csv(back.topics).bytes == file.bytes);
}

TEST_CASE("JSON gives every topic file back to the letter") {
  const std::vector<Topic> topics = all_topics();
  const Export file = export_json(topics);
  CHECK(file.remarks.empty());
  const Import back = taken(import_json(file.bytes, {"bank", "", Language::English, {}}));
  CHECK(lines_of(back.remarks) == Lines{});
  REQUIRE(back.topics.size() == topics.size());
  std::size_t questions = 0;
  for (std::size_t i = 0; i < topics.size(); ++i) {
    CHECK(file_of(back.topics[i]) == file_of(topics[i]));
    questions += topics[i].questions.size();
  }
  CHECK(back.question_count == questions);
}

TEST_CASE("a topic of one language goes through every format that holds it") {
  const Topic topic = without_pair_reasons(in_language(without_notes(sample_topic()), Language::Spanish));
  const certamen::content::ImportWish wish{"bank", "", Language::Spanish, {}};
  CHECK(file_of(only(taken(import_moodle_xml(export_moodle_xml({topic}, Language::Spanish).bytes, wish)))) ==
        file_of(topic));
  CHECK(file_of(only(taken(import_csv(export_csv({topic}).bytes, wish)))) == file_of(topic));
  CHECK(file_of(only(taken(import_json(export_json({topic}).bytes, wish)))) == file_of(topic));
  CHECK(lines_of(export_moodle_xml({topic}, Language::English).remarks) ==
        Lines{"0: topic sample is left out: it has no texts in English"});
}
