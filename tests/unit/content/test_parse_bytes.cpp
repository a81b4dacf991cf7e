// Whatever bytes come, the compiler answers with findings.
#include "server/exam/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

using namespace certamen::content;

TEST_CASE("a topic cut off inside a line is refused") {
  const std::string& whole = sample();
  for (std::size_t length = 1; length < whole.size(); length += 3) {
    const std::string cut = whole.substr(0, length);
    const auto findings = findings_of(cut);
    // Between two lines the topic may be whole, with a question less.
    const bool between_lines = whole[length] == '\n' || cut[cut.find_last_not_of(' ')] == '\n';
    INFO(cut.substr(cut.rfind('\n') + 1));
    if (!between_lines) CHECK_FALSE(findings.empty());
  }
}

TEST_CASE("a topic with random damage is reported or read, never a crash") {
  certamen::exam::Random random(7);
  for (int round = 0; round < 400; ++round) {
    std::string text = sample();
    for (std::uint64_t hits = random.below(8) + 1; hits > 0; --hits) {
      text[random.below(text.size())] = static_cast<char>(random.below(256));
    }
    const Compiled compiled = compile({SourceFile{"topics/sample.yaml", text}});
    REQUIRE(compiled.topics.size() == 1);
    for (const Finding& finding : compiled.findings) {
      REQUIRE_FALSE(finding.message.empty());
      REQUIRE(finding.place.line >= 1);
    }
  }
}

TEST_CASE("deep nesting, aliases and odd keys are findings") {
  CHECK_FALSE(findings_of(std::string(20'000, '[')).empty());
  CHECK_FALSE(findings_of("topic: &a [*a]\n").empty());
  CHECK_FALSE(findings_of("? [a, b]\n: c\n").empty());
  CHECK_FALSE(findings_of("topic: *nowhere\n").empty());
  CHECK_FALSE(findings_of(std::string("topic: a\0b\n", 11)).empty());
}
