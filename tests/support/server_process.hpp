// A real certamen-server in a process of its own, for loopback tests.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace certamen::test {

// A folder that is gone when the test is over.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

class ServerProcess {
 public:
  struct Options {
    std::string bank_path;
    std::string data_path;
    std::string listen = "127.0.0.1:0";
    std::vector<std::string> more = {};
    std::uint64_t file_bytes_max = 0;           // as of RLIMIT_FSIZE; 0 for none
    bool status = false;                        // with a status port of its own
    std::vector<std::string> environment = {};  // "NAME=value", beside the test's own
    bool mode_bits_bind = false;                // also where the test runs as root
    bool await_listening = true;                // false: returns as soon as the program runs
  };

  // Starts the program and waits until it listens or ends, unless told not to wait.
  explicit ServerProcess(const Options& options);
  ~ServerProcess();  // SIGKILL if it still runs
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  [[nodiscard]] bool listening() const { return port_ != 0; }
  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::uint16_t status_port() const { return status_port_; }  // with options.status
  // Of its certificate, with --tls; empty else.
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }
  void kill();                       // SIGKILL, and waits
  void ask_to_stop();                // SIGTERM, and does not wait
  [[nodiscard]] int terminate();     // SIGTERM; the exit code
  [[nodiscard]] int wait();          // the exit code, -1 after a signal
  // What it wrote on standard error; complete once it has ended.
  [[nodiscard]] std::string errors() const;
  // Lets its files grow from now on.
  void lift_file_limit();

 private:
  pid_t process_ = -1;
  std::uint16_t port_ = 0;
  std::uint16_t status_port_ = 0;
  std::string fingerprint_;
  ScratchFolder scratch_;
};

// A program of ours, to its end.
struct Outcome {
  int exit_code = -1;
  std::string output;
  std::string errors;
};
// One of certamen-server's other commands.
[[nodiscard]] Outcome run_server_command(const std::vector<std::string>& arguments);
[[nodiscard]] Outcome run_bots(const std::vector<std::string>& arguments);

// Builds a bank of topic files and folders with certamen-bank; throws when it cannot.
void build_bank(const std::vector<std::string>& sources, const std::string& bank);

// The bank of all topics, built once a test run.
[[nodiscard]] const std::string& test_bank();

}  // namespace certamen::test
