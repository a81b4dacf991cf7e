// What each fuzzer does with its bytes. libFuzzer calls these with what it invents, the suite with what was kept.
//
// Each returns for any input; a broken promise of the code under test ends the program through wire::require.
#pragma once

#include <cstddef>
#include <span>

namespace certamen::fuzz {

// A stream of frames, cut in two ways: both must give the same bodies and lose the stream at the same place.
void fuzz_frame(std::span<const std::byte> bytes);

// A message body: what decodes must encode and decode to the same message.
void fuzz_codec(std::span<const std::byte> bytes);

// A datagram: what decodes must encode and decode to the same beacon.
void fuzz_beacon(std::span<const std::byte> bytes);

// Study notes: refused, or drafted into topics in which the compiler finds no error.
void fuzz_draft(std::span<const std::byte> bytes);

// Journal entries: a fault, or a room that a server can use.
void fuzz_journal(std::span<const std::byte> bytes);

// Events around one room, sensible or not, each at its instant: nothing changes unrecorded, and the journal gives the room.
void fuzz_room(std::span<const std::byte> bytes);

// A topic or table file: findings, or a topic that is written and read again unchanged.
void fuzz_topic(std::span<const std::byte> bytes);

// What sessions send, how time passes and how the disk behaves around two hubs (tests/fuzz/hub_driver.hpp).
void fuzz_hub(std::span<const std::byte> bytes);

// Question files of other programs: a fault, or topics that pass the rules and that go out and come in again unchanged.
void fuzz_moodle_xml(std::span<const std::byte> bytes);
void fuzz_csv(std::span<const std::byte> bytes);
void fuzz_gift(std::span<const std::byte> bytes);
// Aiken only comes in.
void fuzz_aiken(std::span<const std::byte> bytes);

}  // namespace certamen::fuzz
