#include "server/report/exports.hpp"

namespace certamen::report {

std::string name_of(wire::QuestionKind kind) {
  switch (kind) {
    case wire::QuestionKind::SingleChoice: return "single_choice";
    case wire::QuestionKind::MultipleResponse: return "multiple_response";
    case wire::QuestionKind::TrueFalse: return "true_false";
    case wire::QuestionKind::Numeric: return "numeric";
    case wire::QuestionKind::Ordering: return "ordering";
    case wire::QuestionKind::Matching: return "matching";
    case wire::QuestionKind::ShortText: return "short_text";
  }
  return {};
}

std::string name_of(wire::ExamDomain domain) {
  switch (domain) {
    case wire::ExamDomain::Secure: return "secure";
    case wire::ExamDomain::Resilient: return "resilient";
    case wire::ExamDomain::HighPerforming: return "high_performing";
    case wire::ExamDomain::CostOptimized: return "cost_optimized";
    case wire::ExamDomain::General: return "general";
  }
  return {};
}

std::string name_of(wire::Scoring scoring) {
  switch (scoring) {
    case wire::Scoring::Speed: return "speed";
    case wire::Scoring::Accuracy: return "accuracy";
    case wire::Scoring::Certainty: return "certainty";
    case wire::Scoring::Exam: return "exam";
  }
  return {};
}

std::string name_of(wire::Certainty certainty) {
  switch (certainty) {
    case wire::Certainty::Low: return "low";
    case wire::Certainty::Middle: return "middle";
    case wire::Certainty::High: return "high";
  }
  return {};
}

std::string name_of(Thin thin) {
  switch (thin) {
    case Thin::TooFewPlayers: return "too_few_players";
    case Thin::TooFewQuestions: return "too_few_questions";
    case Thin::AllAlike: return "all_alike";
  }
  return {};
}

}  // namespace certamen::report
