#include <map>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "tests/tidy/rules.hpp"

namespace certamen::tidy {
namespace {

struct Definition {
  std::string path;
  std::size_t line = 0;
};

// The namespaces that a file has open, outermost first; an unnamed one keeps its types to the file.
class Namespaces {
 public:
  void follow(const std::string& line) {
    static const std::regex begin("^namespace ([\\w:]*) ?\\{$");
    static const std::regex end("^\\}  // namespace");  // as the format writes it
    std::smatch found;
    if (std::regex_search(line, found, begin)) {
      open_.push_back(found[1]);
    } else if (std::regex_search(line, end) && !open_.empty()) {
      open_.pop_back();
    }
  }
  // Nothing inside an unnamed one.
  [[nodiscard]] std::optional<std::string> name() const {
    std::string name;
    for (const std::string& each : open_) {
      if (each.empty()) return std::nullopt;
      name += each + "::";
    }
    return name;
  }

 private:
  std::vector<std::string> open_;
};

}  // namespace

// The compiler sees one file at a time, and the linker takes either of two: what is laid out for the one is then handled by
// the functions of the other.
Findings check_types(const std::vector<Source>& sources) {
  static const std::regex definition("^(?:struct|class) (\\w+)(?: final)?(?: : [^;]*)? \\{");
  std::map<std::string, Definition> first;
  Findings findings;
  for (const Source& source : sources) {
    if (!is_cpp(source)) continue;
    Namespaces open;
    for (std::size_t i = 0; i < source.code.size(); ++i) {
      open.follow(source.text[i]);
      std::smatch found;
      const auto place = open.name();
      if (!place || !std::regex_search(source.code[i], found, definition)) continue;
      const auto [known, fresh] = first.try_emplace(*place + found[1].str(), Definition{source.path, i + 1});
      if (fresh) continue;
      findings.push_back({source.path, i + 1, known->first + " is also in " + known->second.path,
                          "two types of one name in one program are one to the linker: rename, or keep it to the file"});
    }
  }
  return findings;
}

}  // namespace certamen::tidy
