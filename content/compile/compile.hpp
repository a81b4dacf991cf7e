// From the texts of topic files to checked topics: everything the compiler does before it writes.
//
// Pure: the same files in any order give the same result.
#pragma once

#include <string>
#include <vector>

#include "content/compile/finding.hpp"
#include "content/compile/topic.hpp"

namespace certamen::content {

struct SourceFile {
  std::string path;
  std::string bytes;
};

struct Compiled {
  std::vector<Topic> topics;      // sorted by id, questions inside by id
  std::vector<Finding> findings;  // of all files, sorted; a bank may be written only when none is an Error
};

[[nodiscard]] Compiled compile(std::vector<SourceFile> files);

}  // namespace certamen::content
