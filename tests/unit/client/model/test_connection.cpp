#include <algorithm>
#include <utility>

#include "client/model/address.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/client/model/player.hpp"

using namespace certamen;
using namespace certamen::model;
using namespace certamen::model::test;

TEST_CASE("a wish to join connects, greets in the chosen language, and asks once welcome") {
  Player player;
  player.does(model::ChooseLanguage{wire::Language::Spanish});
  player.wants_in();
  REQUIRE(player.all<Connect>().size() == 1);
  CHECK(player.all<Connect>().front().address == "quiz.example:7000");
  CHECK(player.model.connection.link == Link::Connecting);
  CHECK(stage(player.model, player.now) == Stage::Entering);

  player.does(Connected{1});
  REQUIRE(player.sent<wire::Hello>().size() == 1);
  CHECK(player.sent<wire::Hello>().front().language == wire::Language::Spanish);
  CHECK(player.sent<wire::JoinRoom>().empty());

  player.hears(wire::Welcome{1, "test", "00", 200});
  REQUIRE(player.sent<wire::JoinRoom>().size() == 1);
  wire::JoinRoom wish = player.sent<wire::JoinRoom>().front();
  CHECK(std::exchange(wish.nonce, std::nullopt).has_value());
  CHECK(wish == wire::JoinRoom{"ABC234", "Ada", wire::Role::Player});
}

TEST_CASE("a first attempt that fails says so and is tried again while the wish stands") {
  Player player;
  player.wants_in();
  player.does(Disconnected{1, "connection refused"});
  CHECK(player.noticed(Remark::ConnectionFailed));
  CHECK(player.model.connection.link == Link::Lost);
  CHECK_FALSE(lost_for(player.model, player.now));  // nothing was lost yet: no banner
  player.waits_for_retry();
  REQUIRE(player.all<Connect>().size() == 1);
  CHECK(player.all<Connect>().front().connection == 2);
}

TEST_CASE("without a room or a wish for one a broken connection is given up quietly") {
  Player player;
  player.does(Retry{});
  player.gets_online();
  player.loses_connection();
  CHECK(player.model.connection.link == Link::Offline);
  CHECK_FALSE(deadline(player.model));
}

TEST_CASE("a seated player who loses the connection is told and tries again from a quarter of a second to five") {
  Player player;
  player.joins();
  player.loses_connection();
  REQUIRE(lost_for(player.model, player.now));
  const Instant lost_at = player.now;
  Duration nominal = reconnect_delay_min;
  for (int attempt = 0; attempt < 12; ++attempt) {
    const Duration delay = *player.model.connection.retry_at_local - player.now;
    CHECK(delay >= nominal / 2);
    CHECK(delay <= nominal);
    CHECK(deadline(player.model) <= player.model.connection.retry_at_local);
    player.waits_for_retry();
    REQUIRE(player.all<Connect>().size() == 1);
    player.does(Disconnected{player.model.connection.number, "connection refused"});
    nominal = std::min(nominal * 2, reconnect_delay_max);
  }
  CHECK(*lost_for(player.model, player.now) == player.now - lost_at);
}

TEST_CASE("two seeds do not knock at the same instants") {
  const auto first_retry = [](std::uint64_t seed) {
    Player player;
    player.model = make_model(Profile{}, "quiz.example:7000", seed);
    player.joins();
    player.loses_connection();
    return *player.model.connection.retry_at_local;
  };
  CHECK(first_retry(1) != first_retry(2));
  CHECK(first_retry(3) == first_retry(3));
}

TEST_CASE("back online the seat is resumed with its ticket and the banner goes when the seat is back") {
  Player player;
  player.joins();
  player.loses_connection();
  player.waits_for_retry();
  player.does(Connected{2});
  player.hears(wire::Welcome{1, "test", "00", 200});
  REQUIRE(player.sent<wire::ResumeSeat>().size() == 1);
  CHECK(player.sent<wire::ResumeSeat>().front() == wire::ResumeSeat{"ABC234", Player::ticket()});
  CHECK(lost_for(player.model, player.now));

  auto again = Player::joined({});
  again.ticket.reset();
  player.hears(again);
  CHECK_FALSE(lost_for(player.model, player.now));
  CHECK(player.noticed(Remark::Returned));
  CHECK(player.model.room->ticket == Player::ticket());
}

TEST_CASE("a person who presses retry does not wait for the next attempt") {
  Player player;
  player.joins();
  player.loses_connection();
  player.does(Retry{});
  CHECK(player.all<Connect>().size() == 1);
}

