// The network of a simulation: TCP, and cruel.
//
// Bytes are never lost or reordered inside a connection, but they arrive cut and glued anywhere, late, and unevenly in the
// two directions; connections stall, and they die at any byte, with each end hearing of it at once, late, or never. All
// luck comes from the given dice; all time from the World.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "tests/sim/plan.hpp"
#include "tests/sim/world.hpp"

namespace certamen::sim {

// Never reused within a simulation.
using ConnectionId = std::uint64_t;

// What a client program hears of its connections. Nothing after disconnected() or after closing it itself.
class ClientEnd {
 public:
  virtual void connected(ConnectionId connection) = 0;
  virtual void received(ConnectionId connection, std::span<const std::byte> bytes) = 0;
  virtual void disconnected(ConnectionId connection) = 0;  // also when nobody listens

 protected:
  ~ClientEnd() = default;
};

// What the server hears.
class ServerEnd {
 public:
  virtual void opened(ConnectionId connection) = 0;
  virtual void received(ConnectionId connection, std::span<const std::byte> bytes) = 0;
  virtual void closed(ConnectionId connection) = 0;

 protected:
  ~ServerEnd() = default;
};

struct Route {
  Duration to_server{};
  Duration to_client{};
  Duration jitter{};
  std::uint64_t bytes_per_second = 0;  // that the client takes; 0: any number
};

class Network {
 public:
  Network(World& world, const NetworkPlan& plan, Dice dice) : world_(world), plan_(plan), dice_(dice) {}

  // The server that answers from now on; nullptr: nobody listens.
  void listen(ServerEnd* server) { server_ = server; }
  // Draws the route of a client; bad only while it may rain.
  [[nodiscard]] Route draw_route();
  // The next route drawn is this one, without luck.
  void plan_route(const Route& route) { planned_route_ = route; }

  ConnectionId connect(ClientEnd& client, const Route& route);
  void write_to_server(ConnectionId connection, std::span<const std::byte> bytes);
  void write_to_client(ConnectionId connection, std::span<const std::byte> bytes);
  // Closes one end; what it wrote still arrives, what was on its way to it is lost.
  void close_by_client(ConnectionId connection);
  void close_by_server(ConnectionId connection);

  // The connection dies where it stands.
  void break_off(ConnectionId connection);
  void stall(ConnectionId connection, Duration length);
  // Every connection loses its server end.
  void server_died();
  // Deaths and stalls, by the plan, until then.
  void rain_until(Instant end);

  // Written towards the client and not yet read by it.
  [[nodiscard]] std::size_t unread_bytes(ConnectionId connection) const;
  // Both ends are open and nothing is on its way.
  [[nodiscard]] bool at_rest(ConnectionId connection) const;
  [[nodiscard]] bool alive(ConnectionId connection) const;
  [[nodiscard]] std::uint64_t deaths() const { return deaths_; }

 private:
  enum class Way : std::uint8_t { ToServer, ToClient };
  struct Piece {
    Instant arrives_at{};
    std::vector<std::byte> bytes;
  };
  struct Pipe {
    std::deque<Piece> pieces;
    std::size_t bytes = 0;
    std::size_t bytes_lost = 0;  // written after the connection died
    Instant last_arrival{};
    Instant stalled_until{};
    bool takes = true;
    std::optional<Instant> ends_at;  // when the reading end hears that there is no more
    std::optional<Instant> pump_at;
  };
  struct Connection {
    ClientEnd* client = nullptr;
    Route route;
    Pipe to_server;
    Pipe to_client;
    bool client_open = true;
    bool server_open = false;
    bool broken = false;
  };

  static Pipe& pipe_of(Connection& connection, Way way) {
    return way == Way::ToServer ? connection.to_server : connection.to_client;
  }
  void arrive(ConnectionId id);
  void write(ConnectionId id, Way way, std::span<const std::byte> bytes);
  void put(Pipe& pipe, Instant arrival, std::span<const std::byte> bytes);
  void plan_pump(ConnectionId id, Way way);
  void pump(ConnectionId id, Way way);
  void end(ConnectionId id, Way way);
  void truncate(Pipe& pipe);
  void stop(Pipe& pipe);
  void forget_if_over(ConnectionId id);
  void rain_death(Instant end);
  void rain_stall(Instant end);
  [[nodiscard]] std::optional<ConnectionId> pick_open();

  World& world_;
  const NetworkPlan plan_;
  Dice dice_;
  ServerEnd* server_ = nullptr;
  std::map<ConnectionId, Connection> connections_;
  ConnectionId connections_made_ = 0;
  std::optional<Route> planned_route_;
  std::uint64_t deaths_ = 0;
  Instant rain_end_{};
};

}  // namespace certamen::sim
