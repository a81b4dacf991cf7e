// Files that appear whole or not at all, and take another's place only where that was asked for.
//
// What writes one writes beside it, under unfinished_name(), and then puts it in place.
#pragma once

#include <string>

#include "proto/wire/result.hpp"

namespace certamen::store {

[[nodiscard]] std::string unfinished_name(const std::string& path);

// A fault, naming --force, when something has this name and is not to be replaced.
[[nodiscard]] wire::Result<void> require_free(const std::string& path, bool replace);

// The name `path` for the file that has the unfinished name. Without `replace` also what came into being meanwhile is left
// alone. The unfinished name is free again in each case.
[[nodiscard]] wire::Result<void> put_in_place(const std::string& path, bool replace);

// Writes all of `bytes` there. Devices and pipes are written to as they are. A link, which is something that has the
// name, stays, and the file that it names is written, also where there is none yet.
[[nodiscard]] wire::Result<void> write_file(const std::string& path, const std::string& bytes, bool replace);

}  // namespace certamen::store
