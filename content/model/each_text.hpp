// Visits every bilingual text of a topic, in the order of the file's parts.
#pragma once

#include <functional>

#include "content/model/topic.hpp"

namespace certamen::content {

void each_text(const Topic& topic, const std::function<void(const Text&)>& visit);
void change_each_text(Topic& topic, const std::function<void(Text&)>& change);

}  // namespace certamen::content
