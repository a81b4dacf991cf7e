#include "tests/sim/answering.hpp"

#include <algorithm>

#include "client/bot/gestures.hpp"
#include "client/model/queries.hpp"

namespace certamen::sim {
namespace {

bool is_text(const exam::LocalText& known, const std::string& shown) {
  return std::find(known.by_language.begin(), known.by_language.end(), shown) != known.by_language.end();
}

// Where a known text stands among the texts shown; nothing when it is not there.
std::optional<wire::OptionIndex> place_of(const exam::LocalText& known, const std::vector<std::string>& shown) {
  const auto found = std::find_if(shown.begin(), shown.end(), [&](const std::string& text) { return is_text(known, text); });
  if (found == shown.end()) return std::nullopt;
  return static_cast<wire::OptionIndex>(found - shown.begin());
}

std::optional<wire::Answer> choose(const model::Model& model, const exam::Question& known, bool right, Dice& dice) {
  std::vector<wire::OptionIndex> wanted;
  std::vector<wire::OptionIndex> others;
  for (const model::DisplayOption& shown : model::display_options(model)) {
    const auto option = std::find_if(known.options.begin(), known.options.end(),
                                     [&](const exam::Option& each) { return is_text(each.text, shown.text); });
    if (option == known.options.end()) continue;
    (option->right == right ? wanted : others).push_back(shown.canonical);
  }
  if (!right) {
    dice.shuffle(wanted);
    wanted.insert(wanted.end(), others.begin(), others.end());
  }
  const bool several = known.kind == wire::QuestionKind::MultipleResponse;
  wanted.resize(std::min<std::size_t>(wanted.size(), several ? model.room->asked->choose : 1));
  if (wanted.empty()) return std::nullopt;
  std::sort(wanted.begin(), wanted.end());
  return wire::ChoiceAnswer{std::move(wanted)};
}

wire::Answer reckon(const exam::Question& known, bool right, Dice& dice) {
  std::int64_t micros = known.numeric.micros;
  if (right) {
    micros += known.numeric.tolerance_micros * (static_cast<std::int64_t>(dice.below(3)) - 1);
  } else {
    micros = dice.chance(50) ? known.numeric.mistakes.front().micros : micros + dice.between(1, 9) * std::int64_t{1'000'000};
  }
  return wire::NumericAnswer{micros};
}

// The known question has its items in the right order.
std::optional<wire::Answer> arrange(const wire::QuestionAsked& asked, const exam::Question& known, bool right, Dice& dice) {
  wire::OrderAnswer order;
  for (const exam::Option& option : known.options) {
    if (const auto place = place_of(option.text, asked.options)) order.options.push_back(*place);
  }
  if (order.options.size() != asked.options.size()) return std::nullopt;
  if (!right && dice.chance(50)) std::swap(order.options.front(), order.options.back());
  if (!right && dice.chance(70)) dice.shuffle(order.options);
  return order;
}

// The known question has its pairs side by side.
std::optional<wire::Answer> match(const wire::QuestionAsked& asked, const exam::Question& known, bool right, Dice& dice) {
  wire::MatchAnswer answer{std::vector<wire::OptionIndex>(asked.options.size())};
  for (std::size_t i = 0; i < known.options.size(); ++i) {
    const auto option = place_of(known.options[i].text, asked.options);
    const auto place = place_of(known.matches[i], asked.matches);
    if (!option || !place) return std::nullopt;
    const bool guesses = !right && dice.chance(60);
    answer.matches[*option] = guesses ? static_cast<wire::OptionIndex>(dice.below(asked.matches.size())) : *place;
  }
  return answer;
}

// As people type: other case, no accents, too much space.
wire::Answer spell(const exam::Question& known, bool right, Dice& dice) {
  std::string text = right ? dice.pick(known.text.accepted) : known.text.mistakes.front().spelling;
  if (!right && dice.chance(50)) text = "No idea " + std::to_string(dice.below(12));
  const auto without_accent = [&text](const std::string& letter, const std::string& plain) {
    if (const std::size_t at = text.find(letter); at != std::string::npos) text.replace(at, letter.size(), plain);
  };
  if (dice.chance(40)) without_accent("ñ", "n");
  if (dice.chance(40)) without_accent("Ú", "u");
  if (dice.chance(30)) text = "  " + text + "\t";
  if (const std::size_t gap = text.rfind(' '); gap != std::string::npos && dice.chance(30)) text.insert(gap, "   ");
  return wire::TextAnswer{text};
}

std::optional<wire::Answer> answer_of(const model::Model& model, const exam::Question& known, bool right, Dice& dice) {
  switch (known.kind) {
    case wire::QuestionKind::SingleChoice:
    case wire::QuestionKind::MultipleResponse:
    case wire::QuestionKind::TrueFalse: return choose(model, known, right, dice);
    case wire::QuestionKind::Numeric: return reckon(known, right, dice);
    case wire::QuestionKind::Ordering: return arrange(*model.room->asked, known, right, dice);
    case wire::QuestionKind::Matching: return match(*model.room->asked, known, right, dice);
    case wire::QuestionKind::ShortText: return spell(known, right, dice);
  }
  return std::nullopt;
}

}  // namespace

std::optional<wire::Answer> paper_answer(const model::Model& model, const PaperSource& papers,
                                         const wire::PaperQuestion& question, bool right, Dice& dice) {
  const exam::Question* known = papers.with_prompt(question.announced.prompt);
  if (known == nullptr || !model.room) return std::nullopt;
  model::Model at_question = model;  // as a board of this question would have it
  at_question.room->announced = question.announced;
  at_question.room->asked = question.asked;
  return answer_of(at_question, *known, right, dice);
}

std::vector<model::Event> answer_gestures(const model::Model& model, const PaperSource& papers, bool right, Dice& dice) {
  if (!model.room || !model.room->announced || !model.room->asked) return {};
  const exam::Question* known = papers.with_prompt(model.room->announced->prompt);
  if (known == nullptr) return {};
  const auto answer = answer_of(model, *known, right, dice);
  if (!answer) return {};
  std::optional<wire::Certainty> certainty;
  if (model.room->settings.scoring == wire::Scoring::Certainty) certainty = static_cast<wire::Certainty>(dice.below(3));
  return bot::gestures_to(model, *answer, certainty);
}

}  // namespace certamen::sim
