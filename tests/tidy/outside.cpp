#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "tests/tidy/rules.hpp"

namespace certamen::tidy {
namespace {

using Folders = std::vector<std::string>;

// Folders that decide: no clock, no thread, no file, nothing whose order or sequence another library would give otherwise.
const Folders pure = {"proto/wire", "server/exam",   "server/room",  "server/lobby", "server/journal",
                      "server/hub", "server/report", "client/model", "client/ui",    "client/screens"};

// A pattern in a line of code, and the only folders that may have it. Tests may, unless the rule says otherwise.
struct Confined {
  std::regex pattern;
  std::string what;
  Folders folders;
  std::string mend;
};

const std::vector<Confined>& confined() {
  static const Folders threads = {"server/net", "server/app", "server/store",    "client/net",
                                  "client/app", "client/bot", "client/rehearsal"};
  static const std::vector<Confined> rules = {
      {std::regex("#include <boost/"), "Asio", {"server/net", "client/net"}, "keep it behind the header of a net folder"},
      {std::regex("#include <(openssl/ssl|sys/socket|netinet/|arpa/|netdb)"),
       "a socket",
       {"server/net", "client/net", "proto/tls"},
       "keep it behind the header of a net folder"},
      {std::regex("#include <avahi-"), "Avahi", {"server/net"}, "keep it behind the header of a net folder"},
      {std::regex("#include <SFML/"), "SFML", {"client/render"}, "draw a scene and let client/render show it"},
      {std::regex("#include <sqlite3\\.h>"),
       "SQLite",
       {"server/bank", "server/store", "content/compile"},
       "ask the bank or the store, by a letter where threads differ"},
      {std::regex("#include [\"<].*\\.pb\\.h[\">]"),
       "protobuf's generated code",
       {"proto/wire", "server/journal"},
       "speak the plain structs of proto/wire/messages.hpp"},
      {std::regex("#include <google/protobuf/"), "protobuf", {"proto/wire", "server/journal"}, "speak the plain structs"},
      {std::regex(
           "#include <(thread|mutex|shared_mutex|atomic|condition_variable|future|stop_token|semaphore|latch|barrier)>"),
       "threads", threads, "own the data in one thread and post values"},
      {std::regex("\\b(steady_clock|system_clock|high_resolution_clock)\\b"),
       "a clock",
       {"server/net", "server/app", "client/net", "client/app", "client/bot"},
       "take the instant as an argument"},
      {std::regex("#include <yaml-cpp/"),
       "YAML",
       {"content/yaml", "assets/strings", "assets/themes"},
       "let a compiler read it at build time"},
  };
  return rules;
}

// A pattern that the pure folders may not have.
struct Impure {
  std::regex pattern;
  std::string what;
  std::string mend;
};

const std::vector<Impure>& impurities() {
  static const std::vector<Impure> rules = {
      {std::regex("#include <random>|\\brandom_device\\b"), "a library's random numbers",
       "use exam::Random, or take entropy as an argument"},
      {std::regex("\\b(std::)?s?rand\\s*\\("), "rand", "use exam::Random"},
      {std::regex("\\bunordered_(multi)?(map|set)\\b"), "a container whose order differs between libraries",
       "use std::map, std::set or a sorted vector"},
      {std::regex("#include <(fstream|filesystem|iostream|ctime|unistd\\.h|fcntl\\.h)>"), "files or the system",
       "return a value and let an outer folder write it"},
      {std::regex("\\b(std::)?time\\s*\\(\\s*(NULL|nullptr|0)?\\s*\\)"), "the wall clock",
       "take the instant as an argument"},
      {std::regex(
           "[\\w.>]*(_digest_?|\\.digest|>digest)\\s*(==|!=)|(==|!=)\\s*[\\w.>-]*(_digest|\\.digest|>digest)\\b(?!\\()"),
       "digests of tickets compared only as far as their first difference", "use room::same_digest"},
  };
  return rules;
}

// Tests that touch real sockets, threads or time on purpose.
const Folders timed_tests = {"tests/loopback",        "tests/bench",           "tests/support",
                             "tests/unit/client/net", "tests/unit/client/app", "tests/unit/server/net"};

bool lies_in_any(const std::string& path, const Folders& folders) {
  return std::any_of(folders.begin(), folders.end(), [&path](const std::string& folder) { return lies_in(path, folder); });
}

std::string listed(const Folders& folders) {
  std::string text;
  for (const std::string& folder : folders) text += (text.empty() ? "" : ", ") + folder;
  return text;
}

Findings check_tests(const Source& source) {
  static const std::regex clock("\\b(steady_clock|system_clock|high_resolution_clock)\\b");
  Findings findings;
  if (lies_in_any(source.path, timed_tests)) return findings;
  for (std::size_t i = 0; i < source.code.size(); ++i) {
    if (!std::regex_search(source.code[i], clock)) continue;
    findings.push_back(
        {source.path, i + 1, "a test reads a clock", "make up the instants; only " + listed(timed_tests) + " wait"});
  }
  return findings;
}

}  // namespace

Findings check_outside(const Source& source) {
  if (!is_cpp(source)) return {};
  if (lies_in(source.path, "tests")) return check_tests(source);
  const bool is_pure = lies_in_any(folder_of(source.path), pure) && !lies_in(source.path, "client/ui/tools");
  Findings findings;
  for (std::size_t i = 0; i < source.code.size(); ++i) {
    for (const Confined& rule : confined()) {
      if (lies_in_any(source.path, rule.folders) || !std::regex_search(source.code[i], rule.pattern)) continue;
      findings.push_back({source.path, i + 1, rule.what + " outside " + listed(rule.folders), rule.mend});
    }
    for (const Impure& rule : impurities()) {
      if (!is_pure || !std::regex_search(source.code[i], rule.pattern)) continue;
      findings.push_back({source.path, i + 1, rule.what + " in a pure folder", rule.mend});
    }
  }
  return findings;
}

}  // namespace certamen::tidy
