#include "tests/unit/server/recorded_match.hpp"

#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Command;

void play_first_question(RoomWorld& world, wire::SeatId ana, wire::SeatId leo) {
  world.open_question();
  world.wait(1s);
  world.answer(ana, world.right());
  world.step(room::Disconnected{leo});
  world.tick_for(room::roster_delay);
  world.play_to(wire::Phase::Ranking);
}

void play_with_troubles(RoomWorld& world, wire::SeatId ana, wire::SeatId leo) {
  world.resume(leo);
  world.open_question();
  world.command(Command::Pause);
  world.wait(1min);
  world.command(Command::Resume);
  world.step(room::StorageFailed{});
  world.wait(30s);
  world.step(room::StorageReturned{});
  world.wait(2s);
  world.answer(leo, world.right());
  world.step(room::Recovered{});
  for (const wire::SeatId seat : {world.host(), ana, leo}) world.resume(seat);
  world.wait(1s);
  world.answer(ana, world.wrong());
  world.tick_for(room::roster_delay);
}

}  // namespace

RecordedMatch recorded_match() {
  wire::RoomSettings settings = automatic_settings();
  settings.topics = {"topic"};
  settings.domains = {wire::ExamDomain::Resilient};
  settings.streak_bonus = true;
  settings.partial_credit = true;
  settings.penalty_percent = 20;
  RoomWorld world(settings);
  const wire::SeatId ana = world.join("ana");
  const wire::SeatId leo = world.join("leo");
  world.step(room::Left{world.join("gone")});
  world.tick_for(room::roster_delay);
  world.command(Command::Start);
  world.step(room::PaperRefused{});
  world.start(wire::question_kind_count);
  play_first_question(world, ana, leo);
  play_with_troubles(world, ana, leo);
  world.join("late");
  while (world.phase() != wire::Phase::Finished) {
    world.open_question();
    world.answer(ana, world.right());
    world.answer(leo, world.wrong());
    while (world.phase() != wire::Phase::Finished && world.phase() != wire::Phase::Reading) world.tick();
  }
  world.command(Command::End);

  RecordedMatch match;
  room::Room room =
      room::Room::open(std::get<room::Opened>(world.story().front().first), world.story().front().second).first;
  for (const auto& [event, at] : world.story()) {
    if (!match.entries.empty()) (void)room.step(event, at);
    match.entries.push_back({event, at});
    match.digests.push_back(room.digest());
  }
  return match;
}

}  // namespace certamen::server_test
