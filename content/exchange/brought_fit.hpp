// Whether a question from elsewhere fits the limits and rules of topics; a part of brought.hpp.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "content/model/topic.hpp"

namespace certamen::content {

// Changes what can be changed (long reasons are cut, surplus wrong options go) and remarks it; says why where the question
// cannot be kept.
[[nodiscard]] std::optional<std::string> fit_question(Question& question, const Languages& languages,
                                                      const std::function<void(std::string)>& remark);

}  // namespace certamen::content
