// Pictures of scenes without a window, in any size.
//
// Needs a display for its OpenGL context all the same. One thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "client/ui/scene.hpp"
#include "proto/wire/result.hpp"

namespace certamen::render {

// Pixels row by row from the top, four bytes each: red, green, blue, alpha.
struct Picture {
  unsigned width = 0;
  unsigned height = 0;
  std::vector<std::uint8_t> pixels;
};

class Studio {
 public:
  // A fault when there is no display, no OpenGL, or no font.
  [[nodiscard]] static wire::Result<Studio> open();
  Studio(Studio&& other) noexcept;
  Studio& operator=(Studio&& other) noexcept;
  ~Studio();

  // The scene in the size it was made for.
  [[nodiscard]] wire::Result<Picture> take(const ui::Scene& scene);

 private:
  struct Parts;
  explicit Studio(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

[[nodiscard]] wire::Result<void> save_png(const Picture& picture, const std::filesystem::path& path);
[[nodiscard]] wire::Result<Picture> load_png(const std::filesystem::path& path);

}  // namespace certamen::render
