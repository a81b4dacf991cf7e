#include "content/compile/statistics.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "content/model/measures.hpp"
#include "content/model/names.hpp"

namespace certamen::content {
namespace {

struct Longest {
  std::int64_t keys = 0;
  double chance = 0;
};

void count_longest(const Choice& choice, const Words Text::*language, Longest& longest) {
  std::size_t longest_characters = 0;
  std::size_t holders = 0;
  bool key_holds = false;
  for (const Option& option : choice.options) {
    const std::size_t length = characters((option.text.*language).text);
    if (length > longest_characters) {
      longest_characters = length;
      holders = 0;
    }
    if (length != longest_characters) continue;
    ++holders;
    key_holds = option.correct;
  }
  if (holders != 1) return;
  longest.chance += 1.0 / static_cast<double>(choice.options.size());
  if (key_holds) ++longest.keys;
}

std::int64_t rounded(double value) {
  return static_cast<std::int64_t>(value + 0.5);
}

std::int64_t value_of(const Statistics& statistics, const std::string& name) {
  const auto found = statistics.find(name);
  return found == statistics.end() ? 0 : found->second;
}

std::int64_t percent(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : (part * 100 + whole / 2) / whole;
}

}  // namespace

Statistics statistics_of(const std::vector<Topic>& topics) {
  Statistics statistics;
  for (const KindName& each : kind_names) statistics[fmt::format("kind.{}", each.name)] = 0;
  for (const DomainName& each : domain_names) statistics[fmt::format("domain.{}", each.name)] = 0;
  for (const OriginName& each : origin_names) statistics[fmt::format("origin.{}", each.name)] = 0;
  for (const std::string_view name : {"total.topics", "total.notes", "total.questions", "total.playable", "true_false.true",
                                      "true_false.false", "longest.questions"}) {
    statistics[std::string(name)] = 0;
  }
  Longest english;
  Longest spanish;
  for (const Topic& topic : topics) {
    statistics["total.topics"] += 1;
    statistics["total.notes"] += static_cast<std::int64_t>(topic.notes.size());
    statistics["topic." + topic.id.text] += static_cast<std::int64_t>(topic.questions.size());
    for (const Question& question : topic.questions) {
      statistics["total.questions"] += 1;
      statistics["total.playable"] += naming(question.kind).playable ? 1 : 0;
      statistics[fmt::format("kind.{}", name_of(question.kind))] += 1;
      statistics[fmt::format("domain.{}", name_of(question.domain.value_or(topic.domain)))] += 1;
      statistics[fmt::format("difficulty.{}", question.difficulty)] += 1;
      statistics[fmt::format("origin.{}", name_of(question.origin))] += 1;
      statistics[fmt::format("languages.{}", name_of(topic.languages))] += 1;
      if (question.drawn) statistics["table." + question.drawn->table] += 1;
      if (const auto* statement = std::get_if<Statement>(&question.body)) {
        statistics[statement->holds ? "true_false.true" : "true_false.false"] += 1;
      }
      if (question.kind != Kind::Single) continue;
      const auto* choice = std::get_if<Choice>(&question.body);
      if (choice == nullptr) continue;
      statistics["longest.questions"] += 1;
      count_longest(*choice, &Text::en, english);
      count_longest(*choice, &Text::es, spanish);
    }
  }
  statistics["longest.key_en"] = english.keys;
  statistics["longest.key_es"] = spanish.keys;
  statistics["longest.chance_en_thousandths"] = rounded(english.chance * 1000);
  statistics["longest.chance_es_thousandths"] = rounded(spanish.chance * 1000);
  return statistics;
}

std::string format_cues(const Statistics& statistics) {
  std::string out;
  const std::int64_t singles = value_of(statistics, "longest.questions");
  if (singles > 0) {
    const auto share = [&](std::string_view name) { return value_of(statistics, fmt::format("longest.{}", name)); };
    out += fmt::format(
        "the key is the one longest option in {} % of {} single choices in English (chance: {} %), {} % in Spanish "
        "(chance: {} %)\n",
        percent(share("key_en"), singles), singles, percent(share("chance_en_thousandths"), singles * 1000),
        percent(share("key_es"), singles), percent(share("chance_es_thousandths"), singles * 1000));
  }
  const std::int64_t holds = value_of(statistics, "true_false.true");
  const std::int64_t fails = value_of(statistics, "true_false.false");
  if (holds + fails > 0)
    out += fmt::format("of {} true_false statements {} hold and {} do not\n", holds + fails, holds, fails);
  return out;
}

}  // namespace certamen::content
