#include "client/app/pilot.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "client/bot/gestures.hpp"
#include "client/bot/words.hpp"
#include "client/model/queries.hpp"

namespace certamen::client_app {

namespace {

using model::Stage;
using std::chrono::milliseconds;

// Long enough for every camera to see a settled picture.
constexpr wire::Duration lobby_time = milliseconds{1800};
constexpr wire::Duration look_time = milliseconds{3000};
constexpr wire::Duration discussion_time = milliseconds{6000};
constexpr wire::Duration podium_time = milliseconds{4200};
constexpr wire::Duration review_time = milliseconds{1000};

constexpr wire::Duration answer_earliest = milliseconds{1500};  // the board has been photographed by then
constexpr std::int64_t answer_tenths_span = 45;
constexpr wire::Duration tenth = milliseconds{100};
constexpr wire::Duration quiet_time = milliseconds{250};
constexpr wire::Duration stuck_time = std::chrono::seconds{5};
constexpr wire::Duration hasty_earliest = milliseconds{500};
constexpr std::int64_t hasty_tenths_span = 5;
constexpr std::int64_t haste = 6;
constexpr std::size_t steps_max = 600;  // more than any screen has regions

// The persona's time, folded into the first seconds and moved into the middle of its tenth.
wire::Duration answer_after(const bot::Decision& decision, wire::Duration allowed, bool hasty) {
  const std::int64_t tenths = decision.after / tenth % (hasty ? hasty_tenths_span : answer_tenths_span);
  const wire::Duration earliest = hasty ? hasty_earliest : answer_earliest;
  return std::min<wire::Duration>(earliest + tenths * tenth, allowed - tenth) / tenth * tenth + tenth / 2;
}

// A step of the focus and nothing else.
bool only_walks(const std::vector<ui::Input>& inputs) {
  return inputs.size() == 1 && inputs.front() == ui::Input{ui::Key{ui::KeyName::Tab}};
}

bool sends_form(const Wish& wish) {
  const auto* action = std::get_if<ui::Action>(&wish);
  return action != nullptr && (action->name == "host.open" || action->name == "solo.open" || action->name == "join.send");
}

}  // namespace

Pilot::Pilot(Script script) : script_(std::move(script)), errands_(script_), persona_(bot::make_persona(script_.seed, 0)) {
  persona_.absence_permille = 0;  // the show must go on
}

void Pilot::notice_failure(const model::Model& model) {
  in_room_ = in_room_ || model.room.has_value();
  const bool begun = in_room_ || sent_form_ || !script_.from_start;
  if (model.room || model.entry || done_ || !begun) return;
  failure_ = model.notices.empty() ? (in_room_ ? "the room is gone" : "the form was not accepted")
                                   : std::string{bot::word_of(model.notices.back())};
}

std::vector<ui::Input> Pilot::next(const model::Model& model, const screens::ViewState& state, const ui::Scene& scene,
                                   const Shown& shown, wire::Instant now) {
  wakes_at_.reset();
  answer_due_.reset();
  notice_failure(model);
  if (done_ || !failure_.empty()) return {};

  const auto wanted = wish(model, state, scene, shown, now);
  if (failure_.empty()) failure_ = errands_.failure(now);
  if (!wanted) {
    stuck_since_.reset();
    return {};
  }
  if (auto inputs = presses_for(*wanted, model, state, scene, script_.hands)) {
    stuck_since_.reset();
    const bool walks = only_walks(*inputs);
    steps_ = walks ? steps_ + 1 : 0;
    if (!walks && sends_form(*wanted)) sent_form_ = true;
    if (steps_ < steps_max) return std::move(*inputs);
    failure_ = "the keys do not lead to what is wanted on the screen " + scene.name;
    return {};
  }
  if (!stuck_since_) stuck_since_ = now;
  if (now - *stuck_since_ >= stuck_time) failure_ = "the screen " + scene.name + " offers no way on";
  wake_at(now + tenth);
  return {};
}

bool Pilot::about_to_answer(wire::Instant now) const {
  return answer_due_ && *answer_due_ - now < quiet_time;
}

std::optional<Wish> Pilot::wish(const model::Model& model, const screens::ViewState& state, const ui::Scene& scene,
                                const Shown& shown, wire::Instant now) {
  gathered_ = gathered_ || model::players_connected(model) >= script_.players_awaited;
  std::optional<Wish> errand;
  const bool early = shown.stage == Stage::Lobby && !gathered_;
  if (!early && errands_.hold({model, state, scene, shown.stage}, now, errand)) {
    if (const auto due = errands_.deadline()) wake_at(*due);
    return errand;
  }
  if (script_.tries_teams && errands_.left().empty()) {
    done_ = true;
    return std::nullopt;
  }
  return play_wish(model, state, shown, now);
}

std::optional<Wish> Pilot::play_wish(const model::Model& model, const screens::ViewState& state, const Shown& shown,
                                     wire::Instant now) {
  switch (shown.stage) {
    case Stage::Lobby:
      if (!gathered_) return std::nullopt;
      return host_wish(model, shown, lobby_time, now);
    case Stage::Asking:
      // What it wanted to try is tried, and the others have had their time.
      if (script_.tries_orders && model::can_close_early(model, now) && !model.room->command_sent) {
        if (!has_been(shown, pace(discussion_time), now)) return std::nullopt;
        return model::HostCommand{wire::Command::Next};
      }
      return answer_wish(model, now);
    case Stage::Examining: return paper_wish(model, state, shown, now);
    case Stage::Revealing:
    case Stage::Ranking: return host_wish(model, shown, look_time, now);
    case Stage::Podium:
      // After a freeze it watches the places being resolved, which goes on by itself.
      if (model::resolves(model) || !has_been(shown, pace(podium_time), now)) return std::nullopt;
      return model::OpenReview{};
    case Stage::Review: return review_wish(model, shown, now);
    case Stage::Start:
    case Stage::Solo:
    case Stage::Join:
    case Stage::Host:
      if (!script_.from_start || !has_been(shown, pace(look_time), now)) return std::nullopt;
      return way_in(model, state);
    case Stage::Discussing:
      if (!model::can_close_early(model, now) || model.room->command_sent) return std::nullopt;
      if (!has_been(shown, pace(discussion_time), now)) return std::nullopt;
      return model::HostCommand{wire::Command::Next};
    case Stage::Settings:
    case Stage::Entering:
    case Stage::Drawing:
    case Stage::Reading: return std::nullopt;
  }
  return std::nullopt;
}

// The big button, once everybody has seen what there is to see.
std::optional<Wish> Pilot::host_wish(const model::Model& model, const Shown& shown, wire::Duration look, wire::Instant now) {
  const auto command = model::host_action(model, now);
  const bool pressed = model.room->command_sent.has_value();
  if (!command || *command == wire::Command::Resume || pressed || !has_been(shown, pace(look), now)) return std::nullopt;
  return model::HostCommand{*command};
}

std::optional<Wish> Pilot::answer_wish(const model::Model& model, wire::Instant now) {
  const model::Room& room = *model.room;
  if (!model::can_answer(model, now)) return std::nullopt;
  const bool decided = decision_ && decision_->question_number == room.asked->number && decision_->vote == room.asked->vote;
  if (!decided) decision_ = bot::decide(persona_, room);
  const wire::Duration after = answer_after(*decision_, model::answer_window(room), script_.hasty);
  const wire::Instant due = model::to_local(model.clock, room.asked->opens_at + after);
  if (now < due) {
    answer_due_ = due;
    wake_at(due);
    return std::nullopt;
  }
  return bot::gestures_to(model, *decision_->answer, decision_->certainty).front();
}

std::optional<Wish> Pilot::review_wish(const model::Model& model, const Shown& shown, wire::Instant now) {
  if (model::reviewed(model) == nullptr && model::review_total(model) > 0) return std::nullopt;
  if (!has_been(shown, pace(review_time), now)) return std::nullopt;
  if (model.room->review_number >= model::review_total(model)) {
    done_ = errands_.left().empty();
    if (!done_) failure_ = "never came to: " + errands_.left();
    return std::nullopt;
  }
  return model::ShowReviewed{model.room->review_number + 1};
}

bool Pilot::has_been(const Shown& shown, wire::Duration time, wire::Instant now) {
  if (now - shown.since >= time) return true;
  wake_at(shown.since + time);
  return false;
}

wire::Duration Pilot::pace(wire::Duration time) const {
  return script_.hasty ? time / haste : time;
}

void Pilot::wake_at(wire::Instant at) {
  if (!wakes_at_ || at < *wakes_at_) wakes_at_ = at;
}

}  // namespace certamen::client_app
