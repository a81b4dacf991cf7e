#include "client/app/app.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <random>
#include <utility>
#include <vector>

#include "client/app/camera.hpp"
#include "client/app/pilot.hpp"
#include "client/app/profile_file.hpp"
#include "client/app/standings_text.hpp"
#include "client/bot/wiring.hpp"
#include "client/model/queries.hpp"
#include "client/model/update.hpp"
#include "client/net/loop.hpp"
#include "client/net/net_thread.hpp"
#include "client/rehearsal/rehearser.hpp"
#include "client/render/speaker.hpp"
#include "client/screens/screens.hpp"
#include "client/sound/ear.hpp"
#include "proto/wire/presets.hpp"

namespace certamen::client_app {

namespace {

constexpr int exit_well = 0;
constexpr int exit_not_well = 1;

// SFML tells of inputs only when asked, and its own waiting asks no less often than this.
constexpr wire::Duration input_interval = std::chrono::milliseconds{8};
constexpr wire::Duration frame_interval = std::chrono::milliseconds{16};
// A pilot shares its machine with others and has no eyes to please.
constexpr wire::Duration frame_interval_piloted = std::chrono::milliseconds{80};

std::uint64_t seed_of(const Options& options) {
  if (options.script) return options.script->seed;
  std::random_device device;
  return (static_cast<std::uint64_t>(device()) << 32U) | device();
}

std::vector<model::Event> first_wishes(const Options& options, const model::Model& model) {
  std::vector<model::Event> events;
  if (options.language) events.emplace_back(model::ChooseLanguage{*options.language});
  if (options.script && options.script->from_start) {
    if (!options.address.empty()) events.emplace_back(model::Retry{});
    return events;
  }
  wire::RoomSettings host = model.draft.host;
  wire::RoomSettings solo = model.draft.solo;
  if (options.questions != 0) host.question_count = solo.question_count = options.questions;
  if (options.answer_seconds != 0) host.answer_seconds = solo.answer_seconds = options.answer_seconds;
  events.emplace_back(model::SetHostSettings{host});
  events.emplace_back(model::SetSoloSettings{solo});
  events.emplace_back(model::SetCode{options.code});
  events.emplace_back(model::SetSpectate{options.spectate});
  switch (options.way) {
    case Way::Ask:
      if (!options.address.empty()) events.emplace_back(model::Retry{});  // know soon whether the server is there
      break;
    case Way::Join:
      events.emplace_back(model::ShowScreen{model::Screen::Join});
      if (options.spectate || !model.profile.name.empty()) events.emplace_back(model::JoinRoom{});
      break;
    case Way::Host:
      events.emplace_back(model::ShowScreen{model::Screen::Host});
      events.emplace_back(model::HostRoom{});
      break;
    case Way::Solo:
      events.emplace_back(model::ShowScreen{model::Screen::Solo});
      if (!model.profile.name.empty()) events.emplace_back(model::OpenSolo{});
      break;
  }
  return events;
}

}  // namespace

struct App::Parts {
  Parts(Options what, model::Profile profile, std::filesystem::path path, render::Window shown_on)
      : options(std::move(what)), profile_path(std::move(path)), window(std::move(shown_on)) {
    const bool walks_in = options.script && options.script->from_start;
    if (!options.name.empty() && !walks_in) profile.name = options.name;
    if (options.script && !walks_in && profile.name.empty()) profile.name = options.script->name;
    state = screens::make_view_state(profile);
    if (options.way != Way::Ask && !walks_in) state.welcome = false;
    model = model::make_model(std::move(profile), options.address, seed_of(options));
    if (options.private_server || !options.server_program.empty()) model.private_address = options.address;
    model.plain_allowed = options.plain_text;
    model.server_password = options.server_password;
    model.draft.password = options.room_password;
    if (options.mode) model.draft.host = wire::preset(*options.mode);
    model.draft.host.generated_names = options.generated_names;
    for (const sound::Cue cue : sound::cues) speaker.keep(sound::synthesised(sound::recipe(cue)), sound::sample_rate);
    model.draft.host.listed = options.listed;
    if (options.script) pilot.emplace(*options.script);
    if (!pilot) network.post(client_net::Listen{options.beacon_port});
    draw(client_net::local_now());
    for (const auto& wish : first_wishes(options, model)) happens(wish);
  }

  void happens(const model::Event& event) {
    for (const auto& command : model::update(model, event, client_net::local_now())) carry_out(command);
    stale = news = true;
    announce_room();
  }

  void carry_out(const model::Command& command) {
    if (auto request = bot::request_of(command)) {
      network.post(std::move(*request));
    } else if (const auto* save = std::get_if<model::SaveProfile>(&command)) {
      save_profile(save->profile);
    } else if (std::holds_alternative<model::ExitProgram>(command)) {
      over = true;
    } else if (const auto* start = std::get_if<model::StartRehearsal>(&command)) {
      rehearser.start(*start);
    } else if (std::holds_alternative<model::CancelRehearsal>(command)) {
      rehearser.cancel();
    }
  }

  void save_profile(const model::Profile& profile) {
    if (profile_path.empty()) return;
    const auto saved = client_app::save_profile(profile_path, profile);
    if (saved || profile_warned) return;
    profile_warned = true;
    fmt::print(stderr, "certamen-client: {}\n", saved.error().what);
  }

