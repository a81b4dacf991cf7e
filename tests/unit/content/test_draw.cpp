// exam::draw on its own: spread, wishes, determinism.
#include <algorithm>
#include <map>
#include <set>

#include "server/exam/draw.hpp"
#include "tests/support/catch.hpp"

using namespace certamen;

namespace {

constexpr std::array kinds{wire::QuestionKind::SingleChoice, wire::QuestionKind::MultipleResponse,
                           wire::QuestionKind::TrueFalse, wire::QuestionKind::Numeric};
constexpr std::array domains{wire::ExamDomain::Secure, wire::ExamDomain::Resilient, wire::ExamDomain::HighPerforming,
                             wire::ExamDomain::CostOptimized};

// Eight questions in each topic t0, t1, ...: two of each kind, difficulties 1 to 5 in turn, one domain a topic.
std::vector<exam::Candidate> candidates_of(std::size_t topics) {
  std::vector<exam::Candidate> all;
  for (std::size_t topic = 0; topic < topics; ++topic) {
    const std::string name = "t" + std::to_string(topic);
    for (std::size_t i = 0; i < 8; ++i) {
      all.push_back(exam::Candidate{name + "/q" + std::to_string(i), name, kinds.at(i % 4), domains.at(topic % 4),
                                    static_cast<std::uint32_t>(all.size() % 5 + 1)});
    }
  }
  return all;
}

exam::DrawSpec wish(std::uint32_t count, std::uint64_t seed) {
  exam::DrawSpec spec;
  spec.question_count = count;
  spec.seed = seed;
  return spec;
}

exam::Candidate find(const std::vector<exam::Candidate>& candidates, const std::string& id) {
  return *std::find_if(candidates.begin(), candidates.end(), [&id](const exam::Candidate& each) { return each.id == id; });
}

}  // namespace

TEST_CASE("the same seed draws the same questions, another seed others") {
  const auto candidates = candidates_of(12);
  CHECK(exam::draw(candidates, wish(10, 1)) == exam::draw(candidates, wish(10, 1)));
  CHECK(exam::draw(candidates, wish(10, 1)) != exam::draw(candidates, wish(10, 2)));
}

TEST_CASE("no question is drawn twice, and all of them can be") {
  const auto candidates = candidates_of(3);
  const auto ids = exam::draw(candidates, wish(24, 5));
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == 24);
}

TEST_CASE("topics take turns and kinds rotate") {
  const auto candidates = candidates_of(6);
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    std::map<std::string, int> by_topic;
    std::map<wire::QuestionKind, int> by_kind;
    for (const std::string& id : exam::draw(candidates, wish(12, seed))) {
      const exam::Candidate candidate = find(candidates, id);
      ++by_topic[candidate.topic];
      ++by_kind[candidate.kind];
    }
    for (const auto& [topic, count] : by_topic) CHECK(count == 2);
    CHECK(by_topic.size() == 6);
    for (const auto& [kind, count] : by_kind) CHECK(count == 3);
  }
}

TEST_CASE("a wish for topics, domains and difficulty is kept") {
  const auto candidates = candidates_of(8);
  exam::DrawSpec spec = wish(200, 3);
  spec.topics = {"t1", "t5", "t6"};
  spec.domains = {wire::ExamDomain::Resilient};
  spec.difficulty_min = 2;
  spec.difficulty_max = 3;
  const auto ids = exam::draw(candidates, spec);
  std::size_t fitting = 0;
  for (const exam::Candidate& each : candidates) {
    const bool topic = each.topic == "t1" || each.topic == "t5";
    if (topic && each.difficulty >= 2 && each.difficulty <= 3) ++fitting;
  }
  CHECK(fitting > 3);
  CHECK(ids.size() == fitting);
  for (const std::string& id : ids) {
    const exam::Candidate candidate = find(candidates, id);
    CHECK((candidate.topic == "t1" || candidate.topic == "t5"));
    CHECK((candidate.difficulty == 2 || candidate.difficulty == 3));
  }
}

TEST_CASE("excluded questions do not come back") {
  const auto candidates = candidates_of(2);
  exam::DrawSpec spec = wish(16, 9);
  spec.excluded_ids = exam::draw(candidates, wish(6, 4));
  const auto ids = exam::draw(candidates, spec);
  CHECK(ids.size() == 10);
  for (const std::string& id : ids) {
    CHECK(std::find(spec.excluded_ids.begin(), spec.excluded_ids.end(), id) == spec.excluded_ids.end());
  }
}

TEST_CASE("every question can come first") {
  const auto candidates = candidates_of(2);
  std::set<std::string> first;
  for (std::uint64_t seed = 0; seed < 400; ++seed) first.insert(exam::draw(candidates, wish(1, seed)).front());
  CHECK(first.size() == candidates.size());
}
