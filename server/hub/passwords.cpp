// Wishes that wait for the worker's word about their password.
#include "server/hub/rooms.hpp"

namespace certamen::hub {

void Rooms::await_password(const RoomWish& wish, DiskWish question, bool still_seated, Outputs& out) {
  if (in_check_.size() >= config_.limits.passwords_in_check_max) {
    return refuse(wish.session, wire::Refusal::TooFast, still_seated, out);
  }
  in_check_.emplace(wish.session, wish);
  out.post(std::move(question));
}

// Its shard takes the session for one that is about to sit, so nothing but this can come.
void Rooms::while_in_check(const RoomWish& wish, Outputs& out) {
  if (std::holds_alternative<wire::ChooseLanguage>(wish.wish)) {
    in_check_.at(wish.session).language = wish.language;
  } else {
    refuse(wish.session, wire::Refusal::NotSeated, true, out);
  }
}

// Nothing when the session has gone meanwhile.
std::optional<RoomWish> Rooms::take_from_check(const SessionId& session) {
  auto waiting = in_check_.extract(session);
  if (waiting.empty()) return std::nullopt;
  return std::move(waiting.mapped());
}

void Rooms::on(const PasswordHashed& hashed, wire::Instant now, Outputs& out) {
  const auto wish = take_from_check(hashed.session);
  if (!wish) return;
  if (hashed.hash.empty()) return refuse(wish->session, wire::Refusal::TooFast, false, out);
  open(*wish, std::get<wire::OpenRoom>(wish->wish), hashed.hash, now, out);
}

void Rooms::on(const PasswordVerified& verified, wire::Instant now, Outputs& out) {
  const auto wish = take_from_check(verified.session);
  if (!wish) return;
  if (verified.right) return enter(*wish, true, now, out);
  addresses_.tried_in_vain(wish->address, now);
  refuse(wish->session, wire::Refusal::RoomPasswordWrong, false, out);
}

}  // namespace certamen::hub
