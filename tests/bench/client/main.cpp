// certamen-bench-client: what the client's screens cost to draw, and the client to start and to do nothing.
//
// Needs a display. Prints one JSON object.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "tests/bench/client/frames.hpp"
#include "tests/bench/client/program_at_rest.hpp"

namespace certamen::bench {
namespace {

int run(int argc, char** argv) {
  CLI::App app{
      "certamen-bench-client: what the client's screens cost to draw, and the client to start and to do nothing.\n\n"
      "Needs a display of 3840x2160 at least. Prints one JSON object."};
  int frames = 8;
  app.add_option("--frames", frames, "Of each screen; a quarter of them in 3840x2160")
      ->check(CLI::Range(2, 10'000))
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  nlohmann::json all;
  all["frames"] = {draw_every_screen(1920, 1080, frames), draw_every_screen(3840, 2160, std::max(2, frames / 4))};
  all["program"] = watch_program();
  fmt::print("{}\n", all.dump(1));
  return 0;
}

}  // namespace
}  // namespace certamen::bench

int main(int argc, char** argv) {
  try {
    return certamen::bench::run(argc, argv);
  } catch (const std::exception& error) {
    std::fputs(fmt::format("certamen-bench-client: {}\n", error.what()).c_str(), stderr);
    return 1;
  }
}
