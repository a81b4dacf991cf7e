// What the operator asked for: flags, environment, configuration file, in that order of precedence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "server/hub/limits.hpp"

namespace certamen::app {

struct Options {
  std::string bank_path;
  std::string data_path = "certamen-data.db";
  std::string host = "127.0.0.1";
  std::uint16_t port = 7117;
  std::uint32_t threads = 0;  // 0: one shard a core
  std::string log_level = "info";
  std::optional<std::uint64_t> seed;
  std::string log_format = "text";
  std::optional<std::pair<std::string, std::uint16_t>> status;  // where the status port listens; nowhere without it
  std::uint32_t drain_seconds = 0;                              // at most so long for running questions at a stop
  std::optional<std::uint32_t> keep_games_days;                 // closed games are kept for ever without it
  hub::Limits limits;
  bool encrypted = false;
  std::string certificate_path;  // with its key; empty: a certificate of the server's own making
  std::string key_path;
  std::string name_filter_path;                                    // empty: no word is forbidden
  std::string server_password_path;                                // empty: none is asked for
  bool no_beacon = false;                                          // the local network is not told of the server
  std::string server_name;                                         // in beacons; empty: the machine's
  std::optional<std::pair<std::string, std::uint16_t>> beacon_to;  // instead of everyone
  std::string open_rooms = "anyone";  // or "holders": those who know the server's password; then joining is free
};

// The options, or the exit code of a program that is done (0 after --help and --version, 2 after wrong usage, each with
// its words already printed).
[[nodiscard]] std::variant<Options, int> parse_options(int argc, const char* const* argv);

}  // namespace certamen::app
