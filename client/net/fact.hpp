// What a connection can be asked for, and what it reports. Plain values.
//
// Connections are numbered by whoever asks for them; every fact carries the number of the attempt it belongs to, so news
// of a dead connection can be told from news of the living one.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "proto/tls/identity.hpp"
#include "proto/wire/beacon.hpp"
#include "proto/wire/messages.hpp"

namespace certamen::client_net {

enum class Encryption : std::uint8_t {
  Needed,
  Preferred,  // plain where the server speaks plain, unless its certificate is known
  None,
};

// Whom to believe that a certificate is the server's.
struct Trust {
  tls::Fingerprint known{};  // nobody else; empty: nobody is known yet,
  bool first = true;         // and then whoever is met first is believed
};

// Drops any connection there is and makes a new one. Answered by Connected or Disconnected, always.
struct Connect {
  std::uint64_t connection = 0;
  std::string host;
  std::string port;
  Encryption encryption = Encryption::Needed;
  Trust trust{};
};
struct Send {  // of another connection than the present one: ignored
  std::uint64_t connection = 0;
  wire::ClientMessage message;
};
struct Close {  // after what was sent has left; nothing more is reported of this connection
  std::uint64_t connection = 0;
};
struct Listen {  // for beacons, until the end; where that is not possible, none are heard
  std::uint16_t port = wire::beacon_port;
};
using Request = std::variant<Connect, Send, Close, Listen>;

struct Connected {
  std::uint64_t connection = 0;
  tls::Fingerprint fingerprint{};  // of the certificate believed; empty where the connection is plain
};
// What a person has to decide about; trying again would not help.
enum class Trouble : std::uint8_t {
  None,
  CertificateChanged,  // not the one known
  CertificateUnknown,  // none is known, and the first is not to be believed
  NotEncrypted,        // the server speaks plain text where encryption is needed
};
struct Disconnected {
  std::uint64_t connection = 0;
  std::string why;
  Trouble trouble = Trouble::None;
  tls::Fingerprint fingerprint{};  // what the server showed, with the first two troubles
};
struct Received {
  std::uint64_t connection = 0;
  wire::ServerMessage message;
};
struct Beaconed {  // of no connection
  std::string host;
  wire::Beacon beacon;
};
using Fact = std::variant<Connected, Disconnected, Received, Beaconed>;

}  // namespace certamen::client_net
