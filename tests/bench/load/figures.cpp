#include "tests/bench/load/figures.hpp"

#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <thread>

namespace certamen::bench {
namespace {

constexpr std::chrono::milliseconds settling{3};

double micros(std::chrono::nanoseconds span) {
  return static_cast<double>(span.count()) / 1e3;
}

// By the nearest rank.
double percentile(const std::vector<double>& sorted, int percent) {
  const std::size_t rank = (sorted.size() * static_cast<std::size_t>(percent) + 99) / 100;
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

}  // namespace

nlohmann::json to_json(const Figures& figures) {
  nlohmann::json json = {{"phase", figures.phase},
                         {"messages", figures.messages},
                         {"bytes", figures.bytes},
                         {"surplus", figures.surplus},
                         {"server_cpu_us", figures.server_cpu},
                         {"load_cpu_us", figures.load_cpu},
                         {"begun_us", figures.begun},
                         {"wall_us", figures.wall},
                         {"spread_us", figures.spread}};
  if (!figures.waits.empty()) {
    std::vector<double> sorted = figures.waits;
    std::sort(sorted.begin(), sorted.end());
    json["wait_us"] = {{"p50", percentile(sorted, 50)},
                       {"p95", percentile(sorted, 95)},
                       {"p99", percentile(sorted, 99)},
                       {"most", sorted.back()}};
  }
  return json;
}

Stopwatch::Stopwatch(pid_t server)
    : server_(server),
      own_(::getpid()),
      server_before_(server_.spent()),
      own_before_(own_.spent()),
      begun_(std::chrono::steady_clock::now()) {}

void Stopwatch::delivered(std::size_t bytes) {
  last_ = std::chrono::steady_clock::now();
  if (messages_++ == 0) first_ = last_;
  bytes_ += bytes;
}

Figures Stopwatch::finish(std::string phase) {
  Figures figures;
  figures.load_cpu = micros(own_.spent() - own_before_);
  std::this_thread::sleep_for(settling);
  figures.phase = std::move(phase);
  figures.messages = messages_;
  figures.begun = micros(begun_.time_since_epoch());
  figures.server_cpu = micros(server_.spent() - server_before_);
  if (messages_ == 0) return figures;
  figures.bytes = static_cast<double>(bytes_) / static_cast<double>(messages_);
  figures.wall = micros(last_ - begun_);
  figures.spread = micros(last_ - first_);
  return figures;
}

}  // namespace certamen::bench
