#include "server/app/past_games.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <optional>
#include <vector>

#include "server/app/command_line.hpp"
#include "server/report/plain.hpp"
#include "server/report/standings.hpp"

namespace certamen::app {
namespace {

wire::Result<report::Game> read(const store::Archive& archive, std::uint64_t id) {
  auto stored = archive.journal(id);
  if (!stored) return tl::unexpected(stored.error());
  return report::Game{id, std::move(stored->code), std::move(stored->entries),
                      static_cast<std::size_t>(stored->missing_entry)};
}

struct Line {
  wire::Instant opened_at{};
  std::string text;
};

// By the machine's clock, the only time of day that a data file knows.
std::string time_of_closing(const store::ArchivedGame& archived) {
  if (!archived.closed_on) return archived.state == "open" ? "" : "unknown";
  return fmt::format("{:%Y-%m-%d %H:%M}", fmt::gmtime(static_cast<std::time_t>(*archived.closed_on)));
}

constexpr const char* row_form = "{:>20}  {:<6}  {:>16}  {:<16}  {:<12} {:<12} {:>7}  {:>7}\n";

Line line_of(const report::Game& game, const store::ArchivedGame& archived) {
  Line line;
  const report::Rebuilt rebuilt = report::rebuild(game, std::nullopt, [&line](const journal::Replayed& replayed) {
    if (replayed.number == 1) line.opened_at = replayed.entry.at;
  });
  std::string phase = rebuilt.room ? report::phase_word(*rebuilt.room) : "unreadable";
  if (rebuilt.broken) phase = fmt::format("broken at {}", rebuilt.broken->entry);
  const std::size_t players = rebuilt.room ? report::standings(*rebuilt.room).size() : 0;
  line.text = fmt::format(fmt::runtime(row_form), game.id, report::plain(game.code),
                          report::stopwatch(line.opened_at.time_since_epoch()), time_of_closing(archived), archived.state,
                          phase, players, archived.entry_count);
  return line;
}

}  // namespace

std::variant<report::Game, int> find_game(const store::Archive& archive, const std::string& named,
                                          const std::string& command) {
  const auto games = archive.games();
  if (!games) return refuse(command, games.error().what);
  std::vector<std::uint64_t> found;
  const std::optional<std::uint64_t> number = number_in(named);
  for (const store::ArchivedGame& game : *games) {
    if (number == game.game) found = {game.game};
    if (number == game.game) break;
    if (game.code == code_in(named)) found.push_back(game.game);
  }
  if (found.size() != 1) {
    std::string why = fmt::format("{}: there is no game '{}' in this file\n", command, report::plain(named));
    if (found.size() > 1) {
      const auto list = game_list(archive, code_in(named));
      why = fmt::format("{}: {} games were played in room {}; say the number of one:\n{}", command, found.size(),
                        code_in(named), list ? *list : list.error().what);
    }
    std::fputs(why.c_str(), stderr);
    return exit_nothing_found;
  }
  auto game = read(archive, found.front());
  if (!game) return refuse(command, game.error().what);
  return std::move(*game);
}

wire::Result<std::string> game_list(const store::Archive& archive, const std::string& code) {
  const auto games = archive.games();
  if (!games) return tl::unexpected(games.error());
  std::vector<Line> lines;
  for (const store::ArchivedGame& archived : *games) {
    if (!code.empty() && archived.code != code) continue;
    const auto game = read(archive, archived.game);
    if (!game) return tl::unexpected(game.error());
    lines.push_back(line_of(*game, archived));
  }
  if (lines.empty()) return std::string("there are no games in this file\n");
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& left, const Line& right) { return left.opened_at < right.opened_at; });
  std::string text =
      fmt::format(fmt::runtime(row_form), "game", "room", "opened", "closed (UTC)", "state", "phase", "players", "entries");
  for (const Line& line : lines) text += line.text;
  return text;
}

}  // namespace certamen::app
