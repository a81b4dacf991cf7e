#include <nlohmann/json.hpp>

#include "server/report/answers.hpp"
#include "server/report/exports.hpp"

namespace certamen::report {
namespace {

using Json = nlohmann::ordered_json;

Json estimate(const Estimate& from) {
  if (from.value) return *from.value;
  return {{"unknown", name_of(from.thin)}};
}

Json answer(const AnswerResult& from, std::uint32_t question) {
  Json json = {{"question", question},
               {"answer", from.words},
               {"right", from.right},
               {"credit_thousandths", from.credit_thousandths},
               {"tenths", from.tenths},
               {"points", from.points},
               {"bonus", from.bonus},
               {"received_micros", from.received.count()},
               {"client_stamp_micros", from.chosen.count()}};
  if (from.time_credit) json["time_credit_micros"] = from.time_credit->count();
  if (from.certainty) json["certainty"] = name_of(*from.certainty);
  if (from.allowance != wire::Allowance::Whole) json["time_percent"] = percent_of(from.allowance);
  if (!from.first_words.empty()) {
    json["first_vote"] = {{"answer", from.first_words}, {"right", from.first_right}, {"tenths", from.first_tenths}};
  }
  return json;
}

Json player(const PlayerResult& from) {
  Json json = {{"rank", from.row.rank},     {"seat", from.row.seat.value},          {"name", from.row.name},
               {"points", from.row.points}, {"right", from.row.right_count},        {"answered", from.answered_count},
               {"asked", from.asked_count}, {"right_tenths", from.row.right_tenths}};
  json["unscored"] = from.unscored_count;
  if (from.team != 0) json["team"] = from.team;
  json["answers"] = Json::array();
  json["omitted"] = Json::array();
  for (std::size_t i = 0; i < from.asked.size(); ++i) {
    const auto number = static_cast<std::uint32_t>(i + 1);
    if (from.answers[i]) {
      json["answers"].push_back(answer(*from.answers[i], number));
    } else if (from.asked[i]) {
      json["omitted"].push_back(number);
    }
  }
  return json;
}

Json fairness(const FairnessResult& from) {
  return {{"seat", from.seat.value},
          {"rank", from.rank},
          {"rank_without_credit", from.rank_without_credit},
          {"answers", from.answers},
          {"credited", from.credited},
          {"credit_ms", from.credit_ms},
          {"stamps_outside", from.stamps_outside},
          {"round_trip_p50_ms", from.round_trip_p50_ms},
          {"round_trip_p95_ms", from.round_trip_p95_ms}};
}

Json choice(const Choice& from, bool has_thirds) {
  Json json = {{"all", from.count}};
  if (has_thirds) json["thirds"] = {{"upper", from.upper}, {"middle", from.middle}, {"lower", from.lower}};
  return json;
}

Json question(const QuestionResult& from, bool has_thirds) {
  Json json = {{"number", from.number},
               {"id", from.id},
               {"kind", name_of(from.kind)},
               {"domain", name_of(from.domain)},
               {"difficulty", from.difficulty},
               {"topic", from.topic},
               {"prompt", from.prompt},
               {"key", from.key},
               {"ruling", from.ruling},
               {"asked", from.statistics.asked},
               {"answered", from.statistics.answered},
               {"right", from.statistics.right},
               {"facility", estimate(from.statistics.facility)},
               {"discrimination", estimate(from.statistics.discrimination)},
               {"upper_lower_27", estimate(from.statistics.upper_lower)}};
  json["choices"] = Json::array();
  for (const Choice& each : from.choices) {
    Json entry = {{"choice", each.words}, {"right", each.right}};
    entry.update(choice(each, has_thirds));
    json["choices"].push_back(std::move(entry));
  }
  json["other_answers"] = from.choices_left_out;
  json["omitted"] = choice(from.omitted, has_thirds);
  return json;
}

}  // namespace

std::string json(const GameResults& results) {
  // The game's number as text: many programs read numbers as fractions of 53 bits.
  Json json = {{"game", std::to_string(results.game)},
               {"code", results.code},
               {"language", results.language == wire::Language::Spanish ? "es" : "en"},
               {"scoring", name_of(results.settings.scoring)},
               {"finished", results.finished},
               {"questions_on_paper", results.paper_questions},
               {"digest", results.digest}};
  json["players"] = Json::array();
  for (const PlayerResult& each : results.players) json["players"].push_back(player(each));
  if (!results.teams.empty()) json["teams"] = Json::array();
  for (const wire::TeamRow& each : results.teams) {
    json["teams"].push_back(
        {{"team", each.team}, {"rank", each.rank}, {"points", each.points}, {"members", each.member_count}});
  }
  json["questions"] = Json::array();
  for (const QuestionResult& each : results.questions) json["questions"].push_back(question(each, results.has_thirds));
  json["fairness"] = Json::array();
  for (const FairnessResult& each : results.fairness) json["fairness"].push_back(fairness(each));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace certamen::report
