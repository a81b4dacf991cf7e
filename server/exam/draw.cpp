#include "server/exam/draw.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

#include "server/exam/random.hpp"

namespace certamen::exam {
namespace {

// Apart from what else is hashed with a room's secret, which are question numbers.
constexpr std::uint64_t unscored_message = std::uint64_t{1} << 32U;

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

std::size_t index_of(wire::QuestionKind kind) {
  return static_cast<std::size_t>(kind);
}

// A candidate with its topic and note as small numbers, so that comparing them costs nothing.
struct Drawable {
  const Candidate* candidate = nullptr;
  std::size_t topic = 0;
  std::size_t note = 0;
};

std::vector<Drawable> eligible(const std::vector<Candidate>& candidates, const DrawSpec& spec) {
  const Eligible is_eligible(spec);
  std::map<std::string_view, std::size_t> topics;
  std::map<std::int64_t, std::size_t> notes;
  std::vector<Drawable> pool;
  for (const Candidate& candidate : candidates) {
    if (!is_eligible(candidate)) continue;
    // Sorted candidates mostly follow one of their own topic.
    const bool same = !pool.empty() && pool.back().candidate->topic == candidate.topic;
    const std::size_t topic = same ? pool.back().topic : topics.try_emplace(candidate.topic, topics.size()).first->second;
    // Numbers of notes are positive; a question without one is about itself, whose place in the pool is free below zero.
    const std::int64_t note = candidate.note != 0 ? candidate.note : -1 - static_cast<std::int64_t>(pool.size());
    pool.push_back({&candidate, topic, notes.try_emplace(note, notes.size()).first->second});
  }
  return pool;
}

// How many questions of each domain a weighted draw wants.
class Quota {
 public:
  Quota(const std::vector<Drawable>& pool, const DrawSpec& spec) : weighted_(!spec.weights.empty()) {
    std::vector<std::uint32_t> weights;
    for (const DomainWeight& weight : spec.weights) {
      const bool present = std::any_of(pool.begin(), pool.end(), [&weight](const Drawable& drawable) {
        return drawable.candidate->domain == weight.domain;
      });
      weights.push_back(present ? weight.weight : 0);
    }
    const std::vector<std::uint32_t> shares = apportion(spec.question_count, weights);
    for (std::size_t i = 0; i < shares.size(); ++i) left_.at(index_of(spec.weights[i].domain)) += shares[i];
  }
  [[nodiscard]] bool filled(const Drawable& drawable) const {
    return weighted_ && left_.at(index_of(drawable.candidate->domain)) == 0;
  }
  void count(const Drawable& drawable) {
    std::uint32_t& left = left_.at(index_of(drawable.candidate->domain));
    if (left > 0) --left;
  }

 private:
  static std::size_t index_of(wire::ExamDomain domain) { return static_cast<std::size_t>(domain); }

  bool weighted_;
  std::array<std::uint32_t, wire::exam_domain_count> left_{};
};

// Counts what was asked so far and picks the least asked topic, then the least asked note, then a written question where
// too many came from tables, then the least asked kind; the shuffle decides the rest.
class Spread {
 public:
  using Load = std::tuple<std::size_t, std::size_t, bool, std::size_t>;

  explicit Spread(std::size_t candidates) : asked_by_topic_(candidates), asked_by_note_(candidates) {}
  [[nodiscard]] Load load(const Drawable& drawable) const {
    const bool too_many = drawable.candidate->from_table && (asked_from_tables_ + 1) * table_share > asked_ + 1;
    return {asked_by_topic_[drawable.topic], asked_by_note_[drawable.note], too_many,
            asked_by_kind_.at(index_of(drawable.candidate->kind))};
  }
  void count(const Drawable& drawable) {
    ++asked_;
    if (drawable.candidate->from_table) ++asked_from_tables_;
    ++asked_by_topic_[drawable.topic];
    ++asked_by_note_[drawable.note];
    ++asked_by_kind_.at(index_of(drawable.candidate->kind));
  }

 private:
  static constexpr std::size_t table_share = 3;  // at most one in so many

  std::size_t asked_ = 0;
  std::size_t asked_from_tables_ = 0;
  std::vector<std::size_t> asked_by_topic_;
  std::vector<std::size_t> asked_by_note_;
  std::array<std::size_t, wire::question_kind_count> asked_by_kind_{};
};

}  // namespace

std::vector<std::string> draw(const std::vector<Candidate>& candidates, const DrawSpec& spec) {
  std::vector<Drawable> pool = eligible(candidates, spec);
  Random random(spec.seed);
  random.shuffle(pool);

  std::vector<std::string> ids;
  Spread spread(candidates.size());
  Quota quota(pool, spec);
  while (ids.size() < spec.question_count && !pool.empty()) {
    const auto chosen = std::min_element(pool.begin(), pool.end(), [&](const Drawable& left, const Drawable& right) {
      return std::pair(quota.filled(left), spread.load(left)) < std::pair(quota.filled(right), spread.load(right));
    });
    spread.count(*chosen);
    quota.count(*chosen);
    ids.push_back(chosen->candidate->id);
    pool.erase(chosen);
  }
  return ids;
}

std::vector<std::uint32_t> unscored_questions(std::size_t question_count, std::uint32_t unscored_count,
                                              const HashKey& secret) {
  if (question_count == 0) return {};
  std::vector<std::uint32_t> numbers(question_count);
  std::iota(numbers.begin(), numbers.end(), 1U);
  std::sort(numbers.begin(), numbers.end(), [&secret](std::uint32_t left, std::uint32_t right) {
    return keyed_hash(secret, unscored_message + left) < keyed_hash(secret, unscored_message + right);
  });
  numbers.resize(std::min<std::size_t>(unscored_count, question_count - 1));
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace certamen::exam
