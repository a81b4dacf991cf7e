#include <functional>
#include <vector>

#include "client/net/beacon_listener.hpp"
#include "client/net/loop.hpp"
#include "client/net/net_thread.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/client/net/listener.hpp"
#include "tests/unit/proto/sample_beacon.hpp"

// Beacons over real sockets of this machine.
using namespace certamen;
using namespace certamen::client_net;

namespace {

// A socket that holds a free UDP port, so that nobody else gets it, and sends to it.
class Sender {
 public:
  Sender() : socket_(::socket(AF_INET, SOCK_DGRAM, 0)), holder_(::socket(AF_INET, SOCK_DGRAM, 0)) {
    const int yes = 1;
    REQUIRE(::setsockopt(holder_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0);
    sockaddr_in address = to(INADDR_LOOPBACK, 0);
    address.sin_addr.s_addr = 0;
    socklen_t size = sizeof address;
    REQUIRE(::bind(holder_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::getsockname(holder_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
  }
  ~Sender() {
    ::close(socket_);
    ::close(holder_);
  }
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  void send(const std::vector<std::byte>& datagram) const { send_to(to(INADDR_LOOPBACK, port_), datagram); }
  void send_to_group(const std::vector<std::byte>& datagram) const {
    in_addr loopback{};
    loopback.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::setsockopt(socket_, IPPROTO_IP, IP_MULTICAST_IF, &loopback, sizeof loopback) == 0);
    in_addr group{};
    REQUIRE(::inet_pton(AF_INET, std::string(wire::beacon_group).c_str(), &group) == 1);
    send_to(to(ntohl(group.s_addr), port_), datagram);
  }

 private:
  static sockaddr_in to(std::uint32_t host, std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(host);
    address.sin_port = htons(port);
    return address;
  }
  void send_to(const sockaddr_in& address, const std::vector<std::byte>& datagram) const {
    const auto sent =
        ::sendto(socket_, datagram.data(), datagram.size(), 0, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    REQUIRE(sent == static_cast<ssize_t>(datagram.size()));
  }

  int socket_;
  int holder_;
  std::uint16_t port_ = 0;
};

struct Ear {
  Loop loop;
  std::vector<Beaconed> heard;
  std::function<bool()> enough;
  BeaconListener listener{loop.context(), [this](const Fact& fact) {
                            heard.push_back(std::get<Beaconed>(fact));
                            if (enough()) loop.stop();
                          }};

  void hear_until(std::function<bool()> done) {
    enough = std::move(done);
    Alarm patience(loop.context(), [this] { loop.stop(); });
    patience.set(local_now() + std::chrono::seconds{20});
    loop.run();
  }
};

wire::Beacon numbered(std::uint64_t server) {
  wire::Beacon beacon = proto_test::sample_beacon();
  beacon.server = server;
  return beacon;
}

}  // namespace

TEST_CASE("a beacon to the group is heard with the address it came from") {
  const Sender sender;
  Ear ear;
  REQUIRE(ear.listener.begin(sender.port()));
  sender.send_to_group(wire::encode(proto_test::sample_beacon()));
  ear.hear_until([] { return true; });
  REQUIRE(ear.heard.size() == 1);
  CHECK(ear.heard.front().host == "127.0.0.1");
  CHECK(ear.heard.front().beacon == proto_test::sample_beacon());
}

TEST_CASE("what is no beacon is dropped, and the next one is heard") {
  const Sender sender;
  Ear ear;
  REQUIRE(ear.listener.begin(sender.port()));
  sender.send({});
  sender.send(std::vector<std::byte>(3, std::byte{'x'}));
  std::vector<std::byte> long_one = wire::encode(proto_test::sample_beacon());
  long_one.resize(wire::beacon_bytes_max + 400);
  sender.send(long_one);
  sender.send(wire::encode(numbered(2)));
  ear.hear_until([] { return true; });
  REQUIRE(ear.heard.size() == 1);
  CHECK(ear.heard.front().beacon == numbered(2));
}

TEST_CASE("of a flood only so many are heard") {
  const Sender sender;
  Ear ear;
  REQUIRE(ear.listener.begin(sender.port()));
  for (std::uint64_t i = 0; i < 3 * beacons_a_second_max; ++i) sender.send(wire::encode(numbered(i)));
  ear.hear_until([&] { return ear.heard.size() == beacons_a_second_max; });
  REQUIRE(ear.heard.size() == beacons_a_second_max);
  // The rest of the flood lies in the socket already and is dropped; what comes a second later is heard again.
  Alarm later(ear.loop.context(), [&] { sender.send(wire::encode(numbered(9999))); });
  later.set(local_now() + std::chrono::milliseconds{1100});
  ear.hear_until([&] { return ear.heard.back().beacon.server == 9999; });
  CHECK(ear.heard.size() < 3 * beacons_a_second_max);
}

TEST_CASE("a network thread that was told to listen delivers beacons among its facts") {
  const Sender sender;
  NetThread network;
  network.post(Listen{sender.port()});
  // A connection that is refused shows that the wish before it was carried out.
  network.post(Connect{1, "127.0.0.1", "1", Encryption::None, {}});
  REQUIRE(network.wait(local_now() + std::chrono::seconds{10}));
  REQUIRE(std::holds_alternative<Disconnected>(*network.poll()));
  sender.send_to_group(wire::encode(numbered(3)));
  REQUIRE(network.wait(local_now() + std::chrono::seconds{10}));
  const auto fact = network.poll();
  REQUIRE(std::holds_alternative<Beaconed>(*fact));
  CHECK(std::get<Beaconed>(*fact).beacon == numbered(3));
}
