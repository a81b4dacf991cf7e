// What each step of an answer's life costs on this machine, without sockets and disk.
#include <benchmark/benchmark.h>

#include "server/exam/draw.hpp"
#include "server/journal/journal.hpp"
#include "tests/bench/micro/table.hpp"

namespace certamen::bench {
namespace {

const wire::ServerMessage& revealed_message() {
  static const wire::ServerMessage message = [] {
    const exam::Question question = ordinary_paper(1).questions.front();
    wire::QuestionRevealed revealed;
    revealed.number = 1;
    revealed.key = {0};
    for (const exam::Option& option : question.options)
      revealed.reasons.push_back(option.reason.in(wire::Language::English));
    revealed.picks_by_option = {10, 20, 30, 40};
    revealed.explanation = question.explanation.in(wire::Language::English);
    revealed.notes.push_back({question.notes.front().text.in(wire::Language::English), "", "", "1-2"});
    return wire::ServerMessage{wire::RoomEvent{7, revealed}};
  }();
  return message;
}

void encode_reveal(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(wire::encode(revealed_message()));
}
BENCHMARK(encode_reveal);

void decode_answer(benchmark::State& state) {
  const wire::Frame frame = wire::encode(wire::ClientMessage{wire::SubmitAnswer{3, wire::ChoiceAnswer{{1}}, {}}});
  for (auto _ : state) benchmark::DoNotOptimize(wire::decode_client(frame.body()));
}
BENCHMARK(decode_answer);

void journal_answer(benchmark::State& state) {
  const journal::Entry entry{room::Answered{{3}, 5, wire::ChoiceAnswer{{1}}, {}, {}}, {}};
  for (auto _ : state) benchmark::DoNotOptimize(journal::encode(entry));
}
BENCHMARK(journal_answer);

// From the bytes of an answer to the bytes of its acknowledgement, through session, room, journal and commit.
void hub_answer(benchmark::State& state) {
  Table table(static_cast<std::uint32_t>(state.range(0)));
  std::uint32_t player = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(table.answer(player++));
    // Before the last one, which would reveal: that is another benchmark.
    if (player + 1 < table.player_count()) continue;
    state.PauseTiming();
    table.reveal();
    player = 0;
    state.ResumeTiming();
  }
}
BENCHMARK(hub_answer)->Arg(100)->Arg(900)->Iterations(9'000);

void draw_paper(benchmark::State& state) {
  std::vector<exam::Candidate> candidates;
  for (int topic = 0; topic < 110; ++topic) {
    for (int number = 0; number < 8; ++number) {
      const std::string name = "topic-" + std::to_string(topic);
      candidates.push_back({name + "/" + std::to_string(number), name, static_cast<wire::QuestionKind>(number % 4),
                            static_cast<wire::ExamDomain>(topic % 4), 2});
    }
  }
  exam::DrawSpec spec;
  for (auto _ : state) {
    ++spec.seed;
    benchmark::DoNotOptimize(exam::draw(candidates, spec));
  }
}
BENCHMARK(draw_paper);

}  // namespace
}  // namespace certamen::bench
