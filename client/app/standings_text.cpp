#include "client/app/standings_text.hpp"

#include <fmt/format.h>

namespace certamen::client_app {

std::string standings_text(const model::Model& model) {
  if (!model.room || !model.room->finished) return {};
  const wire::MatchFinished& finished = *model.room->finished;
  std::string text =
      fmt::format("room {} · {} questions · {} players\n", model.room->code, finished.question_count, finished.player_count);
  for (const auto& row : finished.rows) {
    text += fmt::format("{:>3}. {} · {} points · {} of {} right\n", row.rank, row.name, row.points, row.right_count,
                        finished.question_count);
  }
  return text;
}

}  // namespace certamen::client_app
