// The words that topic files and banks use for kinds and domains.
#pragma once

#include <array>
#include <string_view>

#include "content/model/topic.hpp"

namespace certamen::content {

struct KindName {
  Kind kind;
  std::string_view name;
  bool playable;  // has game rules
};

inline constexpr std::array kind_names{
    KindName{Kind::Single, "single", true},        KindName{Kind::Multiple, "multiple", true},
    KindName{Kind::TrueFalse, "true_false", true}, KindName{Kind::Numeric, "numeric", true},
    KindName{Kind::Ordering, "ordering", true},    KindName{Kind::Matching, "matching", true},
    KindName{Kind::ShortText, "short_text", true},
};

struct DomainName {
  wire::ExamDomain domain;
  std::string_view name;
};

inline constexpr std::array domain_names{
    DomainName{wire::ExamDomain::Secure, "secure"},
    DomainName{wire::ExamDomain::Resilient, "resilient"},
    DomainName{wire::ExamDomain::HighPerforming, "high-performing"},
    DomainName{wire::ExamDomain::CostOptimized, "cost-optimized"},
    DomainName{wire::ExamDomain::General, "general"},
};

struct OriginName {
  Origin origin;
  std::string_view name;
};

inline constexpr std::array origin_names{
    OriginName{Origin::Written, "written"},
    OriginName{Origin::Table, "table"},
    OriginName{Origin::Imported, "imported"},
    OriginName{Origin::Draft, "draft"},
};

[[nodiscard]] constexpr const KindName& naming(Kind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}
[[nodiscard]] constexpr std::string_view name_of(Kind kind) {
  return naming(kind).name;
}
[[nodiscard]] constexpr std::string_view name_of(wire::ExamDomain domain) {
  return domain_names[static_cast<std::size_t>(domain)].name;
}
[[nodiscard]] constexpr std::string_view name_of(Origin origin) {
  return origin_names[static_cast<std::size_t>(origin)].name;
}
// "en", "es" or "en,es".
[[nodiscard]] constexpr std::string_view name_of(Languages languages) {
  if (!languages.es) return "en";
  return languages.en ? "en,es" : "es";
}

}  // namespace certamen::content
