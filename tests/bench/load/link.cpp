#include "tests/bench/load/link.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>
#include <utility>

namespace certamen::bench {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::runtime_error(std::string(what) + ": " + std::strerror(errno));
}

}  // namespace

Link::Link(std::uint16_t port, const tls::Context* encryption) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (socket_ < 0) fail("socket");
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) fail("connect");
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
  if (encryption == nullptr) return;
  channel_.emplace(*encryption);
  write(channel_->take_out());
}

Link::Link(Link&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), channel_(std::move(other.channel_)), waiting_(std::move(other.waiting_)) {}

Link::~Link() {
  if (socket_ >= 0) ::close(socket_);
}

void Link::write(std::span<const std::byte> bytes) const {
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("send");
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
}

void Link::send(std::span<const std::byte> bytes) {
  if (!channel_) return write(bytes);
  if (!channel_->established()) {
    waiting_.insert(waiting_.end(), bytes.begin(), bytes.end());
    return;
  }
  channel_->seal(bytes);
  write(channel_->take_out());
}

bool Link::receive(const std::function<void(std::span<const std::byte>)>& heard) {
  std::array<std::byte, 64 * 1024> buffer;  // not set: it is large, and only what was received is read
  for (;;) {
    const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count == 0) return false;
    if (count < 0) return errno == EAGAIN || errno == EINTR;
    const std::span<const std::byte> bytes(buffer.data(), static_cast<std::size_t>(count));
    if (!channel_) {
      heard(bytes);
    } else {
      const bool before = channel_->established();
      const auto opened = channel_->take_in(bytes);
      if (!opened) return false;
      if (const auto reply = channel_->take_out(); !reply.empty()) write(reply);
      if (!before && channel_->established()) send(std::exchange(waiting_, {}));
      if (!opened->empty()) heard(*opened);
    }
    if (bytes.size() < buffer.size()) return true;
  }
}

}  // namespace certamen::bench
