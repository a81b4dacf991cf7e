#include "tests/sim/checkers/model_equals_room.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace certamen::sim {
namespace {

// How many play and how large teams are is as of the telling; what teams have is the board's to check.
bool same_ranking(wire::RankingShown told, const wire::RankingShown& seen) {
  told.player_count = seen.player_count;
  told.teams = seen.teams;
  return told == seen;
}

// The words for the first part in which a model and a snapshot of its room differ; nothing when they agree. Times that
// only matter in a phase are compared in that phase.
std::optional<std::string> difference(const model::Room& room, const wire::Snapshot& seen) {
  if (room.phase != seen.phase) {
    return fmt::format("phase {} for {}", static_cast<int>(room.phase), static_cast<int>(seen.phase));
  }
  if (room.paused != seen.paused) return "pause";
  if (room.settings != seen.settings) return "settings";
  if (room.locked != seen.locked) return "lock";
  const bool discussing = seen.phase == wire::Phase::Discussing;
  const bool in_question = discussing || (seen.phase >= wire::Phase::Reading && seen.phase <= wire::Phase::Revealing);
  if (in_question) {
    if (!room.announced) return "question missing";
    wire::QuestionAnnounced announced = *room.announced;
    // The opening can move after the announcement; from Asking on the asked question tells it.
    if (seen.phase != wire::Phase::Reading) announced.opens_at = seen.announced->opens_at;
    if (announced != *seen.announced) {
      return fmt::format("question {} '{}' for {} '{}'", announced.number, announced.prompt, seen.announced->number,
                         seen.announced->prompt);
    }
  }
  if (seen.asked) {
    if (!room.asked) return "options missing";
    wire::QuestionAsked asked = *room.asked;
    if (seen.phase != wire::Phase::Asking) {
      std::tie(asked.opens_at, asked.closes_at, asked.vote) = std::tuple(Instant{}, Instant{}, seen.asked->vote);
    }
    if (asked != *seen.asked) return "question asked";
  }
  if (discussing && room.discussion != seen.discussion) return "discussion";
  if (seen.phase == wire::Phase::Revealing && room.revealed != seen.revealed) return "reveal";
  if (seen.phase == wire::Phase::Ranking) {
    if (!room.standings) return "ranking missing";
    if (!same_ranking(room.standings->shown, *seen.ranking)) return "ranking";
  }
  if (room.exam != seen.exam) return "exam";
  if (seen.phase == wire::Phase::Finished && room.finished != seen.finished) return "final standings";
  return std::nullopt;
}

// Those who lead know everyone's, others their own; what they knew before is of no use to them.
bool allowances_differ(const model::Room& room, const wire::Snapshot& seen) {
  std::map<wire::SeatId, wire::Allowance> allowances;
  for (const auto& [seat, allowance] : seen.allowances) allowances[seat] = allowance;
  const auto of = [](const auto& known, wire::SeatId seat) {
    const auto found = known.find(seat);
    return found == known.end() ? wire::Allowance::Whole : found->second;
  };
  return std::any_of(seen.roster.begin(), seen.roster.end(), [&](const wire::RosterEntry& entry) {
    const bool known = entry.seat == room.seat || room.host_ticket;
    return known && of(allowances, entry.seat) != of(room.allowances, entry.seat);
  });
}

std::optional<std::string> own_difference(const model::Room& room, const wire::Snapshot& seen) {
  // Between questions a snapshot holds no answer; a model may still show the last one.
  const bool discussing = seen.phase == wire::Phase::Discussing;
  if (seen.announced && room.own.locked != (discussing ? seen.first_answer : seen.own_answer)) return "own answer";
  if (seen.announced && room.first_answer != seen.first_answer) return "own first vote";
  if (discussing && room.team_votes != seen.team_votes) return "votes of the team";
  if (allowances_differ(room, seen)) return "allowances";
  if (seen.phase == wire::Phase::Ranking) {
    const bool both = room.frozen_ranking && seen.frozen_ranking;
    const bool same = both ? same_ranking(*room.frozen_ranking, *seen.frozen_ranking)
                           : room.frozen_ranking.has_value() == seen.frozen_ranking.has_value();
    if (!same) return "frozen ranking";
  }
  if (room.own_exam != seen.own_exam.value_or(wire::OwnExam{}) && seen.exam) return "own paper of the exam";
  if (room.exam_result != seen.exam_result) return "result of the exam";
  if (!seen.own_result) return std::nullopt;
  if (!room.own_result) return "own result missing";
  wire::OwnResult result = *room.own_result;
  result.player_count = seen.own_result->player_count;
  if (result != *seen.own_result) return "own result";
  return std::nullopt;
}

}  // namespace

