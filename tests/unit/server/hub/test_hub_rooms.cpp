#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/unit/server/hub_world.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Command;
using wire::Farewell;
using wire::Language;
using wire::Phase;
using wire::Refusal;
using wire::Role;

bool is_connected(const HubWorld& world, const Seated& member) {
  return world.room(member).members().at(member.seat).connected;
}

}  // namespace

TEST_CASE("one who opens a room sits in it as host, with both tickets") {
  HubWorld world;
  const hub::SessionId session = world.greet();
  world.send(session, wire::OpenRoom{match_settings(), ""});
  const auto joined = world.only<wire::RoomJoined>(session);
  CHECK(joined.code.size() == wire::room_code_letters);
  CHECK(joined.seat == wire::SeatId{1});
  CHECK(joined.role == Role::Host);
  CHECK_FALSE(joined.plays);
  REQUIRE(joined.ticket);
  REQUIRE(joined.host_ticket);
  CHECK(*joined.ticket != *joined.host_ticket);
  CHECK(joined.snapshot.settings == match_settings());
  CHECK(world.find(joined.code) != nullptr);
}

TEST_CASE("who plays needs a name that can be seen, who only hosts or watches needs none") {
  HubWorld world;
  const hub::SessionId session = world.greet();
  wire::RoomSettings settings = match_settings();
  settings.host_plays = true;
  for (const wire::RoomSettings& one : {settings, solo_settings()}) {
    world.send(session, wire::OpenRoom{one, " "});
    CHECK(world.refused(session) == Refusal::NameInvalid);
  }
  world.send(session, wire::OpenRoom{match_settings(), "An\u200Ba"});
  CHECK(world.refused(session) == Refusal::NameInvalid);
  const Seated host = world.open(match_settings());
  world.send(session, wire::JoinRoom{host.code, "", Role::Player});
  CHECK(world.refused(session) == Refusal::NameInvalid);
  world.send(session, wire::JoinRoom{host.code, "", Role::Spectator});
  CHECK(world.only<wire::RoomJoined>(session).role == Role::Spectator);
}

TEST_CASE("alone, the opener plays whatever the settings say") {
  HubWorld world;
  wire::RoomSettings settings = solo_settings();
  settings.host_plays = false;
  const hub::SessionId session = world.greet();
  world.send(session, wire::OpenRoom{settings, "  Ana  "});
  const auto joined = world.only<wire::RoomJoined>(session);
  CHECK(joined.plays);
  CHECK(joined.snapshot.roster.at(0).name == "Ana");
}

TEST_CASE("one who joins gets a ticket, and the others hear of it a moment later") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const hub::SessionId session = world.greet();
  world.send(session, wire::JoinRoom{host.code, "Ana", Role::Player});
  const auto joined = world.only<wire::RoomJoined>(session);
  CHECK(joined.seat == wire::SeatId{2});
  CHECK(joined.plays);
  CHECK(joined.ticket);
  CHECK_FALSE(joined.host_ticket);
  CHECK(world.heard(host.session).empty());
  world.run_for(room::roster_delay);
  const auto news = room_facts<wire::RosterChanged>(world.heard(host.session));
  REQUIRE(news.size() == 1);
  CHECK(news[0].changed.at(0).name == "Ana");
}

TEST_CASE("after a refusal one may try again") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  world.join(host.code, "Ana");
  const hub::SessionId session = world.greet();
  world.send(session, wire::JoinRoom{"ZZZZZZ", "Leo", Role::Player});
  CHECK(world.refused(session) == Refusal::RoomNotFound);
  world.send(session, wire::ResumeSeat{"ZZZZZZ", {}});
  CHECK(world.refused(session) == Refusal::RoomNotFound);
  world.send(session, wire::ResumeSeat{host.code, {}});
  CHECK(world.refused(session) == Refusal::TicketInvalid);
  world.send(session, wire::JoinRoom{host.code, "ANA", Role::Player});
  CHECK(world.refused(session) == Refusal::NameTaken);
  world.send(session, wire::JoinRoom{host.code, "Leo", Role::Player});
  CHECK(world.only<wire::RoomJoined>(session).seat == wire::SeatId{3});
  world.check_journals();
}

TEST_CASE("one who sits can sit nowhere else") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  const Seated other_host = world.open(match_settings());
  for (const wire::ClientMessage& wish : {wire::ClientMessage{wire::JoinRoom{host.code, "Twin", Role::Player}},
                                          wire::ClientMessage{wire::JoinRoom{other_host.code, "Ana", Role::Player}},
                                          wire::ClientMessage{wire::OpenRoom{match_settings(), ""}},
                                          wire::ClientMessage{wire::ResumeSeat{other_host.code, other_host.ticket}}}) {
    world.send(ana.session, wish);
    CHECK(world.refused(ana.session) == Refusal::AlreadySeated);
  }
  world.send(ana.session, wire::LeaveRoom{});
  CHECK(names_of(world.heard(ana.session)) == "RoomLeft");
}

