// What a connection can be asked for, and what it reports. Plain values.
//
// Connections are numbered by whoever asks for them; every fact carries the number of the attempt it belongs to, so news
// of a dead connection can be told from news of the living one.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "proto/wire/messages.hpp"

namespace certamen::client_net {

// Drops any connection there is and makes a new one. Answered by Connected or Disconnected, always.
struct Connect {
  std::uint64_t connection = 0;
  std::string host;
  std::string port;
};
struct Send {  // of another connection than the present one: ignored
  std::uint64_t connection = 0;
  wire::ClientMessage message;
};
struct Close {  // after what was sent has left; nothing more is reported of this connection
  std::uint64_t connection = 0;
};
using Request = std::variant<Connect, Send, Close>;

struct Connected {
  std::uint64_t connection = 0;
};
struct Disconnected {
  std::uint64_t connection = 0;
  std::string why;
};
struct Received {
  std::uint64_t connection = 0;
  wire::ServerMessage message;
};
using Fact = std::variant<Connected, Disconnected, Received>;

}  // namespace certamen::client_net
