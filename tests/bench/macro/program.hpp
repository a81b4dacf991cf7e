// A program of ours in a process of its own, spoken to by lines.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace certamen::bench {

class Program {
 public:
  // Starts `name`, which lies beside this program. Throws when it cannot.
  Program(const std::string& name, const std::vector<std::string>& arguments);
  ~Program();  // SIGKILL if it still runs
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  [[nodiscard]] pid_t process() const;
  // The next line of its standard output; throws when there is none any more.
  [[nodiscard]] std::string line();
  // Says one line and returns the answer.
  [[nodiscard]] nlohmann::json ask(const nlohmann::json& order);
  void kill();

 private:
  struct Parts;
  std::string name_;
  std::unique_ptr<Parts> parts_;
};

}  // namespace certamen::bench
