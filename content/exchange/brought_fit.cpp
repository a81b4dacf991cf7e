#include "content/exchange/brought_fit.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "content/exchange/brought_text.hpp"
#include "content/model/limits.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

using Why = std::optional<std::string>;
using Remarking = std::function<void(std::string)>;

struct PointingOption {
  std::string_view phrase;  // folded
  std::string_view words;   // the same, wherever the option stands
};
// Options that point at the ones above them, which shuffling moves.
constexpr std::array<PointingOption, 9> endings{{{"all of the above", "All of the others"},
                                                 {"all the above", "All of the others"},
                                                 {"both of the above", "Both of the others"},
                                                 {"none of the above", "None of the others"},
                                                 {"todas las anteriores", "Todas las demás"},
                                                 {"todos los anteriores", "Todos los demás"},
                                                 {"todo lo anterior", "Todo lo demás"},
                                                 {"ninguna de las anteriores", "Ninguna de las demás"},
                                                 {"ninguno de los anteriores", "Ninguno de los demás"}}};

constexpr std::array<std::string_view, 4> truth_openings{"true or false", "true/false", "verdadero o falso",
                                                         "verdadero/falso"};

// One question and where its remarks go.
class Fitter {
 public:
  Fitter(Question& question, const Languages& languages, const Remarking& remark)
      : question_(question), languages_(languages), remark_(remark) {}

  Why operator()(std::monostate&) const { return "it has no answer of a kind that topics have"; }

  Why operator()(Choice& choice) const {
    for (Option& option : choice.options) {
      if (auto why = required(option.text, option_rule)) return why;
      optional(option.reason, reason_rule);
    }
    if (auto why = reword_endings(choice.options)) return why;
    if (auto why = drop_repeated(choice.options)) return why;
    drop_surplus(choice.options);
    const auto right =
        std::count_if(choice.options.begin(), choice.options.end(), [](const Option& option) { return option.correct; });
    if (right == 0) return "no option is right";
    if (question_.kind == Kind::Multiple && right == 1) question_.kind = Kind::Single;
    if (question_.kind == Kind::Single && right != 1) return fmt::format("{} options are right, where one may be", right);
    const CountRule& rule = question_.kind == Kind::Single ? brought_single_options_rule : brought_multiple_options_rule;
    return within(choice.options.size(), rule);
  }

  Why operator()(Statement& statement) const {
    optional(statement.reason, reason_rule);
    for (Words* prompt : spoken(question_.prompt)) take_openings(prompt->text);
    return required(question_.prompt, prompt_rule);
  }

  Why operator()(Number& number) const {
    optional(number.unit, unit_rule);
    if (std::abs(number.micros) > wire::numeric_micros_max || number.tolerance_micros > wire::numeric_micros_max) {
      return "its number is too large";
    }
    if (number.tolerance_micros < 0) return "its tolerance is negative";
    std::set<std::int64_t> seen;
    std::erase_if(number.mistakes, [&](const NumericMistake& mistake) {
      const bool right = std::abs(mistake.micros - number.micros) <= number.tolerance_micros;
      const bool fits = !right && seen.insert(mistake.micros).second && seen.size() <= mistakes_rule.max;
      if (!fits)
        remark_(fmt::format("the wrong answer {} is left out: {}", decimal_of(mistake.micros),
                            right ? "it lies within the tolerance of the right one" : too_many_or_twice(seen.size())));
      return !fits;
    });
    for (NumericMistake& mistake : number.mistakes) optional(mistake.reason, reason_rule);
    return std::nullopt;
  }

  Why operator()(Ordering& ordering) const {
    std::set<std::string> seen;
    for (Item& item : ordering.items) {
      if (auto why = required(item.text, item_rule)) return why;
      if (repeats(item.text, seen)) return fmt::format("two items are '{}'", shown(item.text));
      optional(item.reason, reason_rule);
    }
    return within(ordering.items.size(), brought_items_rule);
  }

