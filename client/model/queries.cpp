#include "client/model/queries.hpp"

#include <algorithm>

#include "client/model/address.hpp"

namespace certamen::model {

namespace {

Stage room_stage(const Model& model, Instant now) {
  const Room& room = *model.room;
  switch (room.phase) {
    case wire::Phase::Gathering: return Stage::Lobby;
    case wire::Phase::Drawing: return Stage::Drawing;
    case wire::Phase::Reading: return Stage::Reading;
    case wire::Phase::Asking: {
      const bool open = room.asked && (!model.clock.synchronised || server_now(model, now) >= room.asked->opens_at);
      return open ? Stage::Asking : Stage::Reading;
    }
    case wire::Phase::Revealing: return Stage::Revealing;
    case wire::Phase::Ranking: return Stage::Ranking;
    case wire::Phase::Finished: return Stage::Podium;
    case wire::Phase::Examining: return room.exam ? Stage::Examining : Stage::Drawing;
    case wire::Phase::Discussing: return Stage::Discussing;
  }
  return Stage::Lobby;
}

// When the present stage ends by itself; zero when it does not.
Instant stage_end(const Model& model, Instant now) {
  if (!model.room) return {};
  const Room& room = *model.room;
  if (room.exam) return room.exam->opens_at + own_time(room, room.exam->closes_at - room.exam->opens_at);
  const Stage seen = room_stage(model, now);
  if (seen == Stage::Reading && room.announced) return room.asked ? room.asked->opens_at : room.announced->opens_at;
  if (seen == Stage::Asking && room.asked) return answers_close_at(room);
  if (seen == Stage::Discussing && room.discussion) return room.discussion->continues_at;
  if (seen == Stage::Revealing && room.revealed) return room.revealed->continues_at;
  if (seen == Stage::Ranking && room.standings) return room.standings->shown.continues_at;
  return {};
}

Duration seconds_of(std::uint32_t seconds) {
  return std::chrono::seconds{seconds};
}

}  // namespace

Duration own_time(const Room& room, Duration whole) {
  const auto own = room.allowances.find(room.seat);
  return room.plays && own != room.allowances.end() ? wire::own_window(whole, own->second) : whole;
}

Duration answer_window(const Room& room) {
  return own_time(room, room.asked->closes_at - room.asked->opens_at);
}

Instant answers_close_at(const Room& room) {
  return room.asked->opens_at + answer_window(room);
}

Stage stage(const Model& model, Instant now) {
  if (!model.room && model.entry) return Stage::Entering;
  switch (model.screen) {
    case Screen::Start: return Stage::Start;
    case Screen::Solo: return Stage::Solo;
    case Screen::Join: return Stage::Join;
    case Screen::Host: return Stage::Host;
    case Screen::Settings: return Stage::Settings;
    case Screen::Review: return Stage::Review;
    case Screen::Room: return model.room ? room_stage(model, now) : Stage::Start;
  }
  return Stage::Start;
}

// In a paused room the server's clock is taken to stand still, too: everything that counts stopped then.
Instant server_now(const Model& model, Instant now) {
  const Instant estimate = to_server(model.clock, now);
  if (model.room && model.room->paused) return std::min(estimate, model.room->paused->since);
  return estimate;
}

std::optional<Duration> time_left(const Model& model, Instant now) {
  const Instant end = stage_end(model, now);
  if (end == Instant{}) return std::nullopt;
  return std::max(Duration::zero(), end - server_now(model, now));
}

Duration time_whole(const Model& model, Instant now) {
  if (stage_end(model, now) == Instant{}) return Duration::zero();
  const Room& room = *model.room;
  switch (room_stage(model, now)) {
    case Stage::Reading: return seconds_of(room.settings.reading_seconds);
    case Stage::Asking: return answer_window(room);
    case Stage::Discussing: return seconds_of(room.settings.discuss_seconds);
    case Stage::Examining: return own_time(room, room.exam->closes_at - room.exam->opens_at);
    case Stage::Revealing: return seconds_of(room.settings.reveal_seconds);
    case Stage::Ranking: return seconds_of(room.settings.ranking_seconds);
    case Stage::Start:
    case Stage::Solo:
    case Stage::Join:
    case Stage::Host:
    case Stage::Settings:
    case Stage::Entering:
    case Stage::Lobby:
    case Stage::Drawing:
    case Stage::Podium:
    case Stage::Review: return Duration::zero();
  }
  return Duration::zero();
}

std::string certificate_known(const Model& model) {
  for (const KnownServer& known : model.profile.known_servers) {
    if (known.address == model.connection.address) return known.fingerprint;
  }
  return {};
}

std::optional<Duration> lost_for(const Model& model, Instant now) {
  const auto& since = model.connection.lost_since_local;
  if (!since) return std::nullopt;
  return now - *since;
}

const wire::OwnResult* own_result(const Model& model) {
  if (!model.room || !model.room->own_result || !model.room->revealed) return nullptr;
  const wire::OwnResult& result = *model.room->own_result;
  return result.question_number == model.room->revealed->number ? &result : nullptr;
}

const wire::RankingRow* own_row(const std::vector<wire::RankingRow>& rows, wire::SeatId seat) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& each) { return each.seat == seat; });
  return row == rows.end() ? nullptr : &*row;
}

