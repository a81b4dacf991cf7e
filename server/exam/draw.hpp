// Choosing the questions of a match.
//
// Pure: the same candidates, wish and seed give the same draw on every platform.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "proto/wire/types.hpp"
#include "server/exam/blueprint.hpp"
#include "server/exam/keyed_hash.hpp"

namespace certamen::exam {

// What a draw needs to know of a question. Candidates are sorted by id.
struct Candidate {
  std::string id;  // "<topic>/<question>"
  std::string topic;
  wire::QuestionKind kind = wire::QuestionKind::SingleChoice;
  wire::ExamDomain domain = wire::ExamDomain::Secure;
  std::uint32_t difficulty = 1;
  std::int64_t note = 0;    // the first that it exercises, by a number of the bank's; 0 for none
  bool from_table = false;  // drawn by the compiler from a comparison table, not written one by one
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
  std::vector<DomainWeight> weights{};  // of the domains; empty: as they come
  bool operator==(const DrawSpec&) const = default;
};

// Ids in the order they are asked. No topic is asked twice while another eligible one has not been asked once, and the
// same of a topic's notes; of three questions at most one comes from a table while written ones are left to choose from;
// the kinds rotate as far as the candidates allow. Fewer than question_count when the candidates do not suffice.
// With weights the domains that have eligible candidates share the paper by apportion(), and that comes before all of the
// above; what a domain cannot fill goes to the others, so that a thin bank gives a whole paper as near as it can.
[[nodiscard]] std::vector<std::string> draw(const std::vector<Candidate>& candidates, const DrawSpec& spec);

// The numbers, from 1 and ascending, of the questions of a drawn paper that are asked without counting. At least one
// question counts: fewer than unscored_count where the paper is no longer than that. Nobody foretells them who does not know
// the secret, from which much else may follow.
[[nodiscard]] std::vector<std::uint32_t> unscored_questions(std::size_t question_count, std::uint32_t unscored_count,
                                                            const HashKey& secret);

}  // namespace certamen::exam
