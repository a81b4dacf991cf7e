// What a person's program remembers from one start to the next.
//
// Plain values; client/app reads and writes them, the model changes them and asks for the saving.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "proto/wire/types.hpp"

namespace certamen::model {

inline constexpr std::size_t recent_servers_max = 5;
inline constexpr std::size_t seats_kept_max = 8;

// The proof of a seat that was taken and not given up. Whoever holds the tickets holds the seat and its rights.
struct SeatKept {
  std::string address;
  wire::RoomCode code;
  std::string name;
  wire::Ticket ticket;
  std::optional<wire::Ticket> host_ticket;
  bool operator==(const SeatKept&) const = default;
};

// A server's certificate as it was met first, or accepted since: from then on nobody else is believed at this address.
struct KnownServer {
  std::string address;      // HOST:PORT
  std::string fingerprint;  // SHA-256, as servers print it
  bool operator==(const KnownServer&) const = default;
};
inline constexpr std::size_t known_servers_max = 100;

// How the program looks and sounds to this person.
enum class Look : std::uint8_t { Dark, Light, HighContrast };
// How large everything is drawn, as a share of the usual size.
enum class TextSize : std::uint8_t { Usual, Large, Larger };
inline constexpr std::array<std::uint32_t, 3> text_size_percents{100, 110, 120};
inline constexpr std::uint32_t volume_max = 10;
struct Preferences {
  Look look = Look::Dark;
  bool still = false;  // reduced motion: every movement's end at once
  bool sounds = true;
  bool exam_sounds = false;  // an exam simulation is silent unless asked otherwise
  std::uint32_t volume = 6;  // of volume_max
  TextSize text_size = TextSize::Usual;
  bool operator==(const Preferences&) const = default;
};

// Where the window was when it was last closed; pixels.
struct WindowPlace {
  std::int32_t left = 0;
  std::int32_t top = 0;
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  bool full_screen = false;
  bool operator==(const WindowPlace&) const = default;
};

struct Profile {
  wire::Language language = wire::Language::English;
  std::string name;
  std::vector<std::string> recent_servers;  // HOST:PORT, latest first, at most recent_servers_max
  std::vector<SeatKept> seats;              // latest first, at most seats_kept_max
  std::vector<KnownServer> known_servers;   // latest met first, at most known_servers_max
  Preferences preferences{};
  std::optional<WindowPlace> window{};  // none before the first end of the program
  bool operator==(const Profile&) const = default;
};

}  // namespace certamen::model
