// The measurements as a page with charts, whole in one file.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace certamen::bench {

[[nodiscard]] std::string page_of(const nlohmann::json& all);

}  // namespace certamen::bench
