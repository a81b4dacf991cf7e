// HOST:PORT as people type it, and the codes of rooms.
//
// Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "proto/wire/types.hpp"

namespace certamen::model {

struct Endpoint {
  std::string host;  // name or number, without the brackets of IPv6
  std::string port;  // "1" to "65535"
  bool operator==(const Endpoint&) const = default;
};

// Takes "host:port" or "[v6]:port"; spaces around are ignored. Nothing when it is neither.
[[nodiscard]] std::optional<Endpoint> parse_address(std::string_view text);

// Whether HOST:PORT names this machine itself, by a name or number that leads nowhere else.
[[nodiscard]] bool is_own_machine(std::string_view address);

// Takes a room's code in any case, with spaces, dots or dashes of any kind anywhere. Nothing when six letters and digits do not remain.
[[nodiscard]] std::optional<wire::RoomCode> parse_code(std::string_view text);

// Without the ASCII spaces at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace certamen::model
