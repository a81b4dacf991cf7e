// Where the commands take their topics from: a bank, or topic and table files and folders of them.
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
    "A bank, or topic and table files and folders of them, or a folder with topics/ and tables/. Without it: what the "
    "environment names in CERTAMEN_BANK, else content below the current folder";

// The sources that were named or, when there are none, what source_help says. A fault, with what to do about it, when that
// is not there.
[[nodiscard]] wire::Result<std::vector<std::string>> sources_named(const std::vector<std::string>& names);

// The topics of a bank, or of files without an error, sorted by id, with what tables add to them. Else it says why on `err`
// and returns the exit code. Takes names as sources_named() does; a folder without files of its own stands for its folders
// `topics` and `tables`.
[[nodiscard]] tl::expected<std::vector<Topic>, int> load_topics(const std::vector<std::string>& names, std::ostream& err);

// The file coverage.tsv in the folder of a source or in the one above it, of the first source that has one.
[[nodiscard]] std::optional<std::string> coverage_file(const std::vector<std::string>& sources);

}  // namespace certamen::content
