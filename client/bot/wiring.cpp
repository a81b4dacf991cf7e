#include "client/bot/wiring.hpp"

#include <utility>

#include "client/model/address.hpp"

namespace certamen::bot {

std::optional<client_net::Request> request_of(const model::Command& command) {
  if (const auto* connect = std::get_if<model::Connect>(&command)) {
    // The model lets no other address through; an empty one makes the connection fail with its reason.
    auto endpoint = model::parse_address(connect->address).value_or(model::Endpoint{});
    return client_net::Connect{connect->connection, std::move(endpoint.host), std::move(endpoint.port)};
  }
  if (const auto* send = std::get_if<model::SendMessage>(&command)) {
    return client_net::Send{send->connection, send->message};
  }
  if (const auto* close = std::get_if<model::CloseConnection>(&command)) return client_net::Close{close->connection};
  return std::nullopt;
}

model::Event event_of(const client_net::Fact& fact) {
  if (const auto* connected = std::get_if<client_net::Connected>(&fact)) return model::Connected{connected->connection};
  if (const auto* received = std::get_if<client_net::Received>(&fact)) {
    return model::Received{received->connection, received->message};
  }
  const auto& disconnected = std::get<client_net::Disconnected>(fact);
  return model::Disconnected{disconnected.connection, disconnected.why};
}

}  // namespace certamen::bot
