#include "content/compile/compile.hpp"
#include "content/draft/draft.hpp"
#include "content/yaml/write_topic.hpp"
#include "proto/wire/require.hpp"
#include "tests/fuzz/entries.hpp"

namespace certamen::fuzz {

void fuzz_draft(std::span<const std::byte> bytes) {
  const std::string_view notes(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const auto draft = content::draft_notes(notes, content::DraftWish{});
  if (!draft) {
    wire::require(!draft.error().what.empty(), "a fault says what");
    return;
  }
  std::vector<content::SourceFile> files;
  for (const content::Topic& topic : draft->topics) files.push_back({topic.path, content::write_topic(topic)});
  const content::Compiled compiled = content::compile(std::move(files), content::Drafts::Included);
  wire::require(content::count(compiled.findings, content::Severity::Error) == 0, "a draft compiles");
}

}  // namespace certamen::fuzz
