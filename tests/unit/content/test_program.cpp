// The program as people run it: output, exit codes, and files left alone.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "server/bank/bank.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/program.hpp"
#include "tests/unit/content/sample.hpp"
#include "tests/unit/content/sample_table.hpp"

using namespace certamen;
using content::holds;
using content::run;
using content::Run;
using content::TemporaryFile;
using content::Topics;

TEST_CASE("build writes a bank that opens") {
  const Topics topics(content::sample());
  const TemporaryFile target;
  const Run built = run("build " + topics.folder() + " -o " + target.path());
  CHECK(built.code == 0);
  CHECK(built.err.empty());
  CHECK(holds(built.out, "2 topics, 3 notes, 10 questions: 0 errors, 0 warnings"));
  const auto bank = bank::Bank::open(target.path());
  REQUIRE(bank);
  CHECK(bank->question_count() == 7);
  CHECK(holds(built.out, bank->content_hash()));
}

TEST_CASE("build with an error writes nothing and leaves the old bank alone") {
  const Topics topics(content::spoiled("difficulty: 4", "difficulty: 6"));
  const TemporaryFile target("the old bank");
  const Run built = run("build " + topics.folder() + " --output " + target.path());
  CHECK(built.code == 1);
  CHECK(built.out.empty());
  CHECK(built.err == topics.folder() +
                         "/sample.yaml:56: questions[3].difficulty: is '6'; write a whole number from 1 to 5\n" +
                         "2 topics, 3 notes, 10 questions: 1 error, 0 warnings; nothing was written\n");
  CHECK(content::read_file(target.path()) == "the old bank");
  const auto folder = std::filesystem::path(target.path()).parent_path();
  CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
}

TEST_CASE("build says when the bank cannot be written") {
  const Topics topics(content::sample());
  const Run built = run("build " + topics.folder() + " -o " + topics.folder() + "/none/bank.db");
  CHECK(built.code == 2);
  CHECK(built.err == "certamen-bank: " + topics.folder() + "/none/bank.db: cannot be written: No such file or directory\n");
}

TEST_CASE("lint shows errors and warnings of all files with their statistics") {
  const Topics topics(content::replaced(content::spoiled("difficulty: 4", "difficulty: 6"), "¿Cuántas", "Cuántas"));
  const Run linted = run("lint " + topics.folder());
  CHECK(linted.code == 1);
  CHECK(holds(linted.out, "/sample.yaml:56: questions[3].difficulty: is '6'"));
  CHECK(holds(linted.out, "/sample.yaml:58: warning: questions[3].prompt.es: asks without an opening"));
  CHECK(holds(linted.out, "the key is the one longest option in 25 % of 4 single choices in English (chance: 6 %)"));
  CHECK(holds(linted.out, "of 1 true_false statements 1 hold and 0 do not\n"));
  CHECK(holds(linted.out, "1 error, 1 warning\n"));
  const Topics fine(content::sample());
  CHECK(run("lint " + fine.folder()).code == 0);
}

TEST_CASE("stats are the same from the topics and from the bank") {
  const Topics topics(content::sample());
  const TemporaryFile target;
  REQUIRE(run("build " + topics.folder() + " -o " + target.path()).code == 0);
  const Run from_bank = run("stats " + target.path() + " --json");
  const Run from_topics = run("stats " + topics.folder() + " --json");
  CHECK(from_bank.code == 0);
  CHECK(from_bank.out == from_topics.out);
  const auto numbers = nlohmann::json::parse(from_bank.out);
  CHECK(numbers["total"]["questions"] == 10);
  CHECK(numbers["kind"]["single"] == 4);
  CHECK(numbers["topic"]["alpha"] == 3);
  CHECK(numbers["domain"]["resilient"] == 4);
  CHECK(numbers["content_hash"].get<std::string>().size() == 64);
  CHECK(holds(run("stats " + target.path()).out, "2 topics, 3 notes, 10 questions, 7 of them playable\n"));
}

TEST_CASE("tables are linted, built and counted with the topics that they join") {
  const Topics topics(content::sample());
  const Topics tables(content::sample());
  content::write_file(tables.folder() + "/disks.yaml", content::sample_table());
  const std::string table = tables.folder() + "/disks.yaml";
  const Run alone = run("lint " + table);
  CHECK(alone.code == 0);
  CHECK(alone.out.starts_with(table + ":3: warning: topic: the topic 'sample' is not among the files"));
  CHECK(holds(alone.out, "0 topics, 1 table, 2 notes, 33 questions: 0 errors, 1 warning\n"));
  const TemporaryFile target;
  const Run built = run("build " + topics.folder() + " " + table + " -o " + target.path());
  CHECK(built.code == 0);
  CHECK(holds(built.out, "2 topics, 1 table, 5 notes, 43 questions: 0 errors, 0 warnings"));
  const Run stats = run("stats " + target.path());
  CHECK(holds(stats.out, "table  questions\ndisks         33\n"));
  CHECK(run("stats " + topics.folder() + " " + table).out == stats.out);
  const auto numbers = nlohmann::json::parse(run("stats --json " + topics.folder() + " " + table).out);
  CHECK(numbers["table"]["disks"] == 33);
}

