#include "tests/golden/samples.hpp"

#include "client/screens/screens.hpp"
#include "proto/wire/presets.hpp"
#include "tests/golden/maker.hpp"
#include "tests/golden/samples_of_help.hpp"

namespace certamen::golden {

namespace {

using namespace std::chrono_literals;
using wire::QuestionKind;

struct Collection : Maker {
  std::vector<Sample> made;

  Sample& add(const std::string& name, model::Model model) {
    made.push_back({name, std::move(model), {}, now_of_all});
    return made.back();
  }

  void add_start();
  void add_join();
  void add_host();
  void add_rooms();
  void add_boards();
  void add_arranged();
  void add_certain();
  void add_exam();
  // The same with hands on it: its view state counts only for the scene of its name.
  screens::ViewState& touch(Sample& sample);
  void add_reveals();
  void add_teams();
  void add_endings();
  void add_overlays();
};

void Collection::add_start() {
  model::Model first = blank();
  first.profile.name.clear();
  add("welcome", std::move(first)).state.welcome = true;
  add("start", blank());
  model::Model known = blank();
  known.profile.recent_servers = {"192.168.1.20:7040", "aula-3.example.org:7040"};
  known.profile.seats = {{"192.168.1.20:7040", "K7M2PQ", texts.name(3), {}, std::nullopt}};
  add("start_known", std::move(known));
  model::Model full = blank();
  full.connection.farewell = wire::Farewell::RoomClosed;
  add("start_farewell", std::move(full));

  model::Model settings = blank();
  settings.screen = model::Screen::Settings;
  add("settings", settings);
  settings.profile.preferences = {model::Look::Light, true, false, false, 3};
  settings.profile.preferences.text_size = model::TextSize::Larger;
  add("settings_larger", std::move(settings));

  model::Model solo = online();
  solo.screen = model::Screen::Solo;
  add("solo", solo);
  solo.draft.solo.topics = {solo.topics[0].id};
  solo.draft.solo.question_count = 30;
  add("solo_few", solo);
  solo.topics.clear();
  add("solo_waiting", solo);
  solo.connection.failures = 2;
  solo.connection.link = model::Link::Offline;
  add("solo_unreachable", std::move(solo));
}

void Collection::add_join() {
  model::Model join = blank();
  join.screen = model::Screen::Join;
  add("join", join);
  model::Model found = join;
  found.found = servers_found(1);
  found.draft.address = found.found.front().address;
  found.draft.code = "K7M2PQ";
  add("join_found", found);
  found.found = servers_found(6);
  add("join_found_many", std::move(found));
  join.draft.code = "K7M 2PX";
  join.draft.code_error = model::FieldError::CodeUnknown;
  join.draft.name_error = model::FieldError::NameTaken;
  join.draft.address_error = model::FieldError::AddressInvalid;
  add("join_errors", join);
  join.draft = blank().draft;
  join.draft.code = "K7M2PX";
  join.draft.password_error = model::FieldError::PasswordNeeded;
  add("join_password", join);
  join.draft.password = "aula 3, martes";
  join.draft.password_error = model::FieldError::PasswordWrong;
  add("join_password_wrong", std::move(join));
}

void Collection::add_host() {
  model::Model host = online();
  host.screen = model::Screen::Host;
  add("host", host);
  model::Model exam = host;
  exam.draft.host.mode = wire::Mode::ExamSimulation;
  exam.draft.host.question_count = 65;
  exam.draft.host.exam_seconds = 7800;
  exam.draft.host.kinds = {QuestionKind::SingleChoice, QuestionKind::MultipleResponse, QuestionKind::TrueFalse};
  add("host_exam", exam);
  exam.draft.host.exam_unscored_count = 15;
  touch(add("host_exam_rules", std::move(exam))).tab = 1;
  host.draft.address_error = model::FieldError::AddressInvalid;
  host.draft.name_error = model::FieldError::NameTooLong;
  add("host_errors", host);
  host.draft = online().draft;
  host.draft.host.generated_names = true;
  host.draft.password = "aula 3, martes";
  add("host_password", std::move(host));
}

void Collection::add_rooms() {
  model::Model entering = blank();
  entering.connection.address = "192.168.1.20:7040";
  entering.connection.link = model::Link::Connecting;
  entering.entry = wire::JoinRoom{"K7M2PQ", texts.name(3), wire::Role::Player};
  add("entering", entering);
  entering.connection.failures = 3;
  add("entering_failing", std::move(entering));
  model::Model empty = seated(wire::Phase::Gathering, wire::Role::Host);
  std::erase_if(empty.room->roster, [](const auto& entry) { return entry.second.plays; });
  add("lobby_empty", std::move(empty));
  add("lobby_host", seated(wire::Phase::Gathering, wire::Role::Host));
  add("lobby_player", seated(wire::Phase::Gathering, wire::Role::Player));
  model::Model alone = seated(wire::Phase::Gathering, wire::Role::Host);
  alone.connection.address = "127.0.0.1:7117";
  add("lobby_private", std::move(alone));
  add("drawing", seated(wire::Phase::Drawing, wire::Role::Player));
  add("exam_no_board", seated(wire::Phase::Examining, wire::Role::Player));
}

void Collection::add_boards() {
  for (const auto& [name, kind] :
       {std::pair{"reading", QuestionKind::SingleChoice}, {"reading_multiple", QuestionKind::MultipleResponse}}) {
    model::Model model = seated(wire::Phase::Reading, wire::Role::Player);
    model.room->announced = announced(kind);
    model.room->announced->opens_at = now_of_all + 2s;
    add(name, std::move(model));
  }
  add("asking_single", asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms));
  add("asking_late", asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms)).model.room->first_question =
      number_now + 1;
  add("asking_true_false", asking(QuestionKind::TrueFalse, wire::Role::Player, 12s));
  model::Model several = asking(QuestionKind::MultipleResponse, wire::Role::Player, 9s);
  several.room->own.picks = {1};
  add("asking_multiple", several);
  several.room->own.picks = {1, 2};
  several.room->own.too_many_picks = true;
  add("asking_too_many", std::move(several));
  model::Model number = asking(QuestionKind::Numeric, wire::Role::Player, 25s);
  add("asking_numeric", number);
  number.room->own.numeric_text = "1 234,5x";
  number.room->own.numeric_error = model::NumberError::Malformed;
  add("asking_numeric_error", number);
  number.room->own = {};
  answer(number, wire::NumericAnswer{21'000'000}, true);
  add("locked_numeric", std::move(number));

