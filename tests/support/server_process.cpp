#include "tests/support/server_process.hpp"

#include <fcntl.h>
#include <linux/capability.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace certamen::test {
namespace {

const std::string programs = std::string(CERTAMEN_BINARY_DIR) + "/bin/";

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

[[noreturn]] void become(const std::vector<std::string>& arguments) {
  std::vector<char*> words;
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  ::execv(words.front(), words.data());
  ::_exit(127);
}

std::string next_line(int descriptor) {
  std::string line;
  char letter = 0;
  while (::read(descriptor, &letter, 1) == 1 && letter != '\n') line.push_back(letter);
  return line;
}

// Of "listening on HOST:PORT"; 0 when there is none.
std::uint16_t port_of(const std::string& line) {
  const std::size_t colon = line.rfind(':');
  return colon == std::string::npos ? std::uint16_t{0} : static_cast<std::uint16_t>(std::stoi(line.substr(colon + 1)));
}

int exit_code_of(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

ScratchFolder::ScratchFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "certamen-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no scratch folder");
  path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

ServerProcess::ServerProcess(const Options& options) {
  std::vector<std::string> arguments = {
      programs + "certamen-server", "--bank", options.bank_path, "--data", options.data_path, "--listen", options.listen};
  arguments.insert(arguments.end(), options.more.begin(), options.more.end());
  if (std::find(arguments.begin(), arguments.end(), "--log-level") == arguments.end()) {
    arguments.insert(arguments.end(), {"--log-level", "warn"});
  }
  if (options.status) arguments.insert(arguments.end(), {"--status-listen", "127.0.0.1:0"});
  int out[2];
  if (::pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const std::string error_path = scratch_.file("stderr");
  process_ = ::fork();
  if (process_ == 0) {
    ::dup2(out[1], STDOUT_FILENO);
    const int errors = ::open(error_path.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(errors, STDERR_FILENO);
    if (options.file_bytes_max != 0) {
      const rlimit limit{options.file_bytes_max, RLIM_INFINITY};
      ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    // For anybody but root they do anyhow, and the call fails.
    if (options.mode_bits_bind) ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
    for (const std::string& setting : options.environment) ::putenv(const_cast<char*>(setting.c_str()));
    become(arguments);
  }
  ::close(out[1]);
  if (options.await_listening) {
    port_ = port_of(next_line(out[0]));
    if (port_ != 0 && std::find(options.more.begin(), options.more.end(), "--tls") != options.more.end()) {
      const std::string announced = "certificate SHA-256 ";
      if (const std::string line = next_line(out[0]); line.starts_with(announced)) {
        fingerprint_ = line.substr(announced.size());
      }
    }
    if (port_ != 0 && options.status) status_port_ = port_of(next_line(out[0]));
  }
  ::close(out[0]);
}

ServerProcess::~ServerProcess() {
  kill();
}

void ServerProcess::kill() {
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  static_cast<void>(wait());
}

void ServerProcess::ask_to_stop() {
  ::kill(process_, SIGTERM);
}

int ServerProcess::terminate() {
  ask_to_stop();
  return wait();
}

int ServerProcess::wait() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return exit_code_of(status);
}

std::string ServerProcess::errors() const {
  return read_file(scratch_.file("stderr"));
}

void ServerProcess::lift_file_limit() {
  const rlimit none{RLIM_INFINITY, RLIM_INFINITY};
  ::prlimit(process_, RLIMIT_FSIZE, &none, nullptr);
}

namespace {

Outcome run_program(const std::string& name, const std::vector<std::string>& arguments) {
  const ScratchFolder scratch;
  std::vector<std::string> words = {programs + name};
  words.insert(words.end(), arguments.begin(), arguments.end());
  const pid_t process = ::fork();
  if (process == 0) {
    ::dup2(::open(scratch.file("out").c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
    ::dup2(::open(scratch.file("errors").c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
    become(words);
  }
  int status = 0;
  ::waitpid(process, &status, 0);
  return {exit_code_of(status), read_file(scratch.file("out")), read_file(scratch.file("errors"))};
}

}  // namespace

Outcome run_server_command(const std::vector<std::string>& arguments) {
  return run_program("certamen-server", arguments);
}

Outcome run_bots(const std::vector<std::string>& arguments) {
  return run_program("certamen-bots", arguments);
}

void build_bank(const std::vector<std::string>& sources, const std::string& bank) {
  const pid_t compiler = ::fork();
  if (compiler == 0) {
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    std::vector<std::string> command{programs + "certamen-bank", "build"};
    command.insert(command.end(), sources.begin(), sources.end());
    command.insert(command.end(), {"-o", bank});
    become(command);
  }
  int status = 0;
  ::waitpid(compiler, &status, 0);
  if (exit_code_of(status) != 0) throw std::runtime_error("certamen-bank could not build the bank");
}

const std::string& test_bank() {
  static const ScratchFolder folder;
  static const std::string path = [] {
    const std::string bank = folder.file("bank.db");
    const std::string content = std::string(CERTAMEN_SOURCE_DIR) + "/content";
    build_bank({content + "/topics", content + "/tables"}, bank);
    return bank;
  }();
  return path;
}

}  // namespace certamen::test
