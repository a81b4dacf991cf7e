// certamen-bank draft as people run it: what it writes over, and what it leaves alone.
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/unit/content/program.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen;
using content::holds;
using content::read_file;
using content::run;
using content::Run;
using content::TemporaryFile;
using content::write_file;

namespace {

constexpr const char* river =
    "Parts of a river\n - Bed: channel that carries the water down\n - Delta = sediment laid down beside the sea\n"
    " - Mouth: place that lets the tide in\n - The Ebro runs for 930 km\n";

// A folder that holds one file.
std::string folder_with(const TemporaryFile& beside, const std::string& name, const std::string& bytes) {
  const std::string folder = beside.path() + ".drafts";
  std::filesystem::create_directory(folder);
  write_file(folder + "/" + name, bytes);
  return folder;
}

}  // namespace

TEST_CASE("draft writes over a REPORT.txt only where that is wished") {
  const TemporaryFile notes(river);
  const std::string folder = folder_with(notes, "REPORT.txt", "mine");
  const Run refused = run("draft " + notes.path() + " -o " + folder);
  CHECK(refused.code == 2);
  CHECK(holds(refused.err, "has a REPORT.txt already"));
  CHECK(read_file(folder + "/REPORT.txt") == "mine");
  CHECK_FALSE(std::filesystem::exists(folder + "/parts-of-a-river.yaml"));
  CHECK(run("draft --force " + notes.path() + " -o " + folder).code == 0);
  CHECK(holds(read_file(folder + "/REPORT.txt"), "What to do next"));
}

TEST_CASE("draft never writes over its own notes") {
  const TemporaryFile place;
  const std::string folder = folder_with(place, "REPORT.txt", river);
  for (const std::string force : {"", "--force "}) {
    const Run refused = run("draft " + force + folder + "/REPORT.txt -o " + folder);
    CHECK(refused.code == 2);
    CHECK(holds(refused.err, "/REPORT.txt: is the file of notes itself"));
    CHECK(read_file(folder + "/REPORT.txt") == river);
  }
}

TEST_CASE("draft --force leaves no topic of the earlier draft, and none of somebody else is touched") {
  const TemporaryFile notes(river);
  const std::string folder = folder_with(notes, "earlier.yaml", "topic: earlier\norigin: draft\n");
  REQUIRE(run("draft --force " + notes.path() + " -o " + folder).code == 0);
  CHECK_FALSE(std::filesystem::exists(folder + "/earlier.yaml"));
  CHECK(std::filesystem::exists(folder + "/parts-of-a-river.yaml"));
  write_file(folder + "/mine.yaml", "topic: mine\n");
  const Run refused = run("draft --force " + notes.path() + " -o " + folder);
  CHECK(refused.code == 2);
  CHECK(holds(refused.err, "/mine.yaml: does not say 'origin: draft'"));
  CHECK(read_file(folder + "/mine.yaml") == "topic: mine\n");
}

TEST_CASE("notes without words are not asked for their language") {
  const TemporaryFile empty("");
  CHECK_FALSE(holds(run("draft " + empty.path() + " -o " + empty.path() + ".drafts").err, "neither English nor Spanish"));
}

TEST_CASE("export reads a bank as it reads its topics") {
  const content::Topics topics(content::sample());
  const TemporaryFile bank;
  REQUIRE(run("build " + topics.folder() + " -o " + bank.path()).code == 0);
  const Run exported = run("export " + bank.path() + " --format gift");
  CHECK(exported.code == 0);
  CHECK(holds(exported.out, "$CATEGORY"));
}

TEST_CASE("a file without an end is not read to its end") {
  const Run import = run("import /dev/zero --format gift");
  CHECK(import.code == 2);
  CHECK(holds(import.err, "/dev/zero: has more than 16777216 bytes"));
  CHECK(holds(run("lint /dev/zero").out, "split the topic"));
}

TEST_CASE("what a link leads to is replaced, and a pipe is written into") {
  const content::Topics topics(content::sample());
  const TemporaryFile bank("before");
  const std::string link = bank.path() + ".link";
  std::filesystem::create_symlink("bank.db", link);
  REQUIRE(run("build " + topics.folder() + " -o " + link).code == 0);
  CHECK(std::filesystem::is_symlink(link));
  CHECK(read_file(bank.path()).starts_with("SQLite format 3"));
  const std::string pipe = bank.path() + ".pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const Run read = run("export " + topics.folder() + " --format gift -o " + pipe + " & timeout 10 cat " + pipe);
  CHECK(std::filesystem::is_fifo(pipe));
  CHECK(holds(read.out, "$CATEGORY"));
}
