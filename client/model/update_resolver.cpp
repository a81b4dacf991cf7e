#include "client/model/queries.hpp"
#include "client/model/step.hpp"

namespace certamen::model {

namespace {

constexpr Duration opening_time = std::chrono::milliseconds{2500};  // the standings everyone knows, before the first step
constexpr Duration closing_time = std::chrono::milliseconds{3500};  // the whole truth, before the podium
constexpr Duration places_top = std::chrono::milliseconds{2800};
constexpr Duration places_upper = std::chrono::milliseconds{1400};
constexpr Duration places_lower = std::chrono::milliseconds{300};

Duration wait(const Model& model) {
  const Room& room = *model.room;
  const std::size_t steps = room.finished->resolver.size();
  if (room.resolving->done >= steps) return closing_time;
  const std::size_t left = steps - room.resolving->done;
  return room.resolving->done == 0 ? opening_time : resolve_time(left);
}

}  // namespace

bool resolves(const Model& model) {
  return model.room && model.room->finished && model.room->resolving;
}

Duration resolve_time(std::size_t places_left) {
  if (places_left <= 3) return places_top;
  return places_left <= 10 ? places_upper : places_lower;
}

void begin_resolving(Step& step) {
  Room& room = *step.model.room;
  if (room.finished && !room.finished->resolver.empty()) room.resolving = Resolving{0, step.now};
}

void resolve_next(Step& step) {
  if (!resolves(step.model)) return;
  Room& room = *step.model.room;
  if (room.resolving->done >= room.finished->resolver.size()) return resolve_all(step);
  ++room.resolving->done;
  room.resolving->since_local = step.now;
}

void resolve_all(Step& step) {
  if (!resolves(step.model)) return;
  step.model.room->resolving.reset();
  step.model.room->phase_since_local = step.now;  // the podium rises
}

void resolver_tick(Step& step) {
  if (resolves(step.model) && step.now >= *resolver_deadline(step.model)) resolve_next(step);
}

std::optional<Instant> resolver_deadline(const Model& model) {
  if (!resolves(model)) return std::nullopt;
  return model.room->resolving->since_local + wait(model);
}

}  // namespace certamen::model
