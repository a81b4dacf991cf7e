// show, search, proof and stats as people run them, from topics and from the bank made of them.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/unit/content/program.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen;
using content::holds;
using content::run;
using content::Run;
using content::TemporaryFile;
using content::Topics;
using nlohmann::json;
using Lines = std::vector<std::string>;

namespace {

// The sample's topics and the bank built of them.
struct Sources {
  Topics topics{content::sample()};
  TemporaryFile bank;

  Sources() { REQUIRE(run("build " + topics.folder() + " -o " + bank.path()).code == 0); }
};

}  // namespace

TEST_CASE("show prints the same from topics and from the bank") {
  const Sources sources;
  for (const std::string id : {"sample", "sample/choose-one", "sample/in-order", "'sample#order'"}) {
    INFO(id);
    const Run from_topics = run("show " + id + " " + sources.topics.folder());
    CHECK(from_topics.code == 0);
    CHECK(from_topics.out == run("show " + id + " " + sources.bank.path()).out);
  }
  const Run question = run("show sample/choose-two " + sources.bank.path(), "COLUMNS=120");
  CHECK(holds(question.out, "✔ A  Managed keys"));
  CHECK(holds(question.out, "✔ A  Claves gestionadas\n"));
  CHECK(holds(question.out, "✘ C  Access logs"));
  CHECK(holds(question.out, "sample#order (lines 30)"));
  CHECK(holds(question.out, "As of 2026-11: The notes name the key first."));
  CHECK(holds(run("show 'sample#limits' " + sources.bank.path()).out,
              "exercised by sample/choose-one sample/choose-two sample/how-many sample/is-it-so\n"));
}

TEST_CASE("show as JSON has everything of the question") {
  const Sources sources;
  const auto question = json::parse(run("show sample/how-many --json " + sources.bank.path()).out);
  CHECK(question["id"] == "sample/how-many");
  CHECK(question["kind"] == "numeric");
  CHECK(question["rows"][0]["text"]["es"] == "500 ± 0,5 etiquetas");
  CHECK(question["rows"][0]["mark"] == "right");
  CHECK(question["notes"][0]["lines"] == "10, 12-14");
  const auto topic = json::parse(run("show sample --json " + sources.bank.path()).out);
  CHECK(topic["questions"].size() == 7);
  CHECK(topic["notes"][1]["exercised_by"].size() == 4);
}

TEST_CASE("show suggests ids for one that is not there") {
  const Sources sources;
  const Run wrong = run("show sample/how-mani " + sources.bank.path());
  CHECK(wrong.code == 2);
  CHECK(wrong.out.empty());
  CHECK(wrong.err.rfind("certamen-bank: there is no 'sample/how-mani'; did you mean sample/how-many", 0) == 0);
  CHECK(run("show zzzzzzzzz " + sources.bank.path()).err ==
        "certamen-bank: there is no 'zzzzzzzzz'; certamen-bank search WORDS finds ids\n");
}

TEST_CASE("without a source the environment names it, else content/topics does") {
  const Sources sources;
  CHECK(run("show sample/how-many", "CERTAMEN_BANK=" + sources.bank.path()).code == 0);
  CHECK(run("show sample/how-many", "CERTAMEN_BANK=" + sources.topics.folder()).code == 0);
  const std::string place = std::filesystem::path(sources.bank.path()).parent_path().string();
  const Run nowhere = run("show sample/how-many", "cd " + place + " && CERTAMEN_BANK=");
  CHECK(nowhere.code == 2);
  CHECK(holds(nowhere.err, "there is no content/topics here; name a bank or a folder of topics"));
  std::filesystem::create_directory(place + "/content");
  std::filesystem::copy(sources.topics.folder(), place + "/content/topics");
  CHECK(run("show sample/how-many", "cd " + place + " && CERTAMEN_BANK=").code == 0);
  CHECK(run("show sample/how-many " + place + "/content").code == 0);
}

TEST_CASE("search finds the same in topics and in the bank") {
  const Sources sources;
  const Run found = run("search 'CIFRADO' " + sources.bank.path());
  CHECK(found.code == 0);
  CHECK(found.out == "sample/name-it\n    ¿Cómo se llama el servicio de [cifrado]?\n");
  CHECK(run("search CIFRADO " + sources.topics.folder()).out == found.out);
  CHECK(run("search cifrado --language en " + sources.bank.path()).out.empty());
  const auto all = json::parse(run("search bucket --json -n 2 " + sources.bank.path()).out);
  REQUIRE(all.size() == 2);
  CHECK(all[0].contains("id"));
  CHECK(all[0]["snippet"].size() > 1);
}

