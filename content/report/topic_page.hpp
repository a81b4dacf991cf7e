// The page of one topic in a proof: its notes, then its questions, English and Spanish side by side.
//
// Pure.
#pragma once

#include <string>

#include "content/model/topic.hpp"

namespace certamen::content {

[[nodiscard]] std::string topic_page(const Topic& topic, const std::string& navigation);

}  // namespace certamen::content
