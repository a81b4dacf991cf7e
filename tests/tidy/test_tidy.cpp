#include <functional>
#include <iostream>

#include "tests/support/catch.hpp"
#include "tests/tidy/rules.hpp"

namespace certamen::tidy {
namespace {

const Tree& tree() {
  static const Tree read = read_tree(CERTAMEN_SOURCE_DIR);
  return read;
}

void check(const std::function<Findings(const Source&)>& rule) {
  Findings findings;
  for (const Source& source : tree().sources) {
    for (Finding& finding : rule(source)) findings.push_back(std::move(finding));
  }
  INFO(sentences(findings));
  CHECK(findings.empty());
}

}  // namespace

TEST_CASE("the tree is read") {
  CHECK(tree().sources.size() > 100);
  CHECK(tree().folders.size() > 20);
}

TEST_CASE("folders include only along the arrows") {
  check(check_arrows);
}

TEST_CASE("libraries, clocks and threads stay where they belong") {
  check(check_outside);
}

TEST_CASE("no word that has a better one") {
  check(check_words);
}

TEST_CASE("files have the size of one idea, headers say what they are") {
  check(check_shape);
}

TEST_CASE("every folder has a README or is named in the one above it") {
  const Findings findings = check_readmes(tree());
  INFO(sentences(findings));
  CHECK(findings.empty());
}

TEST_CASE("every number of the acceptance list has a test of its name") {
  const Findings findings = check_acceptance(tree().sources);
  INFO(sentences(findings));
  CHECK(findings.empty());
}

TEST_CASE("every name of a namespace is one type") {
  const Findings findings = check_types(tree().sources);
  INFO(sentences(findings));
  CHECK(findings.empty());
}

// For whoever reads the log: where a next split would help most.
TEST_CASE("long functions are listed") {
  Findings longest;
  for (const Source& source : tree().sources) {
    if (!is_cpp(source)) continue;
    for (Finding& finding : long_functions(source)) longest.push_back(std::move(finding));
  }
  std::cout << sentences(longest);
  CHECK(longest.size() < 100);
}

}  // namespace certamen::tidy
