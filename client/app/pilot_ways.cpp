// The pilot outside of questions that come by themselves: from the first screen into a room, and through an exam's paper.
#include <chrono>

#include "client/app/pilot.hpp"
#include "client/bot/gestures.hpp"
#include "client/model/queries.hpp"
#include "client/screens/forms.hpp"

namespace certamen::client_app {

namespace {

constexpr wire::Duration paper_time = std::chrono::milliseconds{900};  // on each question of a paper

model::Screen screen_of(Way way) {
  switch (way) {
    case Way::Join: return model::Screen::Join;
    case Way::Solo: return model::Screen::Solo;
    case Way::Host:
    case Way::Ask: break;
  }
  return model::Screen::Host;
}

// One press of a stepper towards the value wanted; nothing when it is there.
template <class Steps>
std::optional<Wish> step(const std::string& stepper, const Steps& steps, std::uint32_t now, std::uint32_t wanted) {
  const auto at = static_cast<std::int64_t>(screens::step_of(steps, now));
  const auto to = static_cast<std::int64_t>(screens::step_of(steps, wanted));
  if (wanted == 0 || at == to) return std::nullopt;
  return ui::Action{stepper, at + (to > at ? 1 : -1)};
}

// Who tries every order has no time to read; how long that is stands on the form's second page.
std::optional<Wish> hurry(const model::Model& model, const screens::ViewState& state) {
  auto wish = step("host.reading", screens::reading_times, model.draft.host.reading_seconds, screens::reading_times.front());
  if (wish && state.tab != 1) return ui::Action{"tab", 1};
  return wish;
}

}  // namespace

std::optional<Wish> Pilot::way_in(const model::Model& model, const screens::ViewState& state) {
  if (state.welcome) {
    if (model.profile.name != script_.name) return FillField{"text.name", script_.name};
    return ui::Action{"welcome", 0};
  }
  if (sent_form_) return std::nullopt;
  switch (model.screen) {
    case model::Screen::Start: return ui::Action{"go", static_cast<std::int64_t>(screen_of(script_.way))};
    case model::Screen::Host:
      if (model.draft.host.mode != script_.mode) return ui::Action{"host.mode", static_cast<std::int64_t>(script_.mode)};
      if (auto wish = step("host.count", screens::question_counts, model.draft.host.question_count, script_.questions)) {
        return wish;
      }
      if (script_.tries_orders) {
        if (auto wish = hurry(model, state)) return wish;
      }
      return ui::Action{"host.open", 0};
    case model::Screen::Solo:
      if (auto wish = step("solo.count", screens::question_counts, model.draft.solo.question_count, script_.questions)) {
        return wish;
      }
      return ui::Action{"solo.open", 0};
    case model::Screen::Join:
      if (model.draft.code != script_.code) return FillField{"text.code", script_.code};
      return ui::Action{"join.send", 0};
    case model::Screen::Settings:
    case model::Screen::Room:
    case model::Screen::Review: return std::nullopt;
  }
  return std::nullopt;
}

// From the first question to the last; the second is marked; then the paper is handed in.
std::optional<Wish> Pilot::paper_wish(const model::Model& model, const screens::ViewState& state, const Shown& shown,
                                      wire::Instant now) {
  const model::Room& room = *model.room;
  if (!room.plays || model::paper_closed(model) || !room.announced || !room.asked) return std::nullopt;
  if (!model::can_answer(model, now)) return std::nullopt;
  if (state.overlay == screens::Overlay::AskHandIn) return ui::Action{"hand_in", 0};
  if (room.desk.number != paper_number_) return model::ShowPaperQuestion{paper_number_};
  if (!has_been(shown, pace(paper_time), now)) return std::nullopt;
  const model::PaperState written = model::paper_state(model, paper_number_);
  if (written == model::PaperState::Blank || written == model::PaperState::Begun) {
    if (!decision_ || decision_->question_number != paper_number_) decision_ = bot::decide(persona_, room);
    return bot::gestures_to(model, *decision_->answer, decision_->certainty).front();
  }
  if (written == model::PaperState::Sending) return std::nullopt;
  if (paper_number_ == 2 && !model::paper_flagged(model, paper_number_)) return model::ToggleFlag{};
  if (paper_number_ < model::paper_total(model)) return model::ShowPaperQuestion{++paper_number_};
  return ui::Action{"ask.hand_in", 0};
}

}  // namespace certamen::client_app
