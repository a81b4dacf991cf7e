#include "client/bot/gestures.hpp"

#include <algorithm>

#include "client/model/queries.hpp"

namespace certamen::bot {

namespace {

using Gestures = std::vector<model::Event>;

bool has(const std::vector<wire::OptionIndex>& options, wire::OptionIndex option) {
  return std::find(options.begin(), options.end(), option) != options.end();
}

void choose(Gestures& gestures, const model::Room& room, const wire::ChoiceAnswer& choice) {
  const auto& picks = room.own.picks;
  if (room.announced->kind == wire::QuestionKind::MultipleResponse) {
    for (const wire::OptionIndex option : picks) {
      if (!has(choice.options, option)) gestures.emplace_back(model::ToggleOption{option});
    }
  }
  for (const wire::OptionIndex option : choice.options) {
    if (!has(picks, option)) gestures.emplace_back(model::ToggleOption{option});
  }
}

void arrange(Gestures& gestures, const model::Model& model, const wire::OrderAnswer& answer) {
  auto order = model::board_order(model);
  for (std::size_t place = 0; place < answer.options.size(); ++place) {
    const wire::OptionIndex option = answer.options[place];
    if (order[place] == option) continue;
    gestures.emplace_back(model::PlaceOption{option, place});
    std::erase(order, option);
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(place), option);
  }
  const bool untouched = gestures.empty() && model.room->own.order.empty();
  if (untouched && !answer.options.empty()) gestures.emplace_back(model::PlaceOption{answer.options.front(), 0});
}

void match(Gestures& gestures, const model::Model& model, const wire::MatchAnswer& answer) {
  const auto matches = model::board_matches(model);
  for (std::size_t i = 0; i < answer.matches.size() && i < matches.size(); ++i) {
    if (matches[i] == answer.matches[i]) continue;
    gestures.emplace_back(model::MatchOption{static_cast<wire::OptionIndex>(i), answer.matches[i]});
  }
}

}  // namespace

std::vector<model::Event> gestures_to(const model::Model& model, const wire::Answer& answer,
                                      std::optional<wire::Certainty> certainty) {
  const model::Room& room = *model.room;
  Gestures gestures;
  if (const auto* choice = std::get_if<wire::ChoiceAnswer>(&answer)) {
    choose(gestures, room, *choice);
  } else if (const auto* number = std::get_if<wire::NumericAnswer>(&answer)) {
    const std::string text = model::format_number(number->micros, model.profile.language);
    if (room.own.numeric_text != text) gestures.emplace_back(model::SetNumericText{text});
  } else if (const auto* order = std::get_if<wire::OrderAnswer>(&answer)) {
    arrange(gestures, model, *order);
  } else if (const auto* pairs = std::get_if<wire::MatchAnswer>(&answer)) {
    match(gestures, model, *pairs);
  } else if (const auto* words = std::get_if<wire::TextAnswer>(&answer)) {
    if (room.own.text != words->text) gestures.emplace_back(model::SetAnswerText{words->text});
  }
  if (certainty && model::asks_certainty(room) && room.own.certainty != certainty) {
    gestures.emplace_back(model::SetCertainty{*certainty});
  }
  if (!model::gives_at_once(room)) gestures.emplace_back(model::ConfirmAnswer{});
  return gestures;
}

}  // namespace certamen::bot
