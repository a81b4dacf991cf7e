#include "server/hub/rooms.hpp"

#include <algorithm>

#include "proto/wire/presets.hpp"
#include "server/journal/journal.hpp"
#include "server/lobby/ticket.hpp"

namespace certamen::hub {
namespace {

bool in_question(const room::Room& room) {
  const wire::Phase phase = room.phase();
  const bool asked = phase == wire::Phase::Reading || phase == wire::Phase::Asking || phase == wire::Phase::Discussing;
  return asked && !room.paused();
}

bool accepted(const std::vector<room::Effect>& effects) {
  return std::any_of(effects.begin(), effects.end(),
                     [](const room::Effect& effect) { return std::holds_alternative<room::Record>(effect); });
}

}  // namespace

const room::Room* Rooms::find(const wire::RoomCode& code) const {
  const auto found = rooms_.find(code);
  return found == rooms_.end() ? nullptr : &found->second.room;
}

void Rooms::refuse(const SessionId& session, wire::Refusal reason, bool still_seated, Outputs& out) {
  if (!still_seated) out.post(session.shard, SeatingChanged{session.number, false});
  deliver(session, wire::Rejected{reason, 0}, out);
}

void Rooms::on(const RoomWish& wish, wire::Instant now, Outputs& out) {
  if (in_check_.contains(wish.session)) {
    while_in_check(wish, out);
  } else if (leaving_.contains(wish.session)) {
    if (!std::holds_alternative<wire::ChooseLanguage>(wish.wish)) refuse(wish.session, wire::Refusal::NotSeated, true, out);
  } else if (const auto* open_room = std::get_if<wire::OpenRoom>(&wish.wish)) {
    open(wish, *open_room, {}, now, out);
  } else if (std::holds_alternative<wire::JoinRoom>(wish.wish) || std::holds_alternative<wire::ResumeSeat>(wish.wish)) {
    enter(wish, false, now, out);
  } else if (const Place* place = places_.find(wish.session)) {
    wish_of_member(wish, Place{*place}, now, out);
  } else if (!std::holds_alternative<wire::ChooseLanguage>(wish.wish)) {  // that one was no wish for a room
    refuse(wish.session, wire::Refusal::NotSeated, false, out);
  }
}

void Rooms::open(const RoomWish& wish, const wire::OpenRoom& open, const std::string& password_hash, wire::Instant now,
                 Outputs& out) {
  if (storage_failing_) return refuse(wish.session, wire::Refusal::StorageFailing, false, out);
  if (draining_) return refuse(wish.session, wire::Refusal::TooManyRooms, false, out);
  if (rooms_.size() >= config_.limits.rooms_per_shard_max) {
    return refuse(wish.session, wire::Refusal::TooManyRooms, false, out);
  }
  room::Opened opened;
  opened.settings = wire::as_played(open.settings);
  opened.language = wish.language;
  opened.releases_lobby_seats = true;
  opened.ties_within_error = true;
  opened.awaits_host = true;
  opened.bounds_orders = true;
  if (opened.settings.host_plays || !open.name.empty()) {
    const auto name = name_of_host(wish, open);
    if (!name) return refuse(wish.session, wire::Refusal::NameInvalid, false, out);
    opened.host_name = name->shown;
    opened.host_name_key = name->key;
    opened.host_name_look = name->look;
  }
  if (!open.password.empty() && password_hash.empty()) {
    return await_password(wish, HashPassword{wish.session, open.password}, false, out);
  }
  opened.password_hash = password_hash;
  if (!addresses_.admit_room(wish.address, now)) return refuse(wish.session, wire::Refusal::TooManyRooms, false, out);
  Author author{wish.session, wish.language, lobby::new_ticket(config_.entropy), lobby::new_ticket(config_.entropy)};
  opened.seat_digest = lobby::digest_of(*author.ticket);
  opened.host_digest = lobby::digest_of(*author.host_ticket);
  author.address = wish.address;
  opened.seed = config_.match_seed ? *config_.match_seed + rooms_opened_++ : config_.entropy();

  wire::RoomCode code;
  do code = lobby::new_room_code(config_.entropy, config_.shard, config_.shard_count);
  while (rooms_.contains(code));
  auto [room, effects] = room::Room::open(opened, now);
  const GameId game = config_.entropy() >> 1U;  // SQLite's integers are signed
  Hosted& hosted = rooms_.emplace(code, Hosted{code, game, std::move(room), 0, 0, {}, {}, {}}).first->second;
  hosted.opener = wish.address;
  code_of_game_[game] = code;
  keep(hosted, opened, std::move(author), std::move(effects), now, out);
}

void Rooms::enter(const RoomWish& wish, bool password_is_right, wire::Instant now, Outputs& out) {
  const auto* join = std::get_if<wire::JoinRoom>(&wish.wish);
  const auto* resume = std::get_if<wire::ResumeSeat>(&wish.wish);
  const Place* place = places_.find(wish.session);
  const bool seated = place != nullptr;
  const wire::RoomCode& code = join != nullptr ? join->code : resume->code;
  const bool known = seated && place->code == code;  // no try: it has found the room already
  if (!known && !password_is_right && !addresses_.may_try(wish.address, wish.tried_before, now)) {
    return refuse(wish.session, wire::Refusal::TooFast, seated, out);
  }
  const auto found = rooms_.find(code);
  if (found == rooms_.end() || found->second.room.closed()) {
    addresses_.tried_in_vain(wish.address, now);
    return refuse(wish.session, wire::Refusal::RoomNotFound, seated, out);
  }
  if (seated && (join != nullptr || place->code != code)) {
    return refuse(wish.session, wire::Refusal::AlreadySeated, seated, out);
  }
  if (storage_failing_) return refuse(wish.session, wire::Refusal::StorageFailing, seated, out);
  Author author{wish.session, wish.language, std::nullopt, std::nullopt};
  author.address = wish.address;
  if (join != nullptr) {
    join_room(found->second, wish, *join, password_is_right, std::move(author), now, out);
  } else {
    resume_seat(found->second, wish, *resume, std::move(author), now, out);
  }
}

void Rooms::resume_seat(Hosted& hosted, const RoomWish& wish, const wire::ResumeSeat& resume, Author author,
                        wire::Instant now, Outputs& out) {
  const room::Room& room = hosted.room;
  const room::TicketDigest digest = lobby::digest_of(resume.ticket);
  const Place* place = places_.find(wish.session);
  // One session speaks for one seat: with two tickets it would leave a seat behind that never loses its connection.
  if (place != nullptr && !room::same_digest(digest, room.members().at(place->seat).digest)) {
    return refuse(wish.session, wire::Refusal::AlreadySeated, true, out);
  }
  if (!room.knows(digest)) addresses_.tried_in_vain(wish.address, now);
  room::Resumed resumed{digest, wish.language};
  if (room.lacks_rights_ticket(digest)) {
    author.host_ticket = lobby::new_ticket(config_.entropy);
    resumed.rights_digest = lobby::digest_of(*author.host_ticket);
  }
  step(hosted, resumed, std::move(author), now, out);
}

void Rooms::join_room(Hosted& hosted, const RoomWish& wish, const wire::JoinRoom& join, bool password_is_right,
                      Author author, wire::Instant now, Outputs& out) {
  room::Room& room = hosted.room;
  if (!room.password_hash().empty() && !password_is_right) {
    if (join.password.empty()) return refuse(wish.session, wire::Refusal::RoomPasswordNeeded, false, out);
    return await_password(wish, VerifyPassword{wish.session, room.password_hash(), join.password}, false, out);
  }
  room::Joined joined{{}, {}, join.role, {}, wish.language};
  const bool names_itself = !join.name.empty() && !room.settings().generated_names;
  if (join.role == wire::Role::Player || names_itself) {
    const auto name = name_of_guest(wish, join, room);
    if (!name) return refuse(wish.session, wire::Refusal::NameInvalid, false, out);
    joined.name = name->shown;
    joined.name_key = name->key;
    joined.name_look = name->look;
  }
  author.ticket = lobby::new_ticket(config_.entropy);
  joined.seat_digest = lobby::digest_of(*author.ticket);
  joined.address_digest = lobby::address_digest(wish.address.bytes, hosted.game);
  if (join.nonce) joined.nonce_digest = lobby::digest_of(*join.nonce);
  std::vector<room::Effect> effects = room.step(joined, now);
  offer_free_name(joined, room, effects);
  keep(hosted, joined, std::move(author), std::move(effects), now, out);
  // The seat of a repeated wish may have got rights meanwhile, whose ticket was lost with the first answer.
  if (!room.lacks_rights_ticket(joined.seat_digest)) return;
  Author heir{wish.session, wish.language, std::nullopt, std::nullopt};
  heir.address = wish.address;
  heir.host_ticket = lobby::new_ticket(config_.entropy);
  const room::Resumed resumed{joined.seat_digest, wish.language, lobby::digest_of(*heir.host_ticket)};
  step(hosted, resumed, std::move(heir), now, out);
}

void Rooms::wish_of_member(const RoomWish& wish, const Place& place, wire::Instant now, Outputs& out) {
  Hosted& hosted = rooms_.at(place.code);
  const auto as_author = [&] {
    Author author{wish.session, wish.language, std::nullopt, std::nullopt};
    author.address = wish.address;
    return author;
  };
  if (hosted.room.closed()) return refuse(wish.session, wire::Refusal::RoomNotFound, true, out);
  // A departure is never refused: a connection that goes away does not ask, either.
  const bool leaves = std::holds_alternative<wire::LeaveRoom>(wish.wish);
  if (!leaves && hosted.held.size() >= config_.limits.held_entries_per_room_max) {
    return refuse(wish.session, wire::Refusal::StorageFailing, true, out);
  }
  if (const auto* answer = std::get_if<wire::SubmitAnswer>(&wish.wish)) {
    Author author = as_author();
    author.answered_at = wish.received_at;
    step(hosted,
         room::Answered{place.seat, answer->question_number, answer->answer, wish.received_at, answer->chosen_at,
                        answer->certainty, wish.round_trips, answer->vote},
         std::move(author), now, out);
  } else if (draining_ && std::holds_alternative<wire::CommandRoom>(wish.wish)) {
    refuse(wish.session, wire::Refusal::WrongPhase, true, out);
  } else if (const auto* order = std::get_if<wire::CommandRoom>(&wish.wish)) {
    command(hosted, wish, *order, place.seat, now, out);
  } else if (std::holds_alternative<wire::LeaveRoom>(wish.wish)) {
    step(hosted, room::Left{place.seat}, as_author(), now, out);
  } else if (const auto* chosen = std::get_if<wire::ChooseLanguage>(&wish.wish)) {
    step(hosted, room::LanguageChosen{place.seat, chosen->language}, as_author(), now, out);
  } else if (std::holds_alternative<wire::ReviewMatch>(wish.wish)) {
    step(hosted, room::ReviewAsked{place.seat, wish.language}, as_author(), now, out);
  } else if (std::holds_alternative<wire::FetchPaper>(wish.wish)) {
    step(hosted, room::PaperAsked{place.seat, wish.language}, as_author(), now, out);
  } else if (const auto* flag = std::get_if<wire::FlagQuestion>(&wish.wish)) {
    step(hosted, room::Flagged{place.seat, flag->question_number, flag->flagged}, as_author(), now, out);
  } else if (std::holds_alternative<wire::HandIn>(wish.wish)) {
    step(hosted, room::HandedIn{place.seat}, as_author(), now, out);
  } else if (const auto* team = std::get_if<wire::ChooseTeam>(&wish.wish)) {
    step(hosted, room::TeamChosen{place.seat, team->team}, as_author(), now, out);
  }
}

void Rooms::on(const SessionGone& gone, wire::Instant now, Outputs& out) {
  leaving_.erase(gone.session);
  in_check_.erase(gone.session);
  const Place* found = places_.find(gone.session);
  if (found == nullptr) return;
  const Place place = *found;
  places_.release(gone.session);
  const auto hosted = rooms_.find(place.code);
  if (hosted == rooms_.end()) return;
  const auto seated = hosted->second.seated.find(place.seat);
  if (seated != hosted->second.seated.end() && seated->second.session == gone.session) hosted->second.seated.erase(seated);
  if (!hosted->second.room.closed()) step(hosted->second, room::Disconnected{place.seat}, Author{}, now, out);
}

void Rooms::on(const PaperReady& ready, wire::Instant now, Outputs& out) {
  const auto code = code_of_game_.find(ready.game);
  if (code == code_of_game_.end()) return;
  Hosted& hosted = rooms_.at(code->second);
  if (hosted.room.closed()) return;
  if (ready.paper.questions.empty()) {
    step(hosted, room::PaperRefused{}, Author{}, now, out);
  } else {
    step(hosted, room::PaperDrawn{ready.paper}, Author{}, now, out);
  }
}

void Rooms::on(const EntriesCommitted& committed, wire::Instant now, Outputs& out) {
  const auto code = code_of_game_.find(committed.game);
  if (code == code_of_game_.end()) return;
  Hosted& hosted = rooms_.at(code->second);
  hosted.entries_committed = std::max(hosted.entries_committed, committed.number);
  release(hosted, now, out);
}

void Rooms::on(const StorageTrouble& trouble, wire::Instant now, Outputs& out) {
  if (trouble.failing == storage_failing_) return;
  storage_failing_ = trouble.failing;
  const wire::Frame frame = wire::encode(wire::ServerMessage{wire::RoomTroubled{trouble.failing}});
  std::vector<wire::RoomCode> codes;
  for (const auto& [code, hosted] : rooms_) {
    codes.push_back(code);
    // Said at once and not held: it is no part of the match's story, and it is about why nothing else is said.
    std::map<std::uint32_t, std::vector<std::uint64_t>> by_shard;
    for (const auto& [seat, member] : hosted.seated) by_shard[member.session.shard].push_back(member.session.number);
    deliver(by_shard, frame, out);
  }
  for (const wire::RoomCode& code : codes) {
    Hosted& hosted = rooms_.at(code);
    if (hosted.room.closed()) continue;
    if (trouble.failing) {
      step(hosted, room::StorageFailed{}, Author{}, now, out);
    } else {
      step(hosted, room::StorageReturned{}, Author{}, now, out);
    }
  }
}

void Rooms::tick(wire::Instant now, Outputs& out) {
  while (!schedule_.empty() && schedule_.begin()->first <= now) {
    const wire::RoomCode code = schedule_.begin()->second;
    step(rooms_.at(code), room::Tick{}, Author{}, now, out);
  }
}

void Rooms::restore(const wire::RoomCode& code, GameId game, room::Room room, std::uint64_t entry_count, wire::Instant now,
                    Outputs& out) {
  Hosted& hosted =
      rooms_.emplace(code, Hosted{code, game, std::move(room), entry_count, entry_count, {}, {}, {}}).first->second;
  code_of_game_[game] = code;
  step(hosted, room::Recovered{}, Author{}, now, out);
}

std::optional<wire::Instant> Rooms::deadline() const {
  if (schedule_.empty()) return std::nullopt;
  return schedule_.begin()->first;
}

bool Rooms::any_counting() const {
  return std::any_of(rooms_.begin(), rooms_.end(), [](const auto& entry) {
    const wire::Phase phase = entry.second.room.phase();
    return phase != wire::Phase::Gathering && phase != wire::Phase::Finished;
  });
}

std::size_t Rooms::in_question_count() const {
  return static_cast<std::size_t>(
      std::count_if(rooms_.begin(), rooms_.end(), [](const auto& entry) { return in_question(entry.second.room); }));
}

std::size_t Rooms::held_count() const {
  std::size_t count = 0;
  for (const auto& [code, hosted] : rooms_) count += hosted.held.size();
  return count;
}

void Rooms::drain() {
  draining_ = true;
  for (auto& [code, hosted] : rooms_) reschedule(hosted);
}

void Rooms::step(Hosted& hosted, const room::Event& event, Author author, wire::Instant now, Outputs& out) {
  std::vector<room::Effect> effects;
  if (!spare_effects_.empty()) {
    effects = std::move(spare_effects_.back());
    spare_effects_.pop_back();
  }
  hosted.room.step(event, now, effects);
  keep(hosted, event, std::move(author), std::move(effects), now, out);
}

void Rooms::keep(Hosted& hosted, const room::Event& event, Author author, std::vector<room::Effect> effects,
                 wire::Instant now, Outputs& out) {
  if (accepted(effects)) {
    ++hosted.entries_recorded;
    out.post(AppendEntry{hosted.game, hosted.code, hosted.entries_recorded, journal::encode({event, now})});
  }
  bool refused_entry = author.session.has_value() && places_.find(*author.session) == nullptr;
  for (const room::Effect& effect : effects) {
    const auto* seat = std::get_if<room::Seat>(&effect);
    if (seat == nullptr) continue;
    // From now on this session speaks for the seat, and whoever spoke for it before does not.
    refused_entry = false;
    const auto displaced = places_.take(*author.session, {hosted.code, seat->seat, author.address});
    if (displaced) author.displaced.push_back(*displaced);
  }
  for (const room::Effect& effect : effects) {
    if (const auto* gone = std::get_if<room::Dismiss>(&effect)) dismiss(hosted, *gone, author);
  }
  for (const room::Effect& effect : effects) {
    if (!std::holds_alternative<room::Unseat>(effect)) continue;
    places_.release(*author.session);
    leaving_.insert(*author.session);
  }
  if (refused_entry) out.post(author.session->shard, SeatingChanged{author.session->number, false});
  hosted.held.push_back({hosted.entries_recorded, std::move(author), std::move(effects)});
  reschedule(hosted);
  release(hosted, now, out);
}

void Rooms::reschedule(Hosted& hosted) {
  // While draining a room without a running question rests: its next start finds it as it is.
  const auto deadline = draining_ && !in_question(hosted.room) ? std::nullopt : hosted.room.deadline();
  if (deadline == hosted.scheduled) return;
  if (hosted.scheduled) schedule_.erase({*hosted.scheduled, hosted.code});
  if (deadline) schedule_.insert({*deadline, hosted.code});
  hosted.scheduled = deadline;
}

}  // namespace certamen::hub
