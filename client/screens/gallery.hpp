// Every widget of the kit in every state, page by page, to be looked at and checked by machine.
//
// Pure. The widgets say what screens say, in the language asked for; captions name states for whoever works on the kit and
// are English.
#pragma once

#include <string>
#include <vector>

#include "client/ui/scene.hpp"
#include "client/ui/theme.hpp"
#include "proto/wire/types.hpp"

namespace certamen::screens {

struct GalleryPage {
  std::string name;
  ui::Scene scene;
};
[[nodiscard]] std::vector<GalleryPage> gallery(ui::ThemeName theme, wire::Language language, ui::Size window_pixels);

}  // namespace certamen::screens
