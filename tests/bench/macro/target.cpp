#include "tests/bench/macro/target.hpp"

#include <stdexcept>
#include <vector>

#include "tests/bench/load/cpu_clock.hpp"

namespace certamen::bench {
namespace {

// "listening on HOST:PORT"
std::uint16_t port_in(const std::string& line) {
  const auto colon = line.rfind(':');
  if (colon == std::string::npos) throw std::runtime_error("no port in '" + line + "'");
  return static_cast<std::uint16_t>(std::stoi(line.substr(colon + 1)));
}

// Everybody comes from one address here.
std::vector<std::string> limits() {
  std::vector<std::string> arguments;
  for (const char* limit : {"sessions_per_address=100000", "new_sessions_per_address_burst=1000000",
                            "rooms_per_address=2000", "new_rooms_per_address_burst=100000", "wishes_burst=1000000"}) {
    arguments.insert(arguments.end(), {"--limit", limit});
  }
  return arguments;
}

}  // namespace

Target::Target(const Shape& shape, const std::string& bank, const std::string& folder)
    : shape_(shape), bank_(bank), data_(folder + "/data.db") {
  start();
}

void Target::start() {
  std::vector<std::string> arguments = {"--bank",      bank_,         "--data",    data_,
                                        "--listen",    "127.0.0.1:0", "--threads", std::to_string(shape_.shards),
                                        "--log-level", "warn",        "--seed",    "5"};
  if (shape_.encrypted) arguments.emplace_back("--tls");
  const auto more = limits();
  arguments.insert(arguments.end(), more.begin(), more.end());
  server_ = std::make_unique<Program>("certamen-server", arguments);
  port_ = port_in(server_->line());
}

nlohmann::json Target::seat() {
  std::vector<std::string> arguments = {
      "--port",  std::to_string(port_),        "--server",  std::to_string(server_->process()),
      "--rooms", std::to_string(shape_.rooms), "--players", std::to_string(shape_.players_per_room)};
  if (shape_.encrypted) arguments.emplace_back("--tls");
  const long before = memory_kib();
  load_ = std::make_unique<Program>("certamen-bench-load", arguments);
  nlohmann::json seated = load_->ask({{"do", "seat"}}).at(0);
  seated["memory_kib"] = memory_kib() - before;
  return seated;
}

nlohmann::json Target::question(int answering_ms) {
  if (load_->ask({{"do", "used_up"}})) begin_anew();
  return load_->ask({{"do", "question"}, {"answering_ms", answering_ms}});
}

void Target::begin_anew() {
  static_cast<void>(load_->ask({{"do", "close"}}));
  static_cast<void>(load_->ask({{"do", "seat"}}));
}

long Target::memory_kib() const {
  return memory_of(server_->process()).own_kib;
}

double Target::restart_after_kill() {
  server_->kill();
  const auto begun = std::chrono::steady_clock::now();
  start();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

FloorTarget::FloorTarget(std::size_t clients)
    : server_(std::make_unique<Program>("certamen-bench-floor", std::vector<std::string>{})) {
  const std::uint16_t port = port_in(server_->line());
  load_ = std::make_unique<Program>(
      "certamen-bench-load",
      std::vector<std::string>{"--floor", "--port", std::to_string(port), "--server", std::to_string(server_->process()),
                               "--players", std::to_string(clients)});
}

}  // namespace certamen::bench