  model::Model single = asking(QuestionKind::SingleChoice, wire::Role::Player, 4200ms);
  single.room->own.pending = model::PendingAnswer{number_now, wire::ChoiceAnswer{{1}}, now_of_all, 1};
  add("pending", single);
  single.room->own.pending.reset();
  answer(single, wire::ChoiceAnswer{{1}}, false);
  add("locked", single);
  single.room->own = {};
  single.room->asked->closes_at = now_of_all - 100ms;
  add("time_up", std::move(single));

  add("projector_single", asking(QuestionKind::SingleChoice, wire::Role::Spectator, 21400ms));
  add("host_multiple", asking(QuestionKind::MultipleResponse, wire::Role::Host, 14s));
  add("host_numeric", asking(QuestionKind::Numeric, wire::Role::Host, 5500ms));
  model::Model both = asking(QuestionKind::SingleChoice, wire::Role::Host, 14s);
  both.room->plays = true;
  add("host_plays", std::move(both));
}

screens::ViewState& Collection::touch(Sample& sample) {
  sample.state.scene = screens::view(sample.model, sample.state, sample.now, {1920, 1080}).name;
  return sample.state;
}

void Collection::add_arranged() {
  model::Model order = asking(QuestionKind::Ordering, wire::Role::Player, 21400ms);
  add("asking_ordering", order);
  order.room->own.order = {1, 0, 3, 2, 4, 5};
  screens::ViewState& held = touch(add("asking_ordering_held", order));
  held.held = 4;
  held.touch.focused = "card.3";
  held.touch.focus_visible = true;
  touch(add("asking_ordering_dragged", order)).touch.drag = ui::Drag{"card.1", {600, 500}, {660, 730}, true};
  answer(order, wire::OrderAnswer{{1, 0, 3, 2, 4, 5}}, false);
  add("locked_ordering", std::move(order));
  add("projector_ordering", asking(QuestionKind::Ordering, wire::Role::Spectator, 21400ms));

  model::Model pairs = asking(QuestionKind::Matching, wire::Role::Player, 21400ms);
  add("asking_matching", pairs);
  pairs.room->own.matches = {std::nullopt, 2, 0, 2};
  pairs.room->own.matches.resize(pairs.room->asked->options.size());
  screens::ViewState& item = touch(add("asking_matching_held", pairs));
  item.held = 1;
  item.touch.focused = "item.0";
  item.touch.focus_visible = true;
  touch(add("asking_matching_dragged", pairs)).touch.drag = ui::Drag{"match.1", {1500, 560}, {700, 520}, true};
  add("host_matching", asking(QuestionKind::Matching, wire::Role::Host, 21400ms));

  model::Model words = asking(QuestionKind::ShortText, wire::Role::Player, 21400ms);
  add("asking_text", words);
  words.room->own.text = texts.misspelling();
  add("asking_text_typed", words);
  answer(words, wire::TextAnswer{texts.misspelling()}, false);
  add("locked_text", std::move(words));
  add("host_text", asking(QuestionKind::ShortText, wire::Role::Host, 21400ms));
}

