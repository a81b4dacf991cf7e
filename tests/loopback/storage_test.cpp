// A data disk that fills up, and a journal that is damaged.
#include "tests/loopback/database.hpp"
#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::test;

TEST_CASE("a full data disk: nothing is acknowledged, everyone is told, and nothing is lost when there is room again") {
  const ScratchFolder folder;
  // Enough for the room and its paper, not for many joins; each entry adds a page or more to the log.
  ServerProcess server({test_bank(), folder.file("data.db"), "127.0.0.1:0", {"--threads", "1"}, 192 * 1024});
  REQUIRE(server.listening());
  Host host(server.port());
  std::vector<std::unique_ptr<WireClient>> waiting;
  bool troubled = false;
  for (int i = 0; i < 400 && !troubled; ++i) {
    auto client = std::make_unique<WireClient>(server.port());
    client->greet();
    client->send(wire::JoinRoom{host.joined.code, "Player " + std::to_string(i), wire::Role::Player});
    const auto answer = client->next(std::chrono::milliseconds(1500));
    if (!answer || std::holds_alternative<wire::Rejected>(*answer)) {
      // Either held back without an acknowledgement, or refused in words.
      waiting.push_back(std::move(client));
      troubled = host.client.expect<wire::RoomTroubled>().storage_failing;
    } else if (std::holds_alternative<wire::RoomJoined>(*answer)) {
      waiting.push_back(std::move(client));
    }
  }
  REQUIRE(troubled);
  WireClient late(server.port());
  late.greet();
  late.send(wire::JoinRoom{host.joined.code, "Late", wire::Role::Player});
  REQUIRE(late.expect<wire::Rejected>().reason == wire::Refusal::StorageFailing);

  server.lift_file_limit();
  REQUIRE_FALSE(host.client.expect<wire::RoomTroubled>().storage_failing);
  WireClient joining(server.port());
  joining.greet();
  joining.send(wire::JoinRoom{host.joined.code, "After", wire::Role::Player});
  const auto joined = joining.expect<wire::RoomJoined>();
  REQUIRE(joined.snapshot.roster.size() >= waiting.size());
}

TEST_CASE("a room whose journal is damaged is set aside, the others come back") {
  const ScratchFolder folder;
  const ServerProcess::Options options{test_bank(), folder.file("data.db")};
  wire::RoomJoined damaged;
  wire::RoomJoined sound;
  {
    ServerProcess server(options);
    damaged = Host(server.port()).joined;
    sound = Host(server.port()).joined;
    server.kill();
  }
  change_row(folder.file("data.db"),
             "UPDATE entry SET bytes = x'FFFF' WHERE number = 1 AND game = (SELECT id FROM game WHERE code = '" +
                 damaged.code + "')");

  for (int start = 0; start < 2; ++start) {  // and it is not tried again for ever
    ServerProcess server(options);
    REQUIRE(server.listening());
    WireClient first(server.port());
    first.greet();
    first.send(wire::ResumeSeat{damaged.code, *damaged.ticket});
    REQUIRE(first.expect<wire::Rejected>().reason == wire::Refusal::RoomNotFound);
    first.send(wire::ResumeSeat{sound.code, *sound.ticket});
    REQUIRE(first.expect<wire::RoomJoined>().code == sound.code);
    server.kill();
    REQUIRE((server.errors().find("quarantined") != std::string::npos) == (start == 0));
  }
}
