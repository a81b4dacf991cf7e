#include <algorithm>
#include <map>
#include <numeric>

#include "server/exam/draw.hpp"
#include "server/exam/random.hpp"
#include "tests/support/catch.hpp"

namespace certamen::exam {
namespace {

using wire::ExamDomain;

std::vector<DomainWeight> exam_weights() {
  return {saa_c03_weights.begin(), saa_c03_weights.end()};
}

// `count` questions of a domain, each of a topic of its own.
void add(std::vector<Candidate>& candidates, ExamDomain domain, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::string topic = std::to_string(static_cast<int>(domain)) + "-" + std::to_string(1000 + i);
    candidates.push_back({topic + "/q", topic, wire::QuestionKind::SingleChoice, domain, 3});
  }
}

std::map<ExamDomain, std::uint32_t> drawn(const std::vector<Candidate>& candidates, std::uint32_t count, std::uint64_t seed,
                                          std::vector<ExamDomain> domains = {}) {
  DrawSpec spec;
  spec.question_count = count;
  spec.domains = std::move(domains);
  spec.seed = seed;
  spec.weights = exam_weights();
  std::map<ExamDomain, std::uint32_t> counts;
  for (const std::string& id : draw(candidates, spec)) {
    const auto found =
        std::find_if(candidates.begin(), candidates.end(), [&id](const Candidate& one) { return one.id == id; });
    ++counts[found->domain];
  }
  return counts;
}

}  // namespace

TEST_CASE("the largest remainders get what is left over") {
  CHECK(apportion(65, {30, 26, 24, 20}) == std::vector<std::uint32_t>{19, 17, 16, 13});  // 19.5 16.9 15.6 13.0
  CHECK(apportion(10, {30, 26, 24, 20}) == std::vector<std::uint32_t>{3, 3, 2, 2});
  CHECK(apportion(1, {1, 1}) == std::vector<std::uint32_t>{1, 0});
  CHECK(apportion(5, {}).empty());
  CHECK(apportion(5, {0, 0}) == std::vector<std::uint32_t>{0, 0});
  CHECK(apportion(5, {0, 7}) == std::vector<std::uint32_t>{0, 5});
}

TEST_CASE("shares add up to the whole and stay within one of the exact share") {
  Random random(5);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::uint32_t> weights(1 + random.below(6));
    for (std::uint32_t& weight : weights) weight = static_cast<std::uint32_t>(random.below(50));
    const auto sum = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
    const auto total = static_cast<std::uint32_t>(random.below(101));
    const auto shares = apportion(total, weights);
    if (sum == 0) continue;
    REQUIRE(std::accumulate(shares.begin(), shares.end(), std::uint64_t{0}) == total);
    for (std::size_t i = 0; i < shares.size(); ++i) {
      const std::uint64_t parts = std::uint64_t{total} * weights[i];
      REQUIRE(shares[i] * sum + sum > parts);
      REQUIRE(shares[i] * sum < parts + sum);
    }
  }
}

TEST_CASE("an exam's paper has the blueprint's domains") {
  std::vector<Candidate> candidates;
  for (const auto domain : {ExamDomain::Secure, ExamDomain::Resilient, ExamDomain::HighPerforming, ExamDomain::CostOptimized,
                            ExamDomain::General}) {
    add(candidates, domain, 40);
  }
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    CHECK(drawn(candidates, 65, seed) == std::map<ExamDomain, std::uint32_t>{{ExamDomain::Secure, 19},
                                                                             {ExamDomain::Resilient, 17},
                                                                             {ExamDomain::HighPerforming, 16},
                                                                             {ExamDomain::CostOptimized, 13}});
  }
  CHECK(drawn(candidates, 10, 1, {ExamDomain::Secure, ExamDomain::CostOptimized}) ==
        std::map<ExamDomain, std::uint32_t>{{ExamDomain::Secure, 6}, {ExamDomain::CostOptimized, 4}});
}

TEST_CASE("a thin bank gives a whole paper all the same") {
  std::vector<Candidate> candidates;
  add(candidates, ExamDomain::Secure, 2);
  add(candidates, ExamDomain::Resilient, 40);
  const auto counts = drawn(candidates, 20, 3);
  CHECK(counts == std::map<ExamDomain, std::uint32_t>{{ExamDomain::Secure, 2}, {ExamDomain::Resilient, 18}});
  std::vector<Candidate> own;  // a teacher's questions, of no exam's domain
  add(own, ExamDomain::General, 9);
  CHECK(drawn(own, 8, 3).at(ExamDomain::General) == 8);
}

}  // namespace certamen::exam
