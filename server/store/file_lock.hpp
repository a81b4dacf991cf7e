// One server at a time on a data file: an advisory lock on a file beside it, which the kernel lets go with its holder.
//
// A lock of its own and not SQLite's, so that others may read the data file, for a backup, while a server uses it. The
// empty file beside it stays.
#pragma once

#include <string>

#include "proto/wire/result.hpp"

namespace certamen::store {

class FileLock {
 public:
  FileLock() = default;
  ~FileLock();
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

  // Takes the lock of the data file at `path`, or says that another process has it.
  [[nodiscard]] static wire::Result<FileLock> take(const std::string& path);

 private:
  int descriptor_ = -1;
};

}  // namespace certamen::store
