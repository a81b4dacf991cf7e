#include "tests/bench/client/frames.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "client/render/window.hpp"
#include "client/screens/screens.hpp"
#include "tests/golden/samples.hpp"

namespace certamen::bench {
namespace {

using nlohmann::json;
using std::chrono::steady_clock;

constexpr wire::Duration frame_time{16'000};

double milliseconds_since(steady_clock::time_point begun) {
  return std::chrono::duration<double, std::milli>(steady_clock::now() - begun).count();
}

// By the nearest rank.
double percentile(std::vector<double> values, std::size_t percent) {
  std::sort(values.begin(), values.end());
  return values[(values.size() * percent + 99) / 100 - 1];
}

struct Times {
  std::vector<double> view;
  std::vector<double> frame;
};

}  // namespace

json draw_every_screen(unsigned width, unsigned height, int frames) {
  auto window = render::Window::open({"certamen-bench-client", width, height, ui::Point{0, 0}, false});
  if (!window) throw std::runtime_error(window.error().what);
  std::vector<golden::Sample> samples = golden::samples(wire::Language::Spanish, golden::Wording::Typical);
  std::map<std::string, Times> times;
  // The first round fills the glyph caches, which a program does once.
  for (int round = -1; round < frames; ++round) {
    for (golden::Sample& sample : samples) {
      const auto begun = steady_clock::now();
      const ui::Scene scene = screens::view(sample.model, sample.state, sample.now + frame_time * round, window->pixels());
      const double view = milliseconds_since(begun);
      window->draw(scene);
      if (round < 0) continue;
      Times& of = times[sample.name];
      of.view.push_back(view);
      of.frame.push_back(milliseconds_since(begun));
    }
  }
  json screens = json::object();
  std::string slowest;
  double slowest_time = 0;
  std::vector<double> all;
  for (const auto& [name, of] : times) {
    const double late = percentile(of.frame, 99);
    screens[name] = {{"view_ms", percentile(of.view, 50)}, {"frame_ms", percentile(of.frame, 50)}, {"frame_p99_ms", late}};
    all.insert(all.end(), of.frame.begin(), of.frame.end());
    if (late > slowest_time) {
      slowest_time = late;
      slowest = name;
    }
  }
  return {{"width", window->pixels().width},
          {"height", window->pixels().height},
          {"frame_ms", percentile(all, 50)},
          {"frame_p99_ms", percentile(all, 99)},
          {"slowest", slowest},
          {"slowest_p99_ms", slowest_time},
          {"screens", screens}};
}

}  // namespace certamen::bench
