// Tells the local network every few seconds that the server is there, and which rooms may be found.
//
// Only sends; whatever comes back is nobody's. Lives on the thread of the context it was given.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/udp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "proto/wire/beacon.hpp"
#include "server/hub/listing.hpp"

namespace certamen::net {

class BeaconSender {
 public:
  // Gets the listings of all shards together, later and on the context's thread, or never where a shard is stuck.
  using Ask = std::function<void(std::function<void(hub::Listing)>)>;

  // `bound` is where the server listens: it is announced where that reaches, by the usual groups, or only to `to`.
  // `server` is random, for as long as the server runs.
  BeaconSender(boost::asio::io_context& context, std::uint64_t server, std::string name, std::string fingerprint,
               const boost::asio::ip::tcp::endpoint& bound, std::optional<boost::asio::ip::udp::endpoint> to, Ask ask);

  void begin();
  void end();

 private:
  // Whence a datagram leaves.
  struct Source {
    boost::asio::ip::address address;
    unsigned interface = 0;
  };
  void wait();
  void send(hub::Listing listing);
  void send(const std::vector<std::byte>& datagram, const Source& source, const boost::asio::ip::udp::endpoint& to);
  [[nodiscard]] std::vector<Source> sources() const;
  [[nodiscard]] boost::asio::ip::udp::endpoint group_of(const Source& source) const;

  boost::asio::io_context& context_;
  boost::asio::steady_timer timer_;
  wire::Beacon beacon_;
  boost::asio::ip::tcp::endpoint bound_;
  std::optional<boost::asio::ip::udp::endpoint> to_;
  Ask ask_;
  bool over_ = false;
};

}  // namespace certamen::net
