// What the recipes sound like, as far as numbers tell.
#include "client/sound/recipe.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "tests/support/catch.hpp"

using namespace certamen::sound;

namespace {

float seconds_of(const std::vector<std::int16_t>& samples) {
  return static_cast<float>(samples.size()) / static_cast<float>(sample_rate);
}

int loudest(const std::vector<std::int16_t>& samples, std::size_t from, std::size_t to) {
  int peak = 0;
  for (std::size_t i = from; i < std::min(to, samples.size()); ++i) peak = std::max(peak, std::abs(int{samples[i]}));
  return peak;
}

// The share of one pitch in the samples (Goertzel's sum), against all other loudness.
double share_of(const std::vector<std::int16_t>& samples, double hertz) {
  double real = 0;
  double imaginary = 0;
  double energy = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double turn = 2 * 3.14159265358979 * hertz * static_cast<double>(i) / sample_rate;
    real += samples[i] * std::cos(turn);
    imaginary += samples[i] * std::sin(turn);
    energy += static_cast<double>(samples[i]) * samples[i];
  }
  return 2 * (real * real + imaginary * imaginary) / (energy * static_cast<double>(samples.size()));
}

}  // namespace

TEST_CASE("every sound begins and ends in silence, is heard between, and never clips") {
  for (const Cue cue : cues) {
    INFO(static_cast<int>(cue));
    const auto samples = synthesised(recipe(cue));
    REQUIRE(samples.size() > 1000);
    CHECK(std::abs(int{samples.front()}) < 30);
    CHECK(std::abs(int{samples.back()}) < 30);
    const int peak = loudest(samples, 0, samples.size());
    CHECK(peak > 4000);
    CHECK(peak < 24000);
  }
}

TEST_CASE("no sound jumps: each sample is near the one before") {
  for (const Cue cue : cues) {
    INFO(static_cast<int>(cue));
    const auto samples = synthesised(recipe(cue));
    int jump = 0;
    for (std::size_t i = 1; i < samples.size(); ++i) jump = std::max(jump, std::abs(samples[i] - samples[i - 1]));
    CHECK(jump < 9000);
  }
}

TEST_CASE("ticks are short enough for two a second, nothing but the podium lasts over a second") {
  CHECK(seconds_of(synthesised(recipe(Cue::Tick))) < 0.1F);
  for (const Cue cue : cues) {
    if (cue != Cue::Podium) CHECK(seconds_of(synthesised(recipe(cue))) < 1.0F);
  }
  CHECK(seconds_of(synthesised(recipe(Cue::Podium))) < 3.0F);
}

TEST_CASE("a note has its pitch, its start and its length") {
  const auto samples = synthesised({{0.5F, 0.5F, 440, 0.5F, 0}});
  CHECK(seconds_of(samples) == Approx(1.0).margin(0.001));
  CHECK(loudest(samples, 0, sample_rate / 2 - 10) == 0);
  CHECK(share_of(samples, 440) > 0.15);
  CHECK(share_of(samples, 660) < 0.01);
}

TEST_CASE("right goes up and wrong goes down") {
  const Recipe& right = recipe(Cue::Right);
  const Recipe& wrong = recipe(Cue::Wrong);
  CHECK(right.front().pitch < right.back().pitch);
  CHECK(wrong.front().pitch > wrong.back().pitch);
}
