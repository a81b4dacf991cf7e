// Looking for words does not ask for capitals or accents, and says when it cannot know what the server makes of a text.
#include "client/ui/fold.hpp"

#include "tests/support/catch.hpp"

using namespace certamen::ui;

TEST_CASE("case, accents and spaces fold away, and folding twice changes nothing more") {
  CHECK(folded("  Almacenamiento   de OBJETOS\t") == "almacenamiento de objetos");
  CHECK(folded("Región, AÑO, Pingüino, ÉXITO") == "region, ano, pinguino, exito");
  CHECK(folded("e\u0301 A\u030A") == "e a");
  CHECK(folded("Straße Œuvre Łódź") == "strasse oeuvre lodz");
  CHECK(folded("日本 S3") == "日本 s3");
  CHECK(folded("") == "");
  for (const char* text : {"Región  Ñu", "Straße", "日本", "\xFF\xC3"}) CHECK(folded(folded(text)) == folded(text));
}

TEST_CASE("a text with letters that the server may fold otherwise is not guessed at") {
  CHECK(folded_as_server("S3 Glaciar  Única") == "s3 glaciar unica");
  CHECK_FALSE(folded_as_server("Straße"));
  CHECK_FALSE(folded_as_server("Łódź"));
  CHECK_FALSE(folded_as_server("Ørsted"));
  CHECK_FALSE(folded_as_server("日本"));
}

TEST_CASE("every word that is sought must be there, in any order, as a part") {
  CHECK(finds("Almacenamiento de objetos en Amazon S3", "s3 OBJÉT"));
  CHECK(finds("anything", ""));
  CHECK(finds("anything", "   "));
  CHECK_FALSE(finds("Almacenamiento de objetos", "objetos bloques"));
  CHECK_FALSE(finds("", "a"));
}
