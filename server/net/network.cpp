#include "server/net/network.hpp"

#include <boost/asio/post.hpp>
#include <future>

#include "server/lobby/room_code.hpp"
#include "server/net/listener.hpp"
#include "server/net/shard.hpp"

namespace certamen::net {

struct Network::Wires {
  std::vector<std::unique_ptr<Shard>> shards;
  std::unique_ptr<Listener> listener;
  std::size_t turn = 0;  // whose socket is accepted next; listener's thread only
};

Network::Network(std::vector<hub::Config> configs, const ServerClock& clock,
                 std::function<void(std::uint32_t shard, hub::DiskWish)> to_disk, std::optional<tls::Context> encryption)
    : wires_(std::make_unique<Wires>()) {
  Wires& wires = *wires_;
  for (hub::Config& config : configs) {
    const std::uint32_t shard = config.shard;
    Shard::Post post;
    post.to_shard = [&wires](std::uint32_t to, hub::ShardLetter letter) { wires.shards[to]->post(std::move(letter)); };
    post.to_disk = [to_disk, shard](hub::DiskWish wish) { to_disk(shard, std::move(wish)); };
    wires.shards.push_back(std::make_unique<Shard>(std::move(config), clock, std::move(post), encryption));
  }
  Listener::Shards turns;
  turns.next_context = [&wires]() -> boost::asio::io_context& { return wires.shards[wires.turn]->context(); };
  turns.adopt = [&wires](boost::asio::ip::tcp::socket socket) {
    wires.shards[wires.turn]->adopt(std::move(socket));
    wires.turn = (wires.turn + 1) % wires.shards.size();
  };
  wires.listener = std::make_unique<Listener>(wires.shards.front()->context(), std::move(turns));
}

Network::~Network() = default;

wire::Result<void> Network::bind(const std::string& host, std::uint16_t port) {
  return wires_->listener->open(host, port, "--listen");
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
  boost::asio::post(wires_->shards.front()->context(), [this] { wires_->listener->close(); });
  for (const auto& shard : wires_->shards) shard->begin_stop();
  for (const auto& shard : wires_->shards) shard->join();
}

}  // namespace certamen::net
