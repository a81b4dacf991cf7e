// What the actions of all screens mean: model events, or a change of the view state.
#include <algorithm>
#include <map>

#include "client/screens/forms.hpp"
#include "client/screens/screens.hpp"

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
    settings.pacing = value == 0 ? wire::Pacing::HostPaced : wire::Pacing::Automatic;
  } else if (name == "scoring") {
    settings.scoring = value == 0 ? wire::Scoring::Speed : wire::Scoring::Accuracy;
  } else if (name == "plays") {
    settings.host_plays = value != 0;
  } else if (name == "shuffle") {
    settings.shuffle_per_player = value != 0;
  } else if (name == "names") {
    settings.generated_names = value != 0;
  } else if (name == "late") {
    settings.late_join = value != 0;
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

void reviewed(const Wish& wish) {
  wish.events.push_back(model::ShowReviewed{static_cast<std::uint32_t>(std::max<std::int64_t>(1, wish.value))});
}

const std::map<std::string, Handler, std::less<>>& handlers() {
  static const std::map<std::string, Handler, std::less<>> table{
      {"go", go},
      {"server", take_server},
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
      {"menu", [](const Wish& wish) { wish.state.overlay = wish.value != 0 ? Overlay::Menu : Overlay::None; }},
      {"ask.leave", [](const Wish& wish) { wish.state.overlay = Overlay::AskLeave; }},
      {"ask.end", [](const Wish& wish) { wish.state.overlay = Overlay::AskEnd; }},
      {"page", [](const Wish& wish) { wish.state.page = static_cast<std::size_t>(std::max<std::int64_t>(0, wish.value)); }},
      {"still", [](const Wish& wish) { wish.state.still = wish.value != 0; }},
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
