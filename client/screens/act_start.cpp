// What leads into and out of rooms, settings, and what lies over a screen.
#include "client/screens/act_parts.hpp"
#include "client/screens/found.hpp"
#include "client/screens/review_search.hpp"

namespace certamen::screens {

namespace {

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

}  // namespace

const Handlers& start_actions() {
  static const Handlers table{
      {"go", go},
      {"server", take_server},
      {"found", take_found},
      {"leave", leave},
      {"command", command},
      {"language", language},
      {"back", [](const Wish& wish) { wish.events.push_back(model::GoBack{}); }},
      {"quit", [](const Wish& wish) { wish.events.push_back(model::Quit{}); }},
      {"retry", [](const Wish& wish) { wish.events.push_back(model::Retry{}); }},
      {"trust", [](const Wish& wish) { wish.events.push_back(model::AcceptCertificate{}); }},
      {"distrust", [](const Wish& wish) { wish.events.push_back(model::RefuseCertificate{}); }},
      {"solo.open", [](const Wish& wish) { wish.events.push_back(model::OpenSolo{}); }},
      {"host.open", [](const Wish& wish) { wish.events.push_back(model::HostRoom{}); }},
      {"join.send", [](const Wish& wish) { wish.events.push_back(model::JoinRoom{}); }},
      {"spectate", [](const Wish& wish) { wish.events.push_back(model::SetSpectate{wish.value != 0}); }},
      {"seat", [](const Wish& wish) { wish.events.push_back(model::ReturnToSeat{static_cast<std::size_t>(wish.value)}); }},
      {"menu", [](const Wish& wish) { wish.state.overlay = wish.value != 0 ? Overlay::Menu : Overlay::None; }},
      {"search", look_for},
      {"search.clear", stop_looking},
      {"missed", only_missed},
      {"points", [](const Wish& wish) { wish.state.overlay = Overlay::Points; }},
      {"ask.leave", [](const Wish& wish) { wish.state.overlay = Overlay::AskLeave; }},
      {"ask.end", [](const Wish& wish) { wish.state.overlay = Overlay::AskEnd; }},
      {"page", [](const Wish& wish) { wish.state.page = static_cast<std::size_t>(std::max<std::int64_t>(0, wish.value)); }},
      {"tab", [](const Wish& wish) { wish.state.tab = static_cast<std::size_t>(std::max<std::int64_t>(0, wish.value)); }},
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

}  // namespace certamen::screens