  void remember_window() {
    if (pilot) return;
    const render::Placement place = window.placement();
    happens(model::PlaceWindow{{place.left, place.top, place.width, place.height, place.full_screen}});
  }

  // The code of a hosted room, for whoever started this program to pass on.
  void announce_room() {
    if (options.code_file.empty() || room_announced || !model::is_host(model)) return;
    room_announced = true;
    const std::filesystem::path aside = options.code_file + ".part";
    std::error_code error;
    {
      std::ofstream file{aside};
      file << model.room->code << '\n';
    }
    std::filesystem::rename(aside, options.code_file, error);
    if (error) fmt::print(stderr, "certamen-client: cannot write {}: {}\n", options.code_file, error.message());
  }

  void hear(const ui::Input& input) {
    stale = true;  // a caret or a focus may have moved
    for (const auto& event : screens::on_input(model, state, input, client_net::local_now(), window.pixels())) {
      happens(event);
    }
    if (!state.copied.empty()) window.copy(std::exchange(state.copied, {}));
  }

  void hear_window() {
    const auto heard = window.poll();
    for (const auto& input : heard.inputs) hear(input);
    stale = stale || heard.resized;
    if (heard.closed) happens(model::Quit{});
  }

  void hear_network() {
    while (const auto fact = network.poll()) happens(bot::event_of(*fact));
    while (const auto told = rehearser.poll()) happens(*told);
    const auto due = model::deadline(model);
    if (due && *due <= client_net::local_now()) happens(model::Tick{});
  }

  // Scripted people have no ears.
  void sing() {
    if (pilot) return;
    for (const sound::Cue cue : ear.listen(model, client_net::local_now())) {
      speaker.play(static_cast<std::size_t>(cue), sound::loudness(model));
    }
  }

  void draw(wire::Instant now) {
    scene = screens::view(model, state, now, window.pixels());
    window.draw(scene);
    if (options.reports_start && !std::exchange(start_reported, true)) {
      fmt::print("the first picture is on the screen\n");
      std::fflush(stdout);
    }
    stale = false;
    drawn_at = now;
  }

  [[nodiscard]] bool wants_drawing(wire::Instant now) const {
    const bool moves = scene.redraw_at && *scene.redraw_at <= now.time_since_epoch();
    return (stale || moves) && now - drawn_at >= frame();
  }
  [[nodiscard]] wire::Duration frame() const { return pilot ? frame_interval_piloted : frame_interval; }

  void fly() {
    if (!pilot) return;
    const bool due = pilot->deadline() && *pilot->deadline() <= client_net::local_now();
    if (!news && !due) return;
    news = false;
    for (;;) {
      const wire::Instant now = client_net::local_now();
      look(shown, model, now);
      scene = screens::view(model, state, now, window.pixels());
      const auto inputs = pilot->next(model, state, scene, shown, now);
      for (const auto& input : inputs) hear(input);
      if (inputs.empty()) break;
    }
    if (!pilot->failure().empty()) {
      fmt::print(stderr, "certamen-client: the pilot gave up: {}\n", pilot->failure());
      exit_code = exit_not_well;
      over = true;
    } else if (pilot->done()) {
      fmt::print("{}", standings_text(model));
      happens(model::Quit{});
    }
  }

  void photograph() {
    if (options.screenshots.empty()) return;
    const wire::Instant now = client_net::local_now();
    look(shown, model, now);
    const auto name = camera.due(model, shown, now);
    if (!name) return;
    draw(now);
    const auto saved = window.save_png(std::filesystem::path{options.screenshots} / *name);
    if (!saved) {
      fmt::print(stderr, "certamen-client: {}\n", saved.error().what);
      exit_code = exit_not_well;
    }
    camera.took(shown);
  }

  void sleep() {
    const wire::Instant now = client_net::local_now();
    wire::Instant until = now + input_interval;
    if (const auto due = model::deadline(model)) until = std::min(until, *due);
    if (pilot && pilot->deadline()) until = std::min(until, *pilot->deadline());
    if (until > now) network.wait(until);
  }

  void turn() {
    hear_window();
    hear_network();
    fly();
    const wire::Instant now = client_net::local_now();
    const bool busy = pilot && pilot->about_to_answer(now);  // the press must not come late for a picture's sake
    if (!busy && wants_drawing(now)) draw(now);
    if (!busy) photograph();
    sing();
    if (!over) sleep();
  }

  Options options;
  std::filesystem::path profile_path;
  render::Window window;
  client_net::NetThread network;
  rehearsal::Rehearser rehearser;
  model::Model model;
  screens::ViewState state;
  ui::Scene scene;
  std::optional<Pilot> pilot;
  Camera camera;
  sound::Ear ear;
  render::Speaker speaker;
  Shown shown;
  wire::Instant drawn_at{};
  bool stale = true;  // something happened since the last drawing
  bool start_reported = false;
  bool news = true;  // something happened since the pilot last looked
  bool profile_warned = false;
  bool room_announced = false;
  bool over = false;
  int exit_code = exit_well;
};

App::App(Options options, model::Profile profile, std::filesystem::path profile_path, render::Window window)
    : parts_(std::make_unique<Parts>(std::move(options), std::move(profile), std::move(profile_path), std::move(window))) {}

App::~App() = default;

int App::run() {
  while (!parts_->over) parts_->turn();
  parts_->remember_window();
  return parts_->exit_code;
}

}  // namespace certamen::client_app
