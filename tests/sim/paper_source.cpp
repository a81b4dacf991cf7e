#include "tests/sim/paper_source.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tests/sim/dice.hpp"

namespace certamen::sim {
namespace {

constexpr std::string_view secret_begin = "~secret:";
constexpr char secret_end = '~';
constexpr std::size_t topic_count = 6;
constexpr std::size_t questions_per_topic = wire::question_kind_count;

exam::LocalText public_text(const std::string& what) {
  return {{what + ", asked in English", what + ", preguntado en español"}};
}

exam::LocalText secret_text(const std::string& id, const std::string& part) {
  const std::string mark = fmt::format("{}{}{}", secret_begin, id, secret_end);
  return {{fmt::format("{} {} why", mark, part), fmt::format("{} {} por qué", mark, part)}};
}

void add_options(exam::Question& question, std::size_t count, std::size_t right_count) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::string part = fmt::format("option {}", i + 1);
    question.options.push_back(
        {public_text(fmt::format("{} of {}", part, question.id)), secret_text(question.id, part), i < right_count});
  }
}

void add_number(exam::Question& question, std::uint32_t index) {
  question.numeric.micros = std::int64_t{index} * 1'250'000 - 2'000'000;
  question.numeric.tolerance_micros = index % 2 == 0 ? 0 : 500'000;
  question.numeric.unit = {{"units", "unidades"}};
  question.numeric.mistakes.push_back({question.numeric.micros + 3'000'000, secret_text(question.id, "mistake")});
}

// In the right order; a draw shuffles.
void add_items(exam::Question& question, std::size_t count) {
  add_options(question, count, 0);
  for (std::size_t i = 0; i < count; ++i) question.arrangement.push_back(static_cast<wire::OptionIndex>(i));
}

void add_pairs(exam::Question& question, std::size_t count) {
  add_items(question, count);
  for (std::size_t i = 0; i < count; ++i) {
    question.matches.push_back(public_text(fmt::format("match {} of {}", i + 1, question.id)));
  }
}

void add_spellings(exam::Question& question) {
  const std::string mark = fmt::format("{}{}{}", secret_begin, question.id, secret_end);
  question.text.accepted = {mark + " Señal Única", mark + " SIGNAL"};
  question.text.mistakes = {{mark + " Ruido", secret_text(question.id, "mistake")}};
}

// The new places of `count` things: places[new] = old.
std::vector<wire::OptionIndex> shuffled(std::size_t count, Dice& dice) {
  std::vector<wire::OptionIndex> places;
  for (std::size_t i = 0; i < count; ++i) places.push_back(static_cast<wire::OptionIndex>(i));
  dice.shuffle(places);
  return places;
}

wire::OptionIndex place_of(const std::vector<wire::OptionIndex>& places, std::size_t old) {
  return static_cast<wire::OptionIndex>(std::find(places.begin(), places.end(), old) - places.begin());
}

// Shows items and pairs in some order. Here, unlike in the bank, that may be the right one.
void rearrange(exam::Question& question, Dice& dice) {
  const exam::Question known = question;
  const std::size_t count = question.options.size();
  const auto options = shuffled(count, dice);
  const auto matches = shuffled(question.matches.size(), dice);
  for (std::size_t i = 0; i < count; ++i) question.options[i] = known.options[options[i]];
  for (std::size_t i = 0; i < matches.size(); ++i) question.matches[i] = known.matches[matches[i]];
  for (std::size_t i = 0; i < count; ++i) {
    question.arrangement[i] = matches.empty() ? place_of(options, i) : place_of(matches, options[i]);
  }
}

exam::Question make_question(std::uint32_t topic, std::uint32_t number) {
  exam::Question question;
  question.id = fmt::format("topic-{}/question-{}", topic, number);
  question.kind = static_cast<wire::QuestionKind>((topic + number) % wire::question_kind_count);
  question.domain = static_cast<wire::ExamDomain>(topic % 4);
  question.difficulty = 1 + (topic * 3 + number) % 5;
  question.seconds = 4 + (topic + number) % 5;
  question.topic_title = {{fmt::format("Topic {}", topic), fmt::format("Tema {}", topic)}};
  question.prompt = public_text("Prompt of " + question.id);
  switch (question.kind) {
    case wire::QuestionKind::SingleChoice: add_options(question, 4, 1); break;
    case wire::QuestionKind::MultipleResponse: add_options(question, 5, 2 + number % 2); break;
    case wire::QuestionKind::TrueFalse: add_options(question, 2, 1); break;
    case wire::QuestionKind::Numeric: add_number(question, topic * 5 + number); break;
    case wire::QuestionKind::Ordering: add_items(question, 5); break;
    case wire::QuestionKind::Matching: add_pairs(question, 4); break;
    case wire::QuestionKind::ShortText: add_spellings(question); break;
  }
  question.explanation = secret_text(question.id, "explanation");
  question.notes.push_back({secret_text(question.id, "note"), secret_text(question.id, "as of"), "2026-01",
                            fmt::format("{}-{}", topic * 10, topic * 10 + number)});
  return question;
}

}  // namespace

PaperSource::PaperSource() {
  for (std::uint32_t topic = 0; topic < topic_count; ++topic) {
    for (std::uint32_t number = 0; number < questions_per_topic; ++number) {
      questions_.push_back(make_question(topic, number));
      const exam::Question& made = questions_.back();
      candidates_.push_back({made.id, fmt::format("topic-{}", topic), made.kind, made.domain, made.difficulty});
    }
  }
}

exam::Paper PaperSource::draw(const exam::DrawSpec& spec) const {
  const std::vector<std::string> ids = exam::draw(candidates_, spec);
  exam::Paper paper;
  if (ids.size() < spec.question_count) return paper;
  Dice dice(spec.seed, "options");
  for (const std::string& id : ids) {
    const auto found = std::find_if(questions_.begin(), questions_.end(), [&id](const auto& each) { return each.id == id; });
    paper.questions.push_back(*found);
    if (!found->arrangement.empty()) {
      rearrange(paper.questions.back(), dice);
    } else if (found->kind != wire::QuestionKind::TrueFalse) {
      dice.shuffle(paper.questions.back().options);
    }
  }
  return paper;
}

hub::BankSummary PaperSource::summary() const {
  hub::BankSummary summary;
  summary.content_hash = "c0ffee";
  summary.question_count = static_cast<std::uint32_t>(questions_.size());
  for (std::size_t topic = 0; topic < topic_count; ++topic) {
    const exam::Question& first = questions_[topic * questions_per_topic];
    for (std::size_t language = 0; language < wire::language_count; ++language) {
      summary.topics[language].push_back({fmt::format("topic-{}", topic), first.topic_title.by_language[language],
                                          first.domain, std::uint32_t{questions_per_topic}});
    }
  }
  return summary;
}

const exam::Question* PaperSource::with_prompt(std::string_view prompt) const {
  for (const exam::Question& question : questions_) {
    for (const std::string& text : question.prompt.by_language) {
      if (text == prompt) return &question;
    }
  }
  return nullptr;
}

std::vector<std::string> secrets_in(std::span<const std::byte> bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  std::vector<std::string> ids;
  for (std::size_t at = text.find(secret_begin); at != std::string_view::npos; at = text.find(secret_begin, at + 1)) {
    const std::size_t begin = at + secret_begin.size();
    const std::size_t end = text.find(secret_end, begin);
    if (end == std::string_view::npos) break;
    std::string id(text.substr(begin, end - begin));
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
  }
  return ids;
}

}  // namespace certamen::sim
