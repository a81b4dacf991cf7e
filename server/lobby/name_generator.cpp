#include "server/lobby/name_generator.hpp"

#include <array>

namespace certamen::lobby {
namespace {

struct Adjective {
  const char* english;
  const char* masculine;
  const char* feminine;
};
struct Animal {
  const char* english;
  const char* spanish;
  bool feminine;
};

constexpr std::array<Adjective, 32> adjectives{{
    {"Able", "hábil", "hábil"},           {"Agile", "ágil", "ágil"},          {"Brave", "valiente", "valiente"},
    {"Bright", "brillante", "brillante"}, {"Calm", "tranquilo", "tranquila"}, {"Cheerful", "alegre", "alegre"},
    {"Clever", "listo", "lista"},         {"Curious", "curioso", "curiosa"},  {"Daring", "audaz", "audaz"},
    {"Eager", "animado", "animada"},      {"Fair", "justo", "justa"},         {"Famous", "famoso", "famosa"},
    {"Friendly", "amable", "amable"},     {"Gentle", "gentil", "gentil"},     {"Golden", "dorado", "dorada"},
    {"Happy", "feliz", "feliz"},          {"Honest", "sincero", "sincera"},   {"Jolly", "risueño", "risueña"},
    {"Kind", "bondadoso", "bondadosa"},   {"Lively", "vivaz", "vivaz"},       {"Loyal", "leal", "leal"},
    {"Merry", "contento", "contenta"},    {"Noble", "noble", "noble"},        {"Patient", "paciente", "paciente"},
    {"Polite", "cortés", "cortés"},       {"Quick", "rápido", "rápida"},      {"Quiet", "callado", "callada"},
    {"Silver", "plateado", "plateada"},   {"Strong", "fuerte", "fuerte"},     {"Sunny", "radiante", "radiante"},
    {"Tidy", "pulcro", "pulcra"},         {"Wise", "sabio", "sabia"},
}};

constexpr std::array<Animal, 40> animals{{
    {"Ant", "Hormiga", true},       {"Badger", "Tejón", false},   {"Bat", "Murciélago", false},
    {"Bear", "Oso", false},         {"Bee", "Abeja", true},       {"Bison", "Bisonte", false},
    {"Camel", "Camello", false},    {"Cat", "Gato", false},       {"Crane", "Grulla", true},
    {"Deer", "Ciervo", false},      {"Dolphin", "Delfín", false}, {"Eagle", "Águila", true},
    {"Falcon", "Halcón", false},    {"Frog", "Rana", true},       {"Giraffe", "Jirafa", true},
    {"Hare", "Liebre", true},       {"Hedgehog", "Erizo", false}, {"Heron", "Garza", true},
    {"Horse", "Caballo", false},    {"Koala", "Koala", false},    {"Lion", "León", false},
    {"Llama", "Llama", true},       {"Lynx", "Lince", false},     {"Otter", "Nutria", true},
    {"Owl", "Lechuza", true},       {"Panda", "Panda", false},    {"Panther", "Pantera", true},
    {"Penguin", "Pingüino", false}, {"Pigeon", "Paloma", true},   {"Puma", "Puma", false},
    {"Robin", "Petirrojo", false},  {"Seal", "Foca", true},       {"Sparrow", "Gorrión", false},
    {"Squirrel", "Ardilla", true},  {"Stork", "Cigüeña", true},   {"Swan", "Cisne", false},
    {"Tiger", "Tigre", false},      {"Turtle", "Tortuga", true},  {"Whale", "Ballena", true},
    {"Wolf", "Lobo", false},
}};

constexpr int draws_max = 64;  // at random, before all are looked through

}  // namespace

std::size_t generated_name_count() {
  return adjectives.size() * animals.size();
}

std::string generated_name(wire::Language language, std::size_t number) {
  const Adjective& adjective = adjectives[number % adjectives.size()];
  const Animal& animal = animals[number / adjectives.size() % animals.size()];
  switch (language) {
    case wire::Language::English: return std::string(adjective.english) + " " + animal.english;
    case wire::Language::Spanish:
      return std::string(animal.spanish) + " " + (animal.feminine ? adjective.feminine : adjective.masculine);
  }
  return {};
}

std::optional<PlayerName> generate_name(wire::Language language, const Entropy& entropy, const IsFree& is_free) {
  const std::size_t first = entropy() % generated_name_count();
  std::size_t number = first;
  for (int draw = 0; draw < draws_max; ++draw) {
    const auto name = admit_name(generated_name(language, number));
    if (name && is_free(*name)) return name;
    number = entropy() % generated_name_count();
  }
  for (std::size_t step = 0; step < generated_name_count(); ++step) {
    const auto name = admit_name(generated_name(language, (first + step) % generated_name_count()));
    if (name && is_free(*name)) return name;
  }
  const auto last = admit_name(generated_name(language, first));
  return last ? suggest_name(*last, is_free) : std::nullopt;
}

}  // namespace certamen::lobby
