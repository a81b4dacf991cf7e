#include "client/rehearsal/rehearser.hpp"

#include <algorithm>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "client/bot/crowd.hpp"

namespace certamen::rehearsal {

namespace {

constexpr wire::Duration time_max = std::chrono::seconds{180};
constexpr wire::Duration patience = std::chrono::seconds{5};

std::uint32_t count_of(std::size_t count) {
  return static_cast<std::uint32_t>(count);
}

bot::CrowdPlan plan_of(const model::StartRehearsal& wish) {
  bot::CrowdPlan plan;
  plan.address = wish.address;
  plan.settings = wish.settings;
  plan.players_per_room = wish.bots;
  plan.seed = wish.run;
  plan.time_max = time_max;
  plan.patience = patience;
  plan.safety = {wish.fingerprint, false, wish.plain_allowed};
  plan.passwords.server = wish.server_password;
  return plan;
}

}  // namespace

model::RehearsalMeasures measures_of(const bot::Sum& sum) {
  model::RehearsalMeasures measures;
  measures.wanted = count_of(sum.players);
  measures.turned_away = count_of(sum.turned_away);
  measures.joined = count_of(sum.joined);
  measures.slowest_join = sum.slowest_join;
  measures.opening_spread = sum.widest_spread;
  measures.acknowledgement_p50 = sum.acknowledgement.p50;
  measures.acknowledgement_p95 = sum.acknowledgement.p95;
  measures.acknowledgement_p99 = sum.acknowledgement.p99;
  measures.answered = count_of(sum.answered);
  measures.acknowledged = count_of(sum.acknowledged);
  measures.lost = count_of(sum.lost);
  measures.finished = count_of(sum.finished);
  measures.timed_out = sum.timed_out;
  measures.reached = !sum.unreachable;
  if (sum.finished == 0) measures.refused = sum.host_refused;
  return measures;
}

struct Rehearser::Parts {
  void tell(model::Event event) {
    const std::lock_guard lock(mutex);
    mailbox.push_back(std::move(event));
  }
  void end() {
    if (crowd) crowd->cancel();
    if (thread.joinable()) thread.join();
    crowd.reset();
  }

  std::mutex mutex;
  std::deque<model::Event> mailbox;
  std::unique_ptr<bot::Crowd> crowd;
  std::thread thread;
};

Rehearser::Rehearser() : parts_(std::make_unique<Parts>()) {}

Rehearser::~Rehearser() {
  parts_->end();
}

void Rehearser::start(const model::StartRehearsal& wish) {
  parts_->end();
  bot::CrowdPlan plan = plan_of(wish);
  const std::uint64_t run = wish.run;
  Parts* parts = parts_.get();
  plan.watch = [parts, run](const bot::Sum& sum) {
    parts->tell(model::RehearsalProgressed{
        run, {count_of(sum.joined), count_of(sum.answered), count_of(sum.acknowledged), count_of(sum.finished)}});
  };
  parts->crowd = std::make_unique<bot::Crowd>(std::move(plan), [](const std::string&) {});
  parts->thread = std::thread([parts, run, crowd = parts->crowd.get()] {
    parts->tell(model::RehearsalEnded{run, measures_of(crowd->run())});
  });
}

void Rehearser::cancel() {
  if (parts_->crowd) parts_->crowd->cancel();
}

std::optional<model::Event> Rehearser::poll() {
  const std::lock_guard lock(parts_->mutex);
  if (parts_->mailbox.empty()) return std::nullopt;
  model::Event event = std::move(parts_->mailbox.front());
  parts_->mailbox.pop_front();
  return event;
}

}  // namespace certamen::rehearsal
