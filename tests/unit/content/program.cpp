#include "tests/unit/content/program.hpp"

#include <sys/wait.h>

#include <cstdlib>

#include "tests/support/catch.hpp"
#include "tests/unit/content/sample.hpp"

namespace certamen::content {

Run run(const std::string& arguments) {
  const TemporaryFile place;
  const std::string out = place.path() + ".out";
  const std::string err = place.path() + ".err";
  const std::string command =
      std::string(CERTAMEN_BINARY_DIR) + "/bin/certamen-bank " + arguments + " >" + out + " 2>" + err + " </dev/null";
  const int status = std::system(command.c_str());
  REQUIRE(WIFEXITED(status));
  return Run{WEXITSTATUS(status), read_file(out), read_file(err)};
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace certamen::content
