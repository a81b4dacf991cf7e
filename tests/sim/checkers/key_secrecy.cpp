#include "tests/sim/checkers/key_secrecy.hpp"

namespace certamen::sim {
namespace {

std::string bytes_of(const wire::Ticket& ticket) {
  return {ticket.bytes.begin(), ticket.bytes.end()};
}

}  // namespace

// A frame for many is one frame: it is scanned once.
void KeySecrecy::scan(const wire::Frame& frame) {
  if (!scanned_.empty() && frame.bytes().data() == scanned_.bytes().data()) return;
  scanned_ = frame;
  secrets_ = secrets_in(frame.bytes());
  tickets_.clear();
  const std::string_view text(reinterpret_cast<const char*>(frame.bytes().data()), frame.bytes().size());
  for (const auto& [ticket, issued] : issued_) {
    if (text.find(ticket) != std::string_view::npos) tickets_.push_back(ticket);
  }
}

void KeySecrecy::frame_sent(const FrameSent& sent) {
  scan(sent.frame);
  const auto* joined = std::get_if<wire::RoomJoined>(&sent.message);
  for (const std::string& ticket : tickets_) {
    const Issued& issued = issued_.at(ticket);
    if (issued.connection != sent.connection) {
      report("connection {} is sent a ticket of room {}, seat {}", sent.connection, issued.code, issued.seat.value);
    }
  }
  if (joined != nullptr) check_tickets(sent, *joined);
  if (secrets_.empty()) return;
  const Story* story = nullptr;
  if (joined != nullptr) {
    story = sight().stories.find(joined->code);
  } else if (sent.presence.place) {
    story = sight().stories.find(sent.presence.place->code);
  }
  for (const std::string& id : secrets_) {
    if (story != nullptr && story->revealed_ids.contains(id)) continue;
    report("connection {} is sent a secret of {} before its reveal", sent.connection, id);
  }
}

void KeySecrecy::check_tickets(const FrameSent& sent, const wire::RoomJoined& joined) {
  if (joined.ticket) issued_[bytes_of(*joined.ticket)] = {joined.code, joined.seat, sent.connection, false};
  if (joined.host_ticket) {
    issued_[bytes_of(*joined.host_ticket)] = {joined.code, joined.seat, sent.connection, true};
    if (sent.presence.openings_wished == 0) {
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

void KeySecrecy::entry_next(const Story& story, const journal::Entry& entry) {
  const auto* commanded = std::get_if<room::Commanded>(&entry.event);
  if (commanded == nullptr) return;
  const auto member = story.room->members().find(commanded->seat);
  const bool is_host = member != story.room->members().end() && member->second.role == wire::Role::Host;
  if (!is_host || commanded->host_digest != story.host_digest) {
    report("room {} obeys seat {}, which has no host's ticket", story.code, commanded->seat.value);
  }
}

}  // namespace certamen::sim
