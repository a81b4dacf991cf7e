#include "client/screens/teams.hpp"

#include <algorithm>

#include "client/ui/standing.hpp"

namespace certamen::screens {

namespace {

constexpr float vote_height = 56;

wire::TeamNumber own_team(const Canvas& canvas) {
  const auto& roster = canvas.model.room->roster;
  const auto own = roster.find(canvas.model.room->seat);
  return own == roster.end() ? 0 : own->second.team;
}

std::vector<ui::Chip> vote_chips(const Canvas& canvas, const wire::TeamVotes& votes) {
  std::vector<ui::Chip> chips;
  const auto add = [&](const std::string& what, std::uint32_t count) {
    chips.push_back({.text = what, .remark = "×" + std::to_string(count)});
  };
  // The unit stands with the own number above them.
  for (const wire::NumericCount& pick : votes.numeric_picks) add(canvas.words.quantity(pick.micros, ""), pick.count);
  for (const wire::TextCount& pick : votes.text_picks) add(pick.text, pick.count);
  return chips;
}

}  // namespace

std::string team_name(const Canvas& canvas, wire::TeamNumber team) {
  return canvas.words(Key::TeamName, {{"team", std::to_string(team)}});
}

bool chooses_team(const Canvas& canvas) {
  const model::Room& room = *canvas.model.room;
  return room.plays && room.phase == wire::Phase::Gathering && room.settings.team_count > 0 &&
         room.settings.team_forming == wire::TeamForming::ByPlayers;
}

void draw_team_choice(const Canvas& canvas, const ui::Rect& room) {
  const model::Room& seated = *canvas.model.room;
  std::vector<ui::Segment> choices;
  for (wire::TeamNumber team = 1; team <= seated.settings.team_count; ++team) {
    const auto size = std::count_if(seated.roster.begin(), seated.roster.end(),
                                    [team](const auto& entry) { return entry.second.team == team; });
    const ui::Action action{"team", team};
    const bool roomy = seated.settings.team_count <= 4;
    const std::string name = roomy ? team_name(canvas, team) : std::to_string(team);
    choices.push_back({name + " (" + std::to_string(size) + ")", action, own_team(canvas) == team});
    canvas.key(std::to_string(team), action);
  }
  ui::segments(canvas.kit, room, "team", choices);
}

void draw_team_votes(const Canvas& canvas, const ui::Rect& room) {
  const wire::TeamVotes& votes = *canvas.model.room->team_votes;
  ui::Rect rest = room;
  const std::string heading = canvas.words(Key::TeamVoted, {{"team", team_name(canvas, votes.team)},
                                                            {"answered", std::to_string(votes.answered_count)},
                                                            {"members", std::to_string(votes.member_count)}});
  ui::write_fitted(canvas.kit, ui::take_top(rest, 44, ui::gap_small), heading,
                   {ui::Weight::SemiBold, ui::body_size, ui::label_size_min, 1}, canvas.theme().gold, ui::Align::Left,
                   ui::VerticalAlign::Middle);
  const std::vector<ui::Chip> chips = vote_chips(canvas, votes);
  if (!chips.empty() && rest.height >= vote_height) ui::chips(canvas.kit, rest, chips);
}

void draw_team_table(const Canvas& canvas, const ui::Rect& room, float row_height, float row_gap,
                     const std::vector<wire::TeamRow>& teams) {
  const auto best = static_cast<float>(std::max<std::int64_t>(1, teams.front().points));
  for (std::size_t i = 0; i < teams.size(); ++i) {
    const wire::TeamRow& team = teams[i];
    const bool tied = (i > 0 && teams[i - 1].rank == team.rank) || (i + 1 < teams.size() && teams[i + 1].rank == team.rank);
    const std::string rank = std::to_string(team.rank);
    const float y = room.y + static_cast<float>(i) * (row_height + row_gap);
    ui::score_row(canvas.kit, {room.x, y, room.width, row_height},
                  {.rank = tied ? canvas.words(Key::RankingTied, {{"rank", rank}}) : rank,
                   .name = team_name(canvas, team.team),
                   .points = canvas.words.number(team.points),
                   .gained = "",
                   .share = static_cast<float>(std::max<std::int64_t>(0, team.points)) / best,
                   .climbed = 0,
                   .own = canvas.model.room->plays && own_team(canvas) == team.team,
                   .narrow = true});
  }
}

}  // namespace certamen::screens
