#include <string>

#include "content/compile/compile.hpp"
#include "content/yaml/parse.hpp"
#include "content/yaml/parse_table.hpp"
#include "content/yaml/write_topic.hpp"
#include "proto/wire/require.hpp"
#include "tests/fuzz/entries.hpp"

namespace certamen::fuzz {
namespace {

// What the compiler accepts must survive its own way of writing it down.
void require_lasting(const content::Topic& topic) {
  content::Findings findings(topic.path);
  const std::string written = content::write_topic(topic);
  const content::Topic again = content::parse_topic(written, topic.path, findings);
  wire::require(content::count(findings.all(), content::Severity::Error) == 0, "what is written can be read");
  wire::require(again.questions.size() == topic.questions.size(), "a topic is written whole");
  wire::require(content::write_topic(again) == written, "what was read is written the same");
}

}  // namespace

void fuzz_topic(std::span<const std::byte> bytes) {
  const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  // Where the sample files lie, so that their ids fit.
  const std::string path = content::is_table(text) ? "tables/disks.yaml" : "topics/sample.yaml";
  content::Compiled compiled = content::compile({{path, text}});
  for (const content::Finding& finding : compiled.findings) {
    wire::require(!finding.message.empty(), "a finding says what");
  }
  const bool sound = content::count(compiled.findings, content::Severity::Error) == 0;
  if (!sound || content::is_table(text)) return;
  content::Findings findings(path);
  require_lasting(content::parse_topic(text, path, findings));
}

}  // namespace certamen::fuzz
