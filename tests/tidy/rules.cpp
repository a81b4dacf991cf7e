#include "tests/tidy/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace certamen::tidy {
namespace {

constexpr std::size_t lines_max = 450;

bool starts_with_any(const std::string& text, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&text](const std::string& beginning) { return text.rfind(beginning, 0) == 0; });
}

// The folder a file belongs to: "server/room" of "server/room/room.cpp".
std::string folder_of(const std::string& path) {
  const std::size_t first = path.find('/');
  const std::size_t second = first == std::string::npos ? std::string::npos : path.find('/', first + 1);
  return second == std::string::npos ? path.substr(0, first) : path.substr(0, second);
}

template <class Look>
void each_line(const SourceFile& file, const Look& look) {
  std::istringstream lines(file.text);
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) look(line, number);
}

// Each folder with those it may include, itself aside. Tests may include anything.
const std::map<std::string, std::set<std::string>>& arrows() {
  static const std::map<std::string, std::set<std::string>> table = {
      {"proto/wire", {}},
      {"server/exam", {"proto/wire"}},
      {"server/room", {"proto/wire", "server/exam"}},
      {"server/lobby", {"proto/wire"}},
      {"server/journal", {"proto/wire", "server/exam", "server/room"}},
      {"server/hub", {"proto/wire", "server/exam", "server/room", "server/lobby", "server/journal"}},
      {"server/bank", {"proto/wire", "server/exam"}},
      {"server/store", {"proto/wire"}},
      {"server/net", {"proto/wire", "server/exam", "server/room", "server/lobby", "server/hub"}},
      {"server/app",
       {"proto/wire", "server/exam", "server/room", "server/lobby", "server/journal", "server/hub", "server/bank",
        "server/store", "server/net"}},
      {"client/model", {"proto/wire"}},
      {"client/ui", {}},
      {"client/screens", {"proto/wire", "client/model", "client/ui", "assets/strings"}},
      {"client/render", {"proto/wire", "client/ui"}},
      {"client/net", {"proto/wire", "client/model"}},
      {"client/bot", {"proto/wire", "client/model", "client/net"}},
      {"client/app",
       {"proto/wire", "client/model", "client/ui", "client/screens", "client/render", "client/net", "client/bot"}},
      {"content/compile", {"proto/wire", "server/exam", "server/bank"}},
      {"assets/strings", {}},
  };
  return table;
}

struct Confinement {
  std::regex pattern;
  std::vector<std::string> allowed;  // path beginnings
  std::string mend;
};

const std::vector<Confinement>& confinements() {
  static const std::vector<Confinement> rules = {
      {std::regex(R"(#include <boost/(asio|beast))"),
       {"server/net/", "client/net/", "tests/"},
       "Asio lives in the net folders"},
      {std::regex(R"(#include <SFML/)"), {"client/render/"}, "SFML lives in client/render"},
      {std::regex(R"(#include <sqlite3\.h>)"),
       {"server/bank/", "server/store/", "content/compile/", "tests/"},
       "SQLite lives in server/bank, server/store and content/compile"},
      {std::regex(R"(#include "[^"]*\.pb\.h")"),
       {"proto/wire/", "server/journal/", "tests/"},
       "protobuf stops at the codec"},
      {std::regex(R"(#include <(thread|mutex|condition_variable|shared_mutex)>)"),
       {"server/net/", "server/app/", "client/net/", "client/app/", "tests/"},
       "threads live in net and app; elsewhere values travel"},
      {std::regex(R"((steady_clock|system_clock|high_resolution_clock)::now)"),
       {"server/net/", "client/net/", "client/app/", "client/bot/", "tests/loopback/", "tests/support/", "tests/bench/",
        "tests/unit/client/net/"},
       "time arrives as an argument (wire::Instant)"},
      {std::regex(R"(#include <random>|\bs?rand\()"),
       {"server/app/", "client/app/"},
       "use exam::Random, the same everywhere"},
      {std::regex(R"(std::unordered_(map|set))"), {"client/render/"}, "use std::map: its order is the same everywhere"},
  };
  return rules;
}

struct Word {
  std::regex pattern;
  std::string mend;
};

const std::vector<Word>& words() {
  // Built from halves where the word itself would be found here.
  static const std::vector<Word> rules = {
      {std::regex("\\b(TO"
                  "DO|FIX"
                  "ME|XX"
                  "X|HA"
                  "CK)\\b"),
       "finish it, or say it in CHANGELOG.md"},
      {std::regex("[=(,] *NUL"
                  "L\\b"),
       "write nullptr"},
      {std::regex("using namespace std"
                  ";"),
       "name what you use"},
      {std::regex("std::end"
                  "l\\b"),
       "write '\\n'"},
      {std::regex("sleep_"
                  "(for|until)|\\busle"
                  "ep\\("),
       "wait for what you wait for"},
      {std::regex("catch \\("
                  "\\.\\.\\.\\)"),
       "catch what the library throws, at its border"},
  };
  return rules;
}

}  // namespace

