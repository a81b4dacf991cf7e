#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/server/room_world.hpp"

// Every phase against every event. A cell says what came of it:
//   Asking            accepted (recorded), and the room is in this phase now; "Asking*" is the same, paused
//   no TooLate        refused with this reason, nothing changed
//   told              answered without a record, nothing changed
//   -                 nothing at all
//   closed            accepted, and the room is closed
namespace certamen::server_test {
namespace {

using wire::Command;

constexpr std::size_t state_count = 11;
constexpr std::array<const char*, state_count> states = {"Gathering", "Drawing",    "Reading",  "Asking",
                                                         "Revealing", "Ranking",    "Finished", "Reading*",
                                                         "Asking*",   "Revealing*", "Ranking*"};

constexpr wire::SeatId ana{2};
constexpr wire::SeatId leo{3};
constexpr wire::SeatId eva{4};  // has lost her connection
constexpr wire::SeatId nobody{99};

// A room in this state with a host, two players there, one away, and no news waiting to be told.
RoomWorld world_in(const std::string& state, const wire::RoomSettings& settings) {
  RoomWorld world(settings);
  for (const char* name : {"ana", "leo", "eva"}) world.join(name);
  world.step(room::Disconnected{eva});
  world.tick_for(room::roster_delay);
  const bool paused = state.back() == '*';
  const std::string phase = paused ? state.substr(0, state.size() - 1) : state;
  if (phase == "Drawing") world.command(Command::Start);
  if (phase == "Asking") world.open_question();
  for (const wire::Phase target :
       {wire::Phase::Reading, wire::Phase::Revealing, wire::Phase::Ranking, wire::Phase::Finished}) {
    if (name_of(target) == phase) world.play_to(target);
  }
  if (paused) world.command(Command::Pause);
  return world;
}

std::string outcome(RoomWorld& world, const room::Event& event) {
  const std::uint64_t before = world.room().digest();
  const Effects effects = world.step(event);
  if (recorded(effects)) {
    CHECK_FALSE(refusal(effects));
    if (world.room().closed()) return "closed";
    return name_of(world.phase()) + (world.room().paused() ? "*" : "");
  }
  CHECK(world.room().digest() == before);
  if (const auto refused = refusal(effects)) {
    CHECK(effects.size() == 1);
    return "no " + name_of(*refused);
  }
  return effects.empty() ? "-" : "told";
}

using MakeEvent = std::function<room::Event(RoomWorld&)>;

MakeEvent always(room::Event event) {
  return [event = std::move(event)](RoomWorld&) { return event; };
}

MakeEvent host_says(Command command) {
  return always(room::Commanded{{1}, command, ticket_digest(host_rights)});
}

MakeEvent answers(wire::SeatId seat) {
  return [seat](RoomWorld& world) -> room::Event {
    const std::uint32_t number = std::max<std::uint32_t>(world.room().question_number(), 1);
    return room::Answered{seat, number, right_answer(sample_paper(number).questions.back()), world.now(), world.now()};
  };
}

struct Row {
  const char* event;
  MakeEvent make;
  std::array<const char*, state_count> outcomes;
};

void check_table(const std::vector<Row>& rows, const wire::RoomSettings& settings) {
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < state_count; ++i) {
      INFO(row.event << " in " << states[i]);
      RoomWorld world = world_in(states[i], settings);
      REQUIRE(name_of(world.phase()) + (world.room().paused() ? "*" : "") == states[i]);
      CHECK(outcome(world, row.make(world)) == row.outcomes[i]);
    }
  }
}

std::array<const char*, state_count> everywhere(const char* outcome) {
  std::array<const char*, state_count> row{};
  row.fill(outcome);
  return row;
}

const char* const late = "no TooLate";
const char* const phase = "no WrongPhase";

}  // namespace

TEST_CASE("phase by event: who comes and goes") {
  const std::array<const char*, state_count> unchanged = states;
  std::array<const char*, state_count> no_late_player = states;
  no_late_player[6] = "no RoomClosedToJoins";
  const auto joins = [](const char* key, wire::Role role) {
    return always(room::Joined{key, key, role, ticket_digest(77), wire::Language::Spanish});
  };
  std::array<const char*, state_count> taken = everywhere("no NameTaken");
  taken[6] = "no RoomClosedToJoins";
  check_table(
      {
          {"a player joins", joins("new", wire::Role::Player), no_late_player},
          {"a player joins with a taken name", joins("ana", wire::Role::Player), taken},
          {"a spectator joins", joins("new", wire::Role::Spectator), unchanged},
          {"a spectator joins with a taken name", joins("ana", wire::Role::Spectator), everywhere("no NameTaken")},
          {"one who was away returns",
           [](RoomWorld& world) -> room::Event {
             return room::Resumed{world.member(eva).digest, wire::Language::English};
           },
           unchanged},
          {"one who is there asks again for the same seat",
           [](RoomWorld& world) -> room::Event {
             return room::Resumed{world.member(ana).digest, wire::Language::English};
           },
           unchanged},
          {"a foreign ticket is shown", always(room::Resumed{ticket_digest(1234), wire::Language::English}),
           everywhere("no TicketInvalid")},
          {"a player's connection is lost", always(room::Disconnected{leo}), unchanged},
          {"the host's connection is lost", always(room::Disconnected{{1}}), unchanged},
          {"a lost connection is lost again", always(room::Disconnected{eva}), everywhere("-")},
          {"a stranger's connection is lost", always(room::Disconnected{nobody}), everywhere("-")},
          {"a player leaves", always(room::Left{leo}), unchanged},
          {"the host leaves", always(room::Left{{1}}), unchanged},
          {"a stranger leaves", always(room::Left{nobody}), everywhere("no NotSeated")},
          {"a language is chosen", always(room::LanguageChosen{ana, wire::Language::Spanish}), everywhere("told")},
          {"a stranger chooses a language", always(room::LanguageChosen{nobody, wire::Language::Spanish}), everywhere("-")},
      },
      match_settings());
}

