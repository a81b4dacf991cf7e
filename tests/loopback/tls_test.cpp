// Encryption over real sockets: who is believed, who is told what, and who is cut off.
#include <sys/stat.h>

#include <fstream>
#include <memory>

#include "client/net/connection.hpp"
#include "client/net/loop.hpp"
#include "tests/loopback/table.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::test;
using Speech = WireClient::Speech;

namespace {

const std::vector<std::string> encrypted = {"--tls"};

struct Encrypted {
  ScratchFolder folder;
  ServerProcess server{{test_bank(), folder.file("data.db"), "127.0.0.1:0", encrypted}};
};

// What the real client's connection says first.
client_net::Fact attempt(std::uint16_t port, client_net::Encryption encryption, const client_net::Trust& trust) {
  client_net::Loop loop;
  std::optional<client_net::Fact> first;
  client_net::Connection connection(loop.context(), [&](const client_net::Fact& fact) {
    if (!first) first = fact;
    loop.stop();
  });
  client_net::Alarm patience(loop.context(), [&] { loop.stop(); });
  patience.set(client_net::local_now() + std::chrono::seconds{20});
  connection.handle(client_net::Connect{1, "127.0.0.1", std::to_string(port), encryption, trust});
  loop.run();
  REQUIRE(first);
  return *first;
}

}  // namespace