TEST_CASE("facts of a dead connection are ignored") {
  Player player;
  player.joins();
  player.loses_connection();
  player.waits_for_retry();
  const Model before = player.model;
  player.does(Disconnected{1, "late news"});
  player.does(Received{1, wire::RoomEvent{1, wire::MatchStarted{}}});
  player.does(Connected{1});
  CHECK(player.commands.empty());
  CHECK(player.model == before);
}

TEST_CASE("a server that says nothing for too long is hung up on") {
  Player player;
  player.joins();
  const Instant heard = player.now;
  player.now = heard + silence_max - millisecond;
  player.does(Tick{});
  CHECK(player.model.connection.link == Link::Online);
  player.now = heard + silence_max;
  player.does(Tick{});
  CHECK(player.all<CloseConnection>().size() == 1);
  CHECK(player.model.connection.link == Link::Lost);
  CHECK(lost_for(player.model, player.now) == Duration::zero());
}

TEST_CASE("a goodbye that may pass is followed by attempts to return") {
  for (const auto reason :
       {wire::Farewell::ServerStopping, wire::Farewell::TooSlow, wire::Farewell::ServerFull, wire::Farewell::Silent}) {
    Player player;
    player.joins();
    player.hears(wire::Goodbye{reason, 0, 0});
    CHECK(player.all<CloseConnection>().size() == 1);
    CHECK(player.model.connection.link == Link::Lost);
    CHECK(player.model.connection.farewell == reason);
    CHECK(player.model.room);
  }
}

TEST_CASE("a goodbye for good leads to the start screen with its reason") {
  for (const auto reason : {wire::Farewell::ProtocolError, wire::Farewell::VersionUnsupported, wire::Farewell::SeatTakenOver,
                            wire::Farewell::RoomClosed}) {
    Player player;
    player.joins();
    player.hears(wire::Goodbye{reason, 0, 0});
    CHECK(player.all<CloseConnection>().size() == 1);
    CHECK(player.model.connection.link == Link::Offline);
    CHECK_FALSE(player.model.room);
    CHECK(player.noticed(reason));
    CHECK(stage(player.model, player.now) == Stage::Start);
  }
}

TEST_CASE("a room closed by its host leads to the start screen with the reason") {
  Player player;
  player.joins();
  player.hears(wire::RoomLeft{});
  CHECK(player.noticed(wire::Farewell::RoomClosed));
  CHECK(stage(player.model, player.now) == Stage::Start);
  CHECK(player.model.connection.link == Link::Online);
  CHECK(player.model.profile.seats.empty());
}

TEST_CASE("a finished room that closes stays on screen") {
  Player player;
  player.joins();
  player.hears(1, wire::MatchFinished{});
  SECTION("with a goodbye") {
    player.hears(wire::Goodbye{wire::Farewell::RoomClosed, 0, 0});
  }
  SECTION("the connection stays") {
    player.hears(wire::RoomLeft{});
  }
  CHECK(stage(player.model, player.now) == Stage::Podium);
  CHECK_FALSE(lost_for(player.model, player.now));
  CHECK(player.model.profile.seats.empty());
}

TEST_CASE("a seat that is no more is said to be gone and forgotten") {
  Player player;
  player.joins();
  CHECK(player.model.profile.seats.size() == 1);
  player.loses_connection();
  player.waits_for_retry();
  player.gets_online();
  player.hears(wire::Rejected{wire::Refusal::RoomNotFound, 0});
  CHECK(player.noticed(Remark::SeatGone));
  CHECK_FALSE(player.model.room);
  CHECK(player.model.profile.seats.empty());
  CHECK_FALSE(lost_for(player.model, player.now));
}

TEST_CASE("a seat that cannot be resumed just now is tried again") {
  Player player;
  player.joins();
  player.loses_connection();
  player.waits_for_retry();
  player.gets_online();
  player.hears(wire::Rejected{wire::Refusal::StorageFailing, 0});
  CHECK(player.model.connection.link == Link::Lost);
  CHECK(player.model.room);
  CHECK(player.model.connection.failures == 1);  // each time a little later
  player.waits_for_retry();
  player.gets_online();
  player.hears(wire::Rejected{wire::Refusal::StorageFailing, 0});
  CHECK(player.model.connection.failures == 2);
  player.waits_for_retry();
  player.gets_online();
  player.hears(Player::joined({}));
  CHECK(player.model.connection.failures == 0);
}

TEST_CASE("quitting hangs up and keeps the seat for the next start") {
  Player player;
  player.joins();
  player.does(Quit{});
  CHECK(player.all<CloseConnection>().size() == 1);
  CHECK(player.all<ExitProgram>().size() == 1);
  CHECK(player.model.profile.seats.size() == 1);
}

