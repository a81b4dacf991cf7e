#include "content/model/each_text.hpp"

#include <type_traits>

namespace certamen::content {
namespace {

// The parts of a topic as they are visited: constant in a constant topic.
template <typename Whole, typename Part>
using like = std::conditional_t<std::is_const_v<Whole>, const Part, Part>;

template <typename Whole, typename Visit>
struct BodyTexts {
  const Visit& visit;

  void operator()(like<Whole, std::monostate>&) const {}
  void operator()(like<Whole, Choice>& choice) const {
    for (auto& option : choice.options) {
      visit(option.text);
      visit(option.reason);
    }
  }
  void operator()(like<Whole, Statement>& statement) const { visit(statement.reason); }
  void operator()(like<Whole, Number>& number) const {
    visit(number.unit);
    for (auto& mistake : number.mistakes) visit(mistake.reason);
  }
  void operator()(like<Whole, Ordering>& ordering) const {
    for (auto& item : ordering.items) {
      visit(item.text);
      visit(item.reason);
    }
  }
  void operator()(like<Whole, Matching>& matching) const {
    for (auto& pair : matching.pairs) {
      visit(pair.left);
      visit(pair.right);
      visit(pair.reason);
    }
  }
  void operator()(like<Whole, ShortText>& short_text) const {
    for (auto& mistake : short_text.mistakes) visit(mistake.reason);
  }
};

template <typename Whole, typename Visit>
void walk(Whole& topic, const Visit& visit) {
  visit(topic.title);
  for (auto& note : topic.notes) {
    visit(note.text);
    if (note.as_of) visit(note.as_of->text);
  }
  for (auto& question : topic.questions) {
    visit(question.prompt);
    std::visit(BodyTexts<Whole, Visit>{visit}, question.body);
    visit(question.explanation);
  }
}

}  // namespace

void each_text(const Topic& topic, const std::function<void(const Text&)>& visit) {
  walk(topic, visit);
}

void change_each_text(Topic& topic, const std::function<void(Text&)>& change) {
  walk(topic, change);
}

}  // namespace certamen::content
