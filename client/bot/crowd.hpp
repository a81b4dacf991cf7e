// Many simulated players on real connections, all on one thread.
//
// Not pure: it owns the loop, the sockets and the alarms. Rooms are filled as they open; run() returns when every player
// is done or the time is up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "client/bot/player.hpp"
#include "client/bot/tally.hpp"
#include "proto/wire/types.hpp"

namespace certamen::bot {

enum class Reading : std::uint8_t { English, Spanish, Mixed };

struct CrowdPlan {
  std::string address;                 // HOST:PORT, checked
  std::optional<wire::RoomCode> join;  // the room to join; without it, rooms are opened by hosts of our own
  wire::RoomSettings settings;         // of the rooms opened
  std::size_t rooms = 1;
  std::size_t players_per_room = 1;  // hosts not counted: they only host
  std::uint64_t seed = 1;
  Reading reading = Reading::Mixed;
  wire::Duration time_max{};
  Safety safety;
  Passwords passwords;
  // With a patience, players whom a full server turns away give up, and hosts start without them.
  wire::Duration patience{};
  std::function<void(const Sum&)> watch{};  // hears the figures so far, about as often as `tell`
};

class Crowd {
 public:
  // `tell` hears one line of progress about once a second.
  Crowd(CrowdPlan plan, std::function<void(const std::string&)> tell);
  ~Crowd();
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;

  [[nodiscard]] Sum run();
  // Makes everybody leave and run() return soon. From any thread.
  void cancel();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace certamen::bot
