// The people of a simulation: hosts, guests who play or watch, and people who practise alone.
#pragma once

#include <cstdint>
#include <string>

#include "tests/sim/person.hpp"

namespace certamen::sim {

// Opens a room, paces it, pauses it, sometimes ends it early, vanishes, or never comes back.
class Host final : public Person {
 public:
  Host(Company& company, std::uint32_t room_number, std::uint32_t guests_expected, Dice dice);

 private:
  void think() override;
  void open_room();
  void conduct();
  void gather();
  // Appoints a co-host, if it wants one and the room has none. True when it tried.
  bool appoint_deputy();
  void close_match();
  [[nodiscard]] wire::RoomSettings draw_settings();

  std::uint32_t room_number_;
  std::uint32_t guests_expected_;
  std::uint32_t openings_left_ = 3;
  std::optional<Instant> entering_since_;
  std::optional<Instant> room_since_;
  Duration start_patience_;
  Duration linger_;
  std::optional<Instant> podium_since_;
  bool wants_deputy_;
  bool faithless_;  // leaves for good in the middle; more often where somebody can take over
};

// Enters the rooms on the wall, one after the other; plays or watches; leaves when it is over or takes too long.
class Guest final : public Person {
 public:
  Guest(Company& company, std::string name, std::uint32_t room_number, bool watches, Dice dice);

 private:
  void think() override;
  void seek();
  void sit();
  void linger();
  void leave();

  std::uint32_t room_number_;
  bool watches_;
  std::uint32_t visits_left_;
  std::uint32_t attempts_left_ = 12;
  std::optional<Instant> entering_since_;
  std::optional<Instant> podium_since_;
  Instant gives_up_at_{};
  Duration patience_;
  Duration linger_;
};

class Soloist final : public Person {
 public:
  Soloist(Company& company, std::uint32_t number, Dice dice);

 private:
  void think() override;
  void begin();

  std::uint32_t matches_left_;
  std::uint32_t attempts_left_ = 6;
  std::optional<Instant> entering_since_;
  std::optional<Instant> podium_since_;
};

}  // namespace certamen::sim
