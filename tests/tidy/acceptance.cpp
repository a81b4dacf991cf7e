// The acceptance list of the game has a test for every number.
#include <regex>
#include <string>
#include <vector>

#include "tests/tidy/rules.hpp"

namespace certamen::tidy {
namespace {

constexpr int acceptance_count = 21;

// The numbers N of the test cases named "acceptance N: ...", wherever a formatter broke the line.
void count_cases(const Source& source, std::vector<int>& cases) {
  static const std::regex named("TEST_CASE\\(\\s*\"acceptance ([0-9]+): ");
  std::string text;
  for (const std::string& line : source.text) text += line + "\n";
  for (auto found = std::sregex_iterator(text.begin(), text.end(), named); found != std::sregex_iterator(); ++found) {
    const std::size_t number = std::stoul((*found)[1].str());
    if (number < cases.size()) ++cases[number];
  }
}

}  // namespace

Findings check_acceptance(const std::vector<Source>& sources) {
  std::vector<int> cases(acceptance_count + 1);
  for (const Source& source : sources) {
    if (is_cpp(source) && lies_in(source.path, "tests") && !lies_in(source.path, "tests/tidy")) count_cases(source, cases);
  }
  Findings findings;
  for (std::size_t number = 1; number < cases.size(); ++number) {
    if (cases[number] > 0) continue;
    findings.push_back({"tests", 0, "no test is named for number " + std::to_string(number) + " of the acceptance list",
                        "name one \"acceptance " + std::to_string(number) + ": ...\", and server/README.md says which"});
  }
  return findings;
}

}  // namespace certamen::tidy
