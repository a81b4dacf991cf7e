#include "server/app/doors.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "proto/wire/limits.hpp"
#include "server/lobby/ticket.hpp"

namespace certamen::app {
namespace {

wire::Result<std::string> content_of(const std::string& path, const std::string& option) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(file), {});
  if (!file.is_open() || file.bad()) {
    return wire::fault(fmt::format("the file {} of {} cannot be read: {}", path, option, std::strerror(errno)));
  }
  return text;
}

wire::Result<std::string> password_in(const std::string& path) {
  const auto text = content_of(path, "--server-password-file");
  if (!text) return wire::fault(text.error().what);
  std::string line = text->substr(0, text->find('\n'));
  if (!line.empty() && line.back() == '\r') line.pop_back();
  if (line.empty()) return wire::fault(fmt::format("the first line of {} holds no password", path));
  if (line.size() > wire::password_bytes_max) {
    return wire::fault(fmt::format("the password in {} is longer than {} bytes", path, wire::password_bytes_max));
  }
  return line;
}

}  // namespace

wire::Result<Doors> doors_of(const Options& options, const lobby::Entropy& entropy) {
  Doors doors;
  doors.rooms_for_holders = options.open_rooms == "holders";
  if (!options.name_filter_path.empty()) {
    const auto text = content_of(options.name_filter_path, "--name-filter");
    if (!text) return wire::fault(text.error().what);
    auto filter = lobby::WordFilter::parse(*text);
    if (!filter) {
      return wire::fault(
          fmt::format("the name filter {} cannot be used: {}", options.name_filter_path, filter.error().what));
    }
    spdlog::info("{} words are forbidden in names", filter->size());
    doors.name_filter = std::move(*filter);
  }
  if (!options.server_password_path.empty()) {
    const auto password = password_in(options.server_password_path);
    if (!password) return wire::fault(password.error().what);
    doors.server_password.emplace(*password, lobby::new_ticket(entropy));
  }
  return doors;
}

}  // namespace certamen::app
