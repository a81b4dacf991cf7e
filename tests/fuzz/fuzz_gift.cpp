#include <string>

#include "content/compile/compile.hpp"
#include "content/exchange/exchange.hpp"
#include "content/yaml/write_topic.hpp"
#include "proto/wire/require.hpp"
#include "tests/fuzz/entries.hpp"

namespace certamen::fuzz {
namespace {

void check_topics(const content::Import& import) {
  std::size_t read = 0;
  std::vector<content::SourceFile> files;
  for (const content::Topic& topic : import.topics) {
    read += topic.questions.size();
    files.push_back({topic.id.text + ".yaml", content::write_topic(topic)});
  }
  wire::require(read <= import.question_count, "no more questions than the file has");
  wire::require(read == import.question_count || !import.remarks.empty(), "no question is lost silently");
  if (files.size() > wire::topics_max) return;
  for (const content::Finding& finding : content::compile(files).findings) {
    wire::require(finding.severity == content::Severity::Warning, "what was imported lints without errors");
  }
}

}  // namespace

// The first byte says which of the two plain text formats the rest is.
void fuzz_gift(std::span<const std::byte> bytes) {
  if (bytes.empty()) return;
  const std::string text(reinterpret_cast<const char*>(bytes.data()) + 1, bytes.size() - 1);
  const content::ImportWish wish{"quiz", "Quiz", wire::Language::English, wire::ExamDomain::General};
  const auto import = bytes.front() == std::byte{'a'} ? content::import_aiken(text, wish) : content::import_gift(text, wish);
  if (!import) {
    wire::require(!import.error().what.empty(), "a fault says what");
    return;
  }
  check_topics(*import);
  const content::Export out = content::export_gift(import->topics, wire::Language::English);
  const auto again = content::import_gift(out.bytes, wish);
  wire::require(again.has_value() || out.bytes.empty(), "what is exported can be imported");
  if (again) check_topics(*again);
}

}  // namespace certamen::fuzz
