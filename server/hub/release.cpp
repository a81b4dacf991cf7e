#include <algorithm>

#include "proto/wire/codec.hpp"
#include "server/hub/rooms.hpp"

namespace certamen::hub {
namespace {

// As many steps as wait for one commit of a busy server, none larger than an answer's.
constexpr std::size_t spare_effects_max = 256;
constexpr std::size_t spare_capacity_max = 4;

}  // namespace

bool Rooms::release(Hosted& hosted, wire::Instant now, Outputs& out) {
  while (!hosted.held.empty() && hosted.held.front().entries_needed <= hosted.entries_committed) {
    Held held = std::move(hosted.held.front());
    hosted.held.pop_front();
    for (room::Effect& effect : held.effects) {
      if (!carry_out(hosted, held.author, effect, now, out)) return false;
    }
    recycle(std::move(held.effects));
  }
  return true;
}

void Rooms::recycle(std::vector<room::Effect> effects) {
  if (effects.capacity() > spare_capacity_max || spare_effects_.size() >= spare_effects_max) return;
  effects.clear();
  spare_effects_.push_back(std::move(effects));
}

bool Rooms::carry_out(Hosted& hosted, const Author& author, room::Effect& effect, wire::Instant now, Outputs& out) {
  if (const auto* broadcast_effect = std::get_if<room::Broadcast>(&effect)) {
    broadcast(hosted, *broadcast_effect, out);
  } else if (const auto* send = std::get_if<room::SendSeat>(&effect)) {
    const auto found = hosted.seated.find(send->seat);
    if (found != hosted.seated.end()) deliver(found->second.session, send->message, out);
  } else if (const auto* own = std::get_if<room::SendResults>(&effect)) {
    send_results(hosted, *own, out);
  } else if (const auto* tell = std::get_if<room::TellSeat>(&effect)) {
    const auto found = hosted.seated.find(tell->seat);
    if (found != hosted.seated.end()) {
      deliver(found->second.session, tell->by_language[wire::index_of(found->second.language)], out);
    }
  } else if (const auto* watch = std::get_if<room::SendWatchers>(&effect)) {
    const wire::Frame frame = wire::encode(watch->message);
    std::map<std::uint32_t, std::vector<std::uint64_t>> by_shard;
    for (const auto& [seat, member] : hosted.seated) {
      if (member.role == wire::Role::Player) continue;
      by_shard[member.session.shard].push_back(member.session.number);
    }
    deliver(by_shard, frame, out);
  } else if (const auto* reply = std::get_if<room::Reply>(&effect)) {
    if (author.session) deliver(*author.session, reply->message, out);
    const auto* event = std::get_if<wire::SeatEvent>(&reply->message);
    const bool acknowledges = event != nullptr && std::holds_alternative<wire::AnswerLocked>(event->fact);
    if (acknowledges && author.answered_at) out.count_acknowledgement(*author.answered_at);
  } else if (const auto* seat = std::get_if<room::Seat>(&effect)) {
    let_in(hosted, author, *seat, out);
  } else if (const auto* unseat = std::get_if<room::Unseat>(&effect)) {
    hosted.seated.erase(unseat->seat);
    leaving_.erase(*author.session);
    out.post(author.session->shard, SeatingChanged{author.session->number, false});
  } else if (const auto* gone = std::get_if<room::Dismiss>(&effect)) {
    hosted.seated.erase(gone->seat);
    const auto session = author.dismissed.find(gone->seat);
    if (session != author.dismissed.end()) out.post(session->second.shard, LetGo{session->second.number, gone->reason});
  } else if (const auto* grant = std::get_if<room::Grant>(&effect)) {
    tell_rights(hosted, author, *grant, out);
  } else if (auto* request = std::get_if<room::RequestPaper>(&effect)) {
    out.post(DrawPaper{hosted.game, std::move(request->spec)});
  } else if (auto* results = std::get_if<room::KeepResults>(&effect)) {
    out.post(StoreResults{hosted.game, std::move(results->results)});
  } else if (std::holds_alternative<room::Close>(effect)) {
    drop(wire::RoomCode(hosted.code), now, out);
    return false;
  }
  return true;
}

void Rooms::send_results(const Hosted& hosted, const room::SendResults& effect, Outputs& out) const {
  wire::ServerMessage message = wire::SeatEvent{effect.sequence, wire::OwnResult{}};
  auto& result = std::get<wire::OwnResult>(std::get<wire::SeatEvent>(message).fact);
  for (const room::SendResults::Own& own : effect.results) {
    const auto found = hosted.seated.find(own.seat);
    if (found == hosted.seated.end()) continue;
    result = own.result;
    deliver(found->second.session, message, out);
  }
}

void Rooms::let_in(Hosted& hosted, const Author& author, const room::Seat& effect, Outputs& out) {
  const SessionId session = *author.session;
  const Place* place = places_.find(session);
  const auto before = hosted.seated.find(effect.seat);
  for (const SessionId& displaced : author.displaced) {
    out.post(displaced.shard, LetGo{displaced.number, wire::Farewell::SeatTakenOver});
  }
  if (place == nullptr || place->code != hosted.code || place->seat != effect.seat) {
    if (before != hosted.seated.end() && before->second.session != session) hosted.seated.erase(before);
    // Gone again before its seat was safe; or still there, and another took the seat meanwhile.
    const bool taken_over = places_.speaker(hosted.code, effect.seat) != nullptr;
    if (taken_over) out.post(session.shard, LetGo{session.number, wire::Farewell::SeatTakenOver});
    return;
  }
  hosted.seated[effect.seat] = {session, author.language, effect.role};
  out.post(session.shard, SeatingChanged{session.number, true});
  deliver(session,
          wire::RoomJoined{hosted.code, effect.seat, effect.role, effect.plays, author.ticket, author.host_ticket,
                           effect.snapshot},
          out);
}

void Rooms::broadcast(const Hosted& hosted, const room::Broadcast& effect, Outputs& out) const {
  const std::size_t variants = effect.by_language.size();
  std::vector<std::map<std::uint32_t, std::vector<std::uint64_t>>> recipients(variants);
  for (const auto& [seat, member] : hosted.seated) {
    const std::size_t variant = variants == 1 ? 0 : wire::index_of(member.language);
    recipients[variant][member.session.shard].push_back(member.session.number);
  }
  for (std::size_t variant = 0; variant < variants; ++variant) {
    if (!recipients[variant].empty()) deliver(recipients[variant], wire::encode(effect.by_language[variant]), out);
  }
}

void Rooms::deliver(const SessionId& session, const wire::ServerMessage& message, Outputs& out) const {
  out.count(message);
  wire::Frame frame = wire::encode(message);
  if (session.shard == out.shard()) {
    out.transmit({session.number}, std::move(frame));
  } else {
    out.post(session.shard, Delivery{{session.number}, std::move(frame)});
  }
}

void Rooms::deliver(const std::map<std::uint32_t, std::vector<std::uint64_t>>& by_shard, const wire::Frame& frame,
                    Outputs& out) const {
  for (const auto& [shard, sessions] : by_shard) {
    if (shard == out.shard()) {
      out.transmit(sessions, frame);
    } else {
      out.post(shard, Delivery{sessions, frame});
    }
  }
}

void Rooms::drop(const wire::RoomCode& code, wire::Instant now, Outputs& out) {
  Hosted& hosted = rooms_.at(code);
  if (hosted.opener) addresses_.room_gone(*hosted.opener, now);
  for (const auto& [seat, member] : hosted.seated) {
    out.post(member.session.shard, SeatingChanged{member.session.number, false});
    deliver(member.session, wire::RoomLeft{}, out);
  }
  places_.drop(code);
  out.post(CloseGame{hosted.game});
  if (hosted.scheduled) schedule_.erase({*hosted.scheduled, code});
  code_of_game_.erase(hosted.game);
  rooms_.erase(code);
}

}  // namespace certamen::hub
