#include "tests/bench/client/program_at_rest.hpp"

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include "tests/bench/load/cpu_clock.hpp"
#include "tests/bench/macro/program.hpp"

namespace certamen::bench {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;
using std::chrono::steady_clock;

constexpr int starts = 5;
constexpr std::chrono::seconds patience{30};
constexpr std::chrono::seconds settling{3};
constexpr std::chrono::seconds resting{10};

bool has_picture(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".png" && entry.file_size() > 0) return true;
  }
  return false;
}

// Until the picture is there.
double start_time(const fs::path& folder) {
  const auto begun = steady_clock::now();
  Program client("certamen-client", {"--size", "1280x720", "--screenshots", folder.string()});
  while (!has_picture(folder)) {
    if (steady_clock::now() - begun > patience) throw std::runtime_error("certamen-client shows no screen");
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return std::chrono::duration<double, std::milli>(steady_clock::now() - begun).count();
}

}  // namespace

json watch_program(const std::string& scratch) {
  json first_screens = json::array();
  for (int i = 0; i < starts; ++i) {
    fs::remove_all(scratch);
    fs::create_directories(scratch);
    first_screens.push_back(start_time(scratch));
  }
  fs::remove_all(scratch);
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