  Why operator()(Matching& matching) const {
    std::set<std::string> left;
    std::set<std::string> right;
    for (Pair& pair : matching.pairs) {
      if (auto why = required(pair.left, pair_rule)) return why;
      if (auto why = required(pair.right, pair_rule)) return why;
      if (repeats(pair.left, left)) return fmt::format("two pairs have '{}' on the left", shown(pair.left));
      if (repeats(pair.right, right)) return fmt::format("two pairs have '{}' on the right", shown(pair.right));
      optional(pair.reason, reason_rule);
    }
    while (matching.pairs.size() > brought_pairs_rule.max) {
      remark_(fmt::format("the pair of '{}' is left out: a question has at most {}", shown(matching.pairs.back().left),
                          brought_pairs_rule.max));
      matching.pairs.pop_back();
    }
    return within(matching.pairs.size(), brought_pairs_rule);
  }

  // Spellings are compared after folding, so one that differs only in case or accents says nothing new.
  Why operator()(ShortText& short_text) const {
    std::set<std::string> seen;
    std::erase_if(short_text.accepted, [&](Words& spelling) {
      spelling.text = composed(spelling.text);
      const bool fits = characters(spelling.text) <= spelling_rule.characters_max && seen.size() < spellings_rule.max;
      if (!fits)
        remark_(fmt::format("the answer '{}' is left out: too long, or one too many", shortened(spelling.text, shown_max)));
      return !fits || spelling.text.empty() || !seen.insert(folded(spelling.text)).second;
    });
    const std::size_t accepted = seen.size();
    std::erase_if(short_text.mistakes, [&](Misspelling& mistake) {
      mistake.text.text = composed(mistake.text.text);
      const std::string& text = mistake.text.text;
      const bool fits = !text.empty() && characters(text) <= spelling_rule.characters_max &&
                        seen.size() < accepted + mistakes_rule.max && seen.insert(folded(text)).second;
      if (!fits)
        remark_(fmt::format("the wrong answer '{}' is left out: too long, listed twice, or one too many",
                            shortened(text, shown_max)));
      return !fits;
    });
    for (Misspelling& mistake : short_text.mistakes) optional(mistake.reason, reason_rule);
    return within(short_text.accepted.size(), spellings_rule);
  }

  // Every language of the topic, not longer than the rule says.
  [[nodiscard]] Why required(Text& text, const TextRule& rule) const {
    for (Words* words : spoken(text)) {
      words->text = composed(words->text);
      if (words->text.empty()) return fmt::format("its {} has no words", rule.noun);
      const std::size_t length = characters(words->text);
      if (length > rule.characters_max) {
        return fmt::format("its {} '{}' has {} characters; at most {} fit", rule.noun, shortened(words->text, shown_max),
                           length, rule.characters_max);
      }
    }
    return std::nullopt;
  }

  // All languages or none; cut where too long.
  void optional(Text& text, const TextRule& rule) const {
    const std::vector<Words*> all = spoken(text);
    const auto empty = [](const Words* words) { return words->text.empty(); };
    if (std::all_of(all.begin(), all.end(), empty)) return;
    if (std::any_of(all.begin(), all.end(), empty)) {
      remark_(
          fmt::format("the {} '{}' is left out: it is not there in every language of the topic", rule.noun, shown(text)));
      text = Text{};
      return;
    }
    for (Words* words : all) {
      words->text = composed(words->text);
      const std::size_t length = characters(words->text);
      if (length <= rule.characters_max) continue;
      words->text = shortened(words->text, rule.characters_max);
      remark_(fmt::format("the {} '{}' has {} characters; it is cut after {}", rule.noun, shortened(words->text, shown_max),
                          length, characters(words->text)));
    }
  }

 private:
  static constexpr std::size_t shown_max = 40;

  [[nodiscard]] std::vector<Words*> spoken(Text& text) const {
    std::vector<Words*> all;
    if (languages_.en) all.push_back(&text.en);
    if (languages_.es) all.push_back(&text.es);
    return all;
  }

