// certamen-bank as people run it.
#pragma once

#include <string>

namespace certamen::content {

struct Run {
  int code = -1;
  std::string out;
  std::string err;
};

Run run(const std::string& arguments);

[[nodiscard]] bool holds(const std::string& text, const std::string& part);

}  // namespace certamen::content
