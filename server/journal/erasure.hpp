// A person's name taken out of journal entries.
//
// Pure. What else an entry holds stays: answers, times, and the digest of a ticket, which names nobody. A room replayed
// from entries whose names were replaced is the same room but for these names, and so differs in its digest.
#pragma once

#include <functional>
#include <string>

#include "server/journal/journal.hpp"

namespace certamen::journal {

// If the entry gives somebody a name that `is_meant`, puts `placeholder` in its place and says so. The placeholder must be
// unique within its game; it gets a key that no name typed by a person can have.
[[nodiscard]] bool erase_name(Entry& entry, const std::function<bool(const std::string& name)>& is_meant,
                              const std::string& placeholder);

}  // namespace certamen::journal
