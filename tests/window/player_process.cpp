#include "tests/window/player_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace certamen::test {
namespace {

constexpr int look_again_ms = 20;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

PlayerProcess::PlayerProcess(std::vector<std::string> arguments, const std::string& size) : display_(size) {
  arguments.insert(arguments.begin(), std::string(CERTAMEN_BINARY_DIR) + "/bin/certamen-client");
  arguments.insert(arguments.end(), {"--size", size, "--from-start", "--haste"});
  process_ = ::fork();
  if (process_ != 0) return;
  ::setenv("DISPLAY", display_.name().c_str(), 1);
  ::setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
  ::setenv("CERTAMEN_PROFILE", scratch_.file("profile").c_str(), 1);
  ::dup2(::open(scratch_.file("out").c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
  ::dup2(::open(scratch_.file("errors").c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
  if (arguments[1] == "--host") arguments.insert(arguments.end(), {"--code-file", scratch_.file("code")});
  std::vector<char*> words;
  for (std::string& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  ::execv(words.front(), words.data());
  ::_exit(127);
}

PlayerProcess::~PlayerProcess() {
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

std::string PlayerProcess::code() const {
  for (;;) {
    std::string code = read_file(scratch_.file("code"));
    if (!code.empty()) return code.substr(0, code.find('\n'));
    siginfo_t ended{};
    ::waitid(P_PID, static_cast<id_t>(process_), &ended, WEXITED | WNOHANG | WNOWAIT);
    if (ended.si_pid != 0) return {};
    ::poll(nullptr, 0, look_again_ms);
  }
}

Outcome PlayerProcess::wait() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(scratch_.file("out")), read_file(scratch_.file("errors"))};
}

std::string PlayerProcess::profile() const {
  return read_file(scratch_.file("profile"));
}

}  // namespace certamen::test
