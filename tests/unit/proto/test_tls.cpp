// The encrypted channel without a socket.
#include <string>

#include "proto/tls/channel.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;
using namespace certamen::tls;

namespace {

std::span<const std::byte> bytes_of(const std::string& text) {
  return std::as_bytes(std::span(text.data(), text.size()));
}

std::string text_of(const std::vector<std::byte>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Carries what `from` has to say to `to`, in pieces; what it opened is returned.
std::string carry(Channel& from, Channel& to, std::size_t piece) {
  std::string opened;
  const std::vector<std::byte> sealed = from.take_out();
  for (std::size_t at = 0; at < sealed.size(); at += piece) {
    const auto taken = to.take_in(std::span(sealed).subspan(at, std::min(piece, sealed.size() - at)));
    REQUIRE(taken);
    opened += text_of(*taken);
  }
  return opened;
}

void shake_hands(Channel& client, Channel& server, std::size_t piece) {
  for (int turn = 0; turn < 10 && !(client.established() && server.established()); ++turn) {
    carry(client, server, piece);
    carry(server, client, piece);
  }
  REQUIRE(client.established());
  REQUIRE(server.established());
}

const Identity& identity() {
  static const Identity made = make_identity().value();
  return made;
}

}  // namespace

TEST_CASE("a channel carries both ways whatever cuts its bytes, and shows whose certificate it is") {
  const Context serving = Context::for_server(identity()).value();
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100'000}}) {
    CAPTURE(piece);
    Channel server(serving);
    Channel client(Context::for_client());
    shake_hands(client, server, piece);
    CHECK(client.peer_fingerprint() == serving.fingerprint());
    CHECK(is_fingerprint(client.peer_fingerprint()));
    CHECK(server.peer_fingerprint().empty());
    const std::string large(100'000, 'x');
    client.seal(bytes_of("hello"));
    client.seal(bytes_of(large));
    CHECK(carry(client, server, piece) == "hello" + large);
    server.seal(bytes_of("answer"));
    CHECK(carry(server, client, piece) == "answer");
    client.end();
    CHECK(carry(client, server, piece).empty());
  }
}

TEST_CASE("what is sealed does not show what it holds, and a changed byte is a fault") {
  Channel server(Context::for_server(identity()).value());
  Channel client(Context::for_client());
  shake_hands(client, server, 4096);
  carry(server, client, 4096);
  client.seal(bytes_of("a secret of some length"));
  std::vector<std::byte> sealed = client.take_out();
  CHECK(text_of(sealed).find("secret") == std::string::npos);
  sealed.back() ^= std::byte{1};
  CHECK_FALSE(server.take_in(sealed));
}

TEST_CASE("plain text and noise are faults to a channel that serves") {
  for (const std::string& said : {std::string("GET / HTTP/1.1\r\n\r\n"), std::string("\x16\x03\x01\x00\x05hello", 10),
                                  std::string(200, '\xFF'), std::string("\0\0\0\x05hello", 9)}) {
    Channel server(Context::for_server(identity()).value());
    CHECK_FALSE(server.take_in(bytes_of(said)));
    CHECK_FALSE(server.established());
  }
}

TEST_CASE("an identity is used whole or refused") {
  const Identity other = make_identity().value();
  CHECK(Context::for_server(identity()));
  CHECK_FALSE(Context::for_server({identity().certificate_pem, other.key_pem}));
  CHECK_FALSE(Context::for_server({"", identity().key_pem}));
  CHECK_FALSE(Context::for_server({identity().certificate_pem, ""}));
  const std::string both = identity().certificate_pem + identity().key_pem;
  CHECK(Context::for_server({both, both}));
  CHECK(Context::for_server(other)->fingerprint() != Context::for_server(identity())->fingerprint());
}

TEST_CASE("a fingerprint has its form") {
  const std::string good = Context::for_server(identity())->fingerprint();
  CHECK(is_fingerprint(good));
  CHECK_FALSE(is_fingerprint(""));
  CHECK_FALSE(is_fingerprint(good.substr(1)));
  CHECK_FALSE(is_fingerprint(good + ":"));
  std::string lower = good;
  lower[0] = 'g';
  CHECK_FALSE(is_fingerprint(lower));
}

TEST_CASE("the first byte tells TLS from our own frames") {
  CHECK(begins_tls(std::byte{22}));
  CHECK(begins_tls(std::byte{21}));
  CHECK_FALSE(begins_tls(std::byte{0}));
  CHECK_FALSE(begins_tls(std::byte{'G'}));
}
