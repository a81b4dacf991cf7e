#include "tests/bench/load/floor_load.hpp"

#include <array>
#include <stdexcept>

#include "tests/bench/floor/request.hpp"

namespace certamen::bench {
namespace {

constexpr std::chrono::seconds patience{60};

}  // namespace

FloorLoad::FloorLoad(std::uint16_t port, pid_t server, std::size_t clients) : crowd_(port, nullptr), server_(server) {
  for (std::size_t i = 0; i <= clients; ++i) crowd_.connect();
  heard_.resize(crowd_.size());
  heard_at_.resize(crowd_.size());
  // One answer a client, so that every connection is accepted before anything is measured.
  static_cast<void>(storm());
}

Figures FloorLoad::fan_out(std::uint32_t bytes) {
  const FanOutRequest request{bytes};
  Stopwatch watch(server_);
  crowd_.link(0).send(std::as_bytes(std::span(&request, 1)));
  await(bytes, watch);
  return watch.finish("fan_out");
}

Figures FloorLoad::storm() {
  const std::array<std::byte, floor_answer_bytes> answer{};
  std::vector<Moment> sent_at(crowd_.size());
  Stopwatch watch(server_);
  for (std::size_t i = 1; i < crowd_.size(); ++i) {
    sent_at[i] = std::chrono::steady_clock::now();
    crowd_.link(i).send(answer);
  }
  await(floor_acknowledgement_bytes, watch);
  Figures figures = watch.finish("storm");
  for (std::size_t i = 1; i < crowd_.size(); ++i) {
    figures.waits.push_back(std::chrono::duration<double, std::micro>(heard_at_[i] - sent_at[i]).count());
  }
  return figures;
}

void FloorLoad::await(std::size_t bytes, Stopwatch& watch) {
  heard_.assign(crowd_.size(), 0);
  std::size_t missing = crowd_.size() - 1;
  const auto heard = [&](std::size_t index, std::span<const std::byte> part) {
    heard_[index] += part.size();
    if (heard_[index] != bytes) return;
    heard_at_[index] = std::chrono::steady_clock::now();
    watch.delivered(bytes);
    --missing;
  };
  const auto deadline = std::chrono::steady_clock::now() + patience;
  if (!crowd_.run(
          heard, [&] { return missing == 0; }, deadline))
    throw std::runtime_error("the floor does not answer");
}

}  // namespace certamen::bench
