// The addresses of this machine on the networks around it.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <string>
#include <vector>

namespace certamen::net {

struct LanAddress {
  boost::asio::ip::address address;  // of IPv6 with its scope
  unsigned interface = 0;
};

// Those of every interface that is up, leads to a network of several machines, and is not this machine itself.
[[nodiscard]] std::vector<LanAddress> lan_addresses();

// HOST:PORT for others, at most wire::reachable_addresses_max, the likeliest first; none for a listener that only its own
// machine reaches. Addresses that mean something on one link alone are left out.
[[nodiscard]] std::vector<std::string> reachable_addresses(const boost::asio::ip::tcp::endpoint& bound);

// "host:port", with the brackets of IPv6.
[[nodiscard]] std::string text_of(const boost::asio::ip::tcp::endpoint& endpoint);

}  // namespace certamen::net
