// One simulated client's connection: bytes out at once, whole frames in. No model behind it; as cheap as can be, so that
// the server is what is measured.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "proto/tls/channel.hpp"

namespace certamen::bench {

class Link {
 public:
  // Connects to the port of this machine; with a context, encrypted (the handshake begins at once). Throws when it cannot.
  Link(std::uint16_t port, const tls::Context* encryption);
  Link(Link&&) noexcept;
  Link& operator=(Link&&) = delete;
  ~Link();

  [[nodiscard]] int descriptor() const { return socket_; }
  // What is said before an encrypted connection is established waits for that.
  void send(std::span<const std::byte> bytes);
  // Everything that has come; `heard` gets the plain bytes as they come, cut anywhere. False when the peer ended it.
  [[nodiscard]] bool receive(const std::function<void(std::span<const std::byte>)>& heard);

 private:
  void write(std::span<const std::byte> bytes) const;

  int socket_ = -1;
  std::optional<tls::Channel> channel_;
  std::vector<std::byte> waiting_;
};

}  // namespace certamen::bench
