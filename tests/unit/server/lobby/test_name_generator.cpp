#include <map>
#include <set>
#include <string>

#include "proto/wire/limits.hpp"
#include "server/exam/random.hpp"
#include "server/lobby/name_generator.hpp"
#include "tests/support/catch.hpp"

namespace certamen::lobby {
namespace {

Entropy seeded(std::uint64_t seed) {
  return [random = exam::Random(seed)]() mutable { return random.next(); };
}

constexpr auto languages = {wire::Language::English, wire::Language::Spanish};

}  // namespace

TEST_CASE("every name that is generated may sit in a room, and no two of a language are twins") {
  for (const wire::Language language : languages) {
    std::set<std::string> keys;
    std::set<std::string> looks;
    for (std::size_t number = 0; number < generated_name_count(); ++number) {
      const std::string name = generated_name(language, number);
      CAPTURE(name);
      const auto admitted = admit_name(name);
      REQUIRE(admitted);
      REQUIRE(admitted->shown == name);
      keys.insert(admitted->key);
      looks.insert(admitted->look);
    }
    CHECK(keys.size() == generated_name_count());
    CHECK(looks.size() == generated_name_count());
  }
  CHECK(generated_name_count() >= wire::seats_per_room_max);
}

TEST_CASE("the Spanish adjective agrees with its animal") {
  std::set<std::string> names;
  for (std::size_t number = 0; number < generated_name_count(); ++number) {
    names.insert(generated_name(wire::Language::Spanish, number));
  }
  for (const std::string right : {"Nutria curiosa", "Oso curioso", "Águila sabia", "Lince sabio", "Llama rápida",
                                  "Panda rápido", "Tortuga valiente", "Tigre valiente", "Ballena cortés"}) {
    CAPTURE(right);
    CHECK(names.contains(right));
  }
  for (const std::string wrong : {"Nutria curioso", "Oso curiosa", "Águila sabio", "Panda rápida"}) {
    CAPTURE(wrong);
    CHECK_FALSE(names.contains(wrong));
  }
}

TEST_CASE("the same entropy gives the same names, other entropy others") {
  const auto free = [](const PlayerName&) { return true; };
  const auto first = generate_name(wire::Language::English, seeded(1), free);
  REQUIRE(first);
  CHECK(first->shown == generate_name(wire::Language::English, seeded(1), free)->shown);
  std::set<std::string> drawn;
  for (std::uint64_t seed = 0; seed < 50; ++seed)
    drawn.insert(generate_name(wire::Language::English, seeded(seed), free)->shown);
  CHECK(drawn.size() > 40);
}

TEST_CASE("a full room of generated names holds no name twice, and still has one for the next") {
  std::set<std::string> taken;
  const auto free = [&](const PlayerName& name) { return !taken.contains(name.key); };
  const Entropy entropy = seeded(7);
  for (std::size_t seat = 0; seat < generated_name_count() + 20; ++seat) {
    const auto name = generate_name(wire::Language::Spanish, entropy, free);
    REQUIRE(name);
    REQUIRE(taken.insert(name->key).second);
  }
}

}  // namespace certamen::lobby
