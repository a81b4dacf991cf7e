// The measurements as lines of text: a table for each run, and what was promised.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace certamen::bench {

[[nodiscard]] std::string text_of(const nlohmann::json& all);

}  // namespace certamen::bench
