// certamen-bank as people run it: a command line in, an exit code and what was printed out.
#pragma once

#include <string>

#include "tests/unit/content/sample.hpp"

namespace certamen::content {

struct Run {
  int code = -1;
  std::string out;
  std::string err;
};

// Runs the program with these arguments, as a shell reads them. `environment` stands before it: "CERTAMEN_BANK=x".
Run run(const std::string& arguments, const std::string& environment = "");

// A folder of topics, sample and alpha, removed with it.
class Topics {
 public:
  explicit Topics(const std::string& sample);
  [[nodiscard]] const std::string& folder() const { return folder_; }

 private:
  TemporaryFile place_;
  std::string folder_;
};

bool holds(const std::string& text, const std::string& part);

}  // namespace certamen::content
