#include "client/render/window.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <algorithm>

#include "client/render/display.hpp"
#include "client/render/keys.hpp"
#include "client/render/painter.hpp"

namespace certamen::render {

namespace {

constexpr unsigned width_min = 640;
constexpr unsigned height_min = 400;

}  // namespace

struct Window::Parts {
  Parts(DisplayConnection opened, Fonts fonts, WindowOptions wanted)
      : display(std::move(opened)), options(std::move(wanted)), painter(std::move(fonts)) {}

  void create() {
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    sf::VideoMode mode{std::min(options.width, desktop.width), std::min(options.height, desktop.height)};
    if (options.full_screen) mode = desktop;
    window.create(mode, sf::String::fromUtf8(options.title.begin(), options.title.end()),
                  options.full_screen ? sf::Style::Fullscreen : sf::Style::Default);
    window.setVerticalSyncEnabled(true);
    window.setKeyRepeatEnabled(true);
  }

  DisplayConnection display;  // first, so that it is closed last
  WindowOptions options;
  sf::RenderWindow window;
  Painter painter;
  float scale = 1;  // of the scene last drawn
};

Window::Window(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Window::Window(Window&& other) noexcept = default;
Window& Window::operator=(Window&& other) noexcept = default;
Window::~Window() = default;

wire::Result<Window> Window::open(const WindowOptions& options) {
  wire::Result<DisplayConnection> display = connect_display();
  if (!display) return tl::unexpected(display.error());
  wire::Result<Fonts> fonts = Fonts::load();
  if (!fonts) return tl::unexpected(fonts.error());
  WindowOptions wanted = options;
  wanted.width = std::max(wanted.width, width_min);
  wanted.height = std::max(wanted.height, height_min);
  auto parts = std::make_unique<Parts>(std::move(*display), std::move(*fonts), wanted);
  parts->create();
  if (!parts->window.isOpen()) return wire::fault("the window could not be opened");
  return Window{std::move(parts)};
}

ui::Size Window::pixels() const {
  const sf::Vector2u size = parts_->window.getSize();
  return {static_cast<float>(std::max(size.x, 1U)), static_cast<float>(std::max(size.y, 1U))};
}

Heard Window::poll() {
  Heard heard;
  sf::Event event{};
  while (parts_->window.pollEvent(event)) {
    if (event.type == sf::Event::Closed) heard.closed = true;
    if (event.type == sf::Event::Resized || event.type == sf::Event::GainedFocus) heard.resized = true;
    if (event.type == sf::Event::KeyPressed && event.key.code == sf::Keyboard::F11) {
      parts_->options.full_screen = !parts_->options.full_screen;
      parts_->create();
      heard.resized = true;
      break;
    }
    if (std::optional<ui::Input> input = to_input(event, parts_->scale)) heard.inputs.push_back(std::move(*input));
  }
  return heard;
}

void Window::draw(const ui::Scene& scene) {
  parts_->scale = scene.scale;
  parts_->painter.paint(parts_->window, scene);
  parts_->window.display();
}

wire::Result<void> Window::save_png(const std::filesystem::path& path) const {
  const sf::Vector2u size = parts_->window.getSize();
  sf::Texture texture;
  if (!texture.create(size.x, size.y)) return wire::fault("the picture is too large for this display");
  texture.update(parts_->window);
  if (!texture.copyToImage().saveToFile(path.string())) return wire::fault("cannot write " + path.string());
  return {};
}

}  // namespace certamen::render
