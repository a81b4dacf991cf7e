#include <regex>
#include <string>
#include <vector>

#include "tests/tidy/rules.hpp"

namespace certamen::tidy {
namespace {

enum class Where { Anywhere, Code };  // comments and literals included, or not
enum class Files { All, Cpp, TestsOnly };

struct Word {
  std::regex pattern;
  std::string what;
  std::string mend;
  Where where = Where::Code;
  Files files = Files::Cpp;
};

// Spelled in parts, so that this file does not hold what it forbids.
const std::vector<Word>& words() {
  static const std::vector<Word> rules = {
      {std::regex("\\b(TO"
                  "DO|FIX"
                  "ME|XX"
                  "X|HA"
                  "CK)\\b"),
       "something left for later", "finish it, or write an issue", Where::Anywhere, Files::All},
      {std::regex("\\b(sleep_for|sleep_until|usleep|nanosleep)\\b|\\bsleep\\s*\\("), "a sleep in a test",
       "wait for what should happen, or move a virtual clock", Where::Code, Files::TestsOnly},
      {std::regex("\\bNULL\\b"), "NULL", "nullptr"},
      {std::regex("\\busing\\s+namespace\\s+std\\s*;"), "using namespace std", "name what is used"},
      {std::regex("\\bstd::endl\\b"), "std::endl", "'\\n'; flush where it matters"},
      {std::regex("(^|[^_\\w])assert\\s*\\("), "assert, which a release leaves out", "wire::require"},
      {std::regex("#include <(assert\\.h|cassert)>"), "assert, which a release leaves out", "wire::require"},
      {std::regex("\\bSUC"
                  "CEED\\s*\\(|\\b(REQUIRE|CHECK)\\s*\\(\\s*true\\s*\\)"),
       "an assertion that cannot fail", "assert what the test is about", Where::Code, Files::TestsOnly},
  };
  return rules;
}

bool concerns(const Word& word, const Source& source) {
  switch (word.files) {
    case Files::All: return true;
    case Files::Cpp: return is_cpp(source);
    // What measures time may let it pass; it passes no verdict.
    case Files::TestsOnly:
      return is_cpp(source) && lies_in(source.path, "tests") && !lies_in(source.path, "tests/bench");
  }
  return false;
}

// A `default:` swallows the case that is added next year. Where the switched value is no enum of ours, the line says so.
void check_default(const Source& source, Findings& findings) {
  static const std::regex pattern("\\bdefault\\s*:");
  for (std::size_t i = 0; i < source.code.size(); ++i) {
    if (!std::regex_search(source.code[i], pattern) || source.text[i].find("//") != std::string::npos) continue;
    findings.push_back({source.path, i + 1, "default: in a switch",
                        "name every case; if there are too many, say why in a comment on the line"});
  }
}

}  // namespace

Findings check_words(const Source& source) {
  Findings findings;
  for (const Word& word : words()) {
    if (!concerns(word, source)) continue;
    const std::vector<std::string>& lines = word.where == Where::Anywhere ? source.text : source.code;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (std::regex_search(lines[i], word.pattern)) findings.push_back({source.path, i + 1, word.what, word.mend});
    }
  }
  if (is_cpp(source)) check_default(source, findings);
  return findings;
}

}  // namespace certamen::tidy
