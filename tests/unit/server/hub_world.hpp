// Hubs, the letters between them, their disk and the sessions that talk to them, under one clock and without a thread.
//
// Every frame that a hub sends must decode. The disk draws sample papers and commits at once, unless it is held.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/hub/hub.hpp"

namespace certamen::server_test {

// Who sits where, and by which right.
struct Seated {
  hub::SessionId session;
  wire::RoomCode code;
  wire::SeatId seat;
  wire::Ticket ticket;
  wire::Ticket host_ticket;  // of the opener only
};

// Limits that let go of nobody for being silent: most tests are about something else.
[[nodiscard]] hub::Limits patient_limits();

class HubWorld {
 public:
  // `change` may change what each hub is told at its birth.
  explicit HubWorld(std::uint32_t shard_count = 1, const hub::Limits& limits = patient_limits(),
                    const std::function<void(hub::Config&)>& change = {});

  // ---- sessions ----

  hub::SessionId connect(std::uint32_t shard = 0);
  hub::SessionId connect_from(const hub::AddressKey& address, std::uint32_t shard = 0);
  hub::SessionId greet_from(const hub::AddressKey& address, std::uint32_t shard = 0);
  // Connected and welcomed.
  hub::SessionId greet(wire::Language language = wire::Language::English, std::uint32_t shard = 0);
  void send(const hub::SessionId& session, const wire::ClientMessage& message);
  void send_bytes(const hub::SessionId& session, const std::string& bytes);
  void close(const hub::SessionId& session);

  // What the session heard since it was last asked.
  std::vector<wire::ServerMessage> heard(const hub::SessionId& session);
  // The only message since then, which must be of this kind.
  template <class Message>
  Message only(const hub::SessionId& session);
  wire::Refusal refused(const hub::SessionId& session) { return only<wire::Rejected>(session).reason; }
  // Whether no hub asked to close it, nor was it closed.
  [[nodiscard]] bool connected(const hub::SessionId& session) const { return !gone_.contains(session); }
  // Everyone forgets what they heard.
  void forget() { heard_.clear(); }

  // ---- rooms ----

  Seated open(const wire::RoomSettings& settings, wire::Language language = wire::Language::English,
              std::uint32_t shard = 0);
  Seated join(const wire::RoomCode& code, const std::string& name, wire::Language language = wire::Language::English,
              std::uint32_t shard = 0);
  void command(const Seated& host, wire::Command command) {
    send(host.session, wire::CommandRoom{command, host.host_ticket});
  }
  void answer(const Seated& player, const wire::Answer& answer);
  void resume(const hub::SessionId& session, const Seated& seat) { send(session, wire::ResumeSeat{seat.code, seat.ticket}); }
  // The room, wherever it lives; nothing when it does not.
  [[nodiscard]] const room::Room* find(const wire::RoomCode& code) const;
  [[nodiscard]] const room::Room& room(const Seated& member) const { return *find(member.code); }

  // ---- disk ----

  // From here on nothing is committed or drawn until the next commit().
  void hold_disk() { disk_held_ = true; }
  // Does the oldest `count` things that the disk was asked to do, and keeps holding.
  void commit(std::size_t count);
  void release_disk();
  void disk_fails(bool failing);
  [[nodiscard]] std::size_t disk_waiting() const { return disk_.size(); }
  // The entries on disk and on their way to it.
  [[nodiscard]] const std::map<hub::GameId, std::vector<hub::AppendEntry>>& journals() const { return journals_; }
  [[nodiscard]] const std::vector<hub::StoreResults>& results() const { return results_; }
  [[nodiscard]] const std::vector<hub::CloseGame>& closed_games() const { return closed_games_; }
  [[nodiscard]] const std::vector<hub::Heartbeat>& heartbeats() const { return heartbeats_; }
  // Every journal, replayed, gives its room.
  void check_journals() const;

  // ---- letters between shards ----

  void hold_letters() { letters_held_ = true; }
  void release_letters();

  // ---- time ----

  [[nodiscard]] wire::Instant now() const { return now_; }
  void wait(wire::Duration length) { now_ += length; }
  // Ticks every hub at its deadlines up to then.
  void run_until(wire::Instant until);
  void run_for(wire::Duration length) { run_until(now_ + length); }
  // Runs until the room is in this phase, as the host where nothing else moves it.
  void play_to(const Seated& host, wire::Phase phase);
  // Runs to the instant at which the next options open.
  void open_question(const Seated& host);

  [[nodiscard]] hub::Hub& hub(std::uint32_t shard = 0) { return *hubs_.at(shard); }
  // For what a test does to a hub directly.
  void take_in(std::uint32_t shard, const std::vector<hub::Output>& outputs);
  void step(std::uint32_t shard, const hub::Input& input);

 private:
  void take_in(std::uint32_t shard, const hub::Output& output);
  void settle();
  void do_disk(std::uint32_t shard, const hub::DiskWish& wish);

  struct Letter {
    std::uint32_t to = 0;
    hub::ShardLetter letter;
  };
  struct DiskWork {
    std::uint32_t shard = 0;
    hub::DiskWish wish;
  };

  wire::Instant now_{wire::Duration{1'000'000'000}};
  std::vector<std::unique_ptr<hub::Hub>> hubs_;
  std::uint64_t sessions_opened_ = 0;
  std::map<hub::SessionId, std::vector<wire::ServerMessage>> heard_;
  std::set<hub::SessionId> gone_;
  std::deque<Letter> letters_;
  std::deque<DiskWork> disk_;
  bool letters_held_ = false;
  bool disk_held_ = false;
  bool settling_ = false;
  std::map<hub::GameId, std::vector<hub::AppendEntry>> journals_;
  std::vector<hub::StoreResults> results_;
  std::vector<hub::CloseGame> closed_games_;
  std::vector<hub::Heartbeat> heartbeats_;
};

// The messages of one kind among these.
template <class Message>
[[nodiscard]] std::vector<Message> of_kind(const std::vector<wire::ServerMessage>& messages) {
  std::vector<Message> found;
  for (const wire::ServerMessage& message : messages) {
    if (const auto* kind = std::get_if<Message>(&message)) found.push_back(*kind);
  }
  return found;
}

// The facts of one kind in the room events, or seat events, among these.
template <class Event, class Fact>
[[nodiscard]] std::vector<Fact> facts_in(const std::vector<wire::ServerMessage>& messages) {
  std::vector<Fact> found;
  for (const Event& event : of_kind<Event>(messages)) {
    if (const auto* fact = std::get_if<Fact>(&event.fact)) found.push_back(*fact);
  }
  return found;
}
template <class Fact>
[[nodiscard]] std::vector<Fact> room_facts(const std::vector<wire::ServerMessage>& messages) {
  return facts_in<wire::RoomEvent, Fact>(messages);
}
template <class Fact>
[[nodiscard]] std::vector<Fact> seat_facts(const std::vector<wire::ServerMessage>& messages) {
  return facts_in<wire::SeatEvent, Fact>(messages);
}

// What the messages are, in order, for a failing test to print: "RoomJoined RoomEvent.RosterChanged ...".
[[nodiscard]] std::string names_of(const std::vector<wire::ServerMessage>& messages);

[[noreturn]] void fail_with(const std::string& what);

template <class Message>
Message HubWorld::only(const hub::SessionId& session) {
  const std::vector<wire::ServerMessage> messages = heard(session);
  const auto* message = messages.size() == 1 ? std::get_if<Message>(&messages.front()) : nullptr;
  if (message == nullptr) fail_with("heard: " + names_of(messages));
  return *message;
}

}  // namespace certamen::server_test