const wire::RankingRow* own_row(const Model& model) {
  if (!model.room) return nullptr;
  const Room& room = *model.room;
  if (room.finished) return own_row(room.finished->rows, room.seat);
  return room.standings ? own_row(room.standings->shown.rows, room.seat) : nullptr;
}

std::vector<wire::RosterEntry> players(const Model& model) {
  std::vector<wire::RosterEntry> result;
  if (!model.room) return result;
  for (const auto& [seat, entry] : model.room->roster) {
    if (entry.plays) result.push_back(entry);
  }
  return result;
}

std::size_t players_connected(const Model& model) {
  if (!model.room) return 0;
  const auto& roster = model.room->roster;
  return static_cast<std::size_t>(std::count_if(
      roster.begin(), roster.end(), [](const auto& each) { return each.second.plays && each.second.connected; }));
}

std::string seat_name(const Model& model, wire::SeatId seat) {
  if (!model.room) return {};
  const auto entry = model.room->roster.find(seat);
  if (entry != model.room->roster.end()) return entry->second.name;
  if (!model.room->finished) return {};
  const auto* row = own_row(model.room->finished->rows, seat);  // someone who left after the match
  return row == nullptr ? std::string{} : row->name;
}

std::optional<std::string> join_address(const Model& model) {
  const Connection& connection = model.connection;
  const bool own_machine = is_own_machine(connection.address);
  const bool own_interface = connection.address.find('%') != std::string::npos;  // others name theirs otherwise
  if (!own_machine && !own_interface) return connection.address;
  const auto told = connection.welcome ? connection.welcome->reachable : std::vector<std::string>{};
  for (const std::string& address : told) {
    if (parse_address(address) && !is_own_machine(address)) return address;
  }
  if (own_machine) return std::nullopt;
  return connection.address;
}

std::optional<std::string> join_line(const Model& model) {
  const auto address = join_address(model);
  if (!address || !model.room) return std::nullopt;
  return "certamen://" + *address + "/" + model.room->code;
}

bool is_host(const Model& model) {
  return model.room && model.room->host_ticket.has_value();
}

std::optional<wire::Command> host_action(const Model& model, Instant now) {
  if (!is_host(model)) return std::nullopt;
  const Room& room = *model.room;
  if (room.paused) {
    if (room.paused->reason == wire::PauseReason::StorageFailing) return std::nullopt;  // goes on by itself
    return wire::Command::Resume;
  }
  const bool by_hand = room.settings.pacing == wire::Pacing::HostPaced;
  switch (room_stage(model, now)) {
    case Stage::Lobby:
      if (players_connected(model) == 0) return std::nullopt;
      return wire::Command::Start;
    case Stage::Revealing:
    case Stage::Ranking:
      if (!by_hand) return std::nullopt;
      return wire::Command::Next;
    case Stage::Reading:
    case Stage::Asking:
    case Stage::Discussing:
    case Stage::Examining:
    case Stage::Drawing:
    case Stage::Podium:
    case Stage::Start:
    case Stage::Solo:
    case Stage::Join:
    case Stage::Host:
    case Stage::Settings:
    case Stage::Entering:
    case Stage::Review: return std::nullopt;
  }
  return std::nullopt;
}

bool can_close_early(const Model& model, Instant now) {
  if (!model.room) return false;
  const Stage seen = room_stage(model, now);
  return is_host(model) && !model.room->paused && (seen == Stage::Asking || seen == Stage::Discussing);
}

bool can_pause(const Model& model, Instant /*now*/) {
  if (!is_host(model) || model.room->paused) return false;
  const wire::Phase phase = model.room->phase;
  return (phase >= wire::Phase::Reading && phase <= wire::Phase::Ranking) || phase >= wire::Phase::Examining;
}

std::uint32_t review_total(const Model& model) {
  return model.room && model.room->finished ? model.room->finished->question_count : 0;
}

std::uint32_t scored_total(const Model& model) {
  const std::uint32_t asked = review_total(model);
  const bool exam = model.room && model.room->settings.mode == wire::Mode::ExamSimulation;
  if (!exam || asked == 0) return asked;
  return asked - std::min(model.room->settings.exam_unscored_count, asked - 1);
}

const wire::QuestionReviewed* reviewed(const Model& model) {
  if (!model.room) return nullptr;
  const auto found = model.room->review.find(model.room->review_number);
  return found == model.room->review.end() ? nullptr : &found->second;
}

}  // namespace certamen::model
