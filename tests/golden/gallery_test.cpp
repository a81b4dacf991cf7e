// The gallery passes the checks of the screens, in every theme, language and size, and leaves no kind of control out.
#include "client/screens/gallery.hpp"

#include <fmt/format.h>

#include <array>
#include <set>

#include "client/ui/check.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;

namespace {

constexpr std::array sizes{ui::Size{1920, 1080}, ui::Size{3840, 2160}};

template <class Check>
std::string problems(Check check) {
  std::string found;
  for (const ui::ThemeName theme : ui::theme_names) {
    for (const auto language : {wire::Language::English, wire::Language::Spanish}) {
      for (const ui::Size size : sizes) {
        for (const screens::GalleryPage& page : screens::gallery(theme, language, size)) {
          for (const std::string& problem : check(page.scene)) {
            found += fmt::format("theme {} language {} {}: {}\n", static_cast<int>(theme), static_cast<int>(language),
                                 page.name, problem);
          }
        }
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("every text of the gallery stays in its room and can be read") {
  CHECK(problems(ui::overflows) == "");
  CHECK(problems(ui::text_overlaps) == "");
  CHECK(problems(ui::weak_contrasts) == "");
  CHECK(problems([](const ui::Scene& scene) { return ui::small_texts(scene, ui::text_size_min); }) == "");
}

TEST_CASE("no two controls of the gallery share a place or a name") {
  CHECK(problems(ui::region_overlaps) == "");
}

TEST_CASE("the gallery shows every kind of control, of mark and of shape") {
  std::set<ui::RegionKind> kinds;
  std::set<ui::MarkKind> marks;
  std::set<ui::ShapeKind> shapes;
  for (const screens::GalleryPage& page : screens::gallery(ui::ThemeName::Dark, wire::Language::English, sizes[0])) {
    for (const ui::Region& region : page.scene.regions) kinds.insert(region.kind);
    for (const ui::Primitive& primitive : page.scene.primitives) {
      if (const auto* mark = std::get_if<ui::Mark>(&primitive)) marks.insert(mark->kind);
      if (const auto* shape = std::get_if<ui::Shape>(&primitive)) shapes.insert(shape->kind);
    }
  }
  CHECK(kinds.size() == static_cast<std::size_t>(ui::RegionKind::Slider) + 1);
  CHECK(marks.size() == static_cast<std::size_t>(ui::MarkKind::Disk) + 1);
  CHECK(shapes.size() == ui::answer_looks);
}
