// A real certamen-client whose person is a script, in a process and on a display of its own.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "tests/support/server_process.hpp"
#include "tests/window/display.hpp"

namespace certamen::test {

class PlayerProcess {
 public:
  // With a profile of its own, so every run is a first run.
  explicit PlayerProcess(std::vector<std::string> arguments, const std::string& size = "1280x720");
  ~PlayerProcess();  // SIGKILL if it still runs
  PlayerProcess(const PlayerProcess&) = delete;
  PlayerProcess& operator=(const PlayerProcess&) = delete;

  // The code of the room it hosts, once it is open; empty when the program ended before.
  [[nodiscard]] std::string code() const;
  // To its end: 0 when its person saw the match and its review to the end.
  [[nodiscard]] Outcome wait();
  // What the program remembers for its next start, as it stands in its file.
  [[nodiscard]] std::string profile() const;

 private:
  Display display_;
  ScratchFolder scratch_;
  pid_t process_ = -1;
};

}  // namespace certamen::test
