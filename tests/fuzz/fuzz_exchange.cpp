#include <algorithm>
#include <string>
#include <vector>

#include "content/check/check.hpp"
#include "content/exchange/exchange.hpp"
#include "content/yaml/parse.hpp"
#include "content/yaml/write_topic.hpp"
#include "proto/wire/require.hpp"
#include "tests/fuzz/choices.hpp"
#include "tests/fuzz/entries.hpp"

namespace certamen::fuzz {
namespace {

using Importer = wire::Result<content::Import> (*)(std::string_view bytes, const content::ImportWish& wish);

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// What may be written into content/topics: nobody has to mend it before it builds.
void require_sound(const content::Topic& topic) {
  const std::string path = topic.id.text + ".yaml";
  content::Findings findings(path);
  const content::Topic read = content::parse_topic(content::write_topic(topic), path, findings);
  content::check_topic(read, findings);
  wire::require(content::count(findings.all(), content::Severity::Error) == 0, "what is imported passes the rules");
  wire::require(read.questions.size() == topic.questions.size(), "what is imported is written whole");
}

content::Import imported(Importer importer, std::string_view bytes, wire::Language language) {
  const content::ImportWish wish{"found", "", language, wire::ExamDomain::General};
  const wire::Result<content::Import> import = importer(bytes, wish);
  if (!import) return {};
  std::size_t kept = 0;
  for (const content::Topic& topic : import->topics) {
    require_sound(topic);
    kept += topic.questions.size();
  }
  wire::require(kept <= import->question_count, "questions come from the file");
  wire::require(kept == import->question_count || !import->remarks.empty(), "nothing is left out without a word");
  return *import;
}

// What was imported goes out and comes in again as it is.
void require_same(const content::Import& first, const content::Import& second) {
  wire::require(first.topics.size() == second.topics.size(), "every topic comes back");
  for (std::size_t i = 0; i < first.topics.size(); ++i) {
    wire::require(content::write_topic(first.topics[i]) == content::write_topic(second.topics[i]), "topics come back equal");
  }
}

// Each as the only one of a file.
std::vector<std::string> questions_of(const content::Import& import) {
  std::vector<std::string> files;
  for (const content::Topic& topic : import.topics) {
    for (const content::Question& question : topic.questions) {
      content::Topic alone;
      alone.questions.push_back(question);
      files.push_back(content::write_topic(alone));
    }
  }
  return files;
}

}  // namespace

void fuzz_moodle_xml(std::span<const std::byte> bytes) {
  const auto language = wire::Language::English;
  const content::Import first = imported(content::import_moodle_xml, text_of(bytes), language);
  if (first.topics.empty()) return;
  const std::string file = content::export_moodle_xml(first.topics, language).bytes;
  require_same(first, imported(content::import_moodle_xml, file, language));
}

void fuzz_csv(std::span<const std::byte> bytes) {
  Choices choices(bytes);
  const auto language = choices.below(2) == 0 ? wire::Language::English : wire::Language::Spanish;
  const content::Import first = imported(content::import_csv, text_of(choices.rest()), language);
  if (first.topics.empty()) return;
  require_same(first, imported(content::import_csv, content::export_csv(first.topics).bytes, language));
}

// The ids of topics are the importer's, so questions are compared without them.
void fuzz_gift(std::span<const std::byte> bytes) {
  const auto language = wire::Language::English;
  const content::Import first = imported(content::import_gift, text_of(bytes), language);
  const content::Export file = content::export_gift(first.topics, language);
  const auto is_loss = [](const content::Remark& remark) { return remark.what.starts_with("the question "); };
  if (first.topics.empty() || std::any_of(file.remarks.begin(), file.remarks.end(), is_loss)) return;
  const content::Import second = imported(content::import_gift, file.bytes, language);
  wire::require(questions_of(first) == questions_of(second), "questions come back equal");
}

void fuzz_aiken(std::span<const std::byte> bytes) {
  static_cast<void>(imported(content::import_aiken, text_of(bytes), wire::Language::English));
}

}  // namespace certamen::fuzz
