// Many games on a real server that is killed again and again while they are played.
//
// One thread; bounded by the number of kills. After each kill the data file is checked against what people were told, a
// server is started anew on it, and everybody comes back.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "proto/wire/time.hpp"

namespace certamen::test {

struct CrashPlan {
  std::uint64_t seed = 1;
  std::size_t kills = 50;
  std::size_t tables = 6;
  std::size_t players = 5;             // a table, its host not counted
  std::uint32_t uptime_millis = 1100;  // at most, before the next kill
  std::vector<std::string> server_options = {};
};

struct CrashFigures {
  std::size_t kills = 0;
  std::size_t kills_before_serving = 0;  // among them
  std::size_t rooms = 0;
  std::size_t matches_finished = 0;
  std::size_t acknowledged = 0;
  std::size_t rooms_in_question = 0;
  std::size_t times_compared = 0;
  wire::Duration turned_back_worst{};
  std::vector<wire::Duration> restarts;  // from the start of the program to its first pong, ascending
  std::vector<std::string> broken;       // promises
  bool a_false_promise_is_found = false;
  int exit_code = -1;  // of the last server, after SIGTERM
};

// `tell` hears of every tenth kill.
[[nodiscard]] CrashFigures run_crashes(const CrashPlan& plan, const std::function<void(const std::string&)>& tell);

// For people, several lines.
[[nodiscard]] std::string text_of(const CrashFigures& figures);

}  // namespace certamen::test