  [[nodiscard]] static std::string shown(const Text& text) {
    return shortened(text.en.text.empty() ? text.es.text : text.en.text, shown_max);
  }

  [[nodiscard]] bool repeats(Text& text, std::set<std::string>& seen) const {
    bool is_new = true;
    for (const Words* words : spoken(text)) {
      const char mark = words == &text.en ? 'e' : 's';
      is_new = seen.insert(mark + folded(words->text)).second && is_new;
    }
    return !is_new;
  }

  [[nodiscard]] static Why within(std::size_t count, const CountRule& rule) {
    if (count >= rule.min && count <= rule.max) return std::nullopt;
    return fmt::format("it has {} {}, where {} to {} fit", count, rule.nouns, rule.min, rule.max);
  }

  [[nodiscard]] static std::string_view too_many_or_twice(std::size_t seen) {
    return seen > mistakes_rule.max ? "one too many" : "it is listed twice";
  }

  // The board says that it is true or false, however often the prompt does.
  static void take_openings(std::string& prompt) {
    const auto opens = [&prompt](std::string_view opening) {
      return folded(std::string_view(prompt).substr(0, opening.size())) == opening;
    };
    while (true) {
      const auto opening = std::find_if(truth_openings.begin(), truth_openings.end(), opens);
      if (opening == truth_openings.end()) return;
      prompt.erase(0, std::min(prompt.size(), prompt.find_first_not_of(" :.?-", opening->size())));
    }
  }

  [[nodiscard]] Why reword_endings(std::vector<Option>& options) const {
    for (Option& option : options) {
      for (Words* words : spoken(option.text)) {
        std::string text = folded(words->text);
        if (text.ends_with('.')) text.pop_back();
        for (const PointingOption& ending : endings) {
          if (text.find(ending.phrase) == std::string::npos) continue;
          if (text != ending.phrase || &option != &options.back()) {
            return fmt::format("its option '{}' points at others, which shuffling moves", shown(option.text));
          }
          remark_(fmt::format("the option '{}' now says '{}', since options are shuffled", words->text, ending.words));
          words->text = ending.words;
          break;
        }
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] Why drop_repeated(std::vector<Option>& options) const {
    std::set<std::string> seen;
    std::vector<Option> kept;
    for (Option& option : options) {
      if (!repeats(option.text, seen)) {
        kept.push_back(std::move(option));
        continue;
      }
      const auto twin = std::find_if(kept.begin(), kept.end(), [&](const Option& each) {
        return each.text.en.text == option.text.en.text && each.text.es.text == option.text.es.text;
      });
      if (twin == kept.end() || twin->correct != option.correct) {
        return fmt::format("two of its options are '{}', case and accents aside", shown(option.text));
      }
      remark_(fmt::format("the option '{}' is there twice; one is left out", shown(option.text)));
    }
    options = std::move(kept);
    return std::nullopt;
  }

  void drop_surplus(std::vector<Option>& options) const {
    while (options.size() > brought_single_options_rule.max) {
      const auto last = std::find_if(options.rbegin(), options.rend(), [](const Option& option) { return !option.correct; });
      if (last == options.rend()) return;
      remark_(fmt::format("the wrong option '{}' is left out: a question has at most {}", shown(last->text),
                          brought_single_options_rule.max));
      options.erase(std::next(last).base());
    }
  }

  Question& question_;
  const Languages& languages_;
  const Remarking& remark_;
};

}  // namespace

std::optional<std::string> fit_question(Question& question, const Languages& languages,
                                        const std::function<void(std::string)>& remark) {
  const Fitter fitter(question, languages, remark);
  if (auto why = fitter.required(question.prompt, prompt_rule)) return why;
  if (auto why = std::visit(fitter, question.body)) return why;
  fitter.optional(question.explanation, explanation_rule);
  return std::nullopt;
}

}  // namespace certamen::content
