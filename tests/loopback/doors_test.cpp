// Who may come into a real server, and under which name.
#include <algorithm>
#include <fstream>
#include <memory>

#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

std::string file_with(const ScratchFolder& folder, const std::string& name, const std::string& text) {
  std::ofstream file(folder.file(name), std::ios::binary);
  file << text;
  return folder.file(name);
}

wire::Rejected refused_join(WireClient& client, const wire::RoomCode& code, const std::string& name,
                            const std::string& password = {}) {
  client.send(wire::JoinRoom{code, name, wire::Role::Player, {}, password});
  return client.expect<wire::Rejected>();
}

}  // namespace

TEST_CASE("a room keeps its password over a crash, and its members need none to return") {
  const ScratchFolder folder;
  const ServerProcess::Options options{test_bank(), folder.file("data.db")};
  wire::RoomCode code;
  wire::Ticket ticket;
  {
    ServerProcess server(options);
    WireClient host(server.port());
    host.greet();
    host.send(wire::OpenRoom{quick_settings(), "", "pan y queso"});
    const auto opened = host.expect<wire::RoomJoined>();
    code = opened.code;
    ticket = *opened.ticket;
    server.kill();
  }
  ServerProcess server(options);
  WireClient host(server.port());
  host.greet();
  host.send(wire::ResumeSeat{code, ticket});
  REQUIRE(host.expect<wire::RoomJoined>().role == wire::Role::Host);
  WireClient guest(server.port());
  guest.greet();
  REQUIRE(refused_join(guest, code, "Ana").reason == wire::Refusal::RoomPasswordNeeded);
  REQUIRE(refused_join(guest, code, "Ana", "pan").reason == wire::Refusal::RoomPasswordWrong);
  guest.send(wire::JoinRoom{code, "Ana", wire::Role::Player, {}, "pan y queso"});
  REQUIRE(guest.expect<wire::RoomJoined>().code == code);
}

TEST_CASE("a class joins a room with a password without waiting for each hash") {
  const ScratchFolder folder;
  ServerProcess server({test_bank(), folder.file("data.db")});
  WireClient host(server.port());
  host.greet();
  host.send(wire::OpenRoom{quick_settings(), "", "pan y queso"});
  const auto opened = host.expect<wire::RoomJoined>();
  std::vector<std::unique_ptr<WireClient>> guests;
  for (int i = 0; i < 60; ++i) {
    guests.push_back(std::make_unique<WireClient>(server.port()));
    guests.back()->greet();
    guests.back()->send(wire::JoinRoom{opened.code, "Guest " + std::to_string(i), wire::Role::Player, {}, "pan y queso"});
  }
  for (const auto& guest : guests) REQUIRE(guest->expect<wire::RoomJoined>().code == opened.code);
}

TEST_CASE("where holders open rooms a guest joins without the server's password, under a name that is not forbidden") {
  const ScratchFolder folder;
  ServerProcess::Options options{test_bank(), folder.file("data.db")};
  options.more = {"--server-password-file", file_with(folder, "password", "sesame\r\nsecond line\n"),
                  "--open-rooms",           "holders",
                  "--name-filter",          file_with(folder, "words", "# ours\nbobo\n")};
  ServerProcess server(options);
  WireClient host(server.port());
  host.send(wire::Hello{1, 1, "test", wire::Language::English, "sesame"});
  host.expect<wire::Welcome>();
  host.send(wire::OpenRoom{quick_settings(), ""});
  const auto opened = host.expect<wire::RoomJoined>();
  WireClient guest(server.port());
  guest.greet();
  guest.send(wire::OpenRoom{quick_settings(), ""});
  REQUIRE(guest.expect<wire::Rejected>().reason == wire::Refusal::ServerPasswordNeeded);
  REQUIRE(refused_join(guest, opened.code, "B.o.b.o").reason == wire::Refusal::NameInvalid);
  guest.send(wire::JoinRoom{opened.code, "Ana", wire::Role::Player});
  guest.expect<wire::RoomJoined>();
  WireClient twin(server.port());
  twin.greet();
  REQUIRE(refused_join(twin, opened.code, "ana").suggestion == "ana 2");
}

TEST_CASE("door files that cannot be meant stop the start with one line and exit code 2") {
  const ScratchFolder folder;
  const auto outcome = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"--bank",   test_bank(),  "--data", folder.file("data.db"),
                                          "--listen", "127.0.0.1:0"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_server_command(arguments);
  };
  const std::vector<std::pair<std::vector<std::string>, std::string>> rows = {
      {{"--name-filter", folder.file("none")}, "cannot be read"},
      {{"--name-filter", file_with(folder, "words", "fine\ntwo words\n")}, "line 2 is not one word"},
      {{"--server-password-file", folder.file("none")}, "cannot be read"},
      {{"--server-password-file", file_with(folder, "empty", "\nsecond\n")}, "holds no password"},
      {{"--server-password-file", file_with(folder, "long", std::string(200, 'x'))}, "longer than"},
      {{"--open-rooms", "holders"}, "goes with --server-password-file"},
  };
  for (const auto& [more, why] : rows) {
    CAPTURE(why);
    const Outcome refused = outcome(more);
    CHECK(refused.exit_code == 2);
    CHECK(refused.errors.find(why) != std::string::npos);
    CHECK(std::count(refused.errors.begin(), refused.errors.end(), '\n') == 1);
    CHECK(refused.errors.find("xxx") == std::string::npos);
  }
}
