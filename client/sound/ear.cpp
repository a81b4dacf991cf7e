#include "client/sound/ear.hpp"

#include <utility>

namespace certamen::sound {

namespace {

using namespace std::chrono_literals;

constexpr model::Duration ticking = 10s;
constexpr model::Duration tight = 5s;
constexpr model::Duration slow_step = 1s;
constexpr model::Duration tight_step = 500ms;

// How many ticks belong before so much time is left; none when it is up.
std::uint32_t ticks_until(model::Duration left) {
  if (left > ticking || left <= model::Duration::zero()) return 0;
  if (left > tight) return static_cast<std::uint32_t>(1 + (ticking - left) / slow_step);
  constexpr auto before = (ticking - tight) / slow_step;
  return static_cast<std::uint32_t>(1 + before + (tight - left) / tight_step);
}

}  // namespace

float loudness(const model::Model& model) {
  const model::Preferences& preferences = model.profile.preferences;
  const bool exam = model.room && model.room->settings.mode == wire::Mode::ExamSimulation;
  if (!preferences.sounds || (exam && !preferences.exam_sounds)) return 0;
  return static_cast<float>(preferences.volume) / static_cast<float>(model::volume_max);
}

Ear::Heard Ear::heard_in(const model::Model& model, model::Instant now) {
  const model::Room& room = *model.room;
  Heard heard;
  heard.room = room.code;
  heard.phase = room.phase;
  if (room.announced) heard.question = room.announced->number;
  heard.answer = model::answer_state(model);
  if (room.own_result) heard.judged = room.own_result->question_number;
  heard.people = room.roster.size();
  heard.podium = room.phase == wire::Phase::Finished && !model::resolves(model);
  const bool open = model::stage(model, now) == model::Stage::Asking && !room.paused;
  const auto left = model::time_left(model, now);
  if (open && left && heard.answer == model::AnswerState::None) heard.ticks = ticks_until(*left);
  return heard;
}

std::vector<Cue> Ear::listen(const model::Model& model, model::Instant now) {
  if (!model.room) {
    last_.reset();
    return {};
  }
  const Heard heard = heard_in(model, now);
  const std::optional<Heard> before = std::exchange(last_, heard);
  if (!before || before->room != heard.room || loudness(model) <= 0) return {};

  const model::Room& room = *model.room;
  std::vector<Cue> due;
  const bool same_question = before->question == heard.question;
  if (same_question && heard.ticks > before->ticks) due.push_back(Cue::Tick);
  const bool locked = heard.answer == model::AnswerState::Locked;
  if (locked && before->answer != model::AnswerState::Locked && heard.phase == wire::Phase::Asking) {
    due.push_back(Cue::Lock);
  }
  // Who played hears the own result, which comes right behind the reveal; everybody else hears the reveal.
  const bool judged = room.plays && heard.judged != before->judged && heard.judged == heard.question;
  if (judged && room.own_result->answered) {
    due.push_back(room.own_result->right ? Cue::Right : Cue::Wrong);
  } else if (judged) {
    due.push_back(Cue::Reveal);
  }
  const bool entered = before->phase != heard.phase;
  if (entered && heard.phase == wire::Phase::Revealing && !room.plays) due.push_back(Cue::Reveal);
  if (heard.podium && !before->podium) due.push_back(Cue::Podium);
  if (heard.phase == wire::Phase::Gathering && heard.people > before->people) due.push_back(Cue::Lobby);
  return due;
}

}  // namespace certamen::sound
