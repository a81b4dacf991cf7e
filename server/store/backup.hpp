// A whole copy of a data file, also of one that a server is writing.
#pragma once

#include <functional>
#include <string>

#include "proto/wire/result.hpp"

namespace certamen::store {

// Copies the data file as it is at this moment by SQLite's own backup, checks the copy with quick_check, and only then puts
// it in its place: `copy_path` is either whole or not there. An existing file there is replaced only with `replace`.
// `progress` hears the percentage whenever it has changed. A fault in one sentence.
[[nodiscard]] wire::Result<void> back_up(const std::string& data_path, const std::string& copy_path, bool replace,
                                         const std::function<void(int percent)>& progress);

}  // namespace certamen::store
