// The rules of the tree, each a function from text to findings. What they know stands as data at the head of their files.
#pragma once

#include "tests/tidy/source.hpp"

namespace certamen::tidy {

// arrows.cpp: who may include whom (ARCHITECTURE.md), for includes with quotes.
[[nodiscard]] Findings check_arrows(const Source& source);

// outside.cpp: which libraries, clocks and containers may be used where.
[[nodiscard]] Findings check_outside(const Source& source);

// words.cpp: words that have a better one.
[[nodiscard]] Findings check_words(const Source& source);

// acceptance.cpp: a test case for every number of the game's acceptance list.
[[nodiscard]] Findings check_acceptance(const std::vector<Source>& sources);

// types.cpp: one definition for each name of a namespace, in the whole tree.
[[nodiscard]] Findings check_types(const std::vector<Source>& sources);

// shape.cpp: the size of a file, how a header begins, which README speaks of a folder.
[[nodiscard]] Findings check_shape(const Source& source);
[[nodiscard]] Findings check_readmes(const Tree& tree);
// Functions longer than people hold in mind. A report, not a failure.
[[nodiscard]] Findings long_functions(const Source& source);

}  // namespace certamen::tidy
