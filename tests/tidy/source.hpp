// The source tree as text, for rules that read it.
//
// Reads files; changes none. One thread.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace certamen::tidy {

// One file, line by line. `code` is `text` with comments and the insides of literals blanked, column for column, so that a
// rule about code does not stumble over words about code.
struct Source {
  std::string path;               // from the root of the tree, with slashes
  std::vector<std::string> text;  // without line ends
  std::vector<std::string> code;
};

// What a rule found, where, and what to do about it.
struct Finding {
  std::string path;
  std::size_t line = 0;  // from 1; 0 for the whole file or folder
  std::string what;
  std::string mend;
};
using Findings = std::vector<Finding>;

// "path:line: what; mend"
[[nodiscard]] std::string sentence(const Finding& finding);
[[nodiscard]] std::string sentences(const Findings& findings);

// A file from its whole content; `path` says by its ending how to read it.
[[nodiscard]] Source source_from(std::string path, std::string_view content);

struct Tree {
  std::vector<Source> sources;       // every C++ file and every other text that rules read, sorted by path
  std::vector<std::string> folders;  // every folder with a file in it, sorted
  std::vector<Source> readmes;
};

// Everything under `root` except hidden folders and build.
[[nodiscard]] Tree read_tree(const std::filesystem::path& root);

[[nodiscard]] bool is_cpp(const Source& source);
[[nodiscard]] bool is_header(const Source& source);
// The folder of a path: "server/room" for "server/room/room.hpp".
[[nodiscard]] std::string folder_of(std::string_view path);
// Whether `path` is `folder` or lies in it.
[[nodiscard]] bool lies_in(std::string_view path, std::string_view folder);

}  // namespace certamen::tidy
