#include <string>

#include "proto/wire/codec.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/server/hub_world.hpp"
#include "tests/unit/server/room_world.hpp"

namespace certamen::server_test {
namespace {

using namespace std::chrono_literals;
using wire::Farewell;
using wire::Language;
using wire::Refusal;

std::string bytes_of(const wire::ClientMessage& message) {
  const wire::Frame frame = wire::encode(message);
  return {reinterpret_cast<const char*>(frame.bytes().data()), frame.bytes().size()};
}

void check_let_go(HubWorld& world, const hub::SessionId& session, Farewell reason) {
  CHECK(world.only<wire::Goodbye>(session).reason == reason);
  CHECK_FALSE(world.connected(session));
  CHECK(world.hub().session_count() == 0);
}

}  // namespace

TEST_CASE("a greeting is answered with what the server is") {
  HubWorld world;
  const hub::SessionId session = world.connect();
  CHECK(world.heard(session).empty());
  world.send(session, wire::Hello{1, 1, "0.1.0", Language::English});
  CHECK(world.only<wire::Welcome>(session) == wire::Welcome{1, "test", "abcdef", 42});
  CHECK(world.hub().session_count() == 1);
}

TEST_CASE("a renewed bank is what the next greeting and the next look at the topics tell of") {
  HubWorld world;
  const hub::SessionId early = world.greet();
  hub::BankSummary bank{"123456", 7, {}};
  bank.topics[wire::index_of(Language::English)] = {{"rivers", "Rivers", wire::ExamDomain::General, 7}};
  world.step(0, hub::DiskLetter{hub::BankRenewed{bank}});
  world.forget();
  world.send(early, wire::BrowseTopics{});
  CHECK(world.only<wire::TopicsListed>(early).topics == bank.topics[wire::index_of(Language::English)]);
  const hub::SessionId late = world.connect();
  world.send(late, wire::Hello{1, 1, "0.1.0", Language::English});
  CHECK(world.only<wire::Welcome>(late) == wire::Welcome{1, "test", "123456", 7});
}

TEST_CASE("the highest version that both speak is spoken") {
  HubWorld world;
  const hub::SessionId session = world.connect();
  world.send(session, wire::Hello{1, 99, "9.0", Language::English});
  CHECK(world.only<wire::Welcome>(session).protocol == wire::protocol_version_max);
}

TEST_CASE("a version from the future is told what is spoken here, and let go") {
  HubWorld world;
  const hub::SessionId session = world.connect();
  world.send(session, wire::Hello{2, 3, "2.0", Language::English});
  CHECK(world.only<wire::Goodbye>(session) == wire::Goodbye{Farewell::VersionUnsupported, 1, 1});
  CHECK_FALSE(world.connected(session));
  CHECK(world.hub().session_count() == 0);
}

TEST_CASE("nothing is heard before the greeting") {
  for (const wire::ClientMessage& early :
       {wire::ClientMessage{wire::Ping{1}}, wire::ClientMessage{wire::BrowseTopics{}},
        wire::ClientMessage{wire::OpenRoom{match_settings(), ""}}, wire::ClientMessage{wire::LeaveRoom{}}}) {
    HubWorld world;
    const hub::SessionId session = world.connect();
    world.send(session, early);
    check_let_go(world, session, Farewell::ProtocolError);
  }
}

TEST_CASE("who greets twice is let go") {
  HubWorld world;
  const hub::SessionId session = world.greet();
  world.send(session, wire::Hello{});
  check_let_go(world, session, Farewell::ProtocolError);
}

TEST_CASE("garbage is answered with one goodbye and then with nothing") {
  const std::string two_gibibytes("\x80\x00\x00\x00", 4);
  for (const std::string& garbage :
       {std::string("GET / HTTP/1.1\r\nHost: here\r\n\r\n"), two_gibibytes, std::string(64, '\xFF'),
        std::string("\x00\x00\x00\x00", 4), std::string("\x00\x00\x00\x02\x0A\x7F", 6)}) {
    for (const bool greeted : {false, true}) {
      CAPTURE(garbage, greeted);
      HubWorld world;
      const hub::SessionId session = greeted ? world.greet() : world.connect();
      world.send_bytes(session, garbage);
      check_let_go(world, session, Farewell::ProtocolError);
      world.step(0, hub::Received{session.number, wire::encode(wire::ClientMessage{wire::Ping{1}}).bytes()});
      world.close(session);
      CHECK(world.heard(session).empty());
    }
  }
}

TEST_CASE("what was said before the garbage is still answered") {
  HubWorld world;
  const hub::SessionId session = world.greet();
  world.send_bytes(session, bytes_of(wire::Ping{7}) + std::string(8, '\xFF'));
  const auto heard = world.heard(session);
  CHECK(names_of(heard) == "Pong Goodbye");
}

TEST_CASE("bytes may come cut anywhere and glued together") {
  const std::string stream =
      bytes_of(wire::Hello{}) + bytes_of(wire::Ping{1}) + bytes_of(wire::BrowseTopics{}) + bytes_of(wire::Ping{2});
  for (std::size_t piece = 1; piece <= stream.size(); ++piece) {
    CAPTURE(piece);
    HubWorld world;
    const hub::SessionId session = world.connect();
    for (std::size_t at = 0; at < stream.size(); at += piece) world.send_bytes(session, stream.substr(at, piece));
    REQUIRE(names_of(world.heard(session)) == "Welcome Pong TopicsListed Pong");
  }
}

TEST_CASE("one who does not greet in time is let go") {
  HubWorld world(1, hub::Limits{});
  const hub::SessionId session = world.connect();
  world.run_for(5s);
  CHECK(world.connected(session));
  world.run_for(1s + 1us);  // the next sweep
  check_let_go(world, session, Farewell::Silent);
}

TEST_CASE("one who falls silent is let go, and a ping is enough not to be") {
  HubWorld world(1, hub::Limits{});
  const hub::SessionId silent = world.greet();
  const hub::SessionId alive = world.greet();
  world.run_for(30s);
  world.send(alive, wire::Ping{1});
  world.run_for(16s + 1us);
  CHECK(world.only<wire::Goodbye>(silent).reason == Farewell::Silent);
  CHECK_FALSE(world.connected(silent));
  CHECK(world.connected(alive));
  CHECK(world.hub().session_count() == 1);
}

TEST_CASE("a hub without sessions and rooms wants no tick") {
  HubWorld world;
  CHECK_FALSE(world.hub().deadline());
  const hub::SessionId session = world.connect();
  CHECK(world.hub().deadline());
  world.close(session);
  world.run_for(2s);
  CHECK_FALSE(world.hub().deadline());
}

TEST_CASE("a ping comes back with its nonce and the server's instants") {
  HubWorld world;
  const hub::SessionId session = world.greet();
  world.wait(1234us);
  world.send(session, wire::Ping{0xABCDEF});
  CHECK(world.only<wire::Pong>(session) == wire::Pong{0xABCDEF, world.now(), world.now()});
}

TEST_CASE("topics are listed in the session's language, also after it changes") {
  HubWorld world;
  const hub::SessionId session = world.greet(Language::Spanish);
  world.send(session, wire::BrowseTopics{});
  CHECK(world.only<wire::TopicsListed>(session).topics.at(0).title == "Tema");
  world.send(session, wire::ChooseLanguage{Language::English});
  CHECK(world.heard(session).empty());
  world.send(session, wire::BrowseTopics{});
  CHECK(world.only<wire::TopicsListed>(session).topics.at(0).title == "Topic");
}

TEST_CASE("wishes beyond the rate are refused until time has passed") {
  HubWorld world;
  const hub::SessionId session = world.greet();
  for (int i = 0; i < 60; ++i) world.send(session, wire::Ping{1});
  CHECK(of_kind<wire::Pong>(world.heard(session)).size() == 60);
  world.send(session, wire::Ping{1});
  CHECK(world.refused(session) == Refusal::TooFast);
  world.wait(1s);  // thirty tokens come back, one of them to pay the debt
  for (int i = 0; i < 29; ++i) world.send(session, wire::Ping{1});
  CHECK(of_kind<wire::Pong>(world.heard(session)).size() == 29);
  world.send(session, wire::Ping{1});
  CHECK(world.refused(session) == Refusal::TooFast);
}

TEST_CASE("the bucket holds no more than its burst, however long nobody wished") {
  HubWorld world;
  const hub::SessionId session = world.greet();
  world.wait(1h);
  for (int i = 0; i < 70; ++i) world.send(session, wire::Ping{1});
  CHECK(of_kind<wire::Pong>(world.heard(session)).size() == 60);
}

TEST_CASE("one who never stops wishing is let go") {
  HubWorld world;
  const hub::SessionId session = world.greet();
  for (int i = 0; i < 60 + 200; ++i) world.send(session, wire::Ping{1});
  CHECK(world.connected(session));
  world.forget();
  world.send(session, wire::Ping{1});
  check_let_go(world, session, Farewell::ProtocolError);
}

TEST_CASE("a review costs more than a ping") {
  HubWorld world;
  const hub::SessionId session = world.greet();
  for (int i = 0; i < 3; ++i) {
    world.send(session, wire::ReviewMatch{});
    CHECK(world.refused(session) == Refusal::NotSeated);
  }
  world.send(session, wire::ReviewMatch{});
  CHECK(world.refused(session) == Refusal::TooFast);
}

TEST_CASE("a full shard says so and takes nobody") {
  hub::Limits limits = patient_limits();
  limits.sessions_per_shard_max = 2;
  HubWorld world(1, limits);
  const hub::SessionId first = world.greet();
  world.greet();
  const hub::SessionId third = world.connect();
  CHECK(world.only<wire::Goodbye>(third).reason == Farewell::ServerFull);
  CHECK_FALSE(world.connected(third));
  world.close(first);
  CHECK(world.connected(world.greet()));
}

TEST_CASE("a wish that needs a seat is refused without one") {
  HubWorld world;
  const hub::SessionId session = world.greet();
  for (const wire::ClientMessage& wish : {wire::ClientMessage{wire::LeaveRoom{}}, wire::ClientMessage{wire::ReviewMatch{}},
                                          wire::ClientMessage{wire::SubmitAnswer{1, wire::ChoiceAnswer{{0}}, {}}},
                                          wire::ClientMessage{wire::CommandRoom{wire::Command::Start, {}}}}) {
    world.send(session, wish);
    CHECK(world.refused(session) == Refusal::NotSeated);
  }
}

TEST_CASE("a server that stops says goodbye to everyone and leaves its rooms as they are") {
  HubWorld world;
  const Seated host = world.open(match_settings());
  const Seated ana = world.join(host.code, "ana");
  const hub::SessionId visitor = world.greet();
  world.play_to(host, wire::Phase::Asking);
  world.forget();
  const std::uint64_t digest = world.room(host).digest();
  world.take_in(0, world.hub().stop());
  for (const hub::SessionId& session : {host.session, ana.session, visitor}) {
    CHECK(world.only<wire::Goodbye>(session).reason == Farewell::ServerStopping);
    CHECK_FALSE(world.connected(session));
  }
  CHECK(world.hub().session_count() == 0);
  world.close(ana.session);
  CHECK(world.room(host).digest() == digest);
  world.check_journals();
}

}  // namespace certamen::server_test