void ModelEqualsRoom::model_changed(const Program& program) {
  const model::Model& model = program.model();
  const wire::ServerMessage* heard = program.message_heard();
  if (heard == nullptr || !model.room || model.room->resuming) return;
  const auto* event = std::get_if<wire::RoomEvent>(heard);
  const auto* joined = std::get_if<wire::RoomJoined>(heard);
  if (event == nullptr && joined == nullptr) return;
  if (event != nullptr && event->sequence != model.room->sequence) return;  // an old one, left aside
  const Story* story = sight().stories.find(model.room->code);
  if (story == nullptr || !story->room) return report("{} sits in room {} of no story", program.label(), model.room->code);
  if (model.room->sequence > story->room->sequence()) {
    return report("{} is at sequence {} of room {}, committed is {}", program.label(), model.room->sequence, story->code,
                  story->room->sequence());
  }
  const auto views = story->views.find(model.room->sequence);
  if (views == story->views.end()) return;  // one of several told in one step
  std::string last;
  for (const View& view : views->second) {
    for (const wire::Snapshot& seen : view) {
      const auto differs = difference(*model.room, seen);
      if (!differs) return compare_roster(program);
      last = *differs;
    }
  }
  report("{} differs from room {} at sequence {}: {}", program.label(), story->code, model.room->sequence, last);
}

// A roster is whole where a RosterChanged has just made it so.
void ModelEqualsRoom::compare_roster(const Program& program) {
  const auto* event = std::get_if<wire::RoomEvent>(program.message_heard());
  if (event == nullptr || !std::holds_alternative<wire::RosterChanged>(event->fact)) return;
  const Story& story = *sight().stories.find(program.model().room->code);
  const auto whole = story.rosters.find(event->sequence);
  if (whole == story.rosters.end() || program.model().room->roster == whole->second) return;
  report("{} knows another roster of room {} at sequence {}", program.label(), story.code, event->sequence);
}

void ModelEqualsRoom::probe() {
  for (const Program* program : sight().programs) {
    if (const room::Room* room = room_at_rest(*program)) compare_at_rest(*program, *room);
    const auto& seated = program->model().room;
    const bool settled = program->running() && seated && !seated->resuming && !seated->finished &&
                         program->model().connection.link == model::Link::Online &&
                         sight().network.at_rest(program->connection()) && sight().server.up() &&
                         sight().server.letters_on_their_way() == 0 && sight().stories.find(seated->code) != nullptr;
    if (settled && sight().server.find_room(seated->code) == nullptr) {
      report("{} sits in room {}, which is no more", program->label(), seated->code);
    }
  }
  look_for_ghosts();
}

// The ticket of rights that were given while the person sat at another device stays there, once it was used.
bool ModelEqualsRoom::holds_rights_elsewhere(const Program& program, const room::Member& member) const {
  if (program.model().room->host_ticket || member.rights_unused) return false;
  return std::any_of(sight().programs.begin(), sight().programs.end(),
                     [&](const Program* other) { return other != &program && other->label() == program.label(); });
}

void ModelEqualsRoom::compare_at_rest(const Program& program, const room::Room& room) {
  ++rests_checked_;
  const model::Room& model = *program.model().room;
  const auto member = room.members().find(model.seat);
  if (member == room.members().end())
    return report("{} has a seat in room {} that it does not know", program.label(), model.code);
  if (!member->second.connected) {
    return report("{} is connected and room {} thinks it is not", program.label(), model.code);
  }
  const wire::Snapshot seen = room.snapshot(model.seat, program.model().profile.language);
  if (model.sequence != seen.sequence) {
    return report("{} rests at sequence {} of room {}, which is at {}", program.label(), model.sequence, model.code,
                  seen.sequence);
  }
  auto differs = difference(model, seen);
  if (!differs) differs = own_difference(model, seen);
  if (!differs && model.role != member->second.role) differs = "role";
  const bool commands = member->second.role == wire::Role::Host || member->second.cohost_digest;
  if (!differs && model.host_ticket.has_value() != commands && !holds_rights_elsewhere(program, member->second)) {
    differs = "rights";
  }
  if (!differs && model.fairness != seen.fairness) differs = "fairness";
  if (differs) report("{} differs at rest from room {}: {}", program.label(), model.code, *differs);
}

// Whoever a room believes to be connected must be a program that sits there, or somebody who still speaks to the server.
void ModelEqualsRoom::look_for_ghosts() {
  if (!sight().server.up() || sight().server.letters_on_their_way() > 0) return;
  for (const auto& [game, story] : sight().stories.all()) {
    const room::Room* room = sight().server.find_room(story->code);
    if (room == nullptr || sight().server.entries_unsafe(game) > 0) continue;
    for (const auto& [seat, member] : room->members()) {
      if (!member.connected) continue;
      const auto& connections = sight().attendance.ever_in(story->code, seat);
      for (const Program* program : sight().programs) {
        const auto mine = std::find(connections.begin(), connections.end(), program->connection());
        if (!program->running() || mine == connections.end() || !sight().network.at_rest(program->connection())) continue;
        const auto& place = sight().attendance.of(program->connection()).place;
        const bool told = place && place->code == story->code && place->seat == seat;
        const bool sits = program->model().room && program->model().room->code == story->code;
        const bool busy = program->model().leaving || program->model().connection.link != model::Link::Online;
        if (told && !sits && !busy) {
          report("{} left room {} and its seat {} stays behind, connected", program->label(), story->code, seat.value);
        }
      }
    }
  }
}

}  // namespace certamen::sim
