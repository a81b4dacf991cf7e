// The one window: opens, hears, paints, takes its own picture.
//
// Owns everything of SFML behind it; create, use and destroy it on the main thread. It never decides anything: what it
// hears becomes ui::Input, what it paints is a ui::Scene.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/ui/scene.hpp"
#include "proto/wire/result.hpp"

namespace certamen::render {

struct WindowOptions {
  std::string title = "Certamen";
  unsigned width = 0;  // pixels, reduced to what the desktop has; 0: five sixths of it, so that dense screens get more
  unsigned height = 0;
  std::optional<ui::Point> position{};  // of the window's corner; none: the middle of the desktop
  bool full_screen = false;
};

// Where the window is, for the next time.
struct Placement {
  int left = 0;
  int top = 0;
  unsigned width = 0;
  unsigned height = 0;
  bool full_screen = false;
};

// What happened since the last look.
struct Heard {
  std::vector<ui::Input> inputs;  // in the order they came
  bool closed = false;            // the person wants the window gone
  bool resized = false;           // the picture no longer fits, or a part of it was covered: draw again
};

class Window {
 public:
  // A fault when there is no display, no OpenGL, or no font.
  [[nodiscard]] static wire::Result<Window> open(const WindowOptions& options);
  Window(Window&& other) noexcept;
  Window& operator=(Window&& other) noexcept;
  ~Window();

  [[nodiscard]] ui::Size pixels() const;
  // While it fills the screen: where it was before.
  [[nodiscard]] Placement placement() const;

  // Takes what happened, without waiting; F11 changes between window and full screen by itself.
  [[nodiscard]] Heard poll();

  // Paints and shows. Cheap when the scene is the one already shown, so it may be called as often as one likes.
  void draw(const ui::Scene& scene);

  // What Control-V gives from now on, here and in other programs.
  void copy(const std::string& text);

  // The last picture drawn, as a PNG file.
  [[nodiscard]] wire::Result<void> save_png(const std::filesystem::path& path) const;

 private:
  struct Parts;
  explicit Window(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace certamen::render