TEST_CASE("tables alone make no bank") {
  const TemporaryFile place;
  const std::string table = std::filesystem::path(place.path()).parent_path().string() + "/disks.yaml";
  content::write_file(table, content::sample_table());
  for (const std::string& command : {"build " + table + " -o " + place.path(), "stats " + table}) {
    const Run wrong = run(command);
    CHECK(wrong.code == 2);
    CHECK(wrong.out.empty());
    CHECK(holds(wrong.err, "certamen-bank: no topic among the files; name the topics that the tables join\n"));
    CHECK_FALSE(std::filesystem::exists(place.path()));
  }
}

TEST_CASE("draft makes topics that build takes when drafts are wanted") {
  const TemporaryFile notes(
      "Parts of a river\n - Bed: channel that carries the water down\n - Delta = sediment laid down beside the sea\n"
      " - Mouth: place that lets the tide in\n - The Ebro runs for 930 km\n");
  const std::string folder = notes.path() + ".drafts";
  const Run drafted = run("draft " + notes.path() + " -o " + folder);
  INFO(drafted.err);
  CHECK(drafted.code == 0);
  CHECK(holds(drafted.out, "5 of 5 lines with words were used (100 %)"));
  CHECK(holds(content::read_file(folder + "/REPORT.txt"), "What to do next"));
  CHECK(holds(content::read_file(folder + "/parts-of-a-river.yaml"), "draft: true"));
  CHECK(run("lint " + folder).code == 0);
  CHECK(run("build " + folder + " -o " + notes.path() + ".bank").code == 1);
  CHECK(run("build --include-drafts " + folder + " -o " + notes.path() + ".bank").code == 0);
  CHECK(bank::Bank::open(notes.path() + ".bank"));
  const Run again = run("draft " + notes.path() + " -o " + folder);
  CHECK(again.code == 2);
  CHECK(holds(again.err, "has topic files already"));
  CHECK(run("draft --force --language es " + notes.path() + " -o " + folder).code == 0);
}

TEST_CASE("draft says when nothing comes of the notes, and when they are none") {
  const TemporaryFile empty("");
  const std::string folder = empty.path() + ".drafts";
  const Run nothing = run("draft " + empty.path() + " -o " + folder);
  CHECK(nothing.code == 1);
  CHECK(holds(nothing.err, "nothing could be drafted"));
  CHECK_FALSE(std::filesystem::exists(folder));
  const TemporaryFile binary(std::string(64, '\x01'));
  CHECK(run("draft " + binary.path() + " -o " + folder).code == 2);
  CHECK(run("draft /nowhere/notes.txt -o " + folder).code == 2);
  CHECK(run("draft " + empty.path() + " -o " + empty.path()).code == 1);
  CHECK(run("draft " + empty.path() + " -o " + folder + " --language fr").code == 2);
}

TEST_CASE("help teaches and version answers") {
  const Run help = run("--help");
  CHECK(help.code == 0);
  CHECK(holds(help.out, "certamen-bank build content/topics content/tables -o bank.db"));
  CHECK(holds(help.out, "Exit codes: 0 done"));
  CHECK(run("build --help").code == 0);
  const Run version = run("--version");
  CHECK(version.code == 0);
  CHECK(version.out.rfind("certamen-bank ", 0) == 0);
}

TEST_CASE("wrong usage is one line on standard error and exit code 2") {
  for (const std::string arguments :
       {"", "bild", "build", "build x", "lint", "stats a b", "lint --fast x", "lint /nowhere/at/all"}) {
    const Run wrong = run(arguments);
    INFO(arguments);
    CHECK(wrong.code == 2);
    CHECK(wrong.out.empty());
    CHECK(wrong.err.rfind("certamen-bank: ", 0) == 0);
    CHECK(wrong.err.find('\n') == wrong.err.size() - 1);
  }
}

TEST_CASE("a folder without topics, and a topic with the wrong ending, are wrong usage") {
  const TemporaryFile place;
  const std::string folder = std::filesystem::path(place.path()).parent_path().string();
  CHECK(run("lint " + folder).err == "certamen-bank: " + folder + ": no topic files (*.yaml) there\n");
  content::write_file(folder + "/a.yml", content::sample());
  const Run wrong = run("lint " + folder);
  CHECK(wrong.code == 2);
  CHECK(wrong.err == "certamen-bank: " + folder + "/a.yml: topic files end in .yaml; rename it\n");
}
