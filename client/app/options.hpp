// What the person asked for on the command line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "client/app/script.hpp"
#include "proto/wire/beacon.hpp"
#include "proto/wire/types.hpp"

namespace certamen::client_app {

struct Options {
  Way way = Way::Ask;
  std::string address;  // HOST:PORT, checked; empty: the profile's
  std::string code;     // with Way::Join
  std::string name;     // empty: the profile's
  bool spectate = false;
  std::string server_password;   // empty: none is said
  std::string room_password;     // of the room to join or host; empty: none
  bool generated_names = false;  // with Way::Host
  bool listed = false;           // with Way::Host: shown on the local network
  bool plain_text = false;       // speak it to any server that does
  std::optional<wire::Language> language;
  std::uint32_t questions = 0;       // 0: the usual number
  std::uint32_t answer_seconds = 0;  // 0: each question's own time
  std::optional<wire::Mode> mode;    // with Way::Host
  unsigned width = 0;                // pixels; 0: as it was last time, or as the desktop allows
  unsigned height = 0;
  bool full_screen = false;

  bool private_server = false;  // the server at `address` ends with this program
  std::string server_program;   // runs a private server; with server_bank
  std::string server_bank;

  std::optional<Script> script;    // a scripted person plays
  std::string screenshots;         // folder; empty: none
  bool reports_start = false;      // a line on standard output when the first picture is on the screen
  std::string gallery;             // folder; every widget is painted into it, and nothing else happens; empty: no
  bool find = false;               // print the servers of the local network, without a window
  std::uint32_t find_seconds = 5;  // and listen so long
  std::uint16_t beacon_port = wire::beacon_port;
  std::string code_file;  // where a host's room code is written; empty: nowhere
};

// The options, or the exit code of a program that is done (0 after --help and --version, 2 after wrong usage, each with
// its words already printed).
[[nodiscard]] std::variant<Options, int> parse_options(int argc, const char* const* argv);

}  // namespace certamen::client_app
