#include "client/app/shown.hpp"

#include <fmt/format.h>

#include <chrono>
#include <string_view>

#include "client/model/queries.hpp"

namespace certamen::client_app {

namespace {

using model::Stage;

struct Look {
  std::string_view word;  // empty: passes by
  wire::Duration settled_after;
};

Look look_of(Stage stage) {
  using std::chrono::milliseconds;
  switch (stage) {
    case Stage::Start: return {"start", milliseconds{700}};
    case Stage::Solo: return {"solo", milliseconds{700}};
    case Stage::Join: return {"join", milliseconds{700}};
    case Stage::Host: return {"host", milliseconds{700}};
    case Stage::Settings: return {"settings", milliseconds{700}};
    case Stage::Entering: return {"", {}};
    case Stage::Lobby: return {"lobby", milliseconds{1200}};
    case Stage::Drawing: return {"", {}};
    case Stage::Reading: return {"reading", milliseconds{900}};
    case Stage::Asking: return {"board", milliseconds{700}};
    case Stage::Discussing: return {"discussion", milliseconds{700}};
    case Stage::Examining: return {"paper", milliseconds{700}};
    case Stage::Revealing: return {"reveal", milliseconds{1500}};
    case Stage::Ranking: return {"ranking", milliseconds{1800}};
    case Stage::Podium: return {"podium", milliseconds{3000}};
    case Stage::Review: return {"review", milliseconds{600}};
  }
  return {"", {}};
}

std::uint32_t number_of(const model::Model& model, Stage stage) {
  if (!model.room) return 0;
  const model::Room& room = *model.room;
  switch (stage) {
    case Stage::Reading:
    case Stage::Asking:
    case Stage::Discussing:
    case Stage::Examining:
    case Stage::Revealing: return room.announced ? room.announced->number : 0;
    case Stage::Ranking: return room.standings ? room.standings->shown.after_question : 0;
    case Stage::Podium: return model::review_total(model);
    case Stage::Review: return room.review_number;
    case Stage::Start:
    case Stage::Solo:
    case Stage::Join:
    case Stage::Host:
    case Stage::Settings:
    case Stage::Entering:
    case Stage::Lobby:
    case Stage::Drawing: return 0;
  }
  return 0;
}

}  // namespace

void look(Shown& shown, const model::Model& model, wire::Instant now) {
  const Stage stage = model::stage(model, now);
  Look seen = look_of(stage);
  const bool locked = stage == Stage::Asking && model::answer_state(model) == model::AnswerState::Locked;
  if (locked) seen = {"locked", std::chrono::milliseconds{500}};
  if (model::resolves(model)) seen = {"resolver", std::chrono::milliseconds{700}};
  const bool empty_review = stage == Stage::Review && model::reviewed(model) == nullptr;
  shown.picture =
      seen.word.empty() || empty_review ? std::string{} : fmt::format("{:02}-{}", number_of(model, stage), seen.word);
  // A lobby settles anew with everyone who comes.
  const std::size_t people = stage == Stage::Lobby && model.room ? model.room->roster.size() : 0;
  std::string view = fmt::format("{}/{}/{}", static_cast<int>(stage), shown.picture, people);
  if (view != shown.view) {
    shown.view = std::move(view);
    shown.since = now;
  }
  shown.stage = stage;
  shown.settled_after = seen.settled_after;
}

}  // namespace certamen::client_app
