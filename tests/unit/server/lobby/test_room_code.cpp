#include <array>
#include <map>
#include <set>
#include <string>

#include "server/exam/random.hpp"
#include "server/lobby/room_code.hpp"
#include "tests/support/catch.hpp"

namespace certamen::lobby {
namespace {

Entropy seeded(std::uint64_t seed) {
  return [random = exam::Random(seed)]() mutable { return random.next(); };
}

}  // namespace

TEST_CASE("a code is six letters of the alphabet without look-alikes") {
  const std::string forbidden = "01ILOUV";
  std::set<char> seen;
  const Entropy entropy = seeded(1);
  for (int i = 0; i < 5000; ++i) {
    const wire::RoomCode code = new_room_code(entropy, 0, 1);
    REQUIRE(code.size() == wire::room_code_letters);
    seen.insert(code.begin(), code.end());
  }
  CHECK(seen.size() == 29);
  for (const char letter : seen) {
    CAPTURE(letter);
    CHECK(((letter >= '2' && letter <= '9') || (letter >= 'A' && letter <= 'Z')));
    CHECK(forbidden.find(letter) == std::string::npos);
  }
}

TEST_CASE("a code leads to the shard that it was made for") {
  const Entropy entropy = seeded(2);
  for (std::size_t shard_count = 1; shard_count <= 9; ++shard_count) {
    for (std::size_t shard = 0; shard < shard_count; ++shard) {
      for (int i = 0; i < 50; ++i) REQUIRE(shard_of(new_room_code(entropy, shard, shard_count), shard_count) == shard);
    }
  }
}

TEST_CASE("any text belongs to some shard") {
  for (const char* text : {"", "a", "??????", "a much longer text than any code", "\xFF\xFE"}) {
    CHECK(shard_of(text, 4) < 4);
    CHECK(shard_of(text, 1) == 0);
  }
}

TEST_CASE("codes are not repeated, nor made of repeated parts") {
  const Entropy entropy = seeded(3);
  std::set<wire::RoomCode> codes;
  for (int i = 0; i < 2000; ++i) codes.insert(new_room_code(entropy, 0, 1));
  // 2000 of 29^6 = 595 million: a repetition has a chance of 0.3 %, and the seed is fixed.
  CHECK(codes.size() == 2000);
}

TEST_CASE("every letter of the alphabet is as likely at every place") {
  const Entropy entropy = seeded(4);
  constexpr int count = 29 * 400;
  std::array<std::map<char, int>, wire::room_code_letters> at{};
  for (int i = 0; i < count; ++i) {
    const wire::RoomCode code = new_room_code(entropy, 0, 1);
    for (std::size_t place = 0; place < code.size(); ++place) ++at.at(place)[code[place]];
  }
  for (const auto& letters : at) {
    REQUIRE(letters.size() == 29);
    for (const auto& [letter, times] : letters) {
      CAPTURE(letter, times);
      CHECK(times > 300);  // five standard deviations around 400
      CHECK(times < 500);
    }
  }
}

}  // namespace certamen::lobby
