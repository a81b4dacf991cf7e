#include <string>
#include <variant>
#include <vector>

#include "client/app/options.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::client_app;

namespace {

std::variant<Options, int> parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "certamen-client");
  return parse_options(static_cast<int>(arguments.size()), arguments.data());
}

}  // namespace

TEST_CASE("without arguments the start screen asks") {
  const auto options = std::get<Options>(parse({}));
  CHECK(options.way == Way::Ask);
  CHECK(options.address.empty());
  CHECK_FALSE(options.script);
  CHECK_FALSE(options.language);
}

TEST_CASE("every argument is understood") {
  const auto host = std::get<Options>(
      parse({"--connect", "127.0.0.1:7117", "--host", "--questions", "6", "--players", "2", "--pilot", "7", "--language",
             "en", "--size", "1280x720", "--screenshots", "pictures", "--code-file", "code"}));
  CHECK(host.way == Way::Host);
  CHECK(host.address == "127.0.0.1:7117");
  CHECK(host.questions == 6);
  REQUIRE(host.script);
  CHECK(host.script->players_awaited == 2);
  CHECK(host.script->seed == 7U);
  CHECK(host.language == wire::Language::English);
  CHECK(host.width == 1280);
  CHECK(host.height == 720);
  CHECK(host.screenshots == "pictures");
  CHECK(host.code_file == "code");

  const auto join = std::get<Options>(parse({"--join", "abc234", "--name", "Lucía", "--spectate", "--language", "es"}));
  CHECK(join.way == Way::Join);
  CHECK(join.name == "Lucía");
  CHECK(join.spectate);
  CHECK(join.language == wire::Language::Spanish);

  const auto solo = std::get<Options>(parse({"--solo", "--server", "certamen-server", "--bank", "bank.db"}));
  CHECK(solo.way == Way::Solo);
  CHECK(solo.server_program == "certamen-server");
  CHECK(solo.server_bank == "bank.db");
}

TEST_CASE("a scripted person is told what to do, and with which hands") {
  const auto host = std::get<Options>(parse({"--host", "--name", "Eva", "--mode", "exam", "--questions", "5", "--pilot", "3",
                                             "--answer-seconds", "12", "--hands", "keys", "--from-start", "--haste"}));
  REQUIRE(host.script);
  CHECK(host.answer_seconds == 12);
  CHECK(host.script->way == Way::Host);
  CHECK(host.script->name == "Eva");
  CHECK(host.script->mode == wire::Mode::ExamSimulation);
  CHECK(host.script->questions == 5);
  CHECK(host.script->hands == Hands::Keys);
  CHECK(host.script->from_start);
  CHECK(host.script->hasty);
  CHECK(host.mode == wire::Mode::ExamSimulation);
  const auto join = std::get<Options>(parse({"--join", "ABC234", "--pilot", "3", "--hands", "mouse"}));
  CHECK(join.script->way == Way::Join);
  CHECK(join.script->code == "ABC234");
  CHECK(join.script->hands == Hands::Mouse);
  CHECK_FALSE(join.script->from_start);
  CHECK_FALSE(join.script->name.empty());  // nobody need be named to be scripted
  const auto host_of_errands =
      std::get<Options>(parse({"--host", "--pilot", "3", "--from-start", "--errands", "settings,orders"}));
  CHECK_FALSE(host_of_errands.script->tries_teams);
  CHECK(host_of_errands.script->tries_settings);
  CHECK(host_of_errands.script->tries_orders);
  CHECK_FALSE(join.script->tries_settings);
}

TEST_CASE("wrong usage ends with 2") {
  for (const auto& arguments :
       std::vector<std::vector<const char*>>{{"--nonsense"},
                                             {"--connect", "nowhere"},
                                             {"--join", "ABC"},
                                             {"--join", "ABC234", "--host"},
                                             {"--host", "--solo"},
                                             {"--spectate"},
                                             {"--language", "fr"},
                                             {"--size", "big"},
                                             {"--size", "1280x"},
                                             {"--size", "10x10"},
                                             {"--questions", "0"},
                                             {"--host", "--answer-seconds", "4"},
                                             {"--answer-seconds", "12"},
                                             {"--server", "certamen-server"},
                                             {"--bank", "bank.db"},
                                             {"--pilot", "7"},
                                             {"--mode", "exam"},
                                             {"--host", "--hands", "keys"},
                                             {"--host", "--from-start"},
                                             {"--connect", "127.0.0.1:99999"},
                                             {"--host", "--errands", "orders"},
                                             {"--host", "--pilot", "7", "--errands", "settings"},
                                             {"--solo", "--pilot", "7", "--errands", "orders"},
                                             {"--host", "--pilot", "7", "--haste", "--screenshots", "out"},
                                             {"--code-file", "code"}}) {
    const auto result = parse(arguments);
    INFO(arguments.front());
    REQUIRE(std::holds_alternative<int>(result));
    CHECK(std::get<int>(result) == 2);
  }
}

TEST_CASE("asking for help or the version ends with 0") {
  CHECK(std::get<int>(parse({"--help"})) == 0);
  CHECK(std::get<int>(parse({"--version"})) == 0);
}

TEST_CASE("finding servers goes without a window and without a way to play") {
  const auto find = std::get<Options>(parse({"--find", "--find-seconds", "2", "--beacon-port", "7200"}));
  CHECK(find.find);
  CHECK(find.find_seconds == 2);
  CHECK(find.beacon_port == 7200);
  CHECK_FALSE(std::get<Options>(parse({})).find);
  CHECK(std::get<int>(parse({"--find", "--host"})) == 2);
  CHECK(std::get<Options>(parse({"--host", "--listed"})).listed);
  CHECK(std::get<int>(parse({"--solo", "--listed"})) == 2);
  CHECK(std::get<int>(parse({"--beacon-port", "0"})) == 2);
}
