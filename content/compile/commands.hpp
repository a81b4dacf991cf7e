// The commands of certamen-bank, without their command line.
//
// Each prints what it found and returns the program's exit code: 0 done, 1 the content has errors, 2 a file or folder is
// not what was promised.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace certamen::content {

inline constexpr int exit_done = 0;
inline constexpr int exit_content_wrong = 1;
inline constexpr int exit_usage_wrong = 2;

// Writes the bank of the topics to `target`, or nothing at all when any topic is wrong.
[[nodiscard]] int build(const std::vector<std::string>& sources, const std::string& target, std::ostream& out,
                        std::ostream& err);
// Prints every finding.
[[nodiscard]] int lint(const std::vector<std::string>& sources, std::ostream& out, std::ostream& err);
// Prints the numbers of a bank file, or of a folder of topics.
[[nodiscard]] int stats(const std::string& source, bool json, std::ostream& out, std::ostream& err);

}  // namespace certamen::content
