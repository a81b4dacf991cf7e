// The servers of the local network, for people at a terminal and for programs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "client/model/found.hpp"
#include "proto/wire/result.hpp"

namespace certamen::bot {

// Listens on the UDP port for so long, on this thread. A fault when that is not possible.
[[nodiscard]] wire::Result<std::vector<model::FoundServer>> find_servers(wire::Duration time, std::uint16_t port);

// One line: address, port, name, fingerprint of the certificate or "-", and each listed room as "CODE PLAYERS TITLE"; fields
// are parted by tabs, which no name holds.
[[nodiscard]] std::string line_of(const model::FoundServer& found);

// Prints what there is to find. The exit code of a program that did: 0, 1 when nothing was found, 2 when it cannot listen.
[[nodiscard]] int print_found(const std::string& program, wire::Duration time, std::uint16_t port);

}  // namespace certamen::bot
