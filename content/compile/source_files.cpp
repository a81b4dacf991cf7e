#include "content/compile/source_files.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <fmt/ranges.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>
#include <utility>

#include "content/model/limits.hpp"

namespace certamen::content {
namespace {

namespace fs = std::filesystem;

wire::Result<void> collect(const std::string& path, std::set<std::string>& files) {
  std::error_code problem;
  const fs::file_status status = fs::status(path, problem);
  if (!fs::exists(status)) return wire::fault(fmt::format("{}: no such file or folder", path));
  if (!fs::is_directory(status)) {
    files.insert(path);
    return {};
  }
  fs::directory_iterator entries(path, problem);
  for (; !problem && entries != fs::directory_iterator(); entries.increment(problem)) {
    const std::string extension = entries->path().extension().string();
    if (extension == ".yml")
      return wire::fault(fmt::format("{}: topic files end in .yaml; rename it", entries->path().string()));
    if (extension == ".yaml") files.insert(entries->path().string());
  }
  if (problem) return wire::fault(fmt::format("{}: {}", path, problem.message()));
  return {};
}

wire::Result<SourceFile> read_source(const std::string& path) {
  // One byte more than may be read tells that the file is too large.
  auto bytes = read_file(path, topic_file_bytes_max + 1);
  if (!bytes) return tl::unexpected(bytes.error());
  return SourceFile{path, std::move(*bytes)};
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// What the links at the path lead to in the end, which need not be there; a link where they lead in a circle.
fs::path final_target(fs::path path) {
  constexpr int links_max = 40;
  std::error_code problem;
  for (int link = 0; link < links_max && fs::is_symlink(path, problem); ++link) {
    const fs::path next = fs::read_symlink(path, problem);
    if (problem) return path;
    path = path.parent_path() / next;
  }
  return path;
}

// A pipe or a device keeps its place.
bool write_into(const std::string& path, std::string_view bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool written = write_all(descriptor, bytes);
  const int problem = errno;
  ::close(descriptor);
  errno = problem;
  return written;
}

// Makes the new name last; a file system that cannot do so has still taken the file.
void synchronise_folder_of(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

// A file of ours being written; removed unless it was renamed into place.
class Draft {
 public:
  explicit Draft(const std::string& target)
      : path_(target + ".draft-XXXXXX"), descriptor_(::mkostemp(path_.data(), O_CLOEXEC)) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    if (!kept_) ::unlink(path_.c_str());
  }

  [[nodiscard]] bool write(std::string_view bytes) const {
    if (descriptor_ < 0 || !write_all(descriptor_, bytes)) return false;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    constexpr mode_t read_and_written_by_all = 0666;
    return ::fchmod(descriptor_, read_and_written_by_all & ~mask) == 0 && ::fsync(descriptor_) == 0;
  }

  [[nodiscard]] bool rename_to(const std::string& target) {
    kept_ = ::rename(path_.c_str(), target.c_str()) == 0;
    return kept_;
  }

 private:
  std::string path_;
  int descriptor_;
  bool kept_ = false;
};

}  // namespace

wire::Result<std::vector<SourceFile>> read_sources(const std::vector<std::string>& paths) {
  std::set<std::string> files;
  for (const std::string& path : paths) {
    if (auto collected = collect(path, files); !collected) return tl::unexpected(collected.error());
  }
  if (files.empty()) return wire::fault(fmt::format("{}: no topic files (*.yaml) there", fmt::join(paths, " ")));
  std::vector<SourceFile> sources;
  for (const std::string& path : files) {
    auto source = read_source(path);
    if (!source) return tl::unexpected(source.error());
    sources.push_back(std::move(*source));
  }
  return sources;
}

wire::Result<std::string> read_file(const std::string& path, std::size_t bytes_max) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return wire::fault(fmt::format("{}: no such file", path));
  if (fs::is_directory(path, ignored)) return wire::fault(fmt::format("{}: is a folder; name a file", path));
  std::ifstream stream(path, std::ios::binary);
  std::string bytes;
  std::array<char, 65536> part{};
  while (stream && bytes.size() < bytes_max) {
    stream.read(part.data(), static_cast<std::streamsize>(std::min(part.size(), bytes_max - bytes.size())));
    bytes.append(part.data(), static_cast<std::size_t>(stream.gcount()));
  }
  if (stream.bad() || (!stream && !stream.eof())) return wire::fault(fmt::format("{}: cannot be read", path));
  return bytes;
}

wire::Result<void> replace_file(const std::string& path, std::string_view bytes) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return wire::fault(fmt::format("{}: is a folder; name a file", path));
  const auto refused = [&path](int problem) {
    return wire::fault(fmt::format("{}: cannot be written: {}", path, std::strerror(problem)));
  };
  if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored)) {
    if (!write_into(path, bytes)) return refused(errno);
    return {};
  }
  const fs::path target = final_target(path);
  if (fs::is_symlink(target, ignored)) return refused(ELOOP);
  Draft draft(target.string());
  if (!draft.write(bytes) || !draft.rename_to(target.string())) return refused(errno);
  synchronise_folder_of(target);
  return {};
}

}  // namespace certamen::content
