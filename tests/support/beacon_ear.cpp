#include "tests/support/beacon_ear.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <span>
#include <stdexcept>

namespace certamen::test {
namespace {

constexpr int patience_ms = 30'000;

sockaddr_in address_of(const std::string& host, std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  ::inet_pton(AF_INET, host.c_str(), &address.sin_addr);
  return address;
}

}  // namespace

BeaconEar::BeaconEar() : socket_(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
  const int yes = 1;
  ::setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);  // a program under test may listen beside it
  sockaddr_in address = address_of("0.0.0.0", 0);
  socklen_t size = sizeof address;
  ip_mreq group{};
  ::inet_pton(AF_INET, std::string(wire::beacon_group).c_str(), &group.imr_multiaddr);
  group.imr_interface.s_addr = htonl(INADDR_LOOPBACK);
  const bool ready = ::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                     ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0 &&
                     ::setsockopt(socket_, IPPROTO_IP, IP_ADD_MEMBERSHIP, &group, sizeof group) == 0;
  if (!ready) {
    ::close(socket_);
    throw std::runtime_error("no multicast on the loopback interface");
  }
  port_ = ntohs(address.sin_port);
}

BeaconEar::~BeaconEar() {
  ::close(socket_);
}

std::string BeaconEar::group() const {
  return std::string(wire::beacon_group) + ":" + std::to_string(port_);
}

std::string BeaconEar::alone() const {
  return "127.0.0.1:" + std::to_string(port_);
}

std::optional<HeardBeacon> BeaconEar::next() {
  pollfd waiting{socket_, POLLIN, 0};
  if (::poll(&waiting, 1, patience_ms) != 1) return std::nullopt;
  std::array<std::byte, 2048> buffer{};
  sockaddr_in from{};
  socklen_t size = sizeof from;
  const ssize_t count = ::recvfrom(socket_, buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr*>(&from), &size);
  if (count < 0) return std::nullopt;
  auto beacon = wire::decode_beacon(std::span(buffer).first(static_cast<std::size_t>(count)));
  if (!beacon) throw std::runtime_error("not a beacon: " + beacon.error().what);
  std::array<char, INET_ADDRSTRLEN> host{};
  ::inet_ntop(AF_INET, &from.sin_addr, host.data(), host.size());
  return HeardBeacon{host.data(), std::move(*beacon)};
}

}  // namespace certamen::test
