// From the texts of topic and table files to checked topics: everything the compiler does before it writes.
//
// Pure: the same files in any order give the same result.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/model/finding.hpp"
#include "content/model/topic.hpp"

namespace certamen::content {

struct SourceFile {
  std::string path;
  std::string bytes;
};

struct Compiled {
  std::vector<Topic> topics;    // sorted by id, questions inside by id, those of tables included
  std::vector<Topic> unplaced;  // what tables give to topics that are not among the files; in no bank
  std::size_t table_count = 0;
  std::vector<Finding> findings;  // of all files, sorted; a bank may be written only when none is an Error
  std::size_t defended = 0;       // warnings that questions answer for, which are not among the findings
};

// A draft that nobody has reviewed is an error where it would be refused, and a warning where it is wanted.
enum class Drafts : std::uint8_t { Refused, Included };

// `month` (YYYY-MM) is what as-of remarks are held against; without it, the newest of them.
[[nodiscard]] Compiled compile(std::vector<SourceFile> files, Drafts drafts = Drafts::Included, std::string_view month = {});

}  // namespace certamen::content