void Collection::add_certain() {
  const auto certain = [this](QuestionKind kind) {
    model::Model model = asking(kind, wire::Role::Player, 21400ms);
    model.room->settings.scoring = wire::Scoring::Certainty;
    model.room->asked->points_possible = 300;
    return model;
  };
  model::Model single = certain(QuestionKind::SingleChoice);
  single.room->own.picks = {1};
  add("certain_single", single);
  single.room->own.certainty_missing = true;
  add("certain_missing", std::move(single));
  model::Model several = certain(QuestionKind::MultipleResponse);
  several.room->own.picks = {1};
  several.room->own.certainty = wire::Certainty::High;
  add("certain_multiple", std::move(several));
  add("certain_numeric", certain(QuestionKind::Numeric));
  add("certain_ordering", certain(QuestionKind::Ordering));
  add("certain_matching", certain(QuestionKind::Matching));
  add("certain_text", certain(QuestionKind::ShortText));
}

void Collection::add_exam() {
  model::Model single = examining(QuestionKind::SingleChoice, wire::Role::Player);
  add("paper", single);
  single.room->own.picks = {1};
  single.room->own_exam.answers.push_back({number_now, wire::ChoiceAnswer{{1}}, 300});
  add("paper_saved", single);
  add("ask_hand_in", single).state.overlay = screens::Overlay::AskHandIn;
  model::Model several = examining(QuestionKind::MultipleResponse, wire::Role::Player);
  several.room->own.picks = {1};
  several.room->own_exam.answers.push_back({number_now, wire::ChoiceAnswer{{1, 2}}, 300});
  add("paper_multiple", std::move(several));
  add("paper_ordering", examining(QuestionKind::Ordering, wire::Role::Player));
  add("paper_matching", examining(QuestionKind::Matching, wire::Role::Player));
  add("paper_numeric", examining(QuestionKind::Numeric, wire::Role::Player));
  add("paper_text", examining(QuestionKind::ShortText, wire::Role::Player));
  model::Model fetching = single;
  fetching.room->paper.clear();
  fetching.room->announced.reset();
  fetching.room->asked.reset();
  add("paper_fetching", std::move(fetching));
  single.room->own_exam.handed_in = true;
  add("paper_done", std::move(single));
  model::Model both = examining(QuestionKind::SingleChoice, wire::Role::Host);
  both.room->plays = true;
  add("paper_host_plays", std::move(both));
  add("paper_host", examining(QuestionKind::SingleChoice, wire::Role::Host));
  add("paper_projector", examining(QuestionKind::SingleChoice, wire::Role::Spectator));
  add("exam_report", examined());
  add("exam_report_unscored", examined()).model.room->exam_result->unscored_count = 15;
  touch(add("exam_standings", examined())).page = 1;
}

