// Questions from elsewhere: gaps, one language, drafts; and topic files as they are written.
#include "content/check/check.hpp"
#include "content/compile/compile.hpp"
#include "content/yaml/parse.hpp"
#include "content/yaml/write_topic.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;
using Lines = std::vector<std::string>;

namespace {

const std::string bare =
    "topic: sample\n"
    "title: {en: Rivers}\n"
    "languages: [en]\n"
    "origin: imported\n"
    "questions:\n"
    "  - id: longest\n"
    "    kind: single\n"
    "    prompt: {en: \"Which river is the longest in Europe?\"}\n"
    "    options:\n"
    "      - {text: Volga, correct: true}\n"
    "      - {text: Danube}\n";

Topic parsed(const std::string& text) {
  Findings findings("topics/sample.yaml");
  return parse_topic(text, "topics/sample.yaml", findings);
}

std::size_t errors_of(const std::string& text, Drafts drafts) {
  return count(compile({SourceFile{"topics/sample.yaml", text}}, drafts).findings, Severity::Error);
}

}  // namespace

TEST_CASE("an imported question may lack reasons, explanation and notes, with a warning for each") {
  CHECK(findings_of(bare) == Lines{"6: warning: questions[0]: has no explanation; add 'explanation'",
                                   "10: warning: questions[0].options[0]: has no reason; add 'reason'",
                                   "11: warning: questions[0].options[1]: has no reason; add 'reason'"});
  CHECK(parsed(bare).domain == certamen::wire::ExamDomain::General);
}

TEST_CASE("the same gaps are errors in a topic that is written here") {
  const std::string written = replaced(bare, "origin: imported\n", "origin: written\n");
  CHECK(errors_of(written, Drafts::Included) > 0);
}

TEST_CASE("a text in a language that the topic does not have is an error") {
  CHECK(findings_of(replaced(bare, "{en: Rivers}", "{en: Rivers, es: Rios}")).front() ==
        "2: title.es: is Spanish, which is not among the topic's 'languages'; add it there");
}

TEST_CASE("a draft is refused unless drafts are wanted") {
  const std::string draft = replaced(bare, "    kind: single\n", "    kind: single\n    draft: true\n");
  CHECK(errors_of(draft, Drafts::Refused) == 1);
  CHECK(errors_of(draft, Drafts::Included) == 0);
  CHECK(rules_broken(draft) == Lines{"", "draft-unreviewed"});
  CHECK(parsed(draft).questions.at(0).draft);
}

TEST_CASE("a question without a right option is an error, wherever it comes from") {
  CHECK(errors_of(replaced(bare, ", correct: true", ""), Drafts::Included) == 1);
}

TEST_CASE("a topic that was written reads back as it was") {
  for (const std::string& text : {sample(), bare}) {
    const std::string once = write_topic(parsed(text));
    CHECK(write_topic(parsed(once)) == once);
    Findings findings("topics/sample.yaml");
    const Topic again = parse_topic(once, "topics/sample.yaml", findings);
    check_topic(again, findings);
    CHECK(count(findings.all(), Severity::Error) == 0);
    CHECK(again.questions.size() == parsed(text).questions.size());
    CHECK(again.notes.size() == parsed(text).notes.size());
  }
}

TEST_CASE("quotes, backslashes and colons survive the writing of a topic") {
  Topic topic = parsed(bare);
  topic.questions.at(0).prompt.en.text = "Say \"a: b\" \\ # {c} 'd'?";
  CHECK(parsed(write_topic(topic)).questions.at(0).prompt.en.text == topic.questions.at(0).prompt.en.text);
}

TEST_CASE("ids that YAML has words for are written as ids") {
  for (const std::string id : {"null", "true", "false", "yes", "no", "on", "off", "y", "n", "12", "1e3", "0x1f"}) {
    INFO(id);
    Topic topic = parsed(bare);
    topic.id.text = id;
    topic.notes.push_back(Note{});
    topic.notes.back().id.text = id;
    topic.notes.back().text.en.text = "Rivers run to the sea.";
    topic.questions.at(0).id.text = id;
    topic.questions.at(0).notes = {Words{id, {}}};
    const std::string path = id + ".yaml";
    CHECK(write_topic(topic).rfind(
              "# missing: the Spanish texts; add them and 'es' to the languages\ntopic: \"" + id + "\"\n", 0) == 0);
    Findings findings(path);
    const Topic again = parse_topic(write_topic(topic), path, findings);
    CHECK(count(findings.all(), Severity::Error) == 0);
    CHECK(again.id.text == id);
    CHECK(again.notes.at(0).id.text == id);
    CHECK(again.questions.at(0).id.text == id);
    CHECK(again.questions.at(0).notes.at(0).text == id);
  }
}
