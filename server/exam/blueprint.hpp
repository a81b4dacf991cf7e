// How an exam spreads its questions over its domains.
//
// Pure. The weights are those of the exam guide AWS Certified Solutions Architect - Associate (SAA-C03), "Content outline".
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "proto/wire/types.hpp"

namespace certamen::exam {

struct DomainWeight {
  wire::ExamDomain domain = wire::ExamDomain::Secure;
  std::uint32_t weight = 0;  // parts of the paper
  bool operator==(const DomainWeight&) const = default;
};

inline constexpr std::array<DomainWeight, 4> saa_c03_weights = {{{wire::ExamDomain::Secure, 30},
                                                                 {wire::ExamDomain::Resilient, 26},
                                                                 {wire::ExamDomain::HighPerforming, 24},
                                                                 {wire::ExamDomain::CostOptimized, 20}}};

// `total` dealt out by weight, whole, by the method of the largest remainder (Hamilton): everyone gets the whole part of
// their share, then those with the largest remainders one more; of equal remainders the first. All zero without a weight.
[[nodiscard]] std::vector<std::uint32_t> apportion(std::uint32_t total, const std::vector<std::uint32_t>& weights);

}  // namespace certamen::exam
