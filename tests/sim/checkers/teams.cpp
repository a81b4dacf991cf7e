#include "tests/sim/checkers/teams.hpp"

#include <algorithm>

#include "tests/sim/checkers/plain_marks.hpp"

namespace certamen::sim {
namespace {

template <class Value>
std::vector<std::uint32_t> counts_of(const std::map<Value, std::uint32_t>& picks) {
  std::vector<std::uint32_t> counts;
  for (const auto& [value, count] : picks) counts.push_back(count);
  std::sort(counts.rbegin(), counts.rend());
  if (counts.size() > wire::options_max) counts.resize(wire::options_max);
  return counts;
}

// Without the texts, which are shown as the server folds them.
wire::TeamVotes without_words(wire::TeamVotes votes) {
  for (wire::TextCount& pick : votes.text_picks) pick.text.clear();
  return votes;
}

wire::TeamVotes count(const room::Room& room, std::uint32_t number, wire::TeamNumber team,
                      const std::map<wire::SeatId, wire::Answer>& first_votes) {
  const exam::Question& question = room.paper().questions.at(number - 1);
  wire::TeamVotes votes{number, team, 0, 0, {}, {}, {}};
  const bool places = !question.arrangement.empty();
  if (!places) votes.picks_by_option.resize(question.options.size());
  std::map<std::int64_t, std::uint32_t> numbers;
  std::map<std::string, std::uint32_t> texts;
  for (const auto& [seat, member] : room.members()) {
    if (!member.plays || member.first_question > number || room.teams().team_of(seat) != team) continue;
    ++votes.member_count;
    const auto first = first_votes.find(seat);
    if (first == first_votes.end()) continue;
    ++votes.answered_count;
    if (const auto* choice = std::get_if<wire::ChoiceAnswer>(&first->second)) {
      for (const wire::OptionIndex option : choice->options) ++votes.picks_by_option.at(option);
    }
    if (const auto* given = std::get_if<wire::NumericAnswer>(&first->second)) ++numbers[given->micros];
    if (const auto* words = std::get_if<wire::TextAnswer>(&first->second)) ++texts[plain(words->text)];
  }
  for (const auto& [micros, picked] : numbers) votes.numeric_picks.push_back({micros, picked, {}});
  std::stable_sort(votes.numeric_picks.begin(), votes.numeric_picks.end(),
                   [](const auto& left, const auto& right) { return left.count > right.count; });
  if (votes.numeric_picks.size() > wire::options_max) votes.numeric_picks.resize(wire::options_max);
  for (const std::uint32_t picked : counts_of(texts)) votes.text_picks.push_back({{}, picked, {}});
  return votes;
}

}  // namespace

// Where a wish put somebody, and that nobody who plays is without a team once the match is on.
void Teams::check_teams(const Story& story, const journal::Entry& entry) {
  const room::Teams& teams = story.room->teams();
  const auto* chosen = std::get_if<room::TeamChosen>(&entry.event);
  const auto* commanded = std::get_if<room::Commanded>(&entry.event);
  const auto* moved = commanded == nullptr ? nullptr : std::get_if<wire::MoveToTeam>(&commanded->command);
  if (chosen != nullptr && teams.team_of(chosen->seat) != chosen->team)
    report("room {} leaves seat {} out of the team it chose", story.code, chosen->seat.value);
  if (moved != nullptr && teams.team_of(moved->seat) != moved->team)
    report("room {} leaves seat {} out of the team it was moved to", story.code, moved->seat.value);
  if (!teams.played() || !std::holds_alternative<room::PaperDrawn>(entry.event)) return;
  for (const auto& [seat, member] : story.room->members()) {
    const wire::TeamNumber team = teams.team_of(seat);
    if (member.plays != (team != 0) || team > story.room->settings().team_count)
      report("room {} begins with seat {} in team {}", story.code, seat.value, team);
  }
}

void Teams::entry_committed(const Story& story, const journal::Entry& entry, const std::vector<room::Effect>& effects) {
  check_teams(story, entry);
  if (story.room->settings().discuss_seconds == 0) return;
  Talk& talk = talks_[story.game];
  const auto* answered = std::get_if<room::Answered>(&entry.event);
  if (answered != nullptr && answered->vote == 1) talk.first_votes[answered->seat] = answered->answer;
  each_fact(effects, Overloaded{[&](const wire::QuestionAnnounced& told) {
                                  talk = {told.number, {}, {}, {}};
                                },
                                [](const auto&) {}});
  for (const auto& [seat, team] : story.room->teams().seats()) talk.teams[seat].insert(team);
  if (story.room->phase() == wire::Phase::Discussing) expect(story, talk);
}

void Teams::expect(const Story& story, Talk& talk) {
  for (wire::TeamNumber team = 1; team <= story.room->teams().count(); ++team) {
    wire::TeamVotes votes = count(*story.room, talk.number, team, talk.first_votes);
    if (std::find(talk.told.begin(), talk.told.end(), votes) == talk.told.end()) talk.told.push_back(std::move(votes));
  }
}

void Teams::check_votes(const SeatPlace& place, const wire::TeamVotes& votes) {
  const Story* story = sight().stories.find(place.code);
  const auto talk = story == nullptr ? talks_.end() : talks_.find(story->game);
  if (talk == talks_.end()) return report("room {} tells votes of a team and has none", place.code);
  if (talk->second.number != votes.number) return;  // its last words are on their way
  ++votes_checked_;
  const auto own = talk->second.teams.find(place.seat);
  if (own == talk->second.teams.end() || !own->second.contains(votes.team)) {
    report("room {} tells seat {} how team {} voted, which is not its own", place.code, place.seat.value, votes.team);
  }
  const auto& told = talk->second.told;
  if (std::find(told.begin(), told.end(), without_words(votes)) == told.end()) {
    report("room {} tells that team {} voted otherwise on question {}", place.code, votes.team, votes.number);
  }
}

void Teams::check_frozen(const SeatPlace& place) {
  if (place.role == wire::Role::Host && !place.plays) return;
  report("room {} tells seat {} the standings that are kept back", place.code, place.seat.value);
}

void Teams::frame_sent(const FrameSent& sent) {
  if (const auto* joined = std::get_if<wire::RoomJoined>(&sent.message)) {
    const SeatPlace place{joined->code, joined->seat, joined->role, joined->plays};
    if (joined->snapshot.team_votes) check_votes(place, *joined->snapshot.team_votes);
    if (joined->snapshot.frozen_ranking) check_frozen(place);
    return;
  }
  const auto* event = std::get_if<wire::SeatEvent>(&sent.message);
  if (event == nullptr || !sent.presence.place) return;
  const SeatPlace& place = *sent.presence.place;
  if (const auto* votes = std::get_if<wire::TeamVotes>(&event->fact)) check_votes(place, *votes);
  if (std::holds_alternative<wire::FrozenRanking>(event->fact)) check_frozen(place);
}

}  // namespace certamen::sim
