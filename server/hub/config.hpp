// What a hub is told at its birth.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "server/hub/bank_summary.hpp"
#include "server/hub/limits.hpp"
#include "server/lobby/password.hpp"
#include "server/lobby/room_code.hpp"
#include "server/lobby/word_filter.hpp"

namespace certamen::hub {

struct Config {
  std::uint32_t shard = 0;
  std::uint32_t shard_count = 1;
  std::string server_version;
  BankSummary bank;  // at the start; BankRenewed brings later ones
  Limits limits;
  lobby::Entropy entropy;
  std::optional<std::uint64_t> match_seed;  // given: the papers of this server's rooms are the same at every start
  lobby::WordFilter name_filter{};
  std::optional<lobby::ServerPassword> server_password{};
  bool rooms_for_holders = false;  // the server's password is asked of those who open rooms, not of everyone
};

}  // namespace certamen::hub
