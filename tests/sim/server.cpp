#include "tests/sim/server.hpp"

#include <algorithm>
#include <array>

#include "server/lobby/room_code.hpp"

namespace certamen::sim {
namespace {

constexpr Duration drain_time = 300ms;  // for the last frames to leave at a stop

}  // namespace

Server::Server(Surroundings around, const Plan& plan) : around_(around), plan_(plan), dice_(plan.seed, "server") {
  around_.disk.report_to(
      {[this](std::uint32_t shard, hub::DiskLetter letter) { heard_from_disk(shard, std::move(letter)); },
       [this](hub::DiskLetter letter) {
         for (std::uint32_t shard = 0; shard < hubs_.size(); ++shard) heard_from_disk(shard, letter);
       },
       [this](hub::GameId game, const wire::RoomCode& code, std::uint64_t number, const std::string& bytes) {
         mix(hash_of(std::as_bytes(std::span(bytes))));
         auto next = around_.stories.read(game, code, number, bytes);
         if (!next) return;
         const journal::Entry ordered = around_.saboteur.ordered(next->story, next->entry);
         around_.watch.each([&](Watcher& watcher) { watcher.entry_next(next->story, ordered); });
         const Stories::Told told = around_.stories.tell(std::move(*next));
         around_.world.note("room {} {}: {}; phase {}, question {}, sequence {}{}", code, number, name_of(told.entry.event),
                            static_cast<int>(told.story.room->phase()), told.story.room->question_number(),
                            told.story.room->sequence(), told.story.room->paused() ? ", paused" : "");
         const journal::Entry obeyed = around_.saboteur.obeyed(told.story, told.entry);
         const std::vector<room::Effect> effects = around_.saboteur.told(told.effects);
         around_.watch.each([&](Watcher& watcher) { watcher.entry_committed(told.story, obeyed, effects); });
       },
       [this](hub::GameId game, const wire::MatchFinished& results) {
         around_.watch.each([&](Watcher& watcher) { watcher.results_kept(game, results); });
       }});
}

void Server::start(std::uint32_t shard_count) {
  ++lives_;
  begun_at_ = around_.disk.last_instant();
  for (const auto& [game, stored] : around_.disk.games()) {
    if (stored.closed) continue;
    if (const auto last = journal::decode(stored.entries.back())) begun_at_ = std::max(begun_at_, last->at);
  }
  begun_at_ = around_.saboteur.restart_at(begun_at_, died_at_);
  begun_in_world_ = around_.world.now();
  draining_ = false;
  around_.world.note("server starts: life {}, {} shards, at {} us of its timeline", lives_, shard_count,
                     wire::micros(begun_at_));
  for (std::uint32_t shard = 0; shard < shard_count; ++shard) {
    // Seeded where production takes the kernel's generator.
    auto entropy = std::make_shared<Dice>(plan_.seed, "entropy", std::uint64_t{lives_} * 100 + shard);
    hubs_.push_back(std::make_unique<hub::Hub>(hub::Config{shard,
                                                           shard_count,
                                                           "simulated",
                                                           around_.papers.summary(),
                                                           plan_.limits,
                                                           [entropy] { return entropy->bits(); },
                                                           {}}));
  }
  armed_for_.assign(shard_count, std::nullopt);
  sessions_seen_.assign(shard_count, 0);
  for (const auto& [game, stored] : around_.disk.games()) {
    if (!stored.closed) restore(game, stored);
  }
  around_.network.listen(this);
  around_.watch.each([](Watcher& watcher) { watcher.server_starts(); });
}

void Server::restore(hub::GameId game, const Game& stored) {
  std::vector<journal::Entry> entries;
  for (const std::string& bytes : stored.entries) {
    if (auto entry = journal::decode(bytes)) entries.push_back(std::move(*entry));
  }
  auto room = journal::replay(entries);
  if (!room) {
    around_.watch.each([&](Watcher& watcher) { watcher.journal_refused(stored.code, room.error().what); });
    around_.disk.forget_closed(game);
    return;
  }
  if (const Story* story = around_.stories.find(game)) {
    around_.watch.each([&](Watcher& watcher) { watcher.room_replayed(*story, *room); });
  }
  if (room->closed()) {
    if (const auto results = room->results()) around_.disk.keep_results(game, *results);
    around_.disk.forget_closed(game);
    return;
  }
  const auto shard = static_cast<std::uint32_t>(lobby::shard_of(stored.code, hubs_.size()));
  recorded_[game] = known_safe_[game] = entries.size();
  carry_out(shard, hubs_[shard]->restore(stored.code, game, std::move(*room), entries.size(), now()));
  arm(shard);
}

void Server::drain() {
  around_.world.note("server lets its questions end");
  draining_ = true;
  for (std::uint32_t shard = 0; shard < hubs_.size(); ++shard) {
    hubs_[shard]->drain();
    arm(shard);
  }
}

void Server::stop() {
  around_.world.note("server is told to stop");
  around_.network.listen(nullptr);
  for (std::uint32_t shard = 0; shard < hubs_.size(); ++shard) carry_out(shard, hubs_[shard]->stop());
  const std::uint32_t life = lives_;
  around_.world.after(drain_time, [this, life] {
    if (life != lives_ || !up()) return;
    around_.disk.flush();
    kill();
  });
}

void Server::kill() {
  if (!up()) return;
  around_.world.note("server dies");
  around_.watch.each([](Watcher& watcher) { watcher.server_dies(); });
  died_at_ = now();
  around_.network.listen(nullptr);
  around_.network.server_died();
  around_.disk.crash();
  forget_everything();
}

void Server::forget_everything() {
  hubs_.clear();
  armed_for_.clear();
  place_of_.clear();
  connection_of_.clear();
  lanes_.clear();
  letters_on_their_way_ = 0;
  recorded_.clear();
  known_safe_.clear();
}

const room::Room* Server::find_room(const wire::RoomCode& code) const {
  return hubs_.empty() ? nullptr : hubs_[lobby::shard_of(code, hubs_.size())]->rooms().find(code);
}

std::uint64_t Server::entries_unsafe(hub::GameId game) const {
  const auto recorded = recorded_.find(game);
  if (recorded == recorded_.end()) return 0;
  const auto safe = known_safe_.find(game);
  return recorded->second - (safe == known_safe_.end() ? 0 : safe->second);
}

void Server::opened(ConnectionId connection) {
  const std::uint32_t shard = turn_++ % static_cast<std::uint32_t>(hubs_.size());
  const std::uint64_t session = ++sessions_seen_[shard];
  place_of_[connection] = {shard, session};
  connection_of_[{shard, session}] = connection;
  // A few addresses, each shared by several people and strangers.
  const std::array<std::uint8_t, 4> address = {10, 0, 0, static_cast<std::uint8_t>(connection % 5)};
  feed(shard, hub::Opened{session, hub::address_key(address)});
}

void Server::received(ConnectionId connection, std::span<const std::byte> bytes) {
  const auto found = place_of_.find(connection);
  if (found == place_of_.end()) return;
  around_.watch.each([&](Watcher& watcher) { watcher.bytes_heard(connection); });
  const Place place = found->second;
  feed(place.shard, hub::Received{place.session, bytes});
}

void Server::closed(ConnectionId connection) {
  const auto found = place_of_.find(connection);
  if (found == place_of_.end()) return;
  const Place place = found->second;
  connection_of_.erase({place.shard, place.session});
  place_of_.erase(found);
  feed(place.shard, hub::Closed{place.session});
}

void Server::heard_from_disk(std::uint32_t shard, hub::DiskLetter letter) {
  post_later(disk_lane, shard, [this, shard, letter = std::move(letter)] {
    if (const auto* committed = std::get_if<hub::EntriesCommitted>(&letter)) {
      known_safe_[committed->game] = std::max(known_safe_[committed->game], committed->number);
    }
    feed(shard, letter);
  });
}

void Server::feed(std::uint32_t shard, const hub::Input& input) {
  carry_out(shard, hubs_[shard]->step(input, now()));
  arm(shard);
}

void Server::carry_out(std::uint32_t shard, std::vector<hub::Output> outputs) {
  for (hub::Output& output : outputs) {
    if (const auto* frames = std::get_if<hub::Transmit>(&output)) {
      transmit(shard, *frames);
    } else if (const auto* goodbye = std::get_if<hub::Disconnect>(&output)) {
      disconnect(shard, goodbye->session);
    } else if (auto* letter = std::get_if<hub::PostShard>(&output)) {
      around_.saboteur.tamper(letter->letter);
      post_later(shard, letter->shard, [this, to = letter->shard, posted = std::move(letter->letter)] { feed(to, posted); });
    } else if (auto* wish = std::get_if<hub::PostDisk>(&output)) {
      post_to_disk(shard, std::move(wish->letter));
    }
  }
}

void Server::transmit(std::uint32_t shard, const hub::Transmit& transmit) {
  const auto message = wire::decode_server(transmit.frame.body());
  if (!message) {
    around_.watch.each([&](Watcher& watcher) { watcher.frame_refused(message.error().what); });
    return;
  }
  for (const std::uint64_t session : transmit.sessions) {
    const auto found = connection_of_.find({shard, session});
    if (found == connection_of_.end()) continue;
    const ConnectionId connection = found->second;
    const Presence& presence = around_.attendance.of(connection);
    for (const wire::Frame& frame : around_.saboteur.instead_of(transmit.frame, *message, connection, presence)) {
      const auto sent = wire::decode_server(frame.body());
      send(connection, frame, sent ? *sent : *message);
    }
  }
}

void Server::send(ConnectionId connection, const wire::Frame& frame, const wire::ServerMessage& message) {
  if (!place_of_.contains(connection)) return;
  const std::size_t unread = around_.network.unread_bytes(connection) + frame.bytes().size();
  if (unread > plan_.outbox_bytes_max && around_.saboteur.cuts_off()) return cut_off(connection);
  ++frames_sent_;
  mix(hash_of(frame.bytes()) ^ static_cast<std::uint64_t>(wire::micros(around_.world.now())) ^ connection);
  const FrameSent sent{connection, frame, message, around_.attendance.of(connection)};
  around_.watch.each([&](Watcher& watcher) { watcher.frame_sent(sent); });
  around_.attendance.told(connection, message);
  around_.network.write_to_client(connection, frame.bytes());
}

// As a socket does that fails in the middle of a step: the hub hears of it afterwards.
void Server::cut_off(ConnectionId connection) {
  around_.world.note("connection {} is cut off: it does not read", connection);
  around_.network.close_by_server(connection);
  const std::uint32_t life = lives_;
  around_.world.after(0us, [this, life, connection] {
    if (life == lives_ && up()) closed(connection);
  });
}

void Server::disconnect(std::uint32_t shard, std::uint64_t session) {
  const auto found = connection_of_.find({shard, session});
  if (found == connection_of_.end()) return;
  around_.network.close_by_server(found->second);
  place_of_.erase(found->second);
  connection_of_.erase(found);
}

void Server::post_to_disk(std::uint32_t shard, hub::DiskWish wish) {
  around_.saboteur.tamper(wish);
  if (const auto* append = std::get_if<hub::AppendEntry>(&wish)) {
    recorded_[append->game] = append->number;
    if (around_.saboteur.acknowledges(*append, *this)) {
      post_later(disk_lane, shard, [this, shard, game = append->game, number = append->number] {
        feed(shard, hub::EntriesCommitted{game, number});
      });
    }
  }
  post_later(shard, disk_lane, [this, shard, wish = std::move(wish)] { around_.disk.post(shard, wish); });
}

void Server::post_later(std::uint32_t from, std::uint32_t to, std::function<void()> deliver) {
  Lane& lane = lanes_[{from, to}];
  lane.last_arrival = std::max(lane.last_arrival, around_.world.now() + dice_.between(0us, plan_.letter_max));
  ++letters_on_their_way_;
  const std::uint32_t life = lives_;
  around_.world.at(lane.last_arrival, [this, life, deliver = std::move(deliver)] {
    if (life != lives_ || !up()) return;
    --letters_on_their_way_;
    deliver();
  });
}

void Server::arm(std::uint32_t shard) {
  const auto deadline = hubs_[shard]->deadline();
  if (deadline == armed_for_[shard]) return;
  armed_for_[shard] = deadline;
  if (!deadline) return;
  const Instant due = begun_in_world_ + (*deadline - begun_at_) + dice_.between(0us, plan_.tick_lateness_max);
  const std::uint32_t life = lives_;
  around_.world.at(due, [this, life, shard, deadline] {
    if (life != lives_ || !up() || armed_for_[shard] != deadline) return;
    armed_for_[shard].reset();
    if (!around_.saboteur.loses_tick()) feed(shard, hub::Tick{});
  });
}

void Server::mix(std::uint64_t value) {
  digest_ = exam::Random(digest_ ^ value).next();
}

}  // namespace certamen::sim
