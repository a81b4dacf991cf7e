// Walks the source tree and holds it to its rules; and holds the rules to snippets they must flag.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/catch.hpp"
#include "tests/tidy/rules.hpp"

using namespace certamen::tidy;
namespace fs = std::filesystem;

namespace {

std::vector<SourceFile> sources() {
  std::vector<SourceFile> files;
  const fs::path root = CERTAMEN_SOURCE_DIR;
  for (const char* top : {"proto", "server", "client", "content", "tests", "assets"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      const std::string ending = entry.path().extension().string();
      if (ending != ".cpp" && ending != ".hpp") continue;
      std::ifstream stream(entry.path(), std::ios::binary);
      files.push_back({fs::relative(entry.path(), root).generic_string(),
                       {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()}});
    }
  }
  return files;
}

template <class Check>
std::string offences_of(const Check& check) {
  std::string all;
  for (const SourceFile& file : sources()) {
    for (const Offence& offence : check(file)) {
      all += offence.path + ":" + std::to_string(offence.line) + ": " + offence.what + "\n";
    }
  }
  return all;
}

std::size_t flags(const std::vector<Offence>& offences) {
  return offences.size();
}

}  // namespace

TEST_CASE("the tree is there to be read") {
  REQUIRE(sources().size() > 200);
}
TEST_CASE("every include follows the arrows") {
  REQUIRE(offences_of(check_arrows) == "");
}
TEST_CASE("libraries, clocks and threads stay in their folders") {
  REQUIRE(offences_of(check_confinement) == "");
}
TEST_CASE("no banned word is written") {
  REQUIRE(offences_of(check_words) == "");
}
TEST_CASE("files are small and headers begin with what they are") {
  REQUIRE(offences_of(check_shape) == "");
}

TEST_CASE("every top folder has a README") {
  const fs::path root = CERTAMEN_SOURCE_DIR;
  for (const char* top : {"proto", "server", "client", "content", "tests", "assets"}) {
    INFO(top);
    REQUIRE(fs::exists(root / top / "README.md"));
  }
}

TEST_CASE("an include against the arrows is flagged") {
  CHECK(flags(check_arrows({"server/room/x.cpp", "#include \"server/hub/hub.hpp\"\n"})) == 1);
  CHECK(flags(check_arrows({"client/ui/x.cpp", "#include \"client/model/model.hpp\"\n"})) == 1);
  CHECK(flags(check_arrows({"server/attic/x.cpp", "#include \"proto/wire/time.hpp\"\n"})) == 1);
  CHECK(flags(check_arrows({"server/hub/x.cpp", "#include \"server/room/room.hpp\"\n"})) == 0);
}

TEST_CASE("a library outside its folder is flagged") {
  CHECK(flags(check_confinement({"server/room/x.cpp", "#include <boost/asio/post.hpp>\n"})) == 1);
  CHECK(flags(check_confinement({"client/screens/x.cpp", "#include <SFML/Graphics.hpp>\n"})) == 1);
  CHECK(flags(check_confinement({"server/hub/x.cpp", "#include <sqlite3.h>\n"})) == 1);
  CHECK(flags(check_confinement({"server/hub/x.cpp", "#include <mutex>\n"})) == 1);
  CHECK(flags(check_confinement({"client/model/x.cpp", "auto t = std::chrono::steady_clock::now();\n"})) == 1);
  CHECK(flags(check_confinement({"server/exam/x.cpp", "#include <random>\n"})) == 1);
  CHECK(flags(check_confinement({"server/net/x.cpp", "#include <boost/asio/post.hpp>\n"})) == 0);
}

TEST_CASE("a banned word is flagged") {
  CHECK(flags(check_words({"a.cpp",
                           "// TO"
                           "DO later\n"})) == 1);
  CHECK(flags(check_words({"a.cpp",
                           "void* p = NUL"
                           "L;\n"})) == 1);
  CHECK(flags(check_words({"a.cpp", "    default: return 1;\n"})) == 1);
  CHECK(flags(check_words({"a.cpp", "    default: return 1;  // plain integers of a library\n"})) == 0);
  CHECK(flags(check_words({"a.cpp",
                           "std::this_thread::sleep_"
                           "for(1s);\n"})) == 1);
}

TEST_CASE("a file out of shape is flagged") {
  CHECK(flags(check_shape({"a.cpp", std::string(451, '\n')})) == 1);
  CHECK(flags(check_shape({"a.hpp", "// What it is.\n#pragma once\n"})) == 0);
  CHECK(flags(check_shape({"a.hpp", "#pragma once\n"})) == 1);
  CHECK(flags(check_shape({"a.hpp", "// What it is.\n"})) == 1);
}
