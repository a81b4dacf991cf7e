// The far end of a client's connection: a loopback socket on a free port, driven by hand.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "proto/wire/codec.hpp"
#include "proto/wire/frame.hpp"
#include "tests/support/catch.hpp"

namespace certamen::client_net::test {

class Socket {
 public:
  explicit Socket(int file) : file_(file) {}
  Socket(Socket&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  Socket& operator=(Socket&&) = delete;
  ~Socket() { close(); }
  void close() {
    if (file_ >= 0) ::close(std::exchange(file_, -1));
  }
  [[nodiscard]] int file() const { return file_; }

  void write(std::span<const std::byte> bytes) const {
    REQUIRE(::send(file_, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size()));
  }
  void say(const wire::ServerMessage& message) const { write(wire::encode(message).bytes()); }

  // The next message of the client; nothing when it hung up. Waits.
  [[nodiscard]] std::optional<wire::ClientMessage> hear() {
    for (;;) {
      const auto body = reader_.next();
      REQUIRE(body);
      if (*body) {
        const auto message = wire::decode_client(**body);
        REQUIRE(message);
        return *message;
      }
      std::array<std::byte, 4096> buffer{};
      const ssize_t count = ::read(file_, buffer.data(), buffer.size());
      if (count <= 0) return std::nullopt;
      REQUIRE(reader_.feed(std::span{buffer}.first(static_cast<std::size_t>(count))));
    }
  }

 private:
  int file_;
  wire::FrameReader reader_{wire::client_frame_bytes_max};
};

class Listener {
 public:
  Listener() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(::bind(socket_.file(), plain, size) == 0);
    REQUIRE(::listen(socket_.file(), 4) == 0);
    REQUIRE(::getsockname(socket_.file(), plain, &size) == 0);
    port_ = std::to_string(ntohs(address.sin_port));
  }
  [[nodiscard]] const std::string& port() const { return port_; }
  [[nodiscard]] Socket accept() const { return Socket{::accept(socket_.file(), nullptr, nullptr)}; }
  void close() { socket_.close(); }

 private:
  Socket socket_;
  std::string port_;
};

}  // namespace certamen::client_net::test
