// A match with everything that a journal can keep: joins, losses, leavers, pauses, restarts, disk failures, answers of
// every form. Deterministic.
#pragma once

#include <vector>

#include "server/journal/journal.hpp"

namespace certamen::server_test {

// The entries of the match, in order, and the digest of its room after each.
struct RecordedMatch {
  std::vector<journal::Entry> entries;
  std::vector<std::uint64_t> digests;
};

[[nodiscard]] RecordedMatch recorded_match();

}  // namespace certamen::server_test
