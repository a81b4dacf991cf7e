#include "server/hub/limits.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <variant>

namespace certamen::hub {
namespace {

struct Entry {
  std::string_view name;
  std::string_view meaning;
  std::variant<std::size_t Limits::*, std::int64_t Limits::*, wire::Duration Limits::*> field;
  std::int64_t least = 1;
};

constexpr std::int64_t value_max = 1'000'000'000;
constexpr std::int64_t micros_per_millisecond = 1'000;

const std::array<Entry, 26> entries = {{
    {"sessions_per_shard", "open connections on one shard", &Limits::sessions_per_shard_max},
    {"rooms_per_shard", "open rooms on one shard", &Limits::rooms_per_shard_max},
    {"held_entries_per_room", "steps of a room that may wait for a slow disk", &Limits::held_entries_per_room_max},
    {"greeting_ms", "from connection to Hello, handshake included", &Limits::greeting_time},
    {"silence_ms", "without a byte from a client", &Limits::silence_time},
    {"sweep_ms", "how often silence is looked for", &Limits::sweep_interval},
    {"heartbeat_ms", "how often the timeline's progress is written", &Limits::heartbeat_interval},
    {"wishes_burst", "wishes of one connection at once", &Limits::wishes_burst},
    {"wishes_per_second", "wishes of one connection in the long run", &Limits::wishes_per_second},
    {"wishes_debt", "refused wishes before a connection is let go", &Limits::wishes_debt_max},
    {"review_price", "wishes that asking for a review counts as", &Limits::review_price},
    {"snapshot_price", "wishes that asking for a seat counts as", &Limits::snapshot_price},
    {"passwords_in_check", "wishes of one shard that wait for the check of a password", &Limits::passwords_in_check_max},
    {"sessions_per_address", "open connections of one address", &Limits::sessions_per_address_max},
    {"new_sessions_per_address_burst", "new connections of one address at once", &Limits::new_sessions_per_address_burst},
    {"new_sessions_per_address_per_minute", "in the long run", &Limits::new_sessions_per_address_per_minute},
    {"rooms_per_address", "open rooms of one address", &Limits::rooms_per_address_max},
    {"new_rooms_per_address_burst", "rooms opened by one address at once", &Limits::new_rooms_per_address_burst},
    {"new_rooms_per_address_per_minute", "in the long run", &Limits::new_rooms_per_address_per_minute},
    {"failed_tries_per_address_burst", "wrong codes and tickets of one address at once",
     &Limits::failed_tries_per_address_burst},
    {"failed_tries_per_address_per_minute", "in the long run", &Limits::failed_tries_per_address_per_minute},
    {"failed_tries_kept_for_first", "of that burst, for connections without a failure", &Limits::failed_tries_kept_for_first,
     0},
    {"failed_tries_burst", "wrong codes and tickets of all addresses at once", &Limits::failed_tries_burst},
    {"failed_tries_per_minute", "in the long run", &Limits::failed_tries_per_minute},
    {"addresses", "addresses remembered on one shard", &Limits::addresses_max},
    {"address_memory_ms", "how long an idle address and its failures are remembered", &Limits::address_memory},
}};

struct Read {
  const Limits& limits;
  std::int64_t operator()(std::size_t Limits::*field) const { return static_cast<std::int64_t>(limits.*field); }
  std::int64_t operator()(std::int64_t Limits::*field) const { return limits.*field; }
  std::int64_t operator()(wire::Duration Limits::*field) const { return (limits.*field).count() / micros_per_millisecond; }
};

struct Write {
  Limits& limits;
  std::int64_t value;
  void operator()(std::size_t Limits::*field) const { limits.*field = static_cast<std::size_t>(value); }
  void operator()(std::int64_t Limits::*field) const { limits.*field = value; }
  void operator()(wire::Duration Limits::*field) const { limits.*field = wire::Duration{value * micros_per_millisecond}; }
};

}  // namespace

std::vector<NamedLimit> named_limits(const Limits& limits) {
  std::vector<NamedLimit> named;
  for (const Entry& entry : entries) {
    named.push_back({std::string(entry.name), std::string(entry.meaning), std::visit(Read{limits}, entry.field)});
  }
  return named;
}

wire::Result<void> set_limit(Limits& limits, std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  if (equals == std::string_view::npos)
    return wire::fault("a limit is given as NAME=VALUE, not '" + std::string(assignment) + "'");
  const std::string_view name = assignment.substr(0, equals);
  const std::string_view text = assignment.substr(equals + 1);
  const auto* entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& one) { return one.name == name; });
  if (entry == entries.end()) return wire::fault("there is no limit '" + std::string(name) + "'");
  std::int64_t value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size() || value < entry->least || value > value_max) {
    return wire::fault("the limit " + std::string(name) + " is a whole number from " + std::to_string(entry->least) +
                       " to " + std::to_string(value_max) + ", not '" + std::string(text) + "'");
  }
  std::visit(Write{limits, value}, entry->field);
  return {};
}

}  // namespace certamen::hub
