#include "server/store/placing.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

namespace certamen::store {
namespace {

std::string system_words(int error) {
  return std::generic_category().message(error);
}

bool takes_a_stream(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

// The name at the end of a chain of links, whether a file has it or not; nothing for links that lead in a circle.
std::optional<std::string> behind_links(std::filesystem::path path) {
  constexpr int links_max = 40;  // as the kernel follows
  for (int links = 0; links <= links_max; ++links) {
    std::error_code no_link;
    const auto target = std::filesystem::read_symlink(path, no_link);
    if (no_link) return path.string();
    path = path.parent_path() / target;
  }
  return std::nullopt;
}

bool write_to(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return !file.fail();
}

}  // namespace

std::string unfinished_name(const std::string& path) {
  return path + ".unfinished";
}

wire::Result<void> require_free(const std::string& path, bool replace) {
  struct stat status {};
  if (!replace && ::lstat(path.c_str(), &status) == 0) {
    return wire::fault(fmt::format("{} exists already; choose another name or say --force", path));
  }
  return {};
}

wire::Result<void> put_in_place(const std::string& path, bool replace) {
  const std::string unfinished = unfinished_name(path);
  // link() refuses a name that came into being meanwhile, rename() replaces it.
  const int outcome = replace ? std::rename(unfinished.c_str(), path.c_str()) : ::link(unfinished.c_str(), path.c_str());
  const int error = errno;
  ::unlink(unfinished.c_str());
  if (outcome != 0) return wire::fault(fmt::format("{} cannot be put in place: {}", path, system_words(error)));
  return {};
}

wire::Result<void> write_file(const std::string& path, const std::string& bytes, bool replace) {
  const auto unwritable = [&path] { return wire::fault(fmt::format("{} cannot be written", path)); };
  if (takes_a_stream(path)) return write_to(path, bytes) ? wire::Result<void>{} : unwritable();
  if (auto free = require_free(path, replace); !free) return free;
  const auto target = behind_links(path);
  if (!target) return unwritable();
  const std::string unfinished = unfinished_name(*target);
  ::unlink(unfinished.c_str());
  if (!write_to(unfinished, bytes)) {
    ::unlink(unfinished.c_str());
    return unwritable();
  }
  return put_in_place(*target, replace);
}

}  // namespace certamen::store
