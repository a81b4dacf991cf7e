// What the bank holds, as clients may know it.
//
// Pure values.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "proto/wire/messages.hpp"

namespace certamen::hub {

struct BankSummary {
  std::string content_hash;
  std::uint32_t question_count = 0;
  std::array<std::vector<wire::TopicSummary>, wire::language_count> topics;
};

}  // namespace certamen::hub
