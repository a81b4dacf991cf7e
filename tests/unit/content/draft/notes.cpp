#include "tests/unit/content/draft/notes.hpp"

#include "content/yaml/write_topic.hpp"
#include "tests/support/catch.hpp"

namespace certamen::content {

const std::string& river_notes() {
  static const std::string text =
      "Apuntes de ríos\n"
      "\n"
      "Partes del río\n"
      " - Cauce: canal por donde baja el agua de la montaña\n"
      " - Meandro - curva pronunciada que traza la corriente en la llanura\n"
      " - Estuario = desembocadura ancha donde entra la marea salada\n"
      " - Delta - depósito triangular de sedimentos junto al mar\n"
      " - Afluente: corriente secundaria que vierte en otra mayor\n"
      " - El Ebro recorre 930 km hasta el Mediterráneo\n"
      "----------------\n"
      "Peces de agua dulce\n"
      " - Trucha\n"
      " - Barbo\n"
      " - Carpa\n"
      "Aves de ribera\n"
      " - Garza\n"
      " - Martín pescador\n"
      " - Mirlo acuático\n"
      "Plantas de orilla\n"
      " - Chopo\n"
      " - Sauce\n"
      " - Aliso\n"
      "\n"
      "Caudal\n"
      " - El caudal medio en Tortosa es de 426 metros cúbicos por segundo.\n"
      " - Una crecida puede durar de 3 a 5 días en otoño.\n"
      " - CHE - organismo público que gestiona la cuenca desde Zaragoza\n";
  return text;
}

Draft drafted(const std::string& notes) {
  auto draft = draft_notes(notes, DraftWish{});
  INFO((draft ? "" : draft.error().what));
  REQUIRE(draft);
  return std::move(*draft);
}

Compiled compiled(const Draft& draft) {
  std::vector<SourceFile> files;
  for (const Topic& topic : draft.topics) files.push_back(SourceFile{topic.path, write_topic(topic)});
  return compile(std::move(files), Drafts::Included);
}

std::vector<Question> questions_of(const Draft& draft) {
  std::vector<Question> all;
  for (const Topic& topic : draft.topics) all.insert(all.end(), topic.questions.begin(), topic.questions.end());
  return all;
}

std::string reason_for(const Draft& draft, const std::string& text) {
  for (const UnusedLine& line : draft.report.unused) {
    if (line.text == text) return line.reason;
  }
  FAIL("no unused line " << text);
  return {};
}

}  // namespace certamen::content
