// The numbered steps by which a data file of any earlier schema becomes one of today's. Internal to the store.
//
// A step is a file in schema/, applied once, in one transaction with the number it leads to: a server that is killed in the
// middle finds the file as it was before the step.
#pragma once

#include <cstdint>

#include "proto/wire/result.hpp"

struct sqlite3;

namespace certamen::store {

inline constexpr std::int64_t application_id = 0x4345524A;  // "CERJ": neither another program's file nor a bank
[[nodiscard]] std::int64_t newest_schema();

// From `version` (0: an empty file) to the newest.
[[nodiscard]] wire::Result<void> migrate(sqlite3* database, std::int64_t version);

}  // namespace certamen::store
