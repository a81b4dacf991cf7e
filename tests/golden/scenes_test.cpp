// Every screen in both languages as text, against what was reviewed and checked in.
//
// CERTAMEN_UPDATE_GOLDENS=1 writes the files instead; look at the change before committing it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <vector>

#include "client/screens/screens.hpp"
#include "client/ui/dump.hpp"
#include "tests/golden/samples.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;

namespace {

constexpr ui::Size window{1920, 1080};

std::filesystem::path folder_of(wire::Language language) {
  const std::filesystem::path scenes = std::filesystem::path{CERTAMEN_SOURCE_DIR} / "tests/golden/scenes";
  return scenes / (language == wire::Language::Spanish ? "es" : "en");
}

bool updating() {
  const char* value = std::getenv("CERTAMEN_UPDATE_GOLDENS");
  return value != nullptr && std::string{value} == "1";
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file{path};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Lines that only one side has, in order: "-" was expected, "+" is there now.
std::string difference(const std::string& expected, const std::string& actual) {
  const std::vector<std::string> before = lines_of(expected);
  const std::vector<std::string> after = lines_of(actual);
  std::vector<std::vector<std::size_t>> common(before.size() + 1, std::vector<std::size_t>(after.size() + 1, 0));
  for (std::size_t i = before.size(); i-- > 0;) {
    for (std::size_t j = after.size(); j-- > 0;) {
      common[i][j] = before[i] == after[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::string text;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < before.size() || j < after.size()) {
    if (i < before.size() && j < after.size() && before[i] == after[j]) {
      ++i;
      ++j;
    } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
      text += "- " + before[i++] + "\n";
    } else {
      text += "+ " + after[j++] + "\n";
    }
  }
  return text;
}

void compare(wire::Language language) {
  const std::filesystem::path folder = folder_of(language);
  std::set<std::string> names;
  for (const golden::Sample& sample : golden::samples(language, golden::Wording::Typical)) {
    const std::string file = sample.name + ".txt";
    names.insert(file);
    const std::string text = ui::to_text(screens::view(sample.model, sample.state, sample.now, window));
    if (updating()) {
      std::filesystem::create_directories(folder);
      std::ofstream{folder / file} << text;
      continue;
    }
    INFO(folder / file);
    CHECK(difference(read(folder / file), text) == "");
  }
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    INFO("a golden without a sample");
    CHECK(names.contains(entry.path().filename().string()));
  }
}

}  // namespace

TEST_CASE("every screen in English is as reviewed") {
  compare(wire::Language::English);
}

TEST_CASE("every screen in Spanish is as reviewed") {
  compare(wire::Language::Spanish);
}

TEST_CASE("the difference of two texts names the lines that changed") {
  CHECK(difference("a\nb\nc\n", "a\nb\nc\n") == "");
  CHECK(difference("a\nb\nc\n", "a\nx\nc\n") == "- b\n+ x\n");
  CHECK(difference("", "a\n") == "+ a\n");
}