TEST_CASE("a server makes its certificate once, readable by its owner alone, and is known by it after a kill") {
  const ScratchFolder folder;
  const ServerProcess::Options options{test_bank(), folder.file("data.db"), "127.0.0.1:0", encrypted};
  auto server = std::make_unique<ServerProcess>(options);
  const std::string fingerprint = server->fingerprint();
  REQUIRE(tls::is_fingerprint(fingerprint));
  struct stat status {};
  REQUIRE(::stat(folder.file("data.db.tls.pem").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
  Host host(server->port(), quick_settings(), Speech::Tls);
  CHECK(host.client.fingerprint() == fingerprint);
  Player ana(server->port(), host.joined.code, "Ana", Speech::Tls);
  server->kill();

  server = std::make_unique<ServerProcess>(options);
  CHECK(server->fingerprint() == fingerprint);
  WireClient again(server->port(), Speech::Tls);
  CHECK(again.fingerprint() == fingerprint);
  again.greet();
  again.send(wire::ResumeSeat{host.joined.code, *ana.joined.ticket});
  CHECK(again.expect<wire::RoomJoined>().seat == ana.joined.seat);
}

TEST_CASE("a client believes the certificate it knows, and stops at another, naming both") {
  const Encrypted running;
  const std::string& fingerprint = running.server.fingerprint();
  const auto known = attempt(running.server.port(), client_net::Encryption::Needed, {fingerprint, false});
  REQUIRE(std::holds_alternative<client_net::Connected>(known));
  CHECK(std::get<client_net::Connected>(known).fingerprint == fingerprint);
  const auto first = attempt(running.server.port(), client_net::Encryption::Preferred, {"", true});
  REQUIRE(std::holds_alternative<client_net::Connected>(first));
  CHECK(std::get<client_net::Connected>(first).fingerprint == fingerprint);

  std::string other = fingerprint;
  other[0] = other[0] == 'A' ? 'B' : 'A';
  for (const bool strangers : {true, false}) {
    const auto changed = attempt(running.server.port(), client_net::Encryption::Preferred, {other, strangers});
    REQUIRE(std::holds_alternative<client_net::Disconnected>(changed));
    const auto& news = std::get<client_net::Disconnected>(changed);
    CHECK(news.trouble == client_net::Trouble::CertificateChanged);
    CHECK(news.fingerprint == fingerprint);
    CHECK(news.why.find(fingerprint) != std::string::npos);
    CHECK(news.why.find(other) != std::string::npos);
  }
  const auto stranger = attempt(running.server.port(), client_net::Encryption::Needed, {"", false});
  REQUIRE(std::holds_alternative<client_net::Disconnected>(stranger));
  CHECK(std::get<client_net::Disconnected>(stranger).trouble == client_net::Trouble::CertificateUnknown);
}

TEST_CASE(
    "a client speaks plain text to a plain server only where that is allowed, and never where a certificate is known") {
  const ScratchFolder folder;
  const ServerProcess server({test_bank(), folder.file("data.db")});
  const auto allowed = attempt(server.port(), client_net::Encryption::Preferred, {});
  REQUIRE(std::holds_alternative<client_net::Connected>(allowed));
  CHECK(std::get<client_net::Connected>(allowed).fingerprint.empty());
  for (const auto& [encryption, known] :
       {std::pair{client_net::Encryption::Needed, ""}, std::pair{client_net::Encryption::Preferred, "known"}}) {
    const auto refused = attempt(server.port(), encryption, {known, true});
    REQUIRE(std::holds_alternative<client_net::Disconnected>(refused));
    CHECK(std::get<client_net::Disconnected>(refused).trouble == client_net::Trouble::NotEncrypted);
  }
}

TEST_CASE("one who speaks plain text to an encrypting server is told so and closed") {
  const Encrypted running;
  WireClient client(running.server.port());
  client.send(wire::Hello{});
  CHECK(client.expect<wire::Goodbye>().reason == wire::Farewell::TlsNeeded);
  CHECK_FALSE(client.next());
  CHECK_FALSE(client.timed_out());
}

TEST_CASE("garbage inside and outside the encryption is closed, and others play on") {
  const Encrypted running;
  WireClient neighbour(running.server.port(), Speech::Tls);
  neighbour.greet();
  WireClient inside(running.server.port(), Speech::Tls);
  inside.send_raw(std::string("\0\0\0\x05hello", 9));
  CHECK(inside.expect<wire::Goodbye>().reason == wire::Farewell::ProtocolError);
  WireClient outside(running.server.port());
  outside.send_raw(std::string("\x16\x03\x01\x00\x05hello", 10));
  CHECK(outside.is_deserted_within(std::chrono::seconds(20)));
  neighbour.send(wire::Ping{7});
  CHECK(neighbour.expect<wire::Pong>().nonce == 7);
}

TEST_CASE("a handshake that is never finished is cut, and so is a greeting that comes byte by byte") {
  const ScratchFolder folder;
  const ServerProcess server({test_bank(),
                              folder.file("data.db"),
                              "127.0.0.1:0",
                              {"--tls", "--limit", "greeting_ms=300", "--limit", "sweep_ms=50"}});
  REQUIRE(server.listening());
  WireClient silent(server.port());
  CHECK(silent.is_deserted_within(std::chrono::seconds(20)));
  WireClient half(server.port());
  half.send_raw(std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03", 11));
  CHECK(half.is_deserted_within(std::chrono::seconds(20)));
  WireClient slow(server.port(), Speech::Tls);
  slow.send_raw(std::string("\0", 1));
  CHECK(slow.expect<wire::Goodbye>().reason == wire::Farewell::Silent);
}

TEST_CASE("a certificate that cannot be used is one clear line and exit code 2") {
  const ScratchFolder folder;
  const auto ours = tls::make_identity();
  const auto other = tls::make_identity();
  REQUIRE(ours);
  REQUIRE(other);
  std::ofstream(folder.file("ours.crt")) << ours->certificate_pem;
  std::ofstream(folder.file("ours.key")) << ours->key_pem;
  std::ofstream(folder.file("other.key")) << other->key_pem;
  std::ofstream(folder.file("diary")) << "Dear diary";
  const auto start = [&](const std::string& certificate, const std::string& key) {
    return std::make_unique<ServerProcess>(
        ServerProcess::Options{test_bank(),
                               folder.file("data.db"),
                               "127.0.0.1:0",
                               {"--tls-certificate", folder.file(certificate), "--tls-key", folder.file(key)}});
  };
  const auto refusal = [&](const std::string& certificate, const std::string& key) {
    const auto server = start(certificate, key);
    REQUIRE_FALSE(server->listening());
    REQUIRE(server->wait() == 2);
    const std::string errors = server->errors();
    REQUIRE(std::count(errors.begin(), errors.end(), '\n') == 1);
    return errors;
  };
  CHECK(refusal("ours.crt", "other.key").find("not the key of the certificate") != std::string::npos);
  CHECK(refusal("diary", "ours.key").find(folder.file("diary")) != std::string::npos);
  CHECK(refusal("ours.crt", "diary").find("private key") != std::string::npos);
  CHECK(refusal("none.crt", "ours.key").find(folder.file("none.crt")) != std::string::npos);
  const auto server = start("ours.crt", "ours.key");
  REQUIRE(server->listening());
  WireClient client(server->port(), Speech::Tls);
  CHECK(client.fingerprint() == tls::Context::for_server(*ours)->fingerprint());
}
