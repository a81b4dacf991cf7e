#include "content/exchange/exchange.hpp"
#include "tests/fuzz/seeds.hpp"
#include "tests/unit/content/exchange/bank_topics.hpp"
#include "tests/unit/content/sample_table.hpp"

namespace certamen::fuzz {

std::map<std::string, std::string> topic_seeds() {
  const std::string& topic = content::sample();
  const std::string& table = content::sample_table();
  return {{"seed-every-kind", topic},
          {"seed-cut-short", topic.substr(0, topic.size() / 2)},
          {"seed-table", table},
          {"seed-table-cut-short", table.substr(0, table.size() / 2)},
          {"seed-anchors", "topic: &a [*a]\nquestions: {<<: *a, ? [x] : y}\n---\n!!binary |\n  AAAA\n"}};
}

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

std::map<std::string, std::string> gift_seeds() {
  return {
      {"seed-choices", "Which?{=a#yes ~%50%b#half ~c####So.}\n\nBoth?{~%50%a ~%50%b ~%-50%c}\n"},
      {"seed-missing-word", "// a comment\n::Title::Grant is {=entombed ~buried} in a tomb.\n"},
      {"seed-numbers", "Pi?{#3.141..3.142}\n\nWhen?{#=1822:0#yes =%50%1822:2#close ~#no}\n"},
      {"seed-pairs", "Match.{=a -> 1 =b -> 2 = -> 3}\n\nSpell it.{=one =%0%won#No. =*}\n"},
      {"seed-markup",
       "$CATEGORY: $course$/top/A//B\n\n[html]<p>10<sup>3</sup> \\= &eacute;<img src\\=\"a\"></p>{T#[markdown]**no**}\n"},
      {"seed-malformed", "One {\n\nTwo }\n\n{T}{F}\n\n{}\n\ntext\n"}};
}

std::map<std::string, std::string> aiken_seeds() {
  return {{"seed-two", "Which?\nA) one\nB. two\nANSWER: B\n\nWhich of\nthese?\na) x\nb) All of the above\nanswer: b\n"},
          {"seed-malformed", "No?\nANSWER: A\nA) x\n\nOpen?\nA) x\nB) y\n\nTwice?\nA) x\nA) y\nANSWER: A\n"}};
}

}  // namespace certamen::fuzz
