// What the operator asked for: flags, environment, configuration file, in that order of precedence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
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
  hub::Limits limits;
  bool encrypted = false;
  std::string certificate_path;  // with its key; empty: a certificate of the server's own making
  std::string key_path;
};

// The options, or the exit code of a program that is done (0 after --help and --version, 2 after wrong usage, each with
// its words already printed).
[[nodiscard]] std::variant<Options, int> parse_options(int argc, const char* const* argv);

}  // namespace certamen::app