TEST_CASE("search takes any text, several words, and says when there is nothing") {
  const Sources sources;
  for (const std::string words : {"'\"'", "'AND ('", "'*'", "'¿?'", "\"it's; DROP\""}) {
    INFO(words);
    CHECK(run("search " + words + " " + sources.bank.path()).code == 0);
  }
  CHECK(holds(run("search bucket tags " + sources.bank.path()).out, "sample/how-many\n"));
  const Run nothing = run("search nowhere-to-be-found " + sources.bank.path());
  CHECK(nothing.code == 0);
  CHECK(nothing.err == "certamen-bank: nothing found\n");
  // A source that is not there is no word.
  for (const std::string missing : {"nofile.db", "nofile.yaml", "./nowhere", "../nowhere/", "/nowhere/bank"}) {
    const Run mistyped = run("search bucket " + missing);
    CHECK(mistyped.code == 2);
    CHECK(mistyped.err == "certamen-bank: " + missing + ": there is no such file or folder\n");
  }
  CHECK(run("search bucket read/write " + sources.bank.path()).code == 0);
  CHECK(run("search x -n 0 " + sources.bank.path()).code == 2);
  CHECK(run("search x --language fr " + sources.bank.path()).code == 2);
}

TEST_CASE("proof writes pages, again over its own, and into nobody else's folder") {
  const Sources sources;
  const std::string folder = sources.bank.path() + ".proof";
  const Run written = run("proof " + folder + " " + sources.bank.path());
  CHECK(written.code == 0);
  CHECK(holds(written.out, folder + "/index.html: 4 pages, content "));
  CHECK(holds(content::read_file(folder + "/topic-sample.html"), "El bucket"));
  const std::string index = content::read_file(folder + "/index.html");
  std::filesystem::remove(sources.topics.folder() + "/alpha.yaml");
  CHECK(run("proof " + folder + " " + sources.topics.folder()).code == 0);
  CHECK_FALSE(std::filesystem::exists(folder + "/topic-alpha.html"));
  CHECK(content::read_file(folder + "/index.html") != index);

  const Run elsewhere = run("proof " + sources.topics.folder() + " " + sources.bank.path());
  CHECK(elsewhere.code == 2);
  CHECK(elsewhere.err == "certamen-bank: " + sources.topics.folder() +
                             ": holds other files; name an empty folder, or one of an earlier proof\n");
  CHECK(run("proof " + sources.bank.path() + " " + sources.bank.path()).code == 2);
}

TEST_CASE("topics with an error are shown, searched and proofed by nobody") {
  const Topics topics(content::spoiled("difficulty: 4", "difficulty: 6"));
  const TemporaryFile place;
  for (const std::string& command : Lines{"show sample", "search bucket", "proof " + place.path() + ".d", "stats"}) {
    INFO(command);
    const Run refused = run(command + " " + topics.folder());
    CHECK(refused.code == 1);
    CHECK(refused.out.empty());
    CHECK(holds(refused.err, "1 error, 0 warnings; mend the errors first\n"));
  }
}

TEST_CASE("stats name notes that no question exercises, and the share of the facts that are met") {
  const Topics topics(content::sample());
  const std::string folder = topics.folder();
  const std::string plain = run("stats " + folder).out;
  CHECK(holds(plain, "topic   notes  questions  single  multiple"));
  CHECK(holds(plain, "0 notes not yet exercised by a question\n"));
  CHECK_FALSE(holds(plain, "facts of weight"));
  content::write_file(folder + "/coverage.tsv",
                      "F1\t3\tsample\t10\tasked\tsample/how-many\t\nF2\t1\tsample\t10\tnote\tsample/how-many\t\n");
  const Run with_facts = run("stats " + folder);
  CHECK(with_facts.code == 0);
  CHECK(holds(with_facts.out, "facts of weight  facts  asked  told  note  none  asked or told      met\n"));
  CHECK(holds(with_facts.out, "all                  2      1     0     1     0         50.0 %  100.0 %\n"));
  CHECK(json::parse(run("stats --json " + folder).out)["facts"]["weight_3"]["asked"] == 1);
  content::write_file(folder + "/coverage.tsv", "F1\t3\tsample\t10\tasked\tsample/gone\t\n");
  const Run wrong = run("stats " + folder);
  CHECK(wrong.code == 1);
  CHECK(holds(wrong.err, "coverage.tsv:1: there is no question 'sample/gone'; write <topic>/<question>\n"));
}
