// What is measured: a server and the load on it, each a process of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "tests/bench/macro/program.hpp"

namespace certamen::bench {

struct Shape {
  std::size_t rooms = 1;
  std::size_t players_per_room = 100;
  unsigned shards = 1;
  bool encrypted = false;
  [[nodiscard]] std::size_t players() const { return rooms * players_per_room; }
};

// The data file is in `folder`, with the journal on, as on every server.
class Target {
 public:
  Target(const Shape& shape, const std::string& bank, const std::string& folder);

  // Connects and seats everyone; keeps what that cost and how much memory it took.
  [[nodiscard]] nlohmann::json seat();
  // One question from its announcement to its ranking, answered within so many milliseconds.
  [[nodiscard]] nlohmann::json question(int answering_ms);
  [[nodiscard]] nlohmann::json ping() { return load_->ask({{"do", "ping"}}); }
  // Ends the matches and seats everyone in new rooms, on the same connections.
  void begin_anew();
  // Kilobytes of the server that no file stands behind.
  [[nodiscard]] long memory_kib() const;
  // SIGKILL, and a new start on the same data: milliseconds until it listens.
  [[nodiscard]] double restart_after_kill();

 private:
  void start();

  Shape shape_;
  std::string bank_;
  std::string data_;
  std::uint16_t port_ = 0;
  std::unique_ptr<Program> server_;
  std::unique_ptr<Program> load_;
};

// The floor with so many clients.
class FloorTarget {
 public:
  explicit FloorTarget(std::size_t clients);
  [[nodiscard]] nlohmann::json fan_out(std::uint32_t bytes) {
    return load_->ask({{"do", "fan_out"}, {"bytes", bytes}}).at(0);
  }
  [[nodiscard]] nlohmann::json storm() { return load_->ask({{"do", "storm"}}).at(0); }

 private:
  std::unique_ptr<Program> server_;
  std::unique_ptr<Program> load_;
};

}  // namespace certamen::bench
