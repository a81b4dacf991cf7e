#include "tests/unit/content/program.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>

#include "tests/support/catch.hpp"

namespace certamen::content {

Run run(const std::string& arguments, const std::string& environment) {
  const TemporaryFile place;
  const std::string out = place.path() + ".out";
  const std::string err = place.path() + ".err";
  const std::string command =
      environment + " " + CERTAMEN_BINARY_DIR + "/bin/certamen-bank " + arguments + " >" + out + " 2>" + err + " </dev/null";
  const int status = std::system(command.c_str());
  REQUIRE(WIFEXITED(status));
  return Run{WEXITSTATUS(status), read_file(out), read_file(err)};
}

Topics::Topics(const std::string& sample) : folder_(place_.path() + ".topics") {
  std::filesystem::create_directory(folder_);
  write_file(folder_ + "/sample.yaml", sample);
  write_file(folder_ + "/alpha.yaml", plain_topic("alpha", 3, 1));
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace certamen::content
