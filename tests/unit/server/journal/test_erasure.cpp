#include "server/journal/erasure.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;

namespace {

room::Joined joined(const std::string& name) {
  return {name, "key of " + name, wire::Role::Player, room::TicketDigest{7}, wire::Language::English};
}

bool is_ana(const std::string& name) {
  return name == "Ana";
}

}  // namespace

TEST_CASE("a name that is meant is replaced, its ticket's digest and its instant stay") {
  journal::Entry entry{joined("Ana"), wire::instant_from_micros(5)};
  REQUIRE(journal::erase_name(entry, is_ana, "erased 3"));
  const auto& erased = std::get<room::Joined>(entry.event);
  REQUIRE(erased.name == "erased 3");
  REQUIRE(erased.name_key.find("Ana") == std::string::npos);
  REQUIRE(erased.seat_digest == room::TicketDigest{7});
  REQUIRE(entry.at == wire::instant_from_micros(5));
  REQUIRE(journal::decode(journal::encode(entry)) == entry);
}

TEST_CASE("two people erased in one game are not twins") {
  journal::Entry first{joined("Ana"), {}};
  journal::Entry second{joined("Ana"), {}};
  REQUIRE(journal::erase_name(first, is_ana, "erased 2"));
  REQUIRE(journal::erase_name(second, is_ana, "erased 3"));
  REQUIRE(std::get<room::Joined>(first.event).name_key != std::get<room::Joined>(second.event).name_key);
}

TEST_CASE("a host's name is one, too; other names and other entries stay as they are") {
  room::Opened opened;
  opened.host_name = "Ana";
  journal::Entry entry{opened, {}};
  REQUIRE(journal::erase_name(entry, is_ana, "erased 1"));
  REQUIRE(std::get<room::Opened>(entry.event).host_name == "erased 1");
  journal::Entry bo{joined("Bo"), {}};
  const journal::Entry before = bo;
  REQUIRE_FALSE(journal::erase_name(bo, is_ana, "erased 1"));
  REQUIRE(bo == before);
  journal::Entry nameless{room::Opened{}, {}};
  REQUIRE_FALSE(journal::erase_name(
      nameless, [](const std::string&) { return true; }, "erased 1"));
  journal::Entry tick{room::Tick{}, {}};
  REQUIRE_FALSE(journal::erase_name(
      tick, [](const std::string&) { return true; }, "erased 1"));
}

TEST_CASE("a name given by the host is a name, too") {
  room::Commanded renamed{{3}, wire::RenameMember{{5}, "Ana"}, room::TicketDigest{7}};
  renamed.name_key = "key of Ana";
  journal::Entry entry{renamed, {}};
  REQUIRE(journal::erase_name(entry, is_ana, "erased 5"));
  const auto& erased = std::get<room::Commanded>(entry.event);
  REQUIRE(std::get<wire::RenameMember>(erased.command).name == "erased 5");
  REQUIRE(erased.name_key.find("Ana") == std::string::npos);
  REQUIRE_FALSE(journal::erase_name(entry, is_ana, "erased 6"));
}
