#include "server/exam/fold.hpp"
#include "tests/support/catch.hpp"

namespace certamen::exam {

TEST_CASE("case, accents, width and invisible characters fold away") {
  CHECK(folded("CIFRADO Simétrico") == "cifrado simetrico");
  CHECK(folded("e\u0301") == folded("É"));
  CHECK(folded("ﬁle №5") == "file no5");
  CHECK(folded("ＫＭＳ") == "kms");
  CHECK(folded("Straße") == "strasse");
  CHECK(folded("K\u200DM\u00ADS\u202E") == "kms");
  CHECK(folded("Ñandú 🦉") == "nandu 🦉");
}

TEST_CASE("white space is one space inside and none at the ends") {
  CHECK(folded("  Key \t Management\u00A0\u2003Service\n") == "key management service");
  CHECK(folded("a\u0001b") == "a b");
  CHECK(folded(" \t ").empty());
  CHECK(folded("").empty());
}

TEST_CASE("folding twice changes nothing more, and what is not Latin stays readable") {
  for (const char* text : {"Señal  única", "한국어", "İstanbul", "Ωμέγα ς", "\uFDFA", "x\u0301\u0302"}) {
    CAPTURE(text);
    CHECK(folded(folded(text)) == folded(text));
  }
  CHECK(folded("한국어") == "한국어");
}

}  // namespace certamen::exam
