#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/tidy/rules.hpp"

// A rule that finds nothing may be a rule that sees nothing: each is shown what it must flag, and what it must not.
namespace certamen::tidy {
namespace {

using Rule = Findings (*)(const Source&);

struct Snippet {
  const char* path;
  const char* content;
};

void check_flagged(Rule rule, const std::vector<Snippet>& snippets) {
  for (const Snippet& snippet : snippets) {
    INFO(snippet.path << ": " << snippet.content);
    const Findings findings = rule(source_from(snippet.path, snippet.content));
    CHECK(findings.size() == 1);
    if (!findings.empty()) CHECK_FALSE(findings[0].mend.empty());
  }
}

void check_passed(Rule rule, const std::vector<Snippet>& snippets) {
  for (const Snippet& snippet : snippets) {
    INFO(snippet.path << ": " << snippet.content);
    const Findings findings = rule(source_from(snippet.path, snippet.content));
    INFO(sentences(findings));
    CHECK(findings.empty());
  }
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("comments and literals are blanked, column for column") {
  const std::string text =
      "int a = 1'000'000;  // NULL\n"
      "auto s = \"NULL \\\" NULL\"; char c = '\"'; /* NULL\n"
      "NULL */ auto r = R\"x(NULL)\" NULL)x\"; f(NULL);\n"
      "#include \"server/room/room.hpp\"\n"
      "char q = '\\''; int n = NULL;\n";
  const Source source = source_from("server/room/a.cpp", text);
  REQUIRE(source.code.size() == source.text.size());
  for (std::size_t i = 0; i < source.code.size(); ++i) CHECK(source.code[i].size() == source.text[i].size());
  CHECK(source.code[0] == "int a = 1'000'000;         ");
  CHECK(joined(source.code).find("NULL") == joined(source.code).find("NULL);"));
  CHECK(source.code[3] == source.text[3]);
  CHECK(source.code[4].ends_with("int n = NULL;"));
}

TEST_CASE("a finding says where, what and how to mend it") {
  CHECK(sentence({"a/b.cpp", 7, "this", "do that"}) == "a/b.cpp:7: this; do that");
  const Findings findings = check_words(source_from("server/room/a.cpp", "int a;\nint* p = NULL;\n"));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].line == 2);
  CHECK(findings[0].mend == "nullptr");
}

TEST_CASE("an include against the arrows is flagged") {
  check_flagged(check_arrows, {{"server/exam/a.cpp", "#include \"server/room/room.hpp\"\n"},
                               {"server/room/a.cpp", "#include \"server/lobby/name.hpp\"\n"},
                               {"server/lobby/a.cpp", "#include \"server/room/room.hpp\"\n"},
                               {"server/room/a.hpp", "#include \"server/hub/hub.hpp\"\n"},
                               {"server/hub/a.cpp", "#include \"server/net/server.hpp\"\n"},
                               {"server/hub/a.cpp", "#include \"server/bank/bank.hpp\"\n"},
                               {"server/journal/a.cpp", "#include \"server/hub/letter.hpp\"\n"},
                               {"server/store/a.cpp", "#include \"server/room/room.hpp\"\n"},
                               {"client/ui/a.cpp", "#include \"client/model/model.hpp\"\n"},
                               {"client/render/a.cpp", "#include \"proto/wire/types.hpp\"\n"},
                               {"client/model/a.cpp", "#include \"client/net/connection.hpp\"\n"},
                               {"client/render/a.cpp", "#include \"client/screens/board.hpp\"\n"},
                               {"client/model/a.cpp", "#include \"server/exam/question.hpp\"\n"},
                               {"server/net/a.cpp", "#include \"client/net/connection.hpp\"\n"},
                               {"proto/wire/a.cpp", "#include \"server/exam/question.hpp\"\n"},
                               {"content/compile/a.cpp", "#include \"server/hub/hub.hpp\"\n"},
                               {"server/app/a.cpp", "#include \"tests/support/catch.hpp\"\n"},
                               {"server/room/a.cpp", "#include \"room.hpp\"\n"},
                               {"server/room/a.cpp", "#include \"../exam/score.hpp\"\n"},
                               {"server/newcomer/a.cpp", "int a;\n"}});
}

TEST_CASE("an include along the arrows passes") {
  check_passed(check_arrows,
               {{"server/room/a.cpp", "#include \"server/room/room.hpp\"\n#include \"proto/wire/types.hpp\"\n"},
                {"server/journal/a.cpp", "#include \"proto/wire/codec_parts.hpp\"\n#include \"journal.pb.h\"\n"},
                {"server/hub/a.cpp", "#include \"server/exam/question.hpp\"\n"},
                {"server/app/a.cpp", "#include \"server/room/room.hpp\"\n#include \"server/store/store.hpp\"\n"},
                {"client/app/a.cpp", "#include \"client/render/window.hpp\"\n#include \"client/bot/player.hpp\"\n"},
                {"client/render/a.cpp", "#include \"proto/wire/result.hpp\"\n"},
                {"tests/sim/a.cpp", "#include \"client/model/model.hpp\"\n#include \"server/hub/hub.hpp\"\n"},
                {"server/room/a.cpp", "// #include \"server/hub/hub.hpp\"\n"}});
}

TEST_CASE("libraries, threads and clocks outside their folders are flagged") {
  check_flagged(check_outside, {{"server/hub/a.cpp", "#include <boost/asio/io_context.hpp>\n"},
                                {"server/app/a.cpp", "#include <boost/asio/post.hpp>\n"},
                                {"client/model/a.cpp", "#include <sys/socket.h>\n"},
                                {"client/app/a.cpp", "#include <SFML/Graphics/RenderWindow.hpp>\n"},
                                {"client/ui/a.hpp", "#include <SFML/System/Vector2.hpp>\n"},
                                {"server/hub/a.cpp", "#include <sqlite3.h>\n"},
                                {"server/app/a.cpp", "#include <sqlite3.h>\n"},
                                {"client/model/a.cpp", "#include \"certamen/v1/client.pb.h\"\n"},
                                {"server/hub/a.cpp", "#include \"journal.pb.h\"\n"},
                                {"server/hub/a.cpp", "#include <google/protobuf/message.h>\n"},
                                {"server/room/a.cpp", "#include <mutex>\n"},
                                {"client/screens/a.cpp", "#include <thread>\n"},
                                {"client/model/a.hpp", "#include <atomic>\n"},
                                {"client/render/a.cpp", "#include <condition_variable>\n"},
                                {"server/room/a.cpp", "auto now = std::chrono::steady_clock::now();\n"},
                                {"client/model/a.cpp", "using Clock = std::chrono::system_clock;\n"},
                                {"server/store/a.cpp", "std::chrono::system_clock::now();\n"},
                                {"tests/sim/a.cpp", "auto now = std::chrono::steady_clock::now();\n"},
                                {"tests/unit/server/a.cpp", "auto now = std::chrono::system_clock::now();\n"},
                                {"server/bank/a.cpp", "#include <yaml-cpp/yaml.h>\n"}});
}

TEST_CASE("what is not the same everywhere is flagged in pure folders") {
  check_flagged(check_outside, {{"server/exam/a.cpp", "#include <random>\n"},
                                {"server/lobby/a.cpp", "std::random_device device;\n"},
                                {"client/ui/a.cpp", "int a = rand();\n"},
                                {"server/room/a.cpp", "int a = std::rand ();\n"},
                                {"server/room/a.cpp", "srand(1);\n"},
                                {"server/hub/a.hpp", "std::unordered_map<int, int> rooms_;\n"},
                                {"client/model/a.hpp", "std::unordered_set<int> seats;\n"},
                                {"client/screens/a.cpp", "#include <fstream>\n"},
                                {"server/hub/a.cpp", "#include <iostream>\n"},
                                {"server/room/a.cpp", "auto now = time(nullptr);\n"},
                                {"server/report/a.cpp", "#include <fstream>\n"},
                                {"server/room/a.cpp", "if (member.digest == resumed.seat_digest) return;\n"},
                                {"server/hub/a.cpp", "return host_digest_ != other;\n"},
                                {"server/room/a.cpp", "return given == member->digest;\n"}});
}

TEST_CASE("libraries, threads and clocks in their folders pass") {
  check_passed(check_outside,
               {{"server/net/a.cpp", "#include <boost/asio/io_context.hpp>\n#include <thread>\n"},
                {"client/net/a.cpp", "#include <boost/asio/post.hpp>\nauto t = std::chrono::steady_clock::now();\n"},
                {"client/render/a.cpp", "#include <SFML/Graphics/RenderWindow.hpp>\n"},
                {"server/store/a.cpp", "#include <sqlite3.h>\n#include <mutex>\n"},
                {"content/compile/a.cpp", "#include <sqlite3.h>\n"},
                {"proto/wire/a.cpp", "#include \"certamen/v1/client.pb.h\"\n"},
                {"server/app/a.cpp", "#include <random>\nstd::random_device device;\n"},
                {"server/room/a.cpp", "return same_digest(member.digest, resumed.seat_digest);\n"},
                {"server/hub/a.cpp", "return left.digest() == right.digest();\n"},
                {"server/room/a.cpp", "// not the steady_clock\nint operand(int); auto x = operand(1); reading_time(0);\n"},
                {"tests/loopback/a.cpp", "#include <boost/asio/post.hpp>\nauto t = std::chrono::steady_clock::now();\n"},
                {"tests/unit/proto/a.cpp", "#include \"certamen/v1/client.pb.h\"\n"}});
}

TEST_CASE("words that have a better one are flagged") {
  check_flagged(check_words, {{"server/room/a.cpp",
                               "// TO"
                               "DO later\n"},
                              {"proto/certamen/v1/a.proto",
                               "// FIX"
                               "ME\n"},
                              {"cmake/a.cmake",
                               "# XX"
                               "X\n"},
                              {"client/ui/a.hpp",
                               "const char* text = \"HA"
                               "CK\";\n"},
                              {"tests/sim/a.cpp", "std::this_thread::sleep_for(1s);\n"},
                              {"tests/loopback/a.cpp", "usleep(10);\n"},
                              {"tests/loopback/a.cpp", "sleep(1);\n"},
                              {"server/room/a.cpp", "int* p = NULL;\n"},
                              {"server/room/a.cpp", "using namespace std;\n"},
                              {"server/app/a.cpp", "std::cout << std::endl;\n"},
                              {"server/app/a.cpp", "assert(a == b);\n"},
                              {"server/app/a.cpp", "#include <cassert>\n"},
                              {"tests/sim/a.cpp", "CHECK(true);\n"},
                              {"tests/sim/a.cpp",
                               "SUC"
                               "CEED();\n"},
                              {"server/room/a.cpp", "switch (a) {\n  default: return 1;\n}\n"},
                              {"tests/sim/a.cpp", "switch (a) {\n  default :\n    break;\n}\n"}});
}

TEST_CASE("words that only look like those pass") {
  check_passed(check_words,
               {{"server/room/a.cpp", "int mastodon = 0; // todo el mundo\n"},
                {"server/room/a.cpp", "// NULL, std::endl and using namespace std; are gone\n"},
                {"server/room/a.cpp", "using namespace std::chrono_literals;\n"},
                {"server/room/a.cpp", "static_assert(true);\n"},
                {"server/room/a.cpp", "default: return true;  // a plain integer of ICU, not an enum of ours\n"},
                {"server/room/a.hpp", "bool operator==(const A&) const = default;\nA() = default;\n"},
                {"server/net/a.cpp", "std::this_thread::sleep_for(1s);\n"},
                {"tests/bench/load/a.cpp", "std::this_thread::sleep_for(1s);\n"},
                {"content/schema/a.sql", "id INTEGER NOT NULL,\n"},
                {"tests/sim/a.cpp", "CHECK(true_false());\nfall_asleep(1);\n"}});
}

TEST_CASE("files that are too long and headers that say nothing are flagged") {
  std::string lines;
  for (int i = 0; i < 450; ++i) lines += "int a;\n";
  check_passed(check_shape, {{"server/room/a.cpp", lines.c_str()}});
  lines += "int a;\n";
  check_flagged(check_shape, {{"server/room/a.cpp", lines.c_str()},
                              {"server/room/a.hpp", "#pragma once\n// Too late.\n"},
                              {"server/room/a.hpp", "// A thing.\nint a;\n"},
                              {"server/room/a.hpp", "// A thing.\n// #pragma once\n"}});
  check_passed(check_shape, {{"server/room/a.hpp", "// A thing.\n#pragma once\n"},
                             {"server/room/a.cpp", "int a;\n"},
                             {"content/topics/a.yaml", lines.c_str()}});
}

TEST_CASE("folders that no README names are flagged") {
  Tree tree;
  tree.folders = {"server", "server/room", "server/net",           "server/net/tls/deep",
                  "client", "tests/fuzz",  "tests/fuzz/corpus/hub"};
  tree.readmes = {source_from("README.md", "server client room"), source_from("server/README.md", "`room/` and net-work\n"),
                  source_from("tests/fuzz/README.md", "`corpus/<name>/`\n")};
  std::vector<std::string> flagged;
  for (const Finding& finding : check_readmes(tree)) flagged.push_back(finding.path);
  CHECK(flagged == std::vector<std::string>{"server/net", "server/net/tls/deep", "client"});
}

TEST_CASE("long functions are seen, long tables and classes are not") {
  const auto body = [](int count) {
    std::string lines;
    for (int i = 0; i < count; ++i) lines += "  if (a) { b(); }\n";
    return lines;
  };
  const auto found = [](const std::string& text) {
    const Findings findings = long_functions(source_from("server/room/a.cpp", text));
    return findings.empty() ? std::string() : sentence(findings.front());
  };
  CHECK(found("namespace a {\n\nvoid Room::step(int a,\n    int b) const {\n" + body(49) + "}\n}\n") ==
        "server/room/a.cpp:4: step has 51 lines; best under 50");
  CHECK(found("void step() {\n" + body(48) + "}\n").empty());
  CHECK(found("Room::Room(int a) : a_(a), b_{1} {\n" + body(49) + "}\n").find("51 lines") != std::string::npos);
  CHECK(found("const std::vector<int> table = {\n" + std::string(200, '\n') + "};\n").empty());
  CHECK(found("class Room {\n" + std::string(200, '\n') + "};\n").empty());
  CHECK(found("// void step() {\n" + std::string(200, '\n') + "// }\n").empty());
}

TEST_CASE("two types of one name are flagged, also a long way apart") {
  const auto findings = [](const std::vector<Snippet>& snippets) {
    std::vector<Source> sources;
    for (const Snippet& snippet : snippets) sources.push_back(source_from(snippet.path, snippet.content));
    return sentences(check_types(sources));
  };
  const std::string row =
      "namespace certamen::content {\n\nstruct Row {\n  int a;\n};\n\n}  // namespace certamen::content\n";
  const std::string other = "namespace certamen::bank {\nclass Row : public Base {\n};\n}  // namespace certamen::bank\n";
  const std::string own =
      "namespace certamen::content {\nnamespace {\n\nstruct Row {\n};\n\n}  // namespace\n\nstruct Row;\n\n}\n";
  const std::string after = "namespace certamen::content {\nnamespace {\n}  // namespace\n\nclass Row {\n};\n\n}\n";
  CHECK(
      findings({{"content/a.hpp", row.c_str()}, {"content/b.hpp", other.c_str()}, {"content/c.cpp", own.c_str()}}).empty());
  CHECK(findings({{"content/a.hpp", row.c_str()}, {"content/b.cpp", after.c_str()}})
            .find("content/b.cpp:5: certamen::content::Row is also in content/a.hpp") == 0);
}

TEST_CASE("numbers of the acceptance list without a test are named") {
  std::string all;
  for (int number = 1; number <= 20; ++number) all += "TEST_CASE(\"acceptance " + std::to_string(number) + ": words\") {}\n";
  const Source most = source_from("tests/sim/a.cpp", all);
  const Source last = source_from("tests/unit/b.cpp", "TEST_CASE(\n    \"acceptance 21: words\") {}\n");
  const Source talk = source_from("tests/unit/c.cpp", "// acceptance 21: words\n");
  CHECK(check_acceptance({most, last}).empty());
  REQUIRE(check_acceptance({most, talk}).size() == 1);
  CHECK(check_acceptance({most, talk})[0].what.find("number 21 ") != std::string::npos);
  CHECK(check_acceptance({}).size() == 21);
}

}  // namespace certamen::tidy
