// Whole matches in real windows, from the first screen to the last page of the review: nothing but keys in some hands,
// nothing but the mouse in others (beside what must be typed). Every kind of question is on the papers.
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/kinds_topic.hpp"
#include "tests/support/server_process.hpp"
#include "tests/window/player_process.hpp"

using namespace certamen::test;

namespace {

// Ten questions with those of every kind, so that a paper of ten asks every one.
constexpr const char* more = R"yaml(  - {id: last, kind: true_false, difficulty: 1, prompt: {en: Three is even., es: Tres es par.}, answer: false}
  - {id: other, kind: single, difficulty: 1, prompt: {en: "Two?", es: "¿Dos?"},
     options: [{text: {en: "yes", es: "sí"}, correct: true}, {text: {en: "no", es: nada}}, {text: {en: none, es: ninguno}}]}
  - {id: tenth, kind: numeric, difficulty: 1, prompt: {en: "Three and three?", es: "¿Tres y tres?"}, answer: {value: 6}}
)yaml";

struct Hall {
  Hall() {
    std::ofstream(scratch.file("kinds.yaml")) << kinds_topic << more;
    build_bank({scratch.file("kinds.yaml")}, scratch.file("bank.db"));
    server.emplace(ServerProcess::Options{.bank_path = scratch.file("bank.db"), .data_path = ":memory:"});
  }
  [[nodiscard]] std::vector<std::string> with(std::vector<std::string> arguments, const std::string& hands) const {
    arguments.insert(arguments.end(), {"--connect", "127.0.0.1:" + std::to_string(server->port()), "--hands", hands});
    return arguments;
  }

  ScratchFolder scratch;
  std::optional<ServerProcess> server;
};

void check_went_well(PlayerProcess& player) {
  const Outcome outcome = player.wait();
  INFO(outcome.errors);
  CHECK(outcome.exit_code == 0);
}

// A host and two players, all of whom see the same end.
void play(const std::string& mode, const std::string& questions, const std::string& host_hands) {
  const Hall hall;
  REQUIRE(hall.server->listening());
  PlayerProcess host(hall.with({"--host", "--name", "Hosts", "--mode", mode, "--questions", questions, "--players", "2",
                                "--pilot", "1", "--language", "en"},
                               host_hands));
  const std::string code = host.code();
  REQUIRE_FALSE(code.empty());
  PlayerProcess keys(hall.with({"--join", code, "--name", "Llaves", "--pilot", "2", "--language", "es"}, "keys"));
  PlayerProcess mouse(hall.with({"--join", code, "--name", "Mouse", "--pilot", "3", "--language", "en"}, "mouse"));
  check_went_well(keys);
  check_went_well(mouse);
  const Outcome end = host.wait();
  INFO(end.errors);
  CHECK(end.exit_code == 0);
  CHECK(end.output.find("Llaves") != std::string::npos);
  CHECK(end.output.find("Mouse") != std::string::npos);
}

}  // namespace

TEST_CASE("a competition of every kind, the host with the keys", "[competition]") {
  play("competition", "10", "keys");
}

TEST_CASE("team practice with two votes, the host with the mouse", "[teams]") {
  play("teams", "3", "mouse");
}

TEST_CASE("an exam of every kind, the host with the mouse", "[exam]") {
  play("exam", "10", "mouse");
}

TEST_CASE("solo practice of every kind, one with the keys, one with the mouse", "[solo]") {
  const Hall hall;
  REQUIRE(hall.server->listening());
  const std::vector<std::string> solo{"--solo", "--name", "Sola", "--questions", "10", "--pilot", "4", "--language", "es"};
  PlayerProcess keys(hall.with(solo, "keys"));
  PlayerProcess mouse(hall.with(solo, "mouse"));
  check_went_well(keys);
  check_went_well(mouse);
}
