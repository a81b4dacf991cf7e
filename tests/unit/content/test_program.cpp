// The program as people run it: output, exit codes, and files left alone.
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "server/bank/bank.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen;
using content::TemporaryFile;

namespace {

struct Run {
  int code = -1;
  std::string out;
  std::string err;
};

Run run(const std::string& arguments) {
  const TemporaryFile place;
  const std::string out = place.path() + ".out";
  const std::string err = place.path() + ".err";
  const std::string command =
      std::string(CERTAMEN_BINARY_DIR) + "/bin/certamen-bank " + arguments + " >" + out + " 2>" + err + " </dev/null";
  const int status = std::system(command.c_str());
  REQUIRE(WIFEXITED(status));
  return Run{WEXITSTATUS(status), content::read_file(out), content::read_file(err)};
}

// A folder of topics, removed with it.
class Topics {
 public:
  explicit Topics(const std::string& sample) : folder_(place_.path() + ".topics") {
    std::filesystem::create_directory(folder_);
    content::write_file(folder_ + "/sample.yaml", sample);
    content::write_file(folder_ + "/alpha.yaml", content::plain_topic("alpha", 3, 1));
  }
  [[nodiscard]] const std::string& folder() const { return folder_; }

 private:
  TemporaryFile place_;
  std::string folder_;
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

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
  CHECK(holds(linted.out, "the key is the one longest option in 25 % of 4 single choices in English (chance: 8 %)"));
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
  CHECK(holds(run("stats " + target.path()).out, "2 topics, 3 notes, 10 questions, 10 of them playable\n"));
}

TEST_CASE("help teaches and version answers") {
  const Run help = run("--help");
  CHECK(help.code == 0);
  CHECK(holds(help.out, "certamen-bank build content/topics -o bank.db"));
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
