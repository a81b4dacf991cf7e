// The main loop: a window, a model and a connection, brought together.
//
// Owns all three and decides nothing: inputs go through the screens to the model, the model's commands to the network and
// to the profile's file, its view to the window. Runs on the main thread; the network has its own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "client/app/options.hpp"
#include "client/model/model.hpp"
#include "client/render/window.hpp"

namespace certamen::client_app {

class App {
 public:
  // `profile_path` may be empty: then nothing is remembered.
  App(Options options, model::Profile profile, std::filesystem::path profile_path, render::Window window);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  // Until the person quits, or the pilot is done. The program's exit code: 0, or 1 when the pilot could not finish.
  [[nodiscard]] int run();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace certamen::client_app
