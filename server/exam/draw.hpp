// Choosing the questions of a match.
//
// Pure: the same candidates, wish and seed give the same draw on every platform.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "proto/wire/types.hpp"

namespace certamen::exam {

// What a draw needs to know of a question. Candidates are sorted by id.
struct Candidate {
  std::string id;  // "<topic>/<question>"
  std::string topic;
  wire::QuestionKind kind = wire::QuestionKind::SingleChoice;
  wire::ExamDomain domain = wire::ExamDomain::Secure;
  std::uint32_t difficulty = 1;
};

struct DrawSpec {
  std::uint32_t question_count = 10;
  std::uint32_t difficulty_min = 1;
  std::uint32_t difficulty_max = 5;
  std::vector<std::string> topics;        // empty: all
  std::vector<wire::ExamDomain> domains;  // empty: all
  std::vector<wire::QuestionKind> kinds;  // empty: all
  std::vector<std::string> excluded_ids;
  std::uint64_t seed = 0;
  bool operator==(const DrawSpec&) const = default;
};

// Ids in the order they are asked. Topics and kinds are spread: no topic is asked twice while another eligible one has
// not been asked once, and the four kinds rotate as far as the candidates allow. Fewer than question_count when the
// candidates do not suffice.
[[nodiscard]] std::vector<std::string> draw(const std::vector<Candidate>& candidates, const DrawSpec& spec);

}  // namespace certamen::exam
