#include "client/render/display.hpp"

#if defined(__linux__) || defined(__FreeBSD__)
#include <dlfcn.h>
#endif

#include <cstdlib>
#include <string>

namespace certamen::render {

#if defined(__linux__) || defined(__FreeBSD__)

namespace {

// The X library comes with SFML; looked up at run time, its headers are not needed to build.
DisplayConnection open_display() {
  using Open = void* (*)(const char*);
  using Close = int (*)(void*);
  static void* const library = dlopen("libX11.so.6", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return {};
  const auto open = reinterpret_cast<Open>(dlsym(library, "XOpenDisplay"));
  const auto close = reinterpret_cast<Close>(dlsym(library, "XCloseDisplay"));
  if (open == nullptr || close == nullptr) return {};
  void* display = open(nullptr);
  if (display == nullptr) return {};
  return {display, [close](void* opened) { close(opened); }};
}

}  // namespace

wire::Result<DisplayConnection> connect_display() {
  const char* name = std::getenv("DISPLAY");
  if (name == nullptr || *name == '\0') return wire::fault("there is no display: DISPLAY is not set");
  DisplayConnection connection = open_display();
  if (!connection) return wire::fault(std::string{"the display "} + name + " cannot be reached");
  return connection;
}

#else

wire::Result<DisplayConnection> connect_display() {
  return DisplayConnection{};
}

#endif

}  // namespace certamen::render
