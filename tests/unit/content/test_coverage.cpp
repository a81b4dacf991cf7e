// Facts of the original notes: how many of them the bank teaches.
#include "content/check/coverage.hpp"
#include "content/compile/source_files.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;
using Lines = std::vector<std::string>;

namespace {

const std::string fixture =
    "fact\tweight\ttopic\tlines\thow\twhere\treason\n"
    "# the first table\n"
    "F1\t3\tsample\t10-12\tasked\tsample/choose-one,sample/how-many\t\n"
    "F2\t3\tsample\t10-12\ttold\tsample/is-it-so\n"
    "\n"
    "F3\t2\tsample\t10-12\tnote\tsample/in-order\t\r\n"
    "F4\t1\tsample\t10-12\tnone\t\tan anecdote\n";

struct Read {
  std::vector<InventoryFact> facts;
  Lines findings;
};

Read read(const std::string& text) {
  Findings findings("coverage.tsv");
  Read result{parse_coverage(text, findings), {}};
  check_coverage(result.facts, topics_of({SourceFile{"t/sample.yaml", sample()}}), findings);
  for (const Finding& finding : findings.all()) result.findings.push_back(format(finding));
  return result;
}

}  // namespace

TEST_CASE("facts are read with their places and counted by weight and by how they are met") {
  const Read table = read(fixture);
  CHECK(table.findings == Lines{});
  REQUIRE(table.facts.size() == 4);
  CHECK(table.facts[0].questions == Lines{"sample/choose-one", "sample/how-many"});
  CHECK(table.facts[2].line == 6);
  CHECK(table.facts[3].reason == "an anecdote");
  const Coverage coverage = coverage_of(table.facts);
  CHECK(coverage.facts(3) == 2);
  CHECK(coverage.taught(3) == 2);
  CHECK(coverage.in(2, Met::Note) == 1);
  CHECK(coverage.taught(2) == 0);
  CHECK(coverage.in(1, Met::None) == 1);
}

TEST_CASE("what is wrong in a table of facts is said with its line") {
  CHECK(read("F1\t3\tsample\n").findings ==
        Lines{"coverage.tsv:1: has 3 columns; write fact, weight, topic, lines, how, where and reason with tabs between"});
  CHECK(read("F1\t4\tsample\t10-12\tasked\tsample/how-many\t\n").findings ==
        Lines{"coverage.tsv:1: weight is '4'; write 1, 2 or 3"});
  CHECK(read("F1\t1\tsample\t10-12\tsung\tsample/how-many\t\n").findings ==
        Lines{"coverage.tsv:1: how is 'sung'; write asked, told, note or none"});
  CHECK(read(fixture + "F1\t1\tsample\t10-12\tnone\t\tagain\n").findings ==
        Lines{"coverage.tsv:8: fact F1 was there before; keep one line of it"});
  CHECK(read("F1\t1\tsample\t10-12\tasked\tsample/gone,sample\t\n").findings ==
        Lines{"coverage.tsv:1: there is no question 'sample/gone'; write <topic>/<question>",
              "coverage.tsv:1: there is no question 'sample'; write <topic>/<question>"});
  CHECK(read("F1\t1\tgone\t10-12\tnone\t\t\n").findings ==
        Lines{"coverage.tsv:1: there is no topic gone",
              "coverage.tsv:1: fact F1 is met nowhere, without a reason; say why it is left out"});
  CHECK(read("F1\t1\tsample\t10-12\ttold\t\t\n").findings ==
        Lines{"coverage.tsv:1: fact F1 is met nowhere; name the questions, or write none and why"});
}

TEST_CASE("the bank teaches every core fact of the notes and most of all facts") {
  const std::string path = CERTAMEN_SOURCE_DIR "/content/coverage.tsv";
  const std::string bytes = read_file(path);
  REQUIRE_FALSE(bytes.empty());
  auto files = read_sources({CERTAMEN_SOURCE_DIR "/content/topics", CERTAMEN_SOURCE_DIR "/content/tables"});
  REQUIRE(files);
  Findings findings(path);
  const std::vector<InventoryFact> facts = parse_coverage(bytes, findings);
  check_coverage(facts, compile(std::move(*files)).topics, findings);
  for (const Finding& finding : findings.all()) FAIL_CHECK(format(finding));
  const Coverage coverage = coverage_of(facts);
  // As many as the inventory of the notes has: a line taken out of the file is no way to cover its fact.
  CHECK(coverage.facts(3) == 685);
  CHECK(coverage.facts(2) == 1046);
  CHECK(coverage.facts(1) == 82);
  CHECK(coverage.taught(3) == coverage.facts(3));
  std::size_t all = 0;
  std::size_t taught = 0;
  for (unsigned weight = 1; weight <= fact_weight_max; ++weight) {
    all += coverage.facts(weight);
    taught += coverage.taught(weight);
  }
  CHECK(taught * 100 >= all * 85);
}
