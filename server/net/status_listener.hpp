// A small HTTP server for whoever watches this one: GET and HEAD of a few paths, one answer a connection.
//
// Has a thread of its own, so that a busy shard does not keep the watchers waiting. Beast stays behind this header.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "proto/wire/result.hpp"

namespace certamen::net {

struct StatusReply {
  unsigned status = 200;  // HTTP's
  std::string type = "text/plain; charset=utf-8";
  std::string body;
};

class StatusListener {
 public:
  // `reply` is called on the listener's thread with the path that is asked for, and may take a moment.
  explicit StatusListener(std::function<StatusReply(const std::string& path)> reply);
  // Ends the thread.
  ~StatusListener();
  StatusListener(const StatusListener&) = delete;
  StatusListener& operator=(const StatusListener&) = delete;

  // Binds; nobody is answered yet. A fault says what is wrong with the address.
  [[nodiscard]] wire::Result<void> bind(const std::string& host, std::uint16_t port);
  // The bound address, as "host:port".
  [[nodiscard]] std::string address() const;
  void start();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace certamen::net
