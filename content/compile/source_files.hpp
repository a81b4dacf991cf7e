// The compiler's files: topic and table files in, a bank out.
//
// What the compiler reads and writes passes here, except banks, which read_bank.hpp opens itself.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/compile/compile.hpp"
#include "proto/wire/result.hpp"

namespace certamen::content {

// Reads the given files, and of the given folders every *.yaml directly inside. A fault for a path that does not exist or
// cannot be read, for a *.yml (it would be left out unnoticed), and when there is no topic file at all.
wire::Result<std::vector<SourceFile>> read_sources(const std::vector<std::string>& paths);

// The first bytes of a file, at most `bytes_max` of them. A fault where it is not there, is a folder, or cannot be read to
// there.
wire::Result<std::string> read_file(const std::string& path, std::size_t bytes_max);

// Puts the bytes at `path` whole or not at all: written and synchronised beside it, then renamed over it. Of a
// link, what it leads to is replaced; a pipe or a device is written into; a folder is a fault. Who may read it is for the
// umask to say. For a program of one thread.
wire::Result<void> replace_file(const std::string& path, std::string_view bytes);

}  // namespace certamen::content
