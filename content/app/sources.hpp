// Where the commands take their topics from: a bank, topic files, or folders of them.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "content/model/topic.hpp"
#include "proto/wire/result.hpp"

namespace certamen::content {

// For --help, after what a command takes: where its SOURCE comes from when none is named.
inline constexpr const char* source_help =
    "A bank, a topic file or a folder of them. Without it: what the environment names in CERTAMEN_BANK, else "
    "content/topics below the current folder";

// The source that was named or, for an empty name, what source_help says. A fault, with what to do about it, when there is
// none.
[[nodiscard]] wire::Result<std::string> source_named(const std::string& name);

// The topics of a source, sorted by id; of a bank or of files without an error. Else it says why on `err` and returns the
// exit code. A folder without topic files of its own stands for its folder `topics`, an empty name for source_named().
[[nodiscard]] tl::expected<std::vector<Topic>, int> load_topics(const std::string& name, std::ostream& err);

// The file coverage.tsv in the folder of the source or in the one above it.
[[nodiscard]] std::optional<std::string> coverage_file(const std::string& source);

}  // namespace certamen::content
