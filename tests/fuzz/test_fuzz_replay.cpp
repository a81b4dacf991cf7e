#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "tests/fuzz/entries.hpp"
#include "tests/fuzz/seeds.hpp"
#include "tests/support/catch.hpp"

// Every input that a fuzzer was begun with, and every one that ever broke something, in every run of the suite.
namespace certamen::fuzz {
namespace {

using Entry = void (*)(std::span<const std::byte>);

std::filesystem::path corpus(const std::string& name) {
  return std::filesystem::path(CERTAMEN_SOURCE_DIR) / "tests/fuzz/corpus" / name;
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_missing(const std::string& name, const std::map<std::string, std::string>& seeds) {
  std::filesystem::create_directories(corpus(name));
  for (const auto& [seed, content] : seeds) {
    const auto path = corpus(name) / seed;
    if (!std::filesystem::exists(path)) std::ofstream(path, std::ios::binary) << content;
  }
}

// The first thing to run: without its seeds a corpus proves nothing.
void replay(const std::string& name, Entry entry, const std::map<std::string, std::string>& seeds) {
  if (std::getenv("CERTAMEN_UPDATE_GOLDENS") != nullptr) write_missing(name, seeds);
  std::set<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(corpus(name))) files.insert(file.path());
  for (const auto& [seed, content] : seeds) {
    INFO(name << "/" << seed << " is missing; CERTAMEN_UPDATE_GOLDENS=1 writes it");
    CHECK(files.contains(corpus(name) / seed));
  }
  for (const std::filesystem::path& file : files) {
    INFO(file.string());
    const std::string content = content_of(file);
    CHECK_NOTHROW(entry(std::as_bytes(std::span(content.data(), content.size()))));
  }
}

}  // namespace

TEST_CASE("kept frames") {
  replay("frame", fuzz_frame, frame_seeds());
}

TEST_CASE("kept messages") {
  replay("codec", fuzz_codec, codec_seeds());
}

TEST_CASE("kept beacons") {
  replay("beacon", fuzz_beacon, beacon_seeds());
}

TEST_CASE("kept study notes") {
  replay("draft", fuzz_draft, draft_seeds());
}

TEST_CASE("kept journals") {
  replay("journal", fuzz_journal, journal_seeds());
}

TEST_CASE("kept lives of a hub") {
  replay("hub", fuzz_hub, hub_seeds());
}

TEST_CASE("kept lives of a room") {
  replay("room", fuzz_room, room_seeds());
}

TEST_CASE("kept topic files") {
  replay("topic", fuzz_topic, topic_seeds());
}

TEST_CASE("kept Moodle files") {
  replay("moodle_xml", fuzz_moodle_xml, moodle_xml_seeds());
}

TEST_CASE("kept tables") {
  replay("csv", fuzz_csv, csv_seeds());
}

TEST_CASE("kept GIFT files") {
  replay("gift", fuzz_gift, gift_seeds());
}

TEST_CASE("kept Aiken files") {
  replay("aiken", fuzz_aiken, aiken_seeds());
}

}  // namespace certamen::fuzz
