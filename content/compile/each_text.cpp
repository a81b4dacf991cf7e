#include "content/compile/each_text.hpp"

namespace certamen::content {
namespace {

struct BodyTexts {
  const std::function<void(const Text&)>& visit;

  void operator()(const std::monostate&) const {}
  void operator()(const Choice& choice) const {
    for (const Option& option : choice.options) {
      visit(option.text);
      visit(option.reason);
    }
  }
  void operator()(const Statement& statement) const { visit(statement.reason); }
  void operator()(const Number& number) const {
    visit(number.unit);
    for (const NumericMistake& mistake : number.mistakes) visit(mistake.reason);
  }
  void operator()(const Ordering& ordering) const {
    for (const Item& item : ordering.items) {
      visit(item.text);
      visit(item.reason);
    }
  }
  void operator()(const Matching& matching) const {
    for (const Pair& pair : matching.pairs) {
      visit(pair.left);
      visit(pair.right);
      visit(pair.reason);
    }
  }
  void operator()(const ShortText& short_text) const {
    for (const Misspelling& mistake : short_text.mistakes) visit(mistake.reason);
  }
};

}  // namespace

void each_text(const Topic& topic, const std::function<void(const Text&)>& visit) {
  visit(topic.title);
  for (const Note& note : topic.notes) {
    visit(note.text);
    if (note.as_of) visit(note.as_of->text);
  }
  for (const Question& question : topic.questions) {
    visit(question.prompt);
    std::visit(BodyTexts{visit}, question.body);
    visit(question.explanation);
  }
}

}  // namespace certamen::content
