#include <algorithm>
#include <utility>

#include "client/model/queries.hpp"
#include "client/model/step.hpp"

namespace certamen::model {

namespace {

bool runs(const Rehearsal& rehearsal) {
  return rehearsal.stage == RehearsalStage::Running || rehearsal.stage == RehearsalStage::Cancelling;
}

void cancel(Step& step) {
  if (step.model.rehearsal.stage != RehearsalStage::Running) return;
  step.model.rehearsal.stage = RehearsalStage::Cancelling;
  step.commands.emplace_back(CancelRehearsal{});
}

}  // namespace

void on_rehearsal(Step& step, const SetRehearsalBots& intent) {
  Rehearsal& rehearsal = step.model.rehearsal;
  if (runs(rehearsal)) return;
  rehearsal.bots = std::clamp(intent.count, 1U, rehearsal_bots_most(step.model));
}

void on_rehearsal(Step& step, const BeginRehearsal&) {
  Model& model = step.model;
  Rehearsal& rehearsal = model.rehearsal;
  if (runs(rehearsal) || !can_rehearse(model)) return;
  rehearsal.bots = std::clamp(rehearsal.bots, 1U, rehearsal_bots_most(model));
  rehearsal.stage = RehearsalStage::Running;
  rehearsal.progress = {};
  rehearsal.measures.reset();
  ++rehearsal.run;
  step.commands.emplace_back(StartRehearsal{rehearsal.run, model.connection.address,
                                            rehearsal_settings(model.room->settings, rehearsal.bots), rehearsal.bots,
                                            certificate_known(model), model.plain_allowed, model.server_password});
}

void on_rehearsal(Step& step, const StopRehearsal&) {
  cancel(step);
}

void on_rehearsal(Step& step, const ResetRehearsal&) {
  Rehearsal& rehearsal = step.model.rehearsal;
  if (rehearsal.stage == RehearsalStage::Ended) rehearsal.stage = RehearsalStage::Idle;
}

void on_rehearsal(Step& step, const RehearsalProgressed& fact) {
  Rehearsal& rehearsal = step.model.rehearsal;
  if (fact.run == rehearsal.run && runs(rehearsal)) rehearsal.progress = fact.progress;
}

// One that was cancelled says nothing about the server.
void on_rehearsal(Step& step, const RehearsalEnded& fact) {
  Rehearsal& rehearsal = step.model.rehearsal;
  if (fact.run != rehearsal.run || !runs(rehearsal)) return;
  const bool whole = rehearsal.stage == RehearsalStage::Running;
  rehearsal.stage = whole ? RehearsalStage::Ended : RehearsalStage::Idle;
  if (whole) rehearsal.measures = fact.measures;
}

// The match itself, and the way out, need the server and the machine for themselves.
void rehearsal_watches(Step& step) {
  const auto& room = step.model.room;
  if (!room || room->phase != wire::Phase::Gathering) cancel(step);
}

}  // namespace certamen::model
