#include "content/app/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace certamen::content {
namespace {

constexpr std::size_t width_min = 20;
constexpr std::size_t width_max = 200;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): the program has one thread
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::size_t columns() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const std::string_view named = environment("COLUMNS");
  std::size_t width = 0;
  const auto read = std::from_chars(named.data(), named.data() + named.size(), width);
  return read.ec == std::errc() && width > 0 ? width : Terminal{}.width;
}

}  // namespace

Terminal standard_output() {
  const std::size_t width = std::min(std::max(columns(), width_min), width_max);
  return Terminal{width, ::isatty(STDOUT_FILENO) == 1 && environment("NO_COLOR").empty()};
}

}  // namespace certamen::content
