// Keeps a service registered with the Avahi daemon of this machine for as long as there is one.
//
// No bus and no daemon are normal and quiet: one line at debug level, and another look every few seconds. Has a thread of
// its own, because Avahi's library waits for answers of the D-Bus, half a minute from one that hangs, and no game may wait
// with it. The daemon withdraws the service as soon as the connection to it ends, however that comes.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <future>
#include <memory>
#include <thread>

#include "server/net/dns_sd.hpp"

namespace certamen::net {

class DnsSdRegistration {
 public:
  // `bound` is where the server listens: the service is registered for the networks which that reaches.
  DnsSdRegistration(DnsSdService service, const boost::asio::ip::tcp::endpoint& bound);
  ~DnsSdRegistration();
  DnsSdRegistration(const DnsSdRegistration&) = delete;
  DnsSdRegistration& operator=(const DnsSdRegistration&) = delete;

  // Returns at once. The name is changed where another service on the network has it already.
  void start();
  // Withdraws the service. Waits for that a moment at most: a bus that hangs delays no stop.
  void stop();

 private:
  struct Loop;

  std::shared_ptr<Loop> loop_;
  std::future<void> ended_;
  std::thread thread_;
};

}  // namespace certamen::net
