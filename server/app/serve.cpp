#include "server/app/serve.hpp"

#include <fmt/format.h>
#include <pthread.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <random>
#include <thread>

#include "server/app/bank_summary.hpp"
#include "server/app/certificate.hpp"
#include "server/app/disk_thread.hpp"
#include "server/app/recovery.hpp"
#include "server/net/network.hpp"

namespace certamen::app {
namespace {

constexpr int exit_unusable = 2;

int refuse(const std::string& why) {
  std::fputs(fmt::format("certamen-server: {}\n", why).c_str(), stderr);
  return exit_unusable;
}

// The kernel's generator, one per shard: tickets and codes must not be guessable.
lobby::Entropy system_entropy() {
  auto device = std::make_shared<std::random_device>();
  return [device] { return (static_cast<std::uint64_t>((*device)()) << 32U) | (*device)(); };
}

std::vector<hub::Config> shard_configs(const Options& options, const bank::Bank& bank) {
  const std::uint32_t shards = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  std::vector<hub::Config> configs;
  for (std::uint32_t shard = 0; shard < shards; ++shard) {
    configs.push_back({shard, shards, CERTAMEN_VERSION, summary_of(bank), options.limits, system_entropy(), options.seed});
  }
  return configs;
}

// Every thread inherits the mask, so only sigwait below hears these.
sigset_t block_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  // A file at its size limit or a peer that went away is an error to handle, not a reason to die.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

// A socket a player: the usual soft limit of 1,024 would be the first one met.
void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

void start_logging(const Options& options) {
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("certamen", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
  spdlog::set_level(spdlog::level::from_str(options.log_level));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
}

}  // namespace

int serve(const Options& options) {
  const sigset_t stop_signals = block_stop_signals();
  start_logging(options);
  raise_descriptor_limit();

  auto bank = bank::Bank::open(options.bank_path);
  if (!bank) return refuse(bank.error().what);
  auto store = store::Store::open(options.data_path);
  if (!store) return refuse(store.error().what);
  const auto last_instant = store->last_instant();
  if (!last_instant) return refuse(last_instant.error().what);
  const auto encryption = encryption_of(options);
  if (!encryption) return refuse(encryption.error().what);
  auto rooms = recover_rooms(*store);
  if (!rooms) return refuse(rooms.error().what);
  wire::Instant start = *last_instant;
  // A server that was killed between two heartbeats may have journaled later than the last of them.
  for (const RecoveredRoom& recovered : *rooms) start = std::max(start, recovered.last_instant);

  const net::ServerClock clock(start);
  std::unique_ptr<DiskThread> disk;
  net::Network network(
      shard_configs(options, *bank), clock,
      [&disk](std::uint32_t shard, hub::DiskWish wish) { disk->post(shard, std::move(wish)); }, *encryption);
  if (auto bound = network.bind(options.host, options.port); !bound) return refuse(bound.error().what);

  disk = std::make_unique<DiskThread>(
      std::move(*store), BankWatch(std::move(*bank), options.bank_path),
      DiskThread::Replies{
          [&network](std::uint32_t shard, hub::DiskLetter letter) { network.post(shard, std::move(letter)); },
          [&network](const hub::DiskLetter& letter) { network.post_to_all(letter); }});
  for (RecoveredRoom& recovered : *rooms) {
    spdlog::info("room {} is back with {} members", recovered.code, recovered.room.members().size());
    network.restore(recovered.code, recovered.game, std::move(recovered.room), recovered.entry_count);
  }
  network.start();
  std::fputs(fmt::format("listening on {}\n", network.address()).c_str(), stdout);
  if (*encryption) std::fputs(fmt::format("certificate SHA-256 {}\n", (*encryption)->fingerprint()).c_str(), stdout);
  std::fflush(stdout);

  int signal = 0;
  sigwait(&stop_signals, &signal);
  spdlog::info("stopping");
  network.stop();
  disk->stop();
  return 0;
}

}  // namespace certamen::app
