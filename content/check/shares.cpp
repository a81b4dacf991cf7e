#include "content/check/shares.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "content/check/cues.hpp"
#include "content/check/rules.hpp"
#include "content/check/scales.hpp"
#include "content/model/measures.hpp"

namespace certamen::content {
namespace {

using Visit = std::function<void(const Choice&)>;

void each_single(const std::vector<Topic>& topics, const Visit& visit) {
  for (const Topic& topic : topics) {
    for (const Question& question : topic.questions) {
      const auto* choice = std::get_if<Choice>(&question.body);
      if (choice != nullptr && question.kind == Kind::Single) visit(*choice);
    }
  }
}

// The one option for which nothing else is as long (or as short); nothing when several tie.
const Option* extreme(const Choice& choice, Language language, bool longest) {
  const Option* found = nullptr;
  std::size_t length_found = 0;
  bool tied = false;
  for (const Option& option : choice.options) {
    const std::size_t length = characters((option.text.*language).text);
    if (found != nullptr && length == length_found) tied = true;
    if (found != nullptr && (longest ? length <= length_found : length >= length_found)) continue;
    found = &option;
    length_found = length;
    tied = false;
  }
  return tied ? nullptr : found;
}

Share extreme_keys(const std::vector<Topic>& topics, Language language, bool longest) {
  Share share;
  each_single(topics, [&](const Choice& choice) {
    ++share.questions;
    const Option* option = extreme(choice, language, longest);
    if (option == nullptr) return;
    share.chance += 1.0 / static_cast<double>(choice.options.size());
    if (option->correct) ++share.keys;
  });
  return share;
}

// The options of which exactly one has, or lacks, a trait.
Share odd_keys(const std::vector<Topic>& topics, const std::function<bool(const Option&)>& has) {
  Share share;
  each_single(topics, [&](const Choice& choice) {
    for (const bool wanted : {true, false}) {
      const auto matches = [&](const Option& option) { return has(option) == wanted; };
      if (std::count_if(choice.options.begin(), choice.options.end(), matches) != 1) continue;
      ++share.questions;
      share.chance += 1.0 / static_cast<double>(choice.options.size());
      if (std::find_if(choice.options.begin(), choice.options.end(), matches)->correct) ++share.keys;
    }
  });
  return share;
}

std::string told(const Share& share, std::string_view what) {
  const auto percent = [&share](double part) { return 100.0 * part / static_cast<double>(share.questions); };
  return fmt::format("{} in {:.1f} % of {} questions, where chance gives {:.1f} %", what,
                     percent(static_cast<double>(share.keys)), share.questions, percent(share.chance));
}

std::string_view name_of(Language language) {
  return language == &Text::en ? "English" : "Spanish";
}

Finding across(const Rule& rule, std::string_view what) {
  return finding_of(rule, Promise{}, "", Place{}, what);
}

// Four points are more than twice the standard error of six hundred questions.
constexpr double length_points_max = 4;
constexpr double length_points_far = 8;

void check_lengths(const std::vector<Topic>& topics, Language language, std::vector<Finding>& found) {
  constexpr std::size_t questions_min = 100;
  const Share longest = longest_keys(topics, language);
  if (longest.questions < questions_min) return;
  const std::string what = told(longest, fmt::format("the key is the one longest option in {}", name_of(language)));
  if (longest.points_above_chance() > length_points_far) {
    found.push_back(across(rules::share_longest_far, what));
  } else if (longest.points_above_chance() > length_points_max) {
    found.push_back(across(rules::share_longest, what));
  }
  const Share shortest = shortest_keys(topics, language);
  if (shortest.points_above_chance() > length_points_max) {
    found.push_back(across(rules::share_shortest,
                           told(shortest, fmt::format("the key is the one shortest option in {}", name_of(language)))));
  }
}

void check_odd(const std::vector<Topic>& topics, Language language, std::vector<Finding>& found) {
  // Fewer questions stand apart in such a way, so the bounds are wider.
  constexpr std::size_t questions_min = 40;
  constexpr double points_max = 12;
  struct Trait {
    std::string_view name;
    std::function<bool(const Words&)> has;
  };
  static const Vocabulary articles{{"a", "an", "the"}, {"un", "una", "unos", "unas", "el", "la", "los", "las"}};
  const std::vector<Trait> traits{
      {"an article at the beginning",
       [language](const Words& words) {
         const std::vector<std::string> all = tokens(words.text);
         return !all.empty() && articles.holds(all.front(), language);
       }},
      {"a figure", [](const Words& words) { return !figures(words.text).empty(); }},
      {"a comma", [](const Words& words) { return words.text.find(',') != std::string::npos; }},
      {"an absolute word",
       [language](const Words& words) { return absolute_words().count_in(tokens(words.text), language) > 0; }},
  };
  for (const Trait& trait : traits) {
    const Share share = odd_keys(topics, [&](const Option& option) { return trait.has(option.text.*language); });
    if (share.questions < questions_min || share.points_above_chance() <= points_max) continue;
    found.push_back(across(
        rules::share_odd,
        told(share, fmt::format("the option that alone has or lacks {} in {} is the key", trait.name, name_of(language)))));
  }
}

struct Statements {
  std::size_t hold = 0;
  std::size_t all = 0;
};

void check_statements(const std::vector<Topic>& topics, std::vector<Finding>& found) {
  constexpr std::size_t bank_min = 40;
  constexpr std::size_t topic_min = 6;
  constexpr std::size_t absolute_min = 20;
  Statements bank;
  Statements absolute;
  for (const Topic& topic : topics) {
    Statements here;
    for (const Question& question : topic.questions) {
      const auto* statement = std::get_if<Statement>(&question.body);
      if (statement == nullptr) continue;
      ++here.all;
      if (statement->holds) ++here.hold;
      const bool is_absolute = std::any_of(both_languages.begin(), both_languages.end(), [&](Language language) {
        return absolute_words().count_in(tokens((question.prompt.*language).text), language) > 0;
      });
      if (is_absolute) ++absolute.all;
      if (is_absolute && statement->holds) ++absolute.hold;
    }
    bank.all += here.all;
    bank.hold += here.hold;
    const std::size_t fewer = std::min(here.hold, here.all - here.hold);
    // One of six is still chance; none of six is not.
    if (here.all < topic_min || fewer * 6 >= here.all) continue;
    found.push_back(finding_of(rules::share_topic_statements, Promise{}, topic.path, topic.id.place,
                               fmt::format("of {} true_false statements {} hold", here.all, here.hold)));
  }
  const auto percent = [](const Statements& statements) { return statements.hold * 100 / statements.all; };
  if (bank.all >= bank_min && (percent(bank) < 45 || percent(bank) > 55)) {
    found.push_back(across(rules::share_statements,
                           fmt::format("of {} true_false statements {} hold, {} %", bank.all, bank.hold, percent(bank))));
  }
  if (absolute.all >= absolute_min && (percent(absolute) < 25 || percent(absolute) > 75)) {
    found.push_back(across(rules::share_absolute, fmt::format("of {} statements with an absolute word {} hold, {} %",
                                                              absolute.all, absolute.hold, percent(absolute))));
  }
}

void check_scales(const std::vector<Topic>& topics, std::vector<Finding>& found) {
  constexpr std::size_t questions_min = 12;
  constexpr double points_max = 25;
  const Share inner = inner_scale_keys(topics);
  if (inner.questions < questions_min || inner.points_above_chance() <= points_max) return;
  found.push_back(across(rules::share_scale, told(inner, "the key of a scale is neither its first nor its last number")));
}

}  // namespace

double Share::points_above_chance() const {
  if (questions == 0) return 0;
  return 100.0 * (static_cast<double>(keys) - chance) / static_cast<double>(questions);
}

Share longest_keys(const std::vector<Topic>& topics, Language language) {
  return extreme_keys(topics, language, true);
}

Share shortest_keys(const std::vector<Topic>& topics, Language language) {
  return extreme_keys(topics, language, false);
}

Share inner_scale_keys(const std::vector<Topic>& topics) {
  Share share;
  each_single(topics, [&](const Choice& choice) {
    const std::size_t options = choice.options.size();
    if (options < 3 || !is_scale(choice)) return;
    ++share.questions;
    share.chance += static_cast<double>(options - 2) / static_cast<double>(options);
    if (!choice.options.front().correct && !choice.options.back().correct) ++share.keys;
  });
  return share;
}

std::vector<Finding> check_shares(const std::vector<Topic>& topics) {
  std::vector<Finding> found;
  for (const Language language : both_languages) {
    check_lengths(topics, language, found);
    check_odd(topics, language, found);
  }
  check_statements(topics, found);
  check_scales(topics, found);
  return found;
}

}  // namespace certamen::content
