// One question of a topic file, of any of the seven kinds.
#pragma once

#include <optional>

#include "content/yaml/yaml_fields.hpp"

namespace certamen::content {

[[nodiscard]] Question parse_question(const Field& field, Findings& findings);
[[nodiscard]] std::optional<wire::ExamDomain> read_domain(const Field& field, Findings& findings);

}  // namespace certamen::content
