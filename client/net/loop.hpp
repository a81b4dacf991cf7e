// The waiting of one thread: sockets and alarms, and the local monotonic clock.
//
// Everything that hangs on a loop is used on the thread that runs it, except where a function says otherwise. No wall
// clock: local instants count from an arbitrary zero that is the same for every loop of the program.
#pragma once

#include <functional>
#include <memory>

#include "proto/wire/time.hpp"

namespace boost::asio {
class io_context;
}

namespace certamen::client_net {

// The local monotonic instant. From any thread.
[[nodiscard]] wire::Instant local_now();

class Loop {
 public:
  Loop();
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  // Runs until stop(), and may be run again after that.
  void run();
  // Makes run() return soon. From any thread.
  void stop();
  // Calls `work` on the loop's thread, later. From any thread.
  void post(std::function<void()> work);

  [[nodiscard]] boost::asio::io_context& context();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// Calls back once at an instant. Destroying or setting it anew forgets the earlier instant.
class Alarm {
 public:
  Alarm(boost::asio::io_context& context, std::function<void()> ring);
  ~Alarm();
  Alarm(const Alarm&) = delete;
  Alarm& operator=(const Alarm&) = delete;

  void set(wire::Instant at);
  void clear();

 private:
  struct Parts;
  std::shared_ptr<Parts> parts_;
};

}  // namespace certamen::client_net
