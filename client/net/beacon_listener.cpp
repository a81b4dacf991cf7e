#include "client/net/beacon_listener.hpp"

#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/udp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstring>
#include <string>
#include <utility>

#include "client/net/loop.hpp"
#include "proto/wire/beacon.hpp"

namespace certamen::client_net {

using boost::asio::ip::udp;
using boost::system::error_code;

namespace {

constexpr std::chrono::seconds join_interval{5};

// By interface, in the way that is the same for both families.
void join(udp::socket& socket, const boost::asio::ip::address& group, unsigned interface) {
  group_req wanted{};
  wanted.gr_interface = interface;
  const udp::endpoint endpoint(group, 0);
  std::memcpy(&wanted.gr_group, endpoint.data(), endpoint.size());
  const int level = group.is_v4() ? IPPROTO_IP : IPPROTO_IPV6;
  // A membership that there is already, or an interface without multicast: nothing to mend.
  static_cast<void>(::setsockopt(socket.native_handle(), level, MCAST_JOIN_GROUP, &wanted, sizeof wanted));
}

}  // namespace

// Pending operations share its ownership, so it outlives them.
struct BeaconListener::Parts : std::enable_shared_from_this<Parts> {
  struct Ear {
    explicit Ear(boost::asio::io_context& context, std::string_view name)
        : socket(context), group(boost::asio::ip::make_address(name)) {}
    udp::socket socket;
    boost::asio::ip::address group;
    udp::endpoint from;
    std::array<std::byte, wire::beacon_bytes_max + 1> buffer{};
  };

  Parts(boost::asio::io_context& context, std::function<void(const Fact&)> teller)
      : report(std::move(teller)), v4(context, wire::beacon_group), v6(context, wire::beacon_group_v6), timer(context) {}

  [[nodiscard]] error_code open(Ear& ear, const udp& protocol, std::uint16_t port) const {
    error_code error;
    ear.socket.open(protocol, error);
    if (!error) ear.socket.set_option(udp::socket::reuse_address(true), error);
    if (!error && protocol == udp::v6()) ear.socket.set_option(boost::asio::ip::v6_only(true), error);
    if (!error) ear.socket.bind({protocol, port}, error);
    error_code ignored;
    if (error) ear.socket.close(ignored);
    return error;
  }

  void join_groups() {
    struct if_nameindex* interfaces = ::if_nameindex();
    for (const struct if_nameindex* each = interfaces; each != nullptr && each->if_index != 0; ++each) {
      if (v4.socket.is_open()) join(v4.socket, v4.group, each->if_index);
      if (v6.socket.is_open()) join(v6.socket, v6.group, each->if_index);
    }
    if (interfaces != nullptr) ::if_freenameindex(interfaces);
    timer.expires_after(join_interval);
    timer.async_wait([self = shared_from_this()](const error_code& error) {
      if (!error && !self->over) self->join_groups();
    });
  }

  void listen(Ear& ear) {
    ear.socket.async_receive_from(boost::asio::buffer(ear.buffer), ear.from,
                                  [self = shared_from_this(), &ear](const error_code& error, std::size_t count) {
                                    if (self->over || error == boost::asio::error::operation_aborted) return;
                                    if (!error) self->hear(ear, count);
                                    if (!self->over) self->listen(ear);
                                  });
  }

  void hear(const Ear& ear, std::size_t count) {
    const wire::Instant now = local_now();
    if (now - second_began >= std::chrono::seconds{1}) {
      second_began = now;
      heard_this_second = 0;
    }
    if (++heard_this_second > beacons_a_second_max) return;
    auto beacon = wire::decode_beacon(std::span(ear.buffer).first(count));
    if (beacon) report(Beaconed{ear.from.address().to_string(), std::move(*beacon)});
  }

  std::function<void(const Fact&)> report;
  Ear v4;
  Ear v6;
  boost::asio::steady_timer timer;
  wire::Instant second_began{};
  std::size_t heard_this_second = 0;
  bool over = false;
};

BeaconListener::BeaconListener(boost::asio::io_context& context, std::function<void(const Fact&)> report)
    : parts_(std::make_shared<Parts>(context, std::move(report))) {}

BeaconListener::~BeaconListener() {
  parts_->over = true;
  parts_->timer.cancel();
  error_code ignored;
  parts_->v4.socket.close(ignored);
  parts_->v6.socket.close(ignored);
}

wire::Result<void> BeaconListener::begin(std::uint16_t port) {
  Parts& parts = *parts_;
  const error_code error = parts.open(parts.v4, udp::v4(), port);
  if (parts.open(parts.v6, udp::v6(), port) && error) {
    return wire::fault("cannot listen on UDP port " + std::to_string(port) + ": " + error.message());
  }
  parts.join_groups();
  if (parts.v4.socket.is_open()) parts.listen(parts.v4);
  if (parts.v6.socket.is_open()) parts.listen(parts.v6);
  return {};
}

}  // namespace certamen::client_net
