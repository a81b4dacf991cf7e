// What the options about doors mean: the files they name, read.
#pragma once

#include <optional>

#include "proto/wire/result.hpp"
#include "server/app/options.hpp"
#include "server/lobby/password.hpp"
#include "server/lobby/room_code.hpp"
#include "server/lobby/word_filter.hpp"

namespace certamen::app {

struct Doors {
  lobby::WordFilter name_filter;
  std::optional<lobby::ServerPassword> server_password;
  bool rooms_for_holders = false;
};

// A fault says which file cannot be used and why; it never quotes a password.
[[nodiscard]] wire::Result<Doors> doors_of(const Options& options, const lobby::Entropy& entropy);

}  // namespace certamen::app
