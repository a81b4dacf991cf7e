#include "content/exchange/csv_columns.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

struct ColumnName {
  std::string_view name;  // folded, words parted by a space
  Column column;
};

// The first name of a column is that of our export.
constexpr std::array column_names{
    ColumnName{"topic", Column::Topic},
    ColumnName{"tema", Column::Topic},
    ColumnName{"category", Column::Topic},
    ColumnName{"categoria", Column::Topic},
    ColumnName{"title", Column::Title},
    ColumnName{"titulo", Column::Title},
    ColumnName{"id", Column::Id},
    ColumnName{"code", Column::Id},
    ColumnName{"codigo", Column::Id},
    ColumnName{"kind", Column::Kind},
    ColumnName{"type", Column::Kind},
    ColumnName{"question type", Column::Kind},
    ColumnName{"tipo", Column::Kind},
    ColumnName{"tipo de pregunta", Column::Kind},
    ColumnName{"difficulty", Column::Difficulty},
    ColumnName{"level", Column::Difficulty},
    ColumnName{"dificultad", Column::Difficulty},
    ColumnName{"nivel", Column::Difficulty},
    ColumnName{"domain", Column::Domain},
    ColumnName{"dominio", Column::Domain},
    ColumnName{"seconds", Column::Seconds},
    ColumnName{"time", Column::Seconds},
    ColumnName{"time limit", Column::Seconds},
    ColumnName{"segundos", Column::Seconds},
    ColumnName{"tiempo", Column::Seconds},
    ColumnName{"draft", Column::Draft},
    ColumnName{"borrador", Column::Draft},
    ColumnName{"prompt", Column::Prompt},
    ColumnName{"question", Column::Prompt},
    ColumnName{"question text", Column::Prompt},
    ColumnName{"pregunta", Column::Prompt},
    ColumnName{"enunciado", Column::Prompt},
    ColumnName{"option", Column::Option},
    ColumnName{"choice", Column::Option},
    ColumnName{"answer", Column::Option},
    ColumnName{"opcion", Column::Option},
    ColumnName{"alternativa", Column::Option},
    ColumnName{"respuesta", Column::Option},
    ColumnName{"reason", Column::Reason},
    ColumnName{"feedback", Column::Reason},
    ColumnName{"razon", Column::Reason},
    ColumnName{"motivo", Column::Reason},
    ColumnName{"match", Column::Match},
    ColumnName{"pareja", Column::Match},
    ColumnName{"correct", Column::Correct},
    ColumnName{"answer", Column::Correct},
    ColumnName{"answers", Column::Correct},
    ColumnName{"correct answer", Column::Correct},
    ColumnName{"correct answers", Column::Correct},
    ColumnName{"correct option", Column::Correct},
    ColumnName{"right answer", Column::Correct},
    ColumnName{"key", Column::Correct},
    ColumnName{"solution", Column::Correct},
    ColumnName{"correcta", Column::Correct},
    ColumnName{"respuesta", Column::Correct},
    ColumnName{"respuesta correcta", Column::Correct},
    ColumnName{"respuestas correctas", Column::Correct},
    ColumnName{"opcion correcta", Column::Correct},
    ColumnName{"clave", Column::Correct},
    ColumnName{"solucion", Column::Correct},
    ColumnName{"tolerance", Column::Tolerance},
    ColumnName{"tolerancia", Column::Tolerance},
    ColumnName{"unit", Column::Unit},
    ColumnName{"unidad", Column::Unit},
    ColumnName{"explanation", Column::Explanation},
    ColumnName{"rationale", Column::Explanation},
    ColumnName{"feedback", Column::Explanation},
    ColumnName{"explicacion", Column::Explanation},
    ColumnName{"retroalimentacion", Column::Explanation},
    ColumnName{"comentario", Column::Explanation},
};

// More options than any kind of question has.
constexpr std::size_t number_max = 40;

bool is_numbered(Column column) {
  return column == Column::Option || column == Column::Reason || column == Column::Match;
}

// Folded words, with digits as words of their own: "Option1_en" is "option", "1", "en".
std::vector<std::string> words_of(std::string_view cell) {
  std::vector<std::string> words;
  for (const std::string& token : tokens(cell)) {
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    for (std::size_t i = 0; i < token.size(); ++i) {
      if (i == 0 || is_digit(token[i]) != is_digit(token[i - 1])) words.emplace_back();
      words.back().push_back(token[i]);
    }
  }
  return words;
}

std::optional<wire::Language> language_of(std::string_view word) {
  for (const std::string_view english : {"en", "english", "ingles"}) {
    if (word == english) return wire::Language::English;
  }
  for (const std::string_view spanish : {"es", "spanish", "espanol", "castellano"}) {
    if (word == spanish) return wire::Language::Spanish;
  }
  return std::nullopt;
}

// 1 of "1", "a" and "A"; 0 of anything else.
std::size_t number_of(std::string_view word, bool& lettered) {
  std::size_t number = 0;
  const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
  if (read.ec == std::errc() && read.ptr == word.data() + word.size()) return number;
  lettered = word.size() == 1 && word.front() >= 'a' && word.front() <= 'z';
  return lettered ? static_cast<std::size_t>(word.front() - 'a') + 1 : 0;
}

}  // namespace

std::optional<Heading> heading_of(std::string_view cell) {
  std::vector<std::string> words = words_of(cell);
  Heading heading;
  if (words.size() > 1) heading.language = language_of(words.back());
  if (heading.language) words.pop_back();
  if (words.empty()) return std::nullopt;
  heading.number = number_of(words.back(), heading.lettered);
  if (heading.number > number_max) return std::nullopt;
  if (heading.number > 0) words.pop_back();
  if (words.empty()) {
    heading.column = Column::Option;
    return heading;
  }
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : " ") + word;
  for (const ColumnName& each : column_names) {
    if (each.name != name || is_numbered(each.column) != (heading.number > 0)) continue;
    heading.column = each.column;
    return heading;
  }
  return std::nullopt;
}

std::string name_of(Column column) {
  const auto* const found = std::find_if(column_names.begin(), column_names.end(),
                                         [column](const ColumnName& each) { return each.column == column; });
  return std::string(found->name);
}

}  // namespace certamen::content
