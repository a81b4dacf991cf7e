#include "tests/sim/answering.hpp"

#include <algorithm>

#include "client/model/queries.hpp"

namespace certamen::sim {
namespace {

std::vector<model::Event> choose(const model::Model& model, const exam::Question& known, bool right, Dice& dice) {
  std::vector<wire::OptionIndex> wanted;
  std::vector<wire::OptionIndex> others;
  for (const model::DisplayOption& shown : model::display_options(model)) {
    const auto option = std::find_if(known.options.begin(), known.options.end(), [&](const exam::Option& each) {
      return std::find(each.text.by_language.begin(), each.text.by_language.end(), shown.text) !=
             each.text.by_language.end();
    });
    if (option == known.options.end()) continue;
    (option->right == right ? wanted : others).push_back(shown.canonical);
  }
  if (!right) {
    dice.shuffle(wanted);
    wanted.insert(wanted.end(), others.begin(), others.end());
  }
  const bool several = known.kind == wire::QuestionKind::MultipleResponse;
  wanted.resize(std::min<std::size_t>(wanted.size(), several ? model.room->asked->choose : 1));
  std::vector<model::Event> gestures;
  for (const wire::OptionIndex option : wanted) gestures.emplace_back(model::ToggleOption{option});
  if (several) gestures.emplace_back(model::ConfirmAnswer{});
  return gestures;
}

std::vector<model::Event> type_number(const model::Model& model, const exam::Question& known, bool right, Dice& dice) {
  std::int64_t micros = known.numeric.micros;
  if (right) {
    micros += known.numeric.tolerance_micros * (static_cast<std::int64_t>(dice.below(3)) - 1);
  } else {
    micros = dice.chance(50) ? known.numeric.mistakes.front().micros : micros + dice.between(1, 9) * std::int64_t{1'000'000};
  }
  return {model::SetNumericText{model::format_number(micros, model.profile.language)}, model::ConfirmAnswer{}};
}

}  // namespace

std::vector<model::Event> answer_gestures(const model::Model& model, const PaperSource& papers, bool right, Dice& dice) {
  if (!model.room || !model.room->announced || !model.room->asked) return {};
  const exam::Question* known = papers.with_prompt(model.room->announced->prompt);
  if (known == nullptr) return {};
  if (known->kind == wire::QuestionKind::Numeric) return type_number(model, *known, right, dice);
  return choose(model, *known, right, dice);
}

}  // namespace certamen::sim
