#include "client/render/picture.hpp"

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/RenderTexture.hpp>
#include <cmath>
#include <cstdlib>

#include "client/render/painter.hpp"

namespace certamen::render {

struct Studio::Parts {
  explicit Parts(Fonts fonts) : painter(std::move(fonts)) {}

  Painter painter;
  sf::RenderTexture target;
};

Studio::Studio(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Studio::Studio(Studio&& other) noexcept = default;
Studio& Studio::operator=(Studio&& other) noexcept = default;
Studio::~Studio() = default;

wire::Result<Studio> Studio::open() {
  const char* display = std::getenv("DISPLAY");
  if (display == nullptr || *display == '\0') return wire::fault("there is no display: DISPLAY is not set");
  wire::Result<Fonts> fonts = Fonts::load();
  if (!fonts) return tl::unexpected(fonts.error());
  return Studio{std::make_unique<Parts>(std::move(*fonts))};
}

wire::Result<Picture> Studio::take(const ui::Scene& scene) {
  const auto width = static_cast<unsigned>(std::lround(scene.size.width * scene.scale));
  const auto height = static_cast<unsigned>(std::lround(scene.size.height * scene.scale));
  if (parts_->target.getSize() != sf::Vector2u{width, height} && !parts_->target.create(width, height)) {
    return wire::fault("the picture is too large for this display");
  }
  parts_->painter.paint(parts_->target, scene);
  parts_->target.display();
  const sf::Image image = parts_->target.getTexture().copyToImage();
  const std::size_t bytes = std::size_t{4} * width * height;
  return Picture{width, height, {image.getPixelsPtr(), image.getPixelsPtr() + bytes}};
}

wire::Result<void> save_png(const Picture& picture, const std::filesystem::path& path) {
  sf::Image image;
  image.create(picture.width, picture.height, picture.pixels.data());
  if (!image.saveToFile(path.string())) return wire::fault("cannot write " + path.string());
  return {};
}

wire::Result<Picture> load_png(const std::filesystem::path& path) {
  sf::Image image;
  if (!image.loadFromFile(path.string())) return wire::fault("cannot read " + path.string());
  const sf::Vector2u size = image.getSize();
  const std::size_t bytes = std::size_t{4} * size.x * size.y;
  return Picture{size.x, size.y, {image.getPixelsPtr(), image.getPixelsPtr() + bytes}};
}

}  // namespace certamen::render
