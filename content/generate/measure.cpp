#include "content/generate/measure.hpp"

#include <fmt/core.h>

#include <set>
#include <tuple>
#include <utility>

#include "content/model/lengths.hpp"

namespace certamen::content {
namespace {

// Words by what they are and the line that they come from.
using Seen = std::set<std::tuple<std::string_view, int, std::string>>;

class Measure {
 public:
  Measure(const Words& id, Seen& seen, Findings& findings) : id_(id.text), seen_(seen), findings_(findings) {
    if (id_.size() <= id_characters_max) return;
    findings.error(
        id.place, fmt::format("draws '{}', an id of {} characters; shorten the ids of table, column and row until it has {}",
                              id_, id_.size(), id_characters_max));
  }

  void operator()(Text& text, const std::string& name, const TextRule& rule) const {
    place_and_check(text.en, fmt::format("{}.{}.en", id_, name), rule);
    place_and_check(text.es, fmt::format("{}.{}.es", id_, name), rule);
  }

  void operator()(std::monostate&) const {}
  void operator()(ShortText&) const {}
  void operator()(Choice& choice) const {
    options(choice, [](const Option&) { return true; });
  }

  template <class Chosen>
  void options(Choice& choice, const Chosen& chosen) const {
    for (std::size_t i = 0; i < choice.options.size(); ++i) {
      if (!chosen(choice.options[i])) continue;
      (*this)(choice.options[i].text, fmt::format("options[{}].text", i), option_rule);
      (*this)(choice.options[i].reason, fmt::format("options[{}].reason", i), reason_rule);
    }
  }
  void operator()(Statement& statement) const { (*this)(statement.reason, "reason", reason_rule); }
  void operator()(Number& number) const {
    for (std::size_t i = 0; i < number.mistakes.size(); ++i) {
      (*this)(number.mistakes[i].reason, fmt::format("mistakes[{}].reason", i), reason_rule);
    }
  }
  void operator()(Ordering& ordering) const {
    for (std::size_t i = 0; i < ordering.items.size(); ++i) {
      (*this)(ordering.items[i].text, fmt::format("items[{}].text", i), item_rule);
      (*this)(ordering.items[i].reason, fmt::format("items[{}].reason", i), reason_rule);
    }
  }
  void operator()(Matching& matching) const {
    for (std::size_t i = 0; i < matching.pairs.size(); ++i) {
      (*this)(matching.pairs[i].left, fmt::format("pairs[{}].left", i), pair_rule);
      (*this)(matching.pairs[i].right, fmt::format("pairs[{}].right", i), pair_rule);
      (*this)(matching.pairs[i].reason, fmt::format("pairs[{}].reason", i), reason_rule);
    }
  }

 private:
  void place_and_check(Words& words, std::string field, const TextRule& rule) const {
    words.place.field = std::move(field);
    if (seen_.emplace(rule.noun, words.place.line, words.text).second) check_length(words, rule, findings_);
  }

  std::string id_;
  Seen& seen_;
  Findings& findings_;
};

}  // namespace

void measure(Topic& part, Findings& findings) {
  Seen seen;
  for (Note& note : part.notes) Measure(note.id, seen, findings)(note.text, "text", note_rule);
  // What is said of a row is reported in its own question rather than beside another key.
  for (Question& question : part.questions) {
    auto* choice = std::get_if<Choice>(&question.body);
    if (choice == nullptr) continue;
    Measure(question.id, seen, findings).options(*choice, [](const Option& option) { return option.correct; });
  }
  for (Question& question : part.questions) {
    const Measure measured(question.id, seen, findings);
    measured(question.prompt, "prompt", prompt_rule);
    std::visit(measured, question.body);
    measured(question.explanation, "explanation", explanation_rule);
  }
}

}  // namespace certamen::content
