#include "client/bot/wiring.hpp"

#include <utility>

#include "client/model/address.hpp"

namespace certamen::bot {

namespace {

std::optional<model::Trouble> trouble_of(client_net::Trouble trouble) {
  switch (trouble) {
    case client_net::Trouble::None: return std::nullopt;
    case client_net::Trouble::CertificateChanged: return model::Trouble::CertificateChanged;
    case client_net::Trouble::CertificateUnknown: return model::Trouble::CertificateUnknown;
    case client_net::Trouble::NotEncrypted: return model::Trouble::NotEncrypted;
  }
  return std::nullopt;
}

}  // namespace

std::optional<client_net::Request> request_of(const model::Command& command) {
  if (const auto* connect = std::get_if<model::Connect>(&command)) {
    // The model lets no other address through; an empty one makes the connection fail with its reason.
    auto endpoint = model::parse_address(connect->address).value_or(model::Endpoint{});
    return client_net::Connect{connect->connection,
                               std::move(endpoint.host),
                               std::move(endpoint.port),
                               connect->plain_allowed ? client_net::Encryption::Preferred : client_net::Encryption::Needed,
                               {connect->fingerprint, connect->strangers_allowed}};
  }
  if (const auto* send = std::get_if<model::SendMessage>(&command)) {
    return client_net::Send{send->connection, send->message};
  }
  if (const auto* close = std::get_if<model::CloseConnection>(&command)) return client_net::Close{close->connection};
  return std::nullopt;
}

model::Event event_of(const client_net::Fact& fact) {
  if (const auto* connected = std::get_if<client_net::Connected>(&fact))
    return model::Connected{connected->connection, connected->fingerprint};
  if (const auto* received = std::get_if<client_net::Received>(&fact)) {
    return model::Received{received->connection, received->message};
  }
  if (const auto* beacon = std::get_if<client_net::Beaconed>(&fact)) {
    return model::BeaconHeard{beacon->host, beacon->beacon};
  }
  const auto& disconnected = std::get<client_net::Disconnected>(fact);
  return model::Disconnected{disconnected.connection, disconnected.why, trouble_of(disconnected.trouble),
                             disconnected.fingerprint};
}

}  // namespace certamen::bot
