#include <string>
#include <vector>

#include "proto/wire/limits.hpp"
#include "server/lobby/name.hpp"
#include "tests/support/catch.hpp"

// Acceptance 17 of the game's list: refused or folded, never an invisible twin.
namespace certamen::lobby {
namespace {

std::string repeat(const std::string& text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

std::string key_of(const std::string& typed) {
  CAPTURE(typed);
  const auto name = admit_name(typed);
  REQUIRE(name);
  return name->key;
}

void check_refused(const std::vector<std::pair<std::string, std::string>>& rows) {
  for (const auto& [what, typed] : rows) {
    CAPTURE(what);
    CHECK_FALSE(admit_name(typed));
  }
}

void check_shown(const std::vector<std::pair<std::string, std::string>>& rows) {
  for (const auto& [typed, shown] : rows) {
    CAPTURE(typed, shown);
    const auto name = admit_name(typed);
    REQUIRE(name);
    CHECK(name->shown == shown);
    CHECK_FALSE(name->key.empty());
  }
}

}  // namespace

TEST_CASE("names of people are shown as typed") {
  check_shown({{"Ana", "Ana"},
               {"José Ñandú", "José Ñandú"},
               {"O'Brien-Smith", "O'Brien-Smith"},
               {"李小龍", "李小龍"},
               {"محمد", "محمد"},
               {"Ольга", "Ольга"},
               {"x", "x"},
               {"7", "7"},
               {"user@example.org", "user@example.org"}});
}

TEST_CASE("spaces are tidied") {
  check_shown({{"  Ana  ", "Ana"},
               {"Ana   Mar", "Ana Mar"},
               {"\tAna\nMar\r\n", "Ana Mar"},
               {"Ana\u00A0Mar", "Ana Mar"},
               {"Ana\u3000Mar", "Ana Mar"},
               {"\u2003Ana\u2003", "Ana"}});
}

TEST_CASE("letters and accents typed apart are shown composed") {
  check_shown({{"Jose\u0301", "Jos\u00E9"}});
  CHECK(key_of("Jose\u0301") == key_of("Jos\u00E9"));
}

TEST_CASE("names of nothing are refused") {
  check_refused({{"empty", ""},
                 {"one space", " "},
                 {"many spaces", "      "},
                 {"spaces of other scripts", "\u00A0\u2003\u3000"},
                 {"tab and newline", "\t\n"}});
}

TEST_CASE("invisible letters are refused wherever they hide") {
  const std::vector<std::pair<std::string, std::string>> letters = {
      {"soft hyphen", "\u00AD"},
      {"zero-width space", "\u200B"},
      {"zero-width non-joiner", "\u200C"},
      {"zero-width joiner", "\u200D"},
      {"word joiner", "\u2060"},
      {"byte order mark", "\uFEFF"},
      {"combining grapheme joiner", "\u034F"},
      {"Hangul filler", "\u3164"},
      {"half-width Hangul filler", "\uFFA0"},
      {"Mongolian vowel separator", "\u180E"},
      {"blank Braille pattern", "\u2800"},
      {"text presentation selector", "\uFE0E"},
      {"emoji presentation selector", "\uFE0F"},
      {"variation selector 17", "\U000E0100"},
      {"tag letter", "\U000E0041"},
  };
  for (const auto& [what, letter] : letters) {
    check_refused(
        {{what + " alone", letter}, {what + " inside", "An" + letter + "a"}, {what + " at the end", "Ana" + letter}});
  }
}

TEST_CASE("control, private, unassigned and steering characters are refused") {
  check_refused({{"NUL", std::string("An\0a", 4)},
                 {"escape", "An\x1B[31ma"},
                 {"delete", "Ana\x7F"},
                 {"C1 control", "Ana\u0085\u0090"},
                 {"left-to-right mark", "Ana\u200E"},
                 {"right-to-left mark", "Ana\u200F"},
                 {"Arabic letter mark", "Ana\u061C"},
                 {"right-to-left override", "\u202EanA"},
                 {"right-to-left embedding", "\u202BAna"},
                 {"pop directional formatting", "Ana\u202C"},
                 {"left-to-right isolate", "\u2066Ana\u2069"},
                 {"private use", "Ana\uE000"},
                 {"noncharacter", "Ana\uFFFF"},
                 {"unassigned", "Ana\U000E1000"},
                 {"line separator inside a word is a space, interlinear annotation is not", "Ana\uFFF9"}});
}

TEST_CASE("emoji are names, with the joiners that hold them together") {
  check_shown({{"🦉", "🦉"},
               {"Ana 🦉", "Ana 🦉"},
               {"👩‍🚀", "👩‍🚀"},
               {"👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"},
               {"👍🏽", "👍🏽"},
               {"❤️", "❤️"},
               {"🏳️‍🌈", "🏳️‍🌈"},
               {"🇪🇸", "🇪🇸"},
               {"1️⃣", "1️⃣"}});
}

TEST_CASE("joiners in emoji make no twins") {
  CHECK(key_of("🦉") == key_of("🦉\u200D"));
  CHECK(key_of("❤") == key_of("❤️"));
  CHECK(key_of("Ana1") == key_of("Ana1\uFE0F"));
}

TEST_CASE("names that look alike share a key") {
  const std::vector<std::pair<std::string, std::string>> twins = {
      {"ana", "\u0430n\u0430"},       // Cyrillic a
      {"Ana", "ANA"},                 // case
      {"Ana", "\u0410n\u0430"},       // both
      {"paypal", "\u0440aypal"},      // Cyrillic er
      {"omar", "\u03BFmar"},          // Greek omicron
      {"Bob", "B0b"},                 // a digit
      {"ana", "\uFF41\uFF4E\uFF41"},  // full-width letters
      {"ana", "𝐚𝐧𝐚"},                 // mathematical letters
      {"Straße", "STRASSE"},          // full case folding
      {"Ana Mar", "  ana   mar "},    // spaces
      {"\u212Bsa", "\u00C5sa"},       // Angstrom sign
  };
  for (const auto& [one, other] : twins) {
    CAPTURE(one, other);
    CHECK(key_of(one) == key_of(other));
  }
}

TEST_CASE("names that look different have different keys") {
  const std::vector<std::string> names = {"Ana", "Anna", "Aña",  "Ana 2", "Ana 3",  "An a",
                                          "Leo", "🦉", "🦊", "محمد",  "李小龍", "x"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      CAPTURE(names[i], names[k]);
      CHECK(key_of(names[i]) != key_of(names[k]));
    }
  }
}

TEST_CASE("a name holds up to its number of letters as people count them") {
  CHECK(wire::name_graphemes_max == 24);
  check_shown(
      {{repeat("a", 24), repeat("a", 24)}, {repeat("ñ", 24), repeat("ñ", 24)}, {repeat("🦉", 24), repeat("🦉", 24)}});
  CHECK(admit_name(repeat("n\u0303", 24)));
  CHECK(admit_name("   " + repeat("a", 24) + "   "));
  CHECK(admit_name(repeat("👍🏽", 16)));  // 16 letters of 8 bytes: exactly the limit in bytes
  check_refused({{"25 letters", repeat("a", 25)},
                 {"25 composed letters", repeat("ñ", 25)},
                 {"25 letters typed apart", repeat("n\u0303", 25)},
                 {"25 emoji", repeat("🦉", 25)},
                 {"too many bytes for few letters", repeat("👨‍👩‍👧‍👦", 6)}});
}

TEST_CASE("a megabyte is refused at once") {
  check_refused({{"a megabyte of letters", std::string(1 << 20, 'a')},
                 {"a megabyte of spaces around a name", std::string(1 << 19, ' ') + "Ana" + std::string(1 << 19, ' ')},
                 {"one byte over the limit", std::string(wire::name_bytes_max - 2, ' ') + "Ana"}});
}

TEST_CASE("what is shown fits the wire even when composing makes it longer") {
  // U+FB2C composes (by exclusion) to three code points: 3 bytes become 6.
  const std::string typed = repeat("\uFB2C", 24);
  const auto name = admit_name(typed);
  if (name) CHECK(name->shown.size() <= wire::name_bytes_max);
  CHECK(typed.size() <= wire::name_bytes_max);
  CHECK_FALSE(name);
}

TEST_CASE("bytes that are not UTF-8 are refused") {
  check_refused({{"a lone continuation", "Ana\x80"},
                 {"a cut letter", "Ana\xC3"},
                 {"an overlong letter", "Ana\xC1\xA1"},
                 {"a surrogate", "Ana\xED\xA0\x80"},
                 {"beyond Unicode", "Ana\xF5\x80\x80\x80"},
                 {"Latin-1", "Jos\xE9"}});
}

}  // namespace certamen::lobby
