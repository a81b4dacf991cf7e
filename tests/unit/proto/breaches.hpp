// Values outside their ranges: each must be refused by the name of its field.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "proto/wire/codec.hpp"
#include "tests/support/catch.hpp"

namespace certamen::wire {

template <class Message>
struct Breach {
  std::string field;
  std::function<void(Message&)> breach;
};

template <class Envelope, class Message>
void check_refused(const Message& sound, const std::vector<Breach<Message>>& breaches) {
  const auto decode = [](const Message& message) {
    const Frame frame = encode(Envelope{message});
    if constexpr (std::is_same_v<Envelope, ClientMessage>) {
      return decode_client(frame.body());
    } else {
      return decode_server(frame.body());
    }
  };
  REQUIRE(decode(sound));
  for (std::size_t i = 0; i < breaches.size(); ++i) {
    const auto& [field, breach] = breaches[i];
    CAPTURE(i, field);
    Message broken = sound;
    breach(broken);
    const auto decoded = decode(broken);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().what == "field " + field + " is missing or out of range");
  }
}

template <class Fact>
void check_room_fact_refused(const Fact& sound, const std::vector<Breach<Fact>>& breaches) {
  std::vector<Breach<RoomEvent>> wrapped;
  for (const auto& [field, breach] : breaches) {
    wrapped.push_back({field, [breach = breach](RoomEvent& event) { breach(std::get<Fact>(event.fact)); }});
  }
  check_refused<ServerMessage>(RoomEvent{1, sound}, wrapped);
}

template <class Fact>
void check_seat_fact_refused(const Fact& sound, const std::vector<Breach<Fact>>& breaches) {
  std::vector<Breach<SeatEvent>> wrapped;
  for (const auto& [field, breach] : breaches) {
    wrapped.push_back({field, [breach = breach](SeatEvent& event) { breach(std::get<Fact>(event.fact)); }});
  }
  check_refused<ServerMessage>(SeatEvent{1, sound}, wrapped);
}

inline std::string letters(std::size_t count) {
  return std::string(count, 'l');
}

template <class Enum>
Enum beyond(Enum last) {
  return static_cast<Enum>(static_cast<int>(last) + 1);
}

}  // namespace certamen::wire
