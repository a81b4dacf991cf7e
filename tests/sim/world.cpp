#include "tests/sim/world.hpp"

#include <algorithm>
#include <cstdio>

namespace certamen::sim {

void World::at(Instant when, std::function<void()> action) {
  planned_.emplace(std::pair{std::max(when, now_), ++plans_made_}, std::move(action));
}

bool World::step(Instant limit) {
  if (planned_.empty() || planned_.begin()->first.first > limit) return false;
  auto next = planned_.extract(planned_.begin());
  now_ = next.key().first;
  ++steps_;
  next.mapped()();
  return true;
}

void World::write(std::string line) {
  const std::int64_t micros = wire::micros(now_);
  std::string told = fmt::format("{:>4}.{:06} {}", micros / 1'000'000, micros % 1'000'000, line);
  if (verbose_) std::printf("%s\n", told.c_str());
  if (notes_.size() == notes_kept) notes_.pop_front();
  notes_.push_back(std::move(told));
}

}  // namespace certamen::sim
