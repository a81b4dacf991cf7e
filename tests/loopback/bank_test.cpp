// A new bank put in the place of the old one while the server runs.
#include <filesystem>
#include <fstream>

#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

std::string topic_file(const std::string& id) {
  return std::string(CERTAMEN_SOURCE_DIR) + "/content/topics/" + id + ".yaml";
}

// The title of the topic that a new room's first question comes from.
std::string topic_asked(std::uint16_t port) {
  Host host(port);
  Player player(port, host.joined.code, "Ada");
  host.command(wire::Command::Start);
  return player.client.expect_room<wire::QuestionAnnounced>().topic_title;
}

std::vector<wire::TopicSummary> topics_listed(std::uint16_t port) {
  WireClient client(port);
  client.greet();
  client.send(wire::BrowseTopics{});
  return client.expect<wire::TopicsListed>().topics;
}

}  // namespace

TEST_CASE("a new bank is used for the next room, without a restart") {
  const ScratchFolder folder;
  const std::string bank = folder.file("bank.db");
  build_bank({topic_file("ec2-placement-groups")}, bank);
  const ServerProcess server({bank, folder.file("data.db")});
  REQUIRE(topic_asked(server.port()) == "Placement groups");

  build_bank({topic_file("ec2-hibernate")}, bank);
  const std::vector<wire::TopicSummary> before = topics_listed(server.port());
  REQUIRE(topic_asked(server.port()) != "Placement groups");
  const std::vector<wire::TopicSummary> after = topics_listed(server.port());
  REQUIRE(after.size() == 1);
  REQUIRE(after.front().id == "ec2-hibernate");
  REQUIRE(before.size() == 1);
}

TEST_CASE("a file that is no bank, put in the bank's place, changes nothing") {
  const ScratchFolder folder;
  const std::string bank = folder.file("bank.db");
  build_bank({topic_file("ec2-placement-groups")}, bank);
  ServerProcess server({bank, folder.file("data.db")});
  std::ofstream(folder.file("diary")) << "Dear diary";
  std::filesystem::rename(folder.file("diary"), bank);
  REQUIRE(topic_asked(server.port()) == "Placement groups");
  std::filesystem::remove(bank);
  REQUIRE(topic_asked(server.port()) == "Placement groups");
  REQUIRE(server.terminate() == 0);
  REQUIRE(server.errors().find("the new bank is not used, the old one still is") != std::string::npos);
}
