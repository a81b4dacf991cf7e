#include "tests/sim/plan.hpp"

#include <fmt/format.h>

#include <array>

namespace certamen::sim {
namespace {

std::int64_t milliseconds(Duration duration) {
  return duration.count() / 1'000;
}
std::int64_t milliseconds(Instant instant) {
  return milliseconds(instant.time_since_epoch());
}

Spell draw_spell(Dice& dice, Duration within, Duration length_max) {
  const Instant from = Instant{dice.between(5s, within)};
  return {from, from + dice.between(50ms, length_max)};
}

NetworkPlan draw_network(Dice& dice) {
  NetworkPlan network;
  const std::uint32_t weather = dice.between(0, 9);
  if (weather == 0) return network;
  network.delay_max = dice.between(5ms, weather < 6 ? 80ms : 400ms);
  network.jitter_max = dice.between(1ms, weather < 6 ? 20ms : 150ms);
  network.cut_percent = dice.between(10, 80);
  network.deaths_every = dice.between(weather < 6 ? 4s : 700ms, 12s);
  network.stalls_every = dice.between(weather < 6 ? 3s : 500ms, 9s);
  network.stall_max = dice.between(300ms, weather < 6 ? 3s : 11s);
  network.half_open_percent = dice.between(0, 50);
  if (dice.chance(25)) network.slow_reader_percent = 30;
  network.slow_bytes_per_second = dice.between(400, 4'000);
  return network;
}

DiskPlan draw_disk(Dice& dice, Duration chaos) {
  DiskPlan disk;
  disk.commit_max = dice.between(1ms, dice.chance(30) ? 60ms : 10ms);
  if (dice.chance(40)) {
    for (std::uint32_t i = dice.between(1, 3); i > 0; --i) disk.failing.push_back(draw_spell(dice, chaos, 6s));
  }
  if (dice.chance(30)) {
    disk.slow_max = dice.between(100ms, 2s);
    disk.slow.push_back(draw_spell(dice, chaos, 20s));
  }
  return disk;
}

CrashPlan draw_crash(Dice& dice, Duration chaos, std::uint32_t shards) {
  CrashPlan crash;
  crash.not_before = Instant{dice.between(2s, chaos)};
  if (dice.chance(75)) crash.phase = static_cast<wire::Phase>(dice.below(8));
  crash.delay = dice.between(0ms, dice.chance(50) ? 30ms : 2500ms);
  crash.downtime = dice.between(100ms, 9s);
  crash.politely = dice.chance(15);
  crash.shards_after = dice.chance(30) ? dice.between(1, 4) : shards;
  return crash;
}

}  // namespace

Plan make_plan(std::uint64_t seed, std::optional<std::uint32_t> shards) {
  Dice dice(seed, "plan");
  Plan plan;
  plan.seed = seed;
  plan.shards = dice.between(1, 4);
  if (shards) plan.shards = *shards;
  plan.letter_max = dice.between(100us, dice.chance(20) ? 30ms : 8ms);
  plan.tick_lateness_max = dice.between(10us, dice.chance(15) ? 700ms : 5ms);
  plan.chaos = dice.between(50s, 160s);
  plan.network = draw_network(dice);
  plan.disk = draw_disk(dice, plan.chaos);
  if (dice.chance(55)) {
    for (std::uint32_t i = dice.between(1, 3); i > 0; --i) {
      plan.crashes.push_back(draw_crash(dice, plan.chaos, plan.shards));
    }
  }
  plan.rooms = dice.between(1, 4);
  plan.players_max = dice.between(2, dice.chance(10) ? 40 : 12);
  plan.spectators = dice.between(0, 3);
  plan.soloists = dice.between(0, 3);
  plan.strangers = dice.between(0, 5);
  if (dice.chance(20)) plan.outbox_bytes_max = std::size_t{32} * 1024;
  if (dice.chance(10)) plan.limits.held_entries_per_room_max = 25;
  if (dice.chance(10)) plan.limits.rooms_per_shard_max = 1;
  if (dice.chance(10)) plan.limits.sessions_per_shard_max = 6;
  return plan;
}

Plan quiet_plan(std::uint64_t seed, std::uint32_t shards) {
  Plan plan;
  plan.seed = seed;
  plan.shards = shards;
  plan.rooms = plan.spectators = plan.soloists = plan.strangers = 0;
  plan.drift_ppm_max = 0;
  return plan;
}

std::string describe(const Plan& plan) {
  const NetworkPlan& net = plan.network;
  std::string text = fmt::format(
      "seed {}: {} shards, letters <= {} us, ticks late <= {} us, chaos {} ms\n"
      "  network: delay {}..{} us, jitter {} us, cut {} %, deaths every {} ms, stalls every {} ms of <= {} ms, "
      "half-open {} %, slow readers {} %\n"
      "  people: {} rooms of <= {} players, {} spectators, {} soloists, {} strangers; outbox {} bytes, held {}, sessions "
      "{}\n"
      "  disk: commits {}..{} us",
      plan.seed, plan.shards, plan.letter_max.count(), plan.tick_lateness_max.count(), milliseconds(plan.chaos),
      net.delay_min.count(), net.delay_max.count(), net.jitter_max.count(), net.cut_percent,
      net.deaths_every ? milliseconds(*net.deaths_every) : 0, net.stalls_every ? milliseconds(*net.stalls_every) : 0,
      milliseconds(net.stall_max), net.half_open_percent, net.slow_reader_percent, plan.rooms, plan.players_max,
      plan.spectators, plan.soloists, plan.strangers, plan.outbox_bytes_max, plan.limits.held_entries_per_room_max,
      plan.limits.sessions_per_shard_max, plan.disk.commit_min.count(), plan.disk.commit_max.count());
  for (const Spell& spell : plan.disk.failing) {
    text += fmt::format(", failing {}..{} ms", milliseconds(spell.from), milliseconds(spell.until));
  }
  for (const Spell& spell : plan.disk.slow) {
    text += fmt::format(", slow {}..{} ms", milliseconds(spell.from), milliseconds(spell.until));
  }
  for (const CrashPlan& crash : plan.crashes) {
    const std::string where = crash.phase ? fmt::format(" in phase {}", static_cast<int>(*crash.phase)) : "";
    text += fmt::format("\n  {}: after {} ms{} + {} ms, down {} ms, then {} shards", crash.politely ? "stop" : "crash",
                        milliseconds(crash.not_before), where, milliseconds(crash.delay), milliseconds(crash.downtime),
                        crash.shards_after);
  }
  return text;
}

}  // namespace certamen::sim
