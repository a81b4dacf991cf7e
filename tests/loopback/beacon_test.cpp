// What a real server tells the local network, and what programs without a window make of it.
#include <algorithm>

#include "tests/loopback/table.hpp"
#include "tests/support/beacon_ear.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

ServerProcess::Options telling(const ScratchFolder& folder, const std::string& to, std::vector<std::string> more = {}) {
  more.insert(more.end(), {"--beacon-to", to});
  return {test_bank(), folder.file("data.db"), "127.0.0.1:0", std::move(more)};
}

bool any(const wire::Beacon&) {
  return true;
}

wire::RoomSettings listed_settings() {
  wire::RoomSettings settings = quick_settings();
  settings.listed = true;
  return settings;
}

wire::RoomCode open_room(WireClient& client, const wire::RoomSettings& settings, const std::string& name) {
  client.greet();
  client.send(wire::OpenRoom{settings, name});
  return client.expect<wire::RoomJoined>().code;
}

}  // namespace

TEST_CASE("a server tells a group its name, its port and its bank, and from whence it came it can be reached") {
  const ScratchFolder folder;
  BeaconEar ear;
  const ServerProcess server(telling(folder, ear.group(), {"--server-name", "Aula 3"}));
  REQUIRE(server.listening());
  const auto heard = ear.next(any);
  REQUIRE(heard);
  CHECK(heard->host == "127.0.0.1");
  CHECK(heard->beacon.port == server.port());
  CHECK(heard->beacon.server_name == "Aula 3");
  CHECK(heard->beacon.fingerprint.empty());
  CHECK(heard->beacon.rooms.empty());
  WireClient client(heard->beacon.port);
  CHECK(client.greet().bank_question_count == heard->beacon.question_count);
  const auto again = ear.next(any);
  REQUIRE(again);
  CHECK(again->beacon == heard->beacon);
}

TEST_CASE("rooms whose hosts agreed come and go in the beacon, wherever their shards are") {
  const ScratchFolder folder;
  BeaconEar ear;
  const ServerProcess server(telling(folder, ear.group(), {"--threads", "3"}));
  REQUIRE(server.listening());
  WireClient ana(server.port());
  WireClient leo(server.port());
  WireClient eva(server.port());
  const wire::RoomCode first = open_room(ana, listed_settings(), "Ana");
  open_room(eva, quick_settings(), "Eva");
  const wire::RoomCode second = open_room(leo, listed_settings(), "Leo");
  const Player player(server.port(), second, "Mia");
  const auto lists = [](const wire::BeaconRoom& room) {
    return [room](const wire::Beacon& beacon) {
      return std::find(beacon.rooms.begin(), beacon.rooms.end(), room) != beacon.rooms.end();
    };
  };
  REQUIRE(ear.next(lists({first, "Ana", 0})));
  const auto both = ear.next(lists({second, "Leo", 1}));
  REQUIRE(both);
  CHECK(both->beacon.rooms.size() == 2);
  ana.send(wire::LeaveRoom{});
  REQUIRE(ear.next([&](const wire::Beacon& beacon) { return beacon.rooms.size() == 1; }));
}

TEST_CASE("a beacon names the certificate that the server shows") {
  const ScratchFolder folder;
  BeaconEar ear;
  const ServerProcess server(telling(folder, ear.alone(), {"--tls"}));
  REQUIRE(server.listening());
  const auto heard = ear.next(any);
  REQUIRE(heard);
  CHECK(heard->beacon.fingerprint == server.fingerprint());
}

TEST_CASE("only a server that others reach tells the network of itself, and none that must not") {
  const auto log_of = [](const std::string& listen, std::vector<std::string> more) {
    const ScratchFolder folder;
    more.insert(more.end(), {"--log-level", "info"});
    ServerProcess server({test_bank(), folder.file("data.db"), listen, more});
    REQUIRE(server.listening());
    REQUIRE(server.terminate() == 0);
    return server.errors();
  };
  const std::string telling_words = "telling the local network";
  CHECK(log_of("127.0.0.1:0", {}).find(telling_words) == std::string::npos);
  CHECK(log_of("0.0.0.0:0", {"--no-beacon"}).find(telling_words) == std::string::npos);
  const BeaconEar ear;
  CHECK(log_of("0.0.0.0:0", {"--beacon-to", ear.alone()}).find(telling_words) != std::string::npos);
}

