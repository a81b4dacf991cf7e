#include "content/compile/statistics.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "content/check/shares.hpp"
#include "content/model/names.hpp"

namespace certamen::content {
namespace {

std::int64_t rounded(double value) {
  return static_cast<std::int64_t>(value + 0.5);
}

std::int64_t value_of(const Statistics& statistics, const std::string& name) {
  const auto found = statistics.find(name);
  return found == statistics.end() ? 0 : found->second;
}

// What chance would make of it is kept times 1000.
void keep(const Share& share, std::string_view group, std::string_view suffix, Statistics& statistics) {
  statistics[fmt::format("{}.questions", group)] = static_cast<std::int64_t>(share.questions);
  statistics[fmt::format("{}.key{}", group, suffix)] = static_cast<std::int64_t>(share.keys);
  statistics[fmt::format("{}.chance{}_thousandths", group, suffix)] = rounded(share.chance * 1000);
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
  for (const std::string_view name :
       {"total.topics", "total.notes", "total.questions", "total.playable", "true_false.true", "true_false.false"}) {
    statistics[std::string(name)] = 0;
  }
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
    }
  }
  for (const Language language : both_languages) {
    const std::string_view name = language == &Text::en ? "en" : "es";
    keep(longest_keys(topics, language), "longest", fmt::format("_{}", name), statistics);
    keep(shortest_keys(topics, language), "shortest", fmt::format("_{}", name), statistics);
  }
  keep(inner_scale_keys(topics), "scale", "", statistics);
  return statistics;
}

std::string format_cues(const Statistics& statistics) {
  std::string out;
  for (const std::string_view group : {"longest", "shortest"}) {
    const std::int64_t singles = value_of(statistics, fmt::format("{}.questions", group));
    if (singles == 0) continue;
    const auto share = [&](std::string_view name) { return value_of(statistics, fmt::format("{}.{}", group, name)); };
    out += fmt::format(
        "the key is the one {} option in {} % of {} single choices in English (chance: {} %), {} % in Spanish "
        "(chance: {} %)\n",
        group, percent(share("key_en"), singles), singles, percent(share("chance_en_thousandths"), singles * 1000),
        percent(share("key_es"), singles), percent(share("chance_es_thousandths"), singles * 1000));
  }
  if (const std::int64_t scales = value_of(statistics, "scale.questions"); scales > 0) {
    out += fmt::format("the key is inside {} of {} scales, which keep their order (chance: {:.1f})\n",
                       value_of(statistics, "scale.key"), scales,
                       static_cast<double>(value_of(statistics, "scale.chance_thousandths")) / 1000);
  }
  const std::int64_t holds = value_of(statistics, "true_false.true");
  const std::int64_t fails = value_of(statistics, "true_false.false");
  if (holds + fails > 0)
    out += fmt::format("of {} true_false statements {} hold and {} do not\n", holds + fails, holds, fails);
  return out;
}

}  // namespace certamen::content
