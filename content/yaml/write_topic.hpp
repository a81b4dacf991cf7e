// From a Topic to the text of its topic file, the reverse of parse.hpp.
//
// Pure. parse_topic() of the text gives the topic again, places aside. What a topic of origin Imported or Draft lacks is
// written as a comment that tells the author what to add ("# missing: es, reason").
#pragma once

#include <string>

#include "content/model/topic.hpp"

namespace certamen::content {

[[nodiscard]] std::string write_topic(const Topic& topic);

}  // namespace certamen::content