TEST_CASE("a server on every address says in the greeting where others reach it, one on its own machine says nowhere") {
  const ScratchFolder folder;
  const ServerProcess lonely({test_bank(), folder.file("lonely.db")});
  CHECK(WireClient(lonely.port()).greet().reachable.empty());
  const ServerProcess open({test_bank(), folder.file("open.db"), "0.0.0.0:0", {"--no-beacon", "--plain-text"}});
  REQUIRE(open.listening());
  for (const std::string& address : WireClient(open.port()).greet().reachable) {
    CHECK(address.ends_with(":" + std::to_string(open.port())));
    CHECK_FALSE(address.starts_with("127."));
  }
}

TEST_CASE("wrong words about beacons stop the start") {
  const auto refusal = [](const std::vector<std::string>& more) {
    const ScratchFolder folder;
    ServerProcess server({test_bank(), folder.file("data.db"), "127.0.0.1:0", more});
    CHECK_FALSE(server.listening());
    CHECK(server.wait() == 2);
    return server.errors();
  };
  CHECK(refusal({"--beacon-to", "somewhere:7"}).find("by number") != std::string::npos);
  CHECK(refusal({"--beacon-to", "127.0.0.1:0"}).find("port") != std::string::npos);
  CHECK(refusal({"--beacon-to", "127.0.0.1:7", "--no-beacon"}).find("contradicts") != std::string::npos);
  CHECK(refusal({"--server-name", "two\nlines"}).find("--server-name") != std::string::npos);
  CHECK(refusal({"--server-name", std::string(65, 'n')}).find("64 bytes") != std::string::npos);
}

TEST_CASE("certamen-bots --find prints what it found, a line a server, and says when it found nothing") {
  const ScratchFolder folder;
  const BeaconEar ear;
  const std::string port = std::to_string(ear.port());
  const Outcome nothing = run_program("certamen-bots", {"--find", "--find-seconds", "1", "--beacon-port", port});
  CHECK(nothing.exit_code == 1);
  CHECK(nothing.output.empty());

  const ServerProcess server(telling(folder, ear.group(), {"--server-name", "Aula 3", "--tls"}));
  REQUIRE(server.listening());
  WireClient ana(server.port(), WireClient::Speech::Tls);
  const wire::RoomCode code = open_room(ana, listed_settings(), "Ana B");
  const Outcome found = run_program("certamen-bots", {"--find", "--find-seconds", "5", "--beacon-port", port});
  CHECK(found.exit_code == 0);
  CHECK(found.output ==
        "127.0.0.1\t" + std::to_string(server.port()) + "\tAula 3\t" + server.fingerprint() + "\t" + code + " 0 Ana B\n");
}

TEST_CASE("certamen-bots says at once when nobody answers at the address") {
  std::uint16_t deserted = 0;
  {
    const ScratchFolder folder;
    ServerProcess server({test_bank(), folder.file("data.db")});
    deserted = server.port();
    REQUIRE(server.terminate() == 0);
  }
  const std::string address = "127.0.0.1:" + std::to_string(deserted);
  for (const std::vector<std::string>& part : {std::vector<std::string>{"--host"}, {"--join", "ABC234"}}) {
    std::vector<std::string> words = {"--connect", address, "--timeout", "60"};
    words.insert(words.end(), part.begin(), part.end());
    const Outcome outcome = run_program("certamen-bots", words);
    CHECK(outcome.exit_code == 3);
    CHECK(outcome.errors.find("cannot connect to " + address) != std::string::npos);
  }
}