TEST_CASE("notices go after their time") {
  Player player;
  player.wants_in();
  player.does(Disconnected{1, "connection refused"});
  REQUIRE(player.model.notices.size() == 1);
  player.now += notice_time;
  player.does(Tick{});
  CHECK(player.model.notices.empty());
}

TEST_CASE("a wish to join keeps its nonce until it led somewhere, another wish has another") {
  Player player;
  player.wants_in();
  player.gets_online();
  const auto first = player.model.join_try;
  REQUIRE(first);
  player.loses_connection();
  player.does(GoBack{});
  player.wants_in();
  CHECK(player.model.join_try == first);
  player.does(GoBack{});
  player.wants_in("XYZ234");
  REQUIRE(player.model.join_try);
  CHECK_FALSE(player.model.join_try->wish.nonce == first->wish.nonce);
  player.gets_online();
  player.hears(Player::joined({}, "XYZ234"));
  CHECK_FALSE(player.model.join_try);
}

namespace {
const std::string fingerprint_a(95, 'A');
const std::string fingerprint_b(95, 'B');
}  // namespace

TEST_CASE("a certificate met for the first time is remembered, said once, and asked for from then on") {
  Player player;
  player.wants_in();
  CHECK(player.all<Connect>().front().fingerprint.empty());
  CHECK_FALSE(player.all<Connect>().front().plain_allowed);
  player.does(Connected{1, fingerprint_a});
  CHECK(player.noticed(Remark::ServerRemembered));
  REQUIRE(player.model.profile.known_servers.size() == 1);
  CHECK(player.model.profile.known_servers.front() == KnownServer{"quiz.example:7000", fingerprint_a});
  player.loses_connection();
  player.model.notices.clear();
  player.waits_for_retry();
  REQUIRE(player.all<Connect>().size() == 1);
  CHECK(player.all<Connect>().front().fingerprint == fingerprint_a);
  player.does(Connected{2, fingerprint_a});
  CHECK_FALSE(player.noticed(Remark::ServerRemembered));
}

TEST_CASE("a changed certificate stops the connection until a person has judged it") {
  Player player;
  player.model.profile.known_servers = {{"quiz.example:7000", fingerprint_a}};
  player.wants_in();
  player.does(Disconnected{1, "changed", Trouble::CertificateChanged, fingerprint_b});
  CHECK(player.model.connection.trouble == Trouble::CertificateChanged);
  CHECK(certificate_known(player.model) == fingerprint_a);
  CHECK(player.model.connection.certificate_shown == fingerprint_b);
  CHECK_FALSE(player.noticed(Remark::ConnectionFailed));
  CHECK_FALSE(player.model.connection.retry_at_local);  // nothing is tried behind the person's back
  SECTION("accepted, it is the known one and the wish goes on") {
    player.does(AcceptCertificate{});
    CHECK(certificate_known(player.model) == fingerprint_b);
    REQUIRE(player.all<Connect>().size() == 1);
    CHECK(player.all<Connect>().front().fingerprint == fingerprint_b);
    CHECK_FALSE(player.model.connection.trouble);
    player.does(Connected{2, fingerprint_b});
    player.hears(wire::Welcome{1, "test", "00", 200});
    CHECK(player.sent<wire::JoinRoom>().size() == 1);
  }
  SECTION("refused, the wish is withdrawn and the old one stays known") {
    player.does(RefuseCertificate{});
    CHECK(certificate_known(player.model) == fingerprint_a);
    CHECK_FALSE(player.model.connection.trouble);
    CHECK_FALSE(player.model.entry);
    CHECK(player.model.connection.link == Link::Offline);
  }
}

TEST_CASE("a seat waits for the person's judgement of a changed certificate") {
  Player player;
  player.model.profile.known_servers = {{"quiz.example:7000", fingerprint_a}};
  player.joins();
  player.loses_connection();
  player.waits_for_retry();
  player.does(Disconnected{2, "changed", Trouble::CertificateChanged, fingerprint_b});
  CHECK(player.model.room);
  CHECK_FALSE(player.model.connection.retry_at_local);
  player.does(RefuseCertificate{});
  CHECK(player.model.room);
  player.does(Retry{});
  CHECK(player.all<Connect>().size() == 1);
}

TEST_CASE("plain text is spoken to this machine itself, and elsewhere only when allowed") {
  for (const auto& [address, plain] :
       {std::pair{"127.0.0.1:7000", true}, std::pair{"[::1]:7000", true}, std::pair{"localhost:7000", true},
        std::pair{"quiz.example:7000", false}, std::pair{"127.evil.example:7000", false}}) {
    CAPTURE(address);
    CHECK(is_own_machine(address) == plain);
  }
  Player player;
  player.model.plain_allowed = true;
  player.wants_in();
  CHECK(player.all<Connect>().front().plain_allowed);
}
