// What the status port answers: /healthz, /readyz and /metrics.
//
// reply() is called on the status listener's thread; the rest on the main thread.
#pragma once

#include <atomic>
#include <chrono>
#include <string>

#include "server/app/disk_thread.hpp"
#include "server/net/network.hpp"
#include "server/net/status_listener.hpp"
#include "server/status/report.hpp"

namespace certamen::app {

class StatusPage {
 public:
  // Both outlive this and run.
  StatusPage(const net::Network& network, const DiskThread& disk)
      : network_(network), disk_(disk), started_at_(std::chrono::steady_clock::now()) {}

  [[nodiscard]] net::StatusReply reply(const std::string& path) const;
  void begin_draining() { draining_ = true; }

 private:
  [[nodiscard]] status::Report report() const;

  const net::Network& network_;
  const DiskThread& disk_;
  std::chrono::steady_clock::time_point started_at_;
  std::atomic<bool> draining_ = false;
};

}  // namespace certamen::app
