#include "server/net/interfaces.hpp"

#include <fmt/format.h>
#include <ifaddrs.h>
#include <net/if.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/udp.hpp>
#include <cstring>
#include <memory>
#include <optional>
#include <tuple>

#include "proto/wire/limits.hpp"

namespace certamen::net {
namespace {

using boost::asio::ip::address;
using boost::asio::ip::address_v4;
using boost::asio::ip::address_v6;
using boost::asio::ip::tcp;
using boost::asio::ip::udp;

std::optional<address> address_of(const sockaddr& found) {
  if (found.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &found, sizeof(v4));
    return address_v4(ntohl(v4.sin_addr.s_addr));
  }
  if (found.sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, &found, sizeof(v6));
    address_v6::bytes_type bytes;
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return address_v6(bytes, v6.sin6_scope_id);
  }
  return std::nullopt;
}

// Of the interface by which this machine would leave for elsewhere; nothing is sent to find it.
std::optional<address> address_towards(const address& elsewhere) {
  boost::asio::io_context context;
  const udp::endpoint there(elsewhere, 9);
  udp::socket socket(context);
  boost::system::error_code error;
  socket.open(there.protocol(), error);
  if (!error) socket.connect(there, error);
  const udp::endpoint here = error ? udp::endpoint{} : socket.local_endpoint(error);
  if (error) return std::nullopt;
  return here.address();
}

// Lower is likelier.
int rank_of(const address& each, const std::optional<address>& towards_elsewhere) {
  if (towards_elsewhere == each) return 0;
  return each.is_v4() ? 1 : 2;
}

}  // namespace

std::vector<LanAddress> lan_addresses() {
  std::vector<LanAddress> addresses;
  ifaddrs* list = nullptr;
  if (::getifaddrs(&list) != 0) return addresses;
  const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> owner(list, &::freeifaddrs);
  constexpr unsigned wanted = IFF_UP | IFF_RUNNING | IFF_MULTICAST;
  for (const ifaddrs* each = list; each != nullptr; each = each->ifa_next) {
    const bool fits = (each->ifa_flags & wanted) == wanted && (each->ifa_flags & (IFF_LOOPBACK | IFF_POINTOPOINT)) == 0;
    if (!fits || each->ifa_addr == nullptr) continue;
    if (const auto found = address_of(*each->ifa_addr)) addresses.push_back({*found, ::if_nametoindex(each->ifa_name)});
  }
  return addresses;
}

std::vector<std::string> reachable_addresses(const tcp::endpoint& bound) {
  if (bound.address().is_loopback()) return {};
  if (!bound.address().is_unspecified()) return {text_of(bound)};
  const bool both = bound.address().is_v6();
  std::vector<address> found;
  for (const LanAddress& each : lan_addresses()) {
    const bool link_only = each.address.is_v6() && each.address.to_v6().is_link_local();
    if (!link_only && (both || each.address.is_v4())) found.push_back(each.address);
  }
  const auto elsewhere = address_towards(address_v4({198, 51, 100, 1}));
  std::stable_sort(found.begin(), found.end(), [&](const address& left, const address& right) {
    return rank_of(left, elsewhere) < rank_of(right, elsewhere);
  });
  if (found.size() > wire::reachable_addresses_max) found.resize(wire::reachable_addresses_max);
  std::vector<std::string> texts;
  for (const address& each : found) texts.push_back(text_of({each, bound.port()}));
  return texts;
}

std::string text_of(const tcp::endpoint& endpoint) {
  const std::string host = endpoint.address().to_string();
  return endpoint.address().is_v6() ? fmt::format("[{}]:{}", host, endpoint.port())
                                    : fmt::format("{}:{}", host, endpoint.port());
}

}  // namespace certamen::net
