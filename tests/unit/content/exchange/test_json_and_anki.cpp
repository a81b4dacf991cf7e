// Our own JSON, Open Trivia DB's, and cards for Anki.
#include <algorithm>
#include <set>
#include <sstream>

#include "content/exchange/exchange.hpp"
#include "content/yaml/parse.hpp"
#include "content/yaml/write_topic.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/exchange/bank_topics.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;
using certamen::wire::Language;
using Lines = std::vector<std::string>;

namespace {

certamen::wire::Result<Import> read(const std::string& bytes) {
  return import_json(bytes, {"rivers", "", Language::English, {}});
}

std::string fault_of(const std::string& bytes) {
  const auto import = read(bytes);
  REQUIRE_FALSE(import.has_value());
  return import.error().what;
}

const std::string trivia = R"json({
  "response_code": 0,
  "results": [
    {"type": "multiple", "difficulty": "easy", "category": "Science &amp; Nature",
     "question": "Which planet is called &quot;the red one&quot;?", "correct_answer": "Mars",
     "incorrect_answers": ["Venus", "Jupiter", "J&ouml;tunn"]},
    {"type": "boolean", "difficulty": "hard", "category": "Science &amp; Nature",
     "question": "Sound travels faster than light.", "correct_answer": "False", "incorrect_answers": ["True"]},
    {"type": "multiple", "category": "Science &amp; Nature", "question": "And this?"}
  ]
}
)json";

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

}  // namespace

TEST_CASE("the answer of Open Trivia DB") {
  const Import import = taken(read(trivia));
  const Topic topic = only(import);
  CHECK(topic.title.en.text == "Science & Nature");
  CHECK(import.question_count == 3);
  REQUIRE(topic.questions.size() == 2);
  CHECK(topic.questions[0].prompt.en.text == "Which planet is called \"the red one\"?");
  CHECK(topic.questions[0].difficulty == 1);
  const auto& options = std::get<Choice>(topic.questions[0].body).options;
  CHECK(options.at(0).correct);
  CHECK(options.at(3).text.en.text == "Jötunn");
  CHECK(topic.questions[1].kind == Kind::TrueFalse);
  CHECK_FALSE(std::get<Statement>(topic.questions[1].body).holds);
  CHECK(lines_of(import.remarks) == Lines{"9: the question is left out: it has no 'question' with a 'correct_answer'"});
}

TEST_CASE("a list of such questions without anything around it") {
  const Import import =
      taken(read("[\n {\"question\": \"Which?\", \"correct_answer\": \"This\", \"incorrect_answers\": [\"That\"]},\n 7]"));
  CHECK(only(import).questions.size() == 1);
  CHECK(lines_of(import.remarks).front().rfind("3: ", 0) == 0);
}

TEST_CASE("a wrong question of our JSON is named by line and place, and the rest is read") {
  const std::string whole = export_json({sample_topic()}).bytes;
  const std::string spoiled = replaced(whole, "\"kind\": \"multiple\"", "\"kind\": \"many\"");
  const Import import = taken(read(spoiled));
  CHECK(only(import).questions.size() == sample_topic().questions.size() - 1);
  const auto lines = lines_of(import.remarks);
  REQUIRE_FALSE(lines.empty());
  const int line = line_of(spoiled, "\"id\": \"choose-two\"") - 1;
  CHECK(lines.front().rfind(std::to_string(line) + ": topics[0].questions[1].kind: ", 0) == 0);
}

TEST_CASE("of questions and notes with one id the first is kept, so that what was imported can be built") {
  Topic doubled = sample_topic();
  doubled.questions.push_back(doubled.questions.front());
  doubled.notes.push_back(doubled.notes.front());
  const Import import = taken(read(export_json({doubled}).bytes));
  const Topic& topic = only(import);
  CHECK(topic.questions.size() == sample_topic().questions.size());
  CHECK(topic.notes.size() == sample_topic().notes.size());
  CHECK(topic.questions.front().prompt.en.text == sample_topic().questions.front().prompt.en.text);
  REQUIRE(import.remarks.size() == 2);
  for (const std::string& line : lines_of(import.remarks))
    CHECK(line.find("comes twice; the second is left out") != std::string::npos);
}

TEST_CASE("a wrong note takes its citations with it") {
  const std::string spoiled = replaced(export_json({sample_topic()}).bytes, "\"lines\": \"30\"", "\"lines\": \"thirty\"");
  const Topic topic = only(taken(read(spoiled)));
  CHECK(topic.notes.size() == 1);
  for (const Question& question : topic.questions) {
    for (const Words& note : question.notes) CHECK(note.text == "limits");
  }
}

TEST_CASE("a topic that cannot be named is left out, and one that comes twice is one") {
  const std::string whole = export_json({sample_topic(), sample_topic()}).bytes;
  const Import twice = taken(read(whole));
  CHECK(twice.topics.size() == 1);
  CHECK(lines_of(twice.remarks).front().find("topic sample comes twice") != std::string::npos);
  const Import unnamed = taken(read(replaced(whole, "\"topic\": \"sample\"", "\"topic\": \"Sample one\"")));
  CHECK(unnamed.topics.size() == 1);
  CHECK(lines_of(unnamed.remarks).back().find("topics[0] is left out") != std::string::npos);
}

