// Inter in the weights of the interface, read from the machine's font folder.
//
// Owned by whoever paints; used on one thread. SFML stays inside client/render: do not include this from outside.
#pragma once

#include <SFML/Graphics/Font.hpp>
#include <array>
#include <filesystem>

#include "client/ui/text.hpp"
#include "proto/wire/result.hpp"

namespace certamen::render {

class Fonts {
 public:
  // Looks in CERTAMEN_FONT_DIR (then only there), where it was found when this was built, in share/certamen/fonts beside
  // the program's folder, and in the usual system folders. A fault that says what to install when no folder has all of it.
  [[nodiscard]] static wire::Result<Fonts> load();

  [[nodiscard]] const sf::Font& of(ui::Weight weight) const { return fonts_[static_cast<std::size_t>(weight)]; }

 private:
  bool load_from(const std::filesystem::path& folder);

  std::array<sf::Font, 4> fonts_;
};

}  // namespace certamen::render
