#include "proto/wire/codec_parts.hpp"

namespace certamen::wire::codec {
namespace {

constexpr std::uint32_t any_max = ~std::uint32_t{0};
constexpr std::uint32_t votes_max = 2;

}  // namespace

// Messages of before there were two votes say none, and mean the first.
std::uint32_t vote_said(std::uint32_t vote) {
  return vote == 1 ? 0 : vote;
}
std::uint32_t vote(std::uint32_t said, std::string_view field, Check& check) {
  return said == 0 ? 1 : bounded(said, 1, votes_max, field, check);
}

void put(const TeamRow& from, pb::TeamRow& to) {
  to.set_team(from.team);
  to.set_rank(from.rank);
  to.set_points(from.points);
  to.set_member_count(from.member_count);
}

std::vector<TeamRow> take(const google::protobuf::RepeatedPtrField<pb::TeamRow>& from, Check& check) {
  std::vector<TeamRow> to;
  if (!check.that(from.size() <= static_cast<int>(teams_max), "teams")) return to;
  for (const auto& row : from) {
    to.push_back({bounded(row.team(), 1, teams_max, "teams.team", check),
                  bounded(row.rank(), 1, teams_max, "teams.rank", check), row.points(), row.member_count()});
  }
  return to;
}

void put(const ResolverStep& from, pb::ResolverStep& to) {
  to.set_seat(from.seat.value);
  to.set_frozen_rank(from.frozen_rank);
  to.set_frozen_points(from.frozen_points);
  to.set_rank(from.rank);
  to.set_points(from.points);
}

std::vector<ResolverStep> take(const google::protobuf::RepeatedPtrField<pb::ResolverStep>& from, Check& check) {
  std::vector<ResolverStep> to;
  if (!check.that(from.size() <= static_cast<int>(ranking_rows_max), "resolver")) return to;
  for (const auto& step : from) {
    to.push_back({{bounded(step.seat(), 1, any_max, "resolver.seat", check)},
                  bounded(step.frozen_rank(), 0, seats_per_room_max, "resolver.frozen_rank", check),
                  step.frozen_points(),
                  bounded(step.rank(), 1, seats_per_room_max, "resolver.rank", check),
                  step.points()});
  }
  return to;
}

void put(const DiscussionOpened& from, pb::DiscussionOpened& to) {
  to.set_number(from.number);
  to.set_continues_at_micros(micros(from.continues_at));
}

DiscussionOpened take(const pb::DiscussionOpened& from, Check& check) {
  return {bounded(from.number(), 1, questions_per_match_max, "discussion.number", check),
          instant(from.continues_at_micros(), "discussion.continues_at", check)};
}

void put(const TeamVotes& from, pb::TeamVotes& to) {
  to.set_number(from.number);
  to.set_team(from.team);
  to.set_member_count(from.member_count);
  to.set_answered_count(from.answered_count);
  for (const std::uint32_t count : from.picks_by_option) to.add_picks_by_option(count);
  for (const NumericCount& pick : from.numeric_picks) {
    to.add_numeric_picks()->set_micros(pick.micros);
    to.mutable_numeric_picks()->rbegin()->set_count(pick.count);
  }
  for (const TextCount& pick : from.text_picks) {
    to.add_text_picks()->set_text(pick.text);
    to.mutable_text_picks()->rbegin()->set_count(pick.count);
  }
}

TeamVotes take(const pb::TeamVotes& from, Check& check) {
  TeamVotes to;
  to.number = bounded(from.number(), 1, questions_per_match_max, "team_votes.number", check);
  to.team = bounded(from.team(), 1, teams_max, "team_votes.team", check);
  to.member_count = from.member_count();
  to.answered_count = from.answered_count();
  constexpr auto picks_max = static_cast<int>(options_max);
  const bool few = from.picks_by_option_size() <= picks_max && from.numeric_picks_size() <= picks_max &&
                   from.text_picks_size() <= picks_max;
  if (!check.that(few, "team_votes")) return to;
  to.picks_by_option.assign(from.picks_by_option().begin(), from.picks_by_option().end());
  for (const auto& pick : from.numeric_picks()) to.numeric_picks.push_back({pick.micros(), pick.count(), {}});
  for (const auto& pick : from.text_picks()) {
    to.text_picks.push_back({text(pick.text(), text_answer_bytes_max, "team_votes.text", check), pick.count(), {}});
  }
  return to;
}

void put(const AllowanceChanged& from, pb::AllowanceChanged& to) {
  to.set_seat(from.seat.value);
  to.set_allowance(schema_enum<pb::Allowance>(from.allowance));
}

AllowanceChanged take(const pb::AllowanceChanged& from, Check& check) {
  return {{bounded(from.seat(), 1, any_max, "allowance.seat", check)},
          plain_enum(from.allowance(), Allowance::Twice, "allowance", check)};
}

}  // namespace certamen::wire::codec
