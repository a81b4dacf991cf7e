#include "server/hub/sessions.hpp"

#include <algorithm>

#include "proto/wire/codec.hpp"

namespace certamen::hub {

void Sessions::opened(std::uint64_t number, const AddressKey& address, wire::Instant now, Outputs& out) {
  if (sessions_.size() >= config_.limits.sessions_per_shard_max || !addresses_.admit_session(address, now)) {
    out.transmit(number, wire::Goodbye{wire::Farewell::ServerFull, 0, 0});
    out.disconnect(number);
    return;
  }
  Session session{.bucket = {config_.limits.wishes_burst, config_.limits.wishes_per_second, now}};
  session.address = address;
  session.opened_at = now;
  session.heard_at = now;
  sessions_.emplace(number, std::move(session));
}

void Sessions::received(std::uint64_t number, std::span<const std::byte> bytes, wire::Instant now, Outputs& out) {
  const auto found = sessions_.find(number);
  if (found == sessions_.end()) return;  // let go already; what it still sends is nobody's
  Session& session = found->second;
  session.heard_at = now;
  if (!session.reader.feed(bytes)) {
    let_go(number, wire::Farewell::ProtocolError, now, out);
    return;
  }
  for (;;) {
    const auto body = session.reader.next();
    if (!body) {
      let_go(number, wire::Farewell::ProtocolError, now, out);
      return;
    }
    if (!*body) return;
    const auto message = wire::decode_client(**body);
    if (!message) {
      let_go(number, wire::Farewell::ProtocolError, now, out);
      return;
    }
    if (!handle(number, session, *message, now, out)) return;
  }
}

// By what the answer costs the server, not by what the wish costs the client.
std::int64_t Sessions::price_of(const wire::ClientMessage& message) const {
  const bool whole_paper =
      std::holds_alternative<wire::ReviewMatch>(message) || std::holds_alternative<wire::FetchPaper>(message);
  if (whole_paper) return config_.limits.review_price;
  const bool snapshot = std::holds_alternative<wire::ChooseLanguage>(message) ||
                        std::holds_alternative<wire::ResumeSeat>(message) ||
                        std::holds_alternative<wire::JoinRoom>(message) || std::holds_alternative<wire::OpenRoom>(message);
  return snapshot ? config_.limits.snapshot_price : 1;
}

bool Sessions::handle(std::uint64_t number, Session& session, const wire::ClientMessage& message, wire::Instant now,
                      Outputs& out) {
  if (const auto* hello = std::get_if<wire::Hello>(&message)) return greet(number, session, *hello, now, out);
  if (!session.greeted) {
    let_go(number, wire::Farewell::ProtocolError, now, out);
    return false;
  }
  if (!session.bucket.take(price_of(message), now)) {
    if (session.bucket.debt() > config_.limits.wishes_debt_max) {
      let_go(number, wire::Farewell::ProtocolError, now, out);
      return false;
    }
    out.transmit(number, wire::Rejected{wire::Refusal::TooFast, 0});
    return true;
  }
  if (const auto* ping = std::get_if<wire::Ping>(&message)) {
    if (ping->echo != 0) {
      session.round_trips.echoed(ping->echo, now);
    } else {
      out.transmit(number, wire::Pong{ping->nonce, now, now});
      session.round_trips.pong_sent(ping->nonce, now);
    }
    return true;
  }
  if (std::holds_alternative<wire::BrowseTopics>(message)) {
    out.transmit(number, wire::TopicsListed{bank_.topics[wire::index_of(session.language)]});
    return true;
  }
  if (const auto* choice = std::get_if<wire::ChooseLanguage>(&message)) {
    session.language = choice->language;
    if (session.seating == Seating::None) return true;  // else the room must know, also one that is just being entered
  }
  wish_for_room(number, session, message, now, out);
  return true;
}

bool Sessions::greet(std::uint64_t number, Session& session, const wire::Hello& hello, wire::Instant now, Outputs& out) {
  if (session.greeted) {
    let_go(number, wire::Farewell::ProtocolError, now, out);
    return false;
  }
  const std::uint32_t protocol = std::min(hello.protocol_max, wire::protocol_version_max);
  if (protocol < std::max(hello.protocol_min, wire::protocol_version_min)) {
    let_go(number, wire::Farewell::VersionUnsupported, now, out);
    return false;
  }
  if (const auto refusal = refusal_of(session, hello, now)) {
    let_go(number, *refusal, now, out);
    return false;
  }
  session.greeted = true;
  session.language = hello.language;
  out.transmit(number,
               wire::Welcome{protocol, config_.server_version, bank_.content_hash, bank_.question_count, reachable_});
  return true;
}

// Notes whether the session knows the server's password, or says why it cannot come in.
std::optional<wire::Farewell> Sessions::refusal_of(Session& session, const wire::Hello& hello, wire::Instant now) {
  session.holder = !config_.server_password;
  if (session.holder) return std::nullopt;
  if (hello.server_password.empty()) {
    if (config_.rooms_for_holders) return std::nullopt;
    return wire::Farewell::ServerPasswordWrong;
  }
  // The right one is not heard either, or guessing would go on: come again later.
  if (!addresses_.may_try(session.address, false, now)) return wire::Farewell::ServerFull;
  session.holder = config_.server_password->is(hello.server_password);
  if (session.holder) return std::nullopt;
  addresses_.tried_in_vain(session.address, now);
  return wire::Farewell::ServerPasswordWrong;
}

void Sessions::wish_for_room(std::uint64_t number, Session& session, const wire::ClientMessage& message, wire::Instant now,
                             Outputs& out) {
  const auto reject = [&](wire::Refusal reason) { out.transmit(number, wire::Rejected{reason, 0}); };
  const auto* join = std::get_if<wire::JoinRoom>(&message);
  const auto* resume = std::get_if<wire::ResumeSeat>(&message);
  const bool open = std::holds_alternative<wire::OpenRoom>(message);
  if (open && config_.rooms_for_holders && !session.holder) {
    reject(wire::Refusal::ServerPasswordNeeded);
    return;
  }
  if (join != nullptr || resume != nullptr || open) {
    std::uint32_t shard = 0;
    if (open) {
      shard = next_room_shard_++ % config_.shard_count;
    } else {
      shard = static_cast<std::uint32_t>(lobby::shard_of(join != nullptr ? join->code : resume->code, config_.shard_count));
    }
    // One who sits may ask for the same seat again (after a gap in the sequence), but for no other.
    const bool same_seat_again = resume != nullptr && session.seating == Seating::Seated && shard == session.room_shard;
    if (session.seating != Seating::None && !same_seat_again) {
      reject(wire::Refusal::AlreadySeated);
      return;
    }
    session.room_shard = shard;
    session.asked_shards.insert(shard);
    if (!same_seat_again) session.seating = Seating::Asked;
  } else if (session.seating == Seating::None) {
    reject(wire::Refusal::NotSeated);
    return;
  }
  const bool tried_before = session.tried_before;
  if (join != nullptr || resume != nullptr) session.tried_before = true;
  RoomWish wish{{config_.shard, number}, session.language, message, now, session.address, tried_before};
  if (std::holds_alternative<wire::SubmitAnswer>(message)) wish.round_trips = session.round_trips.measured();
  out.post(session.room_shard, std::move(wish));
}

void Sessions::closed(std::uint64_t number, wire::Instant now, Outputs& out) {
  const auto found = sessions_.find(number);
  if (found == sessions_.end()) return;
  for (const std::uint32_t shard : found->second.asked_shards) out.post(shard, SessionGone{{config_.shard, number}});
  addresses_.session_gone(found->second.address, now);
  sessions_.erase(found);
}

void Sessions::let_go(std::uint64_t number, wire::Farewell reason, wire::Instant now, Outputs& out) {
  out.transmit(number, wire::Goodbye{reason, wire::protocol_version_min, wire::protocol_version_max});
  out.disconnect(number);
  closed(number, now, out);
}

void Sessions::on(const SeatingChanged& changed) {
  const auto found = sessions_.find(changed.session);
  if (found == sessions_.end()) return;
  found->second.seating = changed.seated ? Seating::Seated : Seating::None;
  if (changed.seated) found->second.tried_before = false;
}

void Sessions::on(const LetGo& order, wire::Instant now, Outputs& out) {
  if (sessions_.contains(order.session)) let_go(order.session, order.reason, now, out);
}

void Sessions::sweep(wire::Instant now, Outputs& out) {
  std::vector<std::uint64_t> silent;
  for (const auto& [number, session] : sessions_) {
    const bool never_greeted = !session.greeted && now - session.opened_at > config_.limits.greeting_time;
    if (never_greeted || now - session.heard_at > config_.limits.silence_time) silent.push_back(number);
  }
  for (const std::uint64_t number : silent) let_go(number, wire::Farewell::Silent, now, out);
}

void Sessions::let_everyone_go(wire::Farewell reason, Outputs& out) {
  std::vector<std::uint64_t> everyone;
  for (const auto& [number, session] : sessions_) everyone.push_back(number);
  for (const std::uint64_t number : everyone) {
    out.transmit(number, wire::Goodbye{reason, wire::protocol_version_min, wire::protocol_version_max});
    out.disconnect(number);
  }
  // Rooms are not told: what they were at the stop is what they are at the next start.
  sessions_.clear();
}

}  // namespace certamen::hub
