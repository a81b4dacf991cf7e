#include "server/net/network.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <future>
#include <utility>

#include "server/lobby/room_code.hpp"
#include "server/net/beacon_sender.hpp"
#include "server/net/dns_sd_registration.hpp"
#include "server/net/interfaces.hpp"
#include "server/net/listener.hpp"
#include "server/net/shard.hpp"

namespace certamen::net {

struct Network::Wires {
  std::vector<std::unique_ptr<Shard>> shards;
  std::unique_ptr<Listener> listener;
  std::size_t turn = 0;  // whose socket is accepted next; listener's thread only
  std::vector<std::string> reachable;
  std::string version;
  std::string fingerprint;
  std::unique_ptr<BeaconSender> beacon;  // first shard's thread only, once started
  std::size_t beacons_told = 0;          // likewise
  std::unique_ptr<DnsSdRegistration> dns_sd;

  [[nodiscard]] boost::asio::io_context& first() const { return shards.front()->context(); }
  void ask_for_listings(const std::function<void(hub::Listing)>& tell);
};

// Each shard tells on its own thread; what they told is gathered on the first one's.
void Network::Wires::ask_for_listings(const std::function<void(hub::Listing)>& tell) {
  struct Gathered {
    std::size_t awaited;
    hub::Listing all;
  };
  const auto gathered = std::make_shared<Gathered>(Gathered{shards.size(), {}});
  for (const auto& shard : shards) {
    shard->list([this, gathered, tell](hub::Listing listing) {
      boost::asio::post(first(), [this, gathered, tell, listing = std::move(listing)] {
        gathered->all.question_count = listing.question_count;
        gathered->all.rooms.insert(gathered->all.rooms.end(), listing.rooms.begin(), listing.rooms.end());
        if (--gathered->awaited != 0) return;
        // Not all rooms fit one beacon: another one comes first each time.
        auto& rooms = gathered->all.rooms;
        if (!rooms.empty())
          std::rotate(rooms.begin(), rooms.begin() + static_cast<std::ptrdiff_t>(beacons_told++ % rooms.size()),
                      rooms.end());
        tell(std::move(gathered->all));
      });
    });
  }
}

Network::Network(std::vector<hub::Config> configs, const ServerClock& clock,
                 std::function<void(std::uint32_t shard, std::vector<hub::DiskWish>)> to_disk, std::optional<tls::Context> encryption)
    : wires_(std::make_unique<Wires>()) {
  Wires& wires = *wires_;
  wires.version = configs.front().server_version;
  if (encryption) wires.fingerprint = encryption->fingerprint();
  for (hub::Config& config : configs) {
    const std::uint32_t shard = config.shard;
    Shard::Post post;
    post.to_shard = [&wires](std::uint32_t to, hub::ShardLetter letter) { wires.shards[to]->post(std::move(letter)); };
    post.to_disk = [to_disk, shard](std::vector<hub::DiskWish> wishes) { to_disk(shard, std::move(wishes)); };
    wires.shards.push_back(std::make_unique<Shard>(std::move(config), clock, std::move(post), encryption));
  }
  Listener::Shards turns;
  turns.next_context = [&wires]() -> boost::asio::io_context& { return wires.shards[wires.turn]->context(); };
  turns.adopt = [&wires](Socket socket) {
    wires.shards[wires.turn]->adopt(std::move(socket));
    wires.turn = (wires.turn + 1) % wires.shards.size();
  };
  wires.listener = std::make_unique<Listener>(wires.shards.front()->context(), std::move(turns));
}

Network::~Network() = default;

wire::Result<void> Network::bind(const std::string& host, std::uint16_t port) {
  if (auto opened = wires_->listener->open(host, port, "--listen"); !opened) return opened;
  wires_->reachable = reachable_addresses(wires_->listener->endpoint());
  for (const auto& shard : wires_->shards) shard->reachable_at(wires_->reachable);
  return {};
}

const std::vector<std::string>& Network::reachable() const {
  return wires_->reachable;
}

bool Network::serves_others() const {
  return !wires_->listener->endpoint().address().is_loopback();
}

wire::Result<void> Network::announce(std::uint64_t server, std::string name, const std::string& to_host,
                                     std::uint16_t to_port) {
  std::optional<boost::asio::ip::udp::endpoint> to;
  if (!to_host.empty()) {
    boost::system::error_code error;
    to.emplace(boost::asio::ip::make_address(to_host, error), to_port);
    if (error) return wire::fault("--beacon-to wants an address by number, not " + to_host);
  }
  Wires& wires = *wires_;
  const auto bound = wires.listener->endpoint();
  if (!to) {
    wires.dns_sd =
        std::make_unique<DnsSdRegistration>(dns_sd_service(name, bound.port(), wires.fingerprint, wires.version), bound);
  }
  wires.beacon = std::make_unique<BeaconSender>(
      wires.first(), server, std::move(name), wires.fingerprint, bound, std::move(to),
      [&wires](const std::function<void(hub::Listing)>& tell) { wires.ask_for_listings(tell); });
  return {};
}

std::string Network::address() const {
  return wires_->listener->address();
}

void Network::restore(const wire::RoomCode& code, hub::GameId game, room::Room room, std::uint64_t entry_count) {
  wires_->shards[lobby::shard_of(code, wires_->shards.size())]->restore(code, game, std::move(room), entry_count);
}

void Network::start() {
  wires_->listener->accept_next();
  for (const auto& shard : wires_->shards) shard->start();
  if (wires_->beacon) boost::asio::post(wires_->first(), [this] { wires_->beacon->begin(); });
  if (wires_->dns_sd) wires_->dns_sd->start();
}

void Network::post(std::uint32_t shard, hub::DiskLetter letter) {
  wires_->shards[shard]->post(std::move(letter));
}

void Network::post_to_all(const hub::DiskLetter& letter) {
  for (const auto& shard : wires_->shards) shard->post(letter);
}

std::vector<std::optional<hub::ShardCounts>> Network::count(std::chrono::milliseconds patience) const {
  const auto until = std::chrono::steady_clock::now() + patience;
  std::vector<std::future<hub::ShardCounts>> answers;
  for (const auto& shard : wires_->shards) {
    const auto promise = std::make_shared<std::promise<hub::ShardCounts>>();
    answers.push_back(promise->get_future());
    shard->count([promise](hub::ShardCounts counts) { promise->set_value(std::move(counts)); });
  }
  std::vector<std::optional<hub::ShardCounts>> counts;
  for (auto& answer : answers) {
    const bool in_time = answer.wait_until(until) == std::future_status::ready;
    counts.push_back(in_time ? std::optional(answer.get()) : std::nullopt);
  }
  return counts;
}

void Network::drain() {
  for (const auto& shard : wires_->shards) shard->drain();
}

void Network::stop() {
  if (wires_->dns_sd) wires_->dns_sd->stop();
  boost::asio::post(wires_->shards.front()->context(), [this] {
    wires_->listener->close();
    if (wires_->beacon) wires_->beacon->end();
  });
  for (const auto& shard : wires_->shards) shard->begin_stop();
  for (const auto& shard : wires_->shards) shard->join();
}

}  // namespace certamen::net
