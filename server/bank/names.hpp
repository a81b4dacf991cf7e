// The words that banks use for kinds and domains.
//
// A part of server/bank.
#pragma once

#include <optional>
#include <string_view>

#include "proto/wire/types.hpp"

namespace certamen::bank {

// Nothing for a word that names no kind.
[[nodiscard]] constexpr std::optional<wire::QuestionKind> playable_kind(std::string_view name) {
  if (name == "single") return wire::QuestionKind::SingleChoice;
  if (name == "multiple") return wire::QuestionKind::MultipleResponse;
  if (name == "true_false") return wire::QuestionKind::TrueFalse;
  if (name == "numeric") return wire::QuestionKind::Numeric;
  if (name == "ordering") return wire::QuestionKind::Ordering;
  if (name == "matching") return wire::QuestionKind::Matching;
  if (name == "short_text") return wire::QuestionKind::ShortText;
  return std::nullopt;
}

[[nodiscard]] constexpr std::optional<wire::ExamDomain> domain_named(std::string_view name) {
  if (name == "secure") return wire::ExamDomain::Secure;
  if (name == "resilient") return wire::ExamDomain::Resilient;
  if (name == "high-performing") return wire::ExamDomain::HighPerforming;
  if (name == "cost-optimized") return wire::ExamDomain::CostOptimized;
  if (name == "general") return wire::ExamDomain::General;
  return std::nullopt;
}

}  // namespace certamen::bank
