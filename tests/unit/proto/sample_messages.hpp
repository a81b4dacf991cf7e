// One fixed message of every kind, with every field set to something that is not its default.
//
// These are the messages that tests/golden/frames keeps as bytes, so what is written here stays: a later version of the
// protocol adds samples, it does not change these.
#pragma once

#include <string>
#include <vector>

#include "proto/wire/messages.hpp"

namespace certamen::proto_test {

// Defined for every message and fact of proto/wire/messages.hpp.
template <class Message>
Message sample();

struct ClientSample {
  std::string name;  // of its golden file
  wire::ClientMessage message;
};
struct ServerSample {
  std::string name;
  wire::ServerMessage message;
};

// Every kind at least once, answers of both forms, and every fact of rooms and seats.
[[nodiscard]] const std::vector<ClientSample>& client_samples();
[[nodiscard]] const std::vector<ServerSample>& server_samples();
// A part of them: what hosts are told of a class and of fair time, and a question in one language.
[[nodiscard]] std::vector<ServerSample> told_samples();

}  // namespace certamen::proto_test
