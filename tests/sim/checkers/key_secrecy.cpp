#include "tests/sim/checkers/key_secrecy.hpp"

namespace certamen::sim {
namespace {

std::string bytes_of(const wire::Ticket& ticket) {
  return {ticket.bytes.begin(), ticket.bytes.end()};
}

// As the schema would write them: how many, then a byte each.
template <class Numbers>
std::string packed(const Numbers& numbers) {
  std::string bytes(1, static_cast<char>(numbers.size()));
  for (const auto number : numbers) bytes.push_back(static_cast<char>(number));
  return bytes;
}

std::string written(const wire::Answer& answer) {
  return std::visit(Overloaded{[](const wire::ChoiceAnswer& given) { return packed(given.options); },
                               [](const wire::OrderAnswer& given) { return packed(given.options); },
                               [](const wire::MatchAnswer& given) { return packed(given.matches); },
                               [](const wire::TextAnswer& given) { return given.text; },
                               [](const wire::NumericAnswer&) { return std::string{}; }},
                    answer);
}

void add(std::vector<std::string>& own, const wire::TeamVotes& votes) {
  own.push_back(packed(votes.picks_by_option));
  for (const wire::TextCount& pick : votes.text_picks) own.push_back(pick.text);
}

// What the reader and its team gave, in the bytes of the frame.
std::vector<std::string> own_answers(const wire::ServerMessage& message) {
  std::vector<std::string> own;
  if (const auto* event = std::get_if<wire::SeatEvent>(&message)) {
    if (const auto* locked = std::get_if<wire::AnswerLocked>(&event->fact)) own.push_back(written(locked->answer));
    if (const auto* votes = std::get_if<wire::TeamVotes>(&event->fact)) add(own, *votes);
  } else if (const auto* joined = std::get_if<wire::RoomJoined>(&message)) {
    const wire::Snapshot& seen = joined->snapshot;
    if (seen.own_answer) own.push_back(written(seen.own_answer->answer));
    if (seen.first_answer) own.push_back(written(seen.first_answer->answer));
    if (seen.team_votes) add(own, *seen.team_votes);
    if (seen.own_exam) {
      for (const wire::AnswerLocked& locked : seen.own_exam->answers) own.push_back(written(locked.answer));
    }
  }
  return own;
}

// People may give what is right, and their teams hear of it, and how often each option was picked may look like an order by
// chance: that is no leak. So these very bytes are blanked, each once; whatever else is in the frame is scanned, also what
// no client would read.
wire::Frame without_own_answers(const FrameSent& sent) {
  const std::vector<std::string> own = own_answers(sent.message);
  if (own.empty()) return sent.frame;
  std::string body(reinterpret_cast<const char*>(sent.frame.body().data()), sent.frame.body().size());
  for (const std::string& bytes : own) {
    const std::size_t at = body.find(bytes);
    if (at != std::string::npos) body.replace(at, bytes.size(), bytes.size(), '\xFF');
  }
  return wire::Frame::from_body(body);
}

// Counts of a reveal may look like an order by chance.
bool reveals(const wire::ServerMessage& message) {
  if (const auto* joined = std::get_if<wire::RoomJoined>(&message)) return joined->snapshot.revealed.has_value();
  if (const auto* event = std::get_if<wire::SeatEvent>(&message)) {
    return std::holds_alternative<wire::QuestionReviewed>(event->fact);
  }
  const auto* event = std::get_if<wire::RoomEvent>(&message);
  return event != nullptr && (std::holds_alternative<wire::QuestionRevealed>(event->fact) ||
                              std::holds_alternative<wire::RankingCorrected>(event->fact));
}

}  // namespace

// A frame for many is one frame: it is scanned once.
bool KeySecrecy::scan(const wire::Frame& frame) {
  if (!scanned_.empty() && frame.bytes().data() == scanned_.bytes().data()) return false;
  scanned_ = frame;
  secrets_ = secrets_in(frame.bytes());
  tickets_.clear();
  const std::string_view text(reinterpret_cast<const char*>(frame.bytes().data()), frame.bytes().size());
  for (const auto& [ticket, issued] : issued_) {
    if (text.find(ticket) != std::string_view::npos) tickets_.push_back(ticket);
  }
  return true;
}

void KeySecrecy::frame_sent(const FrameSent& sent) {
  const wire::Frame frame = without_own_answers(sent);
  const bool is_new = scan(frame);
  const auto* joined = std::get_if<wire::RoomJoined>(&sent.message);
  for (const std::string& ticket : tickets_) {
    const Issued& issued = issued_.at(ticket);
    if (issued.connection != sent.connection) {
      report("connection {} is sent a ticket of room {}, seat {}", sent.connection, issued.code, issued.seat.value);
    }
  }
  if (joined != nullptr) check_tickets(sent, *joined);
  const auto* told = std::get_if<wire::SeatEvent>(&sent.message);
  const auto* rights = told == nullptr ? nullptr : std::get_if<wire::RightsChanged>(&told->fact);
  if (rights != nullptr && rights->ticket && sent.presence.place) {
    const SeatPlace& place = *sent.presence.place;
    issued_[bytes_of(*rights->ticket)] = {place.code, place.seat, sent.connection, true};
  }
  const Story* story = nullptr;
  if (joined != nullptr) {
    story = sight().stories.find(joined->code);
  } else if (sent.presence.place) {
    story = sight().stories.find(sent.presence.place->code);
  }
  if (is_new && story != nullptr) check_arrangements(sent, frame, *story);
  for (const std::string& id : secrets_) {
    if (story != nullptr && story->revealed_ids.contains(id)) continue;
    report("connection {} is sent a secret of {} before its reveal", sent.connection, id);
  }
}

void KeySecrecy::check_arrangements(const FrameSent& sent, const wire::Frame& frame, const Story& story) {
  if (!story.room || reveals(sent.message)) return;
  const std::string_view text(reinterpret_cast<const char*>(frame.bytes().data()), frame.bytes().size());
  for (const exam::Question& question : story.room->paper().questions) {
    if (question.arrangement.empty() || story.revealed_ids.contains(question.id)) continue;
    if (text.find(packed(question.arrangement)) == std::string_view::npos) continue;
    report("connection {} is sent the arrangement of {} before its reveal", sent.connection, question.id);
  }
}

void KeySecrecy::check_tickets(const FrameSent& sent, const wire::RoomJoined& joined) {
  if (joined.ticket) issued_[bytes_of(*joined.ticket)] = {joined.code, joined.seat, sent.connection, false};
  if (joined.host_ticket) {
    issued_[bytes_of(*joined.host_ticket)] = {joined.code, joined.seat, sent.connection, true};
    const Story* story = sight().stories.find(joined.code);
    const auto seat = story == nullptr ? commanders_.end() : commanders_.find(story->game);
    const bool given =
        seat != commanders_.end() && (seat->second.host == joined.seat || seat->second.cohosts.contains(joined.seat) ||
                                      seat->second.returned.contains(joined.seat));
    if (sent.presence.openings_wished == 0 && !given) {
      report("connection {} gets the host's ticket of room {} and did not open it", sent.connection, joined.code);
    }
  }
  const bool sits_there =
      sent.presence.place && sent.presence.place->code == joined.code && sent.presence.place->seat == joined.seat;
  if (joined.ticket || sits_there) return;
  const auto shown = sent.presence.ticket_shown ? issued_.find(bytes_of(*sent.presence.ticket_shown)) : issued_.end();
  const bool theirs = shown != issued_.end() && shown->second.code == joined.code && shown->second.seat == joined.seat &&
                      !shown->second.host_rights;
  if (!theirs) {
    report("connection {} gets seat {} of room {} without its ticket", sent.connection, joined.seat.value, joined.code);
  }
}

// Who may command, followed by the journal alone.
void KeySecrecy::entry_next(const Story& story, const journal::Entry& entry) {
  Commanders& commanders = commanders_[story.game];
  if (const auto* opened = std::get_if<room::Opened>(&entry.event)) commanders.host_digest = opened->host_digest;
  if (const auto* resumed = std::get_if<room::Resumed>(&entry.event); resumed != nullptr) {
    for (const auto& [seat, member] : story.room->members()) {
      if (member.digest != resumed->seat_digest) continue;
      commanders.returned.erase(seat);
      if (!resumed->rights_digest || !member.rights_unused) continue;
      commanders.returned.insert(seat);
      (seat == commanders.host ? commanders.host_digest : commanders.cohosts[seat]) = *resumed->rights_digest;
    }
  }
  const auto* commanded = std::get_if<room::Commanded>(&entry.event);
  if (commanded == nullptr) return;
  const bool by_host = commanded->seat == commanders.host && commanded->host_digest == commanders.host_digest;
  const auto cohost = commanders.cohosts.find(commanded->seat);
  const bool by_cohost = cohost != commanders.cohosts.end() && cohost->second == commanded->host_digest;
  if (!by_host && !by_cohost) {
    report("room {} obeys seat {}, which has no host's ticket", story.code, commanded->seat.value);
  }
  const auto* handed = std::get_if<wire::HandOver>(&commanded->command);
  if (handed != nullptr || std::holds_alternative<wire::TakeOver>(commanded->command)) {
    commanders.host = handed != nullptr ? handed->seat : commanded->seat;
    commanders.host_digest = commanded->rights_digest.value();
    commanders.cohosts.erase(commanders.host);
  } else if (const auto* appoint = std::get_if<wire::AppointCohost>(&commanded->command)) {
    commanders.cohosts.erase(appoint->seat);
    if (appoint->appointed) commanders.cohosts[appoint->seat] = commanded->rights_digest.value();
  }
}

}  // namespace certamen::sim
