#include "client/app/private_server.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace certamen::client_app {

namespace {

constexpr std::string_view greeting = "listening on ";
constexpr int exit_not_run = 127;

[[noreturn]] void become_server(const char* const* arguments, pid_t parent, int output) {
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (::getppid() != parent) ::_exit(exit_not_run);  // the parent died before the line above
  ::dup2(output, STDOUT_FILENO);
  ::execvp(arguments[0], const_cast<char* const*>(arguments));  // execvp does not write to them
  ::_exit(exit_not_run);
}

// The address in the first line that tells one; empty when the output ends before.
std::string read_address(int output) {
  std::string text;
  std::array<char, 256> buffer{};
  for (;;) {
    const ssize_t count = ::read(output, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return {};
    text.append(buffer.data(), static_cast<std::size_t>(count));
    const auto at = text.find(greeting);
    const auto end = at == std::string::npos ? at : text.find('\n', at);
    if (end != std::string::npos) return text.substr(at + greeting.size(), end - at - greeting.size());
  }
}

void wait_for_end(pid_t child) {
  while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace

wire::Result<PrivateServer> PrivateServer::start(const std::string& program, const std::string& bank,
                                                 const std::filesystem::path& data) {
  std::error_code error;
  if (data.has_parent_path()) std::filesystem::create_directories(data.parent_path(), error);
  if (error) return wire::fault("cannot make " + data.parent_path().string() + ": " + error.message());

  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
    return wire::fault(std::string{"no pipe: "} + std::system_category().message(errno));
  const std::string data_path = data.string();
  const std::array<const char*, 12> arguments{program.c_str(), "--bank",      bank.c_str(), "--data", data_path.c_str(),
                                              "--listen",      "127.0.0.1:0", "--threads",  "1",      "--log-level",
                                              "warn",          nullptr};
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child < 0) {
    const auto fault = wire::fault(std::string{"no process for the server: "} + std::system_category().message(errno));
    ::close(pipe[0]);
    ::close(pipe[1]);
    return fault;
  }
  if (child == 0) become_server(arguments.data(), parent, pipe[1]);
  ::close(pipe[1]);

  std::string address = read_address(pipe[0]);
  if (address.empty()) {
    ::close(pipe[0]);
    wait_for_end(child);
    return wire::fault("the server " + program + " did not start");
  }
  return PrivateServer{child, pipe[0], std::move(address)};
}

PrivateServer::PrivateServer(pid_t child, int output, std::string address)
    : child_(child), output_(output), address_(std::move(address)) {}

PrivateServer::PrivateServer(PrivateServer&& other) noexcept
    : child_(std::exchange(other.child_, -1)),
      output_(std::exchange(other.output_, -1)),
      address_(std::move(other.address_)) {}

PrivateServer& PrivateServer::operator=(PrivateServer&& other) noexcept {
  std::swap(child_, other.child_);
  std::swap(output_, other.output_);
  std::swap(address_, other.address_);
  return *this;
}

PrivateServer::~PrivateServer() {
  if (child_ > 0) {
    ::kill(child_, SIGTERM);
    wait_for_end(child_);
  }
  if (output_ >= 0) ::close(output_);
}

}  // namespace certamen::client_app
