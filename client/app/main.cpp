// certamen-client: the window in which one person plays, hosts, or watches.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "client/app/app.hpp"
#include "client/app/gallery.hpp"
#include "client/app/options.hpp"
#include "client/app/private_server.hpp"
#include "client/app/profile_file.hpp"
#include "client/bot/finder.hpp"

namespace {

namespace app = certamen::client_app;

constexpr int exit_usage = 2;
constexpr unsigned piloted_width = 1600;  // pixels
constexpr unsigned piloted_height = 900;

int refuse(const std::string& what) {
  fmt::print(stderr, "certamen-client: {}\n", what);
  return exit_usage;
}

int run(app::Options options) {
  if (!options.gallery.empty()) return app::paint_gallery(options);
  if (options.find) {
    const auto time = std::chrono::seconds{options.find_seconds};
    return certamen::bot::print_found("certamen-client", time, options.beacon_port);
  }
  const std::filesystem::path path = app::profile_path();
  auto profile = path.empty() ? certamen::wire::Result<certamen::model::Profile>{} : app::load_profile(path);
  if (!profile) {
    fmt::print(stderr, "certamen-client: {}; starting with an empty one\n", profile.error().what);
    profile = certamen::model::Profile{};
  }

  if (!options.screenshots.empty()) {
    std::error_code error;
    std::filesystem::create_directories(options.screenshots, error);
    if (error) return refuse("cannot make " + options.screenshots + ": " + error.message());
  }

  std::optional<app::PrivateServer> server;
  if (!options.server_program.empty()) {
    if (path.empty()) return refuse("--server needs a home for its data: set CERTAMEN_PROFILE or HOME");
    auto started = app::PrivateServer::start(options.server_program, options.server_bank, path.parent_path() / "private.db");
    if (!started) return refuse(started.error().what);
    server = std::move(*started);
    options.address = server->address();
  }

  certamen::render::WindowOptions window_options;
  window_options.width = options.width;
  window_options.height = options.height;
  window_options.full_screen = options.full_screen;
  // Pictures of scripted people should not depend on where somebody left a window.
  if (options.width == 0 && !options.script && profile->window) {
    const certamen::model::WindowPlace& place = *profile->window;
    window_options.width = place.width;
    window_options.height = place.height;
    window_options.position = certamen::ui::Point{static_cast<float>(place.left), static_cast<float>(place.top)};
    window_options.full_screen = options.full_screen || place.full_screen;
  }
  if (window_options.width == 0 && options.script) {
    window_options.width = piloted_width;
    window_options.height = piloted_height;
  }
  auto window = certamen::render::Window::open(window_options);
  if (!window) return refuse(window.error().what);

  app::App client{std::move(options), std::move(*profile), path, std::move(*window)};
  return client.run();
}

}  // namespace

int main(int argc, char* argv[]) {
  auto options = app::parse_options(argc, argv);
  if (const int* code = std::get_if<int>(&options)) return *code;
  return run(std::get<app::Options>(std::move(options)));
}
