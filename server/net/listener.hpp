// The door: accepts connections and hands them out to the shards in turn.
//
// Lives on the thread of the context it was given.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <functional>
#include <string>

#include "proto/wire/result.hpp"
#include "server/net/socket.hpp"

namespace certamen::net {

class Listener {
 public:
  // Gives the context on which the next socket is to live, and takes the socket once it is connected.
  struct Shards {
    std::function<boost::asio::io_context&()> next_context;
    std::function<void(Socket)> adopt;
  };

  Listener(boost::asio::io_context& context, Shards shards);

  // Binds to `host` (a name or an address) and `port` (0 picks a free one). A fault says what is wrong with them,
  // and which `option` to mend.
  [[nodiscard]] wire::Result<void> open(const std::string& host, std::uint16_t port, const std::string& option);
  // The bound address, as "host:port".
  [[nodiscard]] std::string address() const;
  [[nodiscard]] boost::asio::ip::tcp::endpoint endpoint() const;
  void accept_next();
  void close();

 private:
  boost::asio::ip::tcp::acceptor acceptor_;
  boost::asio::steady_timer pause_;
  Shards shards_;
};

}  // namespace certamen::net
