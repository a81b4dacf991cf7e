#include "tests/loopback/crash/ledger.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/journal/journal.hpp"
#include "server/store/store.hpp"

namespace certamen::test {
namespace {

// Between the clock's start and the moment a room is put back on it.
constexpr wire::Duration restore_time_max{1'000'000};

wire::Result<std::vector<journal::Entry>> decoded(const store::StoredGame& game) {
  std::vector<journal::Entry> entries;
  for (const std::string& bytes : game.entries) {
    auto entry = journal::decode(bytes);
    if (!entry) return tl::unexpected(entry.error());
    entries.push_back(std::move(*entry));
  }
  return entries;
}

// What is left of the open question, if there is one.
std::optional<wire::Duration> remaining_of(const wire::Snapshot& snapshot, wire::Instant now) {
  if (snapshot.phase != wire::Phase::Asking || !snapshot.asked) return std::nullopt;
  return snapshot.asked->closes_at - (snapshot.paused ? snapshot.paused->since : now);
}

}  // namespace

struct Ledger::Found {
  room::Room room;
};

void Ledger::seated(const wire::RoomCode& code, wire::SeatId seat) {
  rooms_[code].seats.insert(seat);
}

void Ledger::acknowledged(const wire::RoomCode& code, wire::SeatId seat, std::uint32_t number, const wire::Answer& answer) {
  const auto [entry, fresh] = rooms_[code].answers.emplace(std::pair{seat, number}, answer);
  if (fresh) {
    ++acknowledged_count_;
  } else if (entry->second != answer) {
    broken(fmt::format("room {}, seat {}: question {} was acknowledged with two answers", code, seat.value, number));
  }
}

void Ledger::finished(const wire::RoomCode& code, const wire::MatchFinished& results) {
  rooms_[code].results = results;
}

void Ledger::returned(const wire::RoomCode& code, wire::SeatId seat, const wire::Snapshot& snapshot) {
  Told& told = rooms_[code];
  if (snapshot.asked && !snapshot.own_answer) {
    if (told.answers.contains({seat, snapshot.asked->number})) {
      broken(fmt::format("room {}, seat {}: the snapshot lacks the acknowledged answer to question {}", code, seat.value,
                         snapshot.asked->number));
    }
  }
  // The first to return meets the room as the restart left it; later ones may meet it running again.
  const auto expected = std::exchange(told.remaining, std::nullopt);
  if (!expected || !snapshot.paused) return;
  const auto remaining = remaining_of(snapshot, snapshot.paused->since);
  if (!remaining) return;
  ++times_compared_;
  if (*remaining > *expected || *remaining < *expected - restore_time_max) {
    broken(fmt::format("room {}: {} us were left at the kill, {} us are left now", code, expected->count(),
                       remaining->count()));
  }
}

void Ledger::pong(wire::Instant server, Steady::time_point local) {
  pong_ = {server, local};
}

void Ledger::check(const std::string& data_path, Steady::time_point killed_at) {
  auto store = store::Store::open(data_path);
  if (!store) return broken("the data file cannot be read after the kill: " + store.error().what);
  const auto games = store->open_games();
  if (!games) return broken("the journals cannot be read after the kill: " + games.error().what);
  const auto clock = store->last_instant();
  if (!clock) return broken("the clock cannot be read after the kill: " + clock.error().what);
  wire::Instant restart = *clock;
  std::map<wire::RoomCode, Found> found;
  for (const store::StoredGame& game : *games) {
    const auto entries = decoded(game);
    auto room = entries ? journal::replay(*entries) : tl::unexpected(entries.error());
    if (!room) {
      broken(fmt::format("the journal of room {} does not replay: {}", game.code, room.error().what));
      continue;
    }
    restart = std::max(restart, entries->back().at);
    found.emplace(game.code, Found{std::move(*room)});
  }
  check_clock(restart, killed_at);
  for (auto& [code, told] : rooms_) {
    const auto room = found.find(code);
    if (room == found.end()) {
      broken(fmt::format("room {} is gone", code));
    } else {
      check_room(code, told, room->second, restart);
    }
  }
}

void Ledger::check_room(const wire::RoomCode& code, Told& told, const Found& found, wire::Instant restart) {
  const auto& members = found.room.members();
  for (const wire::SeatId seat : told.seats) {
    if (!members.contains(seat)) broken(fmt::format("room {}: seat {} is gone", code, seat.value));
  }
  for (const auto& [key, answer] : told.answers) {
    const auto& [seat, number] = key;
    const auto member = members.find(seat);
    const bool kept = member != members.end() && member->second.given.size() >= number && member->second.given[number - 1] &&
                      member->second.given[number - 1]->answer == answer;
    if (!kept) {
      broken(fmt::format("room {}, seat {}: the acknowledged answer to question {} is lost", code, seat.value, number));
    }
  }
  if (told.results) {
    const auto results = found.room.results();
    const bool same = results && results->rows.size() >= told.results->rows.size() &&
                      std::equal(told.results->rows.begin(), told.results->rows.end(), results->rows.begin());
    if (!same) broken(fmt::format("room {}: the podium that was shown is not the one kept", code));
  }
  told.remaining.reset();
  if (told.seats.empty()) return;
  const wire::Snapshot snapshot = found.room.snapshot(*told.seats.begin(), wire::Language::English);
  told.remaining = remaining_of(snapshot, restart);
  if (told.remaining) ++rooms_in_question_;
}

void Ledger::check_clock(wire::Instant restart, Steady::time_point killed_at) {
  // A second kill before anyone spoke to the server tells nothing new about its clock.
  const auto pong = std::exchange(pong_, std::nullopt);
  if (!pong) return;
  const auto& [server, local] = *pong;
  const wire::Instant latest = server + std::chrono::duration_cast<wire::Duration>(killed_at - local);
  // A pong waits in its socket while this process does not run, and then seems younger than it is.
  constexpr wire::Duration pong_wait_max{5'000};
  if (restart > latest + pong_wait_max)
    broken(fmt::format("the clock runs {} us ahead after the kill", (restart - latest).count()));
  turned_back_worst_ = std::max(turned_back_worst_, server - restart);
  if (server - restart > turned_back_max) {
    broken(fmt::format("the kill turned the clock back by {} us", (server - restart).count()));
  }
}

}  // namespace certamen::test
