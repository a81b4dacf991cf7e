// certamen-bank draft as people run it: what it writes over, and what it leaves alone.
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
