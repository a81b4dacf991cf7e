// A comparison table that joins the sample topic, with every kind of question, and what it draws.
#pragma once

#include <string>
#include <vector>

#include "tests/unit/content/sample.hpp"

namespace certamen::content {

// The text of tables/disks.yaml: five rows, a quantity and a text.
const std::string& sample_table();

// The table compiled with the sample topic.
Compiled compiled_with(const std::string& table);
// The same; fails the test when there is a finding.
std::vector<Question> drawn_from(const std::string& table);

// What the compiler says of the table beside the sample topic, one line a finding, without the path.
std::vector<std::string> table_findings_of(const std::string& table);

// Fails the test when there is none of this id.
const Question& question_of(const std::vector<Question>& questions, const std::string& id);

std::vector<std::string> ids_of(const std::vector<Question>& questions);

// "text [reason]", a star before the key.
std::vector<std::string> options_of(const Question& question);

}  // namespace certamen::content
