#include "content/exchange/leaving.hpp"

#include <fmt/core.h>

namespace certamen::content {

std::vector<const Topic*> Leaving::topics_in(const std::vector<Topic>& topics, wire::Language language) {
  const bool spanish = language == wire::Language::Spanish;
  std::vector<const Topic*> kept;
  for (const Topic& topic : topics) {
    if (spanish ? topic.languages.es : topic.languages.en) {
      kept.push_back(&topic);
    } else {
      topics_.push_back(
          {0, fmt::format("topic {} is left out: it has no texts in {}", topic.id.text, spanish ? "Spanish" : "English")});
    }
  }
  return kept;
}

void Leaving::count(const std::string& noun, const std::string& nouns) {
  auto& [singular, number] = left_[nouns];
  singular = noun;
  ++number;
}

void Leaving::count_notes(const Topic& topic) {
  for (std::size_t i = 0; i < topic.notes.size(); ++i) count("note with its lines", "notes with their lines");
  for (const Question& question : topic.questions) {
    for (std::size_t i = 0; i < question.defended.size(); ++i) count("defence of a warning", "defences of warnings");
  }
}

std::vector<Remark> Leaving::remarks() const {
  std::vector<Remark> all = topics_;
  for (const auto& [nouns, left] : left_) {
    const auto& [noun, number] = left;
    all.push_back({0, fmt::format("{} {} left out: {}", number, number == 1 ? noun + " is" : nouns + " are", why_)});
  }
  return all;
}

}  // namespace certamen::content
