#include "tests/window/display.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

namespace certamen::test {

Display::Display(const std::string& size) {
  int told[2];
  if (::pipe(told) != 0) throw std::runtime_error("no pipe");
  process_ = ::fork();
  if (process_ == 0) {
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::close(told[0]);
    const std::string descriptor = std::to_string(told[1]);
    const std::string screen = size + "x24";
    ::execlp("Xvfb", "Xvfb", "-displayfd", descriptor.c_str(), "-screen", "0", screen.c_str(), "-nolisten", "tcp",
             "-noreset", static_cast<char*>(nullptr));
    ::_exit(127);
  }
  ::close(told[1]);
  std::string number;
  char letter = 0;
  while (::read(told[0], &letter, 1) == 1 && letter != '\n') number.push_back(letter);
  ::close(told[0]);
  if (number.empty()) throw std::runtime_error("Xvfb did not start");
  name_ = ":" + number;
}

Display::~Display() {
  ::kill(process_, SIGTERM);
  ::waitpid(process_, nullptr, 0);
}

}  // namespace certamen::test
