#include "tests/sim/story.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "proto/wire/codec.hpp"

namespace certamen::sim {
namespace {

View view_of(const room::Room& room) {
  View view;
  if (room.members().empty()) return view;  // nobody is left to see it
  for (std::size_t i = 0; i < wire::language_count; ++i) {
    view[i] = room.snapshot(room.members().begin()->first, static_cast<wire::Language>(i));
    view[i].own_answer.reset();
    view[i].first_answer.reset();
    view[i].team_votes.reset();
    view[i].allowances.clear();
    view[i].frozen_ranking.reset();
    view[i].own_result.reset();
    view[i].own_exam.reset();
    view[i].exam_result.reset();
    view[i].roster.clear();
  }
  return view;
}

Roster roster_of(const room::Room& room) {
  Roster roster;
  for (const auto& [seat, member] : room.members()) {
    roster[seat] = {seat,
                    member.name,
                    member.role,
                    member.plays,
                    member.connected,
                    member.cohost_digest.has_value(),
                    room.teams().team_of(seat)};
  }
  return roster;
}

void keep_said(Story& story, const room::Broadcast& broadcast) {
  for (std::size_t i = 0; i < wire::language_count; ++i) {
    const wire::ServerMessage& message = broadcast.by_language[broadcast.by_language.size() == 1 ? 0 : i];
    const auto& event = std::get<wire::RoomEvent>(message);
    story.said[event.sequence][i] = hash_of(wire::encode(message).bytes());
    if (const auto* revealed = std::get_if<wire::QuestionRevealed>(&event.fact)) {
      story.revealed_ids.insert(story.room->paper().questions[revealed->number - 1].id);
    }
    // The end of an exam is the reveal of its whole paper, and that of a match shows what was skipped, too.
    if (const auto* finished = std::get_if<wire::MatchFinished>(&event.fact)) {
      for (std::uint32_t number = 1; number <= finished->question_count; ++number) {
        story.revealed_ids.insert(story.room->paper().questions[number - 1].id);
      }
    }
    if (std::holds_alternative<wire::RosterChanged>(event.fact)) story.rosters[event.sequence] = roster_of(*story.room);
  }
}

}  // namespace

std::string name_of(const room::Event& event) {
  constexpr std::array<const char*, std::variant_size_v<room::Event>> names = {"opened",
                                                                               "joined",
                                                                               "resumed",
                                                                               "disconnected",
                                                                               "left",
                                                                               "answered",
                                                                               "commanded",
                                                                               "paper drawn",
                                                                               "paper refused",
                                                                               "",
                                                                               "",
                                                                               "recovered",
                                                                               "storage failed",
                                                                               "storage returned",
                                                                               "tick",
                                                                               "flagged",
                                                                               "handed in",
                                                                               "",
                                                                               "team chosen"};
  std::string name = names.at(event.index());
  if (const auto* gone = std::get_if<room::Disconnected>(&event)) name += fmt::format(" seat {}", gone->seat.value);
  if (const auto* left = std::get_if<room::Left>(&event)) name += fmt::format(" seat {}", left->seat.value);
  if (const auto* joined = std::get_if<room::Joined>(&event)) name += fmt::format(" {}", joined->name);
  if (const auto* answered = std::get_if<room::Answered>(&event)) {
    name += fmt::format(" seat {}, question {}", answered->seat.value, answered->question_number);
  }
  if (const auto* commanded = std::get_if<room::Commanded>(&event)) {
    name += fmt::format(" {}", static_cast<int>(room::kind_of(commanded->command)));
  }
  return name;
}

std::uint64_t hash_of(std::span<const std::byte> bytes) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const std::byte byte : bytes) hash = (hash ^ std::to_integer<std::uint64_t>(byte)) * 0x100000001B3ULL;
  return hash;
}

std::optional<Stories::Next> Stories::read(hub::GameId game, const wire::RoomCode& code, std::uint64_t number,
                                           const std::string& bytes) {
  auto& story = stories_[game];
  if (!story) {
    story = std::make_unique<Story>();
    story->game = game;
    story->code = code;
    game_of_[code] = game;
  }
  if (story->broken) return std::nullopt;
  auto entry = journal::decode(bytes);
  if (!entry) {
    story->broken = entry.error().what;
  } else if (number != story->entry_count + 1) {
    story->broken = fmt::format("entry {} follows entry {}", number, story->entry_count);
  } else if (std::holds_alternative<room::Opened>(entry->event) != !story->room.has_value()) {
    story->broken = fmt::format("entry {} opens the room, or the first does not", number);
  } else if (story->room && story->room->closed()) {
    story->broken = fmt::format("entry {} follows the room's end", number);
  } else if (entry->at < story->last_entry_at) {
    story->broken = fmt::format("entry {} lies before its predecessor", number);
  }
  if (story->broken) return std::nullopt;
  return Next{*story, std::move(*entry)};
}

Stories::Told Stories::tell(Next next) {
  Told told{next.story, std::move(next.entry), {}};
  Story& story = told.story;
  ++story.entry_count;
  story.last_entry_at = told.entry.at;
  if (const auto* opened = std::get_if<room::Opened>(&told.entry.event)) {
    auto [room, effects] = room::Room::open(*opened, told.entry.at);
    story.room = std::move(room);
    story.host_digest = opened->host_digest;
    told.effects = std::move(effects);
  } else {
    told.effects = story.room->step(told.entry.event, told.entry.at);
  }
  const bool accepted = std::any_of(told.effects.begin(), told.effects.end(),
                                    [](const room::Effect& effect) { return std::holds_alternative<room::Record>(effect); });
  if (!accepted) story.broken = fmt::format("entry {} is refused by the room it belongs to", story.entry_count);
  for (const room::Effect& effect : told.effects) {
    if (const auto* broadcast = std::get_if<room::Broadcast>(&effect)) keep_said(story, *broadcast);
  }
  auto& views = story.views[story.room->sequence()];
  View view = view_of(*story.room);
  if (views.empty() || views.back() != view) views.push_back(std::move(view));
  return told;
}

const Story* Stories::find(const wire::RoomCode& code) const {
  const auto game = game_of_.find(code);
  return game == game_of_.end() ? nullptr : stories_.at(game->second).get();
}

const Story* Stories::find(hub::GameId game) const {
  const auto found = stories_.find(game);
  return found == stories_.end() ? nullptr : found->second.get();
}

}  // namespace certamen::sim
