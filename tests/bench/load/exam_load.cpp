#include "tests/bench/load/exam_load.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "proto/wire/limits.hpp"
#include "server/room/room.hpp"

namespace certamen::bench {
namespace {

constexpr std::chrono::seconds patience{120};
constexpr std::size_t looked_into_every = 16;  // of the players; hosts always
constexpr std::size_t joining_at_once = 64;
constexpr wire::Duration before_asking{20'000};  // so early the watch is started for what the server's clock begins
constexpr wire::Duration after_opening{5'000};

wire::Duration own_time(Moment moment) {
  return std::chrono::duration_cast<wire::Duration>(moment.time_since_epoch());
}

wire::RoomSettings settings(std::size_t players) {
  wire::RoomSettings made;
  made.capacity = static_cast<std::uint32_t>(players);
  made.question_count = wire::questions_per_match_max;
  made.answer_seconds = 60;
  made.reading_seconds = 1;
  made.kinds = {wire::QuestionKind::SingleChoice};
  return made;
}

Moment soon() {
  return std::chrono::steady_clock::now() + patience;
}

}  // namespace

ExamLoad::ExamLoad(const Plan& plan)
    : plan_(plan),
      encryption_(plan.encrypted ? std::optional(tls::Context::for_client()) : std::nullopt),
      crowd_(plan.port, encryption_ ? &*encryption_ : nullptr) {}

void ExamLoad::send(std::size_t link, const wire::ClientMessage& message) {
  crowd_.link(link).send(wire::encode(message).bytes());
}

Figures ExamLoad::seat_everyone() {
  const bool connected = !clients_.empty();
  question_ = 0;
  open_rooms();
  surplus_ = 0;
  Stopwatch watch(plan_.server);
  const std::size_t players = plan_.rooms * plan_.players_per_room;
  std::size_t begun = 0;
  const auto heard = [&](std::size_t link, std::span<const std::byte> bytes) { hear(link, bytes, &watch); };
  missing_ = 0;
  while (begun < players || missing_ > 0) {
    while (begun < players && missing_ < joining_at_once) {
      const std::size_t room = begun / plan_.players_per_room;
      const std::size_t link = connected ? plan_.rooms + begun : crowd_.connect();
      if (!connected) clients_.push_back({.room = room});
      if (begun % plan_.players_per_room == 0) rooms_[room].first_player = link;
      clients_[link].frames = 0;
      clients_[link].expected = connected ? 1 : 2;  // Welcome and RoomJoined
      if (!connected) {
        const auto language = begun % 2 == 0 ? wire::Language::English : wire::Language::Spanish;
        send(link, wire::Hello{wire::protocol_version_min, wire::protocol_version_max, "load", language});
      }
      send(link, wire::JoinRoom{rooms_[room].code, "Player " + std::to_string(begun), wire::Role::Player});
      ++missing_;
      ++begun;
    }
    const std::size_t before = missing_;
    if (!crowd_.run(
            heard, [&] { return missing_ < before; }, soon()))
      throw std::runtime_error("nobody is let in");
  }
  Figures figures = watch.finish("join");
  // Rosters are told a little later, to everyone; they are part of what a join costs.
  const Moment quiet = std::chrono::steady_clock::now() + std::chrono::milliseconds(600);
  for (Client& client : clients_) client.expected = 0;
  static_cast<void>(crowd_.run(
      heard, [] { return false; }, quiet));
  const Figures all = watch.finish("join");
  figures.server_cpu = all.server_cpu;
  figures.messages = players;
  surplus_ = 0;
  synchronise();
  return figures;
}

void ExamLoad::open_rooms() {
  const bool connected = !clients_.empty();
  rooms_.assign(plan_.rooms, Room{});
  for (std::size_t room = 0; room < plan_.rooms; ++room) {
    const std::size_t link = connected ? room : crowd_.connect();
    if (!connected) {
      clients_.push_back({.room = room, .host = true});
      send(link, wire::Hello{wire::protocol_version_min, wire::protocol_version_max, "load", wire::Language::English});
    }
    rooms_[room].host = link;
    send(link, wire::OpenRoom{settings(plan_.players_per_room), ""});
    const auto heard = [&](std::size_t of, std::span<const std::byte> bytes) { hear(of, bytes, nullptr); };
    if (!crowd_.run(
            heard, [&] { return !rooms_[room].code.empty(); }, soon()))
      throw std::runtime_error("no room");
  }
}

// The timeline of the server by one ping of the first host.
void ExamLoad::synchronise() {
  clock_offset_ = wire::Duration::min();
  send(rooms_[0].host, wire::Ping{1, 0});
  const auto heard = [&](std::size_t of, std::span<const std::byte> bytes) { hear(of, bytes, nullptr); };
  if (!crowd_.run(
          heard, [&] { return clock_offset_ != wire::Duration::min(); }, soon())) {
    throw std::runtime_error("no pong");
  }
}

wire::Instant ExamLoad::server_now() const {
  return wire::Instant{own_time(std::chrono::steady_clock::now()) + clock_offset_};
}

bool ExamLoad::used_up() const {
  return question_ >= wire::questions_per_match_max;
}

void ExamLoad::order_all(const wire::Order& order) {
  for (Room& room : rooms_) {
    room.told = false;
    send(room.host, wire::CommandRoom{order, room.host_ticket});
  }
}

void ExamLoad::expect_of_players(std::size_t frames) {
  missing_ = 0;
  for (Client& client : clients_) {
    client.frames = 0;
    client.expected = client.host ? 0 : frames;
    if (client.expected > 0) ++missing_;
  }
}

void ExamLoad::await(Stopwatch* watch, const std::function<void()>& wake) {
  const auto heard = [&](std::size_t link, std::span<const std::byte> bytes) { hear(link, bytes, watch); };
  if (!crowd_.run(
          heard, [&] { return missing_ == 0; }, soon(), wake)) {
    throw std::runtime_error(std::to_string(missing_) + " clients wait in vain");
  }
}

Figures ExamLoad::fan_out(const char* name, std::size_t frames, const std::optional<wire::Order>& order) {
  expect_of_players(frames);
  surplus_ = 0;
  Stopwatch watch(plan_.server);
  if (order) order_all(*order);
  await(&watch);
  Figures figures = watch.finish(name);
  figures.surplus = surplus_;
  return figures;
}

std::vector<Figures> ExamLoad::question(std::chrono::milliseconds answering) {
  std::vector<Figures> phases;
  if (question_++ == 0) {
    // The start is told, papers are drawn and kept, room after room: the first is asked before the last is announced.
    phases.push_back(fan_out("start", 3, wire::Command::Start));
  } else {
    phases.push_back(fan_out("announce", 1, wire::Command::Next));
    wait_until(openings().first - room::opening_lead - before_asking);
    phases.push_back(fan_out("ask", 1, std::nullopt));
  }
  wait_until(openings().second + after_opening);
  phases.push_back(storm(answering));
  phases.push_back(reveal());
  phases.push_back(fan_out("ranking", 1, wire::Command::Next));
  return phases;
}

std::pair<wire::Instant, wire::Instant> ExamLoad::openings() const {
  const auto [soonest, latest] = std::minmax_element(
      rooms_.begin(), rooms_.end(), [](const Room& one, const Room& other) { return one.opens_at < other.opens_at; });
  return {soonest->opens_at, latest->opens_at};
}

// What comes meanwhile is heard.
void ExamLoad::wait_until(wire::Instant instant) {
  expect_of_players(0);
  const auto heard = [&](std::size_t link, std::span<const std::byte> bytes) { hear(link, bytes, nullptr); };
  static_cast<void>(crowd_.run(
      heard, [&] { return server_now() >= instant; }, soon()));
}

bool ExamLoad::last_of_room(std::size_t link) const {
  return link + 1 == rooms_[clients_[link].room].first_player + plan_.players_per_room;
}

void ExamLoad::answer(std::size_t link) {
  const auto options = std::max(1U, rooms_[clients_[link].room].option_count);
  const auto pick = static_cast<wire::OptionIndex>(link % options);
  clients_[link].sent_at = std::chrono::steady_clock::now();
  send(link, wire::SubmitAnswer{question_, wire::ChoiceAnswer{{pick}}, server_now()});
}

// Everyone but the last of each room answers, and is acknowledged.
Figures ExamLoad::storm(std::chrono::milliseconds answering) {
  expect_of_players(1);
  std::vector<std::size_t> answering_links;
  // Room after room in turns, as they would: nobody waits for another room's players.
  for (std::size_t player = 0; player < plan_.players_per_room; ++player) {
    for (const Room& room : rooms_) {
      const std::size_t link = room.first_player + player;
      if (!last_of_room(link)) {
        answering_links.push_back(link);
      } else {
        clients_[link].expected = 0;
        --missing_;
      }
    }
  }
  surplus_ = 0;
  std::size_t sent = 0;
  Stopwatch watch(plan_.server);
  const auto due = [&](std::size_t number) {
    return watch.begun() + answering * static_cast<long>(number) / static_cast<long>(answering_links.size());
  };
  const auto send_due = [&] {
    while (sent < answering_links.size() && std::chrono::steady_clock::now() >= due(sent)) answer(answering_links[sent++]);
  };
  await(&watch, send_due);
  Figures figures = watch.finish("storm");
  figures.surplus = surplus_;
  for (const std::size_t link : answering_links) {
    const auto wait = clients_[link].complete_at - clients_[link].sent_at;
    figures.waits.push_back(std::chrono::duration<double, std::micro>(wait).count());
  }
  return figures;
}

// The last answers come: everyone gets the reveal and an own result, the last ones an acknowledgement before.
Figures ExamLoad::reveal() {
  expect_of_players(2);
  surplus_ = 0;
  Stopwatch watch(plan_.server);
  for (std::size_t link = rooms_.size(); link < clients_.size(); ++link) {
    if (!last_of_room(link)) continue;
    clients_[link].expected = 3;
    answer(link);
  }
  await(&watch);
  Figures figures = watch.finish("reveal");
  figures.surplus = surplus_;
  return figures;
}

Figures ExamLoad::ping() {
  expect_of_players(1);
  Stopwatch watch(plan_.server);
  for (std::size_t link = rooms_.size(); link < clients_.size(); ++link) send(link, wire::Ping{question_ + 1, 0});
  for (const Room& room : rooms_) send(room.host, wire::Ping{question_ + 1, 0});
  await(&watch);
  return watch.finish("ping");
}

void ExamLoad::close_rooms() {
  // MatchFinished, and then RoomLeft.
  static_cast<void>(fan_out("finish", 1, wire::Command::End));
  static_cast<void>(fan_out("close", 1, wire::Command::End));
}

void ExamLoad::hear(std::size_t link, std::span<const std::byte> bytes, Stopwatch* watch) {
  std::vector<std::byte>& rest = clients_[link].rest;
  if (!rest.empty()) {
    rest.insert(rest.end(), bytes.begin(), bytes.end());
    bytes = rest;
  }
  std::size_t taken = 0;
  for (;;) {
    const auto left = bytes.subspan(taken);
    if (left.size() < wire::frame_header_bytes) break;
    std::size_t length = 0;
    for (std::size_t i = 0; i < wire::frame_header_bytes; ++i)
      length = (length << 8U) | std::to_integer<std::size_t>(left[i]);
    if (left.size() < wire::frame_header_bytes + length) break;
    hear_frame(link, left.first(wire::frame_header_bytes + length), watch);
    taken += wire::frame_header_bytes + length;
  }
  // `bytes` may lie in `rest` itself.
  rest = std::vector<std::byte>(bytes.begin() + static_cast<std::ptrdiff_t>(taken), bytes.end());
}

void ExamLoad::hear_frame(std::size_t link, std::span<const std::byte> frame, Stopwatch* watch) {
  Client& client = clients_[link];
  if (client.host || link % looked_into_every == 0 || frame.size() < 64)
    look_into(link, frame.subspan(wire::frame_header_bytes));
  if (client.host) return;
  if (client.expected == 0 || client.frames >= client.expected) {
    ++surplus_;
    return;
  }
  if (watch != nullptr) watch->delivered(frame.size());
  if (++client.frames < client.expected) return;
  client.complete_at = std::chrono::steady_clock::now();
  --missing_;
}

void ExamLoad::look_into(std::size_t link, std::span<const std::byte> body) {
  const auto message = wire::decode_server(body);
  if (!message) throw std::runtime_error("what the server says cannot be read: " + message.error().what);
  if (const auto* rejected = std::get_if<wire::Rejected>(&*message)) {
    throw std::runtime_error("the server refuses, for reason " + std::to_string(static_cast<int>(rejected->reason)));
  }
  if (const auto* goodbye = std::get_if<wire::Goodbye>(&*message)) {
    throw std::runtime_error("the server says goodbye, for reason " + std::to_string(static_cast<int>(goodbye->reason)));
  }
  if (!clients_[link].host) return;
  Room& room = rooms_[clients_[link].room];
  if (const auto* joined = std::get_if<wire::RoomJoined>(&*message)) {
    room.code = joined->code;
    room.host_ticket = joined->host_ticket.value();
  } else if (const auto* pong = std::get_if<wire::Pong>(&*message)) {
    clock_offset_ = pong->sent_at.time_since_epoch() - own_time(std::chrono::steady_clock::now());
  } else if (const auto* event = std::get_if<wire::RoomEvent>(&*message)) {
    note(room, event->fact);
  }
}

void ExamLoad::note(Room& room, const wire::RoomFact& fact) {
  if (const auto* announced = std::get_if<wire::QuestionAnnounced>(&fact)) {
    room.opens_at = announced->opens_at;
  } else if (const auto* asked = std::get_if<wire::QuestionAsked>(&fact)) {
    room.option_count = static_cast<std::uint32_t>(asked->options.size());
    room.opens_at = asked->opens_at;
  }
}

}  // namespace certamen::bench
