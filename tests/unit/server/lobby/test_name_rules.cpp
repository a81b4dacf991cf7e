#include <set>
#include <string>
#include <vector>

#include "proto/wire/limits.hpp"
#include "server/lobby/name.hpp"
#include "tests/support/catch.hpp"

namespace certamen::lobby {
namespace {

PlayerName admitted(const std::string& typed) {
  CAPTURE(typed);
  auto name = admit_name(typed);
  REQUIRE(name);
  return *name;
}

// As a room decides it.
bool is_twin(const std::string& one, const std::string& other) {
  const PlayerName left = admitted(one);
  const PlayerName right = admitted(other);
  return left.key == right.key || left.look == right.look;
}

// Free are all but these and their twins.
IsFree all_but(const std::vector<std::string>& taken) {
  return [taken](const PlayerName& name) {
    for (const std::string& one : taken) {
      if (is_twin(one, name.shown)) return false;
    }
    return true;
  };
}

}  // namespace

TEST_CASE("honest names of many scripts are admitted as they are written") {
  for (const std::string name : {"Łukasz Żółć",
                                 "Nguyễn Thị Ánh",
                                 "Ólafur Þór",
                                 "Ștefan",
                                 "Şükrü İnönü",
                                 "Αλέξανδρος",
                                 "Сергій Їжак",
                                 "გიორგი",
                                 "Արամ",
                                 "שָׁלוֹם",
                                 "مُحَمَّد",
                                 "علی‌رضا",
                                 "अर्जुन",
                                 "श्रीमती",
                                 "క్ష్మా",
                                 "தமிழ்ச்செல்வி",
                                 "සාන්ද්‍රා",
                                 "สมชาย",
                                 "ສົມສັກ",
                                 "ကျော်ဇော",
                                 "សុខា",
                                 "བསྟན་འཛིན",
                                 "太郎 Smith",
                                 "はなこ",
                                 "김철수",
                                 "王小明 DJ",
                                 "Ana-María d'Or",
                                 "Björk & Co.",
                                 "ᏣᎳᎩ",
                                 "ተስፋዬ",
                                 "Иван Smith",
                                 "π-rate",
                                 "D'Angelo 3.0",
                                 "Zoë ♥"}) {
    CAPTURE(name);
    const auto admitted_name = admit_name(name);
    CHECK(admitted_name);
  }
}

TEST_CASE("a joiner that a script writes is shown and makes no twin") {
  CHECK(admitted("علی‌رضا").shown == "علی‌رضا");
  CHECK(is_twin("علی‌رضا", "علیرضا"));
  CHECK(is_twin("ක්‍ෂ", "ක්ෂ"));
  CHECK_FALSE(admit_name("علی\u200C"));           // with nothing behind it to be kept apart
  CHECK_FALSE(admit_name("علی\u200C\u200Cرضا"));  // twice
  CHECK_FALSE(admit_name("\u200Cعلی"));
}

TEST_CASE("accents on accents are refused where no script writes so many") {
  std::string heap = "A";
  for (int i = 0; i < 5; ++i) heap += "\u0337";
  CHECK_FALSE(admit_name(heap + "na"));
  CHECK_FALSE(admit_name("\u0301Ana"));  // on nothing
  CHECK(admit_name("x\u0337\u0338y"));
}

TEST_CASE("a capital that looks like another letter makes a twin, too") {
  CHECK(is_twin("Iris", "lris"));
  CHECK(is_twin("IDA", "lDA"));
  CHECK(is_twin("Lia", "LIA"));
  CHECK_FALSE(is_twin("Lia", "Ila"));
  CHECK_FALSE(is_twin("Ali", "All"));
}

TEST_CASE("acceptance 17: a name is refused or folded, never an invisible twin") {
  // Whatever is put into "Ana": nobody gets in who would be taken for her.
  const std::vector<std::string> hidden = {"\u00AD", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u202A", "\u202B",
                                           "\u202C", "\u202D", "\u202E", "\u2060", "\u2061", "\u2066", "\u2067", "\u2069",
                                           "\u061C", "\u034F", "\u180E", "\uFEFF", "\u3164", "\uFE0F", "\u115F", "\u17B4"};
  for (const std::string& letter : hidden) {
    for (const std::string& typed : {letter + "Ana", "A" + letter + "na", "An" + letter + "a", "Ana" + letter}) {
      CAPTURE(typed);
      const auto name = admit_name(typed);
      const bool harmless = !name || is_twin("Ana", name->shown);
      CHECK(harmless);
    }
  }
  for (const std::string twin : {"ana", "ANA", " Ana ", "\u0410na", "An\u0430", "Аnа", "Ａｎａ", "𝐀𝐧𝐚", "A\u00ADna"}) {
    CAPTURE(twin);
    const auto name = admit_name(twin);
    const bool harmless = !name || is_twin("Ana", name->shown);
    CHECK(harmless);
  }
  CHECK(is_twin("👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦\u200D"));
  CHECK(is_twin("👨‍👩‍👧‍👦", "👨👩👧👦"));
  CHECK_FALSE(is_twin("👨‍👩‍👧‍👦", "👨‍👩‍👧"));
  CHECK_FALSE(admit_name(""));
  CHECK_FALSE(admit_name(" \t\u3000"));
  CHECK_FALSE(admit_name(std::string(1 << 20, 'A')));
}

TEST_CASE("a taken name is answered by one like it") {
  const auto suggested = [](const std::string& typed, const std::vector<std::string>& taken) {
    const auto name = suggest_name(admitted(typed), all_but(taken));
    REQUIRE(name);
    return name->shown;
  };
  CHECK(suggested("Ana", {"Ana"}) == "Ana 2");
  CHECK(suggested("ana", {"Ana"}) == "ana 2");
  CHECK(suggested("Ana", {"Ana", "Ana 2", "ANA 3"}) == "Ana 4");
  CHECK(suggested("Ana 2", {"Ana", "Ana 2"}) == "Ana 3");
  CHECK(suggested("7", {"7"}) == "7 2");
  CHECK(suggested("👨‍👩‍👧‍👦", {"👨‍👩‍👧‍👦"}) == "👨‍👩‍👧‍👦 2");
}

TEST_CASE("a suggestion fits where the name filled everything") {
  const std::string longest(wire::name_graphemes_max, 'a');
  const auto shorter = suggest_name(admitted(longest), all_but({longest}));
  REQUIRE(shorter);
  CHECK(shorter->shown == std::string(wire::name_graphemes_max - 2, 'a') + " 2");
  std::string wide;
  for (int i = 0; i < 16; ++i) wide += "👍🏽";
  REQUIRE(wide.size() == wire::name_bytes_max);
  const auto fewer_bytes = suggest_name(admitted(wide), all_but({wide}));
  REQUIRE(fewer_bytes);
  CHECK(fewer_bytes->shown.size() <= wire::name_bytes_max);
}

TEST_CASE("where no name is free none is suggested") {
  CHECK_FALSE(suggest_name(admitted("Ana"), [](const PlayerName&) { return false; }));
}

}  // namespace certamen::lobby
