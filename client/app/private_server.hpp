// A server of this window's own: started before it, on a free loopback port, ended with it.
//
// The child dies with this process, however that ends. One thread.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "proto/wire/result.hpp"

namespace certamen::client_app {

class PrivateServer {
 public:
  // Starts the program and waits until it says where it listens. A fault when it cannot be run or ends before that; its
  // own words go to our standard error. Call while this process has one thread.
  [[nodiscard]] static wire::Result<PrivateServer> start(const std::string& program, const std::string& bank,
                                                         const std::filesystem::path& data);
  PrivateServer(PrivateServer&& other) noexcept;
  PrivateServer& operator=(PrivateServer&& other) noexcept;
  PrivateServer(const PrivateServer&) = delete;
  PrivateServer& operator=(const PrivateServer&) = delete;
  // Asks the server to stop and waits until it has.
  ~PrivateServer();

  [[nodiscard]] const std::string& address() const { return address_; }

 private:
  PrivateServer(pid_t child, int output, std::string address);

  pid_t child_ = -1;
  int output_ = -1;  // kept open, or the server's next line would end it
  std::string address_;
};

}  // namespace certamen::client_app
