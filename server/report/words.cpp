#include "server/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace certamen::report {

Words words_of(wire::QuestionKind kind) {
  switch (kind) {
    case wire::QuestionKind::SingleChoice: return {"single choice", "opción única"};
    case wire::QuestionKind::MultipleResponse: return {"multiple response", "respuesta múltiple"};
    case wire::QuestionKind::TrueFalse: return {"true or false", "verdadero o falso"};
    case wire::QuestionKind::Numeric: return {"numeric", "numérica"};
    case wire::QuestionKind::Ordering: return {"ordering", "ordenar"};
    case wire::QuestionKind::Matching: return {"matching", "emparejar"};
    case wire::QuestionKind::ShortText: return {"short text", "texto breve"};
  }
  return {"", ""};
}

Words words_of(wire::ExamDomain domain) {
  switch (domain) {
    case wire::ExamDomain::Secure: return {"Secure", "Segura"};
    case wire::ExamDomain::Resilient: return {"Resilient", "Resiliente"};
    case wire::ExamDomain::HighPerforming: return {"High-performing", "Alto rendimiento"};
    case wire::ExamDomain::CostOptimized: return {"Cost-optimized", "Costes optimizados"};
    case wire::ExamDomain::General: return {"General", "General"};
  }
  return {"", ""};
}

Words words_of(wire::Scoring scoring) {
  switch (scoring) {
    case wire::Scoring::Speed: return {"speed", "rapidez"};
    case wire::Scoring::Accuracy: return {"accuracy", "acierto"};
    case wire::Scoring::Certainty: return {"certainty", "certeza"};
    case wire::Scoring::Exam: return {"exam", "examen"};
  }
  return {"", ""};
}

Words words_of(wire::Certainty certainty) {
  switch (certainty) {
    case wire::Certainty::Low: return {"low", "baja"};
    case wire::Certainty::Middle: return {"middle", "media"};
    case wire::Certainty::High: return {"high", "alta"};
  }
  return {"", ""};
}

Words words_of(Thin thin) {
  switch (thin) {
    case Thin::TooFewPlayers: return {"too few players to tell", "muy pocos jugadores para decirlo"};
    case Thin::TooFewQuestions: return {"too few questions to tell", "muy pocas preguntas para decirlo"};
    case Thin::AllAlike: return {"all alike, nothing to compare", "todos iguales, nada que comparar"};
  }
  return {"", ""};
}

std::string fraction(double value, wire::Language language) {
  const long hundredths = std::lround(value * 100);
  std::string text =
      fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", std::abs(hundredths) / 100, std::abs(hundredths) % 100);
  if (language == wire::Language::Spanish) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string percent(double share) {
  return fmt::format("{} %", std::lround(share * 100));
}

std::string seconds(std::uint64_t tenths, wire::Language language) {
  return fmt::format("{}{}{} s", tenths / 10, language == wire::Language::Spanish ? ',' : '.', tenths % 10);
}

}  // namespace certamen::report