// With two tickets of one room a session sat on both seats: the first one never lost its connection again.
TEST_CASE("one who sits cannot take another seat of the same room") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  const Seated leo = world.join(host.code, "Leo");
  world.resume(ana.session, leo);
  CHECK(world.refused(ana.session) == Refusal::AlreadySeated);
  CHECK(world.connected(leo.session));
  world.close(ana.session);
  CHECK_FALSE(is_connected(world, ana));
  CHECK(is_connected(world, leo));
}

TEST_CASE("one who sits may ask for the same seat again, after a gap in the sequence") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.resume(ana.session, ana);
  const auto joined = world.only<wire::RoomJoined>(ana.session);
  CHECK(joined.seat == ana.seat);
  CHECK_FALSE(joined.ticket);
  CHECK(world.connected(ana.session));
  world.run_for(room::roster_delay);
  CHECK(names_of(world.heard(ana.session)) == "RoomEvent.RosterChanged");
}

TEST_CASE("join, leave, join") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const hub::SessionId session = world.greet();
  for (std::uint32_t seat = 2; seat < 5; ++seat) {
    world.send(session, wire::JoinRoom{host.code, "Ana", Role::Player});
    CHECK(world.only<wire::RoomJoined>(session).seat == wire::SeatId{seat});
    world.send(session, wire::LeaveRoom{});
    CHECK(names_of(world.heard(session)) == "RoomLeft");
    world.send(session, wire::LeaveRoom{});
    CHECK(world.refused(session) == Refusal::NotSeated);
    world.run_for(1s);
    CHECK(world.heard(session).empty());
  }
  world.check_journals();
}

TEST_CASE("a lost connection keeps the seat, and the ticket brings it back") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.close(ana.session);
  CHECK_FALSE(is_connected(world, ana));
  const hub::SessionId session = world.greet(Language::Spanish);
  world.resume(session, ana);
  const auto joined = world.only<wire::RoomJoined>(session);
  CHECK(joined.seat == ana.seat);
  CHECK(joined.plays);
  CHECK_FALSE(joined.ticket);
  CHECK(is_connected(world, ana));
  world.check_journals();
}

TEST_CASE("a second connection with the ticket takes the seat over, and the first is told") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  const hub::SessionId second = world.greet();
  world.resume(second, ana);
  CHECK(world.only<wire::RoomJoined>(second).seat == ana.seat);
  CHECK(world.only<wire::Goodbye>(ana.session).reason == Farewell::SeatTakenOver);
  CHECK_FALSE(world.connected(ana.session));
  world.close(ana.session);
  CHECK(is_connected(world, ana));
  world.close(second);
  CHECK_FALSE(is_connected(world, ana));
  world.check_journals();
}

TEST_CASE("host rights need the host's secret, not a seat") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  for (const wire::Ticket& ticket : {wire::Ticket{}, ana.ticket, host.ticket}) {
    world.send(ana.session, wire::CommandRoom{Command::Start, ticket});
    CHECK(world.refused(ana.session) == Refusal::NotHost);
  }
  world.send(ana.session, wire::CommandRoom{Command::Start, host.host_ticket});
  CHECK(world.room(host).phase() == Phase::Reading);
}

TEST_CASE("everyone hears the match in the language they read") {
  HubWorld world;
  const Seated host = world.open(match_settings(), Language::Spanish);
  const Seated ana = world.join(host.code, "Ana", Language::English);
  const Seated leo = world.join(host.code, "Leo", Language::Spanish);
  world.command(host, Command::Start);
  const auto prompt = [&](const Seated& member) {
    return room_facts<wire::QuestionAnnounced>(world.heard(member.session)).at(0).prompt;
  };
  CHECK(prompt(host) == "Prompt of question 1 [es]");
  CHECK(prompt(ana) == "Prompt of question 1 [en]");
  CHECK(prompt(leo) == "Prompt of question 1 [es]");

  world.send(ana.session, wire::ChooseLanguage{Language::Spanish});
  const auto again = world.only<wire::RoomJoined>(ana.session);
  CHECK_FALSE(again.ticket);
  CHECK(again.snapshot.announced->prompt == "Prompt of question 1 [es]");
  world.open_question(host);
  CHECK(room_facts<wire::QuestionAsked>(world.heard(ana.session)).at(0).options.at(0) == "Text of question 1 option 0 [es]");
}

