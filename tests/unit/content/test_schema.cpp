// The editors' schema says the same as the compiler.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "content/model/limits.hpp"
#include "content/model/names.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/content/sample_table.hpp"

using namespace certamen::content;
using nlohmann::json;

namespace {

json schema_of(const std::string& format) {
  return json::parse(read_file(CERTAMEN_SOURCE_DIR "/content/schema/" + format + ".schema.json"));
}

json editors_schema() {
  return schema_of("topic");
}

// The branch of a question's `allOf` for one kind.
json branch_of(const json& schema, std::string_view kind) {
  for (const json& branch : schema.at("definitions").at("question").at("allOf")) {
    if (branch.at("if").at("properties").at("kind").at("const") == kind) return branch.at("then");
  }
  return {};
}

}  // namespace

TEST_CASE("the editors' schema has the compiler's text limits") {
  const json schema = editors_schema();
  const std::vector<std::pair<std::string, TextRule>> rules{
      {"title", title_rule},   {"prompt", prompt_rule},           {"option", option_rule},
      {"reason", reason_rule}, {"explanation", explanation_rule}, {"unit", unit_rule},
  };
  for (const auto& [name, rule] : rules) {
    const json& text = schema.at("definitions").at(name).at("oneOf");
    CHECK(text.at(0).at("properties").at("en").at("maxLength") == rule.characters_max);
    CHECK(text.at(0).at("properties").at("es").at("maxLength") == rule.characters_max);
    CHECK(text.at(1).at("maxLength") == rule.characters_max);
  }
  const json& note = schema.at("definitions").at("note").at("properties");
  CHECK(note.at("es").at("maxLength") == note_rule.characters_max);
  CHECK(note.at("as_of").at("properties").at("es").at("maxLength") == as_of_rule.characters_max);
  CHECK(schema.at("definitions").at("id").at("maxLength") == id_characters_max);
}

TEST_CASE("the editors' schema has the compiler's counts and numbers") {
  const json schema = editors_schema();
  const std::vector<std::tuple<std::string, std::string, CountRule>> rules{
      {"single", "options", single_options_rule}, {"multiple", "options", multiple_options_rule},
      {"ordering", "items", items_rule},          {"matching", "pairs", pairs_rule},
      {"short_text", "accept", spellings_rule},   {"numeric", "mistakes", mistakes_rule},
      {"short_text", "mistakes", mistakes_rule},
  };
  for (const auto& [kind, key, rule] : rules) {
    const json list = branch_of(schema, kind).at("properties").at(key);
    CHECK(list.at("minItems") == rule.min);
    CHECK(list.at("maxItems") == rule.max);
  }
  const json& question = schema.at("definitions").at("question").at("properties");
  CHECK(question.at("notes").at("maxItems") == citations_rule.max);
  CHECK(question.at("difficulty").at("maximum") == difficulty_max);
  CHECK(question.at("seconds").at("minimum") == seconds_min);
  CHECK(question.at("seconds").at("maximum") == seconds_max);
  CHECK(schema.at("properties").at("notes").at("maxItems") == notes_rule.max);
  CHECK(schema.at("properties").at("questions").at("maxItems") == questions_rule.max);
}

TEST_CASE("the editors' schema has the compiler's kinds and domains") {
  const json schema = editors_schema();
  json kinds = json::array();
  for (const KindName& each : kind_names) {
    kinds.push_back(each.name);
    CHECK_FALSE(branch_of(schema, each.name).is_null());
  }
  CHECK(schema.at("definitions").at("question").at("properties").at("kind").at("enum") == kinds);
  json domains = json::array();
  for (const DomainName& each : domain_names) domains.push_back(each.name);
  CHECK(schema.at("definitions").at("domain").at("enum") == domains);
}

TEST_CASE("the editors' schema of tables has the compiler's limits, counts and keys") {
  const json schema = schema_of("table");
  const json& definitions = schema.at("definitions");
  const std::vector<std::pair<std::string, TextRule>> rules{
      {"title", title_rule},
      {"unit", unit_rule},
      {"label", label_rule},
      {"state", sentence_rule},
      {"sentence", sentence_rule},
      {"name", name_rule},
      {"value", value_rule},
      {"phrase", phrase_rule},
      {"ask_plain", pattern_rule},
      {"ask_row_blank", pattern_rule},
      {"ask_value_blank", pattern_rule},
  };
  for (const auto& [name, rule] : rules) {
    const json& text = definitions.at(name).at("oneOf");
    CHECK(text.at(0).at("properties").at("en").at("maxLength") == rule.characters_max);
    CHECK(text.at(0).at("properties").at("es").at("maxLength") == rule.characters_max);
    CHECK(text.at(1).at("maxLength") == rule.characters_max);
  }
  CHECK(definitions.at("quantity").at("properties").at("es").at("maxLength") == value_rule.characters_max);
  CHECK(definitions.at("id").at("maxLength") == id_characters_max);
  for (const auto& [key, rule] : {std::pair{"columns", columns_rule}, std::pair{"rows", rows_rule}}) {
    CHECK(schema.at("properties").at(key).at("minItems") == rule.min);
    CHECK(schema.at("properties").at(key).at("maxItems") == rule.max);
  }
  CHECK(definitions.at("column").at("properties").at("difficulty").at("maximum") == difficulty_max);
  // A key that the compiler does not know is reported with those that it does.
  const std::string table = replaced(sample_table(), "    difficulty: 3\n", "    difficulty: 3\n    zzzzzzzzzzzz: 1\n");
  const std::string finding = table_findings_of(table).front();
  for (const auto& [key, value] : definitions.at("column").at("properties").items()) {
    CHECK(finding.find(key) != std::string::npos);
  }
  CHECK(std::count(finding.begin(), finding.end(), ',') + 1 ==
        static_cast<std::ptrdiff_t>(definitions.at("column").at("properties").size()));
}
