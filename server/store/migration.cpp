#include "server/store/migration.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>

#include "server/store/schema_0001.hpp"
#include "server/store/schema_0002.hpp"

namespace certamen::store {
namespace {

// The step at index i leads from schema i to schema i + 1.
constexpr std::array<const char*, 2> steps = {schema_0001, schema_0002};

}  // namespace

std::int64_t newest_schema() {
  return static_cast<std::int64_t>(steps.size());
}

wire::Result<void> migrate(sqlite3* database, std::int64_t version) {
  for (auto next = static_cast<std::size_t>(version); next < steps.size(); ++next) {
    const std::string step = fmt::format("BEGIN IMMEDIATE; {} PRAGMA application_id = {}; PRAGMA user_version = {}; COMMIT;",
                                         steps[next], application_id, next + 1);
    if (sqlite3_exec(database, step.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) continue;
    const std::string why = sqlite3_errmsg(database);
    if (sqlite3_get_autocommit(database) == 0) sqlite3_exec(database, "ROLLBACK", nullptr, nullptr, nullptr);
    return wire::fault(fmt::format("its schema cannot be brought from {} to {}: {}", next, next + 1, why));
  }
  return {};
}

}  // namespace certamen::store
