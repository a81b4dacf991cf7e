#include "client/render/fonts.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

namespace certamen::render {

namespace {

constexpr std::array weight_names{"Regular", "Medium", "SemiBold", "Bold"};  // as ui::Weight

std::vector<std::filesystem::path> folders() {
  if (const char* chosen = std::getenv("CERTAMEN_FONT_DIR"); chosen != nullptr && *chosen != '\0') return {chosen};
  std::vector<std::filesystem::path> places{CERTAMEN_INTER_DIR};
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) places.push_back(program.parent_path().parent_path() / "share/certamen/fonts");
  places.emplace_back("/usr/share/fonts/opentype/inter");
  places.emplace_back("/usr/share/fonts/inter");
  places.emplace_back("/usr/local/share/fonts/inter");
  return places;
}

std::filesystem::path font_file(const std::filesystem::path& folder, const char* weight) {
  for (const char* extension : {".otf", ".ttf"}) {
    std::filesystem::path file = folder / (std::string{"Inter-"} + weight + extension);
    std::error_code error;
    if (std::filesystem::is_regular_file(file, error)) return file;
  }
  return {};
}

}  // namespace

bool Fonts::load_from(const std::filesystem::path& folder) {
  for (std::size_t i = 0; i < fonts_.size(); ++i) {
    const std::filesystem::path file = font_file(folder, weight_names[i]);
    if (file.empty() || !fonts_[i].loadFromFile(file.string())) return false;
  }
  return true;
}

wire::Result<Fonts> Fonts::load() {
  Fonts fonts;
  std::string tried;
  for (const std::filesystem::path& folder : folders()) {
    if (fonts.load_from(folder)) return fonts;
    tried += (tried.empty() ? "" : ", ") + folder.string();
  }
  return wire::fault(
      fmt::format("the font Inter was not found (looked in {}); install fonts-inter or set CERTAMEN_FONT_DIR", tried));
}

}  // namespace certamen::render
