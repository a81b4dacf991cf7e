#include "client/render/window.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <SFML/Window/Clipboard.hpp>
#include <algorithm>

#include "client/render/display.hpp"
#include "client/render/hush.hpp"
#include "client/render/keys.hpp"
#include "client/render/painter.hpp"

namespace certamen::render {

namespace {

constexpr unsigned width_min = 640;
constexpr unsigned height_min = 400;
constexpr int grip = 120;  // pixels of a window that must be on the desktop

}  // namespace

struct Window::Parts {
  Parts(DisplayConnection opened, Fonts fonts, WindowOptions wanted)
      : display(std::move(opened)), options(std::move(wanted)), painter(std::move(fonts)) {}

  void create() {
    const Hush hush;  // a driver without vertical synchronisation is no trouble
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    const sf::VideoMode mode = options.full_screen ? desktop : fitting(desktop);
    window.create(mode, sf::String::fromUtf8(options.title.begin(), options.title.end()),
                  options.full_screen ? sf::Style::Fullscreen : sf::Style::Default);
    window.setVerticalSyncEnabled(true);
    window.setKeyRepeatEnabled(true);
    if (!options.full_screen) window.setPosition(place(desktop, mode));
    watch_exposure(display, static_cast<unsigned long>(window.getSystemHandle()));
  }

  [[nodiscard]] sf::VideoMode fitting(const sf::VideoMode& desktop) const {
    const auto side = [](unsigned wanted, unsigned whole, unsigned least) {
      return std::min(wanted == 0 ? std::max(whole * 5 / 6, least) : wanted, whole);
    };
    return {side(options.width, desktop.width, width_min), side(options.height, desktop.height, height_min)};
  }

  // As asked for while enough of it can be seen there to be moved; else in the middle.
  [[nodiscard]] sf::Vector2i place(const sf::VideoMode& desktop, const sf::VideoMode& mode) const {
    const auto whole = [](unsigned side) { return static_cast<int>(side); };
    if (options.position) {
      const sf::Vector2i wanted{static_cast<int>(options.position->x), static_cast<int>(options.position->y)};
      const bool seen = wanted.x > -whole(mode.width) + grip && wanted.x < whole(desktop.width) - grip && wanted.y >= 0 &&
                        wanted.y < whole(desktop.height) - grip;
      if (seen) return wanted;
    }
    return {(whole(desktop.width) - whole(mode.width)) / 2, (whole(desktop.height) - whole(mode.height)) / 2};
  }

  // Remembers the window before it fills the screen.
  void remember() {
    if (options.full_screen) return;
    const sf::Vector2u size = window.getSize();
    const sf::Vector2i corner = window.getPosition();
    options.width = size.x;
    options.height = size.y;
    options.position = ui::Point{static_cast<float>(corner.x), static_cast<float>(corner.y)};
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
  if (wanted.width != 0) wanted.width = std::max(wanted.width, width_min);
  if (wanted.height != 0) wanted.height = std::max(wanted.height, height_min);
  auto parts = std::make_unique<Parts>(std::move(*display), std::move(*fonts), wanted);
  parts->create();
  if (!parts->window.isOpen()) return wire::fault("the window could not be opened");
  return Window{std::move(parts)};
}

ui::Size Window::pixels() const {
  const sf::Vector2u size = parts_->window.getSize();
  return {static_cast<float>(std::max(size.x, 1U)), static_cast<float>(std::max(size.y, 1U))};
}

Placement Window::placement() const {
  parts_->remember();
  const WindowOptions& options = parts_->options;
  const ui::Point corner = options.position.value_or(ui::Point{});
  return {static_cast<int>(corner.x), static_cast<int>(corner.y), options.width, options.height, options.full_screen};
}

Heard Window::poll() {
  Heard heard;
  sf::Event event{};
  while (parts_->window.pollEvent(event)) {
    if (event.type == sf::Event::Closed) heard.closed = true;
    if (event.type == sf::Event::Resized || event.type == sf::Event::GainedFocus) heard.resized = true;
    if (event.type == sf::Event::KeyPressed && event.key.code == sf::Keyboard::F11) {
      parts_->remember();
      parts_->options.full_screen = !parts_->options.full_screen;
      parts_->create();
      heard.resized = true;
      break;
    }
    if (std::optional<ui::Input> input = to_input(event, parts_->scale)) heard.inputs.push_back(std::move(*input));
  }
  heard.resized = exposed(parts_->display) || heard.resized;
  return heard;
}

void Window::draw(const ui::Scene& scene) {
  parts_->scale = scene.scale;
  parts_->painter.paint(parts_->window, scene);
  parts_->window.display();
}

void Window::copy(const std::string& text) {
  sf::Clipboard::setString(sf::String::fromUtf8(text.begin(), text.end()));
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
