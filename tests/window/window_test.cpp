// Whole matches in real windows, from the first screen to the last page of the review: nothing but keys in some hands,
// nothing but the mouse in others (beside what must be typed). Every kind of question is on the papers; every order of a
// host's console is given, and every setting changed, by both kinds of hands.
#include <fstream>
#include <future>
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
constexpr const char* more =
    R"yaml(  - {id: last, kind: true_false, difficulty: 1, prompt: {en: Three is even., es: Tres es par.}, answer: false}
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

TEST_CASE("every order of the console, hosts with the keys and hosts with the mouse", "[console]") {
  const Hall hall;
  REQUIRE(hall.server->listening());
  const auto hosting = [](const std::vector<std::string>& more) {
    std::vector<std::string> all{"--host", "--name", "Hosts", "--pilot", "5", "--language", "en"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  };
  const auto orders = hosting({"--questions", "10", "--players", "4", "--errands", "orders"});
  const auto teams = hosting({"--mode", "teams", "--questions", "1", "--players", "2", "--errands", "teams"});
  PlayerProcess keys(hall.with(orders, "keys"));
  PlayerProcess mouse(hall.with(orders, "mouse"));
  PlayerProcess team_keys(hall.with(teams, "keys"));
  PlayerProcess team_mouse(hall.with(teams, "mouse"));
  std::vector<std::future<Outcome>> crowds;
  const auto fill = [&](const PlayerProcess& host, const char* count, const char* seconds) {
    const std::string code = host.code();
    REQUIRE_FALSE(code.empty());
    crowds.push_back(std::async(std::launch::async, [&hall, code, count, seconds] {
      return run_bots({"--connect", "127.0.0.1:" + std::to_string(hall.server->port()), "--join", code, "--players", count,
                       "--timeout", seconds});
    }));
  };
  fill(keys, "4", "120");
  fill(mouse, "4", "120");
  fill(team_keys, "2", "15");  // nobody starts a match there
  fill(team_mouse, "2", "15");
  for (PlayerProcess* host : {&team_keys, &team_mouse, &keys, &mouse}) check_went_well(*host);
  // Two of four were sent away; the others saw the end.
  for (std::size_t i = 0; i < 2; ++i) {
    const Outcome outcome = crowds[i].get();
    INFO(outcome.output << outcome.errors);
    CHECK(outcome.output.find("finished      2\n") != std::string::npos);
  }
}

TEST_CASE("every setting is changed before a round, once with the keys, once with the mouse", "[settings]") {
  const Hall hall;
  REQUIRE(hall.server->listening());
  const std::vector<std::string> solo{"--solo", "--name",    "Sola",     "--questions", "1", "--pilot",
                                      "6",      "--errands", "settings", "--language",  "en"};
  PlayerProcess keys(hall.with(solo, "keys"), "1920x1080");
  PlayerProcess mouse(hall.with(solo, "mouse"), "1920x1080");
  for (PlayerProcess* person : {&keys, &mouse}) {
    check_went_well(*person);
    const std::string profile = person->profile();
    for (const char* line :
         {"\"language\": \"es\"", "\"name\": \"Zoë\"", "\"theme\": \"contrast\"", "\"reduced_motion\": true",
          "\"sounds\": false", "\"exam_sounds\": true", "\"volume\": 2", "\"text_percent\": 120"}) {
      INFO(line);
      CHECK(profile.find(line) != std::string::npos);
    }
  }
}