TEST_CASE("phase by event: answers") {
  check_table(
      {
          {"a player answers",
           answers(ana),
           {phase, phase, "no TooEarly", "Asking", late, late, late, "no TooEarly", phase, late, late}},
          {"the host answers without playing", answers({1}), everywhere("no NotAPlayer")},
          {"a stranger answers", answers(nobody), everywhere("no NotSeated")},
          {"a player answers a question to come",
           [](RoomWorld& world) -> room::Event {
             return room::Answered{ana, world.room().question_number() + 1, wire::ChoiceAnswer{{1}}, world.now(),
                                   world.now()};
           },
           everywhere(phase)},
          {"a player answers with what does not fit",
           [](RoomWorld& world) -> room::Event {
             return room::Answered{ana, 1, wire::NumericAnswer{1}, world.now(), world.now()};
           },
           {phase, phase, "no TooEarly", "no AnswerInvalid", late, late, late, "no TooEarly", phase, late, late}},
      },
      match_settings());
}

TEST_CASE("phase by event: the host's commands") {
  const auto not_host = [](Command command) { return always(room::Commanded{ana, command, ticket_digest(2)}); };
  std::vector<Row> rows = {
      {"start",
       host_says(Command::Start),
       {"Drawing", phase, phase, phase, phase, phase, phase, phase, phase, phase, phase}},
      {"next",
       host_says(Command::Next),
       {phase, phase, phase, "Revealing", "Ranking", "Reading", phase, phase, phase, phase, phase}},
      {"pause",
       host_says(Command::Pause),
       {phase, phase, "Reading*", "Asking*", "Revealing*", "Ranking*", phase, phase, phase, phase, phase}},
      {"resume",
       host_says(Command::Resume),
       {phase, phase, phase, phase, phase, phase, phase, "Reading", "Asking", "Revealing", "Ranking"}},
      {"end",
       host_says(Command::End),
       {"closed", phase, "Finished", "Finished", "Finished", "Finished", "closed", "Finished", "Finished", "Finished",
        "Finished"}},
  };
  for (const Command command : {Command::Start, Command::Next, Command::Pause, Command::Resume, Command::End}) {
    rows.push_back({"a command without the host's ticket", not_host(command), everywhere("no NotHost")});
  }
  check_table(rows, match_settings());
}

TEST_CASE("phase by event: the bank, the disk, the server") {
  const std::array<const char*, state_count> paused_in_play = {"-", "-", "Reading*", "Asking*", "Revealing*", "Ranking*",
                                                               "-", "-", "-",        "-",       "-"};
  check_table(
      {
          {"a paper is drawn",
           always(room::PaperDrawn{sample_paper(4)}),
           {"-", "Reading", "-", "-", "-", "-", "-", "-", "-", "-", "-"}},
          {"an empty paper is drawn", always(room::PaperDrawn{}), everywhere("-")},
          {"the bank has too few",
           always(room::PaperRefused{}),
           {"-", "Gathering", "-", "-", "-", "-", "-", "-", "-", "-", "-"}},
          {"the server was restarted",
           always(room::Recovered{}),
           {"Gathering", "Gathering", "Reading*", "Asking*", "Revealing*", "Ranking*", "Finished", "Reading*", "Asking*",
            "Revealing*", "Ranking*"}},
          {"the disk fails", always(room::StorageFailed{}), paused_in_play},
          {"the disk works, as ever", always(room::StorageReturned{}), everywhere("-")},
          {"a review is asked",
           always(room::ReviewAsked{ana, wire::Language::English}),
           {phase, phase, phase, phase, phase, phase, "told", phase, phase, phase, phase}},
          {"a stranger asks for a review", always(room::ReviewAsked{nobody, wire::Language::English}), everywhere(phase)},
      },
      match_settings());
}

TEST_CASE("phase by event: time") {
  const auto tick_after = [](wire::Duration length) {
    return [length](RoomWorld& world) -> room::Event {
      world.wait(length);
      return room::Tick{};
    };
  };
  using namespace std::chrono_literals;
  check_table(
      {
          {"a tick too soon", tick_after(0s), everywhere("-")},
          {"a tick a minute later", tick_after(60s), {"-", "-", "Asking", "Revealing", "-", "-", "-", "-", "-", "-", "-"}},
      },
      match_settings());
  check_table(
      {
          {"a tick too soon, automatic", tick_after(0s), everywhere("-")},
          {"a tick a minute later, automatic",
           tick_after(60s),
           {"-", "-", "Asking", "Revealing", "Ranking", "Reading", "-", "-", "-", "-", "-"}},
      },
      automatic_settings());
}

}  // namespace certamen::server_test
