#include "content/model/points_at_others.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

constexpr std::array<std::string_view, 20> phrases{
    "all of the above",        "none of the above",         "both of the above",
    "all the above",           "any of the above",          "neither of the above",
    "all of the options",      "none of the options",       "todas las anteriores",
    "todos los anteriores",    "ninguna de las anteriores", "ninguno de los anteriores",
    "todo lo anterior",        "nada de lo anterior",       "cualquiera de las anteriores",
    "todas son correctas",     "ninguna es correcta",       "todas las opciones",
    "ninguna de las opciones", "ambas son correctas",
};
// Beside other words these may speak of anything.
constexpr std::array<std::string_view, 8> whole{"all of them", "none of them",     "all of these", "none of these",
                                                "todas ellas", "ninguna de ellas", "todos ellos",  "ninguno de ellos"};

// "Both A and B", "A y C son correctas": an option made of letters of other options and words that join them.
bool names_letters(const std::vector<std::string>& words) {
  static const std::vector<std::string_view> letters{"a", "b", "c", "d", "e", "f"};
  static const std::vector<std::string_view> joints{
      "both",    "and",  "or",         "only", "are",   "is",      "correct",  "right",     "options",  "option",
      "answers", "y",    "o",          "solo", "son",   "es",      "correcta", "correctas", "opciones", "opcion",
      "tanto",   "como", "respuestas", "las",  "ambas", "neither", "nor",      "ni"};
  std::size_t named = 0;
  for (const std::string& word : words) {
    const bool letter = std::find(letters.begin(), letters.end(), word) != letters.end();
    if (letter) ++named;
    if (!letter && std::find(joints.begin(), joints.end(), word) == joints.end()) return false;
  }
  return named >= 2;
}

}  // namespace

std::optional<std::string> pointing_words(std::string_view option) {
  const std::string text = folded(option);
  for (const std::string_view phrase : phrases) {
    if (text.find(phrase) != std::string::npos) return std::string(phrase);
  }
  // With the signs of a formula or of code between them, letters are letters: "a -> b".
  const bool formula = text.find_first_of(":<>={}#~\\*^_|[]") != std::string::npos;
  if (std::find(whole.begin(), whole.end(), text) != whole.end()) return text;
  if (!formula && names_letters(tokens(option))) return text;
  return std::nullopt;
}

}  // namespace certamen::content
