// Papers drawn from the whole bank of content, as the disk thread draws them when a room starts.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <optional>
#include <string>
#include <utility>

#include "content/compile/bank_image.hpp"
#include "content/compile/compile.hpp"
#include "content/compile/source_files.hpp"
#include "server/bank/bank.hpp"

namespace certamen::bench {
namespace {

// The bank in a file of its own, as servers have it, removed when the program ends.
class WholeBank {
 public:
  WholeBank() : path_("/tmp/certamen-bench-" + std::to_string(::getpid()) + ".db") {
    auto files = content::read_sources({CERTAMEN_SOURCE_DIR "/content/topics", CERTAMEN_SOURCE_DIR "/content/tables"});
    if (!files) return;
    const auto image = content::make_bank(content::compile(std::move(*files)).topics);
    if (!image || !content::replace_file(path_, image->bytes)) return;
    if (auto opened = bank::Bank::open(path_)) bank_.emplace(std::move(*opened));
  }
  WholeBank(const WholeBank&) = delete;
  WholeBank& operator=(const WholeBank&) = delete;
  ~WholeBank() { ::unlink(path_.c_str()); }

  [[nodiscard]] const bank::Bank* bank() const { return bank_ ? &*bank_ : nullptr; }

 private:
  std::string path_;
  std::optional<bank::Bank> bank_;
};

const bank::Bank* whole_bank() {
  static const WholeBank whole;
  return whole.bank();
}

void draw_with(benchmark::State& state, exam::DrawSpec spec) {
  const bank::Bank* bank = whole_bank();
  if (bank == nullptr) return state.SkipWithError("content/topics does not compile");
  for (auto _ : state) {
    ++spec.seed;
    auto paper = bank->draw_paper(spec);
    if (!paper) return state.SkipWithError(paper.error().what.c_str());
    benchmark::DoNotOptimize(paper);
  }
}

exam::DrawSpec wish(std::uint32_t questions) {
  exam::DrawSpec spec;
  spec.question_count = questions;
  return spec;
}

void bank_draw_any(benchmark::State& state) {
  draw_with(state, wish(static_cast<std::uint32_t>(state.range(0))));
}
BENCHMARK(bank_draw_any)->Arg(10)->Arg(20)->Arg(65);

void bank_draw_topics(benchmark::State& state) {
  exam::DrawSpec spec = wish(10);
  if (const bank::Bank* bank = whole_bank()) {
    for (std::size_t i = 0; i < bank->summaries().size(); i += 2) spec.topics.push_back(bank->summaries()[i].id);
  }
  draw_with(state, std::move(spec));
}
BENCHMARK(bank_draw_topics);

void bank_draw_domain_kind_difficulty(benchmark::State& state) {
  exam::DrawSpec spec = wish(10);
  spec.domains = {wire::ExamDomain::Secure, wire::ExamDomain::Resilient};
  spec.kinds = {wire::QuestionKind::SingleChoice, wire::QuestionKind::Numeric};
  spec.difficulty_min = 2;
  spec.difficulty_max = 4;
  draw_with(state, std::move(spec));
}
BENCHMARK(bank_draw_domain_kind_difficulty);

// A player who has seen most of the bank.
void bank_draw_excluding(benchmark::State& state) {
  exam::DrawSpec spec = wish(10);
  if (const bank::Bank* bank = whole_bank()) {
    for (const exam::Candidate& seen : bank->candidates()) {
      if (spec.excluded_ids.size() + 50 < bank->candidates().size()) spec.excluded_ids.push_back(seen.id);
    }
  }
  draw_with(state, std::move(spec));
}
BENCHMARK(bank_draw_excluding);

void bank_search(benchmark::State& state) {
  const bank::Bank* bank = whole_bank();
  if (bank == nullptr) return state.SkipWithError("content/topics does not compile");
  for (auto _ : state) benchmark::DoNotOptimize(bank->search({"cifrado en rep", {}, 20}));
}
BENCHMARK(bank_search);

}  // namespace
}  // namespace certamen::bench