void Collection::add_reveals() {
  model::Model right = revealed(QuestionKind::SingleChoice, wire::Role::Player);
  answer(right, wire::ChoiceAnswer{{0}}, true);
  add("reveal_right", std::move(right));
  model::Model wrong = revealed(QuestionKind::SingleChoice, wire::Role::Player);
  answer(wrong, wire::ChoiceAnswer{{1}}, false);
  add("reveal_wrong", std::move(wrong));
  model::Model late = revealed(QuestionKind::SingleChoice, wire::Role::Player);
  late.room->own_result = wire::OwnResult{.question_number = number_now};
  late.room->first_question = number_now + 1;
  add("reveal_late", std::move(late));
  model::Model voided = revealed(QuestionKind::SingleChoice, wire::Role::Player);
  answer(voided, wire::ChoiceAnswer{{0}}, true);
  voided.room->own_result->points_gained = 0;
  voided.room->own_result->points = 1730;
  voided.room->own_result->streak = 2;
  voided.room->revealed->voided = true;
  add("reveal_voided", std::move(voided));
  model::Model none = revealed(QuestionKind::TrueFalse, wire::Role::Player);
  none.room->own_result = wire::OwnResult{.question_number = number_now};
  add("reveal_unanswered", std::move(none));
  model::Model several = revealed(QuestionKind::MultipleResponse, wire::Role::Player);
  answer(several, wire::ChoiceAnswer{{1, 4}}, false);
  add("reveal_multiple", std::move(several));
  model::Model number = revealed(QuestionKind::Numeric, wire::Role::Player);
  answer(number, wire::NumericAnswer{7'000'000}, false);
  add("reveal_numeric", std::move(number));
  model::Model order = revealed(QuestionKind::Ordering, wire::Role::Player);
  answer(order, wire::OrderAnswer{{1, 0, 3, 2, 5, 4}}, false);
  add("reveal_ordering", std::move(order));
  model::Model pairs = revealed(QuestionKind::Matching, wire::Role::Player);
  std::vector<wire::OptionIndex> matches{1, 1, 3, 0};
  matches.resize(pairs.room->asked->options.size(), 5);
  answer(pairs, wire::MatchAnswer{matches}, false);
  add("reveal_matching", pairs);
  screens::ViewState& reasons = touch(add("reveal_reasons", std::move(pairs)));
  reasons.touch.scrolled = {{"reasons." + std::to_string(number_now), 120}};
  model::Model words = revealed(QuestionKind::ShortText, wire::Role::Player);
  answer(words, wire::TextAnswer{texts.misspelling()}, false);
  add("reveal_text", std::move(words));
  add("reveal_host_ordering", revealed(QuestionKind::Ordering, wire::Role::Host));
  add("reveal_host_text", revealed(QuestionKind::ShortText, wire::Role::Host));
  add("reveal_host_multiple", revealed(QuestionKind::MultipleResponse, wire::Role::Host));
  add("reveal_host", revealed(QuestionKind::SingleChoice, wire::Role::Host));
  model::Model automatic = revealed(QuestionKind::Numeric, wire::Role::Spectator);
  automatic.room->revealed->continues_at = now_of_all + 5s;
  automatic.room->settings.pacing = wire::Pacing::Automatic;
  add("reveal_projector", std::move(automatic));
}

void Collection::add_teams() {
  model::Model host = online();
  host.screen = model::Screen::Host;
  host.draft.host = wire::preset(wire::Mode::TeamPractice);
  add("host_teams", std::move(host));
  model::Model lobby = seated(wire::Phase::Gathering, wire::Role::Player);
  lobby.room->settings = wire::preset(wire::Mode::TeamPractice);
  lobby.room->settings.team_forming = wire::TeamForming::ByPlayers;
  for (const std::uint32_t count : {3U, 8U}) {
    lobby.room->settings.team_count = count;
    in_teams(lobby);
    add("lobby_teams_" + std::to_string(count), lobby);
  }
  for (const auto& [name, kind] : {std::pair{"single", QuestionKind::SingleChoice},
                                   {"numeric", QuestionKind::Numeric},
                                   {"text", QuestionKind::ShortText},
                                   {"ordering", QuestionKind::Ordering}}) {
    add(std::string("discussing_") + name, discussing(kind, wire::Role::Player));
  }
  add("discussing_projector", discussing(QuestionKind::SingleChoice, wire::Role::Spectator));
  model::Model ranking = ranked(wire::Role::Player, 5s);
  ranking.room->settings.team_count = 3;
  in_teams(ranking);
  ranking.room->standings->shown.teams = {{2, 1, 4200, 6}, {1, 2, 3950, 6}, {3, 2, 3950, 6}};
  add("ranking_teams", ranking);
  ranking.room->standings->shown.frozen = true;
  add("ranking_frozen", ranking);
  wire::RankingShown hidden;
  hidden.frozen = true;
  ranking.room->standings = model::Standings{hidden, {}, now_of_all - 5s};
  add("ranking_hidden", std::move(ranking));
}

