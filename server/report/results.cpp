#include "server/report/results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "server/exam/score.hpp"
#include "server/report/answers.hpp"
#include "server/report/story.hpp"

namespace certamen::report {
namespace {

struct Timing {
  wire::Duration received{};
  wire::Duration chosen{};
};

// What the journal knows beyond the room it makes.
struct Chronicle {
  std::uint32_t revealed_count = 0;
  std::map<std::tuple<wire::SeatId, std::uint32_t, std::uint32_t>, Timing> timings;  // by seat, question, vote
  wire::Instant opens_at{};

  void listen(const journal::Replayed& replayed) {
    if (const auto* answered = std::get_if<room::Answered>(&replayed.entry.event)) {
      timings[{answered->seat, answered->question_number, answered->vote}] = {answered->received_at - opens_at,
                                                                              answered->chosen_at - opens_at};
    }
    for (const room::Effect& effect : replayed.effects) {
      const auto* told = std::get_if<room::Broadcast>(&effect);
      const auto* event = told == nullptr ? nullptr : std::get_if<wire::RoomEvent>(&told->by_language.front());
      if (event == nullptr) continue;
      if (const auto* asked = std::get_if<wire::QuestionAsked>(&event->fact)) opens_at = asked->opens_at;
      if (const auto* exam = std::get_if<wire::ExamOpened>(&event->fact)) opens_at = exam->opens_at;
      const auto* resumed = std::get_if<wire::RoomResumed>(&event->fact);
      if (resumed != nullptr && resumed->opens_at != wire::Instant{}) opens_at = resumed->opens_at;
      if (const auto* revealed = std::get_if<wire::QuestionRevealed>(&event->fact)) revealed_count = revealed->number;
    }
  }
};

AnswerResult answer_result(const exam::Question& question, const room::Given& given, const Timing& timing,
                           wire::Language language) {
  return {answer_words(question, given.answer, language),
          given.right(),
          exam::thousandths(given.credit),
          given.tenths,
          given.earned.points,
          given.earned.bonus,
          given.certainty,
          timing.received,
          timing.chosen,
          time_credit_of(given),
          given.allowance};
}

PlayerResult player_result(const room::Room& room, const Row& row, const Chronicle& chronicle, wire::Language language) {
  const room::Member& member = room.members().at(row.seat);
  PlayerResult player;
  player.row = row;
  player.team = room.teams().team_of(row.seat);
  for (std::uint32_t number = 1; number <= chronicle.revealed_count; ++number) {
    const bool asked = member.first_question <= number && !room.rulings()[number - 1].skipped;
    const std::optional<room::Given>& given = member.given[number - 1];
    player.asked.push_back(asked);
    player.answers.emplace_back();
    if (asked) ++player.asked_count;
    if (asked && room.rulings()[number - 1].unscored) ++player.unscored_count;
    if (!asked || !given) continue;
    ++player.answered_count;
    auto timing = chronicle.timings.find({row.seat, number, 2});  // the second vote, where there were two
    if (timing == chronicle.timings.end()) timing = chronicle.timings.find({row.seat, number, 1});
    player.answers.back() = answer_result(room.paper().questions[number - 1], *given,
                                          timing == chronicle.timings.end() ? Timing{} : timing->second, language);
    if (member.first_votes.size() < number || !member.first_votes[number - 1]) continue;
    const room::Given& first = *member.first_votes[number - 1];
    AnswerResult& answer = *player.answers.back();
    answer.first_words = answer_words(room.paper().questions[number - 1], first.answer, language);
    answer.first_right = first.right();
    answer.first_tenths = first.tenths;
  }
  return player;
}

// A question that was voided says nothing about anybody.
Marks marks_of(const PlayerResult& player, const room::Room& room) {
  Marks marks;
  for (std::size_t i = 0; i < player.asked.size(); ++i) {
    marks.emplace_back();
    if (!player.asked[i] || room.rulings()[i].voided) continue;
    marks.back() = Mark{};
    if (const auto& answer = player.answers[i]) marks.back() = Mark{answer->credit_thousandths / 1000.0, true};
  }
  return marks;
}

void count(Choice& choice, const PlayerResult& player) {
  ++choice.count;
  if (!player.third) return;
  switch (*player.third) {
    case Third::Upper: ++choice.upper; return;
    case Third::Middle: ++choice.middle; return;
    case Third::Lower: ++choice.lower; return;
  }
}

bool has_options_to_choose(wire::QuestionKind kind) {
  return kind == wire::QuestionKind::SingleChoice || kind == wire::QuestionKind::MultipleResponse ||
         kind == wire::QuestionKind::TrueFalse;
}

void count_options(QuestionResult& result, const exam::Question& question, const room::Room& room,
                   const std::vector<PlayerResult>& players) {
  for (const exam::Option& option : question.options) {
    result.choices.push_back({option.text.by_language[0], option.right});
  }
  for (const PlayerResult& player : players) {
    if (!player.answers[result.number - 1]) continue;
    const room::Given& given = *room.members().at(player.row.seat).given[result.number - 1];
    for (const wire::OptionIndex index : std::get<wire::ChoiceAnswer>(given.answer).options) {
      count(result.choices.at(index), player);
    }
  }
}

void count_answers(QuestionResult& result, const std::vector<PlayerResult>& players) {
  for (const PlayerResult& player : players) {
    const std::optional<AnswerResult>& answer = player.answers[result.number - 1];
    if (!answer) continue;
    const auto same = [&answer](const Choice& choice) { return choice.words == answer->words; };
    auto found = std::find_if(result.choices.begin(), result.choices.end(), same);
    if (found == result.choices.end()) found = result.choices.insert(found, Choice{answer->words, answer->right});
    count(*found, player);
  }
  std::stable_sort(result.choices.begin(), result.choices.end(),
                   [](const Choice& left, const Choice& right) { return left.count > right.count; });
  while (result.choices.size() > choices_max) {
    result.choices_left_out += result.choices.back().count;
    result.choices.pop_back();
  }
}

// Every pair that somebody made: what stands at each place of an order, or what was matched to each option.
void count_pairs(QuestionResult& result, const exam::Question& question, const room::Room& room,
                 const std::vector<PlayerResult>& players, wire::Language language) {
  const bool ordering = question.kind == wire::QuestionKind::Ordering;
  std::map<std::pair<std::size_t, wire::OptionIndex>, Choice> pairs;
  for (const PlayerResult& player : players) {
    if (!player.answers[result.number - 1]) continue;
    const wire::Answer& given = room.members().at(player.row.seat).given[result.number - 1]->answer;
    const auto& seconds = ordering ? std::get<wire::OrderAnswer>(given).options : std::get<wire::MatchAnswer>(given).matches;
    for (std::size_t first = 0; first < seconds.size(); ++first) count(pairs[{first, seconds[first]}], player);
  }
  for (auto& [pair, choice] : pairs) {
    const auto& [first, second] = pair;
    choice.words = ordering ? fmt::format("{}. {}", first + 1, question.options[second].text.in(language))
                            : question.options[first].text.in(language) + " = " + question.matches[second].in(language);
    choice.right = question.arrangement[first] == second;
    result.choices.push_back(std::move(choice));
  }
}

std::string ruling_word(const room::Ruling& ruling) {
  if (ruling.voided) return "voided";
  if (ruling.skipped) return "skipped";
  if (ruling.key_corrected) return "key corrected";
  return ruling.unscored ? "unscored" : "";
}

QuestionResult question_result(const room::Room& room, std::uint32_t number, const std::vector<PlayerResult>& players,
                               wire::Language language) {
  const exam::Question& question = room.paper().questions[number - 1];
  QuestionResult result;
  result.number = number;
  result.id = question.id;
  result.kind = question.kind;
  result.domain = question.domain;
  result.difficulty = question.difficulty;
  result.topic = question.topic_title.in(language);
  result.prompt = question.prompt.in(language);
  result.key = key_words(question, language);
  result.explanation = question.explanation.in(language);
  result.ruling = ruling_word(room.rulings()[number - 1]);
  result.unscored = room.rulings()[number - 1].unscored;
  if (has_options_to_choose(question.kind)) {
    count_options(result, question, room, players);
    for (std::size_t i = 0; i < result.choices.size(); ++i) result.choices[i].words = question.options[i].text.in(language);
  } else if (question.kind == wire::QuestionKind::Matching || question.kind == wire::QuestionKind::Ordering) {
    count_pairs(result, question, room, players, language);
  } else {
    count_answers(result, players);
  }
  for (const PlayerResult& player : players) {
    if (player.asked[number - 1] && !player.answers[number - 1]) count(result.omitted, player);
  }
  return result;
}

}  // namespace

wire::Result<GameResults> results_of(const Game& game, wire::Language language) {
  Chronicle chronicle;
  const Rebuilt rebuilt =
      rebuild(game, std::nullopt, [&chronicle](const journal::Replayed& replayed) { chronicle.listen(replayed); });
  if (rebuilt.broken) {
    return wire::fault(fmt::format("the journal does not replay, entry {}: {}", rebuilt.broken->entry, rebuilt.broken->why));
  }
  const room::Room& room = *rebuilt.room;
  // A finished match says itself how many questions count.
  if (const auto finished = room.results()) chronicle.revealed_count = finished->question_count;
  GameResults results{game.id,
                      game.code,
                      language,
                      room.settings(),
                      room.phase() == wire::Phase::Finished,
                      room.paper().questions.size(),
                      digest_words(room),
                      false,
                      {},
                      {},
                      room.team_rows(),
                      fairness_of(room)};
  std::vector<Marks> marks;
  for (const Row& row : standings(room)) {
    results.players.push_back(player_result(room, row, chronicle, language));
    marks.push_back(marks_of(results.players.back(), room));
  }
  const auto third_of = thirds(marks);
  for (std::size_t i = 0; i < results.players.size(); ++i) {
    results.players[i].third = third_of[i];
    results.has_thirds = results.has_thirds || third_of[i].has_value();
  }
  const auto statistics = item_statistics(marks, chronicle.revealed_count);
  for (std::uint32_t number = 1; number <= chronicle.revealed_count; ++number) {
    results.questions.push_back(question_result(room, number, results.players, language));
    results.questions.back().statistics = statistics[number - 1];
  }
  return results;
}

}  // namespace certamen::report
