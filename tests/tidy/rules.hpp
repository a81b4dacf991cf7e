// The rules of the source tree as data and functions: who may include whom, what may not be written, how large.
//
// Pure: they look at text and report; the test walks the tree.
#pragma once

#include <string>
#include <vector>

namespace certamen::tidy {

struct SourceFile {
  std::string path;  // from the root of the tree, with slashes
  std::string text;
};

struct Offence {
  std::string path;
  std::size_t line = 0;  // 0: the whole file
  std::string what;      // with the mend
};

// Includes of ours that point against the arrows of ARCHITECTURE.md.
[[nodiscard]] std::vector<Offence> check_arrows(const SourceFile& file);
// Libraries, clocks and threads outside the folders that exist for them.
[[nodiscard]] std::vector<Offence> check_confinement(const SourceFile& file);
// Words that are never the right ones.
[[nodiscard]] std::vector<Offence> check_words(const SourceFile& file);
// File length, `#pragma once` and the first comment of headers.
[[nodiscard]] std::vector<Offence> check_shape(const SourceFile& file);

}  // namespace certamen::tidy
