#include "tests/sim/network.hpp"

#include <algorithm>
#include <utility>

namespace certamen::sim {

Route Network::draw_route() {
  if (planned_route_) return *std::exchange(planned_route_, std::nullopt);
  Route route;
  route.to_server = dice_.between(plan_.delay_min, plan_.delay_max);
  route.to_client = dice_.between(plan_.delay_min, plan_.delay_max);
  route.jitter = plan_.jitter_max;
  if (world_.now() < rain_end_ && dice_.chance(plan_.slow_reader_percent)) {
    route.bytes_per_second = plan_.slow_bytes_per_second;
  }
  return route;
}

ConnectionId Network::connect(ClientEnd& client, const Route& route) {
  const ConnectionId id = ++connections_made_;
  Connection& connection = connections_[id];
  connection.client = &client;
  connection.route = route;
  world_.after(route.to_server + dice_.between(0us, route.jitter), [this, id] { arrive(id); });
  return id;
}

void Network::arrive(ConnectionId id) {
  const auto found = connections_.find(id);
  if (found == connections_.end() || !found->second.client_open) {
    connections_.erase(id);
    return;
  }
  Connection& connection = found->second;
  const bool refused = server_ == nullptr || connection.broken;
  const Instant answer_at = world_.now() + connection.route.to_client + dice_.between(0us, connection.route.jitter);
  connection.to_client.last_arrival = answer_at;
  connection.server_open = !refused;
  world_.at(answer_at, [this, id, refused] {
    const auto known = connections_.find(id);
    if (known == connections_.end() || !known->second.client_open) return;
    ClientEnd& client = *known->second.client;
    if (refused) {
      connections_.erase(known);
      client.disconnected(id);
    } else {
      client.connected(id);
    }
  });
  if (!refused) server_->opened(id);
}

void Network::write_to_server(ConnectionId connection, std::span<const std::byte> bytes) {
  write(connection, Way::ToServer, bytes);
}
void Network::write_to_client(ConnectionId connection, std::span<const std::byte> bytes) {
  write(connection, Way::ToClient, bytes);
}

void Network::write(ConnectionId id, Way way, std::span<const std::byte> bytes) {
  const auto found = connections_.find(id);
  if (found == connections_.end()) return;
  Connection& connection = found->second;
  Pipe& pipe = pipe_of(connection, way);
  if (!pipe.takes) {
    pipe.bytes_lost += bytes.size();
    return;
  }
  const Route& route = connection.route;
  Duration delay = (way == Way::ToServer ? route.to_server : route.to_client) + dice_.between(0us, route.jitter);
  while (!bytes.empty()) {
    const bool cut = bytes.size() > 1 && dice_.chance(plan_.cut_percent);
    const std::size_t length = cut ? 1 + static_cast<std::size_t>(dice_.below(bytes.size() - 1)) : bytes.size();
    Instant arrival = std::max({world_.now() + delay, pipe.last_arrival, pipe.stalled_until});
    if (way == Way::ToClient && route.bytes_per_second > 0) {
      arrival += Duration{static_cast<std::int64_t>(length * 1'000'000 / route.bytes_per_second)};
    }
    put(pipe, arrival, bytes.first(length));
    bytes = bytes.subspan(length);
    delay += dice_.between(0us, route.jitter + 1ms);
  }
  plan_pump(id, way);
}

void Network::put(Pipe& pipe, Instant arrival, std::span<const std::byte> bytes) {
  if (pipe.pieces.empty() || pipe.pieces.back().arrives_at != arrival) pipe.pieces.push_back({arrival, {}});
  auto& last = pipe.pieces.back().bytes;
  last.insert(last.end(), bytes.begin(), bytes.end());
  pipe.bytes += bytes.size();
  pipe.last_arrival = arrival;
}

void Network::plan_pump(ConnectionId id, Way way) {
  Pipe& pipe = pipe_of(connections_.at(id), way);
  std::optional<Instant> due = pipe.ends_at;
  if (!pipe.pieces.empty()) due = pipe.pieces.front().arrives_at;
  if (!due || (pipe.pump_at && *pipe.pump_at <= *due)) return;
  pipe.pump_at = std::max(*due, world_.now());
  world_.at(*pipe.pump_at, [this, id, way] { pump(id, way); });
}

void Network::pump(ConnectionId id, Way way) {
  const auto found = connections_.find(id);
  if (found == connections_.end()) return;
  Pipe& pipe = pipe_of(found->second, way);
  if (!pipe.pump_at || *pipe.pump_at != world_.now()) return;
  pipe.pump_at.reset();
  std::vector<std::byte> arrived;
  while (!pipe.pieces.empty() && pipe.pieces.front().arrives_at <= world_.now()) {
    auto& bytes = pipe.pieces.front().bytes;
    arrived.insert(arrived.end(), bytes.begin(), bytes.end());
    pipe.pieces.pop_front();
  }
  pipe.bytes -= arrived.size();
  const bool over = pipe.pieces.empty() && pipe.ends_at && *pipe.ends_at <= world_.now();
  if (over) pipe.ends_at.reset();
  plan_pump(id, way);
  // Whoever is handed bytes may write and close in turn, so nothing of the connection is held meanwhile.
  if (!arrived.empty() && way == Way::ToServer && found->second.server_open && server_ != nullptr) {
    server_->received(id, arrived);
  } else if (!arrived.empty() && way == Way::ToClient && found->second.client_open) {
    found->second.client->received(id, arrived);
  }
  if (over) end(id, way);
}

void Network::end(ConnectionId id, Way way) {
  const auto found = connections_.find(id);
  if (found == connections_.end()) return;
  Connection& connection = found->second;
  if (way == Way::ToServer && connection.server_open) {
    connection.server_open = false;
    stop(connection.to_client);
    if (server_ != nullptr) server_->closed(id);
  } else if (way == Way::ToClient && connection.client_open) {
    connection.client_open = false;
    stop(connection.to_server);
    connection.client->disconnected(id);
  }
  forget_if_over(id);
}

void Network::stop(Pipe& pipe) {
  pipe.takes = false;
}

void Network::close_by_client(ConnectionId id) {
  const auto found = connections_.find(id);
  if (found == connections_.end() || !found->second.client_open) return;
  Connection& connection = found->second;
  connection.client_open = false;
  connection.to_client = Pipe{};
  connection.to_client.takes = false;
  connection.to_server.takes = false;
  if (connection.server_open && !connection.broken) {
    connection.to_server.ends_at = std::max(connection.to_server.last_arrival, world_.now() + connection.route.to_server);
    plan_pump(id, Way::ToServer);
  }
  forget_if_over(id);
}

void Network::close_by_server(ConnectionId id) {
  const auto found = connections_.find(id);
  if (found == connections_.end() || !found->second.server_open) return;
  Connection& connection = found->second;
  connection.server_open = false;
  connection.to_server = Pipe{};
  connection.to_server.takes = false;
  connection.to_client.takes = false;
  if (connection.client_open && !connection.broken) {
    connection.to_client.ends_at = std::max(connection.to_client.last_arrival, world_.now() + connection.route.to_client);
    plan_pump(id, Way::ToClient);
  }
  forget_if_over(id);
}

void Network::forget_if_over(ConnectionId id) {
  const auto found = connections_.find(id);
  if (found != connections_.end() && !found->second.client_open && !found->second.server_open) connections_.erase(found);
}

// Keeps the bytes up to a random one.
void Network::truncate(Pipe& pipe) {
  std::size_t kept = static_cast<std::size_t>(dice_.below(pipe.bytes + 1));
  pipe.bytes = kept;
  for (Piece& piece : pipe.pieces) {
    piece.bytes.resize(std::min(piece.bytes.size(), kept));
    kept -= piece.bytes.size();
  }
  while (!pipe.pieces.empty() && pipe.pieces.back().bytes.empty()) pipe.pieces.pop_back();
  pipe.takes = false;
  pipe.ends_at.reset();
}

void Network::break_off(ConnectionId id) {
  const auto found = connections_.find(id);
  if (found == connections_.end() || found->second.broken) return;
  Connection& connection = found->second;
  world_.note("connection {} dies", id);
  ++deaths_;
  connection.broken = true;
  for (const Way way : {Way::ToServer, Way::ToClient}) {
    Pipe& pipe = pipe_of(connection, way);
    truncate(pipe);
    if (!dice_.chance(plan_.half_open_percent)) {
      const Instant last = pipe.pieces.empty() ? world_.now() : pipe.pieces.back().arrives_at;
      pipe.ends_at = std::max(last, world_.now()) + dice_.between(0ms, dice_.chance(70) ? 50ms : 5s);
    }
    plan_pump(id, way);
  }
}

void Network::server_died() {
  std::vector<ConnectionId> everyone;
  for (const auto& [id, connection] : connections_) everyone.push_back(id);
  for (const ConnectionId id : everyone) {
    Connection& connection = connections_.at(id);
    if (!connection.server_open) continue;
    connection.server_open = false;
    connection.broken = true;
    connection.to_server = Pipe{};
    connection.to_server.takes = false;
    truncate(connection.to_client);
    if (!dice_.chance(plan_.half_open_percent)) {
      connection.to_client.ends_at = std::max(connection.to_client.last_arrival, world_.now()) + dice_.between(0ms, 400ms);
    }
    plan_pump(id, Way::ToClient);
    forget_if_over(id);
  }
}

void Network::stall(ConnectionId id, Duration length) {
  const auto found = connections_.find(id);
  if (found == connections_.end()) return;
  for (const Way way : {Way::ToServer, Way::ToClient}) {
    Pipe& pipe = pipe_of(found->second, way);
    pipe.stalled_until = std::max(pipe.stalled_until, world_.now() + length);
    for (Piece& piece : pipe.pieces) piece.arrives_at = std::max(piece.arrives_at, pipe.stalled_until);
    pipe.last_arrival = std::max(pipe.last_arrival, pipe.pieces.empty() ? pipe.last_arrival : pipe.stalled_until);
    if (pipe.ends_at) pipe.ends_at = std::max(*pipe.ends_at, pipe.last_arrival);
  }
}

std::optional<ConnectionId> Network::pick_open() {
  std::vector<ConnectionId> open;
  for (const auto& [id, connection] : connections_) {
    if (connection.client_open && connection.server_open && !connection.broken) open.push_back(id);
  }
  if (open.empty()) return std::nullopt;
  return dice_.pick(open);
}

void Network::rain_until(Instant end) {
  rain_end_ = end;
  if (plan_.deaths_every) rain_death(end);
  if (plan_.stalls_every) rain_stall(end);
}

void Network::rain_death(Instant end) {
  const Instant next = world_.now() + dice_.between(1ms, 2 * *plan_.deaths_every);
  if (next >= end) return;
  world_.at(next, [this, end] {
    if (const auto unlucky = pick_open()) break_off(*unlucky);
    rain_death(end);
  });
}

void Network::rain_stall(Instant end) {
  const Instant next = world_.now() + dice_.between(1ms, 2 * *plan_.stalls_every);
  if (next >= end) return;
  world_.at(next, [this, end] {
    if (const auto unlucky = pick_open()) stall(*unlucky, dice_.between(1ms, plan_.stall_max));
    rain_stall(end);
  });
}

std::size_t Network::unread_bytes(ConnectionId id) const {
  const auto found = connections_.find(id);
  return found == connections_.end() ? 0 : found->second.to_client.bytes + found->second.to_client.bytes_lost;
}

bool Network::at_rest(ConnectionId id) const {
  const auto found = connections_.find(id);
  if (found == connections_.end()) return false;
  const Connection& connection = found->second;
  return connection.client_open && connection.server_open && !connection.broken && connection.to_server.pieces.empty() &&
         connection.to_client.pieces.empty();
}

bool Network::alive(ConnectionId id) const {
  const auto found = connections_.find(id);
  return found != connections_.end() && found->second.client_open && found->second.server_open && !found->second.broken;
}

}  // namespace certamen::sim
