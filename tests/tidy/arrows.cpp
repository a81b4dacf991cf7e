#include <map>
#include <optional>
#include <set>
#include <string>

#include "tests/tidy/rules.hpp"

namespace certamen::tidy {
namespace {

using Arrows = std::map<std::string, std::set<std::string>>;

// ARCHITECTURE.md, "Who may include whom", as data: a folder may include itself, the folders named here, and what those
// may include. Tests may include anything; nobody includes tests.
const Arrows& arrows() {
  static const Arrows table = {
      {"proto/wire", {}},
      {"proto/tls", {"proto/wire"}},
      {"server/exam", {"proto/wire"}},
      {"server/room", {"server/exam"}},
      {"server/lobby", {"proto/wire"}},
      {"server/journal", {"server/room"}},
      {"server/hub", {"server/journal", "server/lobby"}},
      {"server/bank", {"server/exam"}},
      {"server/store", {"proto/wire"}},
      {"server/report", {"server/journal"}},
      {"server/net", {"server/hub", "proto/tls"}},
      {"server/status", {"server/hub"}},
      {"server/app", {"server/net", "server/bank", "server/store", "server/status", "server/report"}},
      {"client/model", {"proto/wire"}},
      {"client/ui", {"assets"}},
      {"client/ui/tools", {"client/ui"}},
      {"client/screens", {"client/model", "client/ui", "assets"}},
      {"client/render", {"client/ui"}},
      {"client/sound", {"client/model"}},
      {"client/net", {"proto/wire", "proto/tls"}},
      {"client/bot", {"client/model", "client/net"}},
      {"client/rehearsal", {"client/bot"}},
      {"client/app", {"client/screens", "client/render", "client/sound", "client/rehearsal"}},
      // Compiler and server fold texts alike.
      {"content/model", {"server/exam"}},
      {"content/yaml", {"content/model"}},
      // Time to read and order of options are the server's to decide: the rules ask it.
      {"content/check", {"content/model", "server/bank"}},
      {"content/generate", {"content/model"}},
      // Reads a bank back through the door by which the server opens it.
      {"content/compile", {"content/check", "content/generate", "content/yaml", "server/bank"}},
      {"content/report", {"content/compile"}},
      {"content/exchange", {"content/yaml"}},
      {"content/draft", {"content/model"}},
      // The program checks a bank with the eyes of the server that will read it.
      {"content/app", {"content/draft", "content/exchange", "content/report"}},
      {"assets/strings", {}},
      {"assets/themes", {}},
  };
  return table;
}

// How every interface of ours reports what went wrong; these know nothing of the wire they lie beside.
const std::set<std::string> free_headers = {"proto/wire/result.hpp", "proto/wire/require.hpp"};

// Everything that `folder` may include, by any number of arrows.
std::set<std::string> reachable(const std::string& folder) {
  std::set<std::string> reached = {folder};
  std::set<std::string> open = {folder};
  while (!open.empty()) {
    const std::string next = *open.begin();
    open.erase(open.begin());
    const auto found = arrows().find(next);
    if (found == arrows().end()) continue;
    for (const std::string& target : found->second) {
      if (reached.insert(target).second) open.insert(target);
    }
  }
  return reached;
}

std::string listed(const std::set<std::string>& folders) {
  std::string text;
  for (const std::string& folder : folders) text += (text.empty() ? "" : ", ") + folder;
  return text;
}

// The path of an include with quotes; nothing for any other line.
std::optional<std::string> included(const std::string& line) {
  if (!line.starts_with("#include \"")) return std::nullopt;
  const std::size_t begin = line.find('"') + 1;
  return line.substr(begin, line.find('"', begin) - begin);
}

bool is_generated_schema(const std::string& path) {
  return path.ends_with(".pb.h");  // the rule for these is in outside.cpp
}

}  // namespace

Findings check_arrows(const Source& source) {
  if (!is_cpp(source) || lies_in(source.path, "tests")) return {};
  const std::string folder = folder_of(source.path);
  if (!arrows().contains(folder)) {
    return {
        {source.path, 0, "the folder has no arrows", "add it to the table in tests/tidy/arrows.cpp and to ARCHITECTURE.md"}};
  }
  const std::set<std::string> allowed = reachable(folder);
  Findings findings;
  for (std::size_t i = 0; i < source.code.size(); ++i) {
    const auto path = included(source.code[i]);
    if (!path || is_generated_schema(*path) || free_headers.contains(*path) || allowed.contains(folder_of(*path))) continue;
    const std::string what = folder + " includes " + *path + ", against the arrows";
    const std::string mend =
        path->find('/') == std::string::npos ? "include from the root of the tree" : "it may include " + listed(allowed);
    findings.push_back({source.path, i + 1, what, mend});
  }
  return findings;
}

}  // namespace certamen::tidy
