#include "tests/fuzz/seeds.hpp"

#include "proto/wire/beacon.hpp"
#include "proto/wire/codec.hpp"
#include "tests/unit/proto/sample_beacon.hpp"
#include "tests/unit/proto/sample_messages.hpp"
#include "tests/unit/server/recorded_match.hpp"

namespace certamen::fuzz {
namespace {

template <class Message>
std::string body_of(const Message& message) {
  const auto body = wire::encode(message).body();
  return {reinterpret_cast<const char*>(body.data()), body.size()};
}

std::string framed(const std::string& body) {
  const wire::Frame frame = wire::Frame::from_body(body);
  return {reinterpret_cast<const char*>(frame.bytes().data()), frame.bytes().size()};
}

// Byte by byte, as tests/fuzz/hub_choices.cpp reads them.
std::string choices(const std::vector<int>& bytes) {
  std::string text;
  for (const int byte : bytes) text.push_back(static_cast<char>(byte));
  return text;
}

constexpr int connect_first = 32;   // on shard 0, greeting in English
constexpr int connect_second = 33;  // on shard 1, greeting in Spanish
constexpr int first_acts = 60;      // with one session or two, an even choice is the first's
constexpr int second_acts = 61;
constexpr int sends = 100;
constexpr int wait_3_seconds = 15;
constexpr int wait_20_seconds = 17;
constexpr int wait_300_milliseconds = 13;

// The first session opens an automatic room of two questions, the second joins, and the match is started.
std::vector<int> started_match() {
  return {connect_first,
          connect_second,
          first_acts,
          sends,
          4,
          0,
          1,
          0,
          1,
          3,
          1,
          0,  // open: competition, automatic, speed, 2 questions, 4 players, late joins
          second_acts,
          sends,
          5,
          0,
          1,
          1,  // join the room as Leo
          first_acts,
          sends,
          13,
          0,
          0};  // start
}

}  // namespace

std::map<std::string, std::string> frame_seeds() {
  const std::string limit_and_sizes("\xFF\x03\x00\x02\x07", 5);
  const std::string stream = framed("") + framed("x") + framed(std::string(200, 'y'));
  return {{"seed-three-frames", limit_and_sizes + stream},
          {"seed-at-the-limit", std::string("\x03\x01\x00", 3) + framed("four") + framed("four")},
          {"seed-over-the-limit", std::string("\x03\x00", 2) + framed("four") + framed("fives") + framed("a")},
          {"seed-two-gibibytes", limit_and_sizes + framed("x") + std::string("\x80\x00\x00\x00....", 8)},
          {"seed-cut-short", limit_and_sizes + stream.substr(0, stream.size() - 1)}};
}

std::map<std::string, std::string> codec_seeds() {
  std::map<std::string, std::string> seeds;
  for (const auto& sample : proto_test::client_samples()) seeds["seed-" + sample.name] = "c" + body_of(sample.message);
  for (const auto& sample : proto_test::server_samples()) seeds["seed-" + sample.name] = "s" + body_of(sample.message);
  return seeds;
}

std::map<std::string, std::string> beacon_seeds() {
  const auto datagram = [](const wire::Beacon& beacon) {
    const std::vector<std::byte> bytes = wire::encode(beacon);
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  };
  wire::Beacon beacon = proto_test::sample_beacon();
  beacon.rooms.clear();
  const std::string empty = datagram(beacon);
  for (int i = 0; i < 40; ++i) beacon.rooms.push_back({"K7W2RX", "Profesora Núñez", 12});
  return {{"seed-without-rooms", empty},
          {"seed-full", datagram(beacon)},
          {"seed-later-version", empty.substr(0, 4) + "\x02" + empty.substr(5)},
          {"seed-cut-short", empty.substr(0, empty.size() - 1)},
          {"seed-other-magic", "CRTX" + empty.substr(4)}};
}

std::map<std::string, std::string> draft_seeds() {
  const std::string rivers =
      "River parts\n - Bed: channel that carries the water down\n - Delta = sediment laid down beside the sea\n"
      " - Meander - wide curve across a flat plain\n - Mouth: place that lets the tide in\n---------\n"
      "# Fish\n* Trout\n* Carp\n* Barbel\n\nBirds:\n1. Heron\n2. Kingfisher\n3. Dipper\n"
      "The Ebro runs for 930 km. EC (Entity Centre)\n";
  return {{"seed-rivers", rivers},
          {"seed-windows-1252", "R\xEDos\r\n\t- Ca\xF1o: brazo estrecho de agua lenta\r\n"},
          {"seed-utf-16", std::string("\xFF\xFE# \0R\0:\0\n\0", 10)},
          {"seed-binary", std::string("\x01\x02\0\x03", 4)}};
}

std::map<std::string, std::string> journal_seeds() {
  std::string match;
  std::map<std::string, std::string> seeds;
  for (const journal::Entry& entry : server_test::recorded_match().entries) {
    const std::string bytes = journal::encode(entry);
    match += static_cast<char>(bytes.size() >> 8U);
    match += static_cast<char>(bytes.size() & 0xFFU);
    match += bytes;
    if (std::holds_alternative<room::Opened>(entry.event)) seeds["seed-opening"] = match;
    if (std::holds_alternative<room::StorageFailed>(entry.event)) seeds["seed-half-a-match"] = match;
  }
  seeds["seed-match"] = match;
  return seeds;
}

// Byte by byte, as tests/fuzz/fuzz_room.cpp reads them.
std::map<std::string, std::string> room_seeds() {
  // Automatic, speed, two questions, four players; Ana and Leo join, the host starts, the paper is drawn.
  const std::vector<int> begun = {0, 1, 0, 1, 3, 3, 0, 12, 0, 1, 0, 1, 0, 12, 1, 1, 1, 2, 0, 15, 1, 0, 1, 0, 10};
  std::vector<int> played = begun;
  for (int turn = 0; turn < 40; ++turn) played.insert(played.end(), {3, 20, 2 + turn % 2, 1 + turn / 20, 2, 1, 0, turn});
  std::vector<int> troubled = begun;
  for (int turn = 0; turn < 24; ++turn) troubled.insert(troubled.end(), {4, turn, 1, 2, 3, turn % 5, 0, 1});
  // Every order by turns, with the host's rights and others, between answers.
  std::vector<int> ordered = begun;
  for (int turn = 0; turn < 60; ++turn) {
    ordered.insert(ordered.end(), {3, 22, 2 + turn % 2, 1 + turn / 30, 2, 1, 0, turn});
    ordered.insert(ordered.end(), {1, 24, 1, turn % 10, turn % 4, turn, turn % 8, turn % 5});
  }
  std::vector<int> deserted = {1, 0, 0, 4, 3, 63, 0, 12, 0, 1, 0, 1, 0, 1, 2, 0, 1, 1, 6, 1, 2, 7, 18, 7, 18};
  return {{"seed-played", choices(played)},
          {"seed-troubled", choices(troubled)},
          {"seed-ordered", choices(ordered)},
          {"seed-deserted", choices(deserted)}};
}

std::map<std::string, std::string> hub_seeds() {
  const std::vector<int> answers = {wait_3_seconds,  wait_300_milliseconds, second_acts,    sends, 9, 2, 0,
                                    wait_20_seconds, wait_20_seconds,       wait_20_seconds};
  std::vector<int> played = started_match();
  played.insert(played.end(), answers.begin(), answers.end());
  std::vector<int> crashed = started_match();
  crashed.insert(crashed.end(), {wait_3_seconds, 1, connect_second, 60, sends, 7, 1, wait_20_seconds, wait_20_seconds});
  std::vector<int> troubled = started_match();
  troubled.insert(troubled.end(),
                  {wait_3_seconds, 2, 4, second_acts, sends, 9, 2, 0, wait_3_seconds, 5, 3, wait_20_seconds});
  std::vector<int> ordered = started_match();
  for (int turn = 0; turn < 20; ++turn) {
    ordered.insert(ordered.end(), {wait_300_milliseconds + turn % 3, first_acts, sends, 19, turn % 10, 2, turn % 2, 0});
  }
  std::vector<int> held = started_match();
  held.insert(held.begin() + 2, 2);
  held.insert(held.end(), {6, 6, 6, first_acts, 0, 6, 6, 3});
  return {{"seed-played", choices(played)},
          {"seed-crashed", choices(crashed)},
          {"seed-troubled", choices(troubled)},
          {"seed-ordered", choices(ordered)},
          {"seed-held", choices(held)},
          {"seed-garbage", choices({connect_first, 60, 1, 4, 0x80, 0, 0, 0, connect_second, 60, 2, 3, 0x0A, 0x7F, 0})}};
}

}  // namespace certamen::fuzz
