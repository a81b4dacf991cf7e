#include "client/bot/tally.hpp"

#include <algorithm>
#include <utility>

namespace certamen::bot {

namespace {

void add(Sum& sum, const Tally& tally) {
  sum.players += 1;
  sum.joined += tally.joined ? 1 : 0;
  sum.slowest_join = std::max(sum.slowest_join, tally.joined_after);
  sum.answered += tally.pressed_at.size();
  sum.acknowledged += tally.acknowledged.size();
  sum.revealed += tally.revealed.size();
  sum.finished += tally.finished ? 1 : 0;
  sum.lost += tally.lost;
  sum.reconnections += tally.reconnections;
  const bool known = std::find(sum.failures.begin(), sum.failures.end(), tally.failure) != sum.failures.end();
  if (!tally.failure.empty() && !known) sum.failures.push_back(tally.failure);
}

void add_spreads(std::vector<wire::Duration>& spreads, const std::vector<const Tally*>& room) {
  std::map<Vote, std::pair<wire::Instant, wire::Instant>> first_and_last;
  for (const Tally* tally : room) {
    for (const auto& [number, at] : tally->asked_at) {
      const auto [entry, fresh] = first_and_last.try_emplace(number, at, at);
      if (fresh) continue;
      entry->second.first = std::min(entry->second.first, at);
      entry->second.second = std::max(entry->second.second, at);
    }
  }
  for (const auto& [number, span] : first_and_last) spreads.push_back(span.second - span.first);
}

}  // namespace

Percentiles percentiles_of(std::vector<wire::Duration> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const auto at = [&](std::size_t percent) { return values[(values.size() * percent + 99) / 100 - 1]; };
  return {at(50), at(95), at(99)};
}

Sum sum_of(const std::vector<std::vector<const Tally*>>& rooms) {
  Sum sum;
  std::vector<wire::Duration> acknowledgements;
  std::vector<wire::Duration> spreads;
  for (const auto& room : rooms) {
    sum.rooms += 1;
    for (const Tally* tally : room) {
      add(sum, *tally);
      for (const auto& [number, acknowledged] : tally->acknowledged) acknowledgements.push_back(acknowledged.after);
    }
    add_spreads(spreads, room);
  }
  sum.acknowledgement = percentiles_of(std::move(acknowledgements));
  if (!spreads.empty()) sum.widest_spread = *std::max_element(spreads.begin(), spreads.end());
  sum.spread = percentiles_of(std::move(spreads));
  return sum;
}

}  // namespace certamen::bot
