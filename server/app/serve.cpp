#include "server/app/serve.hpp"

#include <fmt/format.h>
#include <pthread.h>
#include <spdlog/spdlog.h>
#include <sys/random.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <thread>

#include "proto/wire/require.hpp"
#include "server/app/bank_summary.hpp"
#include "server/app/beacon_options.hpp"
#include "server/app/certificate.hpp"
#include "server/app/disk_thread.hpp"
#include "server/app/doors.hpp"
#include "server/app/logging.hpp"
#include "server/app/password_thread.hpp"
#include "server/app/recovery.hpp"
#include "server/app/status_page.hpp"
#include "server/net/network.hpp"

namespace certamen::app {
namespace {

constexpr int exit_at_once = 1;
constexpr int exit_unusable = 2;
constexpr std::chrono::milliseconds look_interval{100};  // at the questions that still run, at a stop

int refuse(const std::string& why) {
  std::fputs(fmt::format("certamen-server: {}\n", why).c_str(), stderr);
  return exit_unusable;
}

std::string unreadable(const Options& options, const wire::Fault& fault) {
  return fmt::format("the data file {} cannot be read: {}; put a backup in its place or choose another with --data",
                     options.data_path, fault.what);
}

// The kernel's generator: tickets and codes must not be guessable. From any thread.
std::uint64_t random_number() {
  std::uint64_t number = 0;
  wire::require(::getentropy(&number, sizeof(number)) == 0, "the kernel gives random numbers");
  return number;
}

std::vector<hub::Config> shard_configs(const Options& options, const bank::Bank& bank, const Doors& doors) {
  const std::uint32_t shards = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  std::vector<hub::Config> configs;
  for (std::uint32_t shard = 0; shard < shards; ++shard) {
    configs.push_back({shard, shards, CERTAMEN_VERSION, summary_of(bank), options.limits, random_number, options.seed,
                       doors.name_filter, doors.server_password, doors.rooms_for_holders});
  }
  return configs;
}

// What a server is made of before it has threads and sockets.
struct Parts {
  BankWatch bank;
  store::Store store;
  wire::Instant last_instant;
  std::optional<tls::Context> encryption;
  Doors doors;
  std::vector<RecoveredRoom> rooms;
};

// A fault is one sentence for the operator.
wire::Result<Parts> open_parts(const Options& options) {
  auto bank = BankWatch::open(options.bank_path);
  if (!bank) return tl::unexpected(bank.error());
  auto store = store::Store::open(options.data_path);
  if (!store) return tl::unexpected(store.error());
  const auto last_instant = store->last_instant();
  if (!last_instant) return wire::fault(unreadable(options, last_instant.error()));
  auto encryption = encryption_of(options);
  if (!encryption) return tl::unexpected(encryption.error());
  auto doors = doors_of(options, random_number);
  if (!doors) return tl::unexpected(doors.error());
  auto rooms = recover_rooms(*store);
  if (!rooms) return wire::fault(unreadable(options, rooms.error()));
  return Parts{std::move(*bank),       std::move(*store), *last_instant,
               std::move(*encryption), std::move(*doors), std::move(*rooms)};
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

// The journals need no orderly end: whatever was acknowledged is in them.
void stop_at_once_on_second(const sigset_t& signals) {
  std::thread([signals] {
    int signal = 0;
    sigwait(&signals, &signal);
    std::fputs("certamen-server: stopped at once\n", stderr);
    std::_Exit(exit_at_once);
  }).detach();
}

// Also one whose end is known and not yet told, because its commit is under way.
bool any_question_runs(const net::Network& network) {
  const auto shards = network.count(look_interval);
  return std::any_of(shards.begin(), shards.end(), [](const auto& shard) {
    return !shard || shard->hub.rooms_in_question > 0 || shard->hub.steps_held > 0;
  });
}

void await_questions(net::Network& network, std::uint32_t seconds_max) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(seconds_max);
  while (any_question_runs(network) && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(look_interval);
}

std::optional<std::int64_t> keep_games_seconds(const Options& options) {
  constexpr std::int64_t day_seconds = 86'400;
  if (!options.keep_games_days) return std::nullopt;
  return std::int64_t{*options.keep_games_days} * day_seconds;
}

wire::Instant start_of_timeline(wire::Instant last_instant, const std::vector<RecoveredRoom>& rooms) {
  // A server that was killed between two heartbeats may have journaled later than the last of them.
  for (const RecoveredRoom& recovered : rooms) last_instant = std::max(last_instant, recovered.last_instant);
  return last_instant;
}

void restore(net::Network& network, std::vector<RecoveredRoom> rooms) {
  for (RecoveredRoom& recovered : rooms) {
    spdlog::info("room {} is back with {} members", recovered.code, recovered.room.members().size());
    network.restore(recovered.code, recovered.game, std::move(recovered.room), recovered.entry_count);
  }
}

// By default where others reach the server: this machine itself needs no finding.
wire::Result<void> announce(const Options& options, net::Network& network) {
  if (options.no_beacon || (!network.serves_others() && !options.beacon_to)) return {};
  const auto [host, port] = options.beacon_to.value_or(std::pair{std::string{}, std::uint16_t{0}});
  const std::string name = name_in_beacons(options);
  spdlog::info("telling the local network of this server as {}", name);
  return network.announce(random_number(), name, host, port);
}

// Binds every port that was asked for.
wire::Result<void> open_ports(const Options& options, net::Network& network, net::StatusListener& status) {
  if (auto bound = network.bind(options.host, options.port); !bound) return bound;
  if (auto told = announce(options, network); !told) return told;
  return options.status ? status.bind(options.status->first, options.status->second) : wire::Result<void>{};
}

// For whoever started it, a line each.
void print_addresses(const Options& options, const net::Network& network, const net::StatusListener& status,
                     const std::optional<tls::Context>& encryption) {
  const auto print = [](const std::string& line) { std::fputs((line + '\n').c_str(), stdout); };
  print(fmt::format("listening on {}", network.address()));
  if (encryption) print(fmt::format("certificate SHA-256 {}", encryption->fingerprint()));
  if (options.status) print(fmt::format("status on {}", status.address()));
  for (const std::string& address : network.reachable()) print(fmt::format("reachable at {}", address));
  std::fflush(stdout);
}

void await_stop(const sigset_t& signals, const Options& options, net::Network& network, StatusPage& page) {
  int signal = 0;
  sigwait(&signals, &signal);
  spdlog::info("stopping");
  if (options.drain_seconds > 0) network.drain();
  page.begin_draining();
  stop_at_once_on_second(signals);
  if (options.drain_seconds > 0) await_questions(network, options.drain_seconds);
}

}  // namespace

int serve(const Options& options) {
  const sigset_t stop_signals = block_stop_signals();
  start_logging(options.log_level, options.log_format);
  raise_descriptor_limit();

  auto parts = open_parts(options);
  if (!parts) return refuse(parts.error().what);

  const net::ServerClock clock(start_of_timeline(parts->last_instant, parts->rooms));
  std::unique_ptr<DiskThread> disk;
  std::unique_ptr<PasswordThread> passwords;
  net::Network network(
      shard_configs(options, parts->bank.bank(), parts->doors), clock,
      [&disk, &passwords](std::uint32_t shard, std::vector<hub::DiskWish> wishes) {
        std::vector<hub::DiskWish> rest;
        for (hub::DiskWish& wish : wishes) {
          if (!passwords->take(shard, wish)) rest.push_back(std::move(wish));
        }
        disk->post(shard, std::move(rest));
      },
      parts->encryption);
  std::unique_ptr<StatusPage> page;
  net::StatusListener status([&page](const std::string& path) { return page->reply(path); });
  if (auto opened = open_ports(options, network, status); !opened) return refuse(opened.error().what);

  const auto to_shard = [&network](std::uint32_t shard, hub::DiskLetter letter) { network.post(shard, std::move(letter)); };
  disk = std::make_unique<DiskThread>(
      std::move(parts->store), std::move(parts->bank),
      DiskThread::Replies{to_shard, [&network](const hub::DiskLetter& letter) { network.post_to_all(letter); }},
      keep_games_seconds(options));
  passwords = std::make_unique<PasswordThread>(to_shard, random_number);
  page = std::make_unique<StatusPage>(network, *disk);
  restore(network, std::move(parts->rooms));
  network.start();
  if (options.status) status.start();
  print_addresses(options, network, status, parts->encryption);

  await_stop(stop_signals, options, network, *page);
  passwords->stop();
  network.stop();
  disk->stop();
  return 0;
}

}  // namespace certamen::app