void Collection::add_endings() {
  add("ranking", ranked(wire::Role::Player, 5s));
  add("ranking_moving", ranked(wire::Role::Player, 150ms));
  model::Model host = ranked(wire::Role::Host, 5s);
  add("ranking_host", std::move(host));
  add("podium", finished(wire::Role::Player, wire::Mode::Competition));
  model::Model teams = finished(wire::Role::Player, wire::Mode::TeamPractice);
  teams.room->settings.team_count = wire::teams_max;
  in_teams(teams);
  for (wire::TeamNumber team = 1; team <= wire::teams_max; ++team) {
    teams.room->finished->teams.push_back({9 - team, team, 4200 - 130 * team, 6});
  }
  add("podium_teams", std::move(teams));
  add("podium_solo", finished(wire::Role::Player, wire::Mode::Solo));
  add("review", reviewing(QuestionKind::SingleChoice));
  add("review_multiple", reviewing(QuestionKind::MultipleResponse));
  add("review_ordering", reviewing(QuestionKind::Ordering));
  add("review_numeric", reviewing(QuestionKind::Numeric));
  model::Model loading = reviewing(QuestionKind::SingleChoice);
  loading.room->review.clear();
  add("review_loading", std::move(loading));
}

void Collection::add_overlays() {
  model::Model lost = asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms);
  lost.connection.link = model::Link::Lost;
  lost.connection.lost_since_local = now_of_all - 12s;
  lost.room->own.pending = model::PendingAnswer{number_now, wire::ChoiceAnswer{{1}}, now_of_all, 0};
  add("lost", std::move(lost));
  model::Model paused = asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms);
  paused.room->paused = wire::RoomPaused{wire::PauseReason::HostGone, now_of_all};
  add("paused_player", std::move(paused));
  model::Model own = asking(QuestionKind::SingleChoice, wire::Role::Host, 21400ms);
  own.room->paused = wire::RoomPaused{wire::PauseReason::HostAsked, now_of_all};
  add("paused_host", std::move(own));
  model::Model later = ranked(wire::Role::Host, 5s);
  later.room->paused = wire::RoomPaused{wire::PauseReason::HostAsked, now_of_all};
  add("paused_ranking", std::move(later));
  model::Model trouble = asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms);
  trouble.room->storage_failing = true;
  add("trouble", std::move(trouble));
  model::Model refused = asking(QuestionKind::SingleChoice, wire::Role::Player, 21400ms);
  refused.notices = {{wire::Refusal::StorageFailing, now_of_all - 1s}};
  refused.room->own.refused = wire::Refusal::AnswerInvalid;
  add("refused", std::move(refused));
  model::Model changed = blank();
  changed.connection.address = changed.draft.address;
  const std::string fingerprint = "3A:F1:0C:77:B2:90:4E:D5:18:6B:E9:22:AC:5F:01:C4:";
  changed.profile.known_servers = {{changed.draft.address, fingerprint + fingerprint.substr(0, 47)}};
  changed.connection.trouble = model::Trouble::CertificateChanged;
  changed.connection.certificate_shown = fingerprint + "9D" + fingerprint.substr(2, 45);
  model::Model plain = changed;
  plain.connection.trouble = model::Trouble::NotEncrypted;
  add("certificate_changed", std::move(changed));
  add("certificate_plain", std::move(plain));
  model::Model notice = blank();
  notice.connection.address = notice.draft.address;
  notice.notices = {{model::Remark::ConnectionFailed, now_of_all - 1s}};
  add("notice", std::move(notice));
  const model::Model board = asking(QuestionKind::SingleChoice, wire::Role::Host, 21400ms);
  add("menu", board).state.overlay = screens::Overlay::Menu;
  add("ask_leave", board).state.overlay = screens::Overlay::AskLeave;
  add("ask_end", board).state.overlay = screens::Overlay::AskEnd;
}

}  // namespace

std::vector<Sample> samples(wire::Language language, Wording wording) {
  Collection collection{{Texts{language, wording}}, {}};
  collection.add_start();
  collection.add_join();
  collection.add_host();
  collection.add_rooms();
  collection.add_boards();
  collection.add_arranged();
  collection.add_certain();
  collection.add_exam();
  collection.add_reveals();
  collection.add_teams();
  collection.add_endings();
  collection.add_overlays();
  for (Sample& each : console_samples(language, wording)) collection.made.push_back(std::move(each));
  for (Sample& each : host_samples(language, wording)) collection.made.push_back(std::move(each));
  add_samples_of_help(collection.made, collection);
  return std::move(collection.made);
}

}  // namespace certamen::golden
