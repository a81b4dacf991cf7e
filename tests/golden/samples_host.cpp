#include <algorithm>
#include <array>

#include "client/screens/screens.hpp"
#include "tests/golden/maker.hpp"
#include "tests/golden/samples.hpp"

namespace certamen::golden {

namespace {

using namespace std::chrono_literals;
using wire::QuestionKind;

struct Hosts : Maker {
  std::vector<Sample> made;

  screens::ViewState& add(const std::string& name, model::Model model, screens::Overlay overlay = screens::Overlay::None) {
    made.push_back({name, std::move(model), {}, now_of_all});
    Sample& sample = made.back();
    sample.state.overlay = overlay;
    sample.state.scene = screens::view(sample.model, sample.state, sample.now, {1920, 1080}).name;
    return sample.state;
  }
  [[nodiscard]] model::Model of_class() const;
  [[nodiscard]] model::Model rehearsing(model::RehearsalStage stage) const;
  void add_foreign();
  void add_class();
  void add_fairness();
  void add_rehearsals();
};

// The bank has these questions in the reader's other language alone.
void Hosts::add_foreign() {
  const wire::Language own = texts.language();
  const wire::Language other = own == wire::Language::English ? wire::Language::Spanish : wire::Language::English;
  const auto foreign = [other](model::Model model) {
    if (model.room->announced) model.room->announced->only_in = other;
    for (auto& [number, question] : model.room->review) question.announced.only_in = other;
    return model;
  };
  add("foreign_choice", foreign(asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms)));
  add("foreign_paper", foreign(examining(QuestionKind::SingleChoice, wire::Role::Player)));
  add("foreign_reveal", foreign(revealed(QuestionKind::SingleChoice, wire::Role::Player)));
  add("foreign_review", foreign(reviewing(QuestionKind::SingleChoice)));
  model::Model same = asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms);
  same.room->announced->only_in = own;  // nothing to say: it is the reader's own
  add("foreign_to_others", std::move(same));
}

// Everybody in the room has sat the exam.
model::Model Hosts::of_class() const {
  model::Model model = finished(wire::Role::Host, wire::Mode::ExamSimulation);
  model::Room& room = *model.room;
  wire::ClassReported report;
  const auto players = static_cast<std::uint32_t>(player_count());
  report.whole = {65, 65 * players, 47 * players, 723, 655, 782};
  report.domains = {{wire::ExamDomain::Secure, {20, 20 * players, 16 * players, 800, 704, 871}},
                    {wire::ExamDomain::Resilient, {17, 17 * players, 11 * players, 647, 521, 755}},
                    {wire::ExamDomain::HighPerforming, {16, 16 * players, 13 * players, 813, 699, 890}},
                    {wire::ExamDomain::CostOptimized, {12, 12 * players, 7 * players, 583, 424, 727}}};
  if (texts.longest()) report.domains.push_back({wire::ExamDomain::General, {1, players, 0, 0, 0, 731}});
  constexpr std::array kinds{QuestionKind::SingleChoice, QuestionKind::Numeric, QuestionKind::Ordering};
  for (std::uint32_t i = 0; i < wire::missed_questions_max; ++i) {
    const std::uint32_t wrong_count = players - players * (i + 1) / 14 - 1;
    report.missed.push_back({i * 6 + 3, static_cast<wire::ExamDomain>(i % 4), texts.prompt(kinds.at(i % kinds.size())),
                             wrong_count, i % 3 == 0 ? 0U : 1U});
  }
  for (std::uint32_t i = 0; i < players; ++i) {
    const std::uint32_t right_count = 64 - i * 2 % 36;
    report.rows.push_back({{i + 2}, right_count, 100 + right_count * 900 / 65, i % 9 != 4});
    room.class_names[{i + 2}] = texts.name(i);
    if (report.rows.back().scaled_estimate >= 720) ++report.passed_count;
    if (report.rows.back().handed_in) ++report.handed_in_count;
  }
  room.class_names.erase({5});  // left, and the program came later
  report.player_count = players;
  report.pass_mark = 720;
  report.unscored_count = texts.longest() ? 15 : 0;
  room.class_report = std::move(report);
  return model;
}

