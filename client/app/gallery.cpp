#include "client/app/gallery.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "client/render/picture.hpp"
#include "client/screens/gallery.hpp"

namespace certamen::client_app {

namespace {

constexpr unsigned usual_width = 1920;
constexpr unsigned usual_height = 1080;

const char* name_of(ui::ThemeName theme) {
  switch (theme) {
    case ui::ThemeName::Dark: return "dark";
    case ui::ThemeName::Light: return "light";
    case ui::ThemeName::HighContrast: return "contrast";
  }
  return "dark";
}

int refuse(const std::string& what) {
  fmt::print(stderr, "certamen-client: {}\n", what);
  return 1;
}

}  // namespace

int paint_gallery(const Options& options) {
  const std::filesystem::path folder = options.gallery;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return refuse("cannot make " + options.gallery + ": " + error.message());
  auto studio = render::Studio::open();
  if (!studio) return refuse(studio.error().what);
  const bool usual = options.width == 0;
  const ui::Size size{static_cast<float>(usual ? usual_width : options.width),
                      static_cast<float>(usual ? usual_height : options.height)};
  for (const ui::ThemeName theme : ui::theme_names) {
    for (const auto language : {wire::Language::English, wire::Language::Spanish}) {
      const char* spoken = language == wire::Language::Spanish ? "es" : "en";
      for (const screens::GalleryPage& page : screens::gallery(theme, language, size)) {
        const auto picture = studio->take(page.scene);
        if (!picture) return refuse(picture.error().what);
        const auto saved =
            render::save_png(*picture, folder / fmt::format("{}-{}-{}.png", name_of(theme), spoken, page.name));
        if (!saved) return refuse(saved.error().what);
      }
    }
  }
  return 0;
}

}  // namespace certamen::client_app
