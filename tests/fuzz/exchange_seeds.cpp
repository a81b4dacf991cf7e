#include "content/exchange/exchange.hpp"
#include "tests/fuzz/seeds.hpp"
#include "tests/unit/content/exchange/bank_topics.hpp"

namespace certamen::fuzz {

std::map<std::string, std::string> moodle_xml_seeds() {
  const std::string file = content::export_moodle_xml({content::sample_topic()}, wire::Language::English).bytes;
  return {
      {"seed-every-kind", file},
      {"seed-broken-half-way", file.substr(0, file.size() / 2)},
      {"seed-html",
       "<quiz><question type=\"shortanswer\"><name><text>N</text></name><questiontext format=\"html\"><text><![CDATA[<p>A "
       "&lt; <b>B</b>?</p>]]></text></questiontext><answer fraction=\"100\"><text>a\\*</text></answer><answer "
       "fraction=\"50\"><text>*</text></answer></question></quiz>"}};
}

// The first byte chooses the language.
std::map<std::string, std::string> csv_seeds() {
  const std::string table = content::export_csv({content::sample_topic()}).bytes;
  return {
      {"seed-every-kind", "e" + table},
      {"seed-plain-sheet", "eQuestion,A,B,C,Answer\nWhich?,x,\"y, z\",'=w,B\nAnd \"\"?,1,2,3,\"1;3\"\n"},
      {"seed-in-spanish", "dpregunta;opción a;opción b;respuesta;tema\r\n¿Cuál?;sí;no;a;Ríos\r\nEs así;;;verdadero;\r\n"}};
}

}  // namespace certamen::fuzz