void Hosts::add_class() {
  const model::Model host = of_class();
  add("class_domains", host);
  add("class_missed", host).page = 3;
  auto& last_missed = add("class_missed_last", host);
  last_missed.page = 3;
  last_missed.touch.scrolled = {{"missed", 100'000}};
  add("class_players", host).page = 4;
  auto& last_players = add("class_players_last", host);
  last_players.page = 4;
  last_players.touch.scrolled = {{"players", 100'000}};
  add("class_standings", host).page = 1;
  model::Model perfect = host;
  perfect.room->class_report->missed.clear();
  add("class_nothing_missed", std::move(perfect)).page = 3;
  model::Model nobody = finished(wire::Role::Host, wire::Mode::ExamSimulation);
  nobody.room->finished = wire::MatchFinished{};
  nobody.room->class_report = wire::ClassReported{};
  nobody.room->class_report->whole.high_thousandths = 1000;
  add("class_nobody", std::move(nobody));
  model::Model plays = examined();
  plays.room->role = wire::Role::Host;
  plays.room->host_ticket = wire::Ticket{};
  plays.room->class_report = host.room->class_report;
  plays.room->class_names = host.room->class_names;
  add("class_host_plays", plays);
  add("class_host_plays_domains", std::move(plays)).page = 2;
}

void Hosts::add_fairness() {
  model::Model host = finished(wire::Role::Host, wire::Mode::Competition);
  model::Room& room = *host.room;
  wire::FairnessReported report;
  report.quota_ms = 2250;
  report.error_ms = 100;
  report.ranks_changed = 2;
  report.player_count = static_cast<std::uint32_t>(player_count());
  for (const wire::RankingRow& row : room.finished->rows) {
    room.roster[row.seat] = {row.seat, row.name};
    const bool unknown = row.rank % 5 == 4;
    const bool wired = row.rank == 2;  // measured, and under half a millisecond
    const std::uint32_t trip = unknown || wired ? 0 : 8 + 37 * (row.rank % 7);
    const std::uint32_t place = row.rank == 1 ? 2 : row.rank == 2 ? 1 : row.rank;
    report.rows.push_back({row.seat, 10, trip == 0 ? 0 : 9 - row.rank % 4, trip * 5, row.rank % 6 == 3 ? 3U : 0U, trip,
                           trip * 2, row.rank, place, unknown ? 0U : 10U});
  }
  room.fairness = report;
  add("fairness", host, screens::Overlay::Fairness);
  add("fairness_last", host, screens::Overlay::Fairness).touch.scrolled = {{"fairness", 100'000}};
  room.settings.credit_cap_ms = 0;
  room.fairness = wire::FairnessReported{};
  add("fairness_nobody", std::move(host), screens::Overlay::Fairness);
}

model::Model Hosts::rehearsing(model::RehearsalStage stage) const {
  model::Model model = seated(wire::Phase::Gathering, wire::Role::Host);
  model.rehearsal.stage = stage;
  model.rehearsal.bots = texts.longest() ? 200 : 30;
  model.rehearsal.progress = {model.rehearsal.bots, model.rehearsal.bots + 12, model.rehearsal.bots + 9, 0};
  return model;
}

void Hosts::add_rehearsals() {
  using model::RehearsalStage;
  const auto overlay = [this](const std::string& name, model::Model model) {
    add(name, std::move(model), screens::Overlay::Rehearsal);
  };
  overlay("rehearsal", rehearsing(RehearsalStage::Idle));
  overlay("rehearsal_running", rehearsing(RehearsalStage::Running));
  overlay("rehearsal_cancelling", rehearsing(RehearsalStage::Cancelling));
  model::Model ended = rehearsing(RehearsalStage::Ended);
  const std::uint32_t bots = ended.rehearsal.bots;
  model::RehearsalMeasures measures;
  measures.wanted = measures.joined = measures.finished = bots;
  measures.slowest_join = 412ms;
  measures.opening_spread = 38ms;
  measures.acknowledgement_p50 = 11ms;
  measures.acknowledgement_p95 = 29ms;
  measures.acknowledgement_p99 = 64ms;
  measures.answered = measures.acknowledged = bots * 3 - 4;
  ended.rehearsal.measures = measures;
  overlay("rehearsal_go", ended);
  measures.turned_away = 10;
  measures.joined = measures.finished = bots - 10;
  ended.rehearsal.measures = measures;
  overlay("rehearsal_turned_away", ended);
  measures.joined = bots - 14;
  measures.slowest_join = 12'345ms;
  measures.opening_spread = 1'250ms;
  measures.acknowledgement_p95 = 980ms;
  measures.acknowledgement_p99 = 4'200ms;
  measures.acknowledged -= 7;
  measures.lost = 2;
  measures.finished = 3;
  measures.timed_out = true;
  ended.rehearsal.measures = measures;
  overlay("rehearsal_no_go", ended);
  measures.refused = wire::Refusal::TooFewQuestions;
  ended.rehearsal.measures = measures;
  overlay("rehearsal_refused", ended);
  measures.refused.reset();
  measures.reached = false;
  ended.rehearsal.measures = measures;
  overlay("rehearsal_unreachable", std::move(ended));
}

}  // namespace

std::vector<Sample> host_samples(wire::Language language, Wording wording) {
  Hosts hosts{{Texts{language, wording}}, {}};
  hosts.add_foreign();
  hosts.add_class();
  hosts.add_fairness();
  hosts.add_rehearsals();
  return std::move(hosts.made);
}

}  // namespace certamen::golden
