#include "server/store/backup.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include "server/store/migration.hpp"
#include "server/store/placing.hpp"
#include "server/store/statement.hpp"

namespace certamen::store {
namespace {

constexpr int pages_per_step = 256;
constexpr int patience_millis = 5'000;

struct Closer {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, Closer>;

wire::Result<Database> open(const std::string& path, int flags) {
  sqlite3* raw = nullptr;
  const int outcome = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  Database database(raw);
  if (outcome != SQLITE_OK) return wire::fault(raw == nullptr ? "out of memory" : sqlite3_errmsg(raw));
  sqlite3_busy_timeout(raw, patience_millis);
  return database;
}

wire::Result<void> require_ours(sqlite3* database) {
  Statement application(database, "PRAGMA application_id");
  const auto row = application.next();
  if (!row) return tl::unexpected(row.error());
  if (application.integer(0) != application_id) return wire::fault("it is no data file of certamen-server");
  return {};
}

wire::Result<void> copy(sqlite3* from, sqlite3* to, const std::function<void(int)>& progress) {
  // One reading transaction around it all, so that a busy server does not make the copying begin anew.
  sqlite3_exec(from, "BEGIN; SELECT count(*) FROM sqlite_schema;", nullptr, nullptr, nullptr);
  sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
  if (backup == nullptr) return wire::fault(sqlite3_errmsg(to));
  int told = -1;
  int outcome = SQLITE_OK;
  while (outcome == SQLITE_OK) {
    outcome = sqlite3_backup_step(backup, pages_per_step);
    const int total = sqlite3_backup_pagecount(backup);
    const int percent = total == 0 ? 0 : 100 - static_cast<int>(100LL * sqlite3_backup_remaining(backup) / total);
    if (percent != told && (outcome == SQLITE_OK || outcome == SQLITE_DONE)) progress(told = percent);
  }
  sqlite3_backup_finish(backup);
  if (outcome != SQLITE_DONE) return wire::fault(sqlite3_errstr(outcome));
  return {};
}

wire::Result<void> check(sqlite3* database) {
  Statement statement(database, "PRAGMA quick_check(1)");
  const auto row = statement.next();
  if (!row) return tl::unexpected(row.error());
  const std::string verdict = statement.bytes(0);
  if (verdict != "ok") return wire::fault("the copy is damaged: " + verdict);
  return {};
}

wire::Result<void> write_copy(const std::string& data_path, const std::string& path,
                              const std::function<void(int)>& progress) {
  // Made by us and for us alone, before SQLite opens it: it holds names and answers.
  const int made = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (made < 0) return wire::fault(fmt::format("{} cannot be made: {}", path, std::strerror(errno)));
  ::close(made);
  const auto from = open(data_path, SQLITE_OPEN_READWRITE);
  if (!from) return wire::fault(fmt::format("the data file {} cannot be read: {}", data_path, from.error().what));
  if (auto ours = require_ours(from->get()); !ours) {
    return wire::fault(fmt::format("the data file {} cannot be read: {}", data_path, ours.error().what));
  }
  const auto to = open(path, SQLITE_OPEN_READWRITE);
  if (!to) return wire::fault(fmt::format("{} cannot be written: {}", path, to.error().what));
  if (auto done = copy(from->get(), to->get(), progress); !done) return done;
  // One file, without a log beside it.
  sqlite3_exec(to->get(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
  return check(to->get());
}

}  // namespace

wire::Result<void> back_up(const std::string& data_path, const std::string& copy_path, bool replace,
                           const std::function<void(int percent)>& progress) {
  if (auto free = require_free(copy_path, replace); !free) return free;
  const std::string unfinished = unfinished_name(copy_path);
  ::unlink(unfinished.c_str());
  if (auto written = write_copy(data_path, unfinished, progress); !written) {
    ::unlink(unfinished.c_str());
    return written;
  }
  return put_in_place(copy_path, replace);
}

}  // namespace certamen::store
