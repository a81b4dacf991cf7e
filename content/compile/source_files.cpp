#include "content/compile/source_files.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <fmt/ranges.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

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
  std::ifstream stream(path, std::ios::binary);
  SourceFile file{path, std::string(std::istreambuf_iterator<char>(stream), {})};
  if (!stream.good() && !stream.eof()) return wire::fault(fmt::format("{}: cannot be read", path));
  return file;
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
    if (descriptor_ < 0) return false;
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    constexpr mode_t readable_by_all = 0644;
    return ::fchmod(descriptor_, readable_by_all) == 0 && ::fsync(descriptor_) == 0;
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

wire::Result<void> replace_file(const std::string& path, std::string_view bytes) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return wire::fault(fmt::format("{}: is a folder; name a file", path));
  Draft draft(path);
  if (!draft.write(bytes) || !draft.rename_to(path)) {
    return wire::fault(fmt::format("{}: cannot be written: {}", path, std::strerror(errno)));
  }
  return {};
}

}  // namespace certamen::content
