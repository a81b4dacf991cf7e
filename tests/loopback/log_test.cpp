// What the log says, and what it must not.
#include <fmt/format.h>

#include <fstream>
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
