// One connection at a time from a client to a server, over TLS or plain TCP.
//
// Used on the thread that runs its loop. Reports through one callback, which may call back into the connection. Never
// throws: whatever goes wrong, in the network or in the server's bytes, ends as one Disconnected with the reason.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "client/net/fact.hpp"
#include "proto/wire/time.hpp"

namespace boost::asio {
class io_context;
}

namespace certamen::client_net {

inline constexpr wire::Duration connect_time_max = std::chrono::seconds{5};  // name look-up included
inline constexpr wire::Duration drain_time_max = std::chrono::seconds{1};    // for what was sent before a Close
inline constexpr std::size_t outbox_bytes_max = std::size_t{64} * 1024;      // then the server does not read: cut off

class Connection {
 public:
  Connection(boost::asio::io_context& context, std::function<void(const Fact&)> report);
  // Nothing is reported any more; what was sent may not have left.
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void handle(const Request& request);

  // Nothing is open or on its way.
  [[nodiscard]] bool idle() const;

  // Cuts the connection where it stands, as a dying network would; reported as Disconnected. For tests of resumption.
  void cut();

 private:
  class Attempt;
  boost::asio::io_context& context_;
  std::function<void(const Fact&)> report_;
  std::shared_ptr<Attempt> attempt_;
  std::string plain_server_;  // HOST:PORT that answered in plain text; asked so at once the next time
};

}  // namespace certamen::client_net
