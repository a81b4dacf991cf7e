// Between the model's words and the network's: commands to requests, facts to events.
//
// Pure translation; it keeps model and network strangers to each other.
#pragma once

#include <optional>

#include "client/model/events.hpp"
#include "client/net/fact.hpp"

namespace certamen::bot {

// Nothing for commands that are not the network's: saving the profile, leaving the program.
[[nodiscard]] std::optional<client_net::Request> request_of(const model::Command& command);
[[nodiscard]] model::Event event_of(const client_net::Fact& fact);

}  // namespace certamen::bot
