// certamen-bench-micro: what this machine makes of Certamen. Prints times and, where it matters, ratios measured in one run.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <string_view>

#include "tests/bench/micro/fan_out.hpp"

int main(int argc, char* argv[]) {
  if (argc > 1 && std::string_view(argv[1]) == "--version") {
    fmt::print("certamen-bench-micro {}\n", CERTAMEN_VERSION);
    return 0;
  }
  if (argc > 1 && std::string_view(argv[1]) == "--help") {
    fmt::print(
        "certamen-bench-micro: steps of an answer's life and the fan-out of a question, measured on this machine.\n\n"
        "Options are Google Benchmark's, for example --benchmark_filter=hub and --benchmark_repetitions=5.\n");
    return 0;
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  for (const int receivers : {100, 400}) {
    if (!certamen::bench::measure_fan_out(receivers, 51)) fmt::print("not enough descriptors for {} sockets\n", receivers);
  }
  return 0;
}
