#include "client/render/picture.hpp"

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/RenderTexture.hpp>
#include <cmath>

#include "client/render/display.hpp"
#include "client/render/painter.hpp"

namespace certamen::render {

struct Studio::Parts {
  Parts(DisplayConnection opened, Fonts fonts) : display(std::move(opened)), painter(std::move(fonts)) {}

  DisplayConnection display;  // first, so that it is closed last
  Painter painter;
  sf::RenderTexture target;
};

Studio::Studio(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Studio::Studio(Studio&& other) noexcept = default;
Studio& Studio::operator=(Studio&& other) noexcept = default;
Studio::~Studio() = default;

wire::Result<Studio> Studio::open() {
  wire::Result<DisplayConnection> display = connect_display();
  if (!display) return tl::unexpected(display.error());
  wire::Result<Fonts> fonts = Fonts::load();
  if (!fonts) return tl::unexpected(fonts.error());
  return Studio{std::make_unique<Parts>(std::move(*display), std::move(*fonts))};
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