std::vector<Offence> check_arrows(const SourceFile& file) {
  std::vector<Offence> offences;
  const std::string folder = folder_of(file.path);
  if (folder.rfind("tests", 0) == 0) return offences;
  const auto known = arrows().find(folder);
  static const std::regex include(R"re(^\s*#include "([^"]+)")re");
  each_line(file, [&](const std::string& line, std::size_t number) {
    std::smatch match;
    if (!std::regex_search(line, match, include)) return;
    const std::string target = folder_of(match[1].str());
    if (target == folder || target.find('/') == std::string::npos) return;  // its own, or generated
    if (target == "certamen/v1") return;                                    // the schema; see check_confinement
    if (known == arrows().end()) {
      offences.push_back(
          {file.path, number, "folder " + folder + " has no arrows; add it to the table here and in ARCHITECTURE.md"});
    } else if (!known->second.contains(target)) {
      offences.push_back(
          {file.path, number, folder + " may not include " + target + "; turn the dependency round or move the piece"});
    }
  });
  return offences;
}

std::vector<Offence> check_confinement(const SourceFile& file) {
  std::vector<Offence> offences;
  if (file.path.rfind("tests/tidy/", 0) == 0) return offences;  // which quotes what it forbids
  each_line(file, [&](const std::string& line, std::size_t number) {
    for (const Confinement& rule : confinements()) {
      if (std::regex_search(line, rule.pattern) && !starts_with_any(file.path, rule.allowed)) {
        offences.push_back({file.path, number, rule.mend});
      }
    }
  });
  return offences;
}

std::vector<Offence> check_words(const SourceFile& file) {
  std::vector<Offence> offences;
  static const std::regex bare_default(R"(^\s*default:(?!.*//))");
  each_line(file, [&](const std::string& line, std::size_t number) {
    for (const Word& word : words()) {
      if (std::regex_search(line, word.pattern)) offences.push_back({file.path, number, word.mend});
    }
    if (std::regex_search(line, bare_default)) {
      offences.push_back(
          {file.path, number, "name every case of an enum; a switch over foreign integers says so in a comment"});
    }
  });
  return offences;
}

std::vector<Offence> check_shape(const SourceFile& file) {
  std::vector<Offence> offences;
  const auto lines = static_cast<std::size_t>(std::count(file.text.begin(), file.text.end(), '\n'));
  if (lines > lines_max) {
    offences.push_back({file.path, 0, fmt::format("{} lines, at most {}; split it by purpose", lines, lines_max)});
  }
  if (file.path.size() < 4 || file.path.substr(file.path.size() - 4) != ".hpp") return offences;
  if (file.text.find("#pragma once") == std::string::npos) offences.push_back({file.path, 0, "add #pragma once"});
  if (file.text.rfind("//", 0) != 0) offences.push_back({file.path, 1, "begin with a comment that says what the thing is"});
  return offences;
}

}  // namespace certamen::tidy
