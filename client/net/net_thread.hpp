// A connection on a thread of its own, with a mailbox each way.
//
// All public functions belong to the owner's thread; the network's thread touches only the mailboxes. Destroying it
// sends what was posted, ends the thread and waits for that, which takes at most drain_time_max.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "client/net/fact.hpp"
#include "proto/wire/time.hpp"

namespace certamen::client_net {

class NetThread {
 public:
  // `wake`, if any, is called on the network's thread whenever a fact has come into an empty mailbox: it should make the
  // owner poll. It must not call back into this object.
  explicit NetThread(std::function<void()> wake = {});
  ~NetThread();
  NetThread(const NetThread&) = delete;
  NetThread& operator=(const NetThread&) = delete;

  // Never blocks; requests are carried out in order.
  void post(Request request);

  // The next fact, in order, if one has come. Never blocks.
  [[nodiscard]] std::optional<Fact> poll();

  // Sleeps until a fact has come or `until` has; true when a fact waits.
  bool wait(wire::Instant until);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace certamen::client_net