TEST_CASE("a whole match over sessions") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  const Seated leo = world.join(host.code, "Leo");
  const std::vector<exam::Question> questions = sample_paper(4).questions;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    world.open_question(host);
    world.wait(2s);
    world.forget();
    world.answer(ana, right_answer(questions[i]));
    CHECK(seat_facts<wire::AnswerLocked>(world.heard(ana.session)).at(0).answer_tenths == 20);
    CHECK(world.heard(leo.session).empty());
    world.run_for(room::progress_delay);
    const auto counts = seat_facts<wire::ProgressCounted>(world.heard(host.session));
    REQUIRE(counts.size() == 1);
    CHECK(counts[0].answered == 1);
    CHECK(counts[0].players_connected == 2);
    world.answer(leo, wrong_answer(questions[i]));
    CHECK(names_of(world.heard(leo.session)) == "SeatEvent.AnswerLocked RoomEvent.QuestionRevealed SeatEvent.OwnResult");
    CHECK(names_of(world.heard(ana.session)) == "RoomEvent.QuestionRevealed SeatEvent.OwnResult");
    CHECK(names_of(world.heard(host.session)) == "RoomEvent.QuestionRevealed");
  }
  world.command(host, Command::Next);
  const auto finished = room_facts<wire::MatchFinished>(world.heard(leo.session)).at(0);
  CHECK(finished.rows.at(0).seat == ana.seat);
  CHECK(finished.rows.at(0).points == 4 * 950);
  REQUIRE(world.results().size() == 1);
  CHECK(world.results()[0].results == finished);
  CHECK(world.results()[0].game == world.journals().begin()->first);

  world.send(leo.session, wire::ReviewMatch{});
  CHECK(seat_facts<wire::QuestionReviewed>(world.heard(leo.session)).size() == 4);
  world.check_journals();
}

TEST_CASE("a message for one room never reaches another") {
  HubWorld world;
  const Seated one = world.open(match_settings());
  const Seated other = world.open(match_settings());
  const Seated ana = world.join(one.code, "Ana");
  const Seated leo = world.join(other.code, "Leo");
  world.run_for(1s);
  world.forget();
  world.play_to(one, Phase::Finished);
  CHECK_FALSE(world.heard(ana.session).empty());
  CHECK(world.heard(leo.session).empty());
  CHECK(world.heard(other.session).empty());
  CHECK(world.room(other).phase() == Phase::Gathering);
}

TEST_CASE("a room that its host ends lets everyone go, and they may sit elsewhere") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.command(host, Command::End);
  CHECK(names_of(world.heard(ana.session)) == "RoomLeft");
  CHECK(names_of(world.heard(host.session)) == "RoomLeft");
  CHECK(world.find(host.code) == nullptr);
  CHECK(world.closed_games().size() == 1);
  CHECK(world.hub().rooms().count() == 0);
  world.send(ana.session, wire::LeaveRoom{});
  CHECK(world.refused(ana.session) == Refusal::NotSeated);
  world.send(ana.session, wire::JoinRoom{host.code, "Ana", Role::Player});
  CHECK(world.refused(ana.session) == Refusal::RoomNotFound);
  world.send(ana.session, wire::OpenRoom{match_settings(), ""});
  CHECK(world.only<wire::RoomJoined>(ana.session).role == Role::Host);
}

TEST_CASE("a room that everyone left is dropped") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "Ana");
  world.send(host.session, wire::LeaveRoom{});
  CHECK(names_of(world.heard(host.session)) == "RoomLeft");
  world.send(ana.session, wire::LeaveRoom{});
  CHECK(names_of(world.heard(ana.session)) == "RoomLeft");
  CHECK(world.hub().rooms().count() == 0);
  CHECK(world.closed_games().size() == 1);
}

TEST_CASE("a room that everyone lost is dropped after its time") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  world.close(host.session);
  world.run_for(room::deserted_lobby_close - 1us);
  CHECK(world.hub().rooms().count() == 1);
  world.run_for(1us);
  CHECK(world.hub().rooms().count() == 0);
  CHECK(world.closed_games().size() == 1);
}

TEST_CASE("a shard opens no more rooms than it may") {
  hub::Limits limits = patient_limits();
  limits.rooms_per_shard_max = 2;
  HubWorld world(1, limits);
  const Seated first = world.open(match_settings());
  world.open(match_settings());
  const hub::SessionId session = world.greet();
  world.send(session, wire::OpenRoom{match_settings(), ""});
  CHECK(world.refused(session) == Refusal::TooManyRooms);
  world.command(first, Command::End);
  world.send(session, wire::OpenRoom{match_settings(), ""});
  CHECK(world.only<wire::RoomJoined>(session).role == Role::Host);
}

TEST_CASE("a bank with too few questions is told to the host") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  world.hold_disk();
  world.command(host, Command::Start);
  world.commit(1);  // the entry; now the paper is asked for, and drawn empty
  world.step(0, hub::DiskLetter{hub::PaperReady{world.journals().begin()->first, {}}});
  world.commit(world.disk_waiting());
  const auto heard = of_kind<wire::Rejected>(world.heard(host.session));
  REQUIRE(heard.size() == 1);
  CHECK(heard[0].reason == Refusal::TooFewQuestions);
  CHECK(world.room(host).phase() == Phase::Gathering);
}

TEST_CASE("time is told to the disk while a match counts it, and not in a lobby") {
  HubWorld world;
  const Seated host = world.open(automatic_settings());
  world.run_for(10s);
  CHECK(world.heartbeats().empty());
  world.command(host, Command::Start);
  const std::size_t before = world.heartbeats().size();
  world.run_for(10s);
  CHECK(world.heartbeats().size() - before == 40);
  CHECK(world.heartbeats().back().now == world.now());
}

}  // namespace certamen::server_test
