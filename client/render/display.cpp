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
template <class Function>
Function x_function(const char* name) {
  static void* const library = dlopen("libX11.so.6", RTLD_NOW | RTLD_LOCAL);
  return library == nullptr ? nullptr : reinterpret_cast<Function>(dlsym(library, name));
}

// Of X11's protocol and its C library's promises, which do not change.
constexpr long exposure_mask = 1L << 15;
constexpr int expose = 12;
union XEvent {
  int type;
  long room[24];
};

DisplayConnection open_display() {
  using Open = void* (*)(const char*);
  using Close = int (*)(void*);
  const auto open = x_function<Open>("XOpenDisplay");
  const auto close = x_function<Close>("XCloseDisplay");
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

void watch_exposure(const DisplayConnection& display, unsigned long window) {
  using Select = int (*)(void*, unsigned long, long);
  using Flush = int (*)(void*);
  static const auto select = x_function<Select>("XSelectInput");
  static const auto flush = x_function<Flush>("XFlush");
  if (!display || select == nullptr || flush == nullptr) return;
  select(display.get(), window, exposure_mask);
  flush(display.get());
}

bool exposed(const DisplayConnection& display) {
  using Pending = int (*)(void*);
  using Next = int (*)(void*, XEvent*);
  static const auto pending = x_function<Pending>("XPending");
  static const auto next = x_function<Next>("XNextEvent");
  if (!display || pending == nullptr || next == nullptr) return false;
  bool found = false;
  while (pending(display.get()) > 0) {
    XEvent event{};
    next(display.get(), &event);
    found = found || event.type == expose;
  }
  return found;
}

#else

wire::Result<DisplayConnection> connect_display() {
  return DisplayConnection{};
}
void watch_exposure(const DisplayConnection& /*display*/, unsigned long /*window*/) {}
bool exposed(const DisplayConnection& /*display*/) {
  return false;
}

#endif

}  // namespace certamen::render
