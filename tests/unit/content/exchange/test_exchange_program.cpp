// certamen-bank import and export as people run them.
#include <algorithm>
#include <filesystem>

#include "server/bank/bank.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/program.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;

namespace {

// A folder with one file of questions in it.
class Folder {
 public:
  explicit Folder(const std::string& name, const std::string& bytes)
      : folder_(std::filesystem::path(place_.path()).parent_path().string()), file_(folder_ + "/" + name) {
    write_file(file_, bytes);
  }
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] std::string topics() const { return folder_ + "/topics"; }
  [[nodiscard]] std::string import(const std::string& options) const {
    return "import '" + file_ + "' -o " + topics() + " " + options;
  }

 private:
  TemporaryFile place_;
  std::string folder_;
  std::string file_;
};

const std::string two_questions = "::Sun::The sun is a star.{T#It is.}\n\n::Sum::Two and two?{=four#yes ~five#no}\n";

}  // namespace

TEST_CASE("import writes topics that lint, build and open") {
  const Folder folder("Stars and sums.txt", two_questions);
  const Run imported = run(folder.import("--domain secure"));
  CHECK(imported.code == 0);
  CHECK(imported.err.empty());
  const std::string topic = folder.topics() + "/stars-and-sums.yaml";
  CHECK(imported.out == topic + ": 2 questions\n" + folder.file() + ": 2 of 2 questions in 1 topic, 0 remarks\n");
  CHECK(holds(read_file(topic), "title: {en: \"Stars and sums\"}\n"));
  CHECK(holds(read_file(topic), "domain: secure\n"));
  CHECK(holds(read_file(topic), "# missing: explanation\n"));
  CHECK(run("lint " + folder.topics()).code == 0);
  const TemporaryFile bank;
  CHECK(run("build " + folder.topics() + " -o " + bank.path()).code == 0);
  CHECK(certamen::bank::Bank::open(bank.path()).has_value());
}

TEST_CASE("a file, a category and a question may be called null") {
  const Folder folder("null.gift", "::null::The sun is a star.{T}\n\n$CATEGORY: null\n\n::null::The moon is a star.{F}\n");
  CHECK(run(folder.import("")).code == 0);
  CHECK(run("lint " + folder.topics()).code == 0);
  const TemporaryFile bank;
  CHECK(run("build " + folder.topics() + " -o " + bank.path()).code == 0);
}

TEST_CASE("import says what was left out, by file and line, and its exit code tells") {
  const Folder folder("quiz.gift", two_questions + "\nDescribe the sun.{}\n");
  const Run imported = run(folder.import(""));
  CHECK(imported.code == 1);
  CHECK(imported.err == folder.file() + ":5: the question is left out: it is an essay, which only a person can grade\n");
  CHECK(holds(imported.out, "2 of 3 questions in 1 topic, 1 remark\n"));
}

TEST_CASE("import says once what it says of many lines") {
  std::string file = two_questions;
  for (int i = 0; i < 12; ++i) file += "\n\nDescribe the sun.{}\n";
  const Folder folder("quiz.gift", file);
  const Run imported = run(folder.import(""));
  CHECK(imported.code == 1);
  CHECK(std::count(imported.err.begin(), imported.err.end(), '\n') == 1);
  CHECK(holds(imported.err, "it is an essay, which only a person can grade (12 times, also in lines "));
  CHECK(holds(imported.out, "2 of 14 questions in 1 topic, 12 remarks\n"));
}

TEST_CASE("import replaces no topic without --force") {
  const Folder folder("quiz.gift", two_questions);
  REQUIRE(run(folder.import("")).code == 0);
  write_file(folder.topics() + "/quiz.yaml", "mine");
  const Run again = run(folder.import(""));
  CHECK(again.code == 2);
  CHECK(holds(again.err, "/quiz.yaml is there already and nothing was written; name another topic with --topic"));
  CHECK(read_file(folder.topics() + "/quiz.yaml") == "mine");
  CHECK(run(folder.import("--topic other --title Other --language es")).code == 0);
  CHECK(holds(read_file(folder.topics() + "/other.yaml"), "title: {es: \"Other\"}\n"));
  CHECK(run(folder.import("--force")).code == 0);
  CHECK(holds(read_file(folder.topics() + "/quiz.yaml"), "topic: quiz\n"));
}

TEST_CASE("import knows Aiken by its answers and asks where it cannot tell") {
  const std::string aiken = "Two and two?\nA) four\nB) five\nANSWER: A\n";
  CHECK(run(Folder("quiz.txt", aiken).import("")).code == 0);
  CHECK(run(Folder("quiz.dat", aiken).import("--format aiken")).code == 0);
  const Run unknown = run(Folder("quiz.dat", aiken).import(""));
  CHECK(unknown.code == 2);
  CHECK(holds(unknown.err, "quiz.dat: say what it is with --format gift"));
}

TEST_CASE("a file without questions is unusable and nothing is written") {
  for (const std::string bytes : {"", "A\xF1o {T}", "just a description"}) {
    const Folder folder("quiz.gift", bytes);
    const Run imported = run(folder.import(""));
    CHECK(imported.code == 2);
    CHECK(imported.out.empty());
    CHECK(holds(imported.err, "certamen-bank: " + folder.file() + ": "));
    CHECK_FALSE(std::filesystem::exists(folder.topics()));
  }
  CHECK(run("import /nowhere/quiz.gift").code == 2);
}

TEST_CASE("export writes what import reads") {
  const Folder folder("sample.yaml", sample());
  const Run out = run("export " + folder.file() + " --format gift");
  CHECK(out.code == 0);
  CHECK(holds(out.err, "the question sample/in-order is left out: GIFT has no form for ordering\n"));
  CHECK(holds(out.err, "the Spanish texts of 1 topic are left out: gift holds one language; --language es writes them"));
  CHECK_FALSE(holds(run("export " + folder.file() + " --format json").err, "are left out"));
  CHECK(holds(out.out, "::choose-one::[plain]Which store keeps objects for a backup team?{\n\t=The bucket#"));
  const TemporaryFile target;
  const Run in_spanish = run("export " + folder.file() + " --format gift --language es -o " + target.path());
  CHECK(in_spanish.code == 0);
  CHECK(holds(read_file(target.path()), "::choose-one::[plain]¿Qué servicio"));
  const Run imported = run("import " + target.path() + " --format gift --language es -o " + folder.topics());
  CHECK(imported.code == 0);
  CHECK(run("export " + folder.file() + " --format word").code == 2);
  CHECK(run("export " + folder.file()).code == 2);
}

TEST_CASE("every format goes out and those that can come in again") {
  const Folder folder("sample.yaml", sample());
  for (const std::string format : {"gift", "moodle-xml", "csv", "json"}) {
    INFO(format);
    const std::string file = folder.topics() + "." + format;
    REQUIRE(run("export " + folder.file() + " --format " + format + " -o " + file).code == 0);
    const Run imported = run("import " + file + " --format " + format + " -o " + folder.topics() + format);
    CHECK(imported.code == 0);
    CHECK(run("lint " + folder.topics() + format).code == 0);
  }
  CHECK(holds(run("export " + folder.file() + " --format anki").out, "#separator:"));
}

TEST_CASE("each format of export is named once") {
  CHECK(holds(run("export --help").out, "  gift, moodle-xml, csv, json or anki\n"));
}
