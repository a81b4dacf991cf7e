// certamen-bots against an encrypting server: whom a crowd believes, and that it plays to the podium.
#include <nlohmann/json.hpp>

#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::test;

namespace {

struct Encrypted {
  Encrypted() { REQUIRE(tls::is_fingerprint(server.fingerprint())); }
  // A match of one question, hosted and played by bots that were told this about certificates.
  [[nodiscard]] Outcome play(const std::vector<std::string>& trust) const {
    std::vector<std::string> arguments = {"--connect", "127.0.0.1:" + std::to_string(server.port()),
                                          "--host",    "--players",
                                          "6",         "--questions",
                                          "1",         "--pacing",
                                          "host",      "--json",
                                          "--timeout", "60"};
    arguments.insert(arguments.end(), trust.begin(), trust.end());
    return run_bots(arguments);
  }

  ScratchFolder folder;
  ServerProcess server{{test_bank(), folder.file("data.db"), "127.0.0.1:0", {"--tls"}}};
};

}  // namespace

TEST_CASE("a crowd of bots plays a match over TLS, whether it knows the certificate or believes the first it meets") {
  const Encrypted running;
  for (const std::vector<std::string>& trust :
       {std::vector<std::string>{"--trust", running.server.fingerprint()}, std::vector<std::string>{"--trust-first"}}) {
    const Outcome played = running.play(trust);
    INFO(trust.front() << ": " << played.output << played.errors);
    REQUIRE(played.exit_code == 0);
    const auto sum = nlohmann::json::parse(played.output);
    CHECK(sum.at("joined") == 6);
    CHECK(sum.at("finished") == 6);
    CHECK(sum.at("revealed") == 6);
    CHECK(sum.at("lost") == 0);
    CHECK(sum.at("acknowledged") == sum.at("answered"));
    CHECK(sum.at("failures").empty());
  }
}

TEST_CASE("a crowd of bots believes no other certificate, nor an unknown one unasked, and says which it was shown") {
  const Encrypted running;
  const std::string& shown = running.server.fingerprint();
  std::string other = shown;
  other[0] = other[0] == 'A' ? 'B' : 'A';
  for (const std::vector<std::string>& trust :
       {std::vector<std::string>{}, std::vector<std::string>{"--trust", other},
        std::vector<std::string>{"--trust", other, "--trust-first"}, std::vector<std::string>{"--plain-text"}}) {
    const Outcome refused = running.play(trust);
    INFO(refused.output << refused.errors);
    REQUIRE(refused.exit_code == 1);
    const auto sum = nlohmann::json::parse(refused.output);
    CHECK(sum.at("joined") == 0);
    CHECK(sum.at("failures").dump().find(shown) != std::string::npos);
    CHECK(sum.at("failures").dump().find("--trust") != std::string::npos);
  }
  for (const std::vector<std::string>& wrong :
       {std::vector<std::string>{"--teams", "1"}, std::vector<std::string>{"--discuss-seconds", "4"}}) {
    const Outcome refused = running.play(wrong);
    CHECK(refused.exit_code == 2);
    CHECK(refused.errors.find("wants 0 or ") != std::string::npos);
  }
  const std::string help = run_bots({"--help"}).output;
  CHECK(help.find("0 or 2 to 8") != std::string::npos);
  CHECK(help.find("0 or 5 to ") != std::string::npos);
  const Outcome misspelt = running.play({"--trust", "3A:F1"});
  CHECK(misspelt.exit_code == 2);
  CHECK(misspelt.errors.find("--trust wants") != std::string::npos);
}
