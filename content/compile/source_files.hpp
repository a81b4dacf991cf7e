// The compiler's files: topic and table files in, a bank out.
//
// The only file access of the compiler.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/compile/compile.hpp"
#include "proto/wire/result.hpp"

namespace certamen::content {

// Reads the given files, and of the given folders every *.yaml directly inside. A fault for a path that does not exist or
// cannot be read, for a *.yml (it would be left out unnoticed), and when there is no topic file at all.
wire::Result<std::vector<SourceFile>> read_sources(const std::vector<std::string>& paths);

// Puts the bytes at `path` whole or not at all: written and synchronised beside it, then renamed over it.
wire::Result<void> replace_file(const std::string& path, std::string_view bytes);

}  // namespace certamen::content
