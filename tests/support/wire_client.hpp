// A blocking client that speaks the wire protocol and nothing more, for loopback tests.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include "proto/tls/channel.hpp"
#include "proto/wire/codec.hpp"

namespace certamen::test {

class WireClient {
 public:
  enum class Speech : std::uint8_t { Plain, Tls };
  // With Tls the handshake is done at the end; throws when it fails.
  explicit WireClient(std::uint16_t port, Speech speech = Speech::Plain);
  ~WireClient();
  WireClient(const WireClient&) = delete;
  WireClient& operator=(const WireClient&) = delete;

  void send(const wire::ClientMessage& message);
  void send_raw(const std::string& bytes);
  // Sends a byte now and then until the peer's machine says that nobody is there any more; false when patience runs out.
  [[nodiscard]] bool is_deserted_within(std::chrono::milliseconds patience);
  // Closes at once with a reset, as a dying machine does.
  void die();

  // The next message, or nothing when the connection ended or `patience` ran out (then timed_out()).
  [[nodiscard]] std::optional<wire::ServerMessage> next(std::chrono::milliseconds patience = std::chrono::seconds(20));
  // Buffers what arrives for that long, to be had from next() afterwards.
  void listen_for(std::chrono::microseconds duration);
  [[nodiscard]] bool timed_out() const { return timed_out_; }
  // For poll().
  [[nodiscard]] int descriptor() const { return socket_; }

  // Skips messages until one of type T; throws when the connection ends or patience runs out first.
  template <class T>
  T expect() {
    for (;;) {
      const auto message = next();
      if (!message) throw std::runtime_error(timed_out_ ? "waited in vain" : "the connection ended");
      if (const auto* found = std::get_if<T>(&*message)) return *found;
    }
  }
  template <class Fact>
  Fact expect_room() {
    for (;;) {
      const auto event = expect<wire::RoomEvent>();
      if (const auto* fact = std::get_if<Fact>(&event.fact)) return *fact;
    }
  }
  template <class Fact>
  Fact expect_seat() {
    for (;;) {
      const auto event = expect<wire::SeatEvent>();
      if (const auto* fact = std::get_if<Fact>(&event.fact)) return *fact;
    }
  }

  // Of the server's certificate; empty in plain speech.
  [[nodiscard]] std::string fingerprint() const { return channel_ ? channel_->peer_fingerprint() : std::string{}; }

  // Hello and Welcome.
  wire::Welcome greet(wire::Language language = wire::Language::English);

 private:
  // Waits for bytes and takes them in; false at the end of the connection or of patience.
  [[nodiscard]] bool receive(std::chrono::milliseconds patience);
  void write(std::span<const std::byte> bytes);
  void shake_hands();

  int socket_ = -1;
  std::optional<tls::Channel> channel_;
  wire::FrameReader reader_{wire::server_frame_bytes_max};
  bool timed_out_ = false;
};

}  // namespace certamen::test
