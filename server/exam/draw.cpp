#include "server/exam/draw.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "server/exam/random.hpp"

namespace certamen::exam {
namespace {

// A wish for some values, ready to be asked for each of a thousand candidates.
template <class T>
class Wanted {
 public:
  template <class From>
  explicit Wanted(const std::vector<From>& values) : sorted_(values.begin(), values.end()) {
    std::sort(sorted_.begin(), sorted_.end());
  }
  [[nodiscard]] bool empty() const { return sorted_.empty(); }
  [[nodiscard]] bool names(const T& value) const { return std::binary_search(sorted_.begin(), sorted_.end(), value); }
  [[nodiscard]] bool allows(const T& value) const { return empty() || names(value); }

 private:
  std::vector<T> sorted_;
};

class Eligible {
 public:
  explicit Eligible(const DrawSpec& spec)
      : spec_(spec), topics_(spec.topics), domains_(spec.domains), kinds_(spec.kinds), excluded_(spec.excluded_ids) {}
  bool operator()(const Candidate& candidate) const {
    return candidate.difficulty >= spec_.difficulty_min && candidate.difficulty <= spec_.difficulty_max &&
           domains_.allows(candidate.domain) && kinds_.allows(candidate.kind) && topics_.allows(candidate.topic) &&
           !excluded_.names(candidate.id);
  }

 private:
  const DrawSpec& spec_;
  Wanted<std::string_view> topics_;
  Wanted<wire::ExamDomain> domains_;
  Wanted<wire::QuestionKind> kinds_;
  Wanted<std::string_view> excluded_;
};

constexpr std::size_t kind_count = 4;
std::size_t index_of(wire::QuestionKind kind) {
  return static_cast<std::size_t>(kind);
}

// A candidate with its topic as a number, so that comparing topics costs nothing.
struct Drawable {
  const Candidate* candidate = nullptr;
  std::size_t topic = 0;
};

std::vector<Drawable> eligible(const std::vector<Candidate>& candidates, const DrawSpec& spec) {
  const Eligible is_eligible(spec);
  std::map<std::string_view, std::size_t> topics;
  std::vector<Drawable> pool;
  for (const Candidate& candidate : candidates) {
    if (!is_eligible(candidate)) continue;
    // Sorted candidates mostly follow one of their own topic.
    const bool same = !pool.empty() && pool.back().candidate->topic == candidate.topic;
    pool.push_back(
        {&candidate, same ? pool.back().topic : topics.try_emplace(candidate.topic, topics.size()).first->second});
  }
  return pool;
}

// Counts what was asked so far and picks the least asked topic, then the least asked kind; the shuffle decides the rest.
class Spread {
 public:
  explicit Spread(std::size_t topics) : asked_by_topic_(topics) {}
  [[nodiscard]] std::pair<std::size_t, std::size_t> load(const Drawable& drawable) const {
    return {asked_by_topic_[drawable.topic], asked_by_kind_.at(index_of(drawable.candidate->kind))};
  }
  void count(const Drawable& drawable) {
    ++asked_by_topic_[drawable.topic];
    ++asked_by_kind_.at(index_of(drawable.candidate->kind));
  }

 private:
  std::vector<std::size_t> asked_by_topic_;
  std::array<std::size_t, kind_count> asked_by_kind_{};
};

}  // namespace

std::vector<std::string> draw(const std::vector<Candidate>& candidates, const DrawSpec& spec) {
  std::vector<Drawable> pool = eligible(candidates, spec);
  Random random(spec.seed);
  random.shuffle(pool);

  std::vector<std::string> ids;
  Spread spread(candidates.size());
  while (ids.size() < spec.question_count && !pool.empty()) {
    const auto chosen = std::min_element(pool.begin(), pool.end(), [&spread](const Drawable& left, const Drawable& right) {
      return spread.load(left) < spread.load(right);
    });
    spread.count(*chosen);
    ids.push_back(chosen->candidate->id);
    pool.erase(chosen);
  }
  return ids;
}

}  // namespace certamen::exam
