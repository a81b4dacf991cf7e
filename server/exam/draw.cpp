#include "server/exam/draw.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "server/exam/random.hpp"

namespace certamen::exam {
namespace {

template <class T>
bool allowed(const std::vector<T>& wanted, const T& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool eligible(const Candidate& candidate, const DrawSpec& spec) {
  return candidate.difficulty >= spec.difficulty_min && candidate.difficulty <= spec.difficulty_max &&
         allowed(spec.topics, candidate.topic) && allowed(spec.domains, candidate.domain) &&
         allowed(spec.kinds, candidate.kind) &&
         std::find(spec.excluded_ids.begin(), spec.excluded_ids.end(), candidate.id) == spec.excluded_ids.end();
}

std::size_t index_of(wire::QuestionKind kind) {
  return static_cast<std::size_t>(kind);
}

// Counts what was asked so far and picks the least asked topic, then the least asked kind; the shuffle decides the rest.
class Spread {
 public:
  std::pair<std::size_t, std::size_t> load(const Candidate& candidate) const {
    const auto topic = asked_by_topic_.find(candidate.topic);
    return {topic == asked_by_topic_.end() ? 0 : topic->second, asked_by_kind_.at(index_of(candidate.kind))};
  }
  void count(const Candidate& candidate) {
    ++asked_by_topic_[candidate.topic];
    ++asked_by_kind_.at(index_of(candidate.kind));
  }

 private:
  std::map<std::string, std::size_t> asked_by_topic_;
  std::array<std::size_t, wire::question_kind_count> asked_by_kind_{};
};

}  // namespace

std::vector<std::string> draw(const std::vector<Candidate>& candidates, const DrawSpec& spec) {
  std::vector<const Candidate*> pool;
  for (const Candidate& candidate : candidates) {
    if (eligible(candidate, spec)) pool.push_back(&candidate);
  }
  Random random(spec.seed);
  random.shuffle(pool);

  std::vector<std::string> ids;
  Spread spread;
  while (ids.size() < spec.question_count && !pool.empty()) {
    const auto chosen = std::min_element(pool.begin(), pool.end(), [&spread](const Candidate* left, const Candidate* right) {
      return spread.load(*left) < spread.load(*right);
    });
    spread.count(**chosen);
    ids.push_back((*chosen)->id);
    pool.erase(chosen);
  }
  return ids;
}

}  // namespace certamen::exam
