#include "client/screens/review_search.hpp"

#include <algorithm>
#include <string>

#include "client/model/queries.hpp"
#include "client/screens/words.hpp"
#include "client/ui/fold.hpp"

namespace certamen::screens {

namespace {

// What the player got nothing whole for: wrong, in part, or blank.
bool missed(const wire::QuestionReviewed& question) {
  return question.own_result && !question.own_result->right;
}

std::string words_of(const model::Model& model, const wire::QuestionReviewed& question) {
  std::string text = question.announced.prompt;
  for (const std::string& each : question.asked.options) text += "\n" + each;
  for (const std::string& each : question.asked.matches) text += "\n" + each;
  for (const std::string& each : question.revealed.text_key) text += "\n" + each;
  text += "\n" + question.announced.topic_title;
  text += "\n" + Words{model.profile.language}.of(question.announced.domain);
  return text;
}

}  // namespace

std::vector<std::uint32_t> questions_found(const model::Model& model, std::string_view sought, bool missed_only) {
  const std::string wish = ui::folded(sought);
  std::vector<std::uint32_t> found;
  for (std::uint32_t number = 1; number <= model::review_total(model); ++number) {
    const auto question = model.room->review.find(number);
    const bool here = question != model.room->review.end();
    if (missed_only && !(here && missed(question->second))) continue;
    const bool fits =
        wish.empty() || wish == std::to_string(number) || (here && ui::finds(words_of(model, question->second), wish));
    if (fits) found.push_back(number);
  }
  return found;
}

void follow_search(const model::Model& model, const ViewState& state, std::vector<model::Event>& events) {
  if (!model.room) return;
  const std::vector<std::uint32_t> found = questions_found(model, state.search, state.missed_only);
  if (found.empty() || std::binary_search(found.begin(), found.end(), model.room->review_number)) return;
  events.push_back(model::ShowReviewed{found.front()});
}

std::optional<std::uint32_t> found_before(const std::vector<std::uint32_t>& found, std::uint32_t number) {
  const auto at = std::lower_bound(found.begin(), found.end(), number);
  return at == found.begin() ? std::nullopt : std::optional{*std::prev(at)};
}

std::optional<std::uint32_t> found_after(const std::vector<std::uint32_t>& found, std::uint32_t number) {
  const auto at = std::upper_bound(found.begin(), found.end(), number);
  return at == found.end() ? std::nullopt : std::optional{*at};
}

}  // namespace certamen::screens
