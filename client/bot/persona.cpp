#include "client/bot/persona.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "client/model/numeric.hpp"
#include "client/model/queries.hpp"

namespace certamen::bot {

namespace {

constexpr std::array<std::string_view, 32> first_names{
    "Ada",   "Álvaro", "Begoña", "Bruno", "Carmen", "Chen",  "Dário", "Elena", "Farid",  "Grace", "Hugo",
    "Inés",  "Jonas",  "Kenji",  "Lucía", "Mónica", "Nadia", "Óscar", "Priya", "Quique", "Rosa",  "Samuel",
    "Tomás", "Úrsula", "Vera",   "Wanda", "Ximena", "Yusuf", "Zoe",   "Íñigo", "Núria",  "Olga"};

constexpr wire::Duration reaction_min = std::chrono::milliseconds{600};
constexpr std::uint64_t weight_floor = 20;

std::uint64_t in_micros(wire::Duration duration) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(duration.count(), 1));
}

// The mean of two draws: most people answer near the middle of their own pace.
wire::Duration reaction(Persona& persona, wire::Duration allowed) {
  const wire::Duration first = std::min(reaction_min, allowed / 4);
  const wire::Duration span = (allowed * 8 / 10 - first) * (150 - persona.haste_percent) / 150;
  const std::uint64_t drawn = (persona.random.below(in_micros(span)) + persona.random.below(in_micros(span))) / 2;
  return first + wire::Duration{static_cast<std::int64_t>(drawn)};
}

// Longer options weigh more, the more so the better the persona and the easier the question.
std::vector<std::uint64_t> weights_of(const Persona& persona, const model::Room& room) {
  const auto& options = room.asked->options;
  std::vector<std::uint64_t> weights;
  weights.reserve(options.size());
  for (const auto& option : options) {
    const auto shorter = static_cast<std::uint64_t>(
        std::count_if(options.begin(), options.end(), [&](const auto& other) { return other.size() < option.size(); }));
    const std::uint64_t ease = 6 - std::min<std::uint32_t>(room.announced->difficulty, 5);
    weights.push_back(weight_floor + shorter * persona.skill_percent * ease / 5);
  }
  return weights;
}

wire::ChoiceAnswer choose(Persona& persona, const model::Room& room) {
  auto weights = weights_of(persona, room);
  const std::size_t wanted = std::min<std::size_t>(std::max(room.asked->choose, 1U), weights.size());
  wire::ChoiceAnswer answer;
  while (answer.options.size() < wanted) {
    std::uint64_t ticket = persona.random.below(std::accumulate(weights.begin(), weights.end(), std::uint64_t{0}));
    std::size_t option = 0;
    while (ticket >= weights[option]) ticket -= weights[option++];
    weights[option] = 0;
    answer.options.push_back(static_cast<wire::OptionIndex>(option));
  }
  std::sort(answer.options.begin(), answer.options.end());
  return answer;
}

std::vector<std::int64_t> numbers_in(std::string_view text) {
  constexpr std::string_view digits = "0123456789";
  std::vector<std::int64_t> numbers;
  for (std::size_t at = text.find_first_of(digits); at != std::string_view::npos; at = text.find_first_of(digits, at)) {
    const std::size_t end = std::min(text.find_first_not_of(digits, at), text.size());
    if (const auto micros = model::parse_number(text.substr(at, end - at))) numbers.push_back(*micros);
    at = end;
  }
  return numbers;
}

wire::NumericAnswer guess_number(Persona& persona, const model::Room& room) {
  constexpr std::int64_t one = 1'000'000;
  const auto numbers = numbers_in(room.announced->prompt);
  if (numbers.empty()) return {static_cast<std::int64_t>(1 + persona.random.below(100)) * one};
  const std::int64_t taken = numbers[persona.random.below(numbers.size())];
  // The careful ones reckon with what they read: a small multiple of it.
  const bool reckons = persona.random.below(100) < persona.skill_percent;
  const std::int64_t factor = reckons ? static_cast<std::int64_t>(1 + persona.random.below(4)) : 1;
  return {std::min(taken, wire::numeric_micros_max / 4) * factor};
}

// Any order, matches at random, no two options sharing one while there are enough.
std::vector<wire::OptionIndex> shuffled(Persona& persona, std::size_t count) {
  std::vector<wire::OptionIndex> places(count);
  std::iota(places.begin(), places.end(), wire::OptionIndex{0});
  persona.random.shuffle(places);
  return places;
}

wire::MatchAnswer match(Persona& persona, const wire::QuestionAsked& asked) {
  const std::vector<wire::OptionIndex> places = shuffled(persona, asked.matches.size());
  wire::MatchAnswer answer;
  for (std::size_t option = 0; option < asked.options.size(); ++option) {
    answer.matches.push_back(places.empty() ? wire::OptionIndex{0} : places[option % places.size()]);
  }
  return answer;
}

// A word of the prompt: what else is there to go by?
wire::TextAnswer guess_word(Persona& persona, const std::string& prompt) {
  std::vector<std::string> words;
  std::istringstream stream(prompt);
  for (std::string word; stream >> word;) {
    if (word.size() <= wire::text_answer_bytes_max) words.push_back(word);
  }
  return {words.empty() ? "?" : words[persona.random.below(words.size())]};
}

// Who guesses better is surer, and sometimes wrongly so.
wire::Certainty certainty_of(Persona& persona) {
  const std::uint64_t sureness = persona.random.below(100) + persona.skill_percent;
  if (sureness < 80) return wire::Certainty::Low;
  return sureness < 140 ? wire::Certainty::Middle : wire::Certainty::High;
}

wire::Answer guess(Persona& persona, const model::Room& room) {
  switch (room.announced->kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::TrueFalse:
    case wire::QuestionKind::MultipleResponse: return choose(persona, room);
    case wire::QuestionKind::Numeric: return guess_number(persona, room);
    case wire::QuestionKind::Ordering: return wire::OrderAnswer{shuffled(persona, room.asked->options.size())};
    case wire::QuestionKind::Matching: return match(persona, *room.asked);
    case wire::QuestionKind::ShortText: return guess_word(persona, room.announced->prompt);
  }
  return choose(persona, room);
}

}  // namespace

Persona make_persona(std::uint64_t seed, std::uint32_t index) {
  Persona persona;
  persona.random.state = seed ^ model::Random{index}.next();
  persona.name = std::string{first_names[index % first_names.size()]};
  if (index >= first_names.size()) persona.name += " " + std::to_string(index / first_names.size() + 1);
  persona.skill_percent = static_cast<std::uint32_t>(persona.random.below(101));
  persona.haste_percent = static_cast<std::uint32_t>(persona.random.below(101));
  persona.absence_permille = static_cast<std::uint32_t>(persona.random.below(30));
  return persona;
}

Decision decide(Persona& persona, const model::Room& room) {
  const wire::QuestionAsked& asked = *room.asked;
  Decision decision{asked.number, guess(persona, room), reaction(persona, model::answer_window(room))};
  decision.vote = asked.vote;
  if (room.settings.scoring == wire::Scoring::Certainty) decision.certainty = certainty_of(persona);
  if (persona.random.below(1000) < persona.absence_permille) decision.answer.reset();
  return decision;
}

}  // namespace certamen::bot
