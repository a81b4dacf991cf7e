// Messages to bytes and back; the only code that knows protobuf's generated classes.
//
// Pure. Decoding checks every range of types.hpp and limits.hpp: what comes out can be used without a second look, what
// is wrong is a Fault that names the field. Unknown fields are ignored, so a later minor version may add some; a message
// kind this version does not know is a Fault.
#pragma once

#include <cstddef>
#include <span>

#include "proto/wire/frame.hpp"
#include "proto/wire/messages.hpp"
#include "proto/wire/result.hpp"

namespace certamen::wire {

[[nodiscard]] Frame encode(const ClientMessage& message);
[[nodiscard]] Frame encode(const ServerMessage& message);
[[nodiscard]] Result<ClientMessage> decode_client(std::span<const std::byte> body);
[[nodiscard]] Result<ServerMessage> decode_server(std::span<const std::byte> body);

}  // namespace certamen::wire
