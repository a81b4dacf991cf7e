#include "client/app/pilot.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "client/app/presses.hpp"
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
constexpr wire::Duration podium_time = milliseconds{4200};
constexpr wire::Duration review_time = milliseconds{1000};

constexpr wire::Duration answer_earliest = milliseconds{1500};  // the board has been photographed by then
constexpr std::int64_t answer_tenths_span = 45;
constexpr wire::Duration tenth = milliseconds{100};
constexpr wire::Duration quiet_time = milliseconds{250};
constexpr wire::Duration stuck_time = std::chrono::seconds{5};

// The persona's time, folded into the first seconds and moved into the middle of its tenth.
wire::Duration answer_after(const bot::Decision& decision, wire::Duration allowed) {
  const std::int64_t tenths = decision.after / tenth % answer_tenths_span;
  return std::min<wire::Duration>(answer_earliest + tenths * tenth, allowed - tenth) / tenth * tenth + tenth / 2;
}

}  // namespace

Pilot::Pilot(std::uint64_t seed, std::size_t players_awaited)
    : persona_(bot::make_persona(seed, 0)), players_awaited_(players_awaited) {
  persona_.absence_permille = 0;  // the show must go on
}

std::vector<ui::Input> Pilot::next(const model::Model& model, const screens::ViewState& state, const ui::Scene& scene,
                                   const Shown& shown, wire::Instant now) {
  wakes_at_.reset();
  answer_due_.reset();
  in_room_ = in_room_ || model.room.has_value();
  if (!model.room && !model.entry && !done_) {
    failure_ = model.notices.empty() ? (in_room_ ? "the room is gone" : "the form was not accepted")
                                     : std::string{bot::word_of(model.notices.back())};
  }
  if (done_ || !failure_.empty()) return {};

  const auto wanted = wish(model, shown, now);
  if (!wanted) {
    stuck_since_.reset();
    return {};
  }
  if (auto inputs = presses_for(*wanted, model, state, scene)) {
    stuck_since_.reset();
    return std::move(*inputs);
  }
  if (!stuck_since_) stuck_since_ = now;
  if (now - *stuck_since_ >= stuck_time) failure_ = "the screen " + scene.name + " offers no way on";
  wake_at(now + tenth);
  return {};
}

bool Pilot::about_to_answer(wire::Instant now) const {
  return answer_due_ && *answer_due_ - now < quiet_time;
}

std::optional<model::Event> Pilot::wish(const model::Model& model, const Shown& shown, wire::Instant now) {
  switch (shown.stage) {
    case Stage::Lobby:
      if (model::host_action(model, now) != wire::Command::Start || model.room->command_sent) return std::nullopt;
      if (model::players_connected(model) < players_awaited_ || !has_been(shown, lobby_time, now)) return std::nullopt;
      return model::HostCommand{wire::Command::Start};
    case Stage::Asking: return answer_wish(model, now);
    case Stage::Revealing:
    case Stage::Ranking:
      if (model::host_action(model, now) != wire::Command::Next || model.room->command_sent) return std::nullopt;
      if (!has_been(shown, look_time, now)) return std::nullopt;
      return model::HostCommand{wire::Command::Next};
    case Stage::Podium:
      // After a freeze it watches the places being resolved, which goes on by itself.
      if (model::resolves(model) || !has_been(shown, podium_time, now)) return std::nullopt;
      return model::OpenReview{};
    case Stage::Review: return review_wish(model, shown, now);
    case Stage::Start:
    case Stage::Solo:
    case Stage::Join:
    case Stage::Host:
    case Stage::Settings:
    case Stage::Entering:
    case Stage::Drawing:
    case Stage::Discussing:
    case Stage::Examining:
    case Stage::Reading: return std::nullopt;
  }
  return std::nullopt;
}

std::optional<model::Event> Pilot::answer_wish(const model::Model& model, wire::Instant now) {
  const model::Room& room = *model.room;
  if (!model::can_answer(model, now)) return std::nullopt;
  const bool decided = decision_ && decision_->question_number == room.asked->number && decision_->vote == room.asked->vote;
  if (!decided) decision_ = bot::decide(persona_, room);
  const wire::Duration after = answer_after(*decision_, model::answer_window(room));
  const wire::Instant due = model::to_local(model.clock, room.asked->opens_at + after);
  if (now < due) {
    answer_due_ = due;
    wake_at(due);
    return std::nullopt;
  }
  return bot::gestures_to(model, *decision_->answer, decision_->certainty).front();
}

std::optional<model::Event> Pilot::review_wish(const model::Model& model, const Shown& shown, wire::Instant now) {
  if (model::reviewed(model) == nullptr && model::review_total(model) > 0) return std::nullopt;
  if (!has_been(shown, review_time, now)) return std::nullopt;
  if (model.room->review_number >= model::review_total(model)) {
    done_ = true;
    return std::nullopt;
  }
  return model::ShowReviewed{model.room->review_number + 1};
}

bool Pilot::has_been(const Shown& shown, wire::Duration time, wire::Instant now) {
  if (now - shown.since >= time) return true;
  wake_at(shown.since + time);
  return false;
}

void Pilot::wake_at(wire::Instant at) {
  if (!wakes_at_ || at < *wakes_at_) wakes_at_ = at;
}

}  // namespace certamen::client_app
