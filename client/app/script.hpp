// What a scripted person is to do, and with which hands.
//
// A plain value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "proto/wire/types.hpp"

namespace certamen::client_app {

// Keys: the keyboard alone, walking to what has no key of its own. Mouse: the pointer alone, but for what is typed.
enum class Hands : std::uint8_t { Either, Keys, Mouse };

enum class Way : std::uint8_t { Ask, Join, Host, Solo };  // Ask: the start screen

struct Script {
  std::uint64_t seed = 0;
  std::size_t players_awaited = 1;  // by a host, before it starts
  Hands hands = Hands::Either;
  bool hasty = false;           // looks at nothing longer than it must: for tests
  bool tries_settings = false;  // every one, before it goes on its way; with from_start
  bool tries_orders = false;    // every one of a host's console; errands.hpp says in what room
  bool tries_teams = false;     // a move to another team and handing the room over, by a host, who leaves then

  // On its own feet: it begins where a person does, at the first screen, and fills the forms. Otherwise it finds itself on
  // the way into the room.
  bool from_start = false;
  Way way = Way::Host;
  std::string name = "Pilot";                 // with from_start, as the rest
  std::string code{};                         // to join
  wire::Mode mode = wire::Mode::Competition;  // to host
  std::uint32_t questions = 0;                // to host or practise, one of the form's numbers; 0: as the form has it
};

}  // namespace certamen::client_app
