// One encrypted connection without I/O: sealed bytes of the peer in, opened bytes out, and the reverse.
//
// TLS 1.2 and up, no compression, no renegotiation, no tickets and no resumption: each connection has keys of its own that
// die with it. A Context is made once and shared by all threads; a Channel belongs to one. Never throws.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "proto/tls/identity.hpp"

namespace certamen::tls {

class Context {
 public:
  // A fault says what is wrong: not PEM, or the key of another certificate.
  [[nodiscard]] static wire::Result<Context> for_server(const Identity& identity);
  [[nodiscard]] static Context for_client();

  // Of the own certificate; empty for a client.
  [[nodiscard]] const Fingerprint& fingerprint() const { return fingerprint_; }

 private:
  friend class Channel;
  struct Parts;
  std::shared_ptr<const Parts> parts_;
  Fingerprint fingerprint_;
};

class Channel {
 public:
  explicit Channel(const Context& context);
  Channel(Channel&&) noexcept;
  Channel& operator=(Channel&&) noexcept;
  ~Channel();

  // A client's first words wait in take_out() from the start.
  // Takes the peer's next bytes, cut anywhere; returns what they hold for us. After a fault the channel is lost, but
  // take_out() may still hold the alert that says so.
  [[nodiscard]] wire::Result<std::vector<std::byte>> take_in(std::span<const std::byte> sealed);
  // Requires established().
  void seal(std::span<const std::byte> plain);
  // Says that nothing more follows.
  void end();
  // What must now be sent to the peer; empties it.
  [[nodiscard]] std::vector<std::byte> take_out();

  [[nodiscard]] bool established() const;
  // Of the peer's certificate, once established; empty when it showed none. The peer has proved to hold its key.
  [[nodiscard]] Fingerprint peer_fingerprint() const;

 private:
  struct Parts;
  [[nodiscard]] wire::Result<std::vector<std::byte>> open();

  std::unique_ptr<Parts> parts_;
};

// Whether a peer that speaks first speaks TLS; a frame of ours never begins so, being shorter than 16 MiB.
[[nodiscard]] bool begins_tls(std::byte first);

}  // namespace certamen::tls
