// Paints samples of every screen into PNG files, to be looked at:
//
//   certamen_gallery FOLDER [WIDTH HEIGHT] [--longest] [--spanish] [--light | --contrast] [--larger] [NAME ...]
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>

#include "client/render/picture.hpp"
#include "client/screens/screens.hpp"
#include "tests/golden/samples.hpp"

int main(int argc, char* argv[]) {
  using namespace certamen;
  if (argc < 2) {
    fmt::print(stderr,
               "usage: certamen_gallery FOLDER [WIDTH HEIGHT] [--longest] [--spanish] [--light | --contrast] [--larger] "
               "[NAME ...]\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  ui::Size size{1920, 1080};
  auto wording = golden::Wording::Typical;
  auto language = wire::Language::English;
  auto look = model::Look::Dark;
  auto text_size = model::TextSize::Usual;
  std::set<std::string> names;
  for (int i = 2; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--longest") {
      wording = golden::Wording::Longest;
    } else if (argument == "--spanish") {
      language = wire::Language::Spanish;
    } else if (argument == "--light") {
      look = model::Look::Light;
    } else if (argument == "--contrast") {
      look = model::Look::HighContrast;
    } else if (argument == "--larger") {
      text_size = model::TextSize::Larger;
    } else if (i + 1 < argc && std::atoi(argv[i]) > 0) {
      size = {static_cast<float>(std::atoi(argv[i])), static_cast<float>(std::atoi(argv[i + 1]))};
      ++i;
    } else {
      names.insert(argument);
    }
  }
  auto studio = render::Studio::open();
  if (!studio) {
    fmt::print(stderr, "certamen_gallery: {}\n", studio.error().what);
    return 1;
  }
  std::filesystem::create_directories(folder);
  for (golden::Sample& sample : golden::samples(language, wording)) {
    sample.model.profile.preferences.look = look;
    sample.model.profile.preferences.text_size = text_size;
    if (!names.empty() && !names.contains(sample.name)) continue;
    const auto picture = studio->take(screens::view(sample.model, sample.state, sample.now, size));
    const std::filesystem::path path = folder / (sample.name + ".png");
    const auto saved = picture ? render::save_png(*picture, path) : wire::Result<void>{tl::unexpected(picture.error())};
    if (!saved) {
      fmt::print(stderr, "certamen_gallery: {}\n", saved.error().what);
      return 1;
    }
  }
  return 0;
}
