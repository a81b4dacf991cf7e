#include "server/net/beacon_sender.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/multicast.hpp>
#include <set>
#include <utility>

#include "server/net/interfaces.hpp"

namespace certamen::net {
namespace {

namespace multicast = boost::asio::ip::multicast;
using boost::asio::ip::udp;
using boost::system::error_code;

}  // namespace

BeaconSender::BeaconSender(boost::asio::io_context& context, std::uint64_t server, std::string name, std::string fingerprint,
                           const boost::asio::ip::tcp::endpoint& bound, std::optional<udp::endpoint> to, Ask ask)
    : context_(context),
      timer_(context),
      beacon_{server, std::move(name), bound.port(), std::move(fingerprint), 0, {}},
      bound_(bound),
      to_(std::move(to)),
      ask_(std::move(ask)) {}

void BeaconSender::begin() {
  if (over_) return;
  ask_([this](hub::Listing listing) { send(std::move(listing)); });
  wait();
}

void BeaconSender::end() {
  over_ = true;
  timer_.cancel();
}

void BeaconSender::wait() {
  timer_.expires_after(wire::beacon_interval);
  timer_.async_wait([this](const error_code& error) {
    if (!error) begin();
  });
}

void BeaconSender::send(hub::Listing listing) {
  if (over_) return;
  beacon_.question_count = listing.question_count;
  beacon_.rooms = std::move(listing.rooms);
  const std::vector<std::byte> datagram = wire::encode(beacon_);
  if (to_ && !to_->address().is_multicast()) return send(datagram, {}, *to_);
  for (const Source& source : sources()) {
    const udp::endpoint group = group_of(source);
    if (group.address().is_v4() == source.address.is_v4()) send(datagram, source, group);
  }
}

// Asked anew each time: cables and radio networks come and go.
std::vector<BeaconSender::Source> BeaconSender::sources() const {
  const auto& address = bound_.address();
  std::vector<Source> found;
  if (!address.is_unspecified()) {
    unsigned interface = 0;
    for (const LanAddress& each : lan_addresses()) {
      if (each.address == address) interface = each.interface;
    }
    found.push_back({address, interface});
    return found;
  }
  std::set<unsigned> told_by_v6;
  for (const LanAddress& each : lan_addresses()) {
    // Of IPv6 the link's own address: every machine on the link reaches it.
    const bool link = each.address.is_v6() && each.address.to_v6().is_link_local();
    const bool fits = each.address.is_v4() || (address.is_v6() && link && told_by_v6.insert(each.interface).second);
    if (fits) found.push_back({each.address, each.interface});
  }
  return found;
}

udp::endpoint BeaconSender::group_of(const Source& source) const {
  if (to_) return *to_;
  const std::string_view group = source.address.is_v4() ? wire::beacon_group : wire::beacon_group_v6;
  return {boost::asio::ip::make_address(group), wire::beacon_port};
}

void BeaconSender::send(const std::vector<std::byte>& datagram, const Source& source, const udp::endpoint& to) {
  error_code error;
  udp::socket socket(context_);
  socket.open(to.protocol(), error);
  if (!error && to.address().is_multicast()) {
    socket.bind({source.address, 0}, error);
    if (!error && source.address.is_v4()) {
      socket.set_option(multicast::outbound_interface(source.address.to_v4()), error);
    } else if (!error) {
      socket.set_option(multicast::outbound_interface(source.interface), error);
    }
    if (!error) socket.set_option(multicast::hops(1), error);
    if (!error) socket.set_option(multicast::enable_loopback(true), error);
  }
  if (!error) socket.non_blocking(true, error);
  if (!error) socket.send_to(boost::asio::buffer(datagram), to, 0, error);
  if (error) spdlog::debug("no beacon from {}: {}", source.address.to_string(), error.message());
}

}  // namespace certamen::net
