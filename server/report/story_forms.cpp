// A story as text and as JSON.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "server/report/plain.hpp"
#include "server/report/standings.hpp"
#include "server/report/story.hpp"

namespace certamen::report {

std::string story_text(const Game& game, const Story& story) {
  std::string text = fmt::format("Game {}, room {}\n\n", game.id, plain(game.code));
  for (const Told& told : story.told) {
    text += fmt::format("{:>5}  {}  {} {}\n", told.entry, stopwatch(told.at), plain(told.who), plain(told.what));
    for (const std::string& effect : told.effects) text += fmt::format("{:21}-> {}\n", "", plain(effect));
  }
  if (!story.room) return text;
  const room::Room& room = *story.room;
  text += fmt::format("\n{}, {}{} after entry {}\n", room.paused() ? "Paused" : "The room", phase_word(room),
                      room.closed() ? ", closed" : "", story.told.empty() ? 0 : story.told.back().entry);
  for (const Row& row : standings(room)) {
    const std::string name = plain(row.name);
    text += row.rank == 0 ? fmt::format("   -.  {}\n", name)
                          : fmt::format("{:>4}.  {}: {} points, {} right\n", row.rank, name, row.points, row.right_count);
  }
  return text + "digest " + digest_words(room) + "\n";
}

std::string story_json(const Game& game, const Story& story) {
  using Json = nlohmann::ordered_json;
  Json json;
  json["game"] = std::to_string(game.id);
  json["code"] = game.code;
  json["entries"] = Json::array();
  for (const Told& told : story.told) {
    json["entries"].push_back({{"entry", told.entry},
                               {"at_micros", told.at.count()},
                               {"who", told.who},
                               {"what", told.what},
                               {"effects", told.effects}});
  }
  if (story.room) {
    json["phase"] = phase_word(*story.room);
    json["closed"] = story.room->closed();
    json["paused"] = story.room->paused();
    json["standings"] = Json::array();
    for (const Row& row : standings(*story.room)) {
      json["standings"].push_back({{"rank", row.rank},
                                   {"seat", row.seat.value},
                                   {"name", row.name},
                                   {"points", row.points},
                                   {"right", row.right_count}});
    }
    json["digest"] = digest_words(*story.room);
  }
  if (story.broken) json["broken"] = {{"entry", story.broken->entry}, {"why", story.broken->why}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace certamen::report
