// Names of reasons for programs: metrics and logs. What people read is worded by the clients.
//
// Pure; taken from the schema, so that a reason added there has its name at once.
#pragma once

#include <string>

#include "proto/wire/messages.hpp"

namespace certamen::wire {

// As the schema has it, in lower case and without the enum's prefix: "name_taken", "protocol_error".
[[nodiscard]] std::string name_of(Refusal reason);
[[nodiscard]] std::string name_of(Farewell reason);

}  // namespace certamen::wire
