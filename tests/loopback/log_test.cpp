// What the log says, and what it must not.
#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

// The ways in which bytes get into logs.
std::vector<std::string> spellings(const wire::Ticket& ticket) {
  std::string raw(ticket.bytes.begin(), ticket.bytes.end());
  std::string hex;
  std::string numbers;
  for (const std::uint8_t byte : ticket.bytes) {
    hex += fmt::format("{:02x}", byte);
    numbers += fmt::format("{}, ", byte);
  }
  std::string upper;
  for (const std::uint8_t byte : ticket.bytes) upper += fmt::format("{:02X}", byte);
  return {raw, hex, upper, numbers.substr(0, numbers.size() - 2)};
}

}  // namespace

TEST_CASE("the whole log of a match, of a restart and of a refusal holds no ticket and no player's name") {
  const ScratchFolder folder;
  const ServerProcess::Options options{test_bank(), folder.file("data.db"), "127.0.0.1:0", {"--log-level", "debug"}};
  std::vector<wire::Ticket> tickets;
  std::string log;
  for (int run = 0; run < 2; ++run) {
    ServerProcess server(options);
    Host host(server.port());
    Player ana(server.port(), host.joined.code, "Ana");
    host.command(wire::Command::Start);
    ana.answer(ana.client.expect_room<wire::QuestionAsked>());
    ana.client.expect_seat<wire::AnswerLocked>();
    ana.client.send(wire::CommandRoom{wire::Command::End, *ana.joined.ticket});
    ana.client.expect<wire::Rejected>();
    tickets.insert(tickets.end(), {*host.joined.ticket, *host.joined.host_ticket, *ana.joined.ticket});
    REQUIRE(server.terminate() == 0);
    log += server.errors();
  }
  REQUIRE(log.find("is back with") != std::string::npos);  // there is something to look at
  for (const wire::Ticket& ticket : tickets) {
    for (const std::string& spelling : spellings(ticket)) REQUIRE(log.find(spelling) == std::string::npos);
  }
  REQUIRE(log.find("Ana") == std::string::npos);
}

TEST_CASE("no password is in a log, in the data file or in what the server prints") {
  const ScratchFolder folder;
  const std::string server_secret = "Abrete-sesamo-7";
  const std::string room_secret = "pan-y-queso-8";
  const std::string wrong_secret = "queso-y-pan-9";
  {
    std::ofstream file(folder.file("password"));
    file << server_secret << "\n";
  }
  const ServerProcess::Options options{test_bank(),
                                       folder.file("data.db"),
                                       "127.0.0.1:0",
                                       {"--log-level", "debug", "--server-password-file", folder.file("password")}};
  const Outcome printed = run_server_command({"--bank", test_bank(), "--data", folder.file("data.db"),
                                              "--server-password-file", folder.file("password"), "--print-config"});
  REQUIRE(printed.exit_code == 0);
  std::string said = printed.output + printed.errors;
  {
    ServerProcess server(options);
    WireClient stranger(server.port());
    stranger.send(wire::Hello{1, 1, "test", wire::Language::English, wrong_secret});
    REQUIRE(stranger.expect<wire::Goodbye>().reason == wire::Farewell::ServerPasswordWrong);
    WireClient host(server.port());
    host.send(wire::Hello{1, 1, "test", wire::Language::English, server_secret});
    host.expect<wire::Welcome>();
    host.send(wire::OpenRoom{quick_settings(), "", room_secret});
    const auto opened = host.expect<wire::RoomJoined>();
    WireClient guest(server.port());
    guest.send(wire::Hello{1, 1, "test", wire::Language::English, server_secret});
    guest.expect<wire::Welcome>();
    guest.send(wire::JoinRoom{opened.code, "Ana", wire::Role::Player, {}, wrong_secret});
    REQUIRE(guest.expect<wire::Rejected>().reason == wire::Refusal::RoomPasswordWrong);
    guest.send(wire::JoinRoom{opened.code, "Ana", wire::Role::Player, {}, room_secret});
    guest.expect<wire::RoomJoined>();
    REQUIRE(server.terminate() == 0);
    said += server.errors();
  }
  for (const std::string name : {"data.db", "data.db-wal"}) {
    std::ifstream file(folder.file(name), std::ios::binary);
    said.append(std::istreambuf_iterator<char>(file), {});
  }
  REQUIRE(said.find("$argon2id$") != std::string::npos);  // the data file was looked at
  for (const std::string& secret : {server_secret, room_secret, wrong_secret}) {
    REQUIRE(said.find(secret) == std::string::npos);
  }
}

TEST_CASE("a log for programs is one JSON object a line, whatever is in the messages") {
  const ScratchFolder folder;
  ServerProcess::Options options{
      test_bank(), folder.file("data.db"), "127.0.0.1:0", {"--log-level", "debug", "--log-format", "json"}};
  {
    ServerProcess server(options);
    Host host(server.port());
    server.kill();
  }
  ServerProcess server(options);
  REQUIRE(server.terminate() == 0);
  std::istringstream lines(server.errors());
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto object = nlohmann::json::parse(line);
    REQUIRE(object.at("level").is_string());
    REQUIRE(object.at("time").get<std::string>().size() >= 20);
    REQUIRE_FALSE(object.at("message").get<std::string>().empty());
  }
  REQUIRE(count >= 2);
}

TEST_CASE("the configuration that is printed is one that can be read") {
  const ScratchFolder folder;
  const Outcome printed = run_server_command({"--bank", test_bank(), "--data", folder.file("data.db"), "--listen",
                                              "127.0.0.1:0", "--drain-seconds", "7", "--print-config"});
  REQUIRE(printed.exit_code == 0);
  REQUIRE(printed.output.find("drain-seconds=7") != std::string::npos);
  {
    std::ofstream file(folder.file("server.ini"));
    file << printed.output;
  }
  const Outcome again = run_server_command({"--config", folder.file("server.ini"), "--print-config"});
  INFO(again.errors);
  REQUIRE(again.exit_code == 0);
  REQUIRE(again.output.find("drain-seconds=7") != std::string::npos);
  REQUIRE(again.output.find(test_bank()) != std::string::npos);
}
