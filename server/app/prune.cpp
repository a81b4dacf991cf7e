#include <fmt/format.h>

#include <cstdio>

#include "server/app/command_line.hpp"
#include "server/app/commands.hpp"
#include "server/store/store.hpp"

namespace certamen::app {

namespace {

constexpr std::int64_t rash_below_seconds = 24 * 3'600;

// A dry run; nothing is removed.
int tell(const store::Store& store, std::int64_t seconds, bool rash) {
  const auto count = store.prunable(seconds);
  if (!count) return refuse("certamen-server prune", count.error().what);
  std::fputs(fmt::format("would remove {} games; nothing was removed\n", *count).c_str(), stdout);
  if (rash) return refuse("certamen-server prune", "less than a day reaches games of today; say --yes if that is meant");
  return exit_done;
}

}  // namespace

int prune_command(int argc, const char* const* argv) {
  constexpr std::uint64_t games_per_step = 100;
  bool dry_run = false;
  bool sure = false;
  std::string data;
  std::string age;
  CLI::App parser(
      "Removes the journals and results of games that ended so long ago, and gives their room back to the disk.\n"
      "Rooms that are still open are never touched. Stop the server first; a running one does this by itself with\n"
      "--keep-games DAYS.",
      "certamen-server prune");
  parser.footer(
      "Exit codes: 0 done, also when nothing was old enough, 2 wrong usage, a file that cannot be used, or less than a\n"
      "day without --yes: then nothing is removed and it is said how much would be.\n\n"
      "Example:\n  certamen-server prune --data certamen-data.db --older-than 90d");
  add_data_option(parser, data);
  parser.add_option("--older-than", age, "Days or hours since the game ended: 90d, 36h")->required()->type_name("AGE");
  parser.add_flag("--dry-run", dry_run, "Only say how many games would go");
  parser.add_flag("--yes", sure, "Needed for less than a day, which reaches games of today");
  if (const auto exit_code = parse_or_exit(parser, argc, argv)) return *exit_code;
  const auto seconds = parse_age(age);
  if (!seconds)
    return refuse("certamen-server prune", fmt::format("--older-than wants days or hours, as 90d, not '{}'", age));
  auto store = store::Store::open(data);
  if (!store) return refuse("certamen-server prune", store.error().what);
  const bool rash = *seconds < rash_below_seconds && !sure;
  if (dry_run || rash) return tell(*store, *seconds, rash && !dry_run);
  std::uint64_t removed = 0;
  for (std::uint64_t step = games_per_step; step == games_per_step; removed += step) {
    const auto pruned = store->prune(*seconds, games_per_step);
    if (!pruned) return refuse("certamen-server prune", pruned.error().what);
    step = *pruned;
  }
  if (removed > 0) {
    if (const auto done = store->shrink(); !done) return refuse("certamen-server prune", done.error().what);
  }
  std::fputs(fmt::format("removed {} games\n", removed).c_str(), stdout);
  return exit_done;
}

}  // namespace certamen::app
