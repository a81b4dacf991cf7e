#include "tests/bench/client/program_at_rest.hpp"

#include <chrono>
#include <future>
#include <thread>

#include "tests/bench/load/cpu_clock.hpp"
#include "tests/bench/macro/program.hpp"

namespace certamen::bench {
namespace {

using nlohmann::json;
using std::chrono::steady_clock;

constexpr int starts = 5;
constexpr std::chrono::seconds patience{30};
constexpr std::chrono::seconds settling{3};
constexpr std::chrono::seconds resting{10};

// From the start of the program to its first picture on the screen.
double start_time() {
  const auto begun = steady_clock::now();
  Program client("certamen-client", {"--size", "1280x720", "--report-start"});
  // A client that never draws is killed, and then there is no line to read.
  auto line = std::async(std::launch::async, [&client] { return client.line(); });
  if (line.wait_for(patience) != std::future_status::ready) client.kill();
  (void)line.get();
  return std::chrono::duration<double, std::milli>(steady_clock::now() - begun).count();
}

}  // namespace

json watch_program() {
  json first_screens = json::array();
  for (int i = 0; i < starts; ++i) first_screens.push_back(start_time());
  Program client("certamen-client", {"--size", "1920x1080"});
  std::this_thread::sleep_for(settling);
  const CpuClock clock(client.process());
  const auto before = clock.spent();
  std::this_thread::sleep_for(resting);
  const double busy = std::chrono::duration<double>(clock.spent() - before).count();
  const Memory memory = memory_of(client.process());
  return {{"first_screen_ms", first_screens},
          {"idle_cpu_share", busy / std::chrono::duration<double>(resting).count()},
          {"resident_kib", memory.resident_kib},
          {"own_kib", memory.own_kib}};
}

}  // namespace certamen::bench
