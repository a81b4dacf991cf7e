#include "tests/fuzz/hub_driver.hpp"

#include <algorithm>

#include "proto/wire/codec.hpp"
#include "proto/wire/require.hpp"
#include "server/journal/journal.hpp"
#include "tests/support/toy_passwords.hpp"
#include "tests/unit/server/sample_paper.hpp"

namespace certamen::fuzz {
namespace {

using namespace std::chrono_literals;

constexpr std::uint32_t shard_count = 2;
constexpr int ticks_max = 100'000;  // in one stretch of time; far more than any room asks for

}  // namespace

HubDriver::HubDriver(Choices choices) : choices_(choices) {
  begin();
}

void HubDriver::begin() {
  hubs_.clear();
  for (std::uint32_t shard = 0; shard < shard_count; ++shard) {
    hub::Config config;
    config.shard = shard;
    config.shard_count = shard_count;
    config.limits.rooms_per_shard_max = 2;
    config.limits.held_entries_per_room_max = 40;
    config.limits.wishes_debt_max = 20;
    config.entropy = [this] { return random_.next(); };
    hubs_.push_back(std::make_unique<hub::Hub>(std::move(config)));
  }
}

void HubDriver::run() {
  while (!choices_.empty()) act();
  check_journals();
  leave_all();
}

void HubDriver::leave_all() {
  disk_held_ = false;
  for (std::uint32_t shard = 0; shard < shard_count; ++shard) {
    step(shard, hub::DiskLetter{hub::StorageTrouble{false}});
  }
  for (const hub::SessionId& session : std::exchange(sessions_, {})) step(session.shard, hub::Closed{session.number});
  run_for(room::deserted_close + 1h);
  for (const auto& hub : hubs_) {
    wire::require(hub->rooms().count() == 0, "a room that everyone left is dropped");
    wire::require(hub->session_count() == 0, "a session that closed is forgotten");
  }
}

// As after kill -9: what was not committed is gone, and so is every connection; time stood still.
void HubDriver::crash() {
  sessions_.clear();
  letters_.clear();
  disk_.clear();
  disk_held_ = false;
  begin();
  for (auto& [game, entries] : written_) {
    entries.resize(committed_[game]);
    if (entries.empty() || closed_.contains(game)) continue;
    std::vector<journal::Entry> read;
    for (const hub::AppendEntry& entry : entries) read.push_back(journal::decode(entry.bytes).value());
    const auto room = journal::replay(read);
    wire::require(room.has_value(), "what was committed replays");
    if (room->closed()) continue;
    const wire::RoomCode code = entries.front().code;
    const auto shard = static_cast<std::uint32_t>(lobby::shard_of(code, shard_count));
    take_in(shard, hubs_[shard]->restore(code, game, *room, entries.size(), now_));
  }
}

void HubDriver::check_journals() const {
  for (const auto& [game, entries] : written_) {
    if (entries.empty()) continue;
    const room::Room* room = nullptr;
    for (const auto& hub : hubs_) {
      if (const room::Room* found = hub->rooms().find(entries.front().code)) room = found;
    }
    if (room == nullptr) continue;
    std::vector<journal::Entry> read;
    for (const hub::AppendEntry& entry : entries) {
      wire::require(entry.number == read.size() + 1, "entries are numbered without a gap");
      read.push_back(journal::decode(entry.bytes).value());
    }
    const auto replayed = journal::replay(read);
    wire::require(replayed.has_value() && replayed->digest() == room->digest(), "the journal is the room");
  }
}

void HubDriver::run_for(wire::Duration length) {
  const wire::Instant until = now_ + length;
  for (int ticks = 0;; ++ticks) {
    wire::require(ticks < ticks_max, "time goes on");
    std::uint32_t next = shard_count;
    for (std::uint32_t shard = 0; shard < shard_count; ++shard) {
      const auto deadline = hubs_[shard]->deadline();
      if (deadline && *deadline <= until && (next == shard_count || *deadline < *hubs_[next]->deadline())) next = shard;
    }
    if (next == shard_count) break;
    now_ = std::max(now_, *hubs_[next]->deadline());
    step(next, hub::Tick{});
  }
  now_ = until;
}

void HubDriver::step(std::uint32_t shard, const hub::Input& input) {
  take_in(shard, hubs_[shard]->step(input, now_));
}

void HubDriver::take_in(std::uint32_t shard, const std::vector<hub::Output>& outputs) {
  for (const hub::Output& output : outputs) {
    if (const auto* transmit = std::get_if<hub::Transmit>(&output)) {
      listen(*transmit);
    } else if (const auto* disconnect = std::get_if<hub::Disconnect>(&output)) {
      std::erase(sessions_, hub::SessionId{shard, disconnect->session});
    } else if (const auto* letter = std::get_if<hub::PostShard>(&output)) {
      letters_.emplace_back(letter->shard, letter->letter);
    } else {
      const hub::DiskWish& wish = std::get<hub::PostDisk>(output).letter;
      if (const auto* entry = std::get_if<hub::AppendEntry>(&wish)) written_[entry->game].push_back(*entry);
      disk_.push_back({shard, wish});
    }
  }
  settle();
}

void HubDriver::listen(const hub::Transmit& transmit) {
  const auto message = wire::decode_server(transmit.frame.body());
  wire::require(message.has_value(), "what a hub sends can be read");
  const auto* event = std::get_if<wire::SeatEvent>(&*message);
  const auto* rights = event == nullptr ? nullptr : std::get_if<wire::RightsChanged>(&event->fact);
  if (rights != nullptr && rights->ticket && !known_.empty()) {
    known_.push_back({known_.back().code, known_.back().ticket, *rights->ticket});
  }
  const auto* joined = std::get_if<wire::RoomJoined>(&*message);
  if (joined == nullptr || !joined->ticket) return;
  known_.push_back({joined->code, *joined->ticket, joined->host_ticket.value_or(wire::Ticket{})});
}

void HubDriver::settle() {
  if (std::exchange(settling_, true)) return;
  while (!letters_.empty() || (!disk_held_ && !disk_.empty())) {
    if (!letters_.empty()) {
      const auto [to, letter] = std::move(letters_.front());
      letters_.pop_front();
      step(to, letter);
    } else {
      const DiskWork work = std::move(disk_.front());
      disk_.pop_front();
      do_disk(work);
    }
  }
  settling_ = false;
}

void HubDriver::do_disk(const DiskWork& work) {
  if (const auto word = test::toy_password_word(work.wish)) return step(work.shard, *word);
  if (const auto* entry = std::get_if<hub::AppendEntry>(&work.wish)) {
    committed_[entry->game] = entry->number;
    step(work.shard, hub::DiskLetter{hub::EntriesCommitted{entry->game, entry->number}});
  } else if (const auto* draw = std::get_if<hub::DrawPaper>(&work.wish)) {
    const std::uint32_t count = draw->spec.question_count > 5 ? 0 : draw->spec.question_count;  // a small bank
    step(work.shard, hub::DiskLetter{hub::PaperReady{draw->game, server_test::sample_paper(count)}});
  } else if (const auto* closed = std::get_if<hub::CloseGame>(&work.wish)) {
    closed_.insert(closed->game);
  }
}

}  // namespace certamen::fuzz
