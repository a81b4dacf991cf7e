#include "tests/support/wire_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace certamen::test {

WireClient::WireClient(std::uint16_t port, Speech speech) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
    throw std::runtime_error("cannot connect");
  }
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
  if (speech == Speech::Tls) shake_hands();
}

void WireClient::shake_hands() {
  channel_.emplace(tls::Context::for_client());
  write(channel_->take_out());
  while (!channel_->established()) {
    if (!receive(std::chrono::seconds(20))) throw std::runtime_error("no handshake");
  }
}

WireClient::~WireClient() {
  if (socket_ >= 0) ::close(socket_);
}

void WireClient::die() {
  const linger reset{1, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &reset, sizeof(reset));
  ::close(socket_);
  socket_ = -1;
}

void WireClient::send(const wire::ClientMessage& message) {
  const wire::Frame frame = wire::encode(message);
  send_raw({reinterpret_cast<const char*>(frame.bytes().data()), frame.bytes().size()});
}

void WireClient::send_raw(const std::string& bytes) {
  const auto plain = std::as_bytes(std::span(bytes.data(), bytes.size()));
  if (!channel_) return write(plain);
  channel_->seal(plain);
  write(channel_->take_out());
}

void WireClient::write(std::span<const std::byte> bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) return;  // the peer closed: what it said first is still to be read
    sent += static_cast<std::size_t>(count);
  }
}

bool WireClient::is_deserted_within(std::chrono::milliseconds patience) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (std::chrono::steady_clock::now() < end) {
    if (::send(socket_, "x", 1, MSG_NOSIGNAL) < 0) return true;
    pollfd broken{socket_, 0, 0};  // hang-up and error only
    if (::poll(&broken, 1, 50) > 0) return true;
  }
  return false;
}

std::optional<wire::ServerMessage> WireClient::next(std::chrono::milliseconds patience) {
  timed_out_ = false;
  for (;;) {
    const auto body = reader_.next();
    if (!body) throw std::runtime_error(body.error().what);
    if (*body) {
      auto message = wire::decode_server(**body);
      if (!message) throw std::runtime_error(message.error().what);
      return *message;
    }
    if (!receive(patience)) return std::nullopt;
  }
}

bool WireClient::receive(std::chrono::milliseconds patience) {
  pollfd readable{socket_, POLLIN, 0};
  if (::poll(&readable, 1, static_cast<int>(patience.count())) == 0) {
    timed_out_ = true;
    return false;
  }
  std::array<std::byte, 16384> buffer{};
  const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
  if (count <= 0) return false;
  const auto bytes = std::span(buffer).first(static_cast<std::size_t>(count));
  if (!channel_) {
    if (!reader_.feed(bytes)) throw std::runtime_error("stream lost");
    return true;
  }
  const auto opened = channel_->take_in(bytes);
  if (!opened) throw std::runtime_error(opened.error().what);
  write(channel_->take_out());
  if (!reader_.feed(*opened)) throw std::runtime_error("stream lost");
  return true;
}

void WireClient::listen_for(std::chrono::microseconds duration) {
  const auto end = std::chrono::steady_clock::now() + duration;
  for (;;) {
    const auto rest = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    if (rest.count() <= 0 || !receive(rest)) return;
  }
}

wire::Welcome WireClient::greet(wire::Language language) {
  send(wire::Hello{wire::protocol_version_min, wire::protocol_version_max, "test", language});
  return expect<wire::Welcome>();
}

}  // namespace certamen::test
