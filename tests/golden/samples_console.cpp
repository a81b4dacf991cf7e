#include <algorithm>

#include "client/model/queries.hpp"
#include "client/model/update.hpp"
#include "client/screens/screens.hpp"
#include "proto/wire/presets.hpp"
#include "tests/golden/maker.hpp"
#include "tests/golden/samples.hpp"

namespace certamen::golden {

namespace {

using namespace std::chrono_literals;
using screens::Overlay;
using wire::QuestionKind;

struct Consoles : Maker {
  std::vector<Sample> made;

  screens::ViewState& add(const std::string& name, model::Model model, Overlay overlay = Overlay::None) {
    made.push_back({name, std::move(model), {}, now_of_all});
    Sample& sample = made.back();
    sample.state.overlay = overlay;
    sample.state.subject = number_now;
    sample.state.scene = screens::view(sample.model, sample.state, sample.now, {1920, 1080}).name;
    return sample.state;
  }
  static void happen(model::Model& model, const model::Event& event) { (void)model::update(model, event, now_of_all); }

  [[nodiscard]] model::Model lobby() const;
  [[nodiscard]] model::Model corrected(QuestionKind kind) const;
  [[nodiscard]] model::Model resolving(std::size_t done, model::Duration ago) const;
  void add_moments();
  void add_members();
  void add_corrections();
  void add_finale();
  void add_host_pages();
};

model::Model Consoles::lobby() const {
  model::Model model = seated(wire::Phase::Gathering, wire::Role::Host);
  model::Room& room = *model.room;
  room.settings.team_count = texts.longest() ? wire::teams_max : 3;
  in_teams(model);
  room.roster[{6}].cohost = true;
  room.allowances[{6}] = wire::Allowance::FiveQuarters;
  room.allowances[{8}] = wire::Allowance::ThreeHalves;
  return model;
}

void Consoles::add_moments() {
  add("console_lobby", lobby(), Overlay::Console);
  model::Model asked = asking(QuestionKind::SingleChoice, wire::Role::Host, 21400ms);
  add("console_asking", asked, Overlay::Console);
  asked.notices = {{model::OrderRefused{wire::Refusal::TooLong, model::Ordered::Question}, now_of_all - 1s}};
  add("console_refused", asked, Overlay::Console);
  add("ask_skip", asked, Overlay::AskSkip);
  asked.room->paused = wire::RoomPaused{wire::PauseReason::HostAsked, now_of_all};
  asked.room->locked = true;
  add("console_paused", asked, Overlay::Console);
  const model::Model shown = revealed(QuestionKind::SingleChoice, wire::Role::Host);
  add("console_reveal", shown, Overlay::Console);
  add("ask_void", shown, Overlay::AskVoid);
  model::Model voided = shown;
  voided.room->revealed->voided = true;
  add("console_voided", std::move(voided), Overlay::Console);
  model::Model cohost = ranked(wire::Role::Player, 5s);
  cohost.room->host_ticket = wire::Ticket{};
  cohost.room->roster[own_seat].cohost = true;
  cohost.room->roster[{1}].connected = false;
  add("console_cohost", std::move(cohost), Overlay::Console);
  add("console_podium", finished(wire::Role::Host, wire::Mode::Competition), Overlay::Console);
  add("menu_host", lobby(), Overlay::Menu);
  model::Model taken = lobby();
  taken.room->host_ticket.reset();
  taken.notices = {{model::Remark::RightsTaken, now_of_all - 1s}};
  add("rights_taken", std::move(taken));
}

void Consoles::add_members() {
  const model::Model room = lobby();
  add("members", room, Overlay::Members);
  model::Model chosen = room;
  happen(chosen, model::ChooseMember{{8}});
  add("members_chosen", chosen, Overlay::Members).touch.scrolled = {{"members", 300}};
  add("ask_remove", chosen, Overlay::AskRemove);
  add("ask_ban", chosen, Overlay::AskBan);
  add("ask_hand_over", chosen, Overlay::AskHandOver);
  model::Model cohost = room;
  happen(cohost, model::ChooseMember{{6}});
  screens::ViewState& typed = add("members_cohost", cohost, Overlay::Members);
  typed.touch.focused = "text.member";
  typed.touch.focus_visible = true;
  happen(cohost, model::ChooseMember{{1}});
  add("members_host", std::move(cohost), Overlay::Members);
}

model::Model Consoles::corrected(QuestionKind kind) const {
  model::Model model = revealed(kind, wire::Role::Host);
  happen(model, model::BeginCorrection{});
  return model;
}

void Consoles::add_corrections() {
  add("correct_single", corrected(QuestionKind::SingleChoice), Overlay::Correct);
  add("correct_true_false", corrected(QuestionKind::TrueFalse), Overlay::Correct);
  model::Model several = corrected(QuestionKind::MultipleResponse);
  happen(several, model::ToggleKeyOption{3});
  add("correct_multiple", several, Overlay::Correct);
  model::Model number = corrected(QuestionKind::Numeric);
  number.room->console.correction->number_error = model::NumberError::TooPrecise;
  add("correct_numeric", std::move(number), Overlay::Correct);
  model::Model words = corrected(QuestionKind::ShortText);
  happen(words, model::SetKeyText{model::KeyField::Spelling, texts.misspelling()});
  add("correct_text", std::move(words), Overlay::Correct);
  add("correct_ordering", corrected(QuestionKind::Ordering), Overlay::Correct);
  add("correct_matching", corrected(QuestionKind::Matching), Overlay::Correct);
  several.room->console.correction->sent = true;
  add("correct_sending", several, Overlay::Correct);
  wire::RankingCorrected outcome{number_now, wire::Correction::KeyCorrected, {}, *several.room->revealed};
  const auto count = static_cast<std::uint32_t>(texts.longest() ? 40 : 5);
  for (std::uint32_t i = 0; i < count; ++i) {
    outcome.rows.push_back({{i + 2}, i == 4 ? 0 : (i * 3) % count + 1, 1730 - 40 * i, i + 1, 2600 - 120 * i});
  }
  several.room->console.correction->outcome = outcome;
  add("correct_outcome", several, Overlay::Correct);
  outcome.correction = wire::Correction::Voided;
  outcome.rows.clear();
  several.room->console.correction->outcome = outcome;
  add("correct_outcome_nothing", std::move(several), Overlay::Correct);
}

model::Model Consoles::resolving(std::size_t done, model::Duration ago) const {
  model::Model model = finished(wire::Role::Player, wire::Mode::Competition);
  model::Room& room = *model.room;
  const auto& rows = room.finished->rows;
  for (std::size_t i = rows.size(); i-- > 0;) {
    const wire::RankingRow& row = rows[i];
    room.roster[row.seat] = {row.seat, row.name};
    // Before the freeze the players stood in another order: by fives, turned round.
    const std::size_t before = std::min(rows.size() - 1, i / 5 * 5 + (4 - i % 5));
    const bool late = i == 7;
    room.finished->resolver.push_back({row.seat, late ? 0 : static_cast<std::uint32_t>(before + 1),
                                       late ? 0 : rows[before].points - 300, row.rank, row.points});
  }
  room.resolving = model::Resolving{std::min(done, rows.size()), now_of_all - ago};
  return model;
}

void Consoles::add_finale() {
  add("resolver", resolving(0, 1s));
  add("resolver_moving", resolving(11, 220ms));
  add("resolver_lower", resolving(6, 5s));
  add("resolver_upper", resolving(14, 5s));
  add("resolver_known", resolving(200, 5s));
  model::Model host = ranked(wire::Role::Host, 5s);
  host.room->frozen_ranking = host.room->standings->shown;
  host.room->standings->shown.after_question = 1;
  host.room->standings->shown.frozen = true;
  for (wire::RankingRow& row : host.room->standings->shown.rows) row.points -= 200;
  add("ranking_frozen_host", host);
  add("ranking_secret", std::move(host)).page = 1;
}

void Consoles::add_host_pages() {
  model::Model host = online();
  host.screen = model::Screen::Host;
  host.draft.host.pacing = wire::Pacing::Automatic;
  host.draft.host.freeze_questions = 5;
  host.draft.host.penalty_percent = 50;
  host.draft.host.partial_credit = true;
  add("host_rules", host).tab = 1;
  add("host_people", host).tab = 2;
  host.draft.host.scoring = wire::Scoring::Certainty;
  host.draft.host.pacing = wire::Pacing::HostPaced;
  add("host_rules_certainty", host).tab = 1;
  host.draft.host = wire::preset(wire::Mode::TeamPractice);
  host.draft.name_error = model::FieldError::NameTooLong;
  add("host_rules_teams", host).tab = 1;
  add("host_people_teams", host).tab = 2;
  host.draft = online().draft;
  host.draft.host = wire::preset(wire::Mode::ExamSimulation);
  add("host_rules_exam", std::move(host)).tab = 1;
}

}  // namespace

std::vector<Sample> console_samples(wire::Language language, Wording wording) {
  Consoles consoles{{Texts{language, wording}}, {}};
  consoles.add_moments();
  consoles.add_members();
  consoles.add_corrections();
  consoles.add_finale();
  consoles.add_host_pages();
  return std::move(consoles.made);
}

}  // namespace certamen::golden
