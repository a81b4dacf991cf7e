// What the actions of all screens mean: model events, or a change of the view state.
#include <algorithm>
#include <map>
#include <utility>

#include "client/model/queries.hpp"
#include "client/screens/boards.hpp"
#include "client/screens/forms.hpp"
#include "client/screens/found.hpp"
#include "client/screens/review_search.hpp"
#include "client/screens/screens.hpp"
#include "proto/wire/presets.hpp"

namespace certamen::screens {

namespace {

using Events = std::vector<model::Event>;

// An action as the handlers below see it.
struct Wish {
  const model::Model& model;
  ViewState& state;
  std::int64_t value;
  Events& events;
};
using Handler = void (*)(const Wish&);

std::size_t index_of(std::int64_t value, std::size_t count) {
  return static_cast<std::size_t>(std::clamp<std::int64_t>(value, 0, static_cast<std::int64_t>(count) - 1));
}

template <class T>
void put_in_or_out(std::vector<T>& values, const T& value) {
  const auto found = std::find(values.begin(), values.end(), value);
  if (found == values.end()) {
    values.push_back(value);
  } else {
    values.erase(found);
  }
}

// All four domains are the same as none chosen; a domain taken off "all" leaves the other three.
void toggle_domain(wire::RoomSettings& settings, std::int64_t value) {
  constexpr std::array all{wire::ExamDomain::Secure, wire::ExamDomain::Resilient, wire::ExamDomain::HighPerforming,
                           wire::ExamDomain::CostOptimized};
  if (settings.domains.empty()) settings.domains.assign(all.begin(), all.end());
  put_in_or_out(settings.domains, all[index_of(value, all.size())]);
  std::sort(settings.domains.begin(), settings.domains.end());
  if (settings.domains.size() == all.size()) settings.domains.clear();
}

// While all topics are meant, the first one pressed is the first one chosen.
void toggle_topic(const model::Model& model, wire::RoomSettings& settings, std::int64_t value) {
  if (model.topics.empty()) return;
  put_in_or_out(settings.topics, model.topics[index_of(value, model.topics.size())].id);
  if (settings.topics.size() == model.topics.size()) settings.topics.clear();
}

// All kinds are the same as none chosen; the last group cannot be taken off.
void toggle_kinds(wire::RoomSettings& settings, std::int64_t value) {
  const std::size_t toggled = index_of(value, kind_groups.size());
  std::vector<wire::QuestionKind> kinds;
  std::size_t groups = 0;
  for (std::size_t i = 0; i < kind_groups.size(); ++i) {
    const KindGroup& group = kind_groups[i];
    if (asks_kinds(settings, group) == (i == toggled)) continue;
    kinds.insert(kinds.end(), group.kinds.begin(), group.kinds.begin() + static_cast<std::ptrdiff_t>(group.count));
    ++groups;
  }
  if (groups == 0) return;
  settings.kinds = groups == kind_groups.size() ? std::vector<wire::QuestionKind>{} : std::move(kinds);
}

// A mode is a set of rules that belong together; the others are left as they are.
void choose_mode(wire::RoomSettings& settings, wire::Mode mode) {
  const wire::RoomSettings usual = wire::preset(mode);
  settings.mode = mode;
  settings.scoring = usual.scoring;
  settings.question_count = usual.question_count;
  settings.team_count = usual.team_count;
  settings.team_forming = usual.team_forming;
  settings.discuss_seconds = usual.discuss_seconds;
}

// Changes of a draft's settings; the name is the part of the action after "solo." or "host.".
bool change(const model::Model& model, wire::RoomSettings& settings, const std::string& name, std::int64_t value) {
  if (name == "count") {
    settings.question_count = question_counts[index_of(value, question_counts.size())];
  } else if (name == "seconds") {
    settings.answer_seconds = answer_times[index_of(value, answer_times.size())];
  } else if (name == "difficulty") {
    const DifficultyRange& range = difficulties[index_of(value, difficulties.size())];
    settings.difficulty_min = range.min;
    settings.difficulty_max = range.max;
  } else if (name == "domain") {
    toggle_domain(settings, value);
  } else if (name == "topic") {
    toggle_topic(model, settings, value);
  } else if (name == "all") {
    settings.topics.clear();
  } else if (name == "pacing") {
    settings.pacing = static_cast<wire::Pacing>(index_of(value, 3));
  } else if (name == "scoring") {
    settings.scoring = static_cast<wire::Scoring>(index_of(value, 3));
  } else if (name == "mode") {
    choose_mode(settings, static_cast<wire::Mode>(value));
  } else if (name == "kinds") {
    toggle_kinds(settings, value);
  } else if (name == "teams") {
    settings.team_count = team_counts[index_of(value, team_counts.size())];
  } else if (name == "forming") {
    settings.team_forming = static_cast<wire::TeamForming>(value);
  } else if (name == "discuss") {
    settings.discuss_seconds = discuss_times[index_of(value, discuss_times.size())];
  } else if (name == "exam_seconds") {
    settings.exam_seconds = exam_times[index_of(value, exam_times.size())];
  } else if (name == "plays") {
    settings.host_plays = value != 0;
  } else if (name == "shuffle") {
    settings.shuffle_per_player = value != 0;
  } else if (name == "names") {
    settings.generated_names = value != 0;
  } else if (name == "late") {
    settings.late_join = value != 0;
  } else if (name == "listed") {
    settings.listed = value != 0;
  } else {
    return false;
  }
  return true;
}

bool change_draft(const model::Model& model, const ui::Action& action, Events& events) {
  const std::string_view name = action.name;
  if (name.starts_with("solo.")) {
    wire::RoomSettings settings = model.draft.solo;
    if (!change(model, settings, action.name.substr(5), action.value)) return false;
    events.push_back(model::SetSoloSettings{std::move(settings)});
    return true;
  }
  if (!name.starts_with("host.")) return false;
  wire::RoomSettings settings = model.draft.host;
  if (!change(model, settings, action.name.substr(5), action.value)) return false;
  events.push_back(model::SetHostSettings{std::move(settings)});
  return true;
}

void go(const Wish& wish) {
  wish.state.overlay = Overlay::None;
  wish.events.push_back(model::ShowScreen{static_cast<model::Screen>(wish.value)});
}

void take_server(const Wish& wish) {
  const auto& servers = wish.model.profile.recent_servers;
  if (servers.empty()) return;
  wish.events.push_back(model::SetAddress{servers[index_of(wish.value, servers.size())]});
  wish.events.push_back(model::ShowScreen{model::Screen::Join});
}

// What is chosen fills the form; the hands go where something is still missing, else to the way in.
void take_found(const Wish& wish) {
  const model::ChooseFound choice = found_of(wish.value);
  const bool nameless = wish.model.profile.name.empty() && !wish.model.draft.spectate;
  wish.state.touch.focused = choice.code.empty() ? "text.code" : nameless ? "text.name" : "go";
  wish.state.touch.caret = wish.state.touch.anchor = ui::text_end;
  wish.events.push_back(choice);
}

void leave(const Wish& wish) {
  wish.state.overlay = Overlay::None;
  wish.events.push_back(model::Leave{});
}

void command(const Wish& wish) {
  wish.state.overlay = Overlay::None;
  wish.events.push_back(model::HostCommand{static_cast<wire::Command>(wish.value)});
}

void language(const Wish& wish) {
  wish.events.push_back(model::ChooseLanguage{wish.value == 0 ? wire::Language::English : wire::Language::Spanish});
}

// One of the preferences changed, all of them said.
template <class Change>
void prefer(const Wish& wish, Change change) {
  model::Preferences wanted = wish.model.profile.preferences;
  change(wanted);
  wish.events.push_back(model::ChangePreferences{wanted});
}

model::TextSize text_size_of(std::int64_t value) {
  return static_cast<model::TextSize>(index_of(value, model::text_size_percents.size()));
}

void reviewed(const Wish& wish) {
  wish.state.page = 0;
  wish.events.push_back(model::ShowReviewed{static_cast<std::uint32_t>(std::max<std::int64_t>(1, wish.value))});
}

// ---- what is looked for in a list ----

void look_for(const Wish& wish) {
  wish.state.touch.focused = "text.search";
  wish.state.touch.caret = wish.state.touch.anchor = ui::text_end;
}

void stop_looking(const Wish& wish) {
  wish.state.search.clear();
  wish.state.history = {};
  wish.state.page = 0;
}

void only_missed(const Wish& wish) {
  wish.state.missed_only = wish.value != 0;
  follow_search(wish.model, wish.state, wish.events);
}

// ---- boards that are arranged; an option and its place or match travel as one number ----

void take_card(const Wish& wish) {
  const std::vector<wire::OptionIndex> order = model::board_order(wish.model);
  const auto place = std::find(order.begin(), order.end(), static_cast<wire::OptionIndex>(wish.value));
  if (place == order.end()) return;
  std::int64_t& held = wish.state.held;
  if (held == 0) {
    held = wish.value + 1;
    return;
  }
  const auto option = static_cast<wire::OptionIndex>(held - 1);
  wish.events.push_back(model::PlaceOption{option, static_cast<std::size_t>(place - order.begin())});
  held = 0;
}

model::PlaceOption placed(const Wish& wish) {
  return {static_cast<wire::OptionIndex>(wish.value / pair_base), static_cast<std::size_t>(wish.value % pair_base)};
}

void place(const Wish& wish) {
  wish.state.held = 0;
  wish.events.push_back(placed(wish));
}

void pair(const Wish& wish, std::int64_t item, std::int64_t match) {
  wish.events.push_back(model::MatchOption{static_cast<wire::OptionIndex>(item), static_cast<wire::OptionIndex>(match)});
}

bool paired(const Wish& wish, std::int64_t item, std::int64_t match) {
  const auto matches = model::board_matches(wish.model);
  const auto index = static_cast<std::size_t>(item);
  return index < matches.size() && matches[index] == static_cast<wire::OptionIndex>(match);
}

void take_item(const Wish& wish) {
  std::int64_t& held = wish.state.held;
  const std::int64_t before = std::exchange(held, 0);
  if (before > 0 && before - 1 == wish.value) return;
  if (before >= 0) {
    held = wish.value + 1;
  } else if (!paired(wish, wish.value, -before - 1)) {
    pair(wish, wish.value, -before - 1);
  }
}

// The match of the item that is taken up, or of the one that the keys have walked to.
void take_match(const Wish& wish) {
  const std::int64_t before = std::exchange(wish.state.held, 0);
  const std::string& focused = wish.state.touch.focused;
  if (before > 0) return pair(wish, before - 1, wish.value);
  if (before == 0 && focused.starts_with("item.")) return pair(wish, std::stol(focused.substr(5)), wish.value);
  if (before != -(wish.value + 1)) wish.state.held = -(wish.value + 1);
}

void match(const Wish& wish) {
  wish.state.held = 0;
  const std::int64_t item = wish.value / pair_base;
  if (!paired(wish, item, wish.value % pair_base)) pair(wish, item, wish.value % pair_base);
}

void hand_in(const Wish& wish) {
  wish.state.overlay = Overlay::None;
  wish.events.push_back(model::HandInPaper{});
}

const std::map<std::string, Handler, std::less<>>& handlers() {
  static const std::map<std::string, Handler, std::less<>> table{
      {"go", go},
      {"server", take_server},
      {"found", take_found},
      {"leave", leave},
      {"command", command},
      {"language", language},
      {"reviewed", reviewed},
      {"back", [](const Wish& wish) { wish.events.push_back(model::GoBack{}); }},
      {"quit", [](const Wish& wish) { wish.events.push_back(model::Quit{}); }},
      {"retry", [](const Wish& wish) { wish.events.push_back(model::Retry{}); }},
      {"confirm", [](const Wish& wish) { wish.events.push_back(model::ConfirmAnswer{}); }},
      {"trust", [](const Wish& wish) { wish.events.push_back(model::AcceptCertificate{}); }},
      {"distrust", [](const Wish& wish) { wish.events.push_back(model::RefuseCertificate{}); }},
      {"review", [](const Wish& wish) { wish.events.push_back(model::OpenReview{}); }},
      {"solo.open", [](const Wish& wish) { wish.events.push_back(model::OpenSolo{}); }},
      {"host.open", [](const Wish& wish) { wish.events.push_back(model::HostRoom{}); }},
      {"join.send", [](const Wish& wish) { wish.events.push_back(model::JoinRoom{}); }},
      {"spectate", [](const Wish& wish) { wish.events.push_back(model::SetSpectate{wish.value != 0}); }},
      {"seat", [](const Wish& wish) { wish.events.push_back(model::ReturnToSeat{static_cast<std::size_t>(wish.value)}); }},
      {"choose",
       [](const Wish& wish) { wish.events.push_back(model::ToggleOption{static_cast<wire::OptionIndex>(wish.value)}); }},
      {"hold", take_card},
      {"place", place},
      {"shift", [](const Wish& wish) { wish.events.push_back(placed(wish)); }},
      {"item", take_item},
      {"partner", take_match},
      {"match", match},
      {"certainty",
       [](const Wish& wish) { wish.events.push_back(model::SetCertainty{static_cast<wire::Certainty>(wish.value)}); }},
      {"paper",
       [](const Wish& wish) {
         wish.events.push_back(model::ShowPaperQuestion{static_cast<std::uint32_t>(std::max<std::int64_t>(1, wish.value))});
       }},
      {"team",
       [](const Wish& wish) { wish.events.push_back(model::ChooseTeam{static_cast<wire::TeamNumber>(wish.value)}); }},
      {"flag", [](const Wish& wish) { wish.events.push_back(model::ToggleFlag{}); }},
      {"hand_in", hand_in},
      {"ask.hand_in", [](const Wish& wish) { wish.state.overlay = Overlay::AskHandIn; }},
      {"menu", [](const Wish& wish) { wish.state.overlay = wish.value != 0 ? Overlay::Menu : Overlay::None; }},
      {"search", look_for},
      {"search.clear", stop_looking},
      {"missed", only_missed},
      {"points", [](const Wish& wish) { wish.state.overlay = Overlay::Points; }},
      {"ask.leave", [](const Wish& wish) { wish.state.overlay = Overlay::AskLeave; }},
      {"ask.end", [](const Wish& wish) { wish.state.overlay = Overlay::AskEnd; }},
      {"page", [](const Wish& wish) { wish.state.page = static_cast<std::size_t>(std::max<std::int64_t>(0, wish.value)); }},
      {"theme", [](const Wish& w) { prefer(w, [&](auto& all) { all.look = static_cast<model::Look>(w.value); }); }},
      {"text_size", [](const Wish& w) { prefer(w, [&](auto& all) { all.text_size = text_size_of(w.value); }); }},
      {"still", [](const Wish& w) { prefer(w, [&](auto& all) { all.still = w.value != 0; }); }},
      {"sounds", [](const Wish& w) { prefer(w, [&](auto& all) { all.sounds = w.value != 0; }); }},
      {"exam_sounds", [](const Wish& w) { prefer(w, [&](auto& all) { all.exam_sounds = w.value != 0; }); }},
      {"volume", [](const Wish& w) { prefer(w, [&](auto& all) { all.volume = static_cast<std::uint32_t>(w.value); }); }},
      {"welcome", [](const Wish& wish) { wish.state.welcome = false; }},
  };
  return table;
}

}  // namespace

bool act(const model::Model& model, ViewState& state, const ui::Action& action, std::vector<model::Event>& events) {
  if (const auto handler = handlers().find(action.name); handler != handlers().end()) {
    handler->second({model, state, action.value, events});
    return true;
  }
  return change_draft(model, action, events);
}

}  // namespace certamen::screens
