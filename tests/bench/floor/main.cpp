// certamen-bench-floor: the least a server can do, to measure a real one against.
//
// Epoll, non-blocking sockets, no protocol, nothing kept. The first connection asks for fan-outs; every other one sends
// answers of a fixed size and gets an acknowledgement for each.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <vector>

#include "tests/bench/floor/request.hpp"

namespace certamen::bench {
namespace {

constexpr int exit_unusable = 2;
constexpr int events_max = 256;

[[noreturn]] void give_up(const char* what) {
  std::perror(what);
  ::_exit(exit_unusable);
}

class Floor {
 public:
  Floor() : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)), epoll_(::epoll_create1(0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof(address);
    if (::bind(listener_, reinterpret_cast<const sockaddr*>(&address), length) != 0) give_up("bind");
    if (::listen(listener_, SOMAXCONN) != 0) give_up("listen");
    if (::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length) != 0) give_up("getsockname");
    port_ = ntohs(address.sin_port);
    watch(listener_);
  }

  [[nodiscard]] int port() const { return port_; }

  void run() {
    std::array<epoll_event, events_max> events{};
    for (;;) {
      const int count = ::epoll_wait(epoll_, events.data(), events_max, -1);
      for (int i = 0; i < count; ++i) {
        const int ready = events[static_cast<std::size_t>(i)].data.fd;
        ready == listener_ ? accept_all() : serve(ready);
      }
    }
  }

 private:
  void watch(int descriptor) const {
    epoll_event event{};
    event.events = EPOLLIN | EPOLLET;
    event.data.fd = descriptor;
    if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event) != 0) give_up("epoll_ctl");
  }

  void accept_all() {
    for (;;) {
      const int peer = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
      if (peer < 0) return;
      const int on = 1;
      ::setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
      if (asker_ < 0) {
        asker_ = peer;
      } else {
        peers_.push_back(peer);
        if (heard_.size() <= static_cast<std::size_t>(peer)) heard_.resize(static_cast<std::size_t>(peer) + 1);
      }
      watch(peer);
    }
  }

  void serve(int peer) {
    std::array<char, 4096> buffer{};
    for (;;) {
      const ssize_t count = ::recv(peer, buffer.data(), buffer.size(), 0);
      if (count == 0) return peer == asker_ ? ::_exit(0) : static_cast<void>(::close(peer));
      if (count < 0) return;
      if (peer == asker_) {
        FanOutRequest request;
        std::memcpy(&request, buffer.data(), sizeof(request));
        fan_out(request.bytes);
      } else {
        acknowledge(peer, static_cast<std::size_t>(count));
      }
      if (static_cast<std::size_t>(count) < buffer.size()) return;
    }
  }

  void acknowledge(int peer, std::size_t bytes) {
    std::size_t& heard = heard_[static_cast<std::size_t>(peer)];
    for (heard += bytes; heard >= floor_answer_bytes; heard -= floor_answer_bytes) {
      send(peer, floor_acknowledgement_bytes);
    }
  }

  void fan_out(std::size_t bytes) {
    if (message_.size() < bytes) message_.resize(bytes, 'q');
    for (const int peer : peers_) send(peer, bytes);
  }

  // Peers of a benchmark read; one that does not ends it.
  void send(int peer, std::size_t bytes) {
    if (::send(peer, message_.data(), bytes, MSG_NOSIGNAL) != static_cast<ssize_t>(bytes)) give_up("send");
  }

  int listener_;
  int epoll_;
  int port_ = 0;
  int asker_ = -1;
  std::vector<int> peers_;
  std::vector<std::size_t> heard_;  // bytes of an unfinished answer, by descriptor
  std::vector<char> message_ = std::vector<char>(floor_acknowledgement_bytes, 'a');
};

}  // namespace
}  // namespace certamen::bench

int main(int argc, char* argv[]) {
  if (argc > 1) {
    const bool help = std::string_view(argv[1]) == "--help";
    std::fputs("certamen-bench-floor: a bare epoll server, started by certamen-bench to be compared with.\n",
               help ? stdout : stderr);
    return help ? 0 : certamen::bench::exit_unusable;
  }
  certamen::bench::Floor floor;
  fmt::print("listening on 127.0.0.1:{}\n", floor.port());
  std::fflush(stdout);
  floor.run();
}