TEST_CASE("a topic of which no question is left is left out") {
  const std::string heading = R"({"format": "certamen-topics", "version": 1, "topics": [{"topic": "rivers",
    "title": {"en": "Rivers"}, "languages": ["en"], "origin": "imported", "questions": [)";
  for (const std::string questions : {"", R"({"id": "q-1", "kind": "unheard-of", "prompt": {"en": "Which?"}})"}) {
    const Import import = taken(read(heading + questions + "]}]}"));
    CHECK(import.topics.empty());
    const Lines lines = lines_of(import.remarks);
    CHECK(std::count(lines.begin(), lines.end(), "1: topics[0] is left out: no question of it is left") == 1);
  }
}

TEST_CASE("a written topic that lost its notes is an imported one") {
  const std::string whole = export_json({sample_topic()}).bytes;
  const std::string spoiled = replaced(replaced(whole, "\"lines\": \"30\"", "\"lines\": \"thirty\""),
                                       "\"lines\": \"10, 12-14\"", "\"lines\": \"ten\"");
  const Import import = taken(read(spoiled));
  Findings findings("sample.yaml");
  const Topic again = parse_topic(write_topic(only(import)), "sample.yaml", findings);
  CHECK(count(findings.all(), Severity::Error) == 0);
  CHECK(again.origin == Origin::Imported);
  CHECK(again.questions.size() == sample_topic().questions.size());
  const Lines lines = lines_of(import.remarks);
  CHECK(std::any_of(lines.begin(), lines.end(), [](const std::string& each) {
    return each.find("topics[0] is of origin imported now: it has gaps") != std::string::npos;
  }));
}

TEST_CASE("what is no JSON of ours is a fault") {
  CHECK(fault_of("{\"format\": \"certamen-topics\", \"version\": 9, \"topics\": []}") ==
        "is version 9 of certamen-topics; this program reads version 1");
  CHECK(fault_of("{\"format\": \"certamen-topics\", \"version\": 1}") == "has no list of 'topics'");
  CHECK(fault_of("{\"a\": 1}") ==
        "is JSON, but neither topics ('format': 'certamen-topics') nor the 'results' of Open Trivia DB");
  CHECK(fault_of("{\n\"a\": \n").rfind("is not JSON; line 3: ", 0) == 0);
  CHECK(fault_of(std::string(100'000, '[')).find("JSON") != std::string::npos);
  CHECK(fault_of(std::string(100'000, '[') + std::string(100'000, ']')) == "is nested more than 32 levels deep");
}

TEST_CASE("numbers that doubles do not hold keep their digits") {
  Topic topic = sample_topic();
  for (Question& question : topic.questions) {
    if (auto* number = std::get_if<Number>(&question.body)) number->micros = 123'456'789'012'345;
  }
  CHECK(write_topic(only(taken(read(export_json({topic}).bytes)))) == write_topic(topic));
}

TEST_CASE("a card a question, with columns that Anki knows") {
  const std::vector<Topic> topics = bank_topics();
  for (const Language language : {Language::English, Language::Spanish}) {
    const auto lines = split(export_anki(topics, language).bytes, '\n');
    REQUIRE(lines.size() > 1000);
    CHECK(Lines(lines.begin(), lines.begin() + 6) ==
          Lines{"#separator:tab", "#html:true", "#guid column:1", "#notetype column:2", "#deck column:3", "#tags column:6"});
    std::set<std::string> ids;
    for (std::size_t i = 6; i < lines.size(); ++i) {
      const auto fields = split(lines[i], '\t');
      REQUIRE(fields.size() == 6);
      ids.insert(fields[0]);
      CHECK(fields[1] == "Basic");
      CHECK(fields[2].rfind("Certamen::", 0) == 0);
      CHECK_FALSE((fields[3].empty() || fields[4].empty()));
      CHECK(fields[5].rfind("domain::", 0) == 0);
    }
    CHECK(ids.size() == lines.size() - 6);
  }
}

TEST_CASE("a card has the options in front and the key, reasons and notes behind") {
  Topic topic = sample_topic();
  topic.questions.resize(1);
  topic.questions[0].prompt.en.text = "Is \"a\" < b?";
  const auto lines = split(export_anki({topic}, Language::English).bytes, '\n');
  const auto fields = split(lines.at(6), '\t');
  CHECK(fields.at(0) == "certamen/en/sample/" + topic.questions[0].id.text);
  CHECK(fields.at(2) == "Certamen::Sample storage");
  CHECK(fields.at(3) ==
        "Is &quot;a&quot; &lt; b?<ul><li>The bucket</li><li>The log</li><li>The queue</li><li>The table</li></ul>");
  CHECK(
      fields.at(4) ==
      "<ul><li>✓ <b>The bucket</b> <i>It keeps objects.</i></li><li>✗ The queue <i>It keeps messages.</i></li>"
      "<li>✗ The table <i>It keeps rows.</i></li><li>✗ The log <i>It keeps lines.</i></li></ul><br>Objects live in buckets."
      "<br>Note: A bucket keeps at most 500 tags.");
  CHECK(fields.at(5) == "domain::resilient kind::single difficulty::2");
}
