#include "server/hub/hub.hpp"

#include <algorithm>

namespace certamen::hub {
namespace {

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace

Hub::Hub(Config config)
    : config_(std::move(config)),
      addresses_(config_.limits, config_.shard_count),
      sessions_(config_, addresses_),
      rooms_(config_, addresses_) {}

std::vector<Output> Hub::step(const Input& input, wire::Instant now) {
  Outputs out(config_.shard, counts_, now);
  if (std::holds_alternative<Opened>(input)) ++counts_.sessions_opened;
  std::visit(Overloaded{[&](const Opened& opened) { sessions_.opened(opened.session, opened.address, now, out); },
                        [&](const Received& received) { sessions_.received(received.session, received.bytes, now, out); },
                        [&](const Closed& closed) { sessions_.closed(closed.session, now, out); },
                        [&](const auto& other) { on(other, now, out); }},
             input);
  return settle(out, now);
}

std::vector<Output> Hub::restore(const wire::RoomCode& code, GameId game, room::Room room, std::uint64_t entry_count,
                                 wire::Instant now) {
  Outputs out(config_.shard, counts_, now);
  rooms_.restore(code, game, std::move(room), entry_count, now, out);
  return settle(out, now);
}

std::vector<Output> Hub::stop() {
  Outputs out(config_.shard, counts_, {});
  sessions_.let_everyone_go(wire::Farewell::ServerStopping, out);
  return out.take();
}

void Hub::on(const ShardLetter& letter, wire::Instant now, Outputs& out) {
  std::visit(Overloaded{[&](const RoomWish& wish) { rooms_.on(wish, now, out); },
                        [&](const SessionGone& gone) { rooms_.on(gone, now, out); },
                        [&](const Delivery& delivery) { out.transmit(delivery.sessions, delivery.frame); },
                        [&](const SeatingChanged& changed) { sessions_.on(changed); },
                        [&](const LetGo& order) { sessions_.on(order, now, out); }},
             letter);
}

void Hub::on(const DiskLetter& letter, wire::Instant now, Outputs& out) {
  std::visit(Overloaded{[&](const EntriesCommitted& committed) { rooms_.on(committed, now, out); },
                        [&](const PaperReady& ready) { rooms_.on(ready, now, out); },
                        [&](const StorageTrouble& trouble) { rooms_.on(trouble, now, out); },
                        [&](const BankRenewed& renewed) { sessions_.renew_bank(renewed.bank); },
                        [&](const PasswordHashed& hashed) { rooms_.on(hashed, now, out); },
                        [&](const PasswordVerified& verified) { rooms_.on(verified, now, out); }},
             letter);
}

void Hub::on(const Tick&, wire::Instant now, Outputs& out) {
  rooms_.tick(now, out);
  if (sweep_due_ && now >= *sweep_due_) {
    sweep_due_.reset();
    sessions_.sweep(now, out);
  }
  if (heartbeat_due_ && now >= *heartbeat_due_) {
    heartbeat_due_.reset();
    out.post(Heartbeat{now});
  }
}

// Letters to this shard itself are read at once, so that one shard behaves like many.
std::vector<Output> Hub::settle(Outputs& out, wire::Instant now) {
  std::vector<Output> settled;
  for (std::vector<Output> pending = out.take(); !pending.empty(); pending = out.take()) {
    for (Output& output : pending) {
      auto* letter = std::get_if<PostShard>(&output);
      if (letter != nullptr && letter->shard == config_.shard) {
        on(letter->letter, now, out);
      } else {
        settled.push_back(std::move(output));
      }
    }
  }
  if (!sweep_due_ && sessions_.count() > 0) sweep_due_ = now + config_.limits.sweep_interval;
  if (!heartbeat_due_ && rooms_.any_counting()) heartbeat_due_ = now + config_.limits.heartbeat_interval;
  return settled;
}

Counts Hub::counts() const {
  Counts counts = counts_;
  counts.sessions = sessions_.count();
  counts.rooms = rooms_.count();
  counts.rooms_in_question = rooms_.in_question_count();
  counts.steps_held = rooms_.held_count();
  return counts;
}

std::optional<wire::Instant> Hub::deadline() const {
  std::optional<wire::Instant> soonest = rooms_.deadline();
  for (const auto& due : {sweep_due_, heartbeat_due_}) {
    if (due && (!soonest || *due < *soonest)) soonest = due;
  }
  return soonest;
}

}  // namespace certamen::hub
